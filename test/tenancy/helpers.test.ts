import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'
import {
  attemptFunction,
  attemptsAt,
  compareKeys,
  expectedKeys,
  tryAll,
  visible,
} from '../support/worlds/attempts.ts'
import { helperMutations, readHelpers } from '../support/worlds/mutations.ts'
import { personIn } from '../support/worlds/oracle.ts'
import type { Person } from '../support/worlds/oracle.ts'
import { fill, tables } from '../support/worlds/rows.ts'
import type { Row, Table } from '../support/worlds/rows.ts'
import { elsewhereOf, largerRun } from '../support/worlds/run.ts'
import { makeWorlds } from '../support/worlds/world.ts'
import type { World } from '../support/worlds/world.ts'

const seed = 11
const count = 60

/** What the check of the table says too: no other role has the scope of the platform. */
const saidTwice = "is_administrator: role = 'ADMINISTRATOR'"

interface Somebody {
  home: World
  person: Person
}

/**
 * The helper functions decide which rows exist. Each of their conditions is taken as given inside a transaction that
 * is rolled back. The full run breaks them all, the usual one some of them.
 */
describe('a helper function that forgets a condition', () => {
  let database: TestDatabase
  let owner: Client
  let worlds: World[]
  let filled: Record<Table, Row[]>[]
  let people: Somebody[]
  beforeAll(async () => {
    database = await makeDatabase()
    worlds = makeWorlds(seed, count)
    filled = await fill(database.maintenance, worlds)
    owner = new Client({ connectionString: database.ownerUrl })
    await owner.connect()
    people = worlds
      .flatMap((home) => home.people.map(({ id }) => ({ home, person: personIn(home, id) })))
      .filter(({ person }) => !person.administrator)
  })
  afterAll(async () => {
    await owner.end()
    await database.drop()
  })

  it('as they are, the helpers give what the oracle says', async () => {
    // Whoever feels a change is asked without it too, so that some of the others are enough here.
    expect(await whoFeels('select 1', largerRun ? people : people.filter((_, at) => at % 4 === 0))).toBe(null)
  })

  it(
    'is felt by somebody',
    async () => {
      const all = (await readHelpers(owner)).flatMap(helperMutations)
      expect(all.length).toBeGreaterThan(20)
      expect(all.map(({ what }) => what)).toContain(saidTwice)
      const tried = all.filter(({ what }, index) => what !== saidTwice && (largerRun || index % 3 === 0))
      const silent: string[] = []
      const always: string[] = []
      for (const { what, sql } of tried) {
        const somebody = await whoFeels(sql, people)
        if (!somebody) silent.push(what)
        else if (await whoFeels('select 1', [somebody])) always.push(what)
      }
      console.log(`${tried.length} of ${all.length} conditions forgotten, ${silent.length} unnoticed`)
      expect(silent).toEqual([])
      expect(always, 'felt without the change too').toEqual([])
    },
    largerRun ? 3_600_000 : 300_000,
  )

  /** The first of them who sees anything else in any table, or may add another comment, piece of evidence or report, once the helper is made anew. */
  async function whoFeels(sql: string, among: readonly Somebody[]): Promise<Somebody | null> {
    await owner.query('begin')
    try {
      await owner.query('grant boardwork_server to current_user with inherit false, set true')
      await owner.query(attemptFunction)
      await owner.query('set local role boardwork_maintenance')
      await owner.query(sql)
      await owner.query('set local role boardwork_server')
      for (const somebody of among) {
        const { home, person } = somebody
        await owner.query(`select set_config('app.person_id', $1, true)`, [person.id])
        const shown = await visible(owner)
        for (const table of tables) {
          if (compareKeys(shown.get(table) ?? [], expectedKeys(person, table, home, worlds))) return somebody
        }
        // What is written asks a helper that nothing that is read asks.
        const elsewhere = elsewhereOf(home, worlds)
        const attempts = (['area_comment', 'evidence', 'meeting_action_report'] as const).flatMap((table) =>
          attemptsAt(person, table, home, worlds, filled, elsewhere, 'insert', [home]),
        )
        if ((await tryAll(owner, person, attempts)).length > 0) return somebody
      }
      return null
    } finally {
      await owner.query('rollback')
    }
  }
})
