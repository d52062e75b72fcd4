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
  if (!board || !grant) return <Missing />
  // Once it has ended, what is left of the page is what was just done; the list says the rest.
  const back = `/boards/${board.id}/people`
  // Whoever ends their own role may not be able to read the people any more.
  const done = (words: string) => void navigate(back, { state: saved(words) })
  return (
    <Main before={<BackLink href={back}>Back to the people</BackLink>}>
      <GrantForm grant={grant} caption={board.name} onDone={done} />
    </Main>
  )
}
