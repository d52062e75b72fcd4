import type { Allowed, Variant } from './allowed.ts'

/** Who may do what about registers. */
export const registerPolicies: Record<string, Allowed | Variant[]> = {
  'register.fill': ['COORDINATOR', 'CHAIR'],
  'register.keepGuests': ['COORDINATOR', 'CHAIR'],
  'register.close': ['COORDINATOR', 'CHAIR'],
  'register.correct': ['COORDINATOR'],
  'register.openCheckIn': ['COORDINATOR', 'CHAIR'],
  'register.endCheckIn': ['COORDINATOR', 'CHAIR'],
  'register.checkIn': ['MEMBER', 'DEPUTY'],
  'register.setQuorum': ['COORDINATOR'],
}
