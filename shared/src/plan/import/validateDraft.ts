import { lacksPeriod, meaningOf, statusWordsOf, updateProblems } from './draftUpdates.ts'
import { planLimits } from '../limits.ts'
import { readNamedPeriod } from './namedPeriod.ts'
import type { DraftAction, DraftArea, PlanDraft } from './planDraft.ts'
import { writingLimits } from '../planRules.ts'

// Part of every browser and of Node, but of neither's types here: shared code is checked without both.
declare class TextEncoder {
  encode(text: string): Uint8Array
}

/** What is wrong in a draft. An `error` must be mended before saving; a `warning` may stand. */
export interface DraftProblem {
  level: 'error' | 'warning'
  /** The field, with indexes: "areas.0.actions.2.title". */
  path: string
  message: string
}

const count = (number: number): string => number.toLocaleString('en-GB')

const nameOf = (kind: 'Area' | 'Action', item: DraftArea | DraftAction, position: number): string =>
  item.reference.trim() === ''
    ? `${kind} in place ${position + 1}`
    : `${kind} ${item.reference.trim().slice(0, 40)}`

/** More problems than this of one level help nobody and would slow the page. */
const problemsTold = 200

/**
 * Checks a draft before it is saved: the page as one types, and the server again. Empty when all is well;
 * errors come first, and of errors and warnings at most 200 each.
 */
export function validateDraft(draft: PlanDraft): DraftProblem[] {
  const problems: Record<DraftProblem['level'], DraftProblem[]> = { error: [], warning: [] }
  const add = (level: DraftProblem['level'], path: string, message: string): void => {
    if (problems[level].length < problemsTold) problems[level].push({ level, path, message })
  }
  const checkLength = (text: string, limit: number, path: string, what: string): void => {
    if (text.length > limit) {
      add(
        'error',
        path,
        `${what} has ${count(text.length)} characters. Shorten it to ${count(limit)} or fewer.`,
      )
    }
  }

  if (draft.title.trim() === '') add('error', 'title', 'Enter a title for the plan.')
  checkLength(draft.title, planLimits.title, 'title', 'The title of the plan')

  const actionCount = draft.areas.reduce((sum, area) => sum + area.actions.length, 0)
  if (draft.areas.length === 0) add('error', 'areas', 'Add at least one improvement area with an action.')
  else if (actionCount === 0) add('error', 'areas', 'Add at least one action to an improvement area.')
  if (draft.areas.length > planLimits.areas) {
    add(
      'error',
      'areas',
      `The plan has ${count(draft.areas.length)} areas. A plan can have up to ${count(planLimits.areas)}.`,
    )
  }
  if (actionCount > planLimits.actions) {
    add(
      'error',
      'areas',
      `The plan has ${count(actionCount)} actions. A plan can have up to ${count(planLimits.actions)}.`,
    )
  }

  const areaReferences = new Set<string>()
  const actionReferences = new Set<string>()
  const checkReference = (
    seen: Set<string>,
    reference: string,
    path: string,
    kind: 'area' | 'action',
  ): void => {
    checkLength(reference, planLimits.reference, path, `The reference of this ${kind}`)
    const plain = reference.trim().toLowerCase()
    if (plain === '') return
    if (seen.has(plain)) {
      add(
        'warning',
        path,
        `Another ${kind} has the reference ${reference.trim().slice(0, 40)} too. Check that both are right.`,
      )
    }
    seen.add(plain)
  }

  for (const words of statusWordsOf(draft)) {
    if (meaningOf(draft, words) === undefined)
      add(
        'error',
        'statuses',
        words === ''
          ? 'Some progress updates have no status. Choose the one that holds for them.'
          : `Choose what the status “${words.slice(0, 80)}” means.`,
      )
  }
  if (lacksPeriod(draft) && readNamedPeriod(draft.period) === undefined)
    add('error', 'period', 'Enter the period that the statuses in the document describe, such as Q2 2026/27.')

  draft.areas.forEach((area, areaIndex) => {
    const path = `areas.${areaIndex}`
    const name = nameOf('Area', area, areaIndex)
    if (area.title.trim() === '') add('error', `${path}.title`, `${name} has no title. Enter one.`)
    checkLength(
      area.title,
      planLimits.areaTitle,
      `${path}.title`,
      `The title of ${name.replace('Area', 'area')}`,
    )
    checkLength(area.theme, planLimits.theme, `${path}.theme`, `The theme of ${name.replace('Area', 'area')}`)
    checkReference(areaReferences, area.reference, `${path}.reference`, 'area')
    area.actions.forEach((action, actionIndex) => {
      const actionPath = `${path}.actions.${actionIndex}`
      const actionName = nameOf('Action', action, actionIndex)
      const inSentence = actionName.replace('Action', 'action')
      if (action.title.trim() === '')
        add('error', `${actionPath}.title`, `${actionName} has no title. Enter one.`)
      checkLength(action.title, planLimits.actionTitle, `${actionPath}.title`, `The title of ${inSentence}`)
      checkReference(actionReferences, action.reference, `${actionPath}.reference`, 'action')
      action.responsible.forEach((post, index) => {
        checkLength(
          post.postTitle,
          planLimits.postTitle,
          `${actionPath}.responsible.${index}.postTitle`,
          `A post responsible for ${inSentence}`,
        )
      })
      action.expectedEvidence.forEach((item, index) => {
        const itemPath = `${actionPath}.expectedEvidence.${index}`
        checkLength(
          item.text,
          planLimits.evidenceText,
          `${itemPath}.text`,
          `The expected evidence of ${inSentence}`,
        )
        checkLength(
          item.deadline,
          planLimits.deadlineText,
          `${itemPath}.deadline`,
          `A deadline of ${inSentence}`,
        )
      })
      checkLength(
        action.outcome,
        writingLimits.outcome,
        `${actionPath}.outcome`,
        `The outcome of ${inSentence}`,
      )
      checkLength(
        action.progress,
        planLimits.progress,
        `${actionPath}.progress`,
        `The progress of ${inSentence}`,
      )
      checkLength(
        action.comments,
        planLimits.comments,
        `${actionPath}.comments`,
        `The comments on ${inSentence}`,
      )
      action.updates.forEach((update, index) => {
        const updatePath = `${actionPath}.updates.${index}`
        for (const { field, message } of updateProblems(draft, action, index))
          add('error', `${updatePath}.${field}`, message)
        checkLength(
          update.narrative,
          planLimits.progress,
          `${updatePath}.narrative`,
          `A progress update of ${inSentence}`,
        )
        for (const field of ['issues', 'correctiveActions'] as const)
          checkLength(
            update[field],
            planLimits.comments,
            `${updatePath}.${field}`,
            `The issues of ${inSentence}`,
          )
      })
      action.activities.forEach((activity, index) => {
        const activityPath = `${actionPath}.activities.${index}`
        if (activity.title.trim() === '')
          add(
            'error',
            `${activityPath}.title`,
            `An activity of ${inSentence} has no title. Enter what is done.`,
          )
        checkLength(
          activity.title,
          planLimits.actionTitle,
          `${activityPath}.title`,
          `An activity of ${inSentence}`,
        )
        for (const field of ['lead', 'deadline', 'status'] as const)
          checkLength(
            activity[field],
            planLimits.postTitle,
            `${activityPath}.${field}`,
            `An activity of ${inSentence}`,
          )
        checkLength(
          activity.comments,
          planLimits.comments,
          `${activityPath}.comments`,
          `The comments on an activity of ${inSentence}`,
        )
      })
    })
  })

  if (new TextEncoder().encode(JSON.stringify(draft)).length > planLimits.draftBytes) {
    add(
      'error',
      'unplaced',
      'The plan and its unplaced text are too large to keep together. Bring in only the part of the document that holds the plan.',
    )
  }
  return [...problems.error, ...problems.warning]
}
