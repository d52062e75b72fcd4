import { checkReason } from '../organisation/checkText.ts'
import { actionStatusName } from './actionStatus.ts'
import type { ActionStatus } from './actionStatus.ts'
import type { FieldProblem } from './planRules.ts'

/** The life of a progress update. */
export const UpdateState = {
  DRAFT: 'DRAFT',
  SUBMITTED: 'SUBMITTED',
  RETURNED: 'RETURNED',
  AUTHORISED: 'AUTHORISED',
} as const
export type UpdateState = (typeof UpdateState)[keyof typeof UpdateState]

/** How a state is called on a page. */
export const updateStateName: Record<UpdateState, string> = {
  DRAFT: 'Draft',
  SUBMITTED: 'Submitted',
  RETURNED: 'Returned',
  AUTHORISED: 'Authorised',
}

export type UpdateStep = 'SAVE' | 'SUBMIT' | 'RETURN' | 'AUTHORISE'

/** What each step makes of each state; what is not named cannot be done. `NONE`: nothing was written yet. */
const steps: Record<UpdateStep, Partial<Record<UpdateState | 'NONE', UpdateState>>> = {
  SAVE: { NONE: 'DRAFT', DRAFT: 'DRAFT', RETURNED: 'RETURNED' },
  SUBMIT: { NONE: 'SUBMITTED', DRAFT: 'SUBMITTED', RETURNED: 'SUBMITTED' },
  RETURN: { SUBMITTED: 'RETURNED' },
  AUTHORISE: { SUBMITTED: 'AUTHORISED' },
}

/** The state after the step; null where the step cannot be taken. */
export function afterStep(step: UpdateStep, state: UpdateState | null): UpdateState | null {
  return steps[step][state ?? 'NONE'] ?? null
}

/**
 * Why the step cannot be taken, in words; null when it can.
 *
 * @param closed the name of the period where it was closed. A correction is written after that, and so is a late
 * report of an action for which nothing was written: neither is held by it.
 */
export function whyNotStep(
  step: UpdateStep,
  state: UpdateState | null,
  closed: string | null,
): string | null {
  if (closed !== null && state === null)
    return `${closed} has been closed, and nothing was written about this action for it. Hand in a late report on the page of the action: your words are there.`
  if (closed !== null)
    return `${closed} has been closed. What was reported for it stays as it is: write a correction, or the update for the next period.`
  if (afterStep(step, state)) return null
  if (state === 'AUTHORISED')
    return 'This update has been authorised. It stays as it is: write a correction to put something right.'
  if (state === 'SUBMITTED')
    return 'This update has been submitted. Whoever authorises it can return it to you to be changed.'
  return 'This update has not been submitted. It can be authorised or returned once it is.'
}

/** Whether the update can be put right by another one: once it was authorised, or its period was closed. */
export function canBeCorrected(state: UpdateState, closed: boolean, corrected: boolean): boolean {
  return !corrected && (closed || state === 'AUTHORISED')
}

/** Why there can be no late report; null when there can: for a closed period for which nothing was written. */
export function whyNotLate(state: UpdateState | null, late: boolean, closed: boolean): string | null {
  if (!closed) return 'This period is open. Write its update in the usual way.'
  return state === null || late ? null : 'Something was written for this period before it was closed.'
}

export const updateLimits = {
  narrative: 4000,
  issues: 4000,
  correctiveActions: 4000,
  activityComments: 1000,
} as const

/** How an activity of the action stands, as an update says it. */
export interface ActivityNote {
  activityId: string
  /** What the activity was called on that day. */
  title: string
  /** Null where the update gives a comment alone. */
  status: ActionStatus | null
  comments: string
}

/** How an activity stands: as the newest update says that gives it a status, else as the plan says. */
export function statusOfActivity(activity: {
  status?: string | null
  latestNote?: Pick<ActivityNote, 'status'> | null
}): string {
  const noted = activity.latestNote?.status
  return noted ? actionStatusName[noted] : (activity.status ?? '')
}

export interface UpdateText {
  status: ActionStatus
  /** `NaN` where what was typed is no whole number. */
  percentComplete: number
  narrative: string
  issues: string
  correctiveActions: string
  activityNotes?: readonly { comments: string }[]
}

/** Checks an update before it is saved; before it is submitted it has to say what was done. */
export function checkUpdate(update: UpdateText, submit: boolean): FieldProblem[] {
  const problems: FieldProblem[] = []
  const { percentComplete } = update
  if (!Number.isInteger(percentComplete) || percentComplete < 0 || percentComplete > 100)
    problems.push({
      field: 'percentComplete',
      message: 'Enter how much is done as a whole number from 0 to 100.',
    })
  const texts = [
    ['narrative', update.narrative, 'What was done'],
    ['issues', update.issues, 'Issues'],
    ['correctiveActions', update.correctiveActions, 'Corrective actions'],
  ] as const
  for (const [field, text, what] of texts)
    if (text.length > updateLimits[field])
      problems.push({
        field,
        message: `${what} must be ${updateLimits[field].toLocaleString('en-GB')} characters or fewer.`,
      })
  update.activityNotes?.forEach(({ comments }, index) => {
    if (comments.length > updateLimits.activityComments)
      problems.push({
        field: `activityNotes.${index}.comments`,
        message: `A comment on an activity must be ${updateLimits.activityComments.toLocaleString('en-GB')} characters or fewer.`,
      })
  })
  if (submit && update.narrative.trim() === '')
    problems.push({ field: 'narrative', message: 'Say what was done in the period before you submit it.' })
  return problems
}

/** Checks why an update is returned. */
export function checkReturn(reason: string): FieldProblem[] {
  return checkReason('reason', reason, 'what has to be changed')
}

/** Checks why an update is corrected. */
export function checkCorrection(reason: string): FieldProblem[] {
  return checkReason('correctionReason', reason, 'what was wrong')
}
