import { addDays, formatDay } from '../board/dates.ts'
import type { Day } from '../board/dates.ts'
import type { FieldProblem } from './planRules.ts'

/** A milestone is something that shall be there by a day; at a review the board looks how it goes. */
export const MilestoneKind = { MILESTONE: 'MILESTONE', REVIEW: 'REVIEW' } as const
export type MilestoneKind = (typeof MilestoneKind)[keyof typeof MilestoneKind]

/** Where it stands today. */
export const MilestoneState = { COMING: 'COMING', DUE: 'DUE', OVERDUE: 'OVERDUE', DONE: 'DONE' } as const
export type MilestoneState = (typeof MilestoneState)[keyof typeof MilestoneState]

export const milestoneStateName: Record<MilestoneState, string> = {
  COMING: 'To come',
  DUE: 'Due',
  OVERDUE: 'Overdue',
  DONE: 'Done',
}

/** How much there may be, in characters unless it says otherwise. */
export const milestoneLimits = {
  /** Milestones and reviews of a plan with its actions. */
  ofPlan: 2000,
  title: 500,
  outcome: 4000,
  reviewedBy: 200,
} as const

/** So many days before its day it is due. */
const dueDays = 14

/** @param today the day in the United Kingdom. */
export function milestoneState(dueOn: Day, doneOn: Day | null | undefined, today: Day): MilestoneState {
  if (doneOn) return 'DONE'
  if (today > dueOn) return 'OVERDUE'
  return today >= addDays(dueOn, -dueDays) ? 'DUE' : 'COMING'
}

/** After how many days from its start a plan or an action is reviewed. */
const reviewDays = [30, 60, 90] as const

/** The reviews after a starting day: "30-day review" and when it is due. */
export function reviewsAfter(startsOn: Day): { title: string; dueOn: Day }[] {
  return reviewDays.map((days) => ({ title: `${days}-day review`, dueOn: addDays(startsOn, days) }))
}

/** Checks a milestone or review before it is saved. */
export function checkMilestone(milestone: { title: string; dueOn: Day | null }): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (milestone.title.trim() === '')
    problems.push({ field: 'title', message: 'Say what shall be there by that day.' })
  tooLong(problems, 'title', milestone.title, milestoneLimits.title)
  if (!milestone.dueOn) problems.push({ field: 'dueOn', message: 'Enter the day, such as 31 3 2027.' })
  return problems
}

export interface MilestoneOutcome {
  doneOn: Day | null
  /** What is there; of a review, what was found. */
  outcome: string
  /** Of a review. */
  decision: string
  reviewedBy: string
}

/** Checks what is said of a milestone or review that is done. */
export function checkOutcome(kind: MilestoneKind, said: MilestoneOutcome, today: Day): FieldProblem[] {
  const problems: FieldProblem[] = []
  const what = kind === 'REVIEW' ? 'the review was done' : 'it was there'
  if (!said.doneOn)
    problems.push({ field: 'doneOn', message: `Enter the day on which ${what}, such as 31 3 2027.` })
  else if (said.doneOn > today)
    problems.push({
      field: 'doneOn',
      message: `The day on which ${what} must be ${formatDay(today)} or before.`,
    })
  if (kind === 'REVIEW' && said.outcome.trim() === '')
    problems.push({ field: 'outcome', message: 'Say what was found.' })
  tooLong(problems, 'outcome', said.outcome, milestoneLimits.outcome)
  tooLong(problems, 'decision', said.decision, milestoneLimits.outcome)
  tooLong(problems, 'reviewedBy', said.reviewedBy, milestoneLimits.reviewedBy)
  return problems
}

function tooLong(problems: FieldProblem[], field: string, text: string, most: number): void {
  if (text.trim().length > most)
    problems.push({ field, message: `This must be ${most.toLocaleString('en-GB')} characters or fewer.` })
}
