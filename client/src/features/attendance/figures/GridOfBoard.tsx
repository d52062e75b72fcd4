import { Mark, markLetter, markName, markSymbol } from '@boardwork/shared/attendance/register/mark.ts'
import { rateText } from '@boardwork/shared/attendance/rule/attendanceCount.ts'
import {
  attendanceGrid,
  emptyCellName,
  notesOfSeat,
} from '@boardwork/shared/attendance/figures/attendanceGrid.ts'
import type { GridCell } from '@boardwork/shared/attendance/figures/attendanceGrid.ts'
import { yearEndsOn, yearStartsOn } from '@boardwork/shared/attendance/figures/boardYear.ts'
import { hasMerged, mergerWords } from '@boardwork/shared/organisation/merger.ts'
import { formatDay } from '@boardwork/shared/board/dates.ts'
import type { BoardAttendanceFragment } from '../../../gql/graphql.ts'
import { Link } from '../../../govuk/Link.tsx'
import { ScrollRegion } from '../../../govuk/ScrollRegion.tsx'
import { Table } from '../../../govuk/Table.tsx'
import './attendance.scss'

interface GridOfBoardProps {
  board: BoardAttendanceFragment
  year: number
  heading: string
}

/** The seats of a board by the meetings of a year. */
export function GridOfBoard({ board, year, heading }: GridOfBoardProps) {
  const { columns, rows, cancelled, toCome } = attendanceGrid(board)
  const [first, last] = [yearStartsOn(year, board.startsMonth), yearEndsOn(year, board.startsMonth)]
  const noted = rows
    .map(({ seat }) => ({ seat, notes: notesOfSeat(seat, board.seats, first, last) }))
    .filter(({ notes }) => notes.length > 0)
  const noteOf = (seatId: string) => noted.findIndex(({ seat }) => seat.seatId === seatId)
  return (
    <section>
      <h2 className="govuk-heading-m">{heading}</h2>
      {columns.length === 0 ? (
        <p>No meeting of this year has a register yet.</p>
      ) : (
        <>
          <MarkKey />
          <ScrollRegion label={heading}>
            <Table
              className="bw-grid"
              caption={heading}
              captionClassName="govuk-visually-hidden"
              firstCellIsHeader
              head={[
                'Seat of',
                ...columns.map((meeting) => ({ children: <Column meeting={meeting} /> })),
                'Rate',
              ]}
              rows={rows.map(({ seat, cells, tally }) => [
                {
                  children: (
                    <>
                      <Link
                        href={`/boards/${board.boardId}/attendance/agencies/${seat.organisationId}?year=${year}`}
                      >
                        {seat.organisationName}
                      </Link>
                      {hasMerged(seat) && <span className="bw-grid__seat">({mergerWords(seat)})</span>}
                      <span className="bw-grid__seat">
                        {seat.required ? 'Required' : 'Optional'}, {seat.voting ? 'with a vote' : 'no vote'}
                      </span>
                      {noteOf(seat.seatId) >= 0 && (
                        <a className="govuk-link bw-grid__seat" href={`#note-${seat.seatId}`}>
                          Note {noteOf(seat.seatId) + 1}
                          <span className="govuk-visually-hidden">
                            {' '}
                            on the seat of {seat.organisationName}
                          </span>
                        </a>
                      )}
                    </>
                  ),
                },
                ...cells.map((cell, index) => ({
                  className: 'bw-grid__cell',
                  children: <Cell key={columns[index]?.id} cell={cell} />,
                })),
                { className: 'bw-grid__rate', children: rateText(tally) },
              ])}
            />
          </ScrollRegion>
        </>
      )}
      {noted.length > 0 && (
        <>
          <h3 className="govuk-heading-s">Notes on seats</h3>
          <ol className="govuk-list govuk-list--number">
            {noted.map(({ seat, notes }) => (
              <li key={seat.seatId} id={`note-${seat.seatId}`}>
                {seat.organisationName}: {notes.join(' ')}
              </li>
            ))}
          </ol>
        </>
      )}
      <NotCounted text="Cancelled, and counted nowhere" meetings={cancelled} />
      <NotCounted text="Without a register so far" meetings={toCome} />
    </section>
  )
}

function MarkKey() {
  return (
    <ul className="bw-grid-key govuk-list" aria-label="What the marks say">
      {Object.values(Mark).map((mark) => (
        <li key={mark}>
          <span className={`bw-mark bw-mark--${mark}`}>
            <span aria-hidden="true">{markSymbol[mark]}</span> {markLetter[mark]}
          </span>{' '}
          {markName[mark]}
        </li>
      ))}
      <li>Empty: not expected</li>
    </ul>
  )
}

const shortDay = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
})

type Meeting = BoardAttendanceFragment['meetings'][number]

function Column({ meeting: { id, title, heldOn, state } }: { meeting: Meeting }) {
  return (
    <>
      <Link href={`/meetings/${id}`}>
        {shortDay.format(new Date(`${heldOn}T00:00:00Z`))}
        <span className="govuk-visually-hidden">, {title}</span>
      </Link>
      {state !== 'CLOSED' && <span className="bw-grid__seat">Register open, not counted</span>}
    </>
  )
}

/** What stands in a cell: a sign and a letter for the eye, a word for whoever listens. */
function Cell({ cell }: { cell: GridCell }) {
  if (cell === 'NOT_EXPECTED' || cell === 'NOT_MARKED')
    return (
      <>
        {cell === 'NOT_MARKED' && <span aria-hidden="true">…</span>}
        <span className="govuk-visually-hidden">{emptyCellName[cell]}</span>
      </>
    )
  return (
    <span className={`bw-mark bw-mark--${cell}`}>
      <span aria-hidden="true">
        {markSymbol[cell]} {markLetter[cell]}
      </span>
      <span className="govuk-visually-hidden">{markName[cell]}</span>
    </span>
  )
}

function NotCounted({ text, meetings }: { text: string; meetings: readonly Meeting[] }) {
  if (meetings.length === 0) return null
  return (
    <p>
      {text}: {meetings.map(({ heldOn }) => formatDay(heldOn)).join(', ')}.
    </p>
  )
}
