import { actionStatusName } from '@boardwork/shared/plan/actionStatus.ts'
import type { ActionStatus } from '@boardwork/shared/plan/actionStatus.ts'
import { Tag } from '../../govuk/Tag.tsx'

const colours = {
  NOT_STARTED: 'grey',
  ON_TARGET: 'green',
  AT_RISK: 'yellow',
  OFF_TARGET: 'red',
  COMPLETE: 'blue',
} as const

/** The status of an action in words, with a colour that only helps. */
export function StatusTag({ status }: { status: ActionStatus | null | undefined }) {
  if (!status) return <Tag colour="grey">No update yet</Tag>
  return <Tag colour={colours[status]}>{actionStatusName[status]}</Tag>
}

/** Whether a plan is a draft or adopted. */
export function StateTag({ state }: { state: 'DRAFT' | 'ADOPTED' }) {
  return state === 'DRAFT' ? <Tag colour="yellow">Draft</Tag> : <Tag colour="green">Adopted</Tag>
}
