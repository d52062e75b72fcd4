/** The status of an action in one reporting period. */
export const ActionStatus = {
  NOT_STARTED: 'NOT_STARTED',
  ON_TARGET: 'ON_TARGET',
  AT_RISK: 'AT_RISK',
  OFF_TARGET: 'OFF_TARGET',
  COMPLETE: 'COMPLETE',
} as const
export type ActionStatus = (typeof ActionStatus)[keyof typeof ActionStatus]

/** How a status is called on a page. */
export const actionStatusName: Record<ActionStatus, string> = {
  NOT_STARTED: 'Not started',
  ON_TARGET: 'On target',
  AT_RISK: 'At risk',
  OFF_TARGET: 'Off target',
  COMPLETE: 'Complete',
}
