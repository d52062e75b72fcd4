import type { Day } from '../../board/dates.ts'
import { nameWithMergers } from '../../organisation/merger.ts'
import type { WithMergers } from '../../organisation/merger.ts'
import { markOfAgency } from '../rule/attendanceCount.ts'
import type { CountedMeeting } from '../rule/attendanceCount.ts'
import { isHeld } from '../rule/facts.ts'
import type { MeetingFact } from '../rule/facts.ts'
import type { AttendedState } from './attendedState.ts'
import type { Mark } from '../register/mark.ts'

/** What the pages about attendance are given of one board: its meetings of a year, and its seats with their marks. */
export interface AttendedBoard {
  boardId: string
  boardName: string
  meetings: readonly AttendedMeeting[]
  seats: readonly AttendedSeat[]
}

/** A meeting of a board's year. */
export interface AttendedMeeting extends Pick<MeetingFact, 'id' | 'heldOn'> {
  state: AttendedState
  /** Whether the quorum was there, as it was found when the register was closed; null or absent where none was set. */
  quorumMet?: boolean | null
}

/** A seat that was open at some time in the year, or has a mark in it; the agency is named as it is called now. */
export interface AttendedSeat extends WithMergers {
  seatId: string
  organisationId: string
  required: boolean
  voting: boolean
  startsOn: Day
  /** Its last day; null while it is open. */
  endsOn?: Day | null
  /** What the register of each meeting says of it, in the order of the board's `meetings`; null where it says nothing. */
  marks: readonly (Mark | null)[]
}

/** A board's meetings with their marks, as the counting takes them. */
export function meetingsToCount({
  meetings,
  seats,
}: Pick<AttendedBoard, 'meetings' | 'seats'>): CountedMeeting[] {
  const named = seats.map((seat) => ({ ...seat, organisationName: nameWithMergers(seat) }))
  return meetings.map(({ id, heldOn, state }, place) => ({
    id,
    heldOn,
    cancelled: state === 'CANCELLED',
    closed: state === 'CLOSED',
    marks: named.flatMap(({ seatId, organisationId, organisationName, marks }) => {
      const mark = marks[place]
      return mark ? [{ placeId: seatId, organisationId, organisationName, mark }] : []
    }),
  }))
}

/** What one meeting comes to for one agency. */
export interface AgencyAtMeeting {
  boardId: string
  meetingId: string
  organisationId: string
  organisationName: string
  /** An agency with several seats was there if one of them was. */
  mark: Mark
}

/** Each agency at each meeting that was held, once, whatever number of seats it has: what rates are counted from. */
export function agenciesAtMeetings(boards: readonly AttendedBoard[]): AgencyAtMeeting[] {
  return boards.flatMap((board) =>
    meetingsToCount(board)
      .filter(isHeld)
      .flatMap(({ id: meetingId, marks }) =>
        [...Map.groupBy(marks, ({ organisationId }) => organisationId)].map(([organisationId, its]) => ({
          boardId: board.boardId,
          meetingId,
          organisationId,
          organisationName: its[0]?.organisationName ?? '',
          mark: markOfAgency(its),
        })),
      ),
  )
}
