import type { ActionPart } from '../actionPart.ts'
import { actionStatusName } from '../actionStatus.ts'
import type { ActionStatus } from '../actionStatus.ts'

/** A plan as it is taken out: of what is saved, what stands in a document. */
export interface LayoutPlan {
  title: string
  areas: LayoutArea[]
}

export interface LayoutArea {
  reference: string
  theme?: string | null
  title: string
  actions: LayoutAction[]
}

export interface LayoutAction {
  reference: string
  title: string
  outcome?: string | null
  progress?: string | null
  comments?: string | null
  expectedEvidence: { text?: string | null; deadline?: string | null }[]
  responsible: {
    part: ActionPart
    postTitle?: string | null
    organisationName?: string | null
    personName?: string | null
  }[]
  /** From the oldest reporting period to the newest. */
  updates: LayoutUpdate[]
  activities: LayoutActivity[]
}

export interface LayoutUpdate {
  period: string
  status: ActionStatus
  statusWords?: string | null
  percentComplete?: number | null
  narrative: string
  issues?: string | null
  correctiveActions?: string | null
  /** When it was authorised here; null where it was brought in. */
  decidedAt?: string | null
}

export interface LayoutActivity {
  title: string
  lead?: string | null
  deadline?: string | null
  status?: string | null
  comments?: string | null
}

export const actionsOf = (plan: LayoutPlan): LayoutAction[] => plan.areas.flatMap((area) => area.actions)

/**
 * How the board words each status: an update that was brought in keeps its words, and one that was written here takes
 * the words that the document has for its status, where it has any.
 */
export function statusWording(plan: LayoutPlan): (update: LayoutUpdate) => string {
  const words = new Map<ActionStatus, string>()
  for (const action of actionsOf(plan))
    for (const { status, statusWords } of action.updates)
      if (statusWords && !words.has(status)) words.set(status, statusWords)
  return ({ status, statusWords, decidedAt }) =>
    statusWords ?? (decidedAt ? words.get(status) : undefined) ?? actionStatusName[status]
}

/** Who stands in a column for people: the words of the document, and a person who was named for the post. */
export function responsibleWords(one: LayoutAction['responsible'][number]): string {
  const { postTitle, personName, organisationName } = one
  const named = [postTitle, personName].filter(Boolean).join(', ')
  return named === '' ? (organisationName ?? '') : named
}

/** Whether an agency was named beside the words of the document. */
export function hasOtherAgency(one: LayoutAction['responsible'][number]): boolean {
  return Boolean(one.organisationName) && !responsibleWords(one).includes(one.organisationName ?? '')
}
