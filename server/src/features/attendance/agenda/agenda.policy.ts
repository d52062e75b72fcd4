import { policy } from '../../../access/policy.ts'

/** Who writes what hangs on a meeting. Whoever sees the meeting reads it. */
export const agendaPolicy = policy('agenda', {
  arrange: { roles: ['COORDINATOR', 'CHAIR'] },
  addPaper: { roles: ['COORDINATOR', 'CHAIR'] },
  removePaper: { roles: ['COORDINATOR', 'CHAIR'] },
  decide: { roles: ['COORDINATOR', 'CHAIR'] },
  act: { roles: ['COORDINATOR', 'CHAIR'] },
})
