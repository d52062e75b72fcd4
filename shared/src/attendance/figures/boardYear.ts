import { addDays } from '../../board/dates.ts'
import type { Day } from '../../board/dates.ts'
import type { FieldMessage } from '../../organisation/checkText.ts'

/** In which month a board's year begins where the board has set none: April. */
export const usualYearStart = 4

/** The months as a page names them, January first. */
export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/**
 * The board year in which a day lies. It begins on the first day of `startsMonth` (1 to 12) and is named by the
 * calendar year in which it begins: 31 March 2027 lies in 2026 where the year begins in April.
 */
export function boardYearOf(day: Day, startsMonth: number): number {
  const year = Number(day.slice(0, 4))
  return Number(day.slice(5, 7)) >= startsMonth ? year : year - 1
}

/** The first day of a board year. */
export function yearStartsOn(year: number, startsMonth: number): Day {
  return `${String(year).padStart(4, '0')}-${String(startsMonth).padStart(2, '0')}-01`
}

/** The last day of a board year. */
export function yearEndsOn(year: number, startsMonth: number): Day {
  return addDays(yearStartsOn(year + 1, startsMonth), -1)
}

/** A board year as people write it: "April 2026 to March 2027". */
export function boardYearName(year: number, startsMonth: number): string {
  const ends = yearEndsOn(year, startsMonth)
  return `${monthNameOf(startsMonth)} ${year} to ${monthNameOf(Number(ends.slice(5, 7)))} ${ends.slice(0, 4)}`
}

/** Checks the month in which a board's year begins. Empty when all is well. */
export function checkYearStart(startsMonth: number): FieldMessage[] {
  if (Number.isInteger(startsMonth) && startsMonth >= 1 && startsMonth <= 12) return []
  return [{ field: 'yearStartsMonth', message: 'Choose the first month of the board’s year.' }]
}

/** The years for which rules can be written: those that can still be looked at, and the next one. */
export function rulesYears(thisYear: number): { first: number; last: number } {
  return { first: thisYear - 5, last: thisYear + 1 }
}

/** Checks the year for which rules are written. Empty when all is well. */
export function checkRulesYear(year: number, thisYear: number): FieldMessage[] {
  const { first, last } = rulesYears(thisYear)
  if (Number.isInteger(year) && year >= first && year <= last) return []
  return [{ field: 'year', message: `Choose a year from ${first} to ${last}.` }]
}

function monthNameOf(month: number): string {
  return monthNames[month - 1] ?? ''
}
