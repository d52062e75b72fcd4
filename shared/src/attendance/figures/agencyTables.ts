import { formatDay } from '../../board/dates.ts'
import type { Day } from '../../board/dates.ts'
import { flagStateName } from '../flag/flagLife.ts'
import type { FlagState } from '../flag/flagLife.ts'
import { markName } from '../register/mark.ts'
import { rateText } from '../rule/attendanceCount.ts'
import { attendanceGrid, ratesByAgency } from './attendanceGrid.ts'
import type { AttendanceTable } from './attendanceTables.ts'
import type { AttendedBoard } from './attendedBoard.ts'
import { boardYearName } from './boardYear.ts'
import { seatText } from './seatWords.ts'
import { sentForSeat } from './sentForSeat.ts'
import type { SeatOfPeople } from './sentForSeat.ts'

/** One of an agency's boards, with who held its seats and who was sent. */
export type AgencyBoard = Omit<AttendedBoard, 'seats'> & {
  /** The month in which the board's year begins, from 1 to 12. */
  startsMonth: number
  seats: readonly SeatOfPeople[]
}

/** A flag as a document names it. */
export interface AgencyFlag {
  words: string
  state: FlagState
  answerDueOn?: Day | null
}

/** The attendance of an agency in a year, as its document is given it. */
export interface AgencyOfYear {
  year: number
  boards: readonly AgencyBoard[]
  /** Null where the reader has nothing to do with flags. */
  flags: readonly AgencyFlag[] | null
  /** Of which agency it is part, and since when; null where it stands for itself. */
  partOf: { organisationName: string; since: Day } | null
}

/**
 * The attendance of an agency in a year as tables of a document: what it agreed to at each board and how often it came,
 * then who was sent to each meeting, then its flags.
 *
 * @param together whether the meetings of all boards stand in one table, which names the board in each row; else each
 *   board has a table of its own.
 */
export function agencyTables(
  { year, boards, flags, partOf }: AgencyOfYear,
  { together }: { together: boolean },
): AttendanceTable[] {
  const rows = boards.map((board) => ({ name: board.boardName, rows: meetingRows(board) }))
  return [
    boardsTable(boards, year, partOf),
    ...(together
      ? [
          {
            name: 'Meetings, and who was sent',
            lines: [],
            columns: [{ heading: 'Board', width: 30 }, ...meetingColumns],
            rows: rows.flatMap((board) => board.rows.map((row) => [board.name, ...row])),
          },
        ]
      : rows
          .filter((board) => board.rows.length > 0)
          .map((board) => ({
            name: `${board.name}: meetings, and who was sent`,
            lines: [],
            columns: meetingColumns,
            rows: board.rows,
          }))),
    ...(flags ? [flagsTable(flags)] : []),
  ]
}

function boardsTable(
  boards: readonly AgencyBoard[],
  year: number,
  partOf: AgencyOfYear['partOf'],
): AttendanceTable {
  const [all] = ratesByAgency(boards)
  return {
    name: 'Boards, and what was agreed to',
    lines: [
      'What is unknown is left out of the rate, and never counts as absent.',
      ...(partOf
        ? [`The agency became part of ${partOf.organisationName} on ${formatDay(partOf.since)}.`]
        : []),
      ...(boards.length === 0 ? ['The agency had no seat in this year.'] : []),
      ...(boards.length > 1 && all ? [`At all of its boards: ${rateText(all.tally)}.`] : []),
    ],
    columns: [
      { heading: 'Board', width: 30 },
      { heading: 'Year', width: 26 },
      { heading: 'Agreed to', width: 45 },
      { heading: 'Came', width: 26 },
    ],
    rows: boards.map((board) => {
      const [count] = ratesByAgency([board])
      return [
        board.boardName,
        boardYearName(year, board.startsMonth),
        board.seats.map(seatText).join('\n'),
        count ? rateText(count.tally) : 'No register is closed yet',
      ]
    }),
  }
}

const meetingColumns = [
  { heading: 'Meeting', width: 18 },
  { heading: 'Seat', width: 45 },
  { heading: 'Mark', width: 16 },
  { heading: 'Holder', width: 24 },
  { heading: 'Who came', width: 30 },
]

/** One row for each mark, seat by seat. */
function meetingRows(board: AgencyBoard): string[][] {
  const { columns, rows } = attendanceGrid(board)
  return rows.flatMap(({ seat }) =>
    sentForSeat(seat, board.meetings, columns).map(({ meeting, mark, holder, came }) => [
      formatDay(meeting.heldOn),
      seatText(seat),
      `${markName[mark]}${meeting.state === 'CLOSED' ? '' : ' (register open, not counted)'}`,
      holder ?? 'Vacant',
      came,
    ]),
  )
}

function flagsTable(flags: readonly AgencyFlag[]): AttendanceTable {
  return {
    name: 'Flags',
    lines: flags.length === 0 ? ['No board has put a flag to this agency.'] : [],
    columns: [
      { heading: 'What was found', width: 60 },
      { heading: 'Where it stands', width: 24 },
      { heading: 'An answer is asked for by', width: 20 },
    ],
    rows: flags.map(({ words, state, answerDueOn }) => [
      words,
      flagStateName[state],
      state === 'PUT' && answerDueOn ? formatDay(answerDueOn) : '',
    ]),
  }
}
