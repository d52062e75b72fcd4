import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeAction, makeArea, makeEvidence, makePlan } from '../support/factories.ts'
import type { AreaPlace } from '../support/factories.ts'
import { startTestServer } from '../support/server.ts'
import type { TestServer } from '../support/server.ts'
import { id, makePlanWorld } from './plan.fixture.ts'
import type { PlanWorld } from './plan.fixture.ts'

const refusals = `... on InvalidInput { problems { field message } }
  ... on Conflict { currentVersion fields { field theirs yours } }`
const editPlan = `mutation($input: EditPlanInput!) { editPlan(input: $input) { __typename
  ... on Plan { title version } ${refusals} } }`
const editArea = `mutation($input: EditAreaInput!) { editArea(input: $input) { __typename
  ... on PlanArea { reference theme title version } ${refusals} } }`
const editAction = `mutation($input: EditActionInput!) { editAction(input: $input) { __typename
  ... on PlanAction { reference title outcome version expectedEvidence { text deadline }
    responsible { postTitle organisationName personName } } ${refusals} } }`

let server: TestServer
let world: PlanWorld
let place: AreaPlace
let actionId: string
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  world = await makePlanWorld(server)
  const planId = await makePlan(server.db, world.board, 'ADOPTED', 'Plan of the year')
  place = await makeArea(server.db, world.board, planId, 'Recording')
  actionId = await makeAction(server.db, place, 'Write it down', '1.1')
  await makeEvidence(server.db, place, actionId, 'An audit', 'March')
})

const areaInput = () => ({
  areaId: place.areaId,
  version: 1,
  reference: 'A1',
  theme: 'Practice',
  title: 'Better recording',
  clientMutationId: id(),
})

const actionInput = () => ({
  actionId,
  version: 1,
  reference: '1.1a',
  title: 'Write it down at once',
  outcome: 'People know who decided.',
  evidence: [
    { text: 'Two audits', deadline: 'June' },
    { text: ' ', deadline: '' },
  ],
  responsible: [
    { postTitle: 'Inspector', organisationId: world.police, personId: world.memberId },
    { postTitle: 'Head of Service' },
  ],
  clientMutationId: id(),
})

describe('editing a plan', () => {
  it('a coordinator changes the title; a repeat changes nothing; a stale version shows both', async () => {
    const input = { planId: place.planId, version: 1, title: 'Plan of two years', clientMutationId: id() }
    const edited = { editPlan: { __typename: 'Plan', title: 'Plan of two years', version: 2 } }
    expect(await world.coordinator.data(editPlan, { input })).toEqual(edited)
    expect(await world.coordinator.data(editPlan, { input })).toEqual(edited)
    const late = { ...input, title: 'Another', clientMutationId: id() }
    expect(await world.second.data(editPlan, { input: late })).toEqual({
      editPlan: {
        __typename: 'Conflict',
        currentVersion: 2,
        fields: [{ field: 'title', theirs: 'Plan of two years', yours: 'Another' }],
      },
    })
    const empty = { ...input, version: 2, title: ' ', clientMutationId: id() }
    expect(await world.coordinator.data(editPlan, { input: empty })).toMatchObject({
      editPlan: { problems: [{ field: 'title' }] },
    })
  })

  it('a coordinator edits an area; a stale version shows both texts', async () => {
    const input = areaInput()
    const edited = {
      editArea: {
        __typename: 'PlanArea',
        reference: 'A1',
        theme: 'Practice',
        title: 'Better recording',
        version: 2,
      },
    }
    expect(await world.coordinator.data(editArea, { input })).toEqual(edited)
    expect(await world.coordinator.data(editArea, { input })).toEqual(edited)
    const late = { ...areaInput(), theme: '', title: 'Worse recording' }
    expect(await world.second.data(editArea, { input: late })).toMatchObject({
      editArea: {
        __typename: 'Conflict',
        fields: [
          { field: 'theme', theirs: 'Practice', yours: '' },
          { field: 'title', theirs: 'Better recording', yours: 'Worse recording' },
        ],
      },
    })
    const empty = { ...areaInput(), version: 2, title: '' }
    expect(await world.coordinator.data(editArea, { input: empty })).toMatchObject({
      editArea: { problems: [{ field: 'title' }] },
    })
  })

  it('a coordinator edits an action with its evidence and who is responsible', async () => {
    const input = actionInput()
    const edited = await world.coordinator.data(editAction, { input })
    expect(edited).toMatchObject({
      editAction: {
        __typename: 'PlanAction',
        reference: '1.1a',
        outcome: 'People know who decided.',
        version: 2,
        expectedEvidence: [{ text: 'Two audits', deadline: 'June' }],
        responsible: [
          {
            postTitle: 'Inspector',
            organisationName: expect.stringContaining('Police') as string,
            personName: 'Morgan Lake',
          },
          { postTitle: 'Head of Service', organisationName: null, personName: null },
        ],
      },
    })
    expect(await world.coordinator.data(editAction, { input })).toEqual(edited)
    const { rows } = await server.db.query(
      `select after from audit_event where chain_id = $1 and record_type = 'PlanAction'`,
      [world.board],
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      after: { title: 'Write it down at once', evidence: 'Two audits — June' },
    })
  })

  it('an edit of the evidence alone makes the next stale edit a conflict', async () => {
    await world.coordinator.data(editAction, {
      input: { ...actionInput(), reference: '1.1', title: 'Write it down', outcome: '', responsible: [] },
    })
    expect(await world.second.data(editAction, { input: actionInput() })).toMatchObject({
      editAction: { __typename: 'Conflict', currentVersion: 2 },
    })
  })

  it('an action is responsible to agencies and people of its own board', async () => {
    const input = {
      ...actionInput(),
      title: '',
      responsible: [{ postTitle: '', organisationId: world.otherBoard, personId: world.otherBoard }],
    }
    expect(await world.coordinator.data(editAction, { input })).toMatchObject({
      editAction: {
        problems: [
          { field: 'title' },
          { field: 'responsible.0.organisationId' },
          { field: 'responsible.0.personId' },
        ],
      },
    })
  })

  it('members and chairs may not edit, and outsiders find nothing', async () => {
    for (const client of [world.member, world.chair]) {
      expect(await client.codes(editArea, { input: areaInput() })).toEqual(['NOT_ALLOWED'])
      expect(await client.codes(editAction, { input: actionInput() })).toEqual(['NOT_ALLOWED'])
    }
    expect(await world.outsider.codes(editArea, { input: areaInput() })).toEqual(['NOT_FOUND'])
    expect(await world.outsider.codes(editAction, { input: actionInput() })).toEqual(['NOT_FOUND'])
    const title = { planId: place.planId, version: 1, title: 'Ours', clientMutationId: id() }
    expect(await world.outsider.codes(editPlan, { input: title })).toEqual(['NOT_FOUND'])
  })

  it('a plan without an action cannot be adopted', async () => {
    const adopt = `mutation($input: AdoptPlanInput!) { adoptPlan(input: $input) { __typename } }`
    const planId = await makePlan(server.db, world.board, 'DRAFT')
    await makeArea(server.db, world.board, planId)
    const input = { planId, version: 1, clientMutationId: id() }
    expect(await world.chair.data(adopt, { input })).toEqual({ adoptPlan: { __typename: 'NotReady' } })
  })
})
