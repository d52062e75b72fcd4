import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { checkDocument } from '@boardwork/shared/document/readableDocument.ts'
import { graphql } from '../../gql/gql.ts'
import { BackLink } from '../../govuk/BackLink.tsx'
import { FileUpload } from '../../govuk/FileUpload.tsx'
import { Radios } from '../../govuk/Radios.tsx'
import { Textarea } from '../../govuk/Textarea.tsx'
import { Form } from '../../page/Form.tsx'
import { FormProblems, problemOf } from '../../page/FormProblems.tsx'
import { Main } from '../../page/Main.tsx'
import { Missing, missingTitle } from '../../page/Missing.tsx'
import { sendFile } from '../../page/sendFile.ts'
import { useDraft } from '../../page/useDraft.ts'
import { usePageTitle } from '../../page/usePageTitle.ts'
import { useSave } from '../../page/useSave.ts'

export const BringInRegistersPageQuery = graphql(`
  query BringInRegistersPage($boardId: ID!) {
    board(id: $boardId) {
      id
      name
      viewerCanBringInRegisters
    }
  }
`)

const BringInRegister = graphql(`
  mutation BringInRegister($input: BringInRegisterInput!) {
    result: bringInRegister(input: $input) {
      __typename
      ... on RegisterImport {
        id
      }
      ... on InvalidInput {
        problems {
          field
          message
        }
      }
    }
  }
`)

/** Takes a list of attendance that was kept elsewhere. */
export function BringInRegistersPage() {
  const { boardId = '' } = useParams()
  const [{ data }] = useQuery({ query: BringInRegistersPageQuery, variables: { boardId } })
  const board = data?.board
  usePageTitle(board?.viewerCanBringInRegisters ? 'Bring in past registers' : missingTitle)
  if (!board?.viewerCanBringInRegisters) return <Missing />
  return <BringIn boardId={board.id} name={board.name} />
}

function BringIn({ boardId, name }: { boardId: string; name: string }) {
  const navigate = useNavigate()
  const [form, setForm, clear] = useDraft(`past-registers:${boardId}`, { kind: 'file', text: '' })
  const [file, setFile] = useState<File | null>(null)
  const [progress, setProgress] = useState<number | null>(null)
  const [kept, setKept] = useState<{ of: string; id: string } | null>(null)
  const { save, saving, refused, refuse } = useSave(BringInRegister)
  const field = form.kind === 'file' ? 'file' : 'text'

  // What the server finds in the list stands beside the field that it came from.
  const shown = {
    ...refused,
    problems: refused.problems.map((problem) =>
      problem.field === 'source' ? { ...problem, field } : problem,
    ),
  }
  const refuseField = (message: string) => refuse({ problems: [{ field, message }] })

  const start = async () => {
    if (form.kind === 'file' && !file) return refuseField('Choose the file with the list.')
    if (form.kind === 'text' && form.text.trim() === '') return refuseField('Paste the list.')
    const chosen = form.kind === 'file' ? file : null
    const fileName = chosen?.name ?? 'Pasted text'
    const bytes = chosen ? new Uint8Array(await chosen.arrayBuffer()) : new TextEncoder().encode(form.text)
    const checked = checkDocument({ name: chosen?.name ?? 'The text', bytes })
    if (!checked.ok) return refuseField(checked.message)

    // A file that arrived need not be sent again when the answer to the second step was lost.
    const of = chosen ? `${chosen.name} ${chosen.size} ${chosen.lastModified}` : form.text
    refuse({})
    setProgress(0)
    const sent = kept?.of === of ? kept : await sendFile(boardId, fileName, bytes, setProgress)
    setProgress(null)
    if (sent.id === undefined) {
      return sent.refused ? refuseField(sent.message) : refuse({ failure: sent.message })
    }
    const { id: uploadId } = sent
    setKept({ of, id: uploadId })
    const started = await save((clientMutationId) => ({
      boardId,
      source: { uploadId },
      fileName,
      clientMutationId,
    }))
    if (!started) return
    clear()
    void navigate(`/past-registers/${started.id}`)
  }

  return (
    <Main before={<BackLink href={`/boards/${boardId}/past-registers`}>Back to past registers</BackLink>}>
      <FormProblems refused={shown} />
      <span className="govuk-caption-l">{name}</span>
      <h1 className="govuk-heading-l">Bring in past registers</h1>
      <p>
        We read a list of attendance that you kept by hand, and show you what we understood. Where the list
        leaves something open, we ask you. Nothing counts until you save it, and you can undo that.
      </p>
      <p>We can read a list:</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>with agencies or people down the side and meetings across, or the other way round</li>
        <li>with a line for each meeting and person</li>
      </ul>
      <Form action="Read the list" saving={saving || progress !== null} onSubmit={start}>
        <Radios
          name="kind"
          fieldset={{ legend: 'Where is the list?' }}
          value={form.kind}
          onValueChange={(kind) => setForm({ ...form, kind })}
          items={[
            {
              value: 'file',
              text: 'In a file',
              conditional: (
                <FileUpload
                  name="file"
                  label="File"
                  hint="An Excel workbook (.xlsx), a text file (.csv, .tsv or .txt), a Word document (.docx) or a PDF with text, of up to 25 MB."
                  accept=".xlsx,.csv,.tsv,.txt,.text,.docx,.pdf,text/plain"
                  onChange={(event) => setFile(event.target.files?.[0] ?? null)}
                  errorMessage={problemOf(shown, 'file')}
                />
              ),
            },
            {
              value: 'text',
              text: 'I want to paste it',
              conditional: (
                <Textarea
                  name="text"
                  label="The list"
                  hint="Copy the cells with their headings, then paste them here."
                  rows={12}
                  value={form.text}
                  onChange={(event) => setForm({ ...form, text: event.target.value })}
                  errorMessage={problemOf(shown, 'text')}
                />
              ),
            },
          ]}
        />
      </Form>
      <p role="status">
        {progress !== null && (
          <>
            Sending the list: {Math.round(progress * 100)}%{' '}
            <progress max={1} value={progress} aria-label="Sending the list" />
          </>
        )}
        {saving && 'Reading the list…'}
      </p>
    </Main>
  )
}
