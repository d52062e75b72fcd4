import { formatDay } from '../../board/dates.ts'
import type { Day } from '../../board/dates.ts'
import type { FieldMessage } from '../../organisation/checkText.ts'

/** What is said of an action that a meeting gave somebody. */
export const MeetingActionReportKind = {
  STANDS: 'STANDS',
  DONE: 'DONE',
  PUT_BACK: 'PUT_BACK',
} as const
export type MeetingActionReportKind = (typeof MeetingActionReportKind)[keyof typeof MeetingActionReportKind]

/** How it is called on a page. */
export const meetingActionReportName: Record<MeetingActionReportKind, string> = {
  STANDS: 'Not done yet',
  DONE: 'Done',
  PUT_BACK: 'Put back: not done yet',
}

export const reportLimits = {
  /** Characters of one report. */
  words: 2000,
  /** Reports of one action. */
  reports: 100,
  /** Actions that a page lists as still open. */
  open: 200,
} as const

/** An action of a meeting, as far as it says whether something can be reported. */
export interface ReportedAction {
  /** Whether it stands in an improvement plan. */
  inPlan: boolean
  done: boolean
  /** How many reports there are. */
  reports: number
}

/** Why nobody can say how an action stands; null where its agency and the officers can. */
export function whyNotReport({ inPlan, done, reports }: ReportedAction): string | null {
  if (inPlan)
    return 'This action stands in the improvement plan. Write there how it stands, so that it is said in one place.'
  if (done)
    return 'This action is done already. If more is to be done, the coordinator or the chair can put it back.'
  return reports >= reportLimits.reports
    ? `This action has ${reportLimits.reports} reports, which is all that it can have.`
    : null
}

/** Why an action cannot be put back; null where it can: it was said to be done. */
export function whyNotPutBack({ done }: ReportedAction): string | null {
  return done ? null : 'Nobody has said that this action is done, so there is nothing to put back.'
}

/**
 * Checks what is said of an action before it is saved.
 *
 * @param doneOn the day on which it was done: only of what is done; `undefined` where what was typed is no day.
 * @param today the day in the United Kingdom.
 */
export function checkReport(
  kind: MeetingActionReportKind,
  words: string,
  doneOn: Day | null | undefined,
  today: Day,
): FieldMessage[] {
  const problems: FieldMessage[] = []
  if (kind === 'DONE') {
    if (!doneOn) problems.push({ field: 'doneOn', message: 'Enter the day on which it was done.' })
    else if (doneOn > today)
      problems.push({ field: 'doneOn', message: 'The day on which it was done must be today or before.' })
  }
  if (words.trim() === '') problems.push({ field: 'words', message: needed[kind] })
  else if (words.trim().length > reportLimits.words)
    problems.push({
      field: 'words',
      message: `This must be ${reportLimits.words.toLocaleString('en-GB')} characters or fewer.`,
    })
  return problems
}

const needed: Record<MeetingActionReportKind, string> = {
  STANDS: 'Write how it stands.',
  DONE: 'Write in a sentence what was done.',
  PUT_BACK: 'Write why it is not done yet.',
}

/** Where an action of a meeting stands. */
export type MeetingActionState = 'IN_PLAN' | 'DONE' | 'LATE' | 'OPEN'

export const meetingActionStateName: Record<MeetingActionState, string> = {
  IN_PLAN: 'In the plan',
  DONE: 'Done',
  LATE: 'Late',
  OPEN: 'Open',
}

/** Where an action stands on a day. In an improvement plan, the plan alone says how it goes. */
export function stateOfMeetingAction(
  { inPlan, doneOn, dueOn }: { inPlan: boolean; doneOn: Day | null; dueOn: Day | null },
  today: Day,
): MeetingActionState {
  if (inPlan) return 'IN_PLAN'
  if (doneOn !== null) return 'DONE'
  return dueOn !== null && dueOn < today ? 'LATE' : 'OPEN'
}

/**
 * The same in words, as minutes say it: "Late. We wait for the supplier."
 *
 * @param said what was said of it last; empty where nothing was.
 */
export function meetingActionStateText(
  state: MeetingActionState,
  { planAction, doneOn, said }: { planAction: string | null; doneOn: Day | null; said: string },
): string {
  if (state === 'IN_PLAN') return `In the improvement plan: ${planAction ?? 'an action'}`
  const name =
    state === 'DONE' && doneOn !== null ? `Done on ${formatDay(doneOn)}` : meetingActionStateName[state]
  return said === '' ? name : `${name}. ${said}`
}
