import { PastMark } from './pastRegister.ts'
import { personNames } from './personName.ts'

/** What a cell says, or the words whose meaning has to be asked; `token` may be empty, for an empty cell. */
export type CellReading =
  { mark: PastMark; came: string[]; note: string } | { ask: string; suggestion: PastMark | null }

/** What words mean in this document, by its own legend and a person's answers; undefined where neither tells. */
export type MeaningOf = (token: string) => PastMark | undefined

const words = (text: string): string[] => text.split('|')

/** Words that mean the same in every list. */
const certain = new Map<string, PastMark>([
  ...words(
    'p|present|y|yes|attended|attending|attend|in attendance|here|in person|online|virtual|virtually|remote|via teams|on teams|teams|dialled in|joined|joined online|joined late|✓|✔|√|☑|✅',
  ).map((word) => [word, PastMark.PRESENT] as const),
  ...words(
    'dep|deputy|deputised|deputy attended|deputy sent|deputy present|sent deputy|sent a deputy|sub|subs|substitute|substituted|substitute sent|represented|representative|rep|rep sent|rep attended|represented by|represented by deputy|apologies deputy sent|apologies and deputy|delegate|delegate sent|proxy',
  ).map((word) => [word, PastMark.DEPUTY] as const),
  ...words(
    'apologies|apology|apols|apol|apps|ap|aps|apologies sent|apologies given|apologies received|sent apologies|gave apologies|apologies for absence|with apologies|sends apologies',
  ).map((word) => [word, PastMark.APOLOGIES] as const),
  ...words(
    'absent|abs|dna|did not attend|didn’t attend|not present|not attended|not in attendance|no show|no-show|no apologies|absent without apologies|absent no apologies|did not come|non attendance|non-attendance|no attendance',
  ).map((word) => [word, PastMark.ABSENT] as const),
  ...words('?|??|unknown|not known|not recorded|no record|tbc').map(
    (word) => [word, PastMark.UNKNOWN] as const,
  ),
  ...words(
    'n/a|na|n.a|n/m|not applicable|not a member|not a member yet|not yet a member|not yet member|no longer a member|not member|not on board|not in post|not invited|not required|not expected|no seat|left board|left the board|stood down',
  ).map((word) => [word, PastMark.NOT_EXPECTED] as const),
])

/** Words that mean one thing in one list and another in the next, with the likelier one. */
const uncertain = new Map<string, PastMark | null>([
  ['', PastMark.UNKNOWN],
  ['-', PastMark.UNKNOWN],
  ['a', PastMark.APOLOGIES],
  ['d', PastMark.DEPUTY],
  ['s', PastMark.DEPUTY],
  ['r', PastMark.DEPUTY],
  ['n', PastMark.ABSENT],
  ['no', PastMark.ABSENT],
  ['x', PastMark.ABSENT],
  ['✗', PastMark.ABSENT],
  ['✘', PastMark.ABSENT],
  ['×', PastMark.ABSENT],
  ['❌', PastMark.ABSENT],
  ['0', PastMark.ABSENT],
  ['1', PastMark.PRESENT],
  ['true', PastMark.PRESENT],
  ['false', PastMark.ABSENT],
  // The ticks and crosses of a font of signs.
  ['ü', PastMark.PRESENT],
  ['û', PastMark.ABSENT],
  ['vacant', PastMark.NOT_EXPECTED],
  ['vacancy', PastMark.NOT_EXPECTED],
  ['left', PastMark.NOT_EXPECTED],
  ['leave', PastMark.APOLOGIES],
  ['sick', PastMark.APOLOGIES],
])

/** The words of a mark as they are compared: small letters, single spaces, without marks of footnotes at the end. */
export function markToken(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[‒–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
  const bare = plain
    .replace(/^[([]+|[\])]+$/g, '')
    .replace(/(?<=.)[*†‡¹²³⁴⁵.,;:]+$/u, '')
    .trim()
  return bare === '' ? plain : bare
}

/** Whether words are a mark in every list, or at least in many. */
export const mayBeMark = (text: string): boolean => {
  const token = markToken(text)
  return token !== '' && (certain.has(token) || uncertain.has(token))
}

/** What words mean in every list; undefined where lists differ. */
export const certainMark = (text: string): PastMark | undefined => certain.get(markToken(text))

/** Reads the words of one cell. */
export function readMarkCell(text: string, meaningOf: MeaningOf): CellReading {
  const meaning = (part: string): PastMark | undefined => {
    const token = markToken(part)
    return meaningOf(token) ?? certain.get(token)
  }
  const whole = markToken(text)
  const known = meaning(text)
  if (known !== undefined) {
    const came = known === PastMark.NAMED ? (personNames(text) ?? [text.trim()]) : []
    return { mark: known, came, note: footnote(text) }
  }
  if (uncertain.has(whole)) return { ask: whole, suggestion: uncertain.get(whole) ?? null }

  const inFor = /^(.+?)\s+(?:for|on behalf of|deputising for|in place of|instead of)\s+(.+)$/is.exec(
    text.trim(),
  )
  const instead = inFor === null ? undefined : personNames(inFor[1] ?? '')
  if (instead !== undefined) return { mark: PastMark.DEPUTY, came: instead, note: text.trim() }

  const parted = headAndRest(text, (part) => meaning(part) !== undefined || uncertain.has(markToken(part)))
  if (parted !== undefined) return withRest(parted, meaning)
  const names = personNames(text)
  if (names !== undefined) return { mark: PastMark.NAMED, came: names, note: '' }
  return { ask: whole.slice(0, 120), suggestion: null }
}

const footnote = (text: string): string => /[*†‡¹²³⁴⁵]+/u.exec(text)?.[0] ?? ''

interface Parted {
  head: string
  rest: string
}

/** Parts a mark from the words behind or before it: "Deputy (Ann Fell)", "A – on leave", "Ann Fell (deputy)". */
function headAndRest(text: string, isMark: (part: string) => boolean): Parted | undefined {
  const line = text.trim()
  const separated = /^([^\s:;,(\n–—-]+(?: [^\s:;,(\n–—-]+){0,2})\s*[:;,(\n–—-]\s*(\S[\s\S]*)$/.exec(line)
  if (separated !== null && isMark(separated[1] ?? ''))
    return { head: separated[1] ?? '', rest: bare(separated[2] ?? '') }
  const pieces = line.split(/\s+/)
  for (let count = Math.min(3, pieces.length - 1); count >= 1; count -= 1) {
    const head = pieces.slice(0, count).join(' ')
    // "A Fell" is a name: a letter alone needs a mark behind it. A tick does not.
    const stands = markToken(head).length > 2 || !/\p{L}|\d/u.test(head)
    if (stands && isMark(head)) return { head, rest: bare(pieces.slice(count).join(' ')) }
  }
  const behind = /^([\s\S]+?)\s*(?:[([]\s*([^()[\]]+?)\s*[)\]]|\s[–—-]\s*([^–—-]+)|[,:]\s*([^,:]+))$/.exec(
    line,
  )
  const tail = behind?.[2] ?? behind?.[3] ?? behind?.[4]
  if (behind !== null && tail !== undefined && isMark(tail))
    return { head: tail, rest: (behind[1] ?? '').trim() }
  return undefined
}

const bare = (text: string): string =>
  text
    .trim()
    .replace(/^[\s:;,(–—-]+/, '')
    .replace(
      /\)$/,
      text
        .trim()
        .replace(/^[\s:;,(–—-]+/, '')
        .includes('(')
        ? ')'
        : '',
    )
    .trim()

function withRest({ head, rest }: Parted, meaning: MeaningOf): CellReading {
  const token = markToken(head)
  const mark = meaning(head)
  if (mark === undefined) return { ask: token, suggestion: uncertain.get(token) ?? null }
  const other = meaning(rest)
  if (mark === PastMark.APOLOGIES) {
    const deputy = headAndRest(rest, (part) => meaning(part) === PastMark.DEPUTY)
    if (deputy !== undefined || other === PastMark.DEPUTY)
      return { mark: PastMark.DEPUTY, came: personNames(deputy?.rest ?? '') ?? [], note: rest }
  }
  // "P/A": two marks in one cell.
  if (
    other !== undefined &&
    other !== mark &&
    other !== PastMark.NAMED &&
    !(mark === PastMark.ABSENT && other === PastMark.UNKNOWN)
  ) {
    if (mark === PastMark.PRESENT && other === PastMark.DEPUTY) return { mark: other, came: [], note: '' }
    return { ask: markToken(`${head} ${rest}`), suggestion: null }
  }
  const names = personNames(
    rest
      .replace(/^(?:by|sent|attended|name)\s*:?\s+/i, '')
      .replace(/\s+(?:attended|deputised|present)$/i, ''),
  )
  if (mark === PastMark.DEPUTY || mark === PastMark.PRESENT)
    return names === undefined ? { mark, came: [], note: rest } : { mark, came: names, note: '' }
  return { mark, came: [], note: rest }
}
