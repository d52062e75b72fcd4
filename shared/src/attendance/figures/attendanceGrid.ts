import { formatDay } from '../../board/dates.ts'
import type { Day } from '../../board/dates.ts'
import { countByAgency, inOrderOfDays, tallyOf } from '../rule/attendanceCount.ts'
import type { AgencyCount, Tally } from '../rule/attendanceCount.ts'
import { meetingsToCount } from './attendedBoard.ts'
import type { AttendedBoard, AttendedMeeting, AttendedSeat } from './attendedBoard.ts'
import type { Mark } from '../register/mark.ts'

/** One seat at one meeting: its mark, or why there is none. */
export type GridCell = Mark | 'NOT_MARKED' | 'NOT_EXPECTED'

/** How a cell without a mark is called on a page. */
export const emptyCellName = { NOT_MARKED: 'Not marked yet', NOT_EXPECTED: 'Not expected' } as const

/** One seat over the meetings of a year. */
export interface GridRow<Seat extends AttendedSeat = AttendedSeat> {
  seat: Seat
  /** One for each column. */
  cells: GridCell[]
  /** Its marks at the meetings that were held. */
  tally: Tally
}

/** The seats of a board by the meetings of a year. */
export interface AttendanceGrid<Seat extends AttendedSeat, Meeting extends AttendedMeeting> {
  /** The meetings whose register was begun and that were not cancelled, the earliest first. */
  columns: Meeting[]
  /** By the name of the agency, then by the first day of the seat. */
  rows: GridRow<Seat>[]
  cancelled: Meeting[]
  /** Meetings without a register so far. */
  toCome: Meeting[]
}

/** Lays the marks of a board out as seats by meetings. */
export function attendanceGrid<Seat extends AttendedSeat, Meeting extends AttendedMeeting>({
  meetings,
  seats,
}: {
  meetings: readonly Meeting[]
  seats: readonly Seat[]
}): AttendanceGrid<Seat, Meeting> {
  const inOrder = inOrderOfDays(meetings)
  const columns = inOrder.filter(({ state }) => state === 'BEGUN' || state === 'CLOSED')
  const placeOf = new Map(meetings.map(({ id }, place) => [id, place]))
  const rows = seats
    .toSorted(
      (one, other) =>
        one.organisationName.localeCompare(other.organisationName) ||
        one.startsOn.localeCompare(other.startsOn) ||
        one.seatId.localeCompare(other.seatId),
    )
    .map((seat) => {
      const markAt = ({ id }: AttendedMeeting) => seat.marks[placeOf.get(id) ?? -1]
      const cells = columns.map((meeting) => markAt(meeting) ?? emptyCell(seat, meeting))
      const counted = columns
        .filter(({ state }) => state === 'CLOSED')
        .flatMap((meeting) => markAt(meeting) ?? [])
      return { seat, cells, tally: tallyOf(counted) }
    })
  return {
    columns,
    rows,
    cancelled: inOrder.filter(({ state }) => state === 'CANCELLED'),
    toCome: inOrder.filter(({ state }) => state === 'TO_COME'),
  }
}

// Once a register is closed, whoever was expected has a mark.
function emptyCell(
  { startsOn, endsOn }: AttendedSeat,
  { heldOn, state }: AttendedMeeting,
): 'NOT_MARKED' | 'NOT_EXPECTED' {
  const isOpen = startsOn <= heldOn && (!endsOn || endsOn >= heldOn)
  return isOpen && state !== 'CLOSED' ? 'NOT_MARKED' : 'NOT_EXPECTED'
}

/**
 * The counts of each agency over all meetings of the boards, by its name. An agency is counted once for each meeting,
 * also where it has several seats, and also where one seat followed another.
 */
export function ratesByAgency(boards: readonly AttendedBoard[]): AgencyCount[] {
  return [...countByAgency(boards.flatMap((board) => meetingsToCount(board))).values()].toSorted(
    (one, other) =>
      one.organisationName.localeCompare(other.organisationName) ||
      one.organisationId.localeCompare(other.organisationId),
  )
}

/** Somebody who held a seat, and the first meeting at which they are written down. */
export interface SeatHolder {
  /** Null while the seat was vacant. */
  name: string | null
  since: Day
}

/** Who held a seat at a meeting, as its register has it. */
export interface HolderAtMeeting {
  meetingId: string
  heldOn: Day
  holderId: string | null
  holderName: string | null
}

/**
 * The holders of a seat one after the other, as the registers have them, the earliest meeting first. A person who
 * changed their name is one holder, under the first of the names.
 */
export function holdersInTurn(held: readonly HolderAtMeeting[]): (SeatHolder & { meetingId: string })[] {
  return held
    .filter((one, index) => {
      const before = held[index - 1]
      if (!before || one.holderId !== before.holderId) return true
      return one.holderId === null && one.holderName !== before.holderName
    })
    .map(({ holderName, meetingId, heldOn }) => ({ name: holderName, meetingId, since: heldOn }))
}

/**
 * What a reader should know of a seat to read its row: that it began or ended in the year, that it changed hands, that
 * the agency has another seat, and that it merged. Whole sentences; empty where nothing of it happened.
 */
export function notesOfSeat(
  seat: AttendedSeat & { holders: readonly SeatHolder[] },
  all: readonly AttendedSeat[],
  first: Day,
  last: Day,
): string[] {
  const notes: string[] = []
  if (seat.startsOn > first && seat.startsOn <= last)
    notes.push(`The seat began on ${formatDay(seat.startsOn)} and is counted from then on.`)
  if (seat.endsOn && seat.endsOn >= first && seat.endsOn < last)
    notes.push(`The seat ended on ${formatDay(seat.endsOn)} and is counted until then.`)
  if (seat.holders.length > 1)
    notes.push(
      `The seat changed hands. ${seat.holders
        .map(({ name, since }) => `From the meeting of ${formatDay(since)}: ${name ?? 'nobody'}.`)
        .join(' ')}`,
    )
  const seats = all.filter(({ organisationId }) => organisationId === seat.organisationId).length
  if (seats > 1)
    notes.push(
      `The agency has ${seats} seats in this year. At each meeting it counts once, and it was there if one of them was filled.`,
    )
  return [...notes, ...mergerNotes(seat)]
}

function mergerNotes({ partOf, joined = [] }: AttendedSeat): string[] {
  const notes = joined.map(
    ({ organisationName, since }) =>
      `${organisationName} became part of the agency on ${formatDay(since)}. Its marks stand in rows of their own and are not counted here.`,
  )
  if (partOf)
    notes.push(
      `The agency became part of ${partOf.organisationName} on ${formatDay(partOf.since)}. Its marks are counted here and not for ${partOf.organisationName}.`,
    )
  return notes
}
