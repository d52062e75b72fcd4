import type { OrganisationKind } from '@boardwork/shared/organisation/organisationKind.ts'

// Everything here is invented. Addresses that end in .example belong to nobody (RFC 2606).

export const regionName = 'Larkmere'

interface InventedOrganisation {
  name: string
  kind: OrganisationKind
  /** What stands behind the @ in the addresses of its people. */
  domain: string
}

/** The four councils, and the nine agencies that sit on their boards with them. */
export const organisations = {
  fernshireCouncil: { name: 'Fernshire County Council', kind: 'COUNCIL', domain: 'fernshire.example' },
  marloweValeCouncil: { name: 'Marlowe Vale Council', kind: 'COUNCIL', domain: 'marlowevale.example' },
  hollinseaCouncil: { name: 'Hollinsea Borough Council', kind: 'COUNCIL', domain: 'hollinsea.example' },
  eldermoorCouncil: { name: 'Eldermoor City Council', kind: 'COUNCIL', domain: 'eldermoor.example' },
  police: { name: 'Larkmere Police', kind: 'POLICE', domain: 'larkmere-police.example' },
  nhsTrust: { name: 'Greenbarrow NHS Foundation Trust', kind: 'NHS_TRUST', domain: 'greenbarrow.example' },
  careBoard: {
    name: 'NHS Larkmere Integrated Care Board',
    kind: 'INTEGRATED_CARE_BOARD',
    domain: 'larkmere-care-board.example',
  },
  fire: { name: 'Larkmere Fire and Rescue Service', kind: 'FIRE', domain: 'larkmere-fire.example' },
  probation: { name: 'Larkmere Probation Service', kind: 'PROBATION', domain: 'larkmere-probation.example' },
  voices: { name: 'Larkmere Voices', kind: 'VOLUNTARY', domain: 'larkmere-voices.example' },
  carers: { name: 'Eldermoor Carers Together', kind: 'VOLUNTARY', domain: 'eldermoor-carers.example' },
  careHomes: { name: 'Willowmarch Care Homes', kind: 'CARE_PROVIDER', domain: 'willowmarch.example' },
  homes: { name: 'Larkmere Homes', kind: 'HOUSING', domain: 'larkmere-homes.example' },
} as const satisfies Record<string, InventedOrganisation>

export type OrganisationKey = keyof typeof organisations
