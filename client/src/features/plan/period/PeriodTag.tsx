import type { PeriodState } from '@boardwork/shared/plan/reportingPeriod.ts'
import { Tag } from '../../../govuk/Tag.tsx'

const words = {
  COMING: ['Not begun', 'grey'],
  RUNNING: ['Runs', 'blue'],
  DUE: ['Due', 'yellow'],
  OVERDUE: ['Overdue', 'red'],
  CLOSED: ['Closed', 'grey'],
} as const

/** Where a reporting period is in its life, in words, with a colour that only helps. */
export function PeriodTag({ state }: { state: PeriodState }) {
  const [text, colour] = words[state]
  return <Tag colour={colour}>{text}</Tag>
}
