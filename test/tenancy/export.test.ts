import { describe, expect, it } from 'vitest'
import { readBytes } from '@boardwork/server/src/documents/readBytes.ts'
import { textsOfDocument } from '@boardwork/shared/plan/import/missingWords.ts'
import { startTestServer } from '../support/server.ts'
import { startSession } from '../support/session.ts'
import { readAnswer } from '../support/worlds/answers.ts'
import { expectedKeys } from '../support/worlds/attempts.ts'
import { personIn } from '../support/worlds/oracle.ts'
import { fill } from '../support/worlds/rows.ts'
import type { Table } from '../support/worlds/rows.ts'
import { largerRun, seedOfRun } from '../support/worlds/run.ts'
import { makeWorlds } from '../support/worlds/world.ts'

const count = largerRun ? 60 : 10

describe('the document that each person of generated worlds takes out', () => {
  it(
    'holds exactly the areas and actions that the oracle says, and no name of anything else',
    async () => {
      const worlds = makeWorlds(seedOfRun() + 2, count)
      const server = await startTestServer()
      const tally = { given: 0, refused: 0, actions: 0 }
      const differences: string[] = []
      try {
        await fill(server.db, worlds)
        for (const [index, home] of worlds.entries()) {
          const other = worlds[(index + 1) % worlds.length] ?? home
          for (const { id: personId } of home.people) {
            const person = personIn(home, personId)
            const sees = (table: Table) => new Set(expectedKeys(person, table, home, worlds))
            const cookie = `boardwork=${await startSession(server.db, personId)}`
            const [plans, areas, actions] = [sees('plan'), sees('plan_area'), sees('plan_action')]
            for (const plan of [...home.plans, ...other.plans.slice(0, 1)]) {
              const response = await fetch(`${server.url}/plans/${plan.id}/file?as=excel`, {
                headers: { cookie },
              })
              const mayHave = person.enabled && plans.has(plan.id)
              if (!mayHave) {
                tally.refused += 1
                const status = person.enabled ? 404 : 401
                if (response.status !== status)
                  differences.push(`${personId} got ${response.status} for the plan ${plan.id}`)
                continue
              }
              tally.given += 1
              const texts = await textsOf(response)
              const shown = readAnswer(texts).names
              const expected = {
                plan_area: home.areas.filter((area) => area.planId === plan.id && areas.has(area.id)),
                plan_action: home.actions.filter((one) => one.planId === plan.id && actions.has(one.id)),
              }
              tally.actions += expected.plan_action.length
              for (const table of ['plan_area', 'plan_action'] as const) {
                const found = [...(shown.get(table) ?? [])].toSorted()
                const wanted = expected[table].map(({ id }) => id).toSorted()
                if (found.join() !== wanted.join())
                  differences.push(
                    `${personId}: ${table} of ${plan.id}: ${found.join()} and not ${wanted.join()}`,
                  )
              }
              for (const [table, keys] of shown) {
                const seen = sees(table)
                for (const key of keys)
                  if (!seen.has(key)) differences.push(`${personId} was shown the ${table} ${key}`)
              }
            }
          }
        }
      } finally {
        await server.close()
      }
      console.log(`${tally.given} documents with ${tally.actions} actions, ${tally.refused} refused`)
      expect(differences).toEqual([])
      expect(Math.min(tally.given, tally.refused, tally.actions)).toBeGreaterThan(5)
    },
    largerRun ? 3_600_000 : 300_000,
  )
})

async function textsOf(response: Response): Promise<string[]> {
  const bytes = new Uint8Array(await response.arrayBuffer())
  const read = await readBytes({ name: 'plan.xlsx', bytes }, () => undefined)
  if (!read.ok) throw new Error(`${response.status}: ${read.message}`)
  return textsOfDocument(read.document)
}
