import { graphql, readFragment } from '../../../gql/index.ts'
import type { FragmentType } from '../../../gql/index.ts'
import { Button } from '../../../govuk/Button.tsx'
import { Link } from '../../../govuk/Link.tsx'
import { MeetingEntry } from './MeetingEntry.tsx'
import { isOver } from './meetingState.ts'

export const MeetingsOfBoardFragment = graphql(`
  fragment MeetingsOfBoard on Board {
    id
    viewerCanMeetings {
      read
      plan
    }
    meetings {
      id
      heldOn
      cancelledAt
      registerClosedAt
      ...MeetingEntry
    }
  }
`)

const most = 3

/** The next meetings of a board, for the board's page. */
export function MeetingsOfBoard({ board: given }: { board: FragmentType<typeof MeetingsOfBoardFragment> }) {
  const board = readFragment(MeetingsOfBoardFragment, given)
  const { read, plan } = board.viewerCanMeetings
  if (!read) return null
  const next = board.meetings.filter((meeting) => !isOver(meeting) && !meeting.cancelledAt)
  return (
    <section aria-labelledby="meetings">
      <h2 className="govuk-heading-m" id="meetings">
        Meetings
      </h2>
      {next.length === 0 && <p>No meeting is planned.</p>}
      {next.length > 0 && (
        <ul className="govuk-list bw-entries">
          {next.slice(0, most).map((meeting) => (
            <MeetingEntry key={meeting.id} meeting={meeting} />
          ))}
        </ul>
      )}
      <p>
        <Link href={`/boards/${board.id}/meetings`}>All meetings</Link>
      </p>
      <p>
        <Link href={`/boards/${board.id}/quorum`}>Quorum</Link>
      </p>
      <p>
        <Link href={`/boards/${board.id}/flags`}>Flags</Link>
      </p>
      <p>
        <Link href={`/boards/${board.id}/rules`}>Rules for the year</Link>
      </p>
      {plan && (
        <Button href={`/boards/${board.id}/meetings/new`} variant="secondary">
          Plan a meeting
        </Button>
      )}
    </section>
  )
}
