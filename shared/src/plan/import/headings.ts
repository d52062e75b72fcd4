import { monthOf } from '../deadlineTokens.ts'

/**
 * A heading or number taken apart: `numbering + title` is what the document has. A numbering without a title
 * ends in a space, so that a title found later can follow it.
 */
export interface Numbered {
  reference: string
  numbering: string
  title: string
}

function takeApart(text: string, reference: string, titleStart: number): Numbered {
  const title = text.slice(titleStart)
  return { reference, numbering: title === '' ? `${text.trimEnd()} ` : text.slice(0, titleStart), title }
}

const labels = [
  'improvement area',
  'learning theme',
  'learning point',
  'key theme',
  'key priority',
  'strategic aim',
  'area for improvement',
  'priority area',
  'strategic priority',
  'strategic objective',
  'key area',
  'action area',
  'workstream',
  'work stream',
  'recommendation',
  'priority',
  'objective',
  'area',
  'goal',
  'aim',
  'theme',
  'standard',
  'outcome',
  'finding',
]

const longestHeading = 1500
const part = '(?:0|[1-9]\\d{0,2})'
const afterLabel = new RegExp(
  `^\\s{1,5}(?:[Nn]o\\.?\\s{0,3})?(?:(${part}(?:\\.${part})?)|([A-Z]|[IVX]{1,5}))(?![\\p{L}\\p{N}])`,
  'u',
)

/** An area heading with a name: "Improvement Area 1 – …", "Recommendation 3: …", "Priority 2 …". */
export function parseLabelledHeading(text: string): (Numbered & { label: string }) | undefined {
  if (text.length > longestHeading) return undefined
  const start = text.slice(0, 24).toLowerCase()
  const label = labels.find((name) => start.startsWith(name))
  if (label === undefined) return undefined
  const rest = text.slice(label.length)
  const number = afterLabel.exec(rest)
  if (number === null) return undefined
  const afterNumber = rest.slice(number[0].length)
  const separator = /^\s{0,5}[–—:.)-]{0,3}\s{0,5}/u.exec(afterNumber)?.[0] ?? ''
  const title = afterNumber.slice(separator.length)
  const separated = /[–—:.)-]/u.test(separator)
  // "Priority 2 is about …" and "Area A good start" are sentences.
  if (!separated && title !== '' && (number[1] === undefined || !/^["'‘“(]?[\p{Lu}]/u.test(title)))
    return undefined
  // "Areas 1, 2 and 3" and "Area 3 & 4" speak of areas.
  if (/^[,&/]/.test(title)) return undefined
  return { label, ...takeApart(text, number[1] ?? number[2] ?? '', text.length - title.length) }
}

/** An area heading with only a number: "1. Some title". `bare` also takes "1 Some title". */
export function parseNumberedHeading(text: string, bare = false): Numbered | undefined {
  if (text.length > longestHeading) return undefined
  const match = (
    bare
      ? /^([1-9]\d{0,2}|[A-Z])(?:[.):]|\s?[–-])?\s+(?=["'‘“(]?\p{Lu})/u
      : /^([1-9]\d{0,2}|[A-Z])[.)]\s+(?=["'‘“(]?\p{Lu})/u
  ).exec(text)
  if (match === null || (bare && /^[A-Z]\s/.test(text))) return undefined
  return takeApart(text, match[1] ?? '', match[0].length)
}

const code = '[A-Z]{1,6}(?:[-/.][A-Z]{1,6}){0,4}[-/.]?\\d{1,4}(?:[./-]\\d{1,3}){0,3}[a-z]?'
const actionNumber = new RegExp(
  `^(?:(?:[Kk]ey )?[Aa]ction (?:[Pp]oint )?(?:[Nn]o\\.? ?)?)?(?:(${part} ?\\((?:[ivx]{1,4}|[a-z])\\)|${part}(?:\\.${part}){1,3}[a-z]?)(?:[.):]?(?:\\s+|$)|[.):]?(?=\\p{Lu}))|(${part}[a-z]?|[A-Z]{1,2}\\d{1,3}(?:\\.\\d{1,3}){0,2})(?:[.):](?:\\s+|$|(?=\\p{Lu}))|\\s[–-]\\s+))`,
  'u',
)
const codeInFront = new RegExp(
  `^(?=[^\\s]*[A-Z]{2}|[A-Z]\\d{1,2}\\.\\d)(${code})[.):]?(?:\\s+(?:[–:-]\\s+)?)(?=["'‘“(]?\\p{Lu})`,
  'u',
)
const namedNumber =
  /^(?:[Kk]ey )?[Aa]ction (?:[Pp]oint )?(?:[Nn]o\.? ?)?(\d{1,3}[a-z]?)(?=[ :.–-])\s{0,2}[:.–-]?\s{0,3}/u

/** An action's number in front of its text: "12. Review …", "1.1 Review …", "A3) Review …", "COR-AP-29 Review …". */
export function parseActionNumber(text: string): Numbered | undefined {
  const start = text.slice(0, 60)
  const match = actionNumber.exec(start)
  if (match !== null) return takeApart(text, match[1] ?? match[2] ?? '', match[0].length)
  const other = codeInFront.exec(start) ?? namedNumber.exec(start)
  if (other === null || namesPeriod(other[1] ?? '')) return undefined
  return takeApart(text, other[1] ?? '', other[0].length)
}

/** Whether a reference has levels: "1.1", as against "1". */
export function hasLevels(reference: string): boolean {
  return /\d\.\d/.test(reference)
}

const referenceCell =
  /^[#(]?(?:(?:[A-Za-z]{1,8}[ .\-/]{0,2}(?:[A-Z]{1,6}[ .\-/]){0,4})?\d{1,4}(?:[.\-/]\d{1,4}){0,4} ?[a-z]?|[A-Z]{1,6}(?:[-/.][A-Z]{1,6}){1,4}[-/.]?\d{1,4}(?:[./-]\d{1,3}){0,3}[a-z]?|[A-Z]|[a-z]|[ivx]{1,5}|[IVX]{1,5})[.):]{0,2}$/

/** "Q2", "May 2010", "2010" or "31/3/2010": a time, and no reference. */
function namesPeriod(text: string): boolean {
  if (
    /^(?:19|20)\d\d$|^[Qq](?:tr|uarter)? ?[1-4]$|[/-](?:19|20)\d\d$|^\d{1,2}[/-]\d{1,2}[/-]\d\d$|^(?:19|20)\d\d[/-]/.test(
      text,
    )
  )
    return true
  return (
    monthOf(/^\p{L}+/u.exec(text)?.[0].toLowerCase() ?? '') !== undefined ||
    /^(?:spring|summer|autumn|winter|week|day|days|year|month)\b/i.test(text)
  )
}

/** What stands in a column of numbers: "1.1", "4.", "A3", "(b)", "CH/3", "COR-AP-29"; undefined when it is something else. */
export function parseReferenceCell(text: string): string | undefined {
  if (text.length > 24 || !referenceCell.test(text) || namesPeriod(text)) return undefined
  return text.replace(/^[#(]/, '').replace(/[.):]{1,2}$/, '')
}

/** A code of one letter and figures in front of a heading: "R1 Listen". */
export function parseCode(text: string): Numbered | undefined {
  const match = /^([A-Z]{1,3}\d{1,3})[.):]?\s{1,3}(?=["'‘“(]?\p{Lu})/u.exec(text)
  if (match === null || namesPeriod(match[1] ?? '')) return undefined
  return takeApart(text, match[1] ?? '', match[0].length)
}
