import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { newId } from '@boardwork/server/src/db/newId.ts'
import { describe, expect, it } from 'vitest'
import { startTestServer } from '../support/server.ts'
import type { TestServer } from '../support/server.ts'
import { startSession } from '../support/session.ts'
import { paperText } from '../support/worlds/agendaRows.ts'
import { readAnswer } from '../support/worlds/answers.ts'
import { compareKeys, expectedKeys } from '../support/worlds/attempts.ts'
import { personIn } from '../support/worlds/oracle.ts'
import { fill } from '../support/worlds/rows.ts'
import type { Table } from '../support/worlds/rows.ts'
import { largerRun, seedOfRun } from '../support/worlds/run.ts'
import { makeWorlds } from '../support/worlds/world.ts'
import type { World } from '../support/worlds/world.ts'
import { readFile } from './askedFile.ts'
import type { AskedFile } from './askedFile.ts'
import type { Asking } from './asking.ts'
import { attendanceFiles } from './attendanceFiles.ts'

const count = largerRun ? 60 : 10

/** How many files were given and refused of each kind, and what was wrong. */
interface Tally {
  given: Record<string, number>
  refused: number
  /** How many names of the records of each table stood in files. */
  named: Record<string, number>
  differences: string[]
}

/** What stands in some file by its name. */
const tablesInFiles: Table[] = [
  'plan_area',
  'plan_action',
  'board',
  'organisation',
  'meeting',
  'agenda_item',
  'decision',
  'meeting_action',
  'guest',
  'register_mark',
  'flag',
  'meeting_paper',
]

describe('the files that each person of generated worlds takes out', () => {
  it(
    'are those that the oracle says, with exactly what is theirs in them; all others get what is nowhere',
    async () => {
      const worlds = makeWorlds(seedOfRun() + 2, count)
      const server = await startTestServer()
      const tally: Tally = { given: {}, refused: 0, named: {}, differences: [] }
      try {
        await fill(server.db, worlds)
        await keepPapers(server, worlds)
        for (const [index, home] of worlds.entries()) {
          const other = worlds[(index + 1) % worlds.length] ?? home
          for (const { id: personId } of home.people) {
            const person = personIn(home, personId)
            const seen = new Map<Table, Set<string>>()
            const sees = (table: Table) => {
              const known = seen.get(table) ?? new Set(expectedKeys(person, table, home, worlds))
              seen.set(table, known)
              return known
            }
            const asking = { person, home, other, reached: [home], sees }
            const cookie = `boardwork=${await startSession(server.db, personId)}`
            for (const file of [...planFiles(asking), ...attendanceFiles(asking)]) {
              const what = await ask(server, cookie, asking, file, tally)
              if (what) tally.differences.push(`${personId}: ${file.address}: ${what}`)
            }
          }
        }
      } finally {
        await server.close()
      }
      const { given, refused, named } = tally
      console.log(
        `given ${JSON.stringify(given)}, refused ${refused}; names in them: ${JSON.stringify(named)}`,
      )
      expect(tally.differences).toEqual([])
      expect(Object.keys(given).toSorted()).toEqual([
        'boards',
        'calendar',
        'meetings',
        'organisations',
        'papers',
        'plans',
      ])
      expect(Object.keys(named)).toEqual(expect.arrayContaining(tablesInFiles))
      expect(Math.min(refused, ...Object.values(given))).toBeGreaterThan(3)
    },
    largerRun ? 3_600_000 : 300_000,
  )
})

async function ask(
  server: TestServer,
  cookie: string,
  { person, sees }: Asking,
  { address, names, check, signedOut }: AskedFile,
  tally: Tally,
): Promise<string | null> {
  const headers = signedOut ? {} : { cookie }
  const response = await fetch(`${server.url}${address}`, { headers })
  if (!names || !person.enabled) {
    tally.refused += 1
    // The same route with the id of nothing, or a token that was never given.
    const [, id = ''] = /^\/\w+\/([^/.]+)/.exec(address) ?? []
    const nowhere = signedOut ? 'x'.repeat(43) : newId()
    const missing = await fetch(`${server.url}${address.replace(id, nowhere)}`, { headers })
    const [status, text] = [response.status, await response.text()]
    if (![401, 404].includes(status)) return `answered with ${status}`
    return status === missing.status && text === (await missing.text())
      ? null
      : `told apart: ${status} ${text}`
  }
  if (response.status !== 200) return `refused with ${response.status}`
  const kind = address.split('/')[1] ?? ''
  tally.given[kind] = (tally.given[kind] ?? 0) + 1
  const file = await readFile(response)
  const shown = readAnswer(file.texts).names
  const wrong = Object.entries(names).flatMap(([table, keys]) => {
    const what = compareKeys([...(shown.get(table as Table) ?? [])], keys)
    return what ? [`${table}: ${what}`] : []
  })
  for (const [table, keys] of shown) {
    tally.named[table] = (tally.named[table] ?? 0) + keys.size
    const tooMuch = [...keys].filter((key) => !sees(table).has(key))
    if (tooMuch.length > 0) wrong.push(`${table} shown and not to be seen: ${tooMuch.join()}`)
  }
  const miscounted = check?.(file) ?? null
  if (miscounted !== null) wrong.push(miscounted)
  return wrong.length > 0 ? wrong.join('; ') : null
}

function planFiles({ home, other, sees }: Asking): AskedFile[] {
  return [...home.plans, ...other.plans.slice(0, 1)].map(({ id }) => {
    const of = (table: Table, rows: readonly { id: string; planId: string }[]) =>
      rows.filter((row) => row.planId === id && sees(table).has(row.id)).map((row) => row.id)
    return {
      address: `/plans/${id}/file?as=excel`,
      names: sees('plan').has(id)
        ? { plan_area: of('plan_area', home.areas), plan_action: of('plan_action', home.actions) }
        : null,
    }
  })
}

/** Puts the files of papers where the server keeps them. */
async function keepPapers(server: TestServer, worlds: readonly World[]): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'boardwork-papers-'))
  try {
    for (const paper of worlds.flatMap(({ papers }) => papers.filter(({ file }) => file))) {
      const from = path.join(folder, paper.id)
      await writeFile(from, paperText(paper))
      const sha256 = createHash('sha256').update(paperText(paper)).digest('hex')
      await server.files.put(paper.id, from, sha256)
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}
