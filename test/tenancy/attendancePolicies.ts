import type { Allowed, Variant } from './allowed.ts'

/** Who may do what about meetings and attendance. */
export const attendancePolicies: Record<string, Allowed | Variant[]> = {
  'meeting.read': 'SIGNED_IN',
  'meeting.plan': ['COORDINATOR'],
  'meeting.change': ['COORDINATOR'],
  'meeting.cancel': ['COORDINATOR'],
  'meeting.settle': ['COORDINATOR'],
}
