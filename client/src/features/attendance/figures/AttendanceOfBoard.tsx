import { graphql, readFragment } from '../../../gql/index.ts'
import type { FragmentType } from '../../../gql/index.ts'
import { Link } from '../../../govuk/Link.tsx'

export const AttendanceOfBoardFragment = graphql(`
  fragment AttendanceOfBoard on Board {
    id
    viewerCanMeetings {
      read
    }
    attendancePublications {
      id
      year
      withdrawnAt
    }
  }
`)

/** The ways from a board to its attendance: the year for those who see its meetings, what is published for others. */
export function AttendanceOfBoard({
  board: given,
}: {
  board: FragmentType<typeof AttendanceOfBoardFragment>
}) {
  const board = readFragment(AttendanceOfBoardFragment, given)
  const published = board.attendancePublications.find(({ withdrawnAt }) => !withdrawnAt)
  if (!board.viewerCanMeetings.read && !published) return null
  return (
    <section aria-labelledby="attendance">
      <h2 className="govuk-heading-m" id="attendance">
        Attendance
      </h2>
      <ul className="govuk-list govuk-list--spaced">
        {board.viewerCanMeetings.read && (
          <li>
            <Link href={`/boards/${board.id}/attendance`}>Attendance this year</Link>
          </li>
        )}
        {published && (
          <li>
            <Link href={`/boards/${board.id}/attendance/published?year=${published.year}`}>
              Published attendance
            </Link>
          </li>
        )}
      </ul>
    </section>
  )
}
