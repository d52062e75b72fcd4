import { useNavigate } from 'react-router'
import { useQuery } from 'urql'
import type { OrganisationKind } from '@boardwork/shared/organisation/organisationKind.ts'
import { validateOrganisation } from '@boardwork/shared/organisation/organisationRules.ts'
import { graphql } from '../../gql/gql.ts'
import { BackLink } from '../../govuk/BackLink.tsx'
import { Select } from '../../govuk/Select.tsx'
import { Form } from '../../page/Form.tsx'
import { FormProblems, problemOf } from '../../page/FormProblems.tsx'
import { Main } from '../../page/Main.tsx'
import { saved } from '../../page/SavedBanner.tsx'
import { useDraft } from '../../page/useDraft.ts'
import { usePageTitle } from '../../page/usePageTitle.ts'
import { useSave } from '../../page/useSave.ts'
import { OrganisationFields } from './OrganisationFields.tsx'

export const NewOrganisationPageQuery = graphql(`
  query NewOrganisationPage {
    regions {
      id
      name
    }
  }
`)

const CreateOrganisation = graphql(`
  mutation CreateOrganisation($input: CreateOrganisationInput!) {
    result: createOrganisation(input: $input) {
      __typename
      ... on Organisation {
        id
        name
      }
      ...InvalidInputRefusal
    }
  }
`)

/** An administrator adds an organisation. */
export function NewOrganisationPage() {
  const navigate = useNavigate()
  const [{ data }] = useQuery({ query: NewOrganisationPageQuery })
  const { save, saving, refused } = useSave(CreateOrganisation)
  const [typed, type, clear] = useDraft<{ regionId: string; name: string; kind: OrganisationKind | '' }>(
    'organisation:new',
    { regionId: '', name: '', kind: '' },
  )
  usePageTitle('Add an organisation')

  const submit = async () => {
    const { regionId, name, kind } = typed
    const organisation = await save(
      // With no kind chosen a problem was found, and nothing is sent.
      (clientMutationId) => ({ regionId, name, kind: kind === '' ? 'COUNCIL' : kind, clientMutationId }),
      validateOrganisation(typed),
    )
    if (!organisation) return
    clear()
    void navigate('/organisations', { state: saved(`“${organisation.name}” is added`) })
  }

  return (
    <Main before={<BackLink href="/organisations">Back to the organisations</BackLink>}>
      <FormProblems refused={refused} />
      <h1 className="govuk-heading-l">Add an organisation</h1>
      <Form action="Add the organisation" saving={saving} onSubmit={submit}>
        <OrganisationFields typed={typed} refused={refused} onChange={type} />
        <Select
          name="regionId"
          label="Region"
          items={[
            { value: '', text: 'Choose a region' },
            ...(data?.regions ?? []).map(({ id, name }) => ({ value: id, text: name })),
          ]}
          value={typed.regionId}
          errorMessage={problemOf(refused, 'regionId')}
          onChange={(event) => type({ ...typed, regionId: event.target.value })}
        />
      </Form>
    </Main>
  )
}
