import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { readFragment } from '../../gql/fragment-masking.ts'
import { graphql } from '../../gql/gql.ts'
import { BackLink } from '../../govuk/BackLink.tsx'
import { Main } from '../../page/Main.tsx'
import { Missing } from '../../page/Missing.tsx'
import { saved } from '../../page/SavedBanner.tsx'
import { AppointForm } from './AppointForm.tsx'
import { GrantForm, GrantToChangeFragment } from './GrantForm.tsx'

export const NewContributorPageQuery = graphql(`
  query NewContributorPage($organisationId: ID!) {
    organisation(id: $organisationId) {
      id
      name
      viewerCan {
        appoint
      }
    }
    knownPeople {
      id
      name
    }
  }
`)

/** An agency lead makes somebody a contributor of the agency. */
export function NewContributorPage() {
  const { organisationId = '' } = useParams()
  const navigate = useNavigate()
  const [{ data }] = useQuery({ query: NewContributorPageQuery, variables: { organisationId } })
  const organisation = data?.organisation
  if (!data || !organisation?.viewerCan.appoint) return <Missing />
  const back = `/organisations/${organisation.id}`
  return (
    <Main before={<BackLink href={back}>Back to the organisation</BackLink>}>
      <AppointForm
        scope="ORGANISATION"
        scopeId={organisation.id}
        roles={['CONTRIBUTOR']}
        title="Add a contributor"
        people={data.knownPeople}
        heading={
          <>
            <span className="govuk-caption-l">{organisation.name}</span>
            <h1 className="govuk-heading-l">Add a contributor</h1>
            <p>A contributor writes what the organisation assigns to them.</p>
          </>
        }
        onDone={(words) => void navigate(back, { state: saved(words) })}
      />
    </Main>
  )
}

export const ContributorPageQuery = graphql(`
  query ContributorPage($organisationId: ID!) {
    organisation(id: $organisationId) {
      id
      name
      grants {
        id
        ...GrantToChange
      }
    }
  }
`)

/** One role of one person for an organisation, to change or end. */
export function ContributorPage() {
  const { organisationId = '', grantId = '' } = useParams()
  const navigate = useNavigate()
  const [{ data }] = useQuery({ query: ContributorPageQuery, variables: { organisationId } })
  const organisation = data?.organisation
  const grant = readFragment(GrantToChangeFragment, organisation?.grants)?.find(({ id }) => id === grantId)
  if (!organisation || !grant?.viewerCan.change) return <Missing />
  const back = `/organisations/${organisation.id}`
  return (
    <Main before={<BackLink href={back}>Back to the organisation</BackLink>}>
      <GrantForm
        grant={grant}
        caption={organisation.name}
        onDone={(words) => void navigate(back, { state: saved(words) })}
      />
    </Main>
  )
}
