import { fill, fillLarge } from './fill.ts'
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
  /** A word that stands in each right answer so many times. */
  holds: [string, number]
  fill: (ownerUrl: string, boards: number) => Promise<Reader>
}

export const screens: readonly Screen[] = [
  {
    name: 'plan',
    words: 'The whole plan of 57 actions',
    ours: ourPlan,
    postgraphile: postgraphilePlan,
    statement: onePlan,
    variable: 'id',
    holds: ['"period"', 228],
    fill,
  },
  {
    name: 'list',
    words: 'A plan of 5,000 actions, its first page',
    ours: ourList,
    postgraphile: postgraphileList,
    statement: oneList,
    variable: 'id',
    holds: ['"reference":"1.', 50],
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
    holds: ['"title":"Carry out', 25],
    fill: async (ownerUrl, boards) => {
      await fill(ownerUrl, boards)
      return (await fillLarge(ownerUrl)).agency
    },
  },
]
