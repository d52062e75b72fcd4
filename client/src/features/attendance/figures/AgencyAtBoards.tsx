import { markLetter, markName, markSymbol } from '@boardwork/shared/attendance/register/mark.ts'
import type { Mark } from '@boardwork/shared/attendance/register/mark.ts'
import { rateText } from '@boardwork/shared/attendance/rule/attendanceCount.ts'
import { attendanceGrid, ratesByAgency } from '@boardwork/shared/attendance/figures/attendanceGrid.ts'
import type { AttendedMeeting } from '@boardwork/shared/attendance/figures/attendedBoard.ts'
import { boardYearName } from '@boardwork/shared/attendance/figures/boardYear.ts'
import { seatText, sinceText } from '@boardwork/shared/attendance/figures/seatWords.ts'
import { sentForSeat } from '@boardwork/shared/attendance/figures/sentForSeat.ts'
import { formatDay } from '@boardwork/shared/board/dates.ts'
import { graphql } from '../../../gql/gql.ts'
import type { AgencyAtBoardsFragment } from '../../../gql/graphql.ts'
import { Link } from '../../../govuk/Link.tsx'
import { ScrollRegion } from '../../../govuk/ScrollRegion.tsx'
import { SummaryList } from '../../../govuk/SummaryList.tsx'
import { Table } from '../../../govuk/Table.tsx'
import { YearForm } from './YearForm.tsx'
import './attendance.scss'

export const AgencyAtBoardsText = graphql(`
  fragment AgencyAtBoards on AgencyAttendance {
    organisationId
    organisationName
    year
    years
    boards {
      boardId
      boardName
      boardKnown
      startsMonth
      meetings {
        id
        heldOn
        state
      }
      seats {
        seatId
        organisationId
        organisationName
        partOf {
          organisationId
          organisationName
          since
        }
        joined {
          organisationId
          organisationName
          since
        }
        required
        voting
        startsOn
        endsOn
        marks
        holders {
          name
          meetingId
          since
        }
        deputies {
          meetingId
          name
          seniorEnough
        }
      }
    }
  }
`)

type Board = AgencyAtBoardsFragment['boards'][number]
type Seat = Board['seats'][number]

interface AgencyAtBoardsProps {
  agency: AgencyAtBoardsFragment
  /** Of the page, without the year. */
  address: string
}

/** The attendance of an agency in a year: at each board what it agreed to, how often it came, and who was sent. */
export function AgencyAtBoards({
  agency: { organisationName, year, years, boards },
  address,
}: AgencyAtBoardsProps) {
  const startsMonth = boards[0]?.startsMonth ?? 4
  const [all] = ratesByAgency(boards)
  return (
    <>
      <YearForm address={address} year={year} years={years} startsMonth={startsMonth} />
      {boards.length === 0 && <p>{organisationName} had no seat in this year.</p>}
      {boards.length > 1 && all && <p>At all of its boards: {rateText(all.tally)}.</p>}
      {boards.map((board) => (
        <BoardSection key={board.boardId} board={board} year={year} />
      ))}
    </>
  )
}

function BoardSection({ board, year }: { board: Board; year: number }) {
  const { columns, rows } = attendanceGrid(board)
  const [count] = ratesByAgency([board])
  return (
    <section>
      <h2 className="govuk-heading-m">
        {board.boardKnown ? (
          <Link href={`/boards/${board.boardId}`}>{board.boardName}</Link>
        ) : (
          board.boardName
        )}
      </h2>
      <SummaryList
        rows={[
          { key: 'Year', value: boardYearName(year, board.startsMonth) },
          {
            key: 'Agreed to',
            value: (
              <ul className="govuk-list">
                {rows.map(({ seat }) => (
                  <li key={seat.seatId}>{seatText(seat)}</li>
                ))}
              </ul>
            ),
          },
          { key: 'Came', value: count ? rateText(count.tally) : 'No register is closed yet' },
        ]}
      />
      {columns.length > 0 &&
        rows.map(({ seat }) => (
          <SeatTable
            key={seat.seatId}
            seat={seat}
            meetings={board.meetings}
            columns={columns}
            caption={
              rows.length > 1
                ? `${board.boardName}: meetings, and who was sent for the seat ${sinceText(seat)}`
                : `${board.boardName}: meetings, and who was sent`
            }
          />
        ))}
    </section>
  )
}

interface SeatTableProps {
  seat: Seat
  /** All of the year: the marks of the seat are in their order. */
  meetings: readonly AttendedMeeting[]
  /** Those that are shown. */
  columns: readonly AttendedMeeting[]
  caption: string
}

function SeatTable({ seat, meetings, columns, caption }: SeatTableProps) {
  return (
    <ScrollRegion label={caption}>
      <Table
        stacked
        caption={caption}
        captionClassName="govuk-visually-hidden"
        firstCellIsHeader
        head={['Meeting', 'Mark', 'Holder', 'Who came']}
        rows={sentForSeat(seat, meetings, columns).map(
          ({ meeting: { id, heldOn, state }, mark, holder, came }) => [
            <Link key="meeting" href={`/meetings/${id}`}>
              {formatDay(heldOn)}
            </Link>,
            <>
              <MarkText mark={mark} />
              {state !== 'CLOSED' && ' (register open, not counted)'}
            </>,
            holder ?? 'Vacant',
            came,
          ],
        )}
      />
    </ScrollRegion>
  )
}

function MarkText({ mark }: { mark: Mark }) {
  return (
    <>
      <span aria-hidden="true" className={`bw-mark bw-mark--${mark}`}>
        {markSymbol[mark]} {markLetter[mark]}
      </span>{' '}
      {markName[mark]}
    </>
  )
}
