import { formatDay, todayInLondon } from '../../board/dates.ts'
import type { Day } from '../../board/dates.ts'

/** A time of day in the United Kingdom as `HH:MM`, from "00:00" to "23:59". */
export type Time = string

/** A moment as people write it: a day and a time of day in the United Kingdom. */
export interface LocalTime {
  day: Day
  time: Time
}

const londonTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** The day and the time of day that it is in the United Kingdom at a moment. Seconds are left out. */
export function localTimeOf(moment: Date): LocalTime {
  return { day: todayInLondon(moment), time: londonTime.format(moment) }
}

/**
 * The moment at which the clocks in the United Kingdom show the day and time.
 *
 * Null where they never do, in the hour that is left out when the clocks go forward. Where they show it twice, when
 * the clocks go back, it is the first of the two.
 */
export function momentOf({ day, time }: LocalTime): Date | null {
  const asIfUtc = Date.parse(`${day}T${time}:00Z`)
  // Summer time is the only difference to UTC that there has been since 1972, and what is shown twice comes first in it.
  for (const hoursAhead of [1, 0]) {
    const moment = new Date(asIfUtc - hoursAhead * 3_600_000)
    const shown = localTimeOf(moment)
    if (shown.day === day && shown.time === time) return moment
  }
  return null
}

const twelveHours = /^(\d{1,2})(?:[:.](\d{2}))?(am|pm)$/
const twentyFourHours = /^(\d{1,2})[:.](\d{2})$/

/**
 * Reads a typed time: "14:00", "14.00", "2pm", "2:30 p.m." or "noon". Null where nothing was typed; undefined where it
 * is no time. A bare "2" is none, since nobody can tell which of the two it is.
 */
export function readTypedTime(typed: string): Time | null | undefined {
  const text = typed
    .trim()
    .toLowerCase()
    .replaceAll(/\s+/g, '')
    .replace(/([ap])\.?m\.?$/, '$1m')
  if (text === '') return null
  if (/^(12)?(noon|midday)$/.test(text)) return '12:00'
  const half = twelveHours.exec(text)
  if (half) {
    const hour = Number(half[1])
    if (hour < 1 || hour > 12) return undefined
    return timeOf((hour % 12) + (half[3] === 'pm' ? 12 : 0), Number(half[2] ?? 0))
  }
  const whole = twentyFourHours.exec(text)
  return whole ? timeOf(Number(whole[1]), Number(whole[2])) : undefined
}

function timeOf(hour: number, minute: number): Time | undefined {
  if (hour > 23 || minute > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** A time as GOV.UK writes it: "2pm", "2:30pm", "midday". */
export function formatTime(time: Time): string {
  if (time === '12:00') return 'midday'
  if (time === '00:00') return 'midnight'
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${hour < 12 ? 'am' : 'pm'}`
}

const weekday = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long' })

/** The name of the day of the week: "Tuesday". */
export function weekdayOf(day: Day): string {
  return weekday.format(new Date(`${day}T00:00:00Z`))
}

/** A day with the name of its weekday: "Tuesday 8 December 2026". */
export function formatDayWithWeekday(day: Day): string {
  return `${weekdayOf(day)} ${formatDay(day)}`
}

/** When a meeting is, in the time of the United Kingdom: "Tuesday 8 December 2026, 2pm to 4:30pm". */
export function formatMeetingTime(startsAt: Date, endsAt: Date): string {
  const start = localTimeOf(startsAt)
  const end = localTimeOf(endsAt)
  const until =
    start.day === end.day ? formatTime(end.time) : `${formatTime(end.time)} on ${formatDay(end.day)}`
  return `${formatDayWithWeekday(start.day)}, ${formatTime(start.time)} to ${until}`
}

/** How long a meeting is at most, in minutes: longer is a slip of the keyboard. */
export const longestMeeting = 12 * 60

/** How long a meeting is, in minutes as they pass: an hour that the clocks leave out or repeat is counted so. */
export function minutesBetween(startsAt: Date, endsAt: Date): number {
  return (endsAt.getTime() - startsAt.getTime()) / 60_000
}

/** Where the meeting stands in time, or what is wrong with the field that was typed. */
export type ReadMeetingTime =
  | { startsAt: Date; endsAt: Date; problem?: undefined }
  | { problem: { field: 'startTime' | 'endTime'; message: string } }

/**
 * The moments between which a meeting is, from its day and its two times of day in the United Kingdom. It ends on the
 * day on which it begins.
 */
export function readMeetingTime(day: Day, startTime: Time, endTime: Time): ReadMeetingTime {
  const problem = (field: 'startTime' | 'endTime', message: string) => ({ problem: { field, message } })
  const missing = (time: Time) =>
    `The clocks go forward on ${formatDay(day)}, and ${formatTime(time)} is left out that night. Enter another time.`
  const startsAt = momentOf({ day, time: startTime })
  if (!startsAt) return problem('startTime', missing(startTime))
  const endsAt = momentOf({ day, time: endTime })
  if (!endsAt) return problem('endTime', missing(endTime))
  if (endTime <= startTime)
    return problem('endTime', `Enter a time after ${formatTime(startTime)}, when the meeting begins.`)
  if (minutesBetween(startsAt, endsAt) > longestMeeting)
    return problem('endTime', `A meeting can take at most ${longestMeeting / 60} hours. Check both times.`)
  return { startsAt, endsAt }
}
