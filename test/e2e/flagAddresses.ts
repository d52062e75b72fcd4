import { newId } from '@boardwork/server/src/db/newId.ts'
import type { Client } from 'pg'
import { thisYear } from '../support/flagFactories.ts'

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
    heading: 'Flag: Larkmere Fire and Rescue Service',
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

/** The flag of the demonstration that its agency has answered, and the sample that it lacks. */
export async function findFlagExamples(
  db: Client,
  board: string,
): Promise<Pick<FlagExamples, 'flag' | 'sample'>> {
  const { rows } = await db.query<{ id: string }>(
    `select id from flag where board_id = $1 and state = 'ANSWERED'`,
    [board],
  )
  const [flag] = rows
  if (!flag) throw new Error('The demonstration has no flag that was answered.')
  const sample = newId()
  await db.query(
    `insert into meeting_sample (board_id, id, year, share_percent, seed, population, population_hash, drawn, drawn_at, drawn_by_name)
     values ($1, $2, $3, 50, 'seed', '{}', 'hash', '{}', now(), 'Robin Ash')`,
    [board, sample, thisYear()],
  )
  return { flag: flag.id, sample }
}
