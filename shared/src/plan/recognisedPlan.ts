import type { RecognisedHeader } from './planColumns.ts'
import type { SourcePlace } from './sourceDocument.ts'

/** Where a field stands: the first place, and the later ones where it goes on (after a page break, mostly). */
interface Sourced {
  source: SourcePlace
  continuedAt?: SourcePlace[]
}

/** One sentence of expected evidence with the timescale that the document sets beside it. Has at least one of the two. */
export interface RecognisedEvidence extends Sourced {
  text?: string
  deadline?: string
}

/** One action of a plan, in the document's own words. Absent fields are left out. */
export interface RecognisedAction extends Sourced {
  /** The number without its marks: "12", "1.1". */
  reference?: string
  /** The number as written, in front of the title: "12. ". */
  numbering?: string
  title: string
  expectedEvidence: RecognisedEvidence[]
  /** The people and posts one by one. */
  responsible?: string[]
  /** The same as written, with what separated them. */
  responsibleAsWritten?: string
  progress?: string
  outcome?: string
  comments?: string
  status?: string
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

/** How many areas and actions a plan has. */
export function countPlan(plan: RecognisedPlan): { areas: number; actions: number } {
  return { areas: plan.areas.length, actions: plan.areas.reduce((sum, area) => sum + area.actions.length, 0) }
}

/** What to tell a person whose document holds no plan; undefined when it holds one. */
export function noPlanMessage(plan: RecognisedPlan): string | undefined {
  if (countPlan(plan).actions > 0) return undefined
  return 'We could not find a plan in this document. We look for tables with a column of actions, or numbered actions under a heading. Check that you chose the right document, or copy the table from it and paste it here as text. Nothing has been saved.'
}
