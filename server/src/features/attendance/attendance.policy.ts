import { policy } from '../../access/policy.ts'

/** Who plans meetings. Who reads one, row-level security decides: the board's people, or those who are invited. */
export const meetingPolicy = policy('meeting', {
  read: { roles: 'SIGNED_IN' },
  plan: { roles: ['COORDINATOR'] },
  change: { roles: ['COORDINATOR'] },
  cancel: { roles: ['COORDINATOR'] },
  settle: { roles: ['COORDINATOR'] },
})
