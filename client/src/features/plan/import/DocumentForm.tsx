import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { graphql } from '../../../gql/gql.ts'
import { WarningText } from '../../../govuk/WarningText.tsx'
import { SendDocumentForm } from '../../../page/SendDocumentForm.tsx'
import { useSave } from '../../../page/useSave.ts'

const ImportPlan = graphql(`
  mutation ImportPlan($input: ImportPlanInput!) {
    result: importPlan(input: $input) {
      __typename
      ... on PlanImport {
        id
      }
      ...InvalidInputRefusal
    }
  }
`)

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
  const { save, saving, refused, refuse } = useSave(ImportPlan)

  const read = async ({ uploadId, fileName }: { uploadId: string; fileName: string }) => {
    const started = await save((clientMutationId) => ({
      boardId,
      ...(planId === undefined ? {} : { planId }),
      source: { uploadId },
      fileName,
      clientMutationId,
    }))
    if (started) void navigate(`/imports/${started.id}`)
    return started !== null
  }

  return (
    <SendDocumentForm
      boardId={boardId}
      draftKey={`import:${planId ?? boardId}`}
      what="the plan"
      pasted="the text of the plan"
      action="Read the plan"
      fileHint="A Word document (.docx), an Excel workbook (.xlsx), a PDF with text, or a text file (.txt, .csv or .tsv) of up to 25 MB."
      accept=".docx,.xlsx,.pdf,.txt,.text,.csv,.tsv,text/plain"
      textLabel="Text of the plan"
      textHint="Copy the whole plan with its tables and headings, then paste it here."
      saving={saving}
      refused={refused}
      refuse={refuse}
      read={read}
      back={back}
    >
      {children}
      <WarningText>
        Take out the names of adults and children, and anything that would let somebody know who they are,
        before you bring a document in.
      </WarningText>
    </SendDocumentForm>
  )
}
