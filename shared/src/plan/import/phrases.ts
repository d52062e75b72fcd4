/**
 * Small questions about a piece of text. Each looks at a bounded part of it, so that a document of one
 * enormous line stays quick.
 */

/** The words of a text: what white space separates. */
export function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

/** Lower case letters and figures with single spaces, for comparing; without "(continued)". */
export function plainForm(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .replace(/\b(?:continued|contd|cont d)\b/g, '')
    .trim()
    .replace(/ {2,}/g, ' ')
}

/** Whether a text starts in the middle of a sentence. */
export function startsLower(text: string): boolean {
  return /^["'‘“(]?\p{Ll}/u.test(text)
}

/** Whether a text stops before its sentence does. A bullet at its very end counts as an end. */
export function lacksEnd(text: string): boolean {
  return !/[.!?:;…)\]"”’•\p{Co}]$/u.test(text.slice(-2))
}

const connecting = new Set(
  'a an the of to for and or in on with by at from that which is are be will as their its this these between into through than'.split(
    ' ',
  ),
)

/** Whether a text ends in a word or mark that must go on: "with the", "risk,". */
export function mustGoOn(text: string): boolean {
  const end = text.slice(-20)
  if (/[,\-–/&]$/u.test(end)) return true
  const last = end.split(/\s/).at(-1) ?? ''
  return connecting.has(last.toLowerCase())
}

/** Whether a line holds no real word: a stray letter, dots, a bullet. */
export function isRubbish(text: string): boolean {
  return !/\p{L}{3}/u.test(text.slice(0, 500))
}

const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*'
const datePattern = new RegExp(
  `\\b${month}\\.? '?\\d{2,4}\\b|\\b\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}\\b|^(?:19|20)\\d\\d$|^(?:by |end |end of |early |mid |late )?${month}$`,
  'i',
)
const deadlineWords =
  /^(?:ongoing|on-going|completed?|done|in place|in progress|immediate(?:ly)?|monthly|quarterly|annual(?:ly)?|weekly|rolling|tbc|n\/a)\b/i

/** Whether a short text names a time: "End March 2010", "Quarterly", "Completed". */
export function namesTime(text: string): boolean {
  return text.length <= 80 && (datePattern.test(text) || deadlineWords.test(text))
}

const frontMatter =
  /^(?:page|version|date|author|prepared|owner|report|contents|appendix|annex|figure|table|note|notes|end of|classification|status|updated|reviewed)\b/i

/** Whether a line could stand as a heading: short, starts like one, and is no sentence, date or page number. */
export function isTitleLike(text: string): boolean {
  return (
    text.length <= 160 &&
    /^["'‘“(]?[\p{Lu}\p{N}]/u.test(text) &&
    !/[.,;:]$/.test(text) &&
    !isRubbish(text) &&
    !namesTime(text) &&
    !frontMatter.test(text)
  )
}
