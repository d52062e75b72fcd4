import { Client } from 'pg'
import { describe, expect, it } from 'vitest'
import { makeDatabase } from '../support/database.ts'
import {
  asPerson,
  attemptFunction,
  attemptsAt,
  compareKeys,
  expectedKeys,
  tryAll,
  visible,
} from '../support/worlds/attempts.ts'
import type { Difference } from '../support/worlds/attempts.ts'
import { successorsOf } from '../support/worlds/mergers.ts'
import { personIn } from '../support/worlds/oracle.ts'
import type { Person } from '../support/worlds/oracle.ts'
import { fill, tables } from '../support/worlds/rows.ts'
import type { Row, Table } from '../support/worlds/rows.ts'
import { elsewhereOf, largerRun, seedOfRun } from '../support/worlds/run.ts'
import { makeWorlds } from '../support/worlds/world.ts'
import type { World } from '../support/worlds/world.ts'

const count = Number(process.env['BOARDWORK_WORLDS'] ?? (largerRun ? 2_000 : 100))
/** Worlds that share a database, so that whatever leaks from one shows in the others. */
const together = 25
/** Of so many people, one tries to write everywhere. */
const writersOneIn = 5

interface Tally {
  worlds: number
  people: number
  reads: number
  writes: number
  /** By table: how many rows were rightly shown, so that a table that nobody sees cannot pass unnoticed. */
  shown: Map<Table, number>
  differences: Difference[]
}

describe('generated worlds, asked with SQL as the server’s role', () => {
  it(
    'show each person exactly the rows that the oracle says, and let them write nothing else',
    async () => {
      const seed = seedOfRun()
      const tally: Tally = { worlds: 0, people: 0, reads: 0, writes: 0, shown: new Map(), differences: [] }
      const worlds = makeWorlds(seed, count)
      for (let start = 0; start < count; start += together)
        await compareBatch(worlds.slice(start, start + together), tally)
      console.log(
        `${tally.worlds} worlds, ${tally.people} people, ${tally.reads} comparisons of what is seen, ` +
          `${tally.writes} attempts to write (seed ${seed})`,
      )
      expect(tally.differences).toEqual([])
      expect(worlds.some((world) => world.boards.some((board) => board.parentId !== null))).toBe(true)
      expect(
        worlds.some((world) => world.organisations.some(({ id }) => successorsOf(world, id).length > 1)),
      ).toBe(true)
      expect(tables.filter((table) => !tally.shown.get(table))).toEqual([])
    },
    largerRun ? 3_600_000 : 300_000,
  )
})

async function compareBatch(worlds: World[], tally: Tally): Promise<void> {
  const database = await makeDatabase()
  const client = new Client({ connectionString: database.serverUrl })
  try {
    const filled = await fill(database.maintenance, worlds)
    await client.connect()
    await client.query(attemptFunction)
    const people = worlds.flatMap((world) => world.people.map((person) => ({ home: world, id: person.id })))
    await compare(client, personIn(null, null), null, worlds, filled, tally, true)
    for (const [index, { home, id }] of people.entries()) {
      await compare(client, personIn(home, id), home, worlds, filled, tally, index % writersOneIn === 0)
      // More would say no more.
      if (tally.differences.length > 20) return
    }
    tally.worlds += worlds.length
  } finally {
    await client.end()
    await database.drop()
  }
}

async function compare(
  client: Client,
  person: Person,
  home: World | null,
  worlds: World[],
  filled: Record<Table, Row[]>[],
  tally: Tally,
  writes: boolean,
): Promise<void> {
  tally.people += 1
  await asPerson(client, person.id, async () => {
    const shown = await visible(client)
    for (const table of tables) {
      const expected = expectedKeys(person, table, home, worlds)
      tally.reads += 1
      tally.shown.set(table, (tally.shown.get(table) ?? 0) + expected.length)
      const what = compareKeys(shown.get(table) ?? [], expected)
      if (what) tally.differences.push({ person: describePerson(person, home), table, what })
    }
    if (!writes) return
    // Twins of the rows at home and of one other world; changes and removals reach into all of them.
    const chosen = worlds.filter(
      (world) => world === home || world === worlds[(worlds.indexOf(home ?? world) + 1) % worlds.length],
    )
    for (const table of tables) {
      const attempts = [
        ...attemptsAt(person, table, home, worlds, filled, elsewhereOf(home, worlds), 'update'),
        ...attemptsAt(person, table, home, worlds, filled, elsewhereOf(home, worlds), 'delete'),
        ...attemptsAt(person, table, home, worlds, filled, elsewhereOf(home, worlds), 'insert', chosen),
      ]
      tally.writes += attempts.length
      tally.differences.push(...(await tryAll(client, person, attempts)))
    }
  })
}

function describePerson(person: Person, home: World | null): string {
  if (!home) return 'nobody'
  const held = home.grants.filter((grant) => grant.personId === person.id)
  const seats = home.seats.filter((seat) => seat.holderId === person.id)
  const deputies = home.deputies.filter((deputy) => deputy.personId === person.id)
  const disabled = home.people.some((each) => each.id === person.id && each.disabled) ? ' (disabled)' : ''
  return `${person.id}${disabled} ${JSON.stringify({ held, seats, deputies })}`
}
