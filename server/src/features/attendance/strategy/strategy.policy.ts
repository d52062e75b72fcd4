import { policy } from '../../../access/policy.ts'

/** Who plans strategy meetings, and who is asked to them. */
export const strategyPolicy = policy('strategy', {
  keepKinds: { roles: ['COORDINATOR'] },
  readKinds: { roles: ['COORDINATOR', 'CHAIR'] },
  plan: { roles: ['COORDINATOR'] },
  invite: { roles: ['COORDINATOR'] },
  changeReference: { roles: ['COORDINATOR', 'CHAIR'] },
})
