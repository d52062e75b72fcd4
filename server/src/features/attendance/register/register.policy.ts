import { policy } from '../../../access/policy.ts'

/**
 * Who keeps registers. The chair may fill one in and close it where the coordinator is away; what is put right
 * afterwards, and what a quorum is, the coordinator answers for. Members mark themselves alone, with the code.
 */
export const registerPolicy = policy('register', {
  fill: { roles: ['COORDINATOR', 'CHAIR'] },
  keepGuests: { roles: ['COORDINATOR', 'CHAIR'] },
  close: { roles: ['COORDINATOR', 'CHAIR'] },
  correct: { roles: ['COORDINATOR'] },
  openCheckIn: { roles: ['COORDINATOR', 'CHAIR'] },
  endCheckIn: { roles: ['COORDINATOR', 'CHAIR'] },
  checkIn: { roles: ['MEMBER', 'DEPUTY'] },
  setQuorum: { roles: ['COORDINATOR'] },
})
