import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { todayInLondon } from '@boardwork/shared/board/dates.ts'
import { periodBefore, periodOn } from '@boardwork/shared/plan/reportingPeriod.ts'
import type { Period } from '@boardwork/shared/plan/reportingPeriod.ts'
import type { ActionStatus } from '@boardwork/shared/plan/actionStatus.ts'
import {
  makeAction,
  makeArea,
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

const running = periodOn([], todayInLondon())
const last = periodBefore([], running)
const earlier = periodBefore([], last)

const query = `query($id: ID!, $startsOn: LocalDate) { board(id: $id) { summary(startsOn: $startsOn) {
  period { name closed } previous { name } periods { name } laterCorrections
  parts { kind of label moves { before now actions } } } } }`

interface Summary {
  period: { name: string; closed: boolean }
  previous: { name: string } | null
  periods: { name: string }[]
  laterCorrections: number
  parts: {
    kind: string
    of: string
    label: string
    moves: { before: ActionStatus | null; now: ActionStatus | null; actions: number }[]
  }[]
}

let server: TestServer
let world: PlanWorld
let place: AreaPlace
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  world = await makePlanWorld(server)
  const planId = await makePlan(server.db, world.board)
  await server.db.query(`update plan set adopted_at = now() - interval '400 days' where id = $1`, [planId])
  place = await makeArea(server.db, world.board, planId)
})

const summary = async (client: ApiClient, startsOn: string | null = null) =>
  (await client.data<{ board: { summary: Summary } }>(query, { id: world.board, startsOn })).board.summary

const report = (
  action: string,
  period: Period,
  status: ActionStatus,
  more: Parameters<typeof makeUpdate>[4] = {},
) =>
  makeUpdate(server.db, place, action, period.name, {
    startsOn: period.startsOn,
    endsOn: period.endsOn,
    status,
    ...more,
  })

/** "AT_RISK>ON_TARGET 2": the moves of one part, in a fixed order. */
const movesOf = ({ parts }: Summary, kind: string) =>
  parts
    .find((part) => part.kind === kind)
    ?.moves.map(({ before, now, actions }) => `${before ?? '-'}>${now ?? '-'} ${actions}`)
    .toSorted()

it('counts how the actions stood in the period that ended last and in the one before', async () => {
  const [one, two, three] = [
    await makeAction(server.db, place),
    await makeAction(server.db, place),
    await makeAction(server.db, place),
  ]
  await makeResponsible(server.db, place, one, world.police)
  await report(one, earlier, 'AT_RISK')
  await report(one, last, 'ON_TARGET')
  await report(two, last, 'OFF_TARGET')
  await report(three, earlier, 'COMPLETE')
  // What is not authorised is not the board's word, and a draft plan is not counted.
  await report(three, last, 'COMPLETE', { state: 'SUBMITTED', writtenById: world.memberId })
  await makeAction(
    server.db,
    await makeArea(server.db, world.board, await makePlan(server.db, world.board, 'DRAFT')),
  )
  const found = await summary(world.member)
  expect(found).toMatchObject({
    period: { name: last.name, closed: false },
    previous: { name: earlier.name },
  })
  const all = ['->OFF_TARGET 1', 'AT_RISK>ON_TARGET 1', 'COMPLETE>- 1']
  expect(movesOf(found, 'BOARD')).toEqual(all)
  expect(movesOf(found, 'PLAN')).toEqual(all)
  expect(movesOf(found, 'AREA')).toEqual(all)
  expect(movesOf(found, 'AGENCY')).toEqual(['AT_RISK>ON_TARGET 1'])
  expect(await summary(world.coordinator)).toEqual(found)
  // Another period can be asked for, and one that there is not is the latest.
  expect(movesOf(await summary(world.member, earlier.startsOn), 'BOARD')).toEqual([
    '->- 1',
    '->AT_RISK 1',
    '->COMPLETE 1',
  ])
  expect(await summary(world.member, '2001-01-01')).toEqual(found)
})

it('tells of a closed period what stood when it was closed, and how much was corrected later', async () => {
  const action = await makeAction(server.db, place)
  const before = new Date(Date.now() - 3_600_000)
  const original = await report(action, last, 'ON_TARGET', { decidedAt: before, corrected: true })
  const soonAfter = new Date(before.getTime() + 1000)
  await report(action, last, 'AT_RISK', { decidedAt: soonAfter, corrects: original })
  expect(movesOf(await summary(world.member), 'BOARD')).toEqual(['->AT_RISK 1'])
  await world.coordinator.data(
    `mutation($input: ClosePeriodInput!) { closePeriod(input: $input) { __typename } }`,
    { input: { boardId: world.board, startsOn: last.startsOn, clientMutationId: id() } },
  )
  const other = await makeAction(server.db, place)
  const late = await report(other, last, 'COMPLETE', { decidedAt: before, corrected: true })
  await report(other, last, 'OFF_TARGET', { decidedAt: new Date(Date.now() + 3_600_000), corrects: late })
  const found = await summary(world.member)
  expect(found.period).toEqual({ name: last.name, closed: true })
  expect(movesOf(found, 'BOARD')).toEqual(['->AT_RISK 1', '->COMPLETE 1'])
  expect(found.laterCorrections).toBe(1)
})

it('counts for somebody with whom an area is shared the actions of that area alone', async () => {
  await report(await makeAction(server.db, place), last, 'ON_TARGET')
  const other = await makeArea(server.db, world.board, place.planId, 'Another area')
  await makeAction(server.db, other)
  await makeShare(server.db, place, world.coordinatorId, { boardId: world.otherBoard })
  const found = await summary(world.outsider)
  expect(movesOf(found, 'BOARD')).toEqual(['->ON_TARGET 1'])
  expect(found.parts.filter(({ kind }) => kind === 'AREA').map(({ of }) => of)).toEqual([place.areaId])
})
