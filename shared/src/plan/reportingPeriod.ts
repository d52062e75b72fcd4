import { addDays, formatDay } from '../board/dates.ts'
import type { Day } from '../board/dates.ts'
import type { FieldProblem } from './planRules.ts'

/** How often a board reports. */
export const Frequency = { MONTHLY: 'MONTHLY', QUARTERLY: 'QUARTERLY', HALF_YEARLY: 'HALF_YEARLY' } as const
export type Frequency = (typeof Frequency)[keyof typeof Frequency]

/** How a frequency is called on a page. */
export const frequencyName: Record<Frequency, string> = {
  MONTHLY: 'Every month',
  QUARTERLY: 'Every quarter',
  HALF_YEARLY: 'Every half year',
}

/** How a board reports from a day on, until the next calendar takes over. */
export interface Calendar {
  startsOn: Day
  frequency: Frequency
  /** The first month of the board's year, 1 for January. */
  firstMonth: number
  /** Days after the end of a period until which its updates are due. */
  daysToReport: number
}

/** The calendar of a board that has set none. */
export const usualCalendar: Calendar = {
  startsOn: '1900-01-01',
  frequency: 'QUARTERLY',
  firstMonth: 4,
  daysToReport: 14,
}

/** A stretch of days about which a board reports; both days are inside. */
export interface Period {
  /** Such as "Q2 2026/27", "H1 2026/27" or "June 2026". */
  name: string
  startsOn: Day
  endsOn: Day
  /** The last day on which its updates come in time. */
  dueOn: Day
}

/**
 * Where a period is in its life. It can be reported on from its first day, since an action may be done in the
 * first week and nobody should have to remember it until the last; it closes when the coordinator closes it.
 */
export const PeriodState = {
  COMING: 'COMING',
  RUNNING: 'RUNNING',
  DUE: 'DUE',
  OVERDUE: 'OVERDUE',
  CLOSED: 'CLOSED',
} as const
export type PeriodState = (typeof PeriodState)[keyof typeof PeriodState]

export const periodLimits = { daysToReport: 92 } as const

const lengths: Record<Frequency, number> = { MONTHLY: 1, QUARTERLY: 3, HALF_YEARLY: 6 }
const letters: Record<Frequency, string> = { MONTHLY: '', QUARTERLY: 'Q', HALF_YEARLY: 'H' }

/**
 * The period in which the day lies. `calendars` are those that the board has set, the oldest first. Where one takes
 * over in the middle of another's period, that period ends the day before.
 */
export function periodOn(calendars: readonly Calendar[], day: Day): Period {
  const all = [usualCalendar, ...calendars]
  const at = all.findLastIndex((calendar) => calendar.startsOn <= day)
  const calendar = all[at] ?? usualCalendar
  const next = all[at + 1]
  const length = lengths[calendar.frequency]
  const month = monthOf(day)
  const offset = (calendar.firstMonth - 1) % length
  const first = month - modulo(month - offset, length)
  const startsOn = latest(firstDay(first), calendar.startsOn)
  const endsOn = earliest(addDays(firstDay(first + length), -1), next ? addDays(next.startsOn, -1) : null)
  const whole = startsOn === firstDay(first) && endsOn === addDays(firstDay(first + length), -1)
  return {
    name: whole ? periodName(calendar, first) : monthsName(startsOn, endsOn),
    startsOn,
    endsOn,
    dueOn: addDays(endsOn, calendar.daysToReport),
  }
}

export function periodAfter(calendars: readonly Calendar[], period: Period): Period {
  return periodOn(calendars, addDays(period.endsOn, 1))
}

export function periodBefore(calendars: readonly Calendar[], period: Period): Period {
  return periodOn(calendars, addDays(period.startsOn, -1))
}

/** The periods from the one in which `from` lies to the one in which `to` lies, the oldest first; at most 500. */
export function periodsBetween(calendars: readonly Calendar[], from: Day, to: Day): Period[] {
  const found: Period[] = []
  for (
    let period = periodOn(calendars, from);
    period.startsOn <= to && found.length < 500;
    period = periodAfter(calendars, period)
  )
    found.push(period)
  return found
}

export function periodState(period: Period, closed: boolean, today: Day): PeriodState {
  if (closed) return 'CLOSED'
  if (today < period.startsOn) return 'COMING'
  if (today <= period.endsOn) return 'RUNNING'
  return today <= period.dueOn ? 'DUE' : 'OVERDUE'
}

/**
 * The periods that a plan is reported for: from the first that began on or after the day of its adoption to the
 * running one, which can be reported on in any case.
 */
export function reportedPeriods(calendars: readonly Calendar[], adoptedOn: Day, today: Day): Period[] {
  const running = periodOn(calendars, today)
  const periods = periodsBetween(calendars, earliest(adoptedOn, today), today)
  return periods.filter(({ startsOn }) => startsOn >= adoptedOn || startsOn === running.startsOn)
}

/** The open periods that a plan is reported for, the oldest first. Where nobody closes anything, the last twelve. */
export function openPeriods(
  calendars: readonly Calendar[],
  adoptedOn: Day,
  closed: ReadonlySet<Day>,
  today: Day,
): Period[] {
  return reportedPeriods(calendars, adoptedOn, today)
    .slice(-12)
    .filter((period) => !closed.has(period.startsOn))
}

/**
 * The period whose update is to be written next: the oldest that is open and neither submitted nor authorised, else
 * the running one.
 *
 * @param closed the first days of the closed periods.
 * @param reported the first days of those that have a submitted or authorised update.
 */
export function periodToReport(
  calendars: readonly Calendar[],
  adoptedOn: Day,
  closed: ReadonlySet<Day>,
  reported: ReadonlySet<Day>,
  today: Day,
): Period {
  const open = openPeriods(calendars, adoptedOn, closed, today)
  return open.find((period) => !reported.has(period.startsOn)) ?? periodOn(calendars, today)
}

/**
 * The period whose updates are asked for now: the one that ended last, until it is closed, and then the running one.
 * A plan that was adopted after the beginning of the former is asked for the latter.
 *
 * @param closed the first days of the closed periods.
 */
export function periodAskedFor(
  calendars: readonly Calendar[],
  adoptedOn: Day,
  closed: ReadonlySet<Day>,
  today: Day,
): Period {
  const periods = reportedPeriods(calendars, adoptedOn, today).slice(-2)
  return periods.find(({ startsOn }) => !closed.has(startsOn)) ?? periodOn(calendars, today)
}

/**
 * From which day a new calendar holds: from the day after the last period that has updates or was closed, so that
 * it alters none of these; from the beginning where there is none.
 *
 * @param lastEndsOn the last day of the last period that has updates or was closed.
 */
export function newCalendarStart(lastEndsOn: Day | null): Day {
  return lastEndsOn === null ? usualCalendar.startsOn : addDays(lastEndsOn, 1)
}

/** Checks the calendar that a coordinator sets. */
export function checkCalendar(calendar: Pick<Calendar, 'firstMonth' | 'daysToReport'>): FieldProblem[] {
  const problems: FieldProblem[] = []
  const { firstMonth, daysToReport } = calendar
  if (!Number.isInteger(firstMonth) || firstMonth < 1 || firstMonth > 12)
    problems.push({ field: 'firstMonth', message: 'Choose the first month of the board’s year.' })
  if (!Number.isInteger(daysToReport) || daysToReport < 0 || daysToReport > periodLimits.daysToReport)
    problems.push({
      field: 'daysToReport',
      message: `Enter a whole number of days from 0 to ${periodLimits.daysToReport}.`,
    })
  return problems
}

/** Why the period cannot be closed today; null when it can. */
export function whyNotClose(period: Period, closed: boolean, today: Day): string | null {
  if (closed) return `${period.name} has been closed already.`
  if (period.endsOn >= today)
    return `${period.name} runs until ${formatDay(period.endsOn)}. It can be closed from the day after.`
  return null
}

function periodName(calendar: Calendar, first: number): string {
  const { frequency, firstMonth } = calendar
  if (frequency === 'MONTHLY') return monthName(first)
  const sinceYear = first - (firstMonth - 1)
  const year = Math.floor(sinceYear / 12)
  const number = modulo(sinceYear, 12) / lengths[frequency] + 1
  // A year that begins in January is a year of the calendar and needs one number.
  const yearName = firstMonth === 1 ? String(year) : `${year}/${String((year + 1) % 100).padStart(2, '0')}`
  return `${letters[frequency]}${number} ${yearName}`
}

/** "July to September 2026", for a period that a change of the calendar cut short. */
function monthsName(startsOn: Day, endsOn: Day): string {
  const [first, last] = [monthOf(startsOn), monthOf(endsOn)]
  if (first === last) return monthName(first)
  const sameYear = Math.floor(first / 12) === Math.floor(last / 12)
  const start = sameYear ? (monthName(first).split(' ')[0] ?? '') : monthName(first)
  return `${start} to ${monthName(last)}`
}

/** Months are counted from January of the year 0. */
function monthOf(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
}

function firstDay(month: number): Day {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String(modulo(month, 12) + 1).padStart(2, '0')}-01`
}

function monthName(month: number): string {
  return formatDay(firstDay(month)).split(' ').slice(1).join(' ')
}

function modulo(number: number, by: number): number {
  return ((number % by) + by) % by
}

function latest(one: Day, other: Day): Day {
  return one > other ? one : other
}

function earliest(one: Day, other: Day | null): Day {
  return other !== null && other < one ? other : one
}
