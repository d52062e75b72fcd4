import type { Role } from '@boardwork/shared/board/role.ts'
import type { OrganisationKey } from './councils.ts'
import type { PersonKey } from './people.ts'

export type BoardKey = 'fernshire' | 'marloweVale' | 'hollinsea' | 'eldermoor' | 'quality' | 'reviews'

interface InventedSeat {
  agency: OrganisationKey
  /** Absent: the seat is vacant. */
  holder?: PersonKey
  deputies?: readonly PersonKey[]
  /** The month of the calendar in which the seat ended. */
  ended?: number
  /** The agency is welcome and need not come, and has no vote. */
  guest?: boolean
}

interface InventedBoard {
  name: string
  /** What the list of accounts calls it. */
  short: string
  council: OrganisationKey
  parent?: BoardKey
  coordinator: PersonKey
  chair: PersonKey
  moderator?: PersonKey
  scrutiny?: PersonKey
  seats: readonly InventedSeat[]
}

/** The four boards, and the two sub-groups after the boards that they belong to. */
export const boards: Readonly<Record<BoardKey, InventedBoard>> = {
  fernshire: {
    name: 'Fernshire Safeguarding Adults Board',
    short: 'Fernshire',
    council: 'fernshireCouncil',
    coordinator: 'ada',
    chair: 'gareth',
    moderator: 'priya',
    scrutiny: 'joan',
    seats: [
      { agency: 'fernshireCouncil', holder: 'daniel' },
      { agency: 'police', holder: 'marcus', deputies: ['leila'] },
      { agency: 'careBoard', holder: 'owen' },
      { agency: 'nhsTrust', holder: 'amara' },
      { agency: 'fire', holder: 'carys' },
      { agency: 'voices', holder: 'grace', deputies: ['zainab'] },
      { agency: 'careHomes', ended: 7, guest: true },
    ],
  },
  marloweVale: {
    name: 'Marlowe Vale Safeguarding Adults Board',
    short: 'Marlowe Vale',
    council: 'marloweValeCouncil',
    coordinator: 'femi',
    chair: 'beatrice',
    moderator: 'priya',
    seats: [
      { agency: 'marloweValeCouncil', holder: 'nell' },
      { agency: 'police', holder: 'marcus' },
      { agency: 'careBoard', holder: 'owen' },
      { agency: 'fire', holder: 'carys', guest: true },
      { agency: 'probation', holder: 'piotr' },
      { agency: 'voices', holder: 'grace', deputies: ['zainab'] },
      { agency: 'careHomes', holder: 'tobias' },
      { agency: 'homes', holder: 'ravi' },
    ],
  },
  hollinsea: {
    name: 'Hollinsea Safeguarding Adults Board',
    short: 'Hollinsea',
    council: 'hollinseaCouncil',
    coordinator: 'yusuf',
    chair: 'margaret',
    moderator: 'kofi',
    seats: [
      { agency: 'hollinseaCouncil', holder: 'kofi' },
      { agency: 'police', holder: 'leila' },
      { agency: 'careBoard', holder: 'owen' },
      { agency: 'nhsTrust', holder: 'amara' },
      { agency: 'fire', holder: 'carys' },
      { agency: 'probation', guest: true },
      { agency: 'voices', holder: 'grace', deputies: ['zainab'] },
      { agency: 'homes', holder: 'ravi' },
    ],
  },
  eldermoor: {
    name: 'Eldermoor Safeguarding Adults Board',
    short: 'Eldermoor',
    council: 'eldermoorCouncil',
    coordinator: 'sofia',
    chair: 'imran',
    moderator: 'priya',
    scrutiny: 'olwen',
    seats: [
      { agency: 'eldermoorCouncil', holder: 'hanna' },
      { agency: 'police', holder: 'leila', deputies: ['marcus'] },
      { agency: 'careBoard', holder: 'owen' },
      { agency: 'nhsTrust', holder: 'amara' },
      { agency: 'fire', holder: 'carys' },
      { agency: 'probation', holder: 'piotr' },
      { agency: 'carers', holder: 'tom' },
    ],
  },
  quality: {
    name: 'Fernshire quality and performance sub-group',
    short: 'Fernshire quality',
    council: 'fernshireCouncil',
    parent: 'fernshire',
    coordinator: 'ada',
    chair: 'daniel',
    seats: [
      { agency: 'nhsTrust', holder: 'amara' },
      { agency: 'voices', holder: 'grace' },
      { agency: 'careBoard', holder: 'owen', guest: true },
    ],
  },
  reviews: {
    name: 'Eldermoor safeguarding adults review sub-group',
    short: 'Eldermoor reviews',
    council: 'eldermoorCouncil',
    parent: 'eldermoor',
    coordinator: 'sofia',
    chair: 'hanna',
    seats: [
      { agency: 'police', holder: 'marcus' },
      { agency: 'nhsTrust', holder: 'amara' },
      { agency: 'carers', holder: 'tom' },
    ],
  },
}

export const administrator: PersonKey = 'ines'
export const regionalAnalyst: PersonKey = 'mei'

/** Helped to coordinate Marlowe Vale until Yusuf Hazel, who coordinates Hollinsea, joined in this month. */
export const secondCoordinators = {
  board: 'marloweVale',
  former: 'nell',
  present: 'yusuf',
  month: 4,
} as const

interface AgencyRole {
  person: PersonKey
  role: Extract<Role, 'AGENCY_LEAD' | 'CONTRIBUTOR'>
  agency: OrganisationKey
}

/** The leads come first: they appoint the contributors. */
export const agencyRoles: readonly AgencyRole[] = [
  { person: 'stephen', role: 'AGENCY_LEAD', agency: 'police' },
  { person: 'amara', role: 'AGENCY_LEAD', agency: 'nhsTrust' },
  { person: 'grace', role: 'AGENCY_LEAD', agency: 'voices' },
  { person: 'tobias', role: 'AGENCY_LEAD', agency: 'careHomes' },
  { person: 'ravi', role: 'AGENCY_LEAD', agency: 'homes' },
  { person: 'rosa', role: 'CONTRIBUTOR', agency: 'nhsTrust' },
]
