import { planLimits } from './limits.ts'

/** What is wrong with one field, for the page and for the API alike. */
export interface FieldProblem {
  field: string
  message: string
}

/** How much people may write around a plan, in characters unless it says otherwise. */
export const writingLimits = {
  comment: 5000,
  shareReason: 500,
  outcome: 4000,
  /** Expected evidence of one action. */
  evidence: 100,
  /** Posts, agencies and people responsible for one action. */
  responsible: 50,
  /** Steps of one action. */
  activities: 100,
} as const

/** Stands beside every field in which people write about the work. */
export const noNamesHint =
  'Do not name an adult or a child, or say anything that would let somebody know who they are.'

export interface AreaText {
  reference: string
  theme: string
  title: string
}

export interface ActionText {
  reference: string
  title: string
  outcome: string
  evidence: readonly { text: string; deadline: string }[]
  responsible: readonly { postTitle: string; organisationId?: string | null; personId?: string | null }[]
  /** Absent where they stay as they are. */
  activities?: readonly ActivityText[] | null
}

export interface ActivityText {
  title: string
  lead: string
  deadline: string
  status: string
  comments: string
}

export interface ShareText {
  toBoardId?: string | null
  toOrganisationId?: string | null
  reason: string
  /** A day as "2026-11-22". */
  endsOn: string
}

class Problems {
  readonly found: FieldProblem[] = []

  needs(field: string, text: string, message: string): void {
    if (text.trim() === '') this.found.push({ field, message })
  }

  within(field: string, text: string, limit: number, what: string): void {
    if (text.length > limit)
      this.found.push({
        field,
        message: `${what} must be ${limit.toLocaleString('en-GB')} characters or fewer.`,
      })
  }
}

/** Checks the title of a plan. */
export function checkPlanTitle(title: string): FieldProblem[] {
  const problems = new Problems()
  problems.needs('title', title, 'Enter the title of the plan.')
  problems.within('title', title, planLimits.title, 'The title')
  return problems.found
}

/** Checks the text of an area. */
export function checkArea(area: AreaText): FieldProblem[] {
  const problems = new Problems()
  problems.within('reference', area.reference, planLimits.reference, 'The reference')
  problems.within('theme', area.theme, planLimits.theme, 'The theme')
  problems.needs('title', area.title, 'Enter what is to be improved.')
  problems.within('title', area.title, planLimits.areaTitle, 'The title')
  return problems.found
}

/** Checks the text of an action; paths such as "evidence.0.text" name fields inside lists. */
export function checkAction(action: ActionText): FieldProblem[] {
  const problems = new Problems()
  problems.within('reference', action.reference, planLimits.reference, 'The reference')
  problems.needs('title', action.title, 'Enter what is to be done.')
  problems.within('title', action.title, planLimits.actionTitle, 'The action')
  problems.within('outcome', action.outcome, writingLimits.outcome, 'The outcome')
  if (action.evidence.length > writingLimits.evidence)
    problems.found.push({
      field: 'evidence',
      message: `An action can have up to ${writingLimits.evidence} pieces of evidence.`,
    })
  action.evidence.forEach((item, index) => {
    problems.within(`evidence.${index}.text`, item.text, planLimits.evidenceText, 'The evidence')
    problems.within(`evidence.${index}.deadline`, item.deadline, planLimits.deadlineText, 'The deadline')
  })
  if (action.responsible.length > writingLimits.responsible)
    problems.found.push({
      field: 'responsible',
      message: `An action can have up to ${writingLimits.responsible} posts, agencies and people responsible.`,
    })
  action.responsible.forEach((one, index) => {
    problems.within(`responsible.${index}.postTitle`, one.postTitle, planLimits.postTitle, 'The post')
  })
  const activities = action.activities ?? []
  if (activities.length > writingLimits.activities)
    problems.found.push({
      field: 'activities',
      message: `An action can have up to ${writingLimits.activities} activities.`,
    })
  activities.forEach((one, index) => {
    const at = `activities.${index}`
    if (isEmptyActivity(one)) return
    problems.needs(`${at}.title`, one.title, 'Enter what is done, or remove this activity.')
    problems.within(`${at}.title`, one.title, planLimits.actionTitle, 'The activity')
    problems.within(`${at}.lead`, one.lead, planLimits.postTitle, 'Who leads it')
    problems.within(`${at}.deadline`, one.deadline, planLimits.postTitle, 'The deadline')
    problems.within(`${at}.status`, one.status, planLimits.postTitle, 'How it stands')
    problems.within(`${at}.comments`, one.comments, planLimits.comments, 'The comments')
  })
  return problems.found
}

/** A row of the form in which nothing was written; it is left out. */
export function isEmptyActivity(one: ActivityText): boolean {
  return [one.title, one.lead, one.deadline, one.status, one.comments].every((text) => text.trim() === '')
}

/** Checks a comment on an area. */
export function checkComment(body: string): FieldProblem[] {
  const problems = new Problems()
  problems.needs('body', body, 'Write your comment first.')
  problems.within('body', body, writingLimits.comment, 'Your comment')
  return problems.found
}

const longestShareYears = 2

/**
 * Checks a share before it is made. It has exactly one receiver, a reason and an end: today at the earliest and
 * two years from today at the latest, so that every share is looked at again.
 *
 * @param today the day in the United Kingdom, as "2026-11-22".
 */
export function checkShare(share: ShareText, today: string): FieldProblem[] {
  const problems = new Problems()
  if (Boolean(share.toBoardId) === Boolean(share.toOrganisationId))
    problems.found.push({ field: 'receiver', message: 'Choose one board or one agency to share with.' })
  problems.needs('reason', share.reason, 'Say why the area is shared. Both sides will see the reason.')
  problems.within('reason', share.reason, writingLimits.shareReason, 'The reason')
  const latest = `${Number(today.slice(0, 4)) + longestShareYears}${today.slice(4)}`
  if (!isDay(share.endsOn))
    problems.found.push({ field: 'endsOn', message: 'Enter the last day of the share, such as 31 3 2027.' })
  else if (share.endsOn < today)
    problems.found.push({ field: 'endsOn', message: 'The last day of the share must be today or later.' })
  else if (share.endsOn > latest)
    problems.found.push({ field: 'endsOn', message: 'The last day of the share must be within two years.' })
  return problems.found
}

function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []
  if (year === undefined || month === undefined || day === undefined) return false
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
}
