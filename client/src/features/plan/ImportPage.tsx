import { useState } from 'react'
import type { SubmitEvent } from 'react'
import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { checkUpload } from '@boardwork/shared/plan/readableDocument.ts'
import { graphql } from '../../gql/gql.ts'
import { BackLink } from '../../govuk/BackLink.tsx'
import { Button } from '../../govuk/Button.tsx'
import { FileUpload } from '../../govuk/FileUpload.tsx'
import { Radios } from '../../govuk/Radios.tsx'
import { Textarea } from '../../govuk/Textarea.tsx'
import { WarningText } from '../../govuk/WarningText.tsx'
import { Main } from '../../page/Main.tsx'
import { NotHere, notHere } from './NotHere.tsx'
import { useDraft } from '../../page/useDraft.ts'
import { usePageTitle } from '../../page/usePageTitle.ts'
import { problemOf, Problems } from './Problems.tsx'
import { sendFile } from './sendFile.ts'
import { useRefusal } from './useRefusal.ts'
import { useSend } from './useSend.ts'

export const ImportPageQuery = graphql(`
  query ImportPage($boardId: ID!) {
    board(id: $boardId) {
      id
      name
      viewerCanImport
    }
  }
`)

const ImportPlan = graphql(`
  mutation ImportPlan($input: ImportPlanInput!) {
    importPlan(input: $input) {
      __typename
      ... on PlanImport {
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

interface ImportForm {
  kind: string
  text: string
}

/** Takes a file or pasted text, and goes on to the preview of what was understood. */
export function ImportPage() {
  const { boardId = '' } = useParams()
  const navigate = useNavigate()
  const [{ data }] = useQuery({ query: ImportPageQuery, variables: { boardId } })
  const [form, setForm, clear] = useDraft<ImportForm>(`import:${boardId}`, { kind: 'file', text: '' })
  const [file, setFile] = useState<File | null>(null)
  const [progress, setProgress] = useState<number | null>(null)
  const [lost, setLost] = useState<string | null>(null)
  const [kept, setKept] = useState<{ of: string; uploadId: string } | null>(null)
  const { send, sending, failure } = useSend(ImportPlan)
  const { attempt, problems, refuse } = useRefusal()
  const board = data?.board
  const field = form.kind === 'file' ? 'file' : 'text'
  const busy = sending || progress !== null
  usePageTitle(
    board?.viewerCanImport ? 'Bring in a plan' : notHere('board'),
    problems.length > 0 || lost !== null,
  )
  if (!board?.viewerCanImport) return <NotHere what="board" loaded={data !== undefined} />

  const start = async (event: SubmitEvent) => {
    event.preventDefault()
    setLost(null)
    if (form.kind === 'file' && !file)
      return void refuse([{ field: 'file', message: 'Choose the file with the plan.' }])
    if (form.kind === 'text' && form.text.trim() === '')
      return void refuse([{ field: 'text', message: 'Paste the text of the plan.' }])
    const chosen = form.kind === 'file' ? file : null
    const fileName = chosen?.name ?? 'Pasted text'
    const bytes = chosen ? new Uint8Array(await chosen.arrayBuffer()) : new TextEncoder().encode(form.text)
    const checked = checkUpload({ name: chosen?.name ?? 'The text', bytes })
    if (!refuse(checked.ok ? [] : [{ field, message: checked.message }])) return undefined

    // A file that arrived need not be sent again when the answer to the second step was lost.
    const of = chosen ? `${chosen.name} ${chosen.size} ${chosen.lastModified}` : form.text
    let uploadId = kept?.of === of ? kept.uploadId : null
    if (uploadId === null) {
      setProgress(0)
      const sent = await sendFile(board.id, fileName, bytes, setProgress)
      setProgress(null)
      if (sent.uploadId === undefined) {
        if (sent.refused) refuse([{ field, message: sent.message }])
        else setLost(sent.message)
        return undefined
      }
      uploadId = sent.uploadId
      setKept({ of, uploadId })
    }
    const answer = await send({ boardId: board.id, source: { uploadId }, fileName })
    const result = answer?.importPlan
    if (result?.__typename === 'PlanImport') {
      clear()
      void navigate(`/imports/${result.id}`)
      return undefined
    }
    return void refuse((result?.problems ?? []).map((problem) => ({ ...problem, field })))
  }

  return (
    <Main before={<BackLink href={`/boards/${board.id}`}>Back to {board.name}</BackLink>}>
      <Problems attempt={attempt} problems={problems} failure={failure ?? lost} />
      <h1 className="govuk-heading-l">Bring in a plan</h1>
      <p>
        We read the document and show you what we understood. You can put everything right before it becomes a
        plan. Nothing of the document is dropped without telling you.
      </p>
      <WarningText>
        Take out the names of adults and children, and anything that would let somebody know who they are,
        before you bring a document in.
      </WarningText>
      <form noValidate onSubmit={(event) => void start(event)} aria-busy={busy}>
        <Radios
          name="kind"
          fieldset={{ legend: 'Where is the plan?' }}
          value={form.kind}
          onValueChange={(kind) => setForm({ ...form, kind })}
          items={[
            {
              value: 'file',
              text: 'In a text file',
              conditional: (
                <FileUpload
                  name="file"
                  label="File"
                  hint="A text file (.txt, .csv or .tsv) of up to 10 MB. From Word or Excel, copy the plan and paste it as text."
                  accept=".txt,.text,.csv,.tsv,text/plain"
                  onChange={(event) => setFile(event.target.files?.[0] ?? null)}
                  errorMessage={problemOf(problems, 'file')}
                />
              ),
            },
            {
              value: 'text',
              text: 'I want to paste it',
              conditional: (
                <Textarea
                  name="text"
                  label="Text of the plan"
                  hint="Copy the whole plan with its tables and headings, then paste it here."
                  rows={12}
                  value={form.text}
                  onChange={(event) => setForm({ ...form, text: event.target.value })}
                  errorMessage={problemOf(problems, 'text')}
                />
              ),
            },
          ]}
        />
        <Button disabled={busy}>Read the plan</Button>
        <p role="status">
          {progress !== null && (
            <>
              Sending the document: {Math.round(progress * 100)}%{' '}
              <progress max={1} value={progress} aria-label="Sending the document" />
            </>
          )}
          {sending && 'Reading the document…'}
        </p>
      </form>
    </Main>
  )
}
