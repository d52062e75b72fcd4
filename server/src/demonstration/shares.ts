import type { ShareLevel } from '@boardwork/shared/plan/shareLevel.ts'
import type { BoardKey } from './boards.ts'
import type { OrganisationKey } from './councils.ts'
import type { PersonKey } from './people.ts'

interface InventedShare {
  from: BoardKey
  /** The number of the area in the adopted plan of that board. */
  area: number
  to: { board: BoardKey } | { agency: OrganisationKey }
  level: ShareLevel
  reason: string
  by: PersonKey
  /** Months and days of the calendar. */
  shared: readonly [month: number, day: number]
  /** The month in whose middle it ends by itself. */
  endsIn: number
  revoked?: readonly [month: number, day: number]
}

export const shares: readonly InventedShare[] = [
  {
    from: 'fernshire',
    area: 2,
    to: { board: 'marloweVale' },
    level: 'CONTRIBUTE',
    reason: 'Both boards want to use the same document for risk and protection.',
    by: 'ada',
    shared: [9, 7],
    endsIn: 24,
  },
  {
    from: 'eldermoor',
    area: 3,
    to: { board: 'hollinsea' },
    level: 'READ',
    reason: 'The same groups exploit people in both places.',
    by: 'sofia',
    shared: [8, 18],
    endsIn: 22,
  },
  {
    from: 'fernshire',
    area: 3,
    to: { agency: 'careHomes' },
    level: 'CONTRIBUTE',
    reason: 'The provider has no seat at this board any more, and half of the work concerns its homes.',
    by: 'ada',
    shared: [8, 2],
    endsIn: 23,
  },
  {
    from: 'marloweVale',
    area: 1,
    to: { board: 'eldermoor' },
    level: 'READ',
    reason: 'Eldermoor was writing a pathway for self-neglect of its own.',
    by: 'femi',
    shared: [3, 9],
    endsIn: 14,
    revoked: [7, 28],
  },
]
