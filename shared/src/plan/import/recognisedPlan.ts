import { readDeadlines } from '../deadline.ts'
import type { Deadline } from '../deadline.ts'
import type { ActionStatus } from '../actionStatus.ts'
import type { RecognisedHeader } from './planColumns.ts'
import type { SourcePlace } from '../../document/sourceDocument.ts'
import { readStatus } from './statusWords.ts'

/** Where a field stands: the first place, and the later ones where it goes on (after a page break, mostly). */
interface Sourced {
  source: SourcePlace
  continuedAt?: SourcePlace[]
}

/** One sentence of expected evidence with the timescale that the document sets beside it. Has at least one of the two. */
export interface RecognisedEvidence extends Sourced {
  text?: string
  deadline?: string
  /** True where the deadline stands in a merged cell that an earlier action has too. */
  shared?: true
}

/** What the document says of an action in one reporting period, in its own words. */
export interface RecognisedUpdate extends Sourced {
  /** The period in one form: "Q2 2009/10". */
  period?: string
  /** The words of the cell that names it; absent where the column's heading does. */
  periodAsWritten?: string
  status?: string
  percent?: string
  percentComplete?: number
  narrative?: string
  issues?: string
  correctiveActions?: string
}

/** A step of an action, in the document's own words. */
export interface RecognisedActivity extends Sourced {
  reference?: string
  numbering?: string
  title: string
  lead?: string
  deadline?: string
  status?: string
  comments?: string
}

/** The parts of an action that have a place of their own. */
export type RecognisedPart =
  | 'title'
  | 'evidence'
  | 'deadline'
  | 'responsible'
  | 'lead'
  | 'authorising'
  | 'progress'
  | 'issues'
  | 'corrective'
  | 'outcome'
  | 'comments'
  | 'status'

/** One action of a plan, in the document's own words. Absent fields are left out. */
export interface RecognisedAction extends Sourced {
  /** The number without its marks: "12", "1.1". */
  reference?: string
  /** The number as written, in front of the title: "12. ". */
  numbering?: string
  title: string
  expectedEvidence: RecognisedEvidence[]
  /** All people and posts one by one, the lead and the authorising officers among them. */
  responsible?: string[]
  /** The same as written, with what separated them. */
  responsibleAsWritten?: string
  /** The part of it that stands in cells of this action alone, where others are shared with an earlier one. */
  responsibleOwn?: string
  /** Those of `responsible` that the document calls the lead, and those that authorise. */
  leadOfficers?: string[]
  authorisingOfficers?: string[]
  progress?: string
  issues?: string
  correctiveActions?: string
  outcome?: string
  comments?: string
  status?: string
  updates?: RecognisedUpdate[]
  activities?: RecognisedActivity[]
  /** References of other actions that the title points to: "12.1" of "See 12.1 above". */
  seeAlso?: string[]
  /** Where each part stands. */
  places: Partial<Record<RecognisedPart, SourcePlace[]>>
  /** Parts whose words stand in a merged cell that an earlier action has too. */
  shared?: RecognisedPart[]
}

/** One improvement area (recommendation, priority) of a plan. */
export interface RecognisedArea extends Sourced {
  reference?: string
  /** The number as written, in front of the title: "Improvement Area 1 – ". */
  numbering?: string
  /** The title of one of the plan's `themes`. */
  theme?: string
  /** Left out where actions stand under no heading. */
  title?: string
  actions: RecognisedAction[]
}

/** Text of the document outside the plan's fields. */
export interface Remainder {
  source: SourcePlace
  text: string
}

/**
 * What the importer understands of a document. Every word of the document is in exactly one place: a title, a
 * field (with its numbering), a header, a repeat or the unplaced text; `missingWords` checks it.
 */
export interface RecognisedPlan {
  title?: string
  titleSource?: SourcePlace
  themes: { title: string; source: SourcePlace }[]
  areas: RecognisedArea[]
  headers: RecognisedHeader[]
  /** Headings and header rows that the document says again after a page break. */
  repeats: Remainder[]
  unplaced: Remainder[]
}

/** The deadlines of an action with their meaning, in the document's order. */
export function deadlinesOf(action: RecognisedAction): Deadline[] {
  return action.expectedEvidence.flatMap((item) =>
    item.deadline === undefined ? [] : readDeadlines(item.deadline),
  )
}

/** The status that an action's words mean, or that of the last period that has one. */
export function statusOf(action: RecognisedAction): ActionStatus | undefined {
  if (action.status !== undefined) return readStatus(action.status)
  return latestUpdate(action)?.status
}

/** The quarter or month of an update as a figure that grows with time; 0 where its year is not known. */
function timeOfPeriod(period: string | undefined): number {
  const quarter = /^Q([1-4])(?: (\d{4})\/\d\d)?$/.exec(period ?? '')
  if (quarter !== null) return Number(quarter[2] ?? 0) * 10 + Number(quarter[1])
  return 0
}

function latestUpdate(action: RecognisedAction): { status: ActionStatus } | undefined {
  let latest: { status: ActionStatus; time: number } | undefined
  for (const update of action.updates ?? []) {
    const status = update.status === undefined ? undefined : readStatus(update.status)
    const time = timeOfPeriod(update.period)
    if (status !== undefined && (latest === undefined || time >= latest.time)) latest = { status, time }
  }
  return latest
}

/** How many areas and actions a plan has. */
export function countPlan(plan: RecognisedPlan): { areas: number; actions: number } {
  return { areas: plan.areas.length, actions: plan.areas.reduce((sum, area) => sum + area.actions.length, 0) }
}

/** What to tell a person whose document holds no plan; undefined when it holds one. */
export function noPlanMessage(plan: RecognisedPlan): string | undefined {
  if (countPlan(plan).actions > 0) return undefined
  return 'We could not find a plan in this document. We look for tables with a column of actions, or numbered actions under a heading. Check that you chose the right document, or copy the table from it and paste it here as text. Nothing has been saved.'
}
