import { splitAgencyAndName } from './labelColumns.ts'
import { isFigure } from './listWords.ts'
import { certainMark, markToken, mayBeMark } from './markWords.ts'
import { PastMark } from './pastRegister.ts'
import { isPersonName, personNames } from './personName.ts'

/** Somebody in a list of people, as minutes have them: "A. Fern (Council)". */
export interface ListedPerson {
  /** The words of the list. */
  words: string
  agency: string
  name: string
  /** What else stands beside them. */
  note: string
  /** Whose place they took, where the list says so: "for B. Moss". */
  insteadOf: string | null
}

const headings = new Map<string, PastMark>([
  ...['attendees', 'members present', 'those present', 'present at the meeting', 'also present'].map(
    (words) => [words, PastMark.PRESENT] as const,
  ),
  ...['also in attendance', 'members in attendance', 'attendance'].map(
    (words) => [words, PastMark.PRESENT] as const,
  ),
  ...['deputies', 'substitutes', 'deputies present'].map((words) => [words, PastMark.DEPUTY] as const),
  ...['apologies received from', 'apologies from', 'members absent', 'absentees', 'absences'].map(
    (words) => [words, words.startsWith('apologies') ? PastMark.APOLOGIES : PastMark.ABSENT] as const,
  ),
])

/** What a heading of a list of people says of them: "Present", "Apologies for absence:". Undefined for any other words. */
export function listHeading(text: string): PastMark | undefined {
  const token = markToken(text.replace(/:\s*$/, ''))
  // A single letter or a sign heads a column of ticks.
  if (token.length < 3) return undefined
  const mark = headings.get(token) ?? certainMark(token)
  // "Representative" heads a column of names.
  const isOther = mark === PastMark.DEPUTY && !headings.has(token)
  return isOther || mark === PastMark.NOT_EXPECTED || mark === PastMark.NAMED ? undefined : mark
}

/** A piece of a text, with the heading in front of it; undefined where it goes on from before. */
interface ListPart {
  mark: PastMark | undefined
  text: string
}

const headed = /(?:^|[.;\n]\s*)([A-Za-z][A-Za-z ’']{2,30}?)\s*:\s*/g

/** Parts a text at the headings in it: "Present: A. Fern. Apologies: B. Moss". */
export function listParts(text: string): ListPart[] {
  const parts: ListPart[] = []
  let from = 0
  let mark: PastMark | undefined
  for (const found of text.matchAll(headed)) {
    const next = listHeading(found[1] ?? '')
    if (next === undefined) continue
    parts.push({ mark, text: text.slice(from, found.index) })
    mark = next
    from = found.index + found[0].length
  }
  return [...parts, { mark, text: text.slice(from) }].filter(
    (part, at) => at > 0 || part.mark !== undefined || part.text.trim() !== '',
  )
}

const nobody = /^(?:none|nobody|no one|nil|n\/?a|not applicable|[-–—.]*)$/i

/** Whether a text says that nobody stands in the list. */
export const isNobody = (text: string): boolean => nobody.test(text.trim())

/** Whether a text looks like a list of people, and like no mark and no count. */
export function isPeopleList(text: string): boolean {
  if (isFigure(text) || mayBeMark(text) || !/\p{L}{2}/u.test(text)) return false
  return /[,;\n(]/.test(text) || isPersonName(text) || personNames(text) !== undefined
}

/** The people of a list, in their order. Every word of it stands in one of them. */
export function peopleOf(text: string): ListedPerson[] {
  // "A. Fern (Council) and B. Moss (Police)".
  const line = text.replace(/\)\s*,?\s*(?:and|&)\s+/g, '), ')
  const firm = splitOutside(line, /[;\n•]/)
  const parts = firm.length > 1 ? firm : splitOutside(line, /,/)
  const whole = parts.reduce<string[]>((all, part) => {
    const last = all.at(-1)
    // What is said of the one before: "A. Fern (Council), for B. Moss".
    if (last !== undefined && instead.test(part)) all[all.length - 1] = `${last}, ${part}`
    else all.push(part)
    return all
  }, [])
  return whole.flatMap((part) => {
    const names = firm.length > 1 || part.includes('(') ? undefined : personNames(part)
    return names === undefined ? [personOf(part)] : names.map(personOf)
  })
}

const instead = /^(?:deputising\s+|substituting\s+|representing\s+|on behalf of\s+|for\s+)/i
const insteadOfSomebody =
  /^[,\s]*(?:(?:deputising|substituting)\s+for|representing|on behalf of|for)\s+(\S[\s\S]*)$/i

function personOf(part: string): ListedPerson {
  const words = part.trim()
  const bracketed = /^([^()]*?)\s*\(([^()]*)\)\s*([\s\S]*)$/.exec(words)
  if (bracketed === null) {
    if (isPersonName(words)) return { words, agency: '', name: words, note: '', insteadOf: null }
    return { words, ...splitAgencyAndName(words), note: '', insteadOf: null }
  }
  const [, before = '', inside = '', behind = ''] = bracketed
  const isTurned = !isPersonName(before) && isPersonName(inside)
  const of = insteadOfSomebody.exec(behind)?.[1] ?? null
  return {
    words,
    agency: (isTurned ? before : inside).trim(),
    name: (isTurned ? inside : before).trim(),
    note: of === null ? behind.replace(/^[,\s]+/, '').trim() : '',
    insteadOf: of,
  }
}

/** Splits a text at signs that stand outside of brackets. */
function splitOutside(text: string, sign: RegExp): string[] {
  const parts: string[] = ['']
  let depth = 0
  for (const letter of text) {
    if (letter === '(') depth += 1
    if (letter === ')') depth = Math.max(0, depth - 1)
    if (depth === 0 && sign.test(letter)) parts.push('')
    else parts[parts.length - 1] += letter
  }
  return parts.map((part) => part.replace(/\.\s*$/, '').trim()).filter((part) => part !== '')
}
