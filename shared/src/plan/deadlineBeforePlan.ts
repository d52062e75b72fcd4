import { formatDay } from '../board/dates.ts'
import type { Day } from '../board/dates.ts'
import { readDeadlines } from './deadline.ts'
import { lastDeadline } from './dueGroup.ts'

/** When a plan began for an action: on its adoption, or with the first update where it was brought in with earlier ones. */
export function planBeganOn(adoptedOn: Day, updates: readonly { periodStartsOn: Day }[]): Day {
  return updates.reduce(
    (first, { periodStartsOn }) => (periodStartsOn < first ? periodStartsOn : first),
    adoptedOn,
  )
}

/**
 * The last deadline, where it lies before the day on which the plan began: most often its year is wrong. Null where
 * it does not, where no day can be told, or where the words say that it is done.
 */
export function deadlineBeforePlan(texts: readonly string[], beganOn: Day): Day | null {
  const last = lastDeadline(texts.filter((text) => readDeadlines(text).every(({ kind }) => kind !== 'DONE')))
  return last !== null && last < beganOn ? last : null
}

/** What to say of such a deadline. It may be right, so that it is never refused. */
export function deadlineBeforePlanWords(deadline: Day, beganOn: Day): string {
  return `The deadline, ${formatDay(deadline)}, is before the plan began on ${formatDay(beganOn)}. Check the year.`
}
