import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { day, makeAction, makeArea, makeMilestone, makePlan, makeResponsible } from '../support/factories.ts'
import type { AreaPlace } from '../support/factories.ts'
import { startTestServer } from '../support/server.ts'
import type { ApiClient, TestServer } from '../support/server.ts'
import { id, makePlanWorld } from './plan.fixture.ts'
import type { PlanWorld } from './plan.fixture.ts'

let server: TestServer
let world: PlanWorld
let place: AreaPlace
/** The police are responsible for it. */
let action: string
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  world = await makePlanWorld(server)
  place = await makeArea(server.db, world.board, await makePlan(server.db, world.board))
  action = await makeAction(server.db, place)
  await makeResponsible(server.db, place, action, world.police)
})

interface Milestone {
  __typename: string
  id: string
  kind: string
  title: string
  dueOn: string
  doneOn: string | null
  state: string
  outcome: string | null
  recordedByName: string | null
  version: number
  viewerCan: { change: boolean; complete: boolean }
}

const fields = `__typename id kind title dueOn doneOn state outcome decision reviewedBy recordedByName version
  viewerCan { change complete }`
const refusals = `... on InvalidInput { problems { field message } } ... on NotReady { message }`
const conflict = '... on Conflict { currentVersion fields { field theirs yours } }'
const texts = {
  saveMilestone: `mutation($input: SaveMilestoneInput!) { result: saveMilestone(input: $input) { __typename
    ... on Milestone { ${fields} } ${refusals} ${conflict} } }`,
  addReviews: `mutation($input: AddReviewsInput!) { result: addReviews(input: $input) { __typename
    ... on Milestone { ${fields} } ${refusals} } }`,
  removeMilestone: `mutation($input: RemoveMilestoneInput!) { result: removeMilestone(input: $input) { __typename
    ... on Milestone { ${fields} } ... on NotReady { message } ${conflict} } }`,
  completeMilestone: `mutation($input: CompleteMilestoneInput!) { result: completeMilestone(input: $input) { __typename
    ... on Milestone { ${fields} } ${refusals} ${conflict} } }`,
}

async function ask(client: ApiClient, what: keyof typeof texts, input: object): Promise<Milestone> {
  const variables = { input: { clientMutationId: id(), ...input } }
  return (await client.data<{ result: Milestone }>(texts[what], variables)).result
}
const codes = (client: ApiClient, what: keyof typeof texts, input: object) =>
  client.codes(texts[what], { input: { clientMutationId: id(), ...input } })

const saved = () => ({ planId: place.planId, title: ' The protocol is signed ', dueOn: day(60), version: 0 })
const done = (milestoneId: string, version = 1) => ({
  milestoneId,
  doneOn: day(-1),
  outcome: 'It is.',
  version,
})

async function ofPlan(client: ApiClient): Promise<Milestone[]> {
  const { plan } = await client.data<{ plan: { milestones: Milestone[] } }>(
    `query($id: ID!) { plan(id: $id) { milestones { ${fields} } } }`,
    { id: place.planId },
  )
  return plan.milestones
}

describe('a milestone', () => {
  it('is set by the coordinator, of the plan or of one of its actions', async () => {
    expect(await ask(world.coordinator, 'saveMilestone', saved())).toMatchObject({
      kind: 'MILESTONE',
      title: 'The protocol is signed',
      state: 'COMING',
      viewerCan: { change: true, complete: true },
    })
    await ask(world.coordinator, 'saveMilestone', { ...saved(), actionId: action, dueOn: day(5) })
    expect(await ofPlan(world.member)).toMatchObject([
      { dueOn: day(5), state: 'DUE', viewerCan: { change: false, complete: true } },
      { dueOn: day(60), viewerCan: { complete: false } },
    ])
    for (const client of [world.chair, world.member])
      expect(await codes(client, 'saveMilestone', saved())).toEqual(['NOT_ALLOWED'])
    expect(await codes(world.outsider, 'saveMilestone', saved())).toEqual(['NOT_FOUND'])
    const elsewhere = await makeArea(server.db, world.board, await makePlan(server.db, world.board))
    const strange = await makeAction(server.db, elsewhere)
    expect(await codes(world.coordinator, 'saveMilestone', { ...saved(), actionId: strange })).toEqual([
      'NOT_FOUND',
    ])
  })

  it('changes its words and its day; a stale change shows both', async () => {
    const milestoneId = await makeMilestone(server.db, place, action, { dueOn: day(10) })
    const change = { ...saved(), milestoneId, version: 1 }
    expect(await ask(world.coordinator, 'saveMilestone', { ...change, title: ' ' })).toMatchObject({
      problems: [{ field: 'title' }],
    })
    expect(await ask(world.coordinator, 'saveMilestone', change)).toMatchObject({
      dueOn: day(60),
      version: 2,
    })
    expect(await ask(world.second, 'saveMilestone', { ...change, dueOn: day(30) })).toMatchObject({
      currentVersion: 2,
      fields: [{ field: 'dueOn', theirs: day(60), yours: day(30) }],
    })
  })

  it('is said to be there by whoever is responsible for its action, and by the officers', async () => {
    const milestoneId = await makeMilestone(server.db, place, action, { dueOn: day(-3) })
    expect(await ofPlan(world.member)).toMatchObject([{ state: 'OVERDUE' }])
    expect(
      await ask(world.member, 'completeMilestone', { ...done(milestoneId), doneOn: day(3) }),
    ).toMatchObject({ problems: [{ field: 'doneOn' }] })
    expect(await ask(world.member, 'completeMilestone', done(milestoneId))).toMatchObject({
      state: 'DONE',
      outcome: 'It is.',
      recordedByName: 'Morgan Lake',
    })
    expect(await ask(world.chair, 'completeMilestone', done(milestoneId))).toMatchObject({
      currentVersion: 2,
    })
    expect(
      await ask(world.chair, 'completeMilestone', { ...done(milestoneId, 2), doneOn: null }),
    ).toMatchObject({ state: 'OVERDUE', outcome: null, recordedByName: null })
    const ofWholePlan = await makeMilestone(server.db, place, null)
    expect(await codes(world.member, 'completeMilestone', done(ofWholePlan))).toEqual(['NOT_ALLOWED'])
    expect(await codes(world.outsider, 'completeMilestone', done(ofWholePlan))).toEqual(['NOT_FOUND'])
  })

  it('is taken out of the plan while it is not done', async () => {
    const milestoneId = await makeMilestone(server.db, place, action)
    const finished = await makeMilestone(server.db, place, action, { doneOn: day(-1) })
    expect(
      await ask(world.coordinator, 'removeMilestone', { milestoneId: finished, version: 1 }),
    ).toMatchObject({ __typename: 'NotReady' })
    expect(await ask(world.coordinator, 'removeMilestone', { milestoneId, version: 1 })).toMatchObject({
      __typename: 'Milestone',
      viewerCan: { change: false, complete: false },
    })
    expect(await ofPlan(world.member)).toMatchObject([{ id: finished }])
    expect(await ask(world.chair, 'completeMilestone', done(milestoneId, 2))).toMatchObject({
      __typename: 'NotReady',
    })
  })

  it('that passed without a word is worth a second look', async () => {
    await makeMilestone(server.db, place, action, { dueOn: day(-1), title: 'The protocol is signed' })
    await makeMilestone(server.db, place, action, { dueOn: day(-1), kind: 'REVIEW', title: '30-day review' })
    const { planAction } = await world.member.data<{ planAction: { pointers: { words: string }[] } }>(
      'query($id: ID!) { planAction(id: $id) { pointers { words } } }',
      { id: action },
    )
    const words = planAction.pointers.map((pointer) => pointer.words).join('\n')
    expect(words).toContain('The milestone “The protocol is signed” was due on')
    expect(words).not.toContain('30-day review')
  })
})

describe('reviews', () => {
  it('are set 30, 60 and 90 days after the adoption with one press, and once', async () => {
    await server.db.query(`update plan set adopted_at = '2026-01-31T23:30:00Z' where id = $1`, [place.planId])
    expect(await ask(world.coordinator, 'addReviews', { planId: place.planId })).toMatchObject({
      kind: 'REVIEW',
      title: '30-day review',
      dueOn: '2026-03-02',
    })
    expect(await ofPlan(world.member)).toMatchObject([
      { dueOn: '2026-03-02' },
      { dueOn: '2026-04-01' },
      { dueOn: '2026-05-01' },
    ])
    expect(await ask(world.coordinator, 'addReviews', { planId: place.planId })).toMatchObject({
      __typename: 'NotReady',
    })
    const ofAction = { planId: place.planId, actionId: action, startsOn: '2026-11-01' }
    expect(await ask(world.coordinator, 'addReviews', ofAction)).toMatchObject({ dueOn: '2026-12-01' })
    expect(await ofPlan(world.member)).toHaveLength(6)
    expect(await codes(world.chair, 'addReviews', { planId: place.planId })).toEqual(['NOT_ALLOWED'])
  })

  it('of a draft need a day from which they are counted', async () => {
    const planId = await makePlan(server.db, world.board, 'DRAFT')
    expect(await ask(world.coordinator, 'addReviews', { planId })).toMatchObject({
      problems: [{ field: 'startsOn' }],
    })
    expect(await ask(world.coordinator, 'addReviews', { planId, startsOn: '2026-11-01' })).toMatchObject({
      dueOn: '2026-12-01',
    })
  })

  it('are done by the board’s officers, who say what was found and decided', async () => {
    const milestoneId = await makeMilestone(server.db, place, action, { kind: 'REVIEW' })
    expect(await codes(world.member, 'completeMilestone', done(milestoneId))).toEqual(['NOT_ALLOWED'])
    expect(await ask(world.chair, 'completeMilestone', { ...done(milestoneId), outcome: ' ' })).toMatchObject(
      { problems: [{ field: 'outcome' }] },
    )
    const said = { ...done(milestoneId), decision: 'Two more teams.', reviewedBy: 'Performance group' }
    expect(await ask(world.chair, 'completeMilestone', said)).toMatchObject({
      state: 'DONE',
      decision: 'Two more teams.',
      reviewedBy: 'Performance group',
    })
    const { rows } = await server.db.query('select action, after from audit_event where record_id = $1', [
      milestoneId,
    ])
    expect(rows).toMatchObject([
      { action: 'milestone.complete', after: { kind: 'REVIEW', decision: 'Two more teams.' } },
    ])
  })
})
