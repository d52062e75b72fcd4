import { daysInMonth, isDay, isoDay, monthOf, yearOf } from './deadlineTokens.ts'
import type { Token } from './deadlineTokens.ts'

/** A stretch of days that a text names; without a year where the text gives none. */
export interface Point {
  /** The token after the last that belongs to it. */
  next: number
  year?: number
  /** The stretch for a year. */
  days: (year: number) => { earliest: string; latest: string }
  /** How the year of a neighbour is found: the month in which it starts. */
  month: number
  /** True for a day or month, false for a whole year; a year standing alone among words is no deadline. */
  exact: boolean
}

const monthDays =
  (month: number, from = 1, to = 31) =>
  (year: number): { earliest: string; latest: string } => ({
    earliest: isoDay({ year, month, day: from }),
    latest: isoDay({ year, month, day: Math.min(to, daysInMonth(year, month)) }),
  })

/** Whole months from one to another; a month after the twelfth is of the next year. */
const months =
  (from: number, to: number) =>
  (year: number): { earliest: string; latest: string } => {
    const at = (month: number): { year: number; month: number } =>
      month > 12 ? { year: year + 1, month: month - 12 } : { year, month }
    const last = at(to)
    return {
      earliest: isoDay({ ...at(from), day: 1 }),
      latest: isoDay({ ...last, day: daysInMonth(last.year, last.month) }),
    }
  }

const seasons: Record<string, [number, number]> = {
  spring: [3, 5],
  summer: [6, 8],
  autumn: [9, 11],
  winter: [12, 14],
}
const terms: Record<string, [number, number]> = { autumn: [9, 12], spring: [1, 4], summer: [4, 7] }

const figures = /^\d+$/
const isNumber = (token: Token | undefined): token is Token => token !== undefined && figures.test(token.text)
const is = (token: Token | undefined, ...texts: string[]): boolean =>
  token !== undefined && texts.includes(token.text)

/** Two years in a row, "2009/10" or "2009-2010" or "2009 - 10", from the token at `index`. */
function doubleYear(tokens: readonly Token[], index: number): { year: number; next: number } | undefined {
  const [first, mark, second] = tokens.slice(index, index + 3)
  if (!isNumber(first) || !is(mark, '/', '-') || !isNumber(second)) return undefined
  const year = yearOf(first.text)
  if (year === undefined || ![String(year + 1), String(year + 1).slice(2)].includes(second.text))
    return undefined
  if (first.text.length === 2 && second.text.length !== 2) return undefined
  return { year, next: index + 3 }
}

interface YearAt {
  year: number
  next: number
  double: boolean
}

/** A year at `index`, after a comma, an apostrophe, a hyphen, a slash or "of" if any. */
function yearAt(tokens: readonly Token[], index: number, mayDouble: boolean): YearAt | undefined {
  let at = index
  while (at < index + 2 && is(tokens[at], ',', "'", '’', '‘', '-', '/', '.', 'of', '(')) at += 1
  const double = mayDouble ? doubleYear(tokens, at) : undefined
  if (double !== undefined) return { ...double, double: true }
  const token = tokens[at]
  if (!isNumber(token)) return undefined
  const year = yearOf(token.text)
  if (year === undefined) return undefined
  // "March 10, 2010" has its day first, and "Mar 10th" is a day.
  if (token.text.length === 2 && is(tokens[at + 1], 'st', 'nd', 'rd', 'th')) return undefined
  // "June 14 days", "March 20%": a figure of something else.
  if (token.text.length === 2 && is(tokens[at + 1], 'days', 'weeks', 'months', '%')) return undefined
  return { year, next: at + 1, double: false }
}

const skipOrdinal = (tokens: readonly Token[], index: number): number =>
  is(tokens[index], 'st', 'nd', 'rd', 'th') && tokens[index]?.apart === false ? index + 1 : index

function exactDay(next: number, month: number, day: number, year: number | undefined): Point | undefined {
  if (!isDay({ year: year ?? 2000, month, day })) return undefined
  return {
    next,
    month,
    exact: true,
    days: monthDays(month, day, day),
    ...(year === undefined ? {} : { year }),
  }
}

/** "31/03/2010", "31.3.10", "2010-03-31", "31-03-2010" */
function numericDate(tokens: readonly Token[], index: number): Point | undefined {
  const [first, mark, second, again, third] = tokens.slice(index, index + 5)
  if (!isNumber(first) || !isNumber(second)) return undefined
  if (!is(mark, '/', '.', '-') || mark?.apart === true || second.apart) return undefined
  const mayEnd = again?.text === mark?.text && isNumber(third) && !third.apart
  if (first.text.length === 4) {
    const year = yearOf(first.text)
    if (year === undefined) return undefined
    if (mayEnd && third !== undefined)
      return exactDay(index + 5, Number(second.text), Number(third.text), year)
    const month = Number(second.text)
    if (mark?.text !== '-' || second.text.length !== 2 || month < 1 || month > 12) return undefined
    return { next: index + 3, year, month, exact: true, days: monthDays(month) }
  }
  if (!mayEnd || third === undefined || first.text.length > 2 || second.text.length > 2) {
    const year = mark?.text === '/' && second.text.length === 4 ? yearOf(second.text) : undefined
    const month = Number(first.text)
    if (year === undefined || mayEnd || month < 1 || month > 12) return undefined
    return { next: index + 3, year, month, exact: true, days: monthDays(month) }
  }
  const year = yearOf(third.text)
  if (year === undefined) return undefined
  return exactDay(index + 5, Number(second.text), Number(first.text), year)
}

/** "31 March 2010", "31st of March", "31-Mar-10" */
function dayFirst(tokens: readonly Token[], index: number): Point | undefined {
  const first = tokens[index]
  if (!isNumber(first) || first.text.length > 2) return undefined
  let at = skipOrdinal(tokens, index + 1)
  if (is(tokens[at], '-', '.', '/', 'of')) at += 1
  const month = monthOf(tokens[at]?.text ?? '')
  if (month === undefined) return undefined
  if (is(tokens[at + 1], '.')) at += 1
  const year = yearAt(tokens, at + 1, false)
  return exactDay(year?.next ?? at + 1, month, Number(first.text), year?.year)
}

/** "March 31, 2010", "March 2010", "Mar-10", "March" */
function monthFirst(tokens: readonly Token[], index: number): Point | undefined {
  const month = monthOf(tokens[index]?.text ?? '')
  if (month === undefined) return undefined
  const at = is(tokens[index + 1], '.') ? index + 2 : index + 1
  const day = tokens[at]
  if (isNumber(day) && day.text.length <= 2) {
    const afterDay = skipOrdinal(tokens, at + 1)
    const year = yearAt(tokens, afterDay, false)
    const isFollowed = year !== undefined && tokens[year.next - 1]?.text.length === 4
    if (isFollowed && !is(tokens[afterDay], '-', '/'))
      return exactDay(year.next, month, Number(day.text), year.year)
    if (afterDay > at + 1) return exactDay(afterDay, month, Number(day.text), undefined)
  }
  const year = yearAt(tokens, at, true)
  const point = { month, exact: true, days: monthDays(month) }
  if (year === undefined) return { ...point, next: index + 1 }
  // March of the year 2009/10 is that of 2010.
  return { ...point, next: year.next, year: year.double && month < 4 ? year.year + 1 : year.year }
}

const counted: Record<string, number> = { first: 1, second: 2, third: 3, fourth: 4, last: 4, final: 4 }

/** "Q2 2009/10", "Quarter 3", "2nd quarter 2010", "2009/10 Q2": quarters of the financial year, from April. */
function quarter(tokens: readonly Token[], index: number): Point | undefined {
  const lead = doubleYear(tokens, index)
  const start = lead === undefined ? index : is(tokens[lead.next], ',', '-') ? lead.next + 1 : lead.next
  const [first, second, third] = tokens.slice(start, start + 3)
  let number: number | undefined
  let next = start
  if (is(first, 'q', 'qtr', 'quarter', 'qu')) {
    next = is(second, '.') ? start + 2 : start + 1
    number = isNumber(tokens[next]) ? Number(tokens[next]?.text) : undefined
    next += 1
  } else if (isNumber(first) && is(second, 'st', 'nd', 'rd', 'th') && is(third, 'quarter', 'qtr')) {
    number = Number(first.text)
    next = start + 3
  } else if (first !== undefined && counted[first.text] !== undefined && is(second, 'quarter', 'qtr')) {
    number = counted[first.text]
    next = start + 2
  }
  if (number === undefined || number < 1 || number > 4) return undefined
  const from = 1 + number * 3
  const point = { month: from > 12 ? from - 12 : from, exact: true, days: months(from, from + 2) }
  if (lead !== undefined) return { ...point, next, year: lead.year }
  const year = yearAt(tokens, next, true)
  return year === undefined ? { ...point, next } : { ...point, next: year.next, year: year.year }
}

/** "Autumn 2003", "Spring term 2010" */
function season(tokens: readonly Token[], index: number): Point | undefined {
  const name = tokens[index]?.text ?? ''
  const isTerm = is(tokens[index + 1], 'term')
  const stretch = isTerm ? terms[name] : seasons[name]
  if (stretch === undefined) return undefined
  const at = isTerm ? index + 2 : index + 1
  const year = yearAt(tokens, at, true)
  const point = { month: stretch[0], exact: true, days: months(...stretch) }
  if (year === undefined) return { ...point, next: at }
  const isLater = year.double && stretch[0] < 4
  return { ...point, next: year.next, year: isLater ? year.year + 1 : year.year }
}

/** "2009/10", "financial year end 2010", "school year 2010/11", "2010" */
function wholeYear(tokens: readonly Token[], index: number): Point | undefined {
  let at = index
  let from = 4
  let named = false
  if (
    is(tokens[at], 'financial', 'fiscal', 'school', 'academic', 'municipal') &&
    is(tokens[at + 1], 'year')
  ) {
    if (is(tokens[at], 'school', 'academic')) from = 9
    named = true
    at += 2
  } else if (is(tokens[at], 'fy')) {
    named = true
    at += 1
  } else if (is(tokens[at], 'year') && is(tokens[at + 1], 'end', 'ending')) {
    named = true
    at += 1
  }
  const isEnd = named && is(tokens[at], 'end', 'ending')
  if (isEnd) at += 1
  const double = doubleYear(tokens, at)
  if (double !== undefined && (tokens[at]?.text.length === 4 || named))
    return { next: double.next, year: double.year, month: from, exact: true, days: months(from, from + 11) }
  const token = tokens[at]
  if (!isNumber(token) || token.text.length !== 4) return undefined
  const year = yearOf(token.text)
  if (year === undefined) return undefined
  const point = { next: at + 1, year, exact: named }
  if (isEnd) return { ...point, month: from - 1, days: monthDays(from - 1) }
  if (named) return { ...point, month: from, days: months(from, from + 11) }
  return { ...point, month: 1, days: months(1, 12) }
}

/** The point that the tokens from `index` name; undefined when they name none. */
export function plainPoint(tokens: readonly Token[], index: number): Point | undefined {
  return (
    numericDate(tokens, index) ??
    dayFirst(tokens, index) ??
    quarter(tokens, index) ??
    monthFirst(tokens, index) ??
    season(tokens, index) ??
    wholeYear(tokens, index)
  )
}

const parts: Record<string, 'first' | 'middle' | 'last'> = {
  early: 'first',
  start: 'first',
  beginning: 'first',
  mid: 'middle',
  middle: 'middle',
  late: 'last',
}

/** A point with what may stand in front: "end of", "mid", "early", "w/c". */
export function pointAt(tokens: readonly Token[], index: number): Point | undefined {
  const plain = plainPoint(tokens, index)
  if (plain !== undefined) return plain
  const first = tokens[index]
  let at = index + 1
  if (is(first, 'w', 'week') && is(tokens[at], '/', 'commencing', 'beginning', 'ending', 'c')) {
    const isEnding = is(tokens[at], 'ending') || is(tokens[at + 1], 'e')
    at += is(tokens[at], '/') ? 2 : 1
    const day = plainPoint(tokens, at)
    if (day === undefined) return undefined
    return { ...day, days: (year) => weekOf(day.days(year).earliest, isEnding) }
  }
  const part = parts[first?.text ?? '']
  if (part === undefined && !is(first, 'end')) return undefined
  while (at < index + 3 && is(tokens[at], 'of', 'the', '-', 'in')) at += 1
  const point = plainPoint(tokens, at)
  if (point === undefined) return undefined
  const named = { ...point, exact: true }
  return part === undefined ? named : { ...named, days: (year) => partOf(point.days(year), part) }
}

function weekOf(day: string, isEnding: boolean): { earliest: string; latest: string } {
  const other = new Date(`${day}T00:00:00Z`)
  other.setUTCDate(other.getUTCDate() + (isEnding ? -6 : 6))
  const iso = other.toISOString().slice(0, 10)
  return isEnding ? { earliest: iso, latest: day } : { earliest: day, latest: iso }
}

const dayLength = 24 * 60 * 60 * 1000

/** A third of a stretch: the tenth, twentieth and last day of a month, four months of a year. */
function partOf(
  { earliest, latest }: { earliest: string; latest: string },
  part: 'first' | 'middle' | 'last',
): { earliest: string; latest: string } {
  const start = new Date(`${earliest}T00:00:00Z`)
  const end = new Date(`${latest}T00:00:00Z`)
  const days = Math.round((end.getTime() - start.getTime()) / dayLength) + 1
  const iso = (date: Date): string => date.toISOString().slice(0, 10)
  const bound = (third: number, less: number): string => {
    if (days > 31 && days % 365 <= 1)
      return iso(new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + third * 4, 1 - less)))
    return iso(new Date(start.getTime() + (Math.round(Math.min(days, 30) / 3) * third - less) * dayLength))
  }
  if (days < 3) return { earliest, latest }
  if (part === 'first') return { earliest, latest: bound(1, 1) }
  if (part === 'last') return { earliest: bound(2, 0), latest }
  return { earliest: bound(1, 0), latest: bound(2, 1) }
}

/** How many tokens a day takes that no calendar has ("31 February"); 0 where there is none. */
export function impossibleDay(tokens: readonly Token[], index: number): number {
  const [first, mark, second, again, third] = tokens.slice(index, index + 5)
  if (!isNumber(first) || first.text.length > 2) return 0
  const isNumeric =
    isNumber(second) &&
    isNumber(third) &&
    is(mark, '/', '.', '-') &&
    again?.text === mark?.text &&
    !second.apart
  if (isNumeric) return numericDate(tokens, index) === undefined ? 5 : 0
  const at = is(mark, '-', '.', '/') ? index + 2 : skipOrdinal(tokens, index + 1)
  if (is(mark, '-') && mark?.apart === true) return 0
  if (monthOf(tokens[at]?.text ?? '') === undefined) return 0
  return dayFirst(tokens, index) === undefined ? at + 1 - index : 0
}
