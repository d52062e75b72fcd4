import { useParams } from 'react-router'
import { useQuery } from 'urql'
import { graphql } from '../../../gql/gql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { DocumentForm } from './DocumentForm.tsx'
import { NotHere, notHere } from '../NotHere.tsx'

export const ImportPageQuery = graphql(`
  query ImportPage($boardId: ID!) {
    board(id: $boardId) {
      id
      name
      viewerCanImport
    }
  }
`)

/** Takes the document that becomes a plan. */
export function ImportPage() {
  const { boardId = '' } = useParams()
  const [{ data }] = useQuery({ query: ImportPageQuery, variables: { boardId } })
  const board = data?.board
  usePageTitle(board?.viewerCanImport ? 'Bring in a plan' : notHere('board'))
  if (!board?.viewerCanImport) return <NotHere what="board" loaded={data !== undefined} />
  return (
    <DocumentForm
      boardId={board.id}
      back={<BackLink href={`/boards/${board.id}`}>Back to {board.name}</BackLink>}
    >
      <h1 className="govuk-heading-l">Bring in a plan</h1>
      <p>
        We read the document and show you what we understood. You can put everything right before it becomes a
        plan. Nothing of the document is dropped without telling you.
      </p>
    </DocumentForm>
  )
}
