import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { graphql } from '../../../gql/gql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Missing, missingTitle } from '../../../page/Missing.tsx'
import { SendDocumentForm } from '../../../page/SendDocumentForm.tsx'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { useSave } from '../../../page/useSave.ts'

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
      ...InvalidInputRefusal
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
  const { save, saving, refused, refuse } = useSave(BringInRegister)

  const read = async ({ uploadId, fileName }: { uploadId: string; fileName: string }) => {
    const started = await save((clientMutationId) => ({
      boardId,
      source: { uploadId },
      fileName,
      clientMutationId,
    }))
    if (started) void navigate(`/past-registers/${started.id}`)
    return started !== null
  }

  return (
    <SendDocumentForm
      boardId={boardId}
      draftKey={`past-registers:${boardId}`}
      what="the list"
      pasted="the list"
      action="Read the list"
      fileHint="An Excel workbook (.xlsx), a text file (.csv, .tsv or .txt), a Word document (.docx) or a PDF with text, of up to 25 MB."
      accept=".xlsx,.csv,.tsv,.txt,.text,.docx,.pdf,text/plain"
      textLabel="The list"
      textHint="Copy the cells with their headings, then paste them here."
      saving={saving}
      refused={refused}
      refuse={refuse}
      read={read}
      back={<BackLink href={`/boards/${boardId}/past-registers`}>Back to past registers</BackLink>}
    >
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
        <li>with lists of people for each meeting, under headings such as Present and Apologies</li>
      </ul>
    </SendDocumentForm>
  )
}
