import type { Day } from '../../board/dates.ts'
import { checkName, checkReason } from '../../organisation/checkText.ts'
import type { FieldMessage } from '../../organisation/checkText.ts'
import { checkWebAddress } from '../../organisation/webAddress.ts'
import { readMeetingTime, readTypedTime } from './meetingTime.ts'

/** How much may be written about a meeting, in characters, and how many a board has. */
export const meetingLimits = { place: 300, notes: 4000, deputyRule: 500, ofBoard: 5000 } as const

/** What somebody types about a meeting. The times are typed ones, such as "2pm" or "14:30". */
export interface MeetingText {
  title: string
  heldOn: Day
  startTime: string
  endTime: string
  place: string
  link: string
  notes: string
}

/** A meeting as it is kept: its texts without blanks around them, null where they are empty, and its moments. */
export interface CheckedMeeting {
  title: string
  heldOn: Day
  startsAt: Date
  endsAt: Date
  place: string | null
  link: string | null
  notes: string | null
}

/** Reads what somebody typed about a meeting; a list of what is wrong with it where something is. */
export function readMeeting(typed: MeetingText): CheckedMeeting | FieldMessage[] {
  const text = (value: string) => value.trim() || null
  const [title, place, link, notes] = [
    typed.title.trim(),
    text(typed.place),
    text(typed.link),
    text(typed.notes),
  ]
  const problems = checkName('title', title, 'what the meeting is called')
  if (typed.heldOn === '') problems.push({ field: 'heldOn', message: 'Enter the day of the meeting.' })
  const startTime = readTypedTime(typed.startTime)
  const endTime = readTypedTime(typed.endTime)
  if (!startTime)
    problems.push({ field: 'startTime', message: 'Enter when it begins, such as 9:30am or 14:00.' })
  if (!endTime) problems.push({ field: 'endTime', message: 'Enter when it ends, such as 11:30am or 16:00.' })
  const time =
    startTime && endTime && typed.heldOn !== '' ? readMeetingTime(typed.heldOn, startTime, endTime) : null
  if (time?.problem) problems.push(time.problem)
  problems.push(...checkLength('place', place ?? '', meetingLimits.place))
  if (link) problems.push(...checkWebAddress('link', link))
  problems.push(...checkLength('notes', notes ?? '', meetingLimits.notes))
  if (problems.length > 0 || !time || time.problem) return problems
  return { title, heldOn: typed.heldOn, startsAt: time.startsAt, endsAt: time.endsAt, place, link, notes }
}

/** Checks why a meeting is cancelled. */
export function checkCancelling(reason: string): FieldMessage[] {
  return checkReason('reason', reason, 'why the meeting is cancelled')
}

/** Checks what a board settles about its meetings. */
export function checkAttendanceSetting(setting: {
  yearStartsMonth: number
  deputyRule: string
}): FieldMessage[] {
  const { yearStartsMonth: month, deputyRule } = setting
  const problems = checkLength('deputyRule', deputyRule, meetingLimits.deputyRule)
  if (!Number.isInteger(month) || month < 1 || month > 12)
    problems.push({ field: 'yearStartsMonth', message: 'Choose the month in which the year begins.' })
  return problems
}

function checkLength(field: string, text: string, most: number): FieldMessage[] {
  if (text.trim().length <= most) return []
  return [
    {
      field,
      message: `This has ${text.trim().length} characters. Shorten it to ${most.toLocaleString('en-GB')} or fewer.`,
    },
  ]
}
