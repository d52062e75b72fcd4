import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  day,
  makeAction,
  makeArea,
  makeGrant,
  makePerson,
  makePlan,
  makeResponsible,
  makeShare,
  makeUpdate,
} from '../support/factories.ts'
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
/** Nobody is. */
let other: string
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  world = await makePlanWorld(server)
  place = await makeArea(server.db, world.board, await makePlan(server.db, world.board))
  action = await makeAction(server.db, place)
  other = await makeAction(server.db, place)
  await makeResponsible(server.db, place, action, world.police)
})

interface Answer {
  __typename: string
  id: string
  version: number
  message?: string
  currentVersion?: number
  fields?: { field: string; theirs: string; yours: string }[]
  problems?: { field: string; message: string }[]
}
interface Result extends Answer {
  measuredOn: string
  period: string | null
  numerator: number | null
  denominator: number | null
  value: number | null
  corrected: boolean
  retracts: boolean
  recordedByName: string
  recordedByFor: string
  interval: { low: number; high: number } | null
}
interface Measure extends Answer {
  name: string
  target: number | null
  endedReason: string | null
  judgement: { verdict: string; words: string }
  latestResult: Result | null
  results: Result[]
  viewerCan: { change: boolean; record: boolean }
}

const refusals = `... on InvalidInput { problems { field message } } ... on NotReady { message }`
const conflict = `... on Conflict { currentVersion fields { field theirs yours } }`
const resultFields = `__typename id measuredOn period numerator denominator value corrected retracts recordedByName
  recordedByFor interval { low high }`
const measureFields = `__typename id name target endedReason version judgement { verdict words }
  latestResult { ${resultFields} } results { ${resultFields} } viewerCan { change record }`

const inTime = {
  kind: 'PERCENT_AT_LEAST',
  name: ' Meetings within five days ',
  target: 90,
  population: 'Meetings of the quarter',
  counting: 'SAMPLE',
}

const saveMeasureText = `mutation($input: SaveMeasureInput!) { result: saveMeasure(input: $input) { __typename
  ... on Measure { ${measureFields} } ${refusals} ${conflict} } }`
async function set(client: ApiClient, more: object = {}, actionId = action): Promise<Measure> {
  const input = { ...inTime, actionId, version: 0, clientMutationId: id(), ...more }
  return (await client.data<{ result: Measure }>(saveMeasureText, { input })).result
}

const recordText = `mutation($input: RecordResultInput!) { result: recordResult(input: $input) { __typename
  ... on MeasureResult { ${resultFields} } ${refusals} } }`
async function record(client: ApiClient, measureId: string, found: object): Promise<Result> {
  const input = { measureId, measuredOn: day(-1), note: '', clientMutationId: id(), ...found }
  return (await client.data<{ result: Result }>(recordText, { input })).result
}
const recordCodes = (client: ApiClient, measureId: string) =>
  client.codes(recordText, {
    input: { measureId, measuredOn: day(-1), value: 1, note: '', clientMutationId: id() },
  })

const endText = `mutation($input: EndMeasureInput!) { result: endMeasure(input: $input) { __typename
  ... on Measure { ${measureFields} } ${refusals} ${conflict} } }`
async function end(
  client: ApiClient,
  { id: measureId, version }: Measure,
  reason = 'It is measured elsewhere.',
) {
  const input = { measureId, version, reason, clientMutationId: id() }
  return (await client.data<{ result: Measure }>(endText, { input })).result
}

async function read(client: ApiClient, measureId: string): Promise<Measure | null> {
  const text = `query($id: ID!) { measure(id: $id) { ${measureFields} } }`
  return (await client.data<{ measure: Measure | null }>(text, { id: measureId })).measure
}

async function pointers(actionId: string): Promise<{ kind: string; words: string }[]> {
  const { planAction } = await world.coordinator.data<{
    planAction: { pointers: { kind: string; words: string }[] }
  }>('query($id: ID!) { planAction(id: $id) { pointers { kind words } } }', { id: actionId })
  return planAction.pointers
}

describe('a measure', () => {
  it('is set by the coordinator alone, and seen by whoever sees the action', async () => {
    const measure = await set(world.coordinator)
    expect(measure).toMatchObject({
      __typename: 'Measure',
      name: 'Meetings within five days',
      judgement: { verdict: 'NO_RESULT' },
      viewerCan: { change: true, record: true },
    })
    const input = { ...inTime, actionId: action, version: 0, clientMutationId: id() }
    for (const client of [world.chair, world.member])
      expect(await client.codes(saveMeasureText, { input })).toEqual(['NOT_ALLOWED'])
    expect(await world.outsider.codes(saveMeasureText, { input })).toEqual(['NOT_FOUND'])
    expect(await read(world.member, measure.id)).toMatchObject({ viewerCan: { change: false, record: true } })
    expect(await read(world.outsider, measure.id)).toBeNull()
  })

  it('has what its kind needs, and nothing else is kept', async () => {
    expect(await set(world.coordinator, { target: 101, counting: null })).toMatchObject({
      problems: [{ field: 'target' }, { field: 'counting' }],
    })
    expect(await set(world.coordinator, { kind: 'BY_DATE' })).toMatchObject({
      problems: [{ field: 'targetOn' }],
    })
    const done = await set(world.coordinator, { kind: 'BY_DATE', targetOn: day(20) })
    expect(done).toMatchObject({ target: null, judgement: { verdict: 'NOT_DUE' } })
    expect(
      await set(world.coordinator, { kind: 'DAYS_AT_MOST', target: 10, unit: 'working days' }),
    ).toMatchObject({ __typename: 'Measure', target: 10 })
  })

  it('can be changed, but not its target once there are results; a stale change shows both', async () => {
    const measure = await set(world.coordinator)
    const changed = await set(world.coordinator, { measureId: measure.id, target: 80, version: 1 })
    expect(changed).toMatchObject({ target: 80, version: 2 })
    expect(await set(world.second, { measureId: measure.id, target: 85, version: 1 })).toMatchObject({
      currentVersion: 2,
      fields: [{ field: 'target', theirs: 'at least 80%', yours: 'at least 85%' }],
    })
    await record(world.member, measure.id, { numerator: 9, denominator: 10 })
    expect(await set(world.coordinator, { measureId: measure.id, target: 10, version: 2 })).toMatchObject({
      __typename: 'NotReady',
    })
    expect(
      await set(world.coordinator, {
        measureId: measure.id,
        target: 80,
        name: 'Meetings in time',
        version: 2,
      }),
    ).toMatchObject({ name: 'Meetings in time', version: 3 })
  })

  it('ends with a reason, and keeps its results', async () => {
    const measure = await set(world.coordinator)
    await record(world.member, measure.id, { numerator: 9, denominator: 10 })
    expect(await end(world.coordinator, measure, ' ')).toMatchObject({ problems: [{ field: 'reason' }] })
    const ended = await end(world.coordinator, measure)
    expect(ended).toMatchObject({ endedReason: 'It is measured elsewhere.', results: [{ numerator: 9 }] })
    expect(await record(world.member, measure.id, { numerator: 9, denominator: 10 })).toMatchObject({
      __typename: 'NotReady',
    })
    expect(await end(world.coordinator, ended)).toMatchObject({ __typename: 'NotReady' })
  })
})

describe('a result', () => {
  let measure: Measure
  beforeEach(async () => {
    measure = await set(world.coordinator)
  })

  it('is recorded by whoever is responsible, and by the board’s officers, in their agency’s name', async () => {
    expect(await record(world.member, measure.id, { numerator: 9, denominator: 10 })).toMatchObject({
      recordedByName: 'Morgan Lake',
      recordedByFor: expect.stringContaining('Police') as string,
    })
    for (const client of [world.chair, world.coordinator])
      expect(await record(client, measure.id, { numerator: 9, denominator: 10 })).toMatchObject({
        recordedByFor: expect.stringContaining('Adults board') as string,
      })
    const elsewhere = await set(world.coordinator, {}, other)
    expect(await recordCodes(world.member, elsewhere.id)).toEqual(['NOT_ALLOWED'])
    const scrutiny = await makePerson(server.db)
    await makeGrant(server.db, scrutiny, 'SCRUTINY', world.board)
    expect(await recordCodes(await server.as(scrutiny), measure.id)).toEqual(['NOT_ALLOWED'])
    expect(await recordCodes(world.outsider, measure.id)).toEqual(['NOT_FOUND'])
    expect(await recordCodes(server.anonymous(), measure.id)).toEqual(['NOT_SIGNED_IN'])
  })

  it('is not recorded by those with whom the area is shared, though they read it', async () => {
    const to = { boardId: world.otherBoard }
    await makeShare(server.db, place, world.coordinatorId, to, { level: 'CONTRIBUTE' })
    await record(world.member, measure.id, { numerator: 9, denominator: 10 })
    expect(await read(world.outsider, measure.id)).toMatchObject({
      results: [{ numerator: 9 }],
      viewerCan: { record: false },
    })
    expect(await recordCodes(world.outsider, measure.id)).toEqual(['NOT_ALLOWED'])
  })

  it('of a small sample says nothing for certain, and of a large one that the target is met', async () => {
    const few = await record(world.member, measure.id, { numerator: 9, denominator: 10 })
    expect(few.interval?.low).toBeCloseTo(0.5958, 4)
    expect(few.interval?.high).toBeCloseTo(0.9821, 4)
    expect(await read(world.member, measure.id)).toMatchObject({ judgement: { verdict: 'UNCERTAIN' } })
    await record(world.member, measure.id, { numerator: 290, denominator: 300, measuredOn: day(0) })
    expect(await read(world.member, measure.id)).toMatchObject({
      judgement: { verdict: 'MET', words: expect.stringContaining('93.9% to 98.2%') as string },
      latestResult: { numerator: 290 },
      results: [{ numerator: 290 }, { numerator: 9 }],
    })
  })

  it('of a sample of all cases has no interval, and one of more than all is refused', async () => {
    const most = { numerator: 9, denominator: 10, populationSize: 10 }
    expect(await record(world.member, measure.id, most)).toMatchObject({ interval: null })
    expect(await read(world.member, measure.id)).toMatchObject({
      judgement: { verdict: 'MET', words: expect.stringContaining('Counted in full') as string },
    })
    expect(await record(world.member, measure.id, { ...most, populationSize: 9 })).toMatchObject({
      problems: [{ field: 'populationSize' }],
    })
    expect(await record(world.member, measure.id, { numerator: 11, denominator: 10 })).toMatchObject({
      problems: [{ field: 'numerator' }],
    })
    expect(await record(world.member, measure.id, { ...most, measuredOn: day(2) })).toMatchObject({
      problems: [{ field: 'measuredOn' }],
    })
  })

  it('is kept once, however often it is sent', async () => {
    const once = { numerator: 9, denominator: 10, clientMutationId: id() }
    const first = await record(world.member, measure.id, once)
    expect(await record(world.member, measure.id, once)).toEqual(first)
    expect((await read(world.member, measure.id))?.results).toHaveLength(1)
  })

  it('can be about a reporting period of the board', async () => {
    const found = { numerator: 9, denominator: 10, measuredOn: null }
    expect(await record(world.member, measure.id, { ...found, periodStartsOn: '2026-07-01' })).toMatchObject({
      period: 'Q2 2026/27',
      measuredOn: '2026-09-30',
    })
    expect(await record(world.member, measure.id, { ...found, periodStartsOn: '2026-07-02' })).toMatchObject({
      __typename: 'NotReady',
    })
    expect(await record(world.member, measure.id, { ...found, periodStartsOn: '2096-07-01' })).toMatchObject({
      problems: [{ field: 'periodStartsOn' }],
    })
    expect(await record(world.member, measure.id, found)).toMatchObject({
      problems: [{ field: 'measuredOn' }],
    })
  })

  it('is never written over: a correction names it, and takes its place once', async () => {
    const wrong = await record(world.member, measure.id, { numerator: 9, denominator: 10 })
    const correction = { correctsId: wrong.id, numerator: 8, denominator: 10 }
    expect(await record(world.member, measure.id, correction)).toMatchObject({
      problems: [{ field: 'correctionReason' }],
    })
    const right = await record(world.member, measure.id, { ...correction, correctionReason: 'One was late.' })
    expect(right).toMatchObject({ numerator: 8, corrected: false })
    expect(
      await record(world.chair, measure.id, { ...correction, correctionReason: 'The same again.' }),
    ).toMatchObject({ __typename: 'NotReady' })
    expect(await read(world.member, measure.id)).toMatchObject({
      latestResult: { id: right.id },
      results: [{ id: right.id }, { id: wrong.id, numerator: 9, corrected: true }],
    })
    const gone = { correctsId: right.id, correctionReason: 'It was another measure.', retracts: true }
    expect(await record(world.member, measure.id, gone)).toMatchObject({ retracts: true, interval: null })
    expect(await read(world.member, measure.id)).toMatchObject({
      latestResult: null,
      judgement: { verdict: 'NO_RESULT' },
    })
  })

  it('is corrected by one alone of several who try at once', async () => {
    const tries = [world.member, world.chair, world.coordinator, world.second]
    for (let round = 0; round < 5; round += 1) {
      const wrong = await record(world.member, measure.id, { numerator: 9, denominator: 10 })
      const right = { correctsId: wrong.id, numerator: 8, denominator: 10, correctionReason: 'One was late.' }
      const answers = await Promise.all(tries.map((client) => record(client, measure.id, right)))
      expect(answers.map((answer) => answer.__typename).toSorted()).toEqual([
        'MeasureResult',
        'NotReady',
        'NotReady',
        'NotReady',
      ])
    }
  })

  it('stands in the log of the board', async () => {
    const result = await record(world.member, measure.id, { numerator: 9, denominator: 10 })
    const { rows } = await server.db.query(
      'select action, after from audit_event where record_id = any($1::uuid[]) order by sequence',
      [[measure.id, result.id]],
    )
    expect(rows).toMatchObject([
      { action: 'measure.set', after: { name: 'Meetings within five days', target: 'at least 90%' } },
      { action: 'measure.record', after: { result: '9 of 10 (90%)', measureId: measure.id } },
    ])
  })
})

describe('the measures of a plan', () => {
  it('are counted by how they stand', async () => {
    await set(world.coordinator)
    const met = await set(world.coordinator, { kind: 'AT_LEAST', target: 3, unit: 'visits' })
    await record(world.member, met.id, { value: 4 })
    const missed = await set(world.coordinator, { kind: 'AT_MOST', target: 3, unit: 'complaints' })
    await record(world.member, missed.id, { value: 4 })
    const uncertain = await set(world.coordinator, {}, other)
    await record(world.chair, uncertain.id, { numerator: 9, denominator: 10 })
    await set(world.coordinator, { kind: 'BY_DATE', targetOn: day(1) })
    await end(world.coordinator, await set(world.coordinator))
    const { plan } = await world.member.data<{ plan: { measureCounts: object } }>(
      'query($id: ID!) { plan(id: $id) { measureCounts { all met notMet uncertain noResult notDue } } }',
      { id: place.planId },
    )
    expect(plan.measureCounts).toEqual({ all: 5, met: 1, notMet: 1, uncertain: 1, noResult: 1, notDue: 1 })
  })

  it('that are not met although the action is complete are worth a second look', async () => {
    const measure = await set(world.coordinator, { kind: 'AT_MOST', target: 3, name: 'Complaints' })
    await record(world.member, measure.id, { value: 4 })
    await makeUpdate(server.db, place, action)
    expect((await pointers(action)).map(({ kind }) => kind)).not.toContain('COMPLETE_WITH_MEASURE_NOT_MET')
    await server.db.query(`update progress_update set status = 'COMPLETE' where action_id = $1`, [action])
    expect(await pointers(action)).toContainEqual({
      kind: 'COMPLETE_WITH_MEASURE_NOT_MET',
      words: expect.stringContaining('“Complaints” is not met') as string,
    })
  })
})
