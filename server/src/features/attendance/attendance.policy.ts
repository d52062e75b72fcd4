import { policy } from '../../access/policy.ts'

/** Who plans meetings. Who reads one, row-level security decides: the board's people, or those who are invited. */
export const meetingPolicy = policy('meeting', {
  read: { roles: 'SIGNED_IN' },
  plan: { roles: ['COORDINATOR'] },
  change: { roles: ['COORDINATOR'] },
  cancel: { roles: ['COORDINATOR'] },
  settle: { roles: ['COORDINATOR'] },
})

/** Who puts a board's figures of attendance before those who see no register, and takes them back. */
export const attendancePolicy = policy('attendance', {
  publish: { roles: ['COORDINATOR', 'CHAIR'] },
  withdraw: { roles: ['COORDINATOR', 'CHAIR'] },
})
