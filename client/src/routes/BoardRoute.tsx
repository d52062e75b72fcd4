import { useParams } from 'react-router'
import { useQuery } from 'urql'
import { AttendanceOfBoard } from '../features/attendance/figures/AttendanceOfBoard.tsx'
import { MeetingsOfBoard } from '../features/attendance/meeting/MeetingsOfBoard.tsx'
import { BoardPage } from '../features/board/BoardPage.tsx'
import { PlansOfBoard } from '../features/plan/PlansOfBoard.tsx'
import { graphql } from '../gql/gql.ts'
import { Missing } from '../page/Missing.tsx'

export const BoardRouteQuery = graphql(`
  query BoardRoute($boardId: ID!) {
    board(id: $boardId) {
      id
      ...BoardHome
      ...PlansOfBoard
      ...MeetingsOfBoard
      ...AttendanceOfBoard
    }
  }
`)

/** The home of a board, with its plans and meetings. */
export function BoardRoute() {
  const { boardId = '' } = useParams()
  const [{ data }] = useQuery({ query: BoardRouteQuery, variables: { boardId } })
  if (!data?.board) return <Missing />
  return (
    <BoardPage board={data.board}>
      <PlansOfBoard board={data.board} />
      <MeetingsOfBoard board={data.board} />
      <AttendanceOfBoard board={data.board} />
    </BoardPage>
  )
}
