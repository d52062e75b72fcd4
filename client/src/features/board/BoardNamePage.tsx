import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { validateBoardName } from '@boardwork/shared/board/boardRules.ts'
import { graphql } from '../../gql/gql.ts'
import type { BoardNamePageQuery as Page } from '../../gql/graphql.ts'
import { BackLink } from '../../govuk/BackLink.tsx'
import { TextInput } from '../../govuk/TextInput.tsx'
import { Form } from '../../page/Form.tsx'
import { FormProblems, problemOf } from '../../page/FormProblems.tsx'
import { Main } from '../../page/Main.tsx'
import { Missing } from '../../page/Missing.tsx'
import { saved } from '../../page/SavedBanner.tsx'
import { useDraft } from '../../page/useDraft.ts'
import { usePageTitle } from '../../page/usePageTitle.ts'
import { useSave } from '../../page/useSave.ts'

export const BoardNamePageQuery = graphql(`
  query BoardNamePage($boardId: ID!) {
    board(id: $boardId) {
      id
      name
      version
      viewerCan {
        rename
      }
    }
  }
`)

const RenameBoard = graphql(`
  mutation RenameBoard($input: RenameBoardInput!) {
    result: renameBoard(input: $input) {
      __typename
      ... on Board {
        id
        name
        version
      }
      ...InvalidInputRefusal
      ...ConflictRefusal
    }
  }
`)

/** Gives a board or sub-group another name. */
export function BoardNamePage() {
  const { boardId = '' } = useParams()
  const [{ data }] = useQuery({ query: BoardNamePageQuery, variables: { boardId } })
  return data?.board?.viewerCan.rename ? <BoardNameForm board={data.board} /> : <Missing />
}

function BoardNameForm({ board }: { board: NonNullable<Page['board']> }) {
  const navigate = useNavigate()
  const { save, saving, seenVersion, refused } = useSave(RenameBoard)
  // The version belongs to what is typed: kept with it, a later change by somebody else is found after a reload too.
  const [typed, type, clear] = useDraft(`board:name:${board.id}`, {
    name: board.name,
    version: board.version,
  })
  const { name } = typed
  usePageTitle('Change the name')

  const submit = async () => {
    const renamed = await save(
      (clientMutationId) => ({
        boardId: board.id,
        version: Math.max(typed.version, seenVersion),
        name,
        clientMutationId,
      }),
      validateBoardName({ name }),
    )
    if (!renamed) return
    clear()
    void navigate(`/boards/${board.id}`, { state: saved(`The name is changed to “${renamed.name}”`) })
  }

  return (
    <Main before={<BackLink href={`/boards/${board.id}`}>Back to the board</BackLink>}>
      <FormProblems refused={refused} labels={{ name: 'Name' }} />
      <h1 className="govuk-heading-l">Change the name</h1>
      <Form action="Save the name" saving={saving} onSubmit={submit}>
        <TextInput
          name="name"
          label="Name of the board or sub-group"
          value={name}
          errorMessage={problemOf(refused, 'name')}
          onChange={(event) => type({ ...typed, name: event.target.value })}
        />
      </Form>
    </Main>
  )
}
