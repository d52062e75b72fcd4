import { useState } from 'react'
import type { ReactNode } from 'react'
import { checkDocument } from '@boardwork/shared/document/readableDocument.ts'
import { FileUpload } from '../govuk/FileUpload.tsx'
import { Radios } from '../govuk/Radios.tsx'
import { Textarea } from '../govuk/Textarea.tsx'
import { Form } from './Form.tsx'
import { FormProblems, problemOf } from './FormProblems.tsx'
import { Main } from './Main.tsx'
import { ReadingProgress } from './ReadingProgress.tsx'
import { sendFile } from './sendFile.ts'
import { useDraft } from './useDraft.ts'
import type { Refused, useRefused } from './useRefused.ts'

interface SendDocumentFormProps {
  boardId: string
  /** Whose draft a pasted text is. */
  draftKey: string
  /** What the page calls the document, and what is pasted of it: "the plan", "the text of the plan". */
  what: string
  pasted: string
  /** What the button says. */
  action: string
  fileHint: string
  accept: string
  textLabel: string
  textHint: string
  /** Of the mutation that reads what was sent. */
  saving: boolean
  refused: Refused
  refuse: ReturnType<typeof useRefused>['refuse']
  /** Reads what was sent, and goes on; false where it was refused. */
  read: (source: { uploadId: string; fileName: string }) => Promise<boolean>
  /** The way back. */
  back: ReactNode
  /** What the page is about. */
  children: ReactNode
}

/** Takes a file or pasted text, checks it, sends it, and has it read. */
export function SendDocumentForm({
  boardId,
  draftKey,
  what,
  pasted,
  action,
  fileHint,
  accept,
  textLabel,
  textHint,
  saving,
  refused,
  refuse,
  read,
  back,
  children,
}: SendDocumentFormProps) {
  const [form, setForm, clear] = useDraft(draftKey, { kind: 'file', text: '' })
  const [file, setFile] = useState<File | null>(null)
  const [progress, setProgress] = useState<number | null>(null)
  const [kept, setKept] = useState<{ of: string; id: string } | null>(null)
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
    if (form.kind === 'file' && !file) return refuseField(`Choose the file with ${what}.`)
    if (form.kind === 'text' && form.text.trim() === '') return refuseField(`Paste ${pasted}.`)
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
    setKept({ of, id: sent.id })
    if (await read({ uploadId: sent.id, fileName })) clear()
  }

  return (
    <Main before={back}>
      <FormProblems refused={shown} />
      {children}
      <Form action={action} saving={saving || progress !== null} onSubmit={start}>
        <Radios
          name="kind"
          fieldset={{ legend: `Where is ${what}?` }}
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
                  hint={fileHint}
                  accept={accept}
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
                  label={textLabel}
                  hint={textHint}
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
