import type { Mark } from '../register/mark.ts'
import type { AttendedMeeting, AttendedSeat } from './attendedBoard.ts'

/** A seat with the people behind its marks. */
export interface SeatOfPeople extends AttendedSeat {
  /** Who held it, one after the other, from which meeting on; a name is null while it was vacant. */
  holders: readonly { meetingId: string; name: string | null }[]
  /** The deputies who came; a name is null where nobody wrote it down. */
  deputies: readonly { meetingId: string; name: string | null; seniorEnough: boolean | null }[]
}

/** What the register of one meeting says of a seat. */
export interface SentToMeeting {
  meeting: AttendedMeeting
  mark: Mark
  /** Null where the seat was vacant. */
  holder: string | null
  /** Who came, in words: a name where the register has one. */
  came: string
}

/**
 * Who was sent for a seat to each meeting at which it has a mark.
 *
 * @param meetings all of the year: the marks of the seat are in their order.
 * @param shown those that are asked about.
 */
export function sentForSeat(
  seat: SeatOfPeople,
  meetings: readonly AttendedMeeting[],
  shown: readonly AttendedMeeting[],
): SentToMeeting[] {
  const asked = new Set(shown.map(({ id }) => id))
  const since = new Map(seat.holders.map(({ meetingId, name }) => [meetingId, name]))
  const deputies = new Map(seat.deputies.map((deputy) => [deputy.meetingId, deputy]))
  let holder: string | null = null
  return meetings.flatMap((meeting, place) => {
    const name = since.get(meeting.id)
    if (name !== undefined) holder = name
    const mark = seat.marks[place]
    if (!mark || !asked.has(meeting.id)) return []
    return [{ meeting, mark, holder, came: whoCame(mark, holder, deputies.get(meeting.id)) }]
  })
}

function whoCame(
  mark: Mark,
  holder: string | null,
  deputy: SeatOfPeople['deputies'][number] | undefined,
): string {
  if (mark === 'PRESENT') return holder ?? 'Somebody'
  if (mark === 'DEPUTY') {
    const name = deputy?.name ?? 'A deputy'
    if (typeof deputy?.seniorEnough !== 'boolean') return name
    return `${name}, ${deputy.seniorEnough ? 'senior enough' : 'not senior enough'}`
  }
  return mark === 'UNKNOWN' ? 'Not known' : 'Nobody'
}
