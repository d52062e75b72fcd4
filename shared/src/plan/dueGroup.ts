import type { Day } from '../board/dates.ts'
import { readDeadlines } from './deadline.ts'

/** When an action is due, as a list of actions is divided. */
export const DueGroup = {
  OVERDUE: 'OVERDUE',
  MONTH: 'MONTH',
  QUARTER: 'QUARTER',
  LATER: 'LATER',
  NO_DATE: 'NO_DATE',
  DONE: 'DONE',
} as const
export type DueGroup = (typeof DueGroup)[keyof typeof DueGroup]

/** How a group is called on a page, in the order of the list. */
export const dueGroupName: Record<DueGroup, string> = {
  OVERDUE: 'Overdue',
  MONTH: 'Due this month',
  QUARTER: 'Due later this quarter',
  LATER: 'Due after this quarter',
  NO_DATE: 'No date',
  DONE: 'Complete',
}

/** What the words of one deadline mean for when an action is due. */
export interface DeadlineEnd {
  /** The last day that they name; null where they name none. */
  latest: Day | null
  /** Whether they mean something without an end that can be told: "Quarterly", "Ongoing", "When funds allow". */
  endless: boolean
}

export function deadlineEnd(text: string): DeadlineEnd {
  const deadlines = readDeadlines(text)
  const days = deadlines.flatMap(({ latest }) => latest ?? [])
  return {
    latest: days.toSorted().at(-1) ?? null,
    endless: deadlines.some(
      ({ kind, latest }) => kind !== 'DONE' && kind !== 'UNDECIDED' && latest === undefined,
    ),
  }
}

/** The day on which the last of the deadlines passes; null where one has no end, or none is a date. */
export function lastDeadline(texts: readonly string[]): Day | null {
  const ends = texts.map((text) => deadlineEnd(text))
  if (ends.some(({ endless }) => endless)) return null
  return (
    ends
      .flatMap(({ latest }) => latest ?? [])
      .toSorted()
      .at(-1) ?? null
  )
}

/** The last days of the month and of the quarter (from January, April, July or October) in which the day lies. */
export function dueBounds(today: Day): { month: Day; quarter: Day } {
  const [year = 0, month = 1] = today.split('-').map(Number)
  const lastOf = (count: number) => new Date(Date.UTC(year, count, 0)).toISOString().slice(0, 10)
  return { month: lastOf(month), quarter: lastOf(Math.ceil(month / 3) * 3) }
}

/** The group of an action that is due on the day; what is complete is not due any more. */
export function dueGroupOf(dueOn: Day | null, complete: boolean, today: Day): DueGroup {
  if (complete) return 'DONE'
  if (dueOn === null) return 'NO_DATE'
  if (dueOn < today) return 'OVERDUE'
  const { month, quarter } = dueBounds(today)
  if (dueOn <= month) return 'MONTH'
  return dueOn <= quarter ? 'QUARTER' : 'LATER'
}
