import { useParams, useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { boardYearName, boardYearOf, usualYearStart } from '@boardwork/shared/attendance/figures/boardYear.ts'
import { todayInLondon } from '@boardwork/shared/board/dates.ts'
import { graphql } from '../../../gql/gql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Button } from '../../../govuk/Button.tsx'
import { Link } from '../../../govuk/Link.tsx'
import { Main } from '../../../page/Main.tsx'
import { Missing, missingTitle } from '../../../page/Missing.tsx'
import { SavedBanner } from '../../../page/SavedBanner.tsx'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { MeetingEntry } from './MeetingEntry.tsx'
import { isOver } from './meetingState.ts'

export const MeetingsPageQuery = graphql(`
  query MeetingsPage($boardId: ID!) {
    board(id: $boardId) {
      id
      name
      viewerReadsStrategy
      attendanceSetting {
        yearStartsMonth
      }
      viewerCanMeetings {
        read
        plan
        settle
      }
      viewerCanBringInRegisters
      registerImports {
        id
      }
      meetings {
        id
        heldOn
        cancelledAt
        registerClosedAt
        ...MeetingEntry
      }
    }
  }
`)

/** The meetings of a board, a year of the board at a time. */
export function MeetingsPage() {
  const { boardId = '' } = useParams()
  const [search] = useSearchParams()
  const [{ data }] = useQuery({ query: MeetingsPageQuery, variables: { boardId } })
  const board = data?.board
  usePageTitle(board?.viewerCanMeetings.read ? `Meetings – ${board.name}` : missingTitle)
  if (!board?.viewerCanMeetings.read) return <Missing />
  const month = board.attendanceSetting?.yearStartsMonth ?? usualYearStart
  const today = todayInLondon()
  const years = [...new Set([today, ...board.meetings.map(({ heldOn }) => heldOn)])].map((day) =>
    boardYearOf(day, month),
  )
  const year = Number(search.get('year') ?? boardYearOf(today, month))
  const ofYear = board.meetings.filter(({ heldOn }) => boardYearOf(heldOn, month) === year)
  const coming = ofYear.filter((meeting) => !isOver(meeting))
  const past = ofYear.filter(isOver).toReversed()
  const others = [...new Set(years)].filter((one) => one !== year).toSorted((a, b) => b - a)
  return (
    <Main before={<BackLink href={`/boards/${board.id}`}>Back to the board</BackLink>}>
      <SavedBanner />
      <span className="govuk-caption-l">{board.name}</span>
      <h1 className="govuk-heading-l">Meetings, {boardYearName(year, month)}</h1>
      {board.viewerCanMeetings.plan && (
        <div className="govuk-button-group">
          <Button href={`/boards/${board.id}/meetings/new`} variant="secondary">
            Plan a meeting
          </Button>
          <Button href={`/boards/${board.id}/meetings/series`} variant="secondary">
            Plan a series of meetings
          </Button>
        </div>
      )}
      <p>
        <Link href={`/boards/${board.id}/attendance?year=${year}`}>Attendance in this year</Link>
      </p>
      {ofYear.length === 0 && <p>There is no meeting in this year.</p>}
      {coming.length > 0 && (
        <>
          <h2 className="govuk-heading-m">To come</h2>
          <ul className="govuk-list bw-entries">
            {coming.map((meeting) => (
              <MeetingEntry key={meeting.id} meeting={meeting} />
            ))}
          </ul>
        </>
      )}
      {past.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Past</h2>
          <ul className="govuk-list bw-entries">
            {past.map((meeting) => (
              <MeetingEntry key={meeting.id} meeting={meeting} />
            ))}
          </ul>
        </>
      )}
      {others.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Other years</h2>
          <ul className="govuk-list">
            {others.map((one) => (
              <li key={one}>
                <Link href={`/boards/${board.id}/meetings?year=${one}`}>{boardYearName(one, month)}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {(board.viewerCanBringInRegisters || board.registerImports.length > 0) && (
        <p>
          <Link href={`/boards/${board.id}/past-registers`}>Registers that were kept elsewhere</Link>
        </p>
      )}
      {board.viewerReadsStrategy && (
        <p>
          <Link href={`/boards/${board.id}/strategy`}>Strategy meetings</Link>
        </p>
      )}
      {board.viewerCanMeetings.settle && (
        <p>
          <Link href={`/boards/${board.id}/meetings/settings`}>
            When the year begins, and which deputies are senior enough
          </Link>
        </p>
      )}
    </Main>
  )
}
