import { lacksEnd, mustGoOn, startsLower, wordsOf } from './phrases.ts'
import type { RecognisedAction, RecognisedArea, RecognisedEvidence } from './recognisedPlan.ts'
import type { SourcePlace } from './sourceDocument.ts'

// Texts are kept in pieces and joined once at the end: joining and looking at a growing text by turns would
// take time in the square of its length.

export interface EvidenceBuilder {
  text: string[]
  deadline: string[]
  source: SourcePlace
  continuedAt: SourcePlace[]
}

export interface ActionBuilder {
  reference: string | undefined
  numbering: string
  title: string[]
  evidence: EvidenceBuilder[]
  responsible: string[]
  progress: string[]
  outcome: string[]
  comments: string[]
  status: string[]
  source: SourcePlace
  continuedAt: SourcePlace[]
}

export interface AreaBuilder {
  reference: string | undefined
  numbering: string
  theme: string | undefined
  title: string[]
  actions: ActionBuilder[]
  source: SourcePlace
  continuedAt: SourcePlace[]
  /** The place in the document by which areas are put in order. */
  order: number
}

export function newAction(
  source: SourcePlace,
  reference: string | undefined,
  numbering: string,
  title: string,
): ActionBuilder {
  return {
    reference,
    numbering,
    title: title === '' ? [] : [title],
    evidence: [],
    responsible: [],
    progress: [],
    outcome: [],
    comments: [],
    status: [],
    source,
    continuedAt: [],
  }
}

const join = (pieces: readonly string[]): string => pieces.join(' ')

const initials = /^[A-Z]{1,5}(?:[a-z][A-Z]{1,2})?(?:-[A-Z]{1,2})?$/

/** Ends a part after "- AB" where a capital follows: "Head of Care - AB Head of Homes - CD". */
function splitAfterInitials(text: string): string[] {
  const words = wordsOf(text)
  const parts: string[] = []
  let start = 0
  words.forEach((word, index) => {
    const next = words[index + 1]
    const isEnd = initials.test(word) && /^[-–]$/.test(words[index - 1] ?? '')
    if (!isEnd || next === undefined || !/^\p{Lu}/u.test(next) || index - start < 2) return
    parts.push(words.slice(start, index + 1).join(' '))
    start = index + 1
  })
  parts.push(words.slice(start).join(' '))
  // "Smith - PCT Lead" is one person.
  return parts.every((part) => part.split(' ').length > 1) ? parts : [words.join(' ')]
}

function splitAtSlash(text: string): string[] {
  if (/\s\/\s/.test(text)) return text.split(/\s\/\s/)
  const parts = text.split('/')
  const isList =
    parts.every((part) => /^[A-Z]{2,4}$/.test(part.trim())) ||
    parts.every((part) => part.trim().includes(' '))
  return isList ? parts : [text]
}

/** The people and posts of a cell: lines, semicolons, slashes and "- initials" separate them; "and" and commas do not. */
export function splitResponsible(text: string): string[] {
  return text
    .split(/[\n;]/)
    .flatMap(splitAtSlash)
    .flatMap(splitAfterInitials)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** Adds an evidence cell and a deadline cell of one row to an action: as an item of their own, or as what the last item goes on with. */
export function addEvidence(
  action: ActionBuilder,
  text: string,
  deadline: string,
  source: SourcePlace,
  afterBreak: boolean,
): void {
  if (text === '' && deadline === '') return
  const last = action.evidence.at(-1)
  if (last !== undefined && goesOn(last, text, deadline, afterBreak)) {
    if (text !== '') last.text.push(text)
    if (deadline !== '') last.deadline.push(deadline)
    last.continuedAt.push(source)
    return
  }
  action.evidence.push({
    text: text === '' ? [] : [text],
    deadline: deadline === '' ? [] : [deadline],
    source,
    continuedAt: [],
  })
}

function goesOn(last: EvidenceBuilder, text: string, deadline: string, afterBreak: boolean): boolean {
  const lastText = last.text.at(-1)
  const lastDeadline = last.deadline.at(-1)
  if (text === '') {
    if (lastDeadline === undefined) return lastText !== undefined
    return (
      startsLower(deadline) || mustGoOn(lastDeadline) || (afterBreak && /^(?:19|20)\d\d\b/.test(deadline))
    )
  }
  if (lastText === undefined) return false
  const bothDated = deadline !== '' && lastDeadline !== undefined
  // Lists of phrases in small letters, each with its own date, are items and no broken sentences.
  if (startsLower(text))
    return !(bothDated && last.text.length === 1 && startsLower(last.text[0] ?? '') && !mustGoOn(lastText))
  if (mustGoOn(lastText)) return true
  return afterBreak && lacksEnd(lastText) && !bothDated
}

const placed = (continuedAt: SourcePlace[]): { continuedAt?: SourcePlace[] } =>
  continuedAt.length > 0 ? { continuedAt } : {}

function finishEvidence(item: EvidenceBuilder): RecognisedEvidence {
  return {
    ...(item.text.length > 0 ? { text: join(item.text) } : {}),
    ...(item.deadline.length > 0 ? { deadline: join(item.deadline) } : {}),
    source: item.source,
    ...placed(item.continuedAt),
  }
}

function finishAction(action: ActionBuilder): RecognisedAction {
  const responsible = join(action.responsible)
  return {
    ...(action.reference === undefined ? {} : { reference: action.reference }),
    ...(action.numbering === '' ? {} : { numbering: action.numbering }),
    title: join(action.title),
    expectedEvidence: action.evidence.map(finishEvidence),
    ...(responsible === ''
      ? {}
      : { responsible: splitResponsible(responsible), responsibleAsWritten: responsible }),
    ...(action.progress.length > 0 ? { progress: join(action.progress) } : {}),
    ...(action.outcome.length > 0 ? { outcome: join(action.outcome) } : {}),
    ...(action.comments.length > 0 ? { comments: join(action.comments) } : {}),
    ...(action.status.length > 0 ? { status: join(action.status) } : {}),
    source: action.source,
    ...placed(action.continuedAt),
  }
}

/** The finished area, with absent fields left out. */
export function finishArea(area: AreaBuilder): RecognisedArea {
  return {
    ...(area.reference === undefined ? {} : { reference: area.reference }),
    ...(area.numbering === '' ? {} : { numbering: area.numbering }),
    ...(area.theme === undefined ? {} : { theme: area.theme }),
    ...(area.title.length > 0 ? { title: join(area.title) } : {}),
    actions: area.actions.map(finishAction),
    source: area.source,
    ...placed(area.continuedAt),
  }
}
