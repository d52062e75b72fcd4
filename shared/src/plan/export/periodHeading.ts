import { periodOfHeading } from '../import/columnHeadings.ts'

const quarter = /\b(q|qtr\.? ?|quarter )([1-4])\b/i
const month = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)\b/i
/** The months of a quarter, which its number says too. */
const bracketedMonths = /\s*\((?=[^)]*\p{L}{3})[^)]*\)/u
const years = /\b\d{4}\s?[/–-]\s?(?:\d{4}|\d\d)\b/

/** The financial year in the name of a period: "2026/27" of "Q2 2026/27". */
const yearOf = (period: string): string => /\d{4}\/\d\d$/.exec(period)?.[0] ?? ''

/**
 * The heading of a column for another period: "Q2 2026/27 status" becomes "Q3 2026/27 status", and "Quarter 4" in the
 * year after "Quarter 1 2027/28". Undefined where the heading does not name its period by quarter and year alone.
 */
export function headingOfPeriod(heading: string, from: string, to: string): string | undefined {
  const next = /^Q([1-4])\b/.exec(to)?.[1]
  if (next === undefined || !quarter.test(heading))
    return heading.includes(from) ? heading.replace(from, to) : undefined
  const bare = heading.replace(bracketedMonths, '')
  let moved = bare.replace(quarter, (_, word: string) => word + next)
  if (years.test(moved)) moved = moved.replace(years, yearOf(to))
  else if (yearOf(to) !== yearOf(from)) moved = moved.replace(quarter, (whole) => `${whole} ${yearOf(to)}`)
  const read = periodOfHeading(moved, Number(yearOf(to).slice(0, 4)))
  return read?.period === to && !month.test(moved) ? moved : undefined
}
