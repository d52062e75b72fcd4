import { addDays } from '../../board/dates.ts'
import type { Day } from '../../board/dates.ts'
import { weekdayOf } from './meetingTime.ts'

/** How the meetings of a series follow each other. */
export const Repeat = { WEEKS: 'WEEKS', MONTHS: 'MONTHS', MONTHS_LAST: 'MONTHS_LAST' } as const
export type Repeat = (typeof Repeat)[keyof typeof Repeat]

/** A plan for a series, from its first day. */
export interface SeriesRule {
  firstOn: Day
  /** WEEKS keeps the weekday; MONTHS its place in the month, such as the second Tuesday; MONTHS_LAST is the last one. */
  repeat: Repeat
  /** Every so many weeks or months. */
  every: number
  /** How many meetings there are with the first. */
  count: number
}

export const seriesLimits = { most: 60, everyWeeks: 26, everyMonths: 12 } as const

const places = ['first', 'second', 'third', 'fourth', 'last'] as const

/** How a month's repeat can be kept from this first day, in words: "on the second Tuesday". The fifth is the last. */
export function monthlyRepeats(firstOn: Day): { repeat: 'MONTHS' | 'MONTHS_LAST'; words: string }[] {
  const name = weekdayOf(firstOn)
  const place = placeInMonth(firstOn)
  const choices: { repeat: 'MONTHS' | 'MONTHS_LAST'; words: string }[] = []
  if (place < 4) choices.push({ repeat: 'MONTHS', words: `on the ${places[place]} ${name}` })
  if (isLastInMonth(firstOn)) choices.push({ repeat: 'MONTHS_LAST', words: `on the last ${name}` })
  return choices
}

/** Checks a series before its days are made. Empty when all is well. */
export function checkSeriesRule(rule: SeriesRule): { field: string; message: string }[] {
  const problems: { field: string; message: string }[] = []
  const weeks = rule.repeat === 'WEEKS'
  const mostEvery = weeks ? seriesLimits.everyWeeks : seriesLimits.everyMonths
  if (!isWholeBetween(rule.every, 1, mostEvery))
    problems.push({
      field: 'every',
      message: `Enter a whole number of ${weeks ? 'weeks' : 'months'} from 1 to ${mostEvery}.`,
    })
  if (!isWholeBetween(rule.count, 2, seriesLimits.most))
    problems.push({
      field: 'count',
      message: `Enter how many meetings there are, from 2 to ${seriesLimits.most}.`,
    })
  if (!weeks && !monthlyRepeats(rule.firstOn).some(({ repeat }) => repeat === rule.repeat))
    problems.push({
      field: 'repeat',
      message: 'The first day does not fit how the meetings repeat. Choose again how they repeat.',
    })
  return problems
}

/** The days of the series in their order, the first day first: at most 60, and none where the rule is not right. */
export function seriesDays(rule: SeriesRule): Day[] {
  if (checkSeriesRule(rule).length > 0) return []
  return Array.from({ length: rule.count }, (_, index) => dayAt(rule, index))
}

function dayAt({ firstOn, repeat, every }: SeriesRule, index: number): Day {
  if (repeat === 'WEEKS') return addDays(firstOn, 7 * every * index)
  const year = Number(firstOn.slice(0, 4))
  const month = Number(firstOn.slice(5, 7)) - 1 + every * index
  const weekday = new Date(`${firstOn}T00:00:00Z`).getUTCDay()
  const firstOfMonth = new Date(Date.UTC(year, month, 1))
  const first = 1 + ((weekday - firstOfMonth.getUTCDay() + 7) % 7)
  const daysInMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const day =
    repeat === 'MONTHS'
      ? first + 7 * placeInMonth(firstOn)
      : first + 7 * Math.floor((daysInMonth - first) / 7)
  return new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10)
}

/** 0 for the first of its weekday in the month, 4 for a fifth. */
function placeInMonth(day: Day): number {
  return Math.floor((Number(day.slice(8)) - 1) / 7)
}

function isLastInMonth(day: Day): boolean {
  return addDays(day, 7).slice(0, 7) !== day.slice(0, 7)
}

function isWholeBetween(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most
}

/** How a series repeats, in words: "every 2 months on the second Tuesday". */
export function seriesWords({ firstOn, repeat, every }: Omit<SeriesRule, 'count'>): string {
  const unit = repeat === 'WEEKS' ? 'week' : 'month'
  const how = every === 1 ? `every ${unit}` : `every ${every} ${unit}s`
  const on = monthlyRepeats(firstOn).find((choice) => choice.repeat === repeat)?.words
  return `${how} ${on ?? `on ${weekdayOf(firstOn)}`}`
}

/** How many days later one day is than another; less than 0 where it is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000
}
