import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { formatDay } from '@boardwork/shared/board/dates.ts'
import type { OrganisationKind } from '@boardwork/shared/organisation/organisationKind.ts'
import { validateOrganisation } from '@boardwork/shared/organisation/organisationRules.ts'
import { graphql } from '../../gql/gql.ts'
import type { ChangeOrganisationPageQuery as Page } from '../../gql/graphql.ts'
import { BackLink } from '../../govuk/BackLink.tsx'
import { Link } from '../../govuk/Link.tsx'
import { Form } from '../../page/Form.tsx'
import { FormProblems } from '../../page/FormProblems.tsx'
import { Main } from '../../page/Main.tsx'
import { Missing } from '../../page/Missing.tsx'
import { saved } from '../../page/SavedBanner.tsx'
import { useDraft } from '../../page/useDraft.ts'
import { usePageTitle } from '../../page/usePageTitle.ts'
import { useSave } from '../../page/useSave.ts'
import { WhyLink } from '../../page/WhyLink.tsx'
import { OrganisationFields } from './OrganisationFields.tsx'

export const ChangeOrganisationPageQuery = graphql(`
  query ChangeOrganisationPage($organisationId: ID!) {
    organisation(id: $organisationId) {
      id
      name
      kind
      version
      regionId
      viewerCan {
        change
      }
      partOf {
        organisationId
        organisationName
        since
      }
    }
  }
`)

const ChangeOrganisation = graphql(`
  mutation ChangeOrganisation($input: ChangeOrganisationInput!) {
    result: changeOrganisation(input: $input) {
      __typename
      ... on Organisation {
        id
        name
        kind
        version
      }
      ...InvalidInputRefusal
      ...ConflictRefusal
    }
  }
`)

/** An administrator changes the name and kind of an organisation. */
export function ChangeOrganisationPage() {
  const { organisationId = '' } = useParams()
  const [{ data }] = useQuery({ query: ChangeOrganisationPageQuery, variables: { organisationId } })
  const organisation = data?.organisation
  return organisation?.viewerCan.change ? <ChangeOrganisationForm organisation={organisation} /> : <Missing />
}

function ChangeOrganisationForm({ organisation }: { organisation: NonNullable<Page['organisation']> }) {
  const { id, regionId, version, partOf } = organisation
  const navigate = useNavigate()
  const { save, saving, seenVersion, refused } = useSave(ChangeOrganisation)
  // The version belongs to what is typed: kept with it, a later change by somebody else is found after a reload too.
  const [typed, type, clear] = useDraft<{ name: string; kind: OrganisationKind | ''; version: number }>(
    `organisation:${id}`,
    {
      name: organisation.name,
      kind: organisation.kind,
      version,
    },
  )
  usePageTitle(`Change ${organisation.name}`)

  const submit = async () => {
    const { name, kind } = typed
    const changed = await save(
      (clientMutationId) => ({
        organisationId: id,
        version: Math.max(typed.version, seenVersion),
        name,
        kind: kind === '' ? organisation.kind : kind,
        clientMutationId,
      }),
      validateOrganisation({ name, kind, regionId }),
    )
    if (!changed) return
    clear()
    void navigate('/organisations', { state: saved(`“${changed.name}” is saved`) })
  }

  return (
    <Main before={<BackLink href="/organisations">Back to the organisations</BackLink>}>
      <FormProblems refused={refused} labels={{ name: 'Name', kind: 'Kind' }} />
      <h1 className="govuk-heading-l">Change an organisation</h1>
      <Form action="Save the organisation" saving={saving} onSubmit={submit}>
        <OrganisationFields typed={typed} refused={refused} onChange={type} />
      </Form>
      <h2 className="govuk-heading-m">Merger</h2>
      {partOf ? (
        <p>
          It has been part of {partOf.organisationName} since {formatDay(partOf.since)}.{' '}
          <Link href={`/organisations/${id}/merger`}>Look at the merger or take it back</Link>
        </p>
      ) : (
        <p>
          <Link href={`/organisations/${id}/merger`}>Record that it became part of another organisation</Link>
        </p>
      )}
      <WhyLink record="ORGANISATION" id={id} />
    </Main>
  )
}
