import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { checkArea, noNamesHint } from '@boardwork/shared/plan/planRules.ts'
import { graphql } from '../../../gql/gql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Textarea } from '../../../govuk/Textarea.tsx'
import { TextInput } from '../../../govuk/TextInput.tsx'
import { Form } from '../../../page/Form.tsx'
import { FormProblems, problemOf } from '../../../page/FormProblems.tsx'
import { Main } from '../../../page/Main.tsx'
import { useDraft } from '../../../page/useDraft.ts'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { useSave } from '../../../page/useSave.ts'
import { NotHere } from '../NotHere.tsx'

export const EditAreaPageQuery = graphql(`
  query EditAreaPage($id: ID!) {
    area(id: $id) {
      id
      reference
      theme
      title
      version
      viewerCan {
        edit
      }
    }
  }
`)

const EditArea = graphql(`
  mutation EditArea($input: EditAreaInput!) {
    result: editArea(input: $input) {
      __typename
      ... on PlanArea {
        id
        reference
        theme
        title
        version
      }
      ...InvalidInputRefusal
      ...ConflictRefusal
    }
  }
`)

const labels = { reference: 'Reference', theme: 'Theme', title: 'What is to be improved' }

export function EditAreaPage() {
  const { areaId = '' } = useParams()
  const [{ data }] = useQuery({ query: EditAreaPageQuery, variables: { id: areaId } })
  const area = data?.area
  if (!area?.viewerCan.edit) return <NotHere what="area" loaded={data !== undefined} />
  return <EditAreaForm key={area.id} area={area} />
}

interface EditAreaFormProps {
  area: { id: string; reference: string; theme?: string | null; title: string; version: number }
}

function EditAreaForm({ area }: EditAreaFormProps) {
  const navigate = useNavigate()
  const [form, setForm, clear] = useDraft(`area:${area.id}`, {
    reference: area.reference,
    theme: area.theme ?? '',
    title: area.title,
    version: area.version,
  })
  const { save, saving, seenVersion, refused } = useSave(EditArea)
  usePageTitle('Change this area')

  const submit = async () => {
    const changed = await save(
      (clientMutationId) => ({
        ...form,
        areaId: area.id,
        version: Math.max(form.version, seenVersion),
        clientMutationId,
      }),
      checkArea(form),
    )
    if (!changed) return
    clear()
    void navigate(`/areas/${area.id}`)
  }

  return (
    <Main before={<BackLink href={`/areas/${area.id}`}>Back to the area</BackLink>}>
      <FormProblems refused={refused} labels={labels} />
      <h1 className="govuk-heading-l">Change this area</h1>
      <Form action="Save" saving={saving} onSubmit={submit}>
        <TextInput
          name="reference"
          label="Reference (optional)"
          className="govuk-input--width-10"
          value={form.reference}
          onChange={(event) => setForm({ ...form, reference: event.target.value })}
          errorMessage={problemOf(refused, 'reference')}
        />
        <TextInput
          name="theme"
          label="Theme (optional)"
          value={form.theme}
          onChange={(event) => setForm({ ...form, theme: event.target.value })}
          errorMessage={problemOf(refused, 'theme')}
        />
        <Textarea
          name="title"
          label={labels.title}
          hint={noNamesHint}
          rows={3}
          value={form.title}
          onChange={(event) => setForm({ ...form, title: event.target.value })}
          errorMessage={problemOf(refused, 'title')}
        />
      </Form>
    </Main>
  )
}
