import { useParams, useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { countOfBoard, rateText } from '@boardwork/shared/attendance/rule/attendanceCount.ts'
import { tallyOfAll } from '@boardwork/shared/attendance/figures/attendanceFigures.ts'
import { ratesByAgency } from '@boardwork/shared/attendance/figures/attendanceGrid.ts'
import { meetingsToCount } from '@boardwork/shared/attendance/figures/attendedBoard.ts'
import { boardYearName } from '@boardwork/shared/attendance/figures/boardYear.ts'
import { hasMerged, mergersAreApart } from '@boardwork/shared/organisation/merger.ts'
import { graphql, readFragment } from '../../../gql/index.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Button } from '../../../govuk/Button.tsx'
import { Link } from '../../../govuk/Link.tsx'
import { Main } from '../../../page/Main.tsx'
import { Missing, missingTitle } from '../../../page/Missing.tsx'
import { SavedBanner } from '../../../page/SavedBanner.tsx'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { BoardAttendanceFragment } from './attendedFragments.ts'
import { FlagsOfBoard } from '../flag/FlagsOfBoard.tsx'
import { GridOfBoard } from './GridOfBoard.tsx'
import { QuorumHistory } from './QuorumHistory.tsx'
import { RatesOfAgencies } from './RatesOfAgencies.tsx'
import { yearAsked } from './yearAsked.ts'
import { YearForm } from './YearForm.tsx'

export const AttendancePageQuery = graphql(`
  query AttendancePage($boardId: ID!, $year: Int, $withSubGroups: Boolean!, $compare: Boolean!) {
    board(id: $boardId) {
      id
      name
      ...FlagsOfBoard
      subGroups {
        id
        viewerCanMeetings {
          read
        }
      }
      attendance(year: $year, withSubGroups: $withSubGroups) {
        year
        startsMonth
        years
        viewerCan {
          publish
        }
        boards {
          ...BoardAttendance
        }
      }
      yearBefore: attendance(year: $year, yearsBefore: 1, withSubGroups: $withSubGroups)
        @include(if: $compare) {
        boards {
          ...BoardAttendance
        }
      }
      attendancePublications {
        id
        year
      }
    }
  }
`)

/** What the page asks for, from its address. */
export function attendanceVariables(
  { boardId = '' }: Record<string, string | undefined>,
  search: URLSearchParams,
) {
  return {
    boardId,
    year: yearAsked(search),
    withSubGroups: search.get('groups') === '1',
    compare: search.get('compare') === '1',
  }
}

/** The attendance of a board in a year: its seats by meetings, and the rates of its agencies. */
export function AttendancePage() {
  const { boardId = '' } = useParams()
  const [search] = useSearchParams()
  const variables = attendanceVariables({ boardId }, search)
  const [{ data }] = useQuery({ query: AttendancePageQuery, variables })
  const board = data?.board
  const attendance = board?.attendance
  usePageTitle(attendance ? `Attendance – ${board.name}` : missingTitle)
  if (!attendance) return <Missing />
  const { year, startsMonth, years, viewerCan } = attendance
  const boards = readFragment(BoardAttendanceFragment, attendance.boards)
  const before = board.yearBefore ? readFragment(BoardAttendanceFragment, board.yearBefore.boards) : null
  const counts = ratesByAgency(boards)
  const { withSubGroups, compare } = variables
  const address = `/boards/${board.id}/attendance`
  const [published] = board.attendancePublications
  const asked = `?year=${year}${withSubGroups ? '&groups=1' : ''}${compare ? '&compare=1' : ''}`
  const meetings = countOfBoard(boards.flatMap((one) => meetingsToCount(one)))
  return (
    <Main before={<BackLink href={`/boards/${board.id}/meetings`}>Back to the meetings</BackLink>}>
      <SavedBanner />
      <span className="govuk-caption-l">{board.name}</span>
      <h1 className="govuk-heading-l">Attendance, {boardYearName(year, startsMonth)}</h1>
      <YearForm
        address={address}
        year={year}
        years={years}
        startsMonth={startsMonth}
        choices={[
          { value: 'compare', text: 'Compare with the year before', chosen: compare },
          ...(withSubGroups || board.subGroups.some(({ viewerCanMeetings }) => viewerCanMeetings.read)
            ? [{ value: 'groups', text: 'Together with its sub-groups', chosen: withSubGroups }]
            : []),
        ]}
      />
      <p>
        Meetings held: {meetings.held}.{' '}
        {counts.length > 0 && <>All agencies: {rateText(tallyOfAll({ agencies: counts }))}.</>}
      </p>
      {boards.map((one) => (
        <GridOfBoard
          key={one.boardId}
          board={one}
          year={year}
          heading={boards.length > 1 ? `Seats by meetings: ${one.boardName}` : 'Seats by meetings'}
        />
      ))}
      <QuorumHistory meetings={boards.find(({ boardId: id }) => id === board.id)?.meetings ?? []} />
      {counts.length > 0 && (
        <>
          <RatesOfAgencies
            caption="Rates of the agencies"
            counts={counts}
            before={before && ratesByAgency(before)}
          />
          <p>
            A rate is the share of meetings at which somebody came for the agency. What is unknown is left out
            of it, and never counts as absent.{' '}
            {boards.some(({ seats }) => seats.some(hasMerged)) && <>{mergersAreApart} </>}
            {compare &&
              'A difference counts as one only where its 95% interval leaves out zero; else there were too few meetings to tell.'}
          </p>
        </>
      )}
      <FlagsOfBoard board={board} year={year} />
      <h2 className="govuk-heading-m">Take it further</h2>
      <ul className="govuk-list govuk-list--spaced">
        <li>
          <Link href={`${address}/report${asked}`}>Paragraph for the annual report</Link>
        </li>
        {viewerCan.publish && (
          <li>
            <Link href={`${address}/publish?year=${year}`}>Publish the figures of this year</Link>
          </li>
        )}
        {published && (
          <li>
            <Link href={`${address}/published?year=${published.year}`}>Published figures</Link>
          </li>
        )}
      </ul>
      <div className="govuk-button-group">
        <Button variant="secondary" href={`${address}/file${asked}&as=excel`} download>
          Download as Excel
        </Button>
        <Button variant="secondary" href={`${address}/file${asked}&as=word`} download>
          Download as Word
        </Button>
      </div>
    </Main>
  )
}
