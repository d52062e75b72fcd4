import { readPeriod } from '../period.ts'

/** A reporting period by its name, with its first and last day as ISO days. */
export interface NamedPeriod {
  name: string
  startsOn: string
  endsOn: string
}

const monthNames =
  'January February March April May June July August September October November December'.split(' ')

const day = (year: number, month: number, dayOfMonth: number): string =>
  new Date(Date.UTC(year, month, dayOfMonth)).toISOString().slice(0, 10)

/** `months` months from a month on, counted from 0 for January of the year; months past December go on into the next year. */
const stretch = (name: string, year: number, month: number, months: number): NamedPeriod => ({
  name,
  startsOn: day(year, month, 1),
  endsOn: day(year, month + months, 0),
})

/**
 * The days of a period that a document or a person names: "Q2 2009/10", "Quarter 2 2009/10", "H1 2026/27", "June 2026",
 * "2026/27". A year of two halves is a financial year, which starts in April, as the councils' does. Undefined where
 * the name is of another form or lacks its year.
 */
export function readNamedPeriod(text: string): NamedPeriod | undefined {
  const half = /^\s*H([12])\s+(\d{4})\/(\d\d)\s*$/i.exec(text)
  const name = half === null ? readPeriod(text)?.name : `H${half[1]} ${half[2]}/${half[3]}`
  if (name === undefined) return undefined
  const year = /^(?:(Q|H)([1-4]) )?(\d{4})\/\d\d$/.exec(name)
  if (year !== null) {
    const months = year[1] === 'Q' ? 3 : year[1] === 'H' ? 6 : 12
    return stretch(name, Number(year[3]), 3 + months * (Number(year[2] ?? 1) - 1), months)
  }
  const [monthName = '', monthYear = ''] = name.split(' ')
  const month = monthNames.indexOf(monthName)
  return month >= 0 && /^\d{4}$/.test(monthYear) ? stretch(name, Number(monthYear), month, 1) : undefined
}
