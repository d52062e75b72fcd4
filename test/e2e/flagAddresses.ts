import { newId } from '@boardwork/server/src/db/newId.ts'
import type { Client } from 'pg'
import { makeFlag, makeRule, thisYear } from '../support/flagFactories.ts'

/** What stands in the example addresses of flags and samples. */
export interface FlagExamples {
  board: string
  /** A flag about an agency of the board. */
  flag: string
  /** A sample of its strategy meetings. */
  sample: string
}

// Of the Fernshire board, but for the last, who belongs to another one.
const coordinator = 'Ada Fern'
const member = 'Marcus Finch'
const outsider = 'Kofi Briar'

/** The routes of rules, flags and samples. */
export const flagAddresses = [
  {
    route: 'boards/:boardId/flags',
    address: ({ board }: FlagExamples) => `/boards/${board}/flags`,
    heading: /^Flags, /,
    opensFor: member,
    hiddenFrom: outsider,
  },
  {
    route: 'boards/:boardId/rules',
    address: ({ board }: FlagExamples) => `/boards/${board}/rules`,
    heading: /^Rules for the year, /,
    opensFor: coordinator,
    hiddenFrom: outsider,
  },
  {
    route: 'flags/:flagId',
    address: ({ flag }: FlagExamples) => `/flags/${flag}`,
    heading: 'Flag: An agency',
    opensFor: coordinator,
    hiddenFrom: outsider,
  },
  {
    route: 'samples/:sampleId',
    address: ({ sample }: FlagExamples) => `/samples/${sample}`,
    heading: /^Sample of strategy meetings, /,
    opensFor: coordinator,
    hiddenFrom: member,
  },
] as const

/** Adds the flag and the sample that the demonstration lacks. */
export async function makeFlagExamples(
  db: Client,
  board: string,
  police: string,
): Promise<Pick<FlagExamples, 'flag' | 'sample'>> {
  const flag = await makeFlag(db, board, await makeRule(db, board), police)
  const sample = newId()
  await db.query(
    `insert into meeting_sample (board_id, id, year, share_percent, seed, population, population_hash, drawn, drawn_at, drawn_by_name)
     values ($1, $2, $3, 50, 'seed', '{}', 'hash', '{}', now(), 'Robin Ash')`,
    [board, sample, thisYear()],
  )
  return { flag, sample }
}
