import { splitResponsible } from '../people.ts'
import { lacksEnd, mustGoOn, plainForm, startsLower } from './phrases.ts'
import type {
  RecognisedPart,
  RecognisedAction,
  RecognisedActivity,
  RecognisedArea,
  RecognisedEvidence,
  RecognisedUpdate,
} from './recognisedPlan.ts'
import { seeAlsoIn } from '../seeAlso.ts'
import type { SourcePlace } from '../../document/sourceDocument.ts'
import { readPercent } from './statusWords.ts'

// Texts are kept in pieces and joined once at the end: joining and looking at a growing text by turns would
// take time in the square of its length.

export interface Piece {
  text: string
  source: SourcePlace
}

export interface EvidenceBuilder {
  /** Whether its deadline stands in a merged cell that an earlier action has too. */
  shared: boolean
  text: string[]
  deadline: string[]
  source: SourcePlace
  continuedAt: SourcePlace[]
}

/** The parts of an action, an update or an activity that are plain text. */
export const textParts = ['progress', 'issues', 'corrective', 'outcome', 'comments', 'status'] as const
export type TextPart = (typeof textParts)[number]

export const officerParts = ['authorising', 'lead', 'responsible'] as const
export type OfficerPart = (typeof officerParts)[number]

export interface UpdateBuilder {
  period: string | undefined
  periodAsWritten: string[]
  status: string[]
  percent: string[]
  progress: string[]
  issues: string[]
  corrective: string[]
  source: SourcePlace
  continuedAt: SourcePlace[]
}
export type UpdatePart = 'status' | 'percent' | 'progress' | 'issues' | 'corrective'

export interface ActivityBuilder {
  reference: string | undefined
  numbering: string
  title: string[]
  lead: string[]
  deadline: string[]
  status: string[]
  comments: string[]
  source: SourcePlace
  continuedAt: SourcePlace[]
}

export interface ActionBuilder {
  reference: string | undefined
  numbering: string
  title: string[]
  evidence: EvidenceBuilder[]
  /** People in the order of the document, with what the document calls them. */
  officers: (Piece & { part: OfficerPart; goesOn: boolean; shared: boolean })[]
  texts: Record<TextPart, string[]>
  updates: UpdateBuilder[]
  activities: ActivityBuilder[]
  places: Map<RecognisedPart, SourcePlace[]>
  shared: RecognisedPart[]
  /** What its cells have said so far, in plain form by part: a page break may say it again. */
  said: Set<string>
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
    officers: [],
    texts: { progress: [], issues: [], corrective: [], outcome: [], comments: [], status: [] },
    updates: [],
    activities: [],
    places: new Map<RecognisedPart, SourcePlace[]>([['title', [source]]]),
    shared: [],
    said: new Set(),
    source,
    continuedAt: [],
  }
}

export function newActivity(source: SourcePlace, title: string): ActivityBuilder {
  return {
    reference: undefined,
    numbering: '',
    title: title === '' ? [] : [title],
    lead: [],
    deadline: [],
    status: [],
    comments: [],
    source,
    continuedAt: [],
  }
}

const join = (pieces: readonly string[]): string => pieces.join(' ')

/** Remembers where a part of an action stands. */
export function addPlace(action: ActionBuilder, part: RecognisedPart, source: SourcePlace): void {
  const places = action.places.get(part)
  if (places === undefined) action.places.set(part, [source])
  else if (places.at(-1) !== source) places.push(source)
}

export function addText(action: ActionBuilder, part: TextPart, { text, source }: Piece): void {
  action.texts[part].push(text)
  addPlace(action, part, source)
}

/** Whether a part of an action has said a text before; from now on it has. */
export function saidBefore(action: ActionBuilder, part: RecognisedPart, text: string): boolean {
  const key = `${part} ${text.length > 2000 ? text : plainForm(text)}`
  const before = action.said.has(key)
  action.said.add(key)
  return before
}

/** Adds people to an action; `goesOn` when a page break may have torn them from those before. */
export function addOfficer(
  action: ActionBuilder,
  part: OfficerPart,
  { text, source }: Piece,
  goesOn = false,
): void {
  action.officers.push({ text, source, part, goesOn, shared: false })
  addPlace(action, part, source)
}

/** Gives an action what a merged cell beside it and an earlier one says. */
export function shareDeadline(action: ActionBuilder, { text, source }: Piece): void {
  action.evidence.push({ shared: true, text: [], deadline: [text], source, continuedAt: [] })
  action.shared.push('deadline')
  addPlace(action, 'deadline', source)
}

export function shareOfficer(action: ActionBuilder, part: OfficerPart, { text, source }: Piece): void {
  action.officers.push({ text, source, part, goesOn: false, shared: true })
  action.shared.push(part)
  addPlace(action, part, source)
}

/** The update of a period, which may already have parts; the newest one for a period that is not named. */
export function updateOf(
  action: ActionBuilder,
  period: string | undefined,
  source: SourcePlace,
): UpdateBuilder {
  const found = action.updates.find((update) => update.period === period)
  if (found !== undefined) return found
  const update: UpdateBuilder = {
    period,
    periodAsWritten: [],
    status: [],
    percent: [],
    progress: [],
    issues: [],
    corrective: [],
    source,
    continuedAt: [],
  }
  action.updates.push(update)
  return update
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
  if (text !== '') addPlace(action, 'evidence', source)
  if (deadline !== '') addPlace(action, 'deadline', source)
  const last = action.evidence.at(-1)
  if (last !== undefined && evidenceGoesOn(last, text, deadline, afterBreak)) {
    if (text !== '') last.text.push(text)
    if (deadline !== '') last.deadline.push(deadline)
    last.continuedAt.push(source)
    return
  }
  action.evidence.push({
    shared: false,
    text: text === '' ? [] : [text],
    deadline: deadline === '' ? [] : [deadline],
    source,
    continuedAt: [],
  })
}

function evidenceGoesOn(last: EvidenceBuilder, text: string, deadline: string, afterBreak: boolean): boolean {
  if (last.shared) return false
  const lastText = last.text.at(-1)
  const lastDeadline = last.deadline.at(-1)
  if (text === '') {
    if (lastDeadline === undefined) return lastText !== undefined
    return (
      startsLower(deadline) ||
      mustGoOn(lastDeadline) ||
      (/^(?:19|20)\d\d\b/.test(deadline) && (afterBreak || !/\d{2,4}$/.test(lastDeadline)))
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

/** A field with its text; nothing where there is none. */
const field = <Name extends string>(name: Name, pieces: readonly string[]): { [name in Name]?: string } =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a computed key has no type of its own
  pieces.length > 0 ? ({ [name]: join(pieces) } as { [name in Name]?: string }) : {}

function finishEvidence(item: EvidenceBuilder): RecognisedEvidence {
  return {
    ...field('text', item.text),
    ...field('deadline', item.deadline),
    ...(item.shared ? { shared: true as const } : {}),
    source: item.source,
    ...placed(item.continuedAt),
  }
}

function finishUpdate(update: UpdateBuilder): RecognisedUpdate {
  const percentComplete = readPercent(join(update.percent), true)
  return {
    ...(update.period === undefined ? {} : { period: update.period }),
    ...field('periodAsWritten', update.periodAsWritten),
    ...field('status', update.status),
    ...field('percent', update.percent),
    ...(percentComplete === undefined ? {} : { percentComplete }),
    ...field('narrative', update.progress),
    ...field('issues', update.issues),
    ...field('correctiveActions', update.corrective),
    source: update.source,
    ...placed(update.continuedAt),
  }
}

function finishActivity(activity: ActivityBuilder): RecognisedActivity {
  return {
    ...(activity.reference === undefined ? {} : { reference: activity.reference }),
    ...(activity.numbering === '' ? {} : { numbering: activity.numbering }),
    title: join(activity.title),
    ...field('lead', activity.lead),
    ...field('deadline', activity.deadline),
    ...field('status', activity.status),
    ...field('comments', activity.comments),
    source: activity.source,
    ...placed(activity.continuedAt),
  }
}

/** The people of each kind, in the order in which the kinds first stand in the document. */
function finishOfficers(action: ActionBuilder): Partial<RecognisedAction> {
  const written = new Map<OfficerPart, string[]>()
  for (const { part, text, goesOn } of action.officers) {
    const texts = written.get(part)
    if (texts === undefined) written.set(part, [text])
    else if (goesOn) texts.push(`${texts.pop() ?? ''} ${text}`)
    else texts.push(text)
  }
  if (written.size === 0) return {}
  const people = [...written].map(([part, texts]) => ({ part, names: splitResponsible(texts.join('\n')) }))
  const namesOf = (wanted: OfficerPart): string[] => people.find(({ part }) => part === wanted)?.names ?? []
  const own = action.officers.filter(({ shared }) => !shared)
  const lead = namesOf('lead')
  const authorising = namesOf('authorising')
  return {
    responsible: people.flatMap(({ names }) => names),
    responsibleAsWritten: [...written.values()].flat().join('\n'),
    ...(own.length < action.officers.length
      ? { responsibleOwn: own.map(({ text }) => text).join('\n') }
      : {}),
    ...(lead.length > 0 ? { leadOfficers: lead } : {}),
    ...(authorising.length > 0 ? { authorisingOfficers: authorising } : {}),
  }
}

function finishAction(action: ActionBuilder): RecognisedAction {
  const { texts } = action
  const title = join(action.title)
  const seeAlso = seeAlsoIn(title)
  return {
    ...(action.reference === undefined ? {} : { reference: action.reference }),
    ...(action.numbering === '' ? {} : { numbering: action.numbering }),
    title,
    expectedEvidence: action.evidence.map(finishEvidence),
    ...finishOfficers(action),
    ...field('progress', texts.progress),
    ...field('issues', texts.issues),
    ...field('correctiveActions', texts.corrective),
    ...field('outcome', texts.outcome),
    ...field('comments', texts.comments),
    ...field('status', texts.status),
    ...(action.updates.length > 0 ? { updates: action.updates.map(finishUpdate) } : {}),
    ...(action.activities.length > 0 ? { activities: action.activities.map(finishActivity) } : {}),
    ...(seeAlso.length > 0 ? { seeAlso } : {}),
    places: Object.fromEntries(action.places),
    ...(action.shared.length > 0 ? { shared: action.shared } : {}),
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
    ...field('title', area.title),
    actions: area.actions.map(finishAction),
    source: area.source,
    ...placed(area.continuedAt),
  }
}
