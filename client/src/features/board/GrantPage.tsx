import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { readFragment } from '../../gql/fragment-masking.ts'
import { graphql } from '../../gql/gql.ts'
import { BackLink } from '../../govuk/BackLink.tsx'
import { Main } from '../../page/Main.tsx'
import { Missing } from '../../page/Missing.tsx'
import { saved } from '../../page/SavedBanner.tsx'
import { GrantForm, GrantToChangeFragment } from './GrantForm.tsx'

export const GrantPageQuery = graphql(`
  query GrantPage($boardId: ID!) {
    viewer {
      id
      personId
    }
    board(id: $boardId) {
      id
      name
      viewerCan {
        readPeople
      }
      grants {
        id
        ...GrantToChange
      }
    }
  }
`)

/** One role of one person at a board, to change or end. */
export function GrantPage() {
  const { boardId = '', grantId = '' } = useParams()
  const navigate = useNavigate()
  const [{ data }] = useQuery({ query: GrantPageQuery, variables: { boardId } })
  const board = data?.board
  const grant = readFragment(GrantToChangeFragment, board?.grants)?.find(({ id }) => id === grantId)
  if (!board || !grant?.viewerCan.change) return <Missing />
  const back = `/boards/${board.id}/people`
  const isOwn = grant.person?.id === data.viewer?.personId
  // Whoever ends their own role may not be able to see the board any more.
  const done = (words: string, ended: boolean) =>
    void navigate(isOwn && ended ? '/' : back, { state: saved(words) })
  return (
    <Main before={<BackLink href={back}>Back to the people</BackLink>}>
      <GrantForm grant={grant} caption={board.name} onDone={done} />
    </Main>
  )
}
