import { policy } from '../../access/policy.ts'

/** Who may do what about regions and organisations. */
export const organisationPolicy = policy('organisation', {
  read: { roles: 'SIGNED_IN' },
  create: { roles: ['ADMINISTRATOR'] },
  change: { roles: ['ADMINISTRATOR'] },
  recordMerger: { roles: ['ADMINISTRATOR'] },
  takeBackMerger: { roles: ['ADMINISTRATOR'] },
  createRegion: { roles: ['ADMINISTRATOR'] },
  /** The agency's page: its seats and actions at all of its boards. */
  readAgency: { roles: ['AGENCY_LEAD'] },
})
