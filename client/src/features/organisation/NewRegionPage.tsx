import { useNavigate } from 'react-router'
import { validateRegion } from '@boardwork/shared/organisation/organisationRules.ts'
import { graphql } from '../../gql/gql.ts'
import { BackLink } from '../../govuk/BackLink.tsx'
import { TextInput } from '../../govuk/TextInput.tsx'
import { Form } from '../../page/Form.tsx'
import { FormProblems, problemOf } from '../../page/FormProblems.tsx'
import { Main } from '../../page/Main.tsx'
import { saved } from '../../page/SavedBanner.tsx'
import { useDraft } from '../../page/useDraft.ts'
import { usePageTitle } from '../../page/usePageTitle.ts'
import { useSave } from '../../page/useSave.ts'

const CreateRegion = graphql(`
  mutation CreateRegion($input: CreateRegionInput!) {
    result: createRegion(input: $input) {
      __typename
      ... on Region {
        id
        name
      }
      ...InvalidInputRefusal
    }
  }
`)

/** An administrator adds a region: councils that compare themselves with one another. */
export function NewRegionPage() {
  const navigate = useNavigate()
  const { save, saving, refused } = useSave(CreateRegion)
  const [name, type, clear] = useDraft('region:new', '')
  usePageTitle('Add a region')

  const submit = async () => {
    const region = await save((clientMutationId) => ({ name, clientMutationId }), validateRegion({ name }))
    if (!region) return
    clear()
    void navigate('/organisations', { state: saved(`The region “${region.name}” is added`) })
  }

  return (
    <Main before={<BackLink href="/organisations">Back to the organisations</BackLink>}>
      <FormProblems refused={refused} />
      <h1 className="govuk-heading-l">Add a region</h1>
      <p>A region is made of councils that compare themselves with one another.</p>
      <Form action="Add the region" saving={saving} onSubmit={submit}>
        <TextInput
          name="name"
          label="Name of the region"
          value={name}
          errorMessage={problemOf(refused, 'name')}
          onChange={(event) => type(event.target.value)}
        />
      </Form>
    </Main>
  )
}
