/** The day of a meeting as far as a heading tells it. Months count from 1. */
export type HeadingDay =
  | { kind: 'day'; year: number; month: number; day: number }
  | { kind: 'dayMonth'; month: number; day: number }
  /** Figures alone: which of the two is the month, other headings may tell. */
  | { kind: 'figures'; first: number; second: number; year: number | null }
  | { kind: 'month'; month: number | null; year: number | null }

export interface MeetingHeading {
  when: HeadingDay
  /** The words beside the day: "Extraordinary meeting". */
  title: string
}

const months =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const monthStarts = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const year = "(?:'?(\\d{4}|\\d{2}))(?!\\s*(?:am|pm|[:.]\\d)|\\d)"

const iso = /\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:T[\d:.]+Z?)?\b/
const figures = /\b(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})\b/
const dayAndMonth = new RegExp(
  `\\b(\\d{1,2})(?:st|nd|rd|th)?[\\s./-]*(?:of\\s+)?(${months})\\b\\.?(?:[\\s.,/-]*${year})?`,
  'i',
)
const monthAndDay = new RegExp(
  `\\b(${months})\\.?\\s+(\\d{1,2})(?:(?:st|nd|rd|th)\\b(?:,?\\s+(\\d{4}))?|,\\s*(\\d{4})|\\s+(\\d{4}))`,
  'i',
)
const monthAlone = new RegExp(`\\b(${months})\\b\\.?(?:[\\s.,/-]*${year})?`, 'i')
const twoFigures = /(?:^|[\s(])(\d{1,2})\/(\d{1,2})(?=$|[\s,;)])/
const quarter = /\b(?:q|qtr|quarter)\s*([1-4])\b(?:\s*(20\d\d)(?:\s*[-/]\s*(?:20)?\d\d)?)?/i
/** The days that Excel counts, from 2000 to 2050. */
const serial = /^(3[6-9]\d{3}|4\d{4}|5[0-4]\d{3})$/

/** Longer texts are no headings. In characters. */
const longest = 80

const monthOf = (word: string): number => monthStarts.indexOf(word.slice(0, 3).toLowerCase()) + 1
const yearOf = (text: string | undefined): number | null =>
  text === undefined ? null : text.length === 4 ? Number(text) : 2000 + Number(text)

/**
 * Reads the heading of a meeting: a day, a month or a quarter, in any of the forms in which people write them, and the
 * words beside it. Undefined where it names no time.
 */
export function readMeetingHeading(text: string): MeetingHeading | undefined {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line === '' || line.length > longest) return undefined
  const found = findDay(line)
  return found === undefined ? undefined : { when: found.when, title: titleOf(line, found.words) }
}

function findDay(line: string): { when: HeadingDay; words: string } | undefined {
  const counted = serial.exec(line)
  if (counted !== null) {
    const date = new Date((Number(line) - 25_569) * 86_400_000)
    return {
      when: {
        kind: 'day',
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
      },
      words: line,
    }
  }
  const isIso = iso.exec(line)
  if (isIso !== null)
    return {
      when: { kind: 'day', year: Number(isIso[1]), month: Number(isIso[2]), day: Number(isIso[3]) },
      words: isIso[0],
    }
  const inFigures = figures.exec(line)
  if (inFigures !== null)
    return {
      when: {
        kind: 'figures',
        first: Number(inFigures[1]),
        second: Number(inFigures[3]),
        year: yearOf(inFigures[4]),
      },
      words: inFigures[0],
    }
  const inWords = dayAndMonth.exec(line) ?? null
  if (inWords !== null) return inWordsOf(inWords[0], inWords[1], inWords[2], inWords[3])
  const turned = monthAndDay.exec(line)
  if (turned !== null) return inWordsOf(turned[0], turned[2], turned[1], turned[3] ?? turned[4] ?? turned[5])
  const two = twoFigures.exec(line)
  if (two !== null)
    return {
      when: { kind: 'figures', first: Number(two[1]), second: Number(two[2]), year: null },
      words: two[0],
    }
  const inMonth = monthAlone.exec(line)
  if (inMonth !== null)
    return {
      when: { kind: 'month', month: monthOf(inMonth[1] ?? ''), year: yearOf(inMonth[2]) },
      words: inMonth[0],
    }
  const inQuarter = quarter.exec(line)
  if (inQuarter !== null)
    return { when: { kind: 'month', month: null, year: yearOf(inQuarter[2]) }, words: '' }
  return undefined
}

function inWordsOf(
  words: string,
  day: string | undefined,
  month: string | undefined,
  inYear: string | undefined,
): { when: HeadingDay; words: string } {
  const known = { month: monthOf(month ?? ''), day: Number(day) }
  const atYear = yearOf(inYear)
  return {
    when: atYear === null ? { kind: 'dayMonth', ...known } : { kind: 'day', year: atYear, ...known },
    words,
  }
}

const besideDay =
  /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b\d{1,2}(?:[:.]\d\d)?\s*(?:am|pm)\b|\b\d{1,2}[:.]\d\d\b/gi

function titleOf(line: string, words: string): string {
  const rest = line.replace(words, ' ').replace(besideDay, ' ')
  const title = rest
    .replace(/\(\s*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:()–—-]+|[\s,;:(–—-]+$/g, '')
    .trim()
  return /\p{L}{2}/u.test(title) ? title.replace(/\)$/, title.includes('(') ? ')' : '') : ''
}

/** The years that a title names: "2024/25" is from 2024 to 2025, "2025" that year alone. */
export function readYears(text: string): { from: number; to: number } | undefined {
  const range = /\b(20\d\d)\s*[-/–—]\s*(20\d\d|\d\d)\b/.exec(text)
  if (range !== null) {
    const from = Number(range[1])
    const to = range[2]?.length === 2 ? Math.floor(from / 100) * 100 + Number(range[2]) : Number(range[2])
    if (to === from + 1) return { from, to }
  }
  const named = [...text.matchAll(/\b(20\d\d)\b/g)].map(([found]) => Number(found))
  const [first] = named
  if (first === undefined) return undefined
  const last = named.at(-1) ?? first
  return last === first || last === first + 1 ? { from: first, to: last } : undefined
}
