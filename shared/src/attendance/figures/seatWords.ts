import { formatDay } from '../../board/dates.ts'
import type { AttendedSeat } from './attendedBoard.ts'

/** From when to when a seat was open: "since 1 April 2026". */
export function sinceText({ startsOn, endsOn }: Pick<AttendedSeat, 'startsOn' | 'endsOn'>): string {
  return endsOn ? `from ${formatDay(startsOn)} to ${formatDay(endsOn)}` : `since ${formatDay(startsOn)}`
}

/** What an agency agreed to by a seat: "A required seat with a vote, since 1 April 2026". */
export function seatText(seat: Pick<AttendedSeat, 'required' | 'voting' | 'startsOn' | 'endsOn'>): string {
  return `${seat.required ? 'A required seat' : 'An optional seat'} ${seat.voting ? 'with a vote' : 'without a vote'}, ${sinceText(seat)}`
}
