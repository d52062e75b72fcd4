import { makeSchema } from '@boardwork/server/src/graphql/schema.ts'
import { newId } from '@boardwork/server/src/db/newId.ts'
import { isLogField } from '@boardwork/shared/log/fieldWords.ts'
import { Role, scopeOfRole } from '@boardwork/shared/board/role.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer } from '../support/server.ts'
import type { ApiClient, TestServer } from '../support/server.ts'
import { addHolder, makeScene, mutationCases } from './mutations.ts'
import type { MutationCase, Scene } from './scene.ts'
import { policyMatrix } from './policyMatrix.ts'
import type { Allowed } from './allowed.ts'

const roles = Object.values(Role)
const refusals = new Set(['NOT_ALLOWED', 'NOT_FOUND'])

/** By mutation: the line of the policy, the type of the input, and whether the answer needs a selection. */
interface Root {
  line: string
  inputType: string | null
}

describe('every mutation, asked by a person with one role', () => {
  let server: TestServer
  let scene: Scene & { subGroupId: string }
  let roots: Map<string, Root>
  beforeAll(async () => {
    server = await startTestServer()
    const fields = (await makeSchema()).getMutationType()?.getFields() ?? {}
    roots = new Map(
      Object.values(fields).map((field) => [
        field.name,
        {
          line: String(field.extensions['policy']),
          inputType: field.args[0] ? String(field.args[0].type) : null,
        },
      ]),
    )
  })
  afterAll(() => server.close())

  it('the cases have every mutation that not everybody may', () => {
    const guarded = [...roots]
      .filter(([, { line }]) => policyMatrix[line] !== 'ANYBODY')
      .map(([name]) => name)
    expect([...new Set(mutationCases.map(({ field }) => field))].toSorted()).toEqual(guarded.toSorted())
  })

  const named = mutationCases.map(
    (each) => [each.variant ? `${each.field} (${each.variant})` : each.field, each] as const,
  )
  it.each(named)('%s does what the matrix says', async (_, each) => {
    scene = await makeScene(server.db)
    const allowed = allowedFor(each)
    const wrong: string[] = []
    const ask = async (who: string, client: ApiClient, may: boolean) => {
      const codes = await codesOf(client, each)
      // What is allowed may still be refused in the answer itself, with a reason.
      if (may ? codes.length > 0 : !codes.some((code) => refusals.has(code)))
        wrong.push(`${who}: ${codes.join(', ') || 'done'}, and ${may ? 'may' : 'may not'}`)
    }
    expect(await codesOf(server.anonymous(), each)).toEqual(['NOT_SIGNED_IN'])
    await ask('no role', await holder(null, true), allowed === 'SIGNED_IN')
    for (const role of roles) {
      const everywhere = scopeOfRole[role] === 'PLATFORM'
      const may = allowed === 'SIGNED_IN' || allowed.includes(role)
      if (!everywhere) await ask(`${role} elsewhere`, await holder(role, false), allowed === 'SIGNED_IN')
      await ask(role, await holder(role, true), may)
    }
    expect(wrong).toEqual([])
  })

  it('each field that they recorded in the logs has words', async () => {
    const { rows } = await server.db.query<{ field: string }>(
      'select distinct jsonb_object_keys(before || after) as field from audit_event',
    )
    expect(rows.length).toBeGreaterThan(40)
    expect(rows.filter(({ field }) => !isLogField(field))).toEqual([])
  })

  async function holder(role: Role | null, here: boolean): Promise<ApiClient> {
    return server.as(await addHolder(server.db, scene, role, here))
  }

  async function codesOf(client: ApiClient, each: MutationCase): Promise<string[]> {
    const type = roots.get(each.field)?.inputType
    const input = { clientMutationId: newId(), ...each.input(scene) }
    const query = `mutation($input: ${type}) { ${each.field}(input: $input) { __typename } }`
    return (await client.codes(query, { input })).map(String)
  }

  function allowedFor(each: MutationCase): Exclude<Allowed, 'ANYBODY'> {
    if (each.ofSomebodyElse) return []
    const expected = policyMatrix[roots.get(each.field)?.line ?? ''] ?? []
    if (typeof expected === 'string') return expected === 'ANYBODY' ? 'SIGNED_IN' : expected
    const variant = expected.find((one) => typeof one !== 'string' && one.name === each.variant)
    if (variant && typeof variant !== 'string')
      return variant.allowed === 'ANYBODY' ? 'SIGNED_IN' : variant.allowed
    return expected.filter((one) => typeof one === 'string')
  }
})
