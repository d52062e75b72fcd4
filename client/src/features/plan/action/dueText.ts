import { formatDay } from '@boardwork/shared/board/dates.ts'
import type { PeriodState } from '@boardwork/shared/plan/reportingPeriod.ts'
import type { UpdateDue } from '@boardwork/shared/plan/yourActions.ts'
import type { UpdateState } from '@boardwork/shared/plan/updateState.ts'

/** How a period of an action stands: what is due, by when, or that nothing is. */
function dueOf(period: { state: PeriodState }, state: UpdateState | null): Exclude<UpdateDue, 'DECIDE'> {
  if (state === 'SUBMITTED' || state === 'AUTHORISED' || period.state === 'CLOSED') return 'NOTHING'
  return period.state === 'OVERDUE' || period.state === 'DUE' ? period.state : 'RUNNING'
}

/** "Q2 2026/27 is overdue since 14 October 2026." */
export function dueText(
  period: { name: string; dueOn: string; state: PeriodState },
  state: UpdateState | null,
): string {
  const due = dueOf(period, state)
  if (due === 'OVERDUE') return `The update for ${period.name} was due on ${formatDay(period.dueOn)}.`
  if (due === 'NOTHING') return `The update for ${period.name} has been sent.`
  return `The update for ${period.name} is due on ${formatDay(period.dueOn)}.`
}
