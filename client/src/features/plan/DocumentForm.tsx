import { useState } from 'react'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { checkDocument } from '@boardwork/shared/document/readableDocument.ts'
import { graphql } from '../../gql/gql.ts'
import { FileUpload } from '../../govuk/FileUpload.tsx'
import { Radios } from '../../govuk/Radios.tsx'
import { Textarea } from '../../govuk/Textarea.tsx'
import { WarningText } from '../../govuk/WarningText.tsx'
import { Form } from '../../page/Form.tsx'
import { FormProblems, problemOf } from '../../page/FormProblems.tsx'
import { Main } from '../../page/Main.tsx'
import { sendFile } from '../../page/sendFile.ts'
import { useDraft } from '../../page/useDraft.ts'
import { useSave } from '../../page/useSave.ts'
import { ReadingProgress } from './ReadingProgress.tsx'

const ImportPlan = graphql(`
  mutation ImportPlan($input: ImportPlanInput!) {
    result: importPlan(input: $input) {
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

interface DocumentFormProps {
  boardId: string
  /** The plan of which it is a later version. */
  planId?: string
  /** The way back. */
  back: ReactNode
  /** What this page is about. */
  children: ReactNode
}

/** Takes a file or pasted text, and goes on to the preview of what was understood. */
export function DocumentForm({ boardId, planId, back, children }: DocumentFormProps) {
  const navigate = useNavigate()
  const [form, setForm, clear] = useDraft<ImportForm>(`import:${planId ?? boardId}`, {
    kind: 'file',
    text: '',
  })
  const [file, setFile] = useState<File | null>(null)
  const [progress, setProgress] = useState<number | null>(null)
  const [kept, setKept] = useState<{ of: string; id: string } | null>(null)
  const { save, saving, refused, refuse } = useSave(ImportPlan)
  const field = form.kind === 'file' ? 'file' : 'text'

  // What the server finds in the document stands beside the field that it came from.
  const shown = {
    ...refused,
    problems: refused.problems.map((problem) =>
      problem.field === 'source' ? { ...problem, field } : problem,
    ),
  }
  const refuseField = (message: string) => refuse({ problems: [{ field, message }] })

  const start = async () => {
    if (form.kind === 'file' && !file) return refuseField('Choose the file with the plan.')
    if (form.kind === 'text' && form.text.trim() === '') return refuseField('Paste the text of the plan.')
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
      ...(planId === undefined ? {} : { planId }),
      source: { uploadId },
      fileName,
      clientMutationId,
    }))
    if (!started) return
    clear()
    void navigate(`/imports/${started.id}`)
  }

  return (
    <Main before={back}>
      <FormProblems refused={shown} />
      {children}
      <WarningText>
        Take out the names of adults and children, and anything that would let somebody know who they are,
        before you bring a document in.
      </WarningText>
      <Form action="Read the plan" saving={saving || progress !== null} onSubmit={start}>
        <Radios
          name="kind"
          fieldset={{ legend: 'Where is the plan?' }}
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
                  hint="A Word document (.docx), an Excel workbook (.xlsx), a PDF with text, or a text file (.txt, .csv or .tsv) of up to 25 MB."
                  accept=".docx,.xlsx,.pdf,.txt,.text,.csv,.tsv,text/plain"
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
                  label="Text of the plan"
                  hint="Copy the whole plan with its tables and headings, then paste it here."
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
            Sending the document: {Math.round(progress * 100)}%{' '}
            <progress max={1} value={progress} aria-label="Sending the document" />
          </>
        )}
        {saving && kept && <ReadingProgress uploadId={kept.id} />}
      </p>
    </Main>
  )
}
