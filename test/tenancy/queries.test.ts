import { readFile } from 'node:fs/promises'
import { buildSchema } from 'graphql'
import { describe, expect, it } from 'vitest'
import { ApiClient, startTestServer } from '../support/server.ts'
import type { TestServer } from '../support/server.ts'
import { startSession } from '../support/session.ts'
import { readAnswer } from '../support/worlds/answers.ts'
import { compareKeys, expectedKeys } from '../support/worlds/attempts.ts'
import { personIn } from '../support/worlds/oracle.ts'
import { fill } from '../support/worlds/rows.ts'
import type { Table } from '../support/worlds/rows.ts'
import { largerRun, seedOfRun } from '../support/worlds/run.ts'
import { makeWorlds } from '../support/worlds/world.ts'
import type { World } from '../support/worlds/world.ts'
import { queries } from './queries.ts'
import type { Asked, Asking } from './asking.ts'

const count = Number(process.env['BOARDWORK_WORLDS'] ?? (largerRun ? 2_000 : 8))
const together = 20
/** So many people ask at a time, so that server and database work side by side. */
const abreast = 4
const mostDifferences = 20
/** What a document may ask for at once. */
const rootFields = 4
const refusals = new Set(['NOT_SIGNED_IN', 'NOT_ALLOWED', 'NOT_FOUND'])

interface Tally {
  worlds: number
  people: number
  comparisons: number
  differences: string[]
}

describe('generated worlds, asked through the API', () => {
  it('every query of the schema is asked', async () => {
    const text = await readFile(new URL('../../server/schema.graphql', import.meta.url), 'utf8')
    const fields = Object.keys(buildSchema(text).getQueryType()?.getFields() ?? {})
    expect(Object.keys(queries).toSorted()).toEqual(fields.toSorted())
  })

  it(
    'show each person exactly the records that the oracle says',
    async () => {
      const seed = seedOfRun() + 1
      const tally: Tally = { worlds: 0, people: 0, comparisons: 0, differences: [] }
      const worlds = makeWorlds(seed, count)
      // More differences would say no more.
      for (let start = 0; start < count && tally.differences.length <= mostDifferences; start += together)
        await askBatch(worlds.slice(start, start + together), tally)
      console.log(
        `${tally.worlds} worlds, ${tally.people} people, ${tally.comparisons} answers compared (seed ${seed})`,
      )
      expect(tally.differences).toEqual([])
    },
    largerRun ? 14_400_000 : 300_000,
  )
})

async function askBatch(worlds: World[], tally: Tally): Promise<void> {
  const server = await startTestServer({ poolSize: abreast })
  try {
    await fill(server.db, worlds)
    const waiting = await openSessions(server, worlds)
    const askInTurn = async () => {
      while (tally.differences.length <= mostDifferences) {
        const somebody = waiting.pop()
        if (!somebody) return
        await askEverything(somebody, worlds, tally)
      }
    }
    await Promise.all(Array.from({ length: abreast }, askInTurn))
    tally.worlds += worlds.length
  } finally {
    await server.close()
  }
}

/** Somebody who asks; nobody, who is signed out, has no id. */
interface Somebody {
  personId: string | null
  home: World
  other: World
  client: ApiClient
}

/** Everybody of the worlds, and nobody once. */
async function openSessions(server: TestServer, worlds: World[]): Promise<Somebody[]> {
  const everybody: Somebody[] = []
  for (const [index, home] of worlds.entries()) {
    const other = worlds[(index + 1) % worlds.length] ?? home
    for (const { id } of home.people) {
      const client = new ApiClient(server.url, `boardwork=${await startSession(server.db, id)}`)
      everybody.push({ personId: id, home, other, client })
    }
    if (index === 0) everybody.push({ personId: null, home, other, client: server.anonymous() })
  }
  return everybody
}

async function askEverything(
  { personId, home, other, client }: Somebody,
  worlds: World[],
  tally: Tally,
): Promise<void> {
  const person = personIn(personId ? home : null, personId)
  const seen = new Map<Table, Set<string>>()
  const sees = (table: Table) => {
    const known = seen.get(table) ?? new Set(expectedKeys(person, table, personId ? home : null, worlds))
    seen.set(table, known)
    return known
  }
  const reached = person.administrator ? worlds : [home]
  const asking: Asking = { person, home, other, reached, sees }
  const asked = Object.values(queries).flatMap((query) => ('exempt' in query ? [] : query(asking)))
  tally.people += 1
  tally.comparisons += asked.length
  const report = (each: Asked, what: string | null) => {
    const who = `${personId ?? 'nobody'} ${JSON.stringify(home.grants.filter((grant) => grant.personId === personId))}`
    if (what) tally.differences.push(`${each.field}: ${what}; asked by ${who}`)
  }
  if (!person.enabled) {
    // Signed out, one record is as good as another: each query once.
    const once = new Map(asked.map((each) => [each.field.replace(/\W.*/, ''), each]))
    for (const each of once.values()) report(each, await askHidden(client, each))
    return
  }
  const [hidden, shown] = [asked.filter((each) => each.refused), asked.filter((each) => !each.refused)]
  for (const each of hidden) report(each, await askHidden(client, each))
  for (let start = 0; start < shown.length; start += rootFields) {
    const part = shown.slice(start, start + rootFields)
    const answer = await client.ask(document(part))
    if (answer.errors) {
      for (const each of part)
        report(each, `errors: ${JSON.stringify(answer.errors.map((error) => [error.path, error.message]))}`)
    }
    // Nothing to compare with where all of it was refused.
    if (!answer.data) continue
    for (const [index, each] of part.entries())
      report(each, differenceIn(answer.data[`a${index}`], each, sees))
  }
}

const document = (asked: Asked[]) =>
  `{ ${asked.map((each, index) => `a${index}: ${each.field} ${each.selection && `{ ${each.selection} }`}`).join('\n')} }`

/** Whether what should be refused was shown; null when it was not. */
async function askHidden(client: ApiClient, each: Asked): Promise<string | null> {
  const { data, errors } = await client.ask(document([each]))
  const shown = data?.['a0'] ?? null
  if (shown !== null) return `shown and should be refused: ${JSON.stringify(shown).slice(0, 300)}`
  const codes = (errors ?? []).map((error) => String(error.extensions?.['code']))
  const strange = codes.filter((code) => !refusals.has(code))
  return strange.length > 0 ? `refused with ${strange.join(', ')}: ${errors?.[0]?.message}` : null
}

function differenceIn(answer: unknown, each: Asked, sees: Asking['sees']): string | null {
  const { records, names } = readAnswer(answer)
  const wrong: string[] = []
  for (const [table, keys] of typedEntries(each.expected)) {
    const what = compareKeys([...(records.get(table) ?? [])], [...keys])
    if (what) wrong.push(`${table}: ${what}`)
  }
  for (const [table, keys] of [...records, ...names]) {
    const tooMuch = [...keys].filter((key) => !sees(table).has(key))
    if (tooMuch.length > 0)
      wrong.push(`${table}: shown and not to be seen: ${tooMuch.slice(0, 3).join(', ')}`)
  }
  const shown = each.entries ? sequencesIn(answer) : answer
  if (each.value !== undefined && each.value !== shown)
    wrong.push(`${String(shown)} shown, not ${each.value}`)
  const miscounted = each.check?.(answer) ?? null
  if (miscounted !== null) wrong.push(miscounted)
  if (each.filled && !(Array.isArray(answer) && answer.length > 0)) wrong.push('nothing shown')
  return wrong.length > 0 ? wrong.join('; ') : null
}

/** The numbers of a history, as one text; null where there is none. */
function sequencesIn(answer: unknown): string | null {
  if (answer === null) return null
  const { entries } = answer as { entries: { sequence: number }[] }
  return entries.map(({ sequence }) => sequence).join(' ')
}

function typedEntries(expected: Asked['expected']): [Table, Iterable<string>][] {
  // The keys are tables, which TypeScript does not see through Object.entries.
  return Object.entries(expected) as [Table, Iterable<string>][]
}
