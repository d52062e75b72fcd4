import { policy } from '../../../access/policy.ts'

const officers = ['COORDINATOR', 'CHAIR'] as const

/** Who writes what hangs on a meeting. Whoever sees the meeting reads it. */
export const agendaPolicy = policy('agenda', {
  arrange: { roles: officers },
  addPaper: { roles: officers },
  removePaper: { roles: officers },
  decide: { roles: officers },
  act: { roles: officers },
})
