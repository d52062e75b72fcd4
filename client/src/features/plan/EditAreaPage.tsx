import type { SubmitEvent } from 'react'
import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { checkArea, noNamesHint } from '@boardwork/shared/plan/planRules.ts'
import { graphql } from '../../gql/gql.ts'
import { BackLink } from '../../govuk/BackLink.tsx'
import { Button } from '../../govuk/Button.tsx'
import { Textarea } from '../../govuk/Textarea.tsx'
import { TextInput } from '../../govuk/TextInput.tsx'
import { Main } from '../../page/Main.tsx'
import { NotHere } from './NotHere.tsx'
import { useDraft } from '../../page/useDraft.ts'
import { usePageTitle } from '../../page/usePageTitle.ts'
import { ConflictTexts } from './ConflictTexts.tsx'
import { problemOf, Problems } from './Problems.tsx'
import { useRefusal } from './useRefusal.ts'
import { useSend } from './useSend.ts'

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
    editArea(input: $input) {
      __typename
      ... on PlanArea {
        id
        reference
        theme
        title
        version
      }
      ... on InvalidInput {
        problems {
          field
          message
        }
      }
      ... on Conflict {
        currentVersion
        fields {
          field
          theirs
          yours
        }
      }
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
  const { send, sending, failure } = useSend(EditArea)
  const { attempt, problems, conflict, refuse, conflictWith } = useRefusal()
  usePageTitle('Change this area', problems.length > 0)

  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    if (!refuse(checkArea(form))) return
    const answer = await send({ areaId: area.id, ...form })
    const result = answer?.editArea
    if (result?.__typename === 'PlanArea') {
      clear()
      void navigate(`/areas/${area.id}`)
    } else if (result?.__typename === 'InvalidInput') refuse(result.problems)
    else if (result?.__typename === 'Conflict') {
      conflictWith(result.fields)
      setForm({ ...form, version: result.currentVersion })
    } else refuse([])
  }

  return (
    <Main before={<BackLink href={`/areas/${area.id}`}>Back to the area</BackLink>}>
      <Problems attempt={attempt} problems={problems} failure={failure} />
      <h1 className="govuk-heading-l">Change this area</h1>
      {conflict && <ConflictTexts fields={conflict} labels={labels} />}
      <form noValidate onSubmit={(event) => void save(event)}>
        <TextInput
          name="reference"
          label="Reference (optional)"
          className="govuk-input--width-10"
          value={form.reference}
          onChange={(event) => setForm({ ...form, reference: event.target.value })}
          errorMessage={problemOf(problems, 'reference')}
        />
        <TextInput
          name="theme"
          label="Theme (optional)"
          value={form.theme}
          onChange={(event) => setForm({ ...form, theme: event.target.value })}
          errorMessage={problemOf(problems, 'theme')}
        />
        <Textarea
          name="title"
          label={labels.title}
          hint={noNamesHint}
          rows={3}
          value={form.title}
          onChange={(event) => setForm({ ...form, title: event.target.value })}
          errorMessage={problemOf(problems, 'title')}
        />
        <Button disabled={sending}>Save</Button>
      </form>
    </Main>
  )
}
