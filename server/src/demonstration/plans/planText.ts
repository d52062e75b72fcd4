import type { ActionPart } from '@boardwork/shared/plan/actionPart.ts'
import type { ActionStatus } from '@boardwork/shared/plan/actionStatus.ts'
import type { OrganisationKey } from '../councils.ts'
import type { BoardKey } from '../boards.ts'
import type { PersonKey } from '../people.ts'

// The texts of a plan. Months are counted as in calendar.ts, and "{month 5}" and the like are filled in there.

export interface PlanText {
  title: string
  areas: readonly AreaText[]
}

export interface AreaText {
  theme: string
  title: string
  actions: readonly ActionText[]
  comments?: readonly CommentText[]
}

export interface ActionText {
  title: string
  outcome?: string
  /** What will show it, and the deadline in the words of the plan; either may be empty. */
  evidence: readonly (readonly [text: string, deadline: string])[]
  responsible: readonly ResponsibleText[]
  /** One for each quarter of the history; null where nobody wrote one. Empty in a draft. */
  updates: readonly (UpdateText | null)[]
}

export interface ResponsibleText {
  /** Left out: the first one leads the action, the others are responsible. */
  part?: ActionPart
  post?: string
  agency?: OrganisationKey
  person?: PersonKey
}

export interface UpdateText {
  status: ActionStatus
  percent: number
  narrative: string
  issues?: string
}

export interface CommentText {
  by: PersonKey
  /** The agency, or the board, for which the person writes. */
  writesFor: { agency: OrganisationKey } | { board: BoardKey }
  month: number
  day: number
  text: string
}

export const notStarted = (narrative: string): UpdateText => ({
  status: 'NOT_STARTED',
  percent: 0,
  narrative,
})

export const onTarget = (percent: number, narrative: string): UpdateText => ({
  status: 'ON_TARGET',
  percent,
  narrative,
})

export const atRisk = (percent: number, narrative: string, issues: string): UpdateText => ({
  status: 'AT_RISK',
  percent,
  narrative,
  issues,
})

export const offTarget = (percent: number, narrative: string, issues: string): UpdateText => ({
  status: 'OFF_TARGET',
  percent,
  narrative,
  issues,
})

export const complete = (narrative: string, percent = 100): UpdateText => ({
  status: 'COMPLETE',
  percent,
  narrative,
})
