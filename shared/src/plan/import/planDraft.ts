import type { ActionPart } from '../actionPart.ts'
import { readNamedPeriod } from './namedPeriod.ts'
import type { ActionStatus } from '../actionStatus.ts'
import type {
  RecognisedPart,
  Remainder,
  RecognisedAction,
  RecognisedPlan,
  RecognisedUpdate,
} from './recognisedPlan.ts'
import type { SourcePlace } from '../../document/sourceDocument.ts'

export interface DraftResponsible {
  postTitle: string
  part: ActionPart
  /** The organisation of the board that the coordinator chose for this post. */
  organisationId?: string
}

export interface DraftEvidence {
  text: string
  deadline: string
}

/** How an action stood in one reporting period, in the document's words; each may be empty. */
export interface DraftUpdate {
  period: string
  status: string
  percentComplete: string
  narrative: string
  issues: string
  correctiveActions: string
}

/** A step of an action, in the document's words; all but the title may be empty. */
export interface DraftActivity {
  title: string
  lead: string
  deadline: string
  status: string
  comments: string
}

export interface DraftAction {
  key: string
  reference: string
  title: string
  responsible: DraftResponsible[]
  expectedEvidence: DraftEvidence[]
  outcome: string
  progress: string
  comments: string
  updates: DraftUpdate[]
  activities: DraftActivity[]
  /** Absent where the coordinator added it by hand. */
  source?: SourcePlace
  /** Where in the document the words of each field stand. */
  places?: Partial<Record<DraftActionField, SourcePlace[]>>
}

/** The fields of an action that a person may change, and how each is called. */
export const draftActionFields = {
  reference: 'reference',
  title: 'what is to be done',
  expectedEvidence: 'evidence and deadlines',
  responsible: 'who is responsible',
  outcome: 'outcome',
  progress: 'progress',
  comments: 'comments',
  updates: 'progress period by period',
  activities: 'activities',
} as const satisfies Partial<Record<keyof DraftAction, string>>
export type DraftActionField = keyof typeof draftActionFields
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a constant of our own has no other keys
export const draftActionFieldNames = Object.keys(draftActionFields) as DraftActionField[]

/** The texts of one field of an action, each on its own, the empty ones left out. */
export function textsOfField(action: DraftAction, field: DraftActionField): string[] {
  const value = action[field]
  const texts = typeof value === 'string' ? [value] : value.flatMap(textsOfItem)
  return texts.filter((text) => text.trim() !== '')
}

const notWords = new Set(['part', 'organisationId'])

/** The texts of one line of a list; a part or an agency that was chosen is none of the document's words. */
export function textsOfItem(item: DraftResponsible | DraftEvidence | DraftUpdate | DraftActivity): string[] {
  return Object.entries(item).flatMap(([name, text]: [string, string]) => (notWords.has(name) ? [] : [text]))
}

export const emptyUpdate: DraftUpdate = {
  period: '',
  status: '',
  percentComplete: '',
  narrative: '',
  issues: '',
  correctiveActions: '',
}

export const emptyActivity: DraftActivity = { title: '', lead: '', deadline: '', status: '', comments: '' }

/** An action without anything in it. */
export function emptyAction(key: string): DraftAction {
  return {
    key,
    reference: '',
    title: '',
    responsible: [],
    expectedEvidence: [],
    outcome: '',
    progress: '',
    comments: '',
    updates: [],
    activities: [],
  }
}

export interface DraftArea {
  key: string
  reference: string
  theme: string
  title: string
  actions: DraftAction[]
  source?: SourcePlace
}

/** Text of the document that stands in no field. `dropped` means set aside: seen, and not wanted in the plan. */
export interface DraftUnplaced {
  key: string
  text: string
  source?: SourcePlace
  kept: 'unplaced' | 'dropped'
  /** What the text is, where that is known: "Progress of action 1.1", "Heading that the document repeats". */
  note?: string
}

/** A plan on its way in, as the preview page shows and mends it. Keys are unique in a draft and never used twice. */
export interface PlanDraft {
  title: string
  /** The period of the updates that name none, such as "Q2 2026/27"; empty where nobody has said it. */
  period: string
  /** What a status means, by its words, where a person has said it. */
  statuses: { words: string; status: ActionStatus }[]
  areas: DraftArea[]
  unplaced: DraftUnplaced[]
  /** The number of the newest key. */
  lastKey: number
}

/** Hands out the keys of a draft that is being made. */
export class DraftKeys {
  last: number

  constructor(last: number) {
    this.last = last
  }

  next(): string {
    this.last += 1
    return `k${this.last}`
  }
}

/**
 * The draft to mend for a recognised plan. Repeats and column headings go to the tray, already set aside.
 */
export function draftFromRecognised(plan: RecognisedPlan): PlanDraft {
  const keys = new DraftKeys(0)

  const periodWords: Remainder[] = []
  const areas = plan.areas.map((area): DraftArea => ({
    key: keys.next(),
    reference: area.reference ?? '',
    theme: area.theme ?? '',
    title: area.title ?? '',
    actions: area.actions.map((action) => draftAction(action, keys, periodWords)),
    source: area.source,
  }))

  const set = (rest: Remainder): DraftUnplaced => ({ key: keys.next(), ...rest, kept: 'unplaced' })
  const aside = (rest: Remainder, note: string): DraftUnplaced => ({
    key: keys.next(),
    ...rest,
    kept: 'dropped',
    note,
  })
  const usedThemes = new Set(plan.areas.map((area) => area.theme))
  const unusedThemes = plan.themes
    .filter(({ title }) => !usedThemes.has(title))
    .map(({ title, source }) => set({ source, text: title }))
  const rest = plan.unplaced.map(set)
  const repeats = plan.repeats.map((repeat) => aside(repeat, 'Heading that the document repeats'))
  const headings = plan.headers
    .map(({ groups = [], columns, source }) => ({
      source,
      text: [...groups, ...columns.map((column) => column.heading)].join(' ').trim(),
    }))
    .filter(({ text }) => text !== '')
    .map((header) => aside(header, 'Headings of the columns'))
  // Not by push(...): a document may have more of them than a call may have arguments.
  const periods = periodWords.map((words) => aside(words, 'A period, which the plan names in full'))
  const unplaced = [...unusedThemes, ...rest, ...repeats, ...headings, ...periods]
  return { title: plan.title ?? '', period: '', statuses: [], areas, unplaced, lastKey: keys.last }
}

/** The name of a period; its own words go to `periodWords` where they say less than the name that was made of them. */
function periodIn(update: RecognisedUpdate, periodWords: Remainder[]): string {
  const { period, periodAsWritten, source } = update
  if (periodAsWritten === undefined) return period ?? ''
  const saysAsMuch = readNamedPeriod(periodAsWritten) !== undefined
  if (period === undefined || saysAsMuch || readNamedPeriod(period) === undefined) return periodAsWritten
  periodWords.push({ source, text: periodAsWritten })
  return period
}

function draftAction(action: RecognisedAction, keys: DraftKeys, periodWords: Remainder[]): DraftAction {
  const { status, issues = '', correctiveActions = '' } = action
  const updates = (action.updates ?? []).map((update): DraftUpdate => ({
    period: periodIn(update, periodWords),
    status: update.status ?? '',
    percentComplete: update.percent ?? '',
    narrative: update.narrative ?? '',
    issues: update.issues ?? '',
    correctiveActions: update.correctiveActions ?? '',
  }))
  // A status beside the action is that of the period in which the document was written.
  if (status !== undefined) updates.push({ ...emptyUpdate, status, issues, correctiveActions })
  const comments = [action.comments ?? '', ...(status === undefined ? [issues, correctiveActions] : [])]
  return {
    ...emptyAction(keys.next()),
    reference: action.reference ?? '',
    title: action.title,
    responsible: responsibleIn(action),
    expectedEvidence: action.expectedEvidence.map((item) => ({
      text: item.text ?? '',
      deadline: item.deadline ?? '',
    })),
    outcome: action.outcome ?? '',
    progress: action.progress ?? '',
    comments: comments.filter((text) => text !== '').join('\n'),
    updates,
    activities: (action.activities ?? []).map((activity) => ({
      title: (activity.numbering ?? '') + activity.title,
      lead: activity.lead ?? '',
      deadline: activity.deadline ?? '',
      status: activity.status ?? '',
      comments: activity.comments ?? '',
    })),
    source: action.source,
    places: placesOf(action),
  }
}

/** Who is named, each with their part: one who leads and authorises is named for both. */
function responsibleIn(action: RecognisedAction): DraftResponsible[] {
  const rest: [ActionPart, string[]][] = [
    ['LEAD', [...(action.leadOfficers ?? [])]],
    ['AUTHORISING', [...(action.authorisingOfficers ?? [])]],
  ]
  return (action.responsible ?? []).map((postTitle) => {
    const [part, names] = rest.find(([, each]) => each.includes(postTitle)) ?? ['RESPONSIBLE', []]
    names.splice(names.indexOf(postTitle), 1)
    return { postTitle, part }
  })
}

const fieldOfPart: Record<RecognisedPart, DraftActionField> = {
  title: 'title',
  evidence: 'expectedEvidence',
  deadline: 'expectedEvidence',
  responsible: 'responsible',
  lead: 'responsible',
  authorising: 'responsible',
  progress: 'progress',
  issues: 'comments',
  corrective: 'comments',
  outcome: 'outcome',
  comments: 'comments',
  status: 'updates',
}

function placesOf(action: RecognisedAction): Partial<Record<DraftActionField, SourcePlace[]>> {
  const places: Partial<Record<DraftActionField, SourcePlace[]>> = {}
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.entries forgets the keys
  for (const [part, found] of Object.entries(action.places) as [RecognisedPart, SourcePlace[]][]) {
    const field = fieldOfPart[part]
    places[field] = [...(places[field] ?? []), ...found]
  }
  return places
}

/** Every text of an action, field by field. */
export function textsOfAction(action: DraftAction): string[] {
  return draftActionFieldNames.flatMap((field) => textsOfField(action, field))
}

/** Every text of a draft, each once: a theme that several areas share counts once. */
export function textsOfDraft(draft: PlanDraft): string[] {
  const themes = new Set(draft.areas.map((area) => area.theme))
  const texts = draft.areas.flatMap((area) => [
    area.reference,
    area.title,
    ...area.actions.flatMap(textsOfAction),
  ])
  return [draft.title, ...themes, ...texts, ...draft.unplaced.map((rest) => rest.text)]
}
