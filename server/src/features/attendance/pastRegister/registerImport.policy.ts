import { policy } from '../../../access/policy.ts'

/** Who brings in past registers. */
export const registerImportPolicy = policy('registerImport', {
  read: { roles: 'SIGNED_IN' },
  bringIn: { roles: ['COORDINATOR'] },
})
