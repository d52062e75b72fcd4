/** One piece of a deadline's text: a figure, a word in small letters, or a mark. */
export interface Token {
  text: string
  start: number
  end: number
  /** Whether white space or the text's beginning stands in front of it. */
  apart: boolean
}

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let lastEnd = -1
  for (const match of text.matchAll(/\d+|\p{L}+|[^\s\d\p{L}]/gu)) {
    const start = match.index
    const end = start + match[0].length
    const token = match[0].toLowerCase()
    tokens.push({ text: /^[–—‐‑‒−]$/.test(token) ? '-' : token, start, end, apart: start > lastEnd })
    lastEnd = end
  }
  return tokens
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthWord =
  /^(?:jan(?:uary)?|febr?(?:uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/

/** The number of a month from 1, by its name or a usual abbreviation of it. */
export function monthOf(word: string): number | undefined {
  return monthWord.test(word) ? months.indexOf(word.slice(0, 3)) + 1 : undefined
}

/** A year as written: four figures, or two, of which 00 to 69 are of this century. */
export function yearOf(figures: string): number | undefined {
  const year = Number(figures)
  if (/^(?:19|20)\d\d$/.test(figures)) return year
  if (/^\d\d$/.test(figures)) return year < 70 ? 2000 + year : 1900 + year
  return undefined
}

export interface Day {
  year: number
  month: number
  day: number
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

export function isDay({ year, month, day }: Day): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** "2010-03-31" */
export function isoDay({ year, month, day }: Day): string {
  const pad = (value: number, length: number): string => String(value).padStart(length, '0')
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}
