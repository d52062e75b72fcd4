import { formatDay, todayInLondon } from '@boardwork/shared/board/dates.ts'

/** "1 meeting", "3 meetings". */
export const counted = (count: number, what: string, more = `${what}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? what : more}`

/** The day of a moment, as people write it. */
export const dayOf = (moment: string): string => formatDay(todayInLondon(new Date(moment)))

interface Written {
  newMeetings: number
  knownMeetings: number
  marks: number
  guests: number
  leftOut: number
}

/** What a list wrote, in one line. */
export function writtenText({ newMeetings, knownMeetings, marks, guests, leftOut }: Written): string {
  return [
    counted(newMeetings, 'new meeting'),
    ...(knownMeetings > 0 ? [`${counted(knownMeetings, 'meeting')} filled in`] : []),
    counted(marks, 'mark'),
    ...(guests > 0 ? [counted(guests, 'guest')] : []),
    ...(leftOut > 0 ? [`${counted(leftOut, 'mark')} of the list left out`] : []),
  ].join(', ')
}
