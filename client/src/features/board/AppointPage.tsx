import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { graphql } from '../../gql/gql.ts'
import { BackLink } from '../../govuk/BackLink.tsx'
import { Link } from '../../govuk/Link.tsx'
import { Main } from '../../page/Main.tsx'
import { Missing } from '../../page/Missing.tsx'
import { saved } from '../../page/SavedBanner.tsx'
import { AppointForm } from './AppointForm.tsx'

export const AppointPageQuery = graphql(`
  query AppointPage($boardId: ID!) {
    board(id: $boardId) {
      id
      name
      viewerCan {
        grant
      }
    }
    knownPeople {
      id
      name
    }
  }
`)

/** Gives a role at a board to somebody who is known there. */
export function AppointPage() {
  const { boardId = '' } = useParams()
  const navigate = useNavigate()
  const [{ data }] = useQuery({ query: AppointPageQuery, variables: { boardId } })
  const board = data?.board
  if (!data || !board?.viewerCan.grant) return <Missing />
  const back = `/boards/${board.id}/people`
  return (
    <Main before={<BackLink href={back}>Back to the people</BackLink>}>
      <AppointForm
        scope="BOARD"
        scopeId={board.id}
        title="Give a role"
        people={data.knownPeople}
        heading={
          <>
            <span className="govuk-caption-l">{board.name}</span>
            <h1 className="govuk-heading-l">Give a role</h1>
            <p>
              Members and deputies come through a seat:{' '}
              <Link href={`/boards/${board.id}/seats`}>go to the seats</Link>.
            </p>
          </>
        }
        onDone={(words) => void navigate(back, { state: saved(words) })}
      />
    </Main>
  )
}
