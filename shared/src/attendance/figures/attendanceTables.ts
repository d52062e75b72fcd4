import { formatDay } from '../../board/dates.ts'
import { hasMerged, mergersAreApart, nameWithMergers } from '../../organisation/merger.ts'
import { attendanceGrid, emptyCellName, notesOfSeat, ratesByAgency } from './attendanceGrid.ts'
import type { GridCell, SeatHolder } from './attendanceGrid.ts'
import { attendedOf, expectedOf, knownOf, rateText } from '../rule/attendanceCount.ts'
import type { Tally } from '../rule/attendanceCount.ts'
import type { AttendedBoard, AttendedSeat } from './attendedBoard.ts'
import { yearEndsOn, yearStartsOn } from './boardYear.ts'
import { comparedText, compareRates } from './compareRates.ts'
import { Mark, markLetter, markName } from '../register/mark.ts'

/** A table of a document about attendance. */
export interface AttendanceTable {
  name: string
  /** What a reader should know of it; whole sentences. */
  lines: string[]
  columns: { heading: string; width: number }[]
  rows: string[][]
}

/** A board as the documents about attendance are given it. */
export type DocumentBoard = Omit<AttendedBoard, 'seats'> & {
  seats: readonly (AttendedSeat & { holders: readonly SeatHolder[] })[]
}

/** What the letters in a grid say. */
export const letterKey = Object.values(Mark)
  .map((mark) => `${markLetter[mark]} ${markName[mark].toLowerCase()}`)
  .join(', ')

/**
 * Attendance as tables of a document: for each board its seats by meetings, and the rates of the agencies.
 *
 * @param before the same boards a year earlier, to compare with; null without.
 * @param most how many meetings stand beside each other; what is more goes into further tables.
 */
export function attendanceTables(
  boards: readonly DocumentBoard[],
  before: readonly AttendedBoard[] | null,
  { year, startsMonth, most }: { year: number; startsMonth: number; most: number },
): AttendanceTable[] {
  const [first, last] = [yearStartsOn(year, startsMonth), yearEndsOn(year, startsMonth)]
  return [
    ratesTable(boards, before),
    ...boards.flatMap((board) => gridTables(board, boards.length > 1, most, first, last)),
  ]
}

function ratesTable(
  boards: readonly AttendedBoard[],
  before: readonly AttendedBoard[] | null,
): AttendanceTable {
  const earlier = new Map(
    before && ratesByAgency(before).map(({ organisationId, tally }) => [organisationId, tally]),
  )
  const compared = ['The year before', 'Difference']
  return {
    name: 'Rates of the agencies',
    lines: [
      'What is unknown is left out of the rate, and never counts as absent.',
      ...(boards.some(({ seats }) => seats.some(hasMerged)) ? [mergersAreApart] : []),
    ],
    columns: [
      { heading: 'Agency', width: 30 },
      ...['Expected', 'Came', 'Through a deputy', 'Apologies', 'Absent', 'Unknown'].map((heading) => ({
        heading,
        width: 11,
      })),
      { heading: 'Rate', width: 26 },
      ...(before ? compared.map((heading) => ({ heading, width: 26 })) : []),
    ],
    rows: ratesByAgency(boards).map(({ organisationId, organisationName, tally }) => {
      const then = earlier.get(organisationId)
      return [
        organisationName,
        ...countCells(tally),
        rateText(tally),
        ...(before
          ? then
            ? [rateText(then), comparedText(compareRates(tally, then))]
            : ['Nothing to count', 'Nothing to compare']
          : []),
      ]
    }),
  }
}

const countCells = (tally: Tally) =>
  [expectedOf(tally), attendedOf(tally), tally.DEPUTY, tally.APOLOGIES, tally.ABSENT, tally.UNKNOWN].map(
    String,
  )

function gridTables(
  board: DocumentBoard,
  named: boolean,
  most: number,
  first: string,
  last: string,
): AttendanceTable[] {
  const { columns, rows, cancelled, toCome } = attendanceGrid(board)
  const name = named ? `Seats by meetings: ${board.boardName}` : 'Seats by meetings'
  const lines = [
    `${letterKey}. An empty cell: not expected.`,
    ...(cancelled.length > 0
      ? [`Cancelled, and not counted: ${cancelled.map(({ heldOn }) => formatDay(heldOn)).join(', ')}.`]
      : []),
    ...(toCome.length > 0
      ? [`Without a register so far: ${toCome.map(({ heldOn }) => formatDay(heldOn)).join(', ')}.`]
      : []),
  ]
  const parts = Math.max(1, Math.ceil(columns.length / most))
  return Array.from({ length: parts }, (_, part) => {
    const meetings = columns.slice(part * most, (part + 1) * most)
    const isLast = part === parts - 1
    return {
      name: parts === 1 ? name : `${name}, part ${part + 1}`,
      lines: part === 0 ? lines : [],
      columns: [
        { heading: 'Agency', width: 28 },
        { heading: 'Seat', width: 16 },
        ...meetings.map(({ heldOn, state }) => ({
          heading: `${formatDay(heldOn)}${state === 'CLOSED' ? '' : ' (register open, not counted)'}`,
          width: 10,
        })),
        ...(isLast
          ? [
              { heading: 'Known', width: 10 },
              { heading: 'Came', width: 10 },
              { heading: 'Rate', width: 24 },
              { heading: 'Notes', width: 40 },
            ]
          : []),
      ],
      rows: rows.map(({ seat, cells, tally }) => [
        nameWithMergers(seat),
        `${seat.required ? 'Required' : 'Optional'}, ${seat.voting ? 'with a vote' : 'no vote'}`,
        ...cells.slice(part * most, (part + 1) * most).map(cellText),
        ...(isLast
          ? [
              String(knownOf(tally)),
              String(attendedOf(tally)),
              rateText(tally),
              notesOfSeat(seat, board.seats, first, last).join(' '),
            ]
          : []),
      ]),
    }
  })
}

function cellText(cell: GridCell): string {
  if (cell === 'NOT_EXPECTED') return ''
  return cell === 'NOT_MARKED' ? emptyCellName.NOT_MARKED : markLetter[cell]
}
