import { impossibleDay, pointAt } from './deadlinePoint.ts'
import type { Point } from './deadlinePoint.ts'
import { tokensOf } from './deadlineTokens.ts'
import type { Token } from './deadlineTokens.ts'

/** What a deadline is. WORDS: it could not be read, and only its words are known. */
export const DeadlineKind = {
  DATE: 'DATE',
  RECURRING: 'RECURRING',
  IMMEDIATE: 'IMMEDIATE',
  DONE: 'DONE',
  DURATION: 'DURATION',
  UNDECIDED: 'UNDECIDED',
  WORDS: 'WORDS',
} as const
export type DeadlineKind = (typeof DeadlineKind)[keyof typeof DeadlineKind]

/** How often something is done again. ONGOING: all the time, or without a rhythm that the words tell. */
export const Recurrence = {
  DAILY: 'DAILY',
  WEEKLY: 'WEEKLY',
  FORTNIGHTLY: 'FORTNIGHTLY',
  MONTHLY: 'MONTHLY',
  EVERY_TWO_MONTHS: 'EVERY_TWO_MONTHS',
  QUARTERLY: 'QUARTERLY',
  TERMLY: 'TERMLY',
  HALF_YEARLY: 'HALF_YEARLY',
  YEARLY: 'YEARLY',
  ONGOING: 'ONGOING',
} as const
export type Recurrence = (typeof Recurrence)[keyof typeof Recurrence]

/** A deadline in the document's words, with what they mean. Days are ISO days; both bounds belong to it. */
export interface Deadline {
  text: string
  earliest?: string
  latest?: string
  recurrence?: Recurrence
  kind: DeadlineKind
}

/** Longer texts are no deadlines: they are kept as words. */
const longestDeadline = 4000

const recurrences: [Recurrence, RegExp][] = [
  ['DAILY', /\b(?:daily|(?:every|each) day)\b/],
  ['FORTNIGHTLY', /\b(?:fortnightly|(?:every|each) (?:fortnight|two weeks|2 weeks))\b/],
  ['WEEKLY', /\b(?:weekly|(?:every|each) week)\b/],
  ['EVERY_TWO_MONTHS', /\b(?:bi-? ?monthly|(?:every|each) (?:two|2|second|other) months?)\b/],
  [
    'HALF_YEARLY',
    /\b(?:half[- ]?yearly|six[- ]?monthly|6[- ]?monthly|bi-? ?annual(?:ly)?|twice (?:a|per|each) year|twice[- ]yearly|every (?:six|6) months)\b/,
  ],
  [
    'QUARTERLY',
    /\b(?:quarterly|(?:three|3)[- ]?monthly|every (?:three|3) months|(?:every|each|per) quarter)\b/,
  ],
  ['MONTHLY', /\b(?:monthly|(?:every|each|per) month)\b/],
  ['TERMLY', /\b(?:termly|(?:every|each|per) term)\b/],
  ['YEARLY', /\b(?:annual(?:ly)?|yearly|per annum|(?:every|each|once a|per) year)\b/],
  [
    'ONGOING',
    /\bon-? ?going\b|\b(?:continu(?:ous|ously|ing|al|ally|es)|rolling|throughout|permanent(?:ly)?|thereafter|onwards?)\b/,
  ],
]

const recurrenceOf = (text: string): Recurrence | undefined =>
  recurrences.find(([, pattern]) => pattern.test(text))?.[0]

const doneWords =
  /^[^\p{L}\p{N}]*(?:complete|completed|done|achieved|in place|already in place|now in place|finished|implemented|closed|delivered|actioned|met)\b/u
const immediateWords =
  /^[^\p{L}]*(?:with )?(?:immediate|immediately|now|asap|as soon as possible|straight ?away|with immediate effect|urgent|urgently)\b|\b(?:immediate effect|a\.s\.a\.p)\b/u
const undecidedWords =
  /^[^\p{L}\p{N}]*(?:tbc|tbd|tba|to be (?:confirmed|agreed|decided|determined|advised|arranged|set)|n ?\/ ?a|not applicable|not (?:yet )?(?:known|set|agreed)|none|unknown)\b/u
const count = '(?:\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen)'
const durationWords = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:with ?in|in|after|over|for|up to|next)? ?(?:the )?(?:next |first )?(?:${count} ?(?:-|–|to|or) ?)?${count}[- ]?(?:working |calendar )?(?:hours?|days?|weeks?|months?|years?|mths?|wks?|yrs?)\\b`,
  'u',
)
const termWords = /^[^\p{L}\p{N}]*(?:short|medium|long|short to medium|medium to long)[- ]term\b/u

interface Span {
  start: number
  end: number
  earliest?: string
  latest?: string
}

/** Words in front of a point that belong to it and bound it on one side. */
const openEnds: Record<string, 'from' | 'until' | 'before'> = {
  from: 'from',
  since: 'from',
  after: 'from',
  starting: 'from',
  commencing: 'from',
  until: 'until',
  till: 'until',
  before: 'before',
}

const isJoin = (token: Token | undefined): boolean =>
  token !== undefined && ['-', 'to', 'until', 'till', 'through'].includes(token.text)

/** Two bounds of one stretch, the first of which may lack what the second says: "April–June 2010", "23-26 Nov 2009". */
function rangeAt(
  tokens: readonly Token[],
  index: number,
): { start: Bound; end: Bound; next: number } | undefined {
  const first = tokens[index]
  const second = tokens[index + 1]
  if (first !== undefined && /^\d{1,2}$/.test(first.text)) {
    const suffix = ['st', 'nd', 'rd', 'th'].includes(second?.text ?? '') ? 1 : 0
    const join = tokens[index + 1 + suffix]
    const point =
      isJoin(join) || join?.text === '&' || join?.text === 'and'
        ? pointAt(tokens, index + 2 + suffix)
        : undefined
    const day = Number(first.text)
    if (point !== undefined && isDayOfMonth(point) && day >= 1 && day <= 31) {
      const from = (year: number): { earliest: string; latest: string } => {
        const start = `${point.days(year).earliest.slice(0, 8)}${String(day).padStart(2, '0')}`
        return { earliest: start, latest: start }
      }
      if (from(point.year ?? 2000).earliest < point.days(point.year ?? 2000).latest)
        return { start: { ...point, days: from }, end: point, next: point.next }
    }
  }
  const start = pointAt(tokens, index)
  if (start === undefined) return undefined
  const isBetween = tokens[index - 1]?.text === 'between' && tokens[start.next]?.text === 'and'
  // "June/July 2010" is a stretch; "Jan 2010/Feb 2011" are two deadlines.
  const isStretch = start.year === undefined && tokens[start.next]?.text === '/'
  if (!isJoin(tokens[start.next]) && !isBetween && !isStretch) return undefined
  let at = start.next + 1
  while (
    at < start.next + 3 &&
    ['the', 'end', 'of'].includes(tokens[at]?.text ?? '') &&
    pointAt(tokens, at) === undefined
  )
    at += 1
  const end = pointAt(tokens, at)
  if (end === undefined) return undefined
  return { start, end, next: end.next }
}

type Bound = Pick<Point, 'days' | 'month' | 'year'>

const isDayOfMonth = (point: Point): boolean => {
  const { earliest, latest } = point.days(point.year ?? 2000)
  return earliest === latest
}

interface Found extends Span {
  next: number
  dated: boolean
  exact: boolean
  point: Bound
  /** The second bound, for a stretch. */
  until?: Bound
  open?: 'from' | 'until' | 'before'
}

function findPoints(tokens: readonly Token[]): Found[] {
  const found: Found[] = []
  let depth = 0
  for (let index = 0; index < tokens.length;) {
    const token = tokens[index]
    if (token === undefined) break
    if (token.text === '(' || token.text === '[') depth += 1
    if (token.text === ')' || token.text === ']') depth = Math.max(0, depth - 1)
    const impossible = impossibleDay(tokens, index)
    if (impossible > 0) {
      index += impossible
      continue
    }
    const range = rangeAt(tokens, index)
    const point = range ?? pointAt(tokens, index)
    if (point === undefined) {
      index += 1
      continue
    }
    const lead = tokens[index - 1]
    const isOpen =
      lead !== undefined && range === undefined && !(lead.text === 'before' && token.text === 'end')
    const open = isOpen ? openEnds[lead.text] : undefined
    const onwards = ['onwards', 'onward'].includes(tokens[point.next]?.text ?? '')
    const bound: Bound = 'start' in point ? point.start : point
    const exact = 'exact' in point ? point.exact : true
    const year = 'end' in point ? (point.end.year ?? point.start.year) : point.year
    const isAside = depth > 0
    if (!isAside || found.length === 0) {
      found.push({
        start: token.start,
        end: tokens[point.next - 1]?.end ?? token.end,
        next: point.next,
        dated: year !== undefined,
        exact: exact && !isAside,
        point: bound,
        ...('end' in point ? { until: point.end } : {}),
        ...(open !== undefined || onwards ? { open: open ?? 'from' } : {}),
      })
    }
    index = point.next
  }
  // A bare year among words, or a date in brackets, counts only where nothing better is there.
  const exact = found.filter((one) => one.exact)
  if (exact.length > 0) return exact
  const isPlain = tokens.every(({ text }) => !/^\p{L}/u.test(text) || besideYear.test(text))
  return found.filter((one) => one.dated && (isPlain || tokens[one.next]?.text === ')'))
}

/** The words that may stand beside a year which is a deadline by itself. */
const besideYear =
  /^(?:by|in|during|from|since|until|to|and|of|the|end|before|after|on|ongoing|going|onwards?|complete[d]?|annually|annual|quarterly|monthly|throughout|starting|commencing|thereafter|year|review|reviewed|revised|target|due)$/

/** Gives a point without a year that of the next one which has one: "September and November 2010". */
function lendYears(found: Found[], tokens: readonly Token[]): void {
  for (let index = found.length - 2; index >= 0; index -= 1) {
    const one = found[index]
    const after = found[index + 1]
    if (one === undefined || after === undefined || one.dated || !after.dated) continue
    const between = tokens.slice(
      one.next,
      tokens.findIndex((token) => token.start >= after.start),
    )
    if (between.length > 2 || !between.every((token) => /^(?:and|&|,|\/|or|then|by|end)$/.test(token.text)))
      continue
    const year = after.point.year ?? after.until?.year
    if (year === undefined) continue
    one.point = { ...one.point, year: one.point.month > after.point.month ? year - 1 : year }
    one.dated = true
  }
}

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 24 * 60 * 60 * 1000).toISOString().slice(0, 10)

function boundsOf(one: Found): Pick<Deadline, 'earliest' | 'latest'> {
  if (!one.dated) return {}
  if (one.until !== undefined) {
    const endYear = one.until.year ?? one.point.year ?? 0
    const startYear = one.point.year ?? (one.point.month > one.until.month ? endYear - 1 : endYear)
    const lastYear = one.until.year ?? (one.until.month < one.point.month ? startYear + 1 : startYear)
    const earliest = one.point.days(startYear).earliest
    const latest = one.until.days(lastYear).latest
    return earliest <= latest ? { earliest, latest } : {}
  }
  const days = one.point.days(one.point.year ?? 0)
  if (one.open === 'from') return { earliest: days.earliest }
  if (one.open === 'until') return { latest: days.latest }
  if (one.open === 'before') return { latest: dayBefore(days.earliest) }
  return days
}

/** A stretch of the text as one deadline. */
function readOne(text: string, found: Found | undefined): Deadline {
  const plain = text.toLowerCase().replace(/\s+/g, ' ')
  const recurrence = recurrenceOf(plain)
  const bounds = found === undefined ? {} : boundsOf(found)
  const repeats = recurrence === undefined ? {} : { recurrence }
  const kind = ((): DeadlineKind => {
    if (doneWords.test(plain)) return 'DONE'
    if (bounds.earliest !== undefined || bounds.latest !== undefined) return 'DATE'
    if (immediateWords.test(plain)) return 'IMMEDIATE'
    if (undecidedWords.test(plain)) return 'UNDECIDED'
    if (recurrence !== undefined) return 'RECURRING'
    return durationWords.test(plain) || termWords.test(plain) ? 'DURATION' : 'WORDS'
  })()
  return { text, ...bounds, ...repeats, kind }
}

/** Where the text after a point ends to belong to it: behind a bracket or mark that follows at once. */
function endOfPoint(text: string, end: number): number {
  const rest = /^[/.-]\d\S{0,40}/.exec(text.slice(end, end + 44))?.[0]
  if (rest !== undefined) return end + rest.length
  const after = /^[.,;:]?(?:\s*\([^()]{0,200}\))?[.,;:]?/.exec(text.slice(end, end + 210))?.[0] ?? ''
  return end + after.length
}

function readLine(line: string): Deadline[] {
  const tokens = tokensOf(line)
  const found = findPoints(tokens)
  lendYears(found, tokens)
  const dated = found.filter((one) => one.dated)
  if (dated.length < 2) return [readOne(line.trim(), dated[0])]
  const deadlines: Deadline[] = []
  let start = 0
  dated.forEach((one, index) => {
    const isLast = index === dated.length - 1
    const end = isLast ? line.length : endOfPoint(line, one.end)
    deadlines.push(readOne(line.slice(start, end).trim(), one))
    start = end
  })
  return deadlines
}

/** Whether a text names a time, if only as a day or month without its year. */
const namesDeadline = (deadline: Deadline): boolean =>
  deadline.kind !== 'WORDS' || findPoints(tokensOf(deadline.text)).length > 0

/** The lines of a text, where each of them is a deadline; else the whole text as one line. */
function linesOf(text: string): string[] {
  const lines = text
    .split(/[\n;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (lines.length < 2) return [text]
  return lines.every((line) => readLine(line).every(namesDeadline)) ? text.split(/\n|(?<=;)/) : [text]
}

/**
 * The deadlines that a text names, in order, with their meaning where it can be read; a text that cannot be
 * read is one deadline of kind WORDS. The texts together hold every word. A year that the text does not
 * give is not guessed.
 */
export function readDeadlines(text: string): Deadline[] {
  if (text.trim() === '') return []
  if (text.length > longestDeadline) return [{ text: text.trim(), kind: 'WORDS' }]
  return linesOf(text)
    .filter((line) => line.trim() !== '')
    .flatMap(readLine)
}

/** Whether a short text is a deadline and nothing else: a date, a rhythm, or a word such as "Immediate". */
export function isDeadline(text: string): boolean {
  if (text.length > 80) return false
  return readDeadlines(text).every(namesDeadline)
}
