import { useState } from 'react'
import { PlanField, planFieldName } from '@boardwork/shared/plan/import/planField.ts'
import { graphql } from '../../../gql/gql.ts'
import { Details } from '../../../govuk/Details.tsx'
import { Select } from '../../../govuk/Select.tsx'
import { Form } from '../../../page/Form.tsx'
import { FormProblems } from '../../../page/FormProblems.tsx'
import { useSave } from '../../../page/useSave.ts'
import { countText } from '../words.ts'

const ChooseColumns = graphql(`
  mutation ChooseColumns($input: ChooseColumnsInput!) {
    result: chooseColumns(input: $input) {
      __typename
      ... on PlanImport {
        id
        version
        draft
        mended
        columns {
          key
          heading
          field
          chosen
        }
      }
      ...InvalidInputRefusal
      ...ConflictRefusal
      ...NotReadyRefusal
    }
  }
`)

interface DraftColumnsProps {
  importId: string
  version: number
  columns: readonly { key: string; heading: string; field: PlanField; chosen: boolean }[]
  /** Whether somebody has changed the plan since the document was read. */
  mended: boolean
  /** Called once the document was read again. */
  onRead: () => void
}

/** What each column of the document was taken for, to be put right before anything else is mended. */
export function DraftColumns({ importId, version, columns, mended, onRead }: DraftColumnsProps) {
  const [chosen, setChosen] = useState<Readonly<Record<string, PlanField>>>({})
  const { save, saving, refused, refuse } = useSave(ChooseColumns)
  const submit = async () => {
    const changes = Object.entries(chosen).map(([key, field]) => ({ key, field }))
    if (changes.length === 0) return refuse({ failure: 'Choose something else for a column first.' })
    const read = await save((clientMutationId) => ({ importId, version, columns: changes, clientMutationId }))
    if (read) onRead()
  }
  const summary = `What the ${countText(columns.length, 'column')} of the document hold`
  if (mended)
    return (
      <Details summary={summary}>
        <p>
          This plan has been changed, and reading the document again would undo that. To choose other columns,
          put this import away and bring the document in again.
        </p>
      </Details>
    )
  return (
    <Details summary={summary}>
      <FormProblems refused={refused} />
      <p>
        Is a column taken for something else? Choose what it holds, and we read the document again. We
        remember it for your board’s next document.
      </p>
      <Form action="Read the document again" variant="secondary" saving={saving} onSubmit={submit}>
        {columns.map(({ key, heading, field }, index) => (
          <Select
            key={key}
            name={`column-${index}`}
            label={heading === '' ? `Column ${index + 1}, which has no heading` : `“${heading.slice(0, 80)}”`}
            value={chosen[key] ?? field}
            onChange={({ target }) => {
              const next = Object.values(PlanField).find((each) => each === target.value)
              if (next) setChosen({ ...chosen, [key]: next })
            }}
            items={Object.values(PlanField).map((value) => ({ value, text: planFieldName[value] }))}
          />
        ))}
      </Form>
    </Details>
  )
}
