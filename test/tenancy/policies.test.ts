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
  visibleIn,
} from '../support/worlds/attempts.ts'
import { mutationsOf, readPolicies } from '../support/worlds/mutations.ts'
import type { CataloguePolicy } from '../support/worlds/mutations.ts'
import { personIn } from '../support/worlds/oracle.ts'
import type { Person } from '../support/worlds/oracle.ts'
import { fill, tables } from '../support/worlds/rows.ts'
import type { Row, Table } from '../support/worlds/rows.ts'
import { elsewhereOf, largerRun } from '../support/worlds/run.ts'
import { makeWorlds } from '../support/worlds/world.ts'
import type { World } from '../support/worlds/world.ts'

/** Always the same worlds: rich enough that each policy is felt by somebody. */
const seed = 7
const count = largerRun ? 40 : 20

/** Mutations that change nothing for anybody, and why. */
const unnoticed: Record<string, string> = {
  'region_update with check (true)':
    'the condition asks who it is and not which row: what may be changed passes it',
  'organisation_update with check (true)': 'the condition asks who it is and not which row',
  'evidence_update with check (true)':
    'the server has the right to change no column that the condition asks for',
  'measure_update with check (true)':
    'the server has the right to change no column that the condition asks for',
  'milestone_update with check (true)':
    'the server has the right to change no column that the condition asks for',
  'attendance_publication_update with check (true)':
    'the server has the right to change no column that the condition asks for',
  'attendance_setting_update with check (true)':
    'the server has the right to change no column that the condition asks for',
  'guest_update with check (true)':
    'the server has the right to change no column that the condition asks for',
  'check_in_update with check (true)':
    'the server has the right to change no column that the condition asks for',
  'check_in_secret_update with check (true)':
    'the server has the right to change no column that the condition asks for',
  'invitee_update with check (true)':
    'the server has the right to change no column that the condition asks for',
  'mark_reason_update with check (true)':
    'the server has the right to change no column that the condition asks for',
  'meeting_update with check (true)':
    'the server has the right to change no column that the condition asks for',
  'register_import_update with check (true)':
    'the server has the right to change no column that the condition asks for',
  'register_mark_update with check (true)':
    'the server has the right to change no column that the condition asks for',
  'deputy_notice_update with check (true)':
    'the server has the right to change no column that the condition asks for',
  'answer_link_update with check (true)':
    'the server has the right to change no column that the condition asks for',
  'answer_reason_update with check (true)':
    'the server has the right to change no column that the condition asks for',
  'calendar_address_update with check (true)':
    'the server has the right to change no column that the condition asks for',
  'meeting_answer_update with check (true)':
    'the server has the right to change no column that the condition asks for',
  'flag_update with check (true)': 'test/api/attendance.flags.test.ts tries what the condition refuses',
  'flag_mark_update with check (true)':
    'the server has the right to change no column that the condition asks for',
  'strategy_kind_update with check (true)':
    'the server has the right to change no column that the condition asks for',
  'agenda_item_update with check (true)':
    'the server has the right to change no column that the condition asks for',
  'meeting_paper_update with check (true)':
    'the server has the right to change no column that the condition asks for',
  'decision_update with check (true)':
    'the server has the right to change no column that the condition asks for',
  'meeting_action_update with check (true)':
    'the server has the right to change no column that the condition asks for',
  'audit_head_select dropped': 'the server has no right to the table; the catalogue test asks for the policy',
  'password_reset_select dropped':
    'the server has no right to the table; the catalogue test asks for the policy',
}

interface Somebody {
  home: World | null
  person: Person
}

/** What is not as the oracle says, and for whom; null where nobody is asked. */
interface Felt {
  what: string
  by: Somebody | null
}

/**
 * Each policy is broken inside a transaction that is rolled back, which leaves the other tests their database;
 * the owner then works as the server's role.
 */
describe('taking away or opening any one row-level policy is noticed', () => {
  let database: TestDatabase
  let owner: Client
  let worlds: World[]
  let filled: Record<Table, Row[]>[]
  let policies: CataloguePolicy[]
  let people: Somebody[]
  beforeAll(async () => {
    database = await makeDatabase()
    worlds = makeWorlds(seed, count)
    filled = await fill(database.maintenance, worlds)
    owner = new Client({ connectionString: database.ownerUrl })
    await owner.connect()
    policies = await readPolicies(owner)
    people = [
      { home: null, person: personIn(null, null) },
      ...worlds.flatMap((home) => home.people.map(({ id }) => ({ home, person: personIn(home, id) }))),
    ]
  })
  afterAll(async () => {
    await owner.end()
    await database.drop()
  })

  /** The first difference that somebody meets, with the database as `change` leaves it; null when nobody does. */
  async function firstDifference(
    policy: CataloguePolicy,
    change: string,
    among: readonly Somebody[],
  ): Promise<Felt | null> {
    await owner.query('begin')
    try {
      await owner.query(change)
      await owner.query('grant boardwork_server to current_user with inherit false, set true')
      await owner.query(attemptFunction)
      // Only the policy stands between the server and these rows now.
      if (policy.command === 'select')
        await owner.query(`grant select on "${policy.table}" to boardwork_server`)
      await owner.query('set local role boardwork_server')
      const table = tables.find((each) => each === policy.table)
      if (!table) {
        const what = await differenceWhereNothingIsShown(policy.table)
        return what === null ? null : { what, by: null }
      }
      for (const by of among) {
        const what = await differenceOf(by.person, by.home, table, policy.command)
        if (what) return { what, by }
      }
      return null
    } finally {
      await owner.query('rollback')
    }
  }

  async function differenceOf(
    person: Person,
    home: World | null,
    table: Table,
    command: CataloguePolicy['command'],
  ): Promise<string | null> {
    await owner.query(`select set_config('app.person_id', $1, true)`, [person.id])
    if (command === 'select')
      return compareKeys(await visibleIn(owner, table), expectedKeys(person, table, home, worlds))
    const attempts = attemptsAt(
      person,
      table,
      home,
      worlds,
      filled,
      elsewhereOf(home, worlds),
      command,
      worlds.filter((world, index) => world === home || index < 2),
    )
    const [difference] = await tryAll(owner, person, attempts)
    return difference?.what ?? null
  }

  /** For tables of which nothing exists for anybody. */
  async function differenceWhereNothingIsShown(table: string): Promise<string | null> {
    const { rows } = await owner.query<{ count: string }>(`select count(*) from "${table}"`)
    return rows[0]?.count === '0' ? null : `${rows[0]?.count} rows shown that should be hidden`
  }

  it('as they are, the policies give what the oracle says', async () => {
    // Whoever feels a change is asked without it too, so that some of the others are enough here.
    const some = largerRun ? people : people.filter((_, at) => at % 4 === 0)
    const differences: string[] = []
    for (const policy of policies) {
      const found = await firstDifference(policy, 'select 1', some)
      if (found) differences.push(`${policy.name}: ${found.what}`)
    }
    expect(differences).toEqual([])
  })

  it(
    'broken, each of them is felt by somebody',
    async () => {
      // A row in each of the tables that worlds do not fill.
      const [somebody] = worlds[0]?.people ?? []
      await database.maintenance.query(
        `insert into password_reset (id, person_id, token_hash, requested_at, expires_at)
         values (gen_random_uuid(), $1, '\\x01', now(), now() + interval '1 hour')`,
        [somebody?.id],
      )
      const mutations = policies.flatMap(mutationsOf)
      const silent: string[] = []
      const always: string[] = []
      for (const { policy, what, sql } of mutations) {
        const felt = await firstDifference(policy, sql, people)
        if (!felt) silent.push(`${policy.name} ${what}`)
        else if (felt.by && (await firstDifference(policy, 'select 1', [felt.by])))
          always.push(`${policy.name} ${what}`)
      }
      console.log(`${mutations.length} mutations of ${policies.length} policies, ${silent.length} unnoticed`)
      expect(silent.toSorted()).toEqual(Object.keys(unnoticed).toSorted())
      expect(always, 'noticed without the change too').toEqual([])
    },
    largerRun ? 1_800_000 : 300_000,
  )
})
