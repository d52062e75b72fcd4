import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  makeAction,
  makeArea,
  makeBoard,
  makeGrant,
  makeOrganisation,
  makePerson,
  makePlan,
  makeRegion,
} from '../support/factories.ts'
import { startTestServer } from '../support/server.ts'
import type { TestServer } from '../support/server.ts'

const adopt = `mutation($input: AdoptPlanInput!) { adoptPlan(input: $input) {
  __typename ... on Plan { state version } ... on NotReady { message } ... on Conflict { currentVersion } } }`

describe('adopting a plan', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer()
  })
  afterAll(() => server.close())

  it('a chair adopts a draft once, and the log has it', async () => {
    const { db } = server
    const council = await makeOrganisation(db, await makeRegion(db))
    const board = await makeBoard(db, council)
    const chair = await makePerson(db)
    await makeGrant(db, chair, 'CHAIR', board)
    const planId = await makePlan(db, board, 'DRAFT')
    await makeAction(db, await makeArea(db, board, planId))
    const client = await server.as(chair)
    const input = { planId, version: 1, clientMutationId: 'one' }
    expect(await client.data(adopt, { input })).toEqual({
      adoptPlan: { __typename: 'Plan', state: 'ADOPTED', version: 2 },
    })
    expect(await client.data(adopt, { input })).toEqual({
      adoptPlan: { __typename: 'Plan', state: 'ADOPTED', version: 2 },
    })
    const { rows } = await db.query('select action, sequence from audit_event where chain_id = $1', [board])
    expect(rows).toEqual([{ action: 'plan.adopt', sequence: 1 }])
    expect(await client.data(adopt, { input: { ...input, clientMutationId: 'two' } })).toMatchObject({
      adoptPlan: { __typename: 'NotReady' },
    })
  })
})
