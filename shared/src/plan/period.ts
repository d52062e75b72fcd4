import { plainPoint } from './deadlinePoint.ts'
import { monthOf, tokensOf } from './deadlineTokens.ts'

/** A reporting period: its name in one form, and the year it still lacks. */
export interface Period {
  /** "Q2 2009/10", "September 2009", "2009/10"; "Q2" where no year is known. */
  name: string
  /** True for a quarter without its year. */
  lacksYear: boolean
}

/** The longest text that is looked at: a period is a heading or a cell, never a sentence. */
const longestPeriod = 60

const financialYear = (year: number): string => `${year}/${String((year + 1) % 100).padStart(2, '0')}`

/** The quarter in which a month lies, counted from April. */
const quarterOf = (month: number): number => (month < 4 ? 4 : Math.floor((month - 1) / 3))

const quarterWord =
  /\b(?:q|qtr|qu|quarter)\.? ?([1-4])\b|\b([1-4])(?:st|nd|rd|th) (?:quarter|qtr)\b|\b(first|second|third|fourth) quarter\b/i
const numbers: Record<string, number> = { first: 1, second: 2, third: 3, fourth: 4 }

const yearWords = /\b(20\d\d|19\d\d)\s?[/–-]\s?(?:20)?(\d\d)\b/

/** The financial year that a text names, by its first year: 2009 for "2009/10". */
export function financialYearIn(text: string): number | undefined {
  const match = yearWords.exec(text.slice(0, 400))
  if (match === null) return undefined
  const year = Number(match[1])
  return (year + 1) % 100 === Number(match[2]) ? year : undefined
}

/**
 * The reporting period that a short text names: "Qtr 2", "Quarter 2 (Jul-Sep)", "July - September 2009", "As at
 * 30 September 2009", "Sep 09". `documentYear` is the financial year that the document speaks of, for a quarter
 * that names none.
 */
export function readPeriod(text: string, documentYear?: number): Period | undefined {
  if (text.length > longestPeriod || text.trim() === '') return undefined
  const quarter = quarterWord.exec(text)
  if (quarter !== null) {
    const number = Number(quarter[1] ?? quarter[2] ?? numbers[(quarter[3] ?? '').toLowerCase()])
    const tokens = tokensOf(text)
    const own = tokens.map((_, index) => plainPoint(tokens, index)).find((point) => point?.year !== undefined)
    const months =
      own?.year === undefined ? undefined : own.month < 4 && !isQuarterPoint(text) ? own.year - 1 : own.year
    const year = financialYearIn(text) ?? months ?? documentYear
    return year === undefined
      ? { name: `Q${number}`, lacksYear: true }
      : { name: `Q${number} ${financialYear(year)}`, lacksYear: false }
  }
  return monthsPeriod(text)
}

/** Whether a year stands right beside the quarter, so that it is the financial year's first: "Q4 2010". */
const isQuarterPoint = (text: string): boolean => !/\b(?:jan|feb|mar)/i.test(text)

function monthsPeriod(text: string): Period | undefined {
  const tokens = tokensOf(text)
  const words = tokens.filter(({ text: word }) => /^\p{L}/u.test(word))
  const isPlain = words.every(
    ({ text: word }) =>
      monthOf(word) !== undefined ||
      /^(?:as|at|to|for|the|end|of|period|ending|ended|position|status|update|month|st|nd|rd|th|from|year|until|progress)$/.test(
        word,
      ),
  )
  if (!isPlain) return undefined
  const points = []
  for (let index = 0; index < tokens.length;) {
    const point = plainPoint(tokens, index)
    if (point === undefined) index += 1
    else {
      points.push(point)
      index = point.next
    }
  }
  const last = points.at(-1)
  const first = points[0]
  if (first === undefined || last?.year === undefined || points.length > 2) return undefined
  if (!words.some(({ text: word }) => monthOf(word) !== undefined)) {
    const year = financialYearIn(text)
    return year === undefined ? undefined : { name: financialYear(year), lacksYear: false }
  }
  const months = (last.month - first.month + 12) % 12
  const isQuarter = points.length === 2 && months === 2 && last.month % 3 === 0
  const { latest } = last.days(last.year)
  const isQuarterEnd =
    points.length === 1 &&
    last.month % 3 === 0 &&
    /\b(?:as at|to|end|ending|ended|until|quarter)\b/i.test(text)
  if (isQuarter || isQuarterEnd) {
    const year = last.month < 4 ? last.year - 1 : last.year
    return { name: `Q${quarterOf(last.month)} ${financialYear(year)}`, lacksYear: false }
  }
  if (points.length === 1)
    return { name: monthPeriod(last.month, Number(latest.slice(0, 4))), lacksYear: false }
  return { name: text.trim(), lacksYear: false }
}

/** The month of a short text that names one and no year: 9 for "Sept"; undefined for anything else. */
export function monthWithoutYear(text: string): number | undefined {
  if (text.length > longestPeriod || /\d/.test(text)) return undefined
  const words = tokensOf(text).filter(({ text: word }) => /^\p{L}/u.test(word))
  return words.length === 1 ? monthOf(words[0]?.text ?? '') : undefined
}

/** "September 2023". */
export const monthPeriod = (month: number, year: number): string => `${monthNames[month - 1] ?? ''} ${year}`

const monthNames =
  'January February March April May June July August September October November December'.split(' ')
