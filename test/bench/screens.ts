import {
  oneAgency,
  oneGrid,
  ourAgency,
  ourGrid,
  postgraphileAgency,
  postgraphileGrid,
} from './attendance.graphql.ts'
import { fill, fillLarge } from './fill.ts'
import { fillAttendance } from './fillAttendance.ts'
import type { Reader } from './fill.ts'
import {
  oneActions,
  oneList,
  onePlan,
  ourActions,
  ourList,
  ourPlan,
  postgraphileActions,
  postgraphileList,
  postgraphilePlan,
} from './plan.graphql.ts'

/** A screen that is measured, as each of the three servers is asked for it. */
export interface Screen {
  name: string
  /** What it is, for a reader. */
  words: string
  ours: string
  postgraphile: string
  statement: string
  /** The name of the one variable, where there is one. */
  variable: keyof Reader['ids'] | null
  /** What stands in each right answer so many times. */
  holds: [RegExp, number]
  fill: (ownerUrl: string, boards: number) => Promise<Reader>
}

const mark = /"(?:PRESENT|DEPUTY|APOLOGIES|ABSENT|UNKNOWN)"/g

export const screens: readonly Screen[] = [
  {
    name: 'plan',
    words: 'The whole plan of 57 actions',
    ours: ourPlan,
    postgraphile: postgraphilePlan,
    statement: onePlan,
    variable: 'id',
    holds: [/"period"/g, 228],
    fill,
  },
  {
    name: 'list',
    words: 'A plan of 5,000 actions, its first page',
    ours: ourList,
    postgraphile: postgraphileList,
    statement: oneList,
    variable: 'id',
    holds: [/"reference":"1\./g, 50],
    fill: async (ownerUrl, boards) => {
      await fill(ownerUrl, boards)
      return (await fillLarge(ownerUrl)).plan
    },
  },
  {
    name: 'actions',
    words: '3,000 actions of an agency at 30 boards, the first page',
    ours: ourActions,
    postgraphile: postgraphileActions,
    statement: oneActions,
    variable: null,
    holds: [/"title":"Carry out/g, 25],
    fill: async (ownerUrl, boards) => {
      await fill(ownerUrl, boards)
      return (await fillLarge(ownerUrl)).agency
    },
  },
  {
    name: 'grid',
    words: 'The grid of a board, 40 seats by 24 meetings',
    ours: ourGrid,
    postgraphile: postgraphileGrid,
    statement: oneGrid,
    variable: 'id',
    holds: [mark, 960],
    fill: async (ownerUrl, boards) => {
      await fill(ownerUrl, boards)
      return (await fillAttendance(ownerUrl)).grid
    },
  },
  {
    name: 'agency',
    words: 'The attendance of an agency at 30 boards, 12 meetings each',
    ours: ourAgency,
    postgraphile: postgraphileAgency,
    statement: oneAgency,
    variable: 'organisationId',
    holds: [mark, 360],
    fill: async (ownerUrl, boards) => {
      await fill(ownerUrl, boards)
      return (await fillAttendance(ownerUrl)).agency
    },
  },
]
