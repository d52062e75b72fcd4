import { policy } from '../../access/policy.ts'

/** Who writes what hangs on a meeting. Whoever sees the meeting reads it. */
export const agendaPolicy = policy('agenda', {
  arrange: { roles: ['COORDINATOR'] },
  addPaper: { roles: ['COORDINATOR'] },
  removePaper: { roles: ['COORDINATOR'] },
  decide: { roles: ['COORDINATOR'] },
  act: { roles: ['COORDINATOR'] },
})
