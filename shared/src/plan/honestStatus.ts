import { formatDay } from '../board/dates.ts'
import type { Day } from '../board/dates.ts'
import { checkReason } from '../organisation/checkText.ts'
import type { ActionStatus } from './actionStatus.ts'
import type { Verdict } from './measureJudgement.ts'
import { milestoneState } from './milestone.ts'
import type { MilestoneKind } from './milestone.ts'
import { deadlineBeforePlan, deadlineBeforePlanWords, planBeganOn } from './deadlineBeforePlan.ts'
import { lastDeadline } from './dueGroup.ts'
import type { FieldProblem } from './planRules.ts'
import { readStatus } from './import/statusWords.ts'

/** What does not seem to fit about an action. */
export const PointerKind = {
  PAST_DEADLINE: 'PAST_DEADLINE',
  DEADLINE_BEFORE_PLAN: 'DEADLINE_BEFORE_PLAN',
  COMPLETE_BELOW_100: 'COMPLETE_BELOW_100',
  COMPLETE_WITHOUT_EVIDENCE: 'COMPLETE_WITHOUT_EVIDENCE',
  COMPLETE_WITH_OPEN_ACTIVITIES: 'COMPLETE_WITH_OPEN_ACTIVITIES',
  COMPLETE_WITH_MEASURE_NOT_MET: 'COMPLETE_WITH_MEASURE_NOT_MET',
  ACTIVITY_PAST_DEADLINE: 'ACTIVITY_PAST_DEADLINE',
  MILESTONE_PASSED: 'MILESTONE_PASSED',
  PERCENT_FELL: 'PERCENT_FELL',
  SAME_NARRATIVE: 'SAME_NARRATIVE',
  NO_UPDATE: 'NO_UPDATE',
  OWNER_LEFT: 'OWNER_LEFT',
  REFERENCE_TO_NOTHING: 'REFERENCE_TO_NOTHING',
  REFERENCE_TO_ITSELF: 'REFERENCE_TO_ITSELF',
} as const
export type PointerKind = (typeof PointerKind)[keyof typeof PointerKind]

/** What the rules know of an action. */
export interface ActionFacts {
  reference: string
  /** The texts in which it may refer to other actions. */
  texts: readonly string[]
  /** Its deadlines in the words of the plan. */
  deadlines: readonly string[]
  /** The day on which the plan was adopted. */
  adoptedOn: Day
  /** How many pieces of evidence are there, without what was withdrawn. */
  evidence: number
  /** Its steps, with deadline and status in the words of the plan. */
  activities: readonly { title: string; deadline?: string | null; status?: string | null }[]
  /** What it is measured by, without what ended. */
  measures: readonly { name: string; verdict: Verdict }[]
  /** Its milestones and reviews. */
  milestones: readonly { kind: MilestoneKind; title: string; dueOn: Day; doneOn?: Day | null }[]
  /** What was authorised, the oldest period first. */
  updates: readonly {
    period: string
    status: ActionStatus
    /** Null where the document that was brought in does not say it. */
    percentComplete?: number | null | undefined
    narrative: string
    /** The first day of the period. */
    periodStartsOn: Day
  }[]
  /** The closed and the overdue periods for which nothing was authorised, by name, the oldest first. */
  missing: readonly string[]
  /** Who of those named for it is not at the board any more; the name is as the viewer may know it, the key is not. */
  departed: readonly { key: string; name: string }[]
  /** The references of all areas and actions of the plan; null where the viewer does not see all of them. */
  references: ReadonlySet<string> | null
}

/** Something that a person should look at. It alters nothing. */
export interface Pointer {
  kind: PointerKind
  /** What it is about. An answer counts as long as this is the same. */
  facts: string
  /** What does not fit, in a sentence. */
  words: string
}

/** What does not seem to fit about an action today. */
export function pointersOf(action: ActionFacts, today: Day): Pointer[] {
  const pointers: Pointer[] = []
  const point = (kind: PointerKind, about: readonly (string | number)[], words: string) => {
    const facts = about.join(' | ')
    if (pointers.every((known) => known.kind !== kind || known.facts !== facts))
      pointers.push({ kind, facts, words })
  }
  const latest = action.updates.at(-1)
  const before = action.updates.at(-2)

  const deadline = lastDeadline(action.deadlines)
  const beganOn = planBeganOn(action.adoptedOn, action.updates)
  const early = deadlineBeforePlan(action.deadlines, beganOn)
  if (latest?.status === 'ON_TARGET' && deadline !== null && deadline < today)
    point(
      'PAST_DEADLINE',
      [deadline, latest.period],
      `On target in ${latest.period}, but its deadline passed on ${formatDay(deadline)}.`,
    )
  else if (early !== null && latest?.status !== 'COMPLETE')
    point('DEADLINE_BEFORE_PLAN', [early, beganOn], deadlineBeforePlanWords(early, beganOn))
  for (const activity of action.activities) {
    const until = lastDeadline([activity.deadline ?? ''])
    if (readStatus(activity.status ?? '') === 'ON_TARGET' && until !== null && until < today)
      point(
        'ACTIVITY_PAST_DEADLINE',
        [activity.title, until],
        `The activity “${activity.title.slice(0, 100)}” is on target, but its deadline passed on ${formatDay(until)}.`,
      )
  }
  // A review that is late is the board's, and stands among its reviews.
  for (const { kind, title, dueOn, doneOn } of action.milestones)
    if (kind === 'MILESTONE' && milestoneState(dueOn, doneOn, today) === 'OVERDUE')
      point(
        'MILESTONE_PASSED',
        [title, dueOn],
        `The milestone “${title.slice(0, 100)}” was due on ${formatDay(dueOn)}, and nobody has said whether it is there.`,
      )
  if (latest?.status === 'COMPLETE') {
    if (typeof latest.percentComplete === 'number' && latest.percentComplete < 100)
      point(
        'COMPLETE_BELOW_100',
        [latest.period, latest.percentComplete],
        `Complete in ${latest.period}, but only ${latest.percentComplete}% of it is done.`,
      )
    if (action.evidence === 0)
      point(
        'COMPLETE_WITHOUT_EVIDENCE',
        [latest.period],
        `Complete in ${latest.period}, but there is no evidence that shows it.`,
      )
    const open = action.activities.filter(({ status }) => {
      const meaning = readStatus(status ?? '')
      return meaning !== undefined && meaning !== 'COMPLETE'
    })
    if (open.length > 0)
      point(
        'COMPLETE_WITH_OPEN_ACTIVITIES',
        [latest.period, ...open.map(({ title }) => title)],
        `Complete in ${latest.period}, but ${open.length} of its activities ${open.length === 1 ? 'is' : 'are'} not.`,
      )
    for (const { name, verdict } of action.measures)
      if (verdict === 'NOT_MET')
        point(
          'COMPLETE_WITH_MEASURE_NOT_MET',
          [latest.period, name],
          `Complete in ${latest.period}, but the measure “${name.slice(0, 100)}” is not met.`,
        )
  }
  if (latest && before) {
    if (
      typeof latest.percentComplete === 'number' &&
      typeof before.percentComplete === 'number' &&
      latest.percentComplete < before.percentComplete
    )
      point(
        'PERCENT_FELL',
        [before.period, before.percentComplete, latest.period, latest.percentComplete],
        `It fell from ${before.percentComplete}% in ${before.period} to ${latest.percentComplete}% in ${latest.period}.`,
      )
    // What is done has nothing new to say.
    const done = latest.status === 'COMPLETE' && before.status === 'COMPLETE'
    if (!done && sameWords(latest.narrative, before.narrative))
      point(
        'SAME_NARRATIVE',
        [before.period, latest.period],
        `${latest.period} says the same as ${before.period}, word for word.`,
      )
  }
  if (latest?.status !== 'COMPLETE' && action.missing.length > 0)
    point('NO_UPDATE', action.missing, `There is no authorised update for ${listed(action.missing)}.`)
  if (action.departed.length > 0)
    point(
      'OWNER_LEFT',
      action.departed.map(({ key }) => key).toSorted(),
      `${listed(action.departed.map(({ name }) => name))} ${action.departed.length === 1 ? 'is' : 'are'} named for it and no longer at the board.`,
    )
  for (const reference of referencesIn(action.texts)) {
    if (normal(reference) === normal(action.reference))
      point('REFERENCE_TO_ITSELF', [reference], `It refers to ${reference}, which is itself.`)
    else if (action.references && !action.references.has(normal(reference)))
      point(
        'REFERENCE_TO_NOTHING',
        [reference],
        `It refers to ${reference}, and the plan has nothing with that number.`,
      )
  }
  return pointers
}

/** A reference as it is compared: "A1." and "a1" are one. */
export function normal(reference: string): string {
  return reference
    .trim()
    .replace(/[.:)]+$/, '')
    .toLowerCase()
}

/** Checks the answer to a pointer. */
export function checkAnswer(reason: string): FieldProblem[] {
  return checkReason('reason', reason, 'why it is right as it is')
}

// "See 12.1 above", "see action 4", "refer to recommendation A2": a number that can be meant for nothing else.
const crossReference =
  /\b(?:see|refer to|as in)(?: also)? (?:(?:actions?|areas?|recommendations?) ([A-Z]{0,3}\d+(?:\.\d+)*[a-z]?)|([A-Z]{1,3}\d+(?:\.\d+)*|\d+(?:\.\d+)+[a-z]?)|(\d+)(?= (?:above|below)))/gi

function referencesIn(texts: readonly string[]): string[] {
  const found = texts.flatMap((text) => [...text.matchAll(crossReference)])
  return [...new Set(found.map(([, one, two, three]) => one ?? two ?? three ?? ''))]
}

function sameWords(one: string, other: string): boolean {
  const words = (text: string) =>
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean)
      .join(' ')
  return words(one) !== '' && words(one) === words(other)
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
