import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { newId } from '@boardwork/server/src/db/newId.ts'
import { todayInLondon } from '@boardwork/shared/board/dates.ts'
import { periodBefore, periodOn } from '@boardwork/shared/plan/reportingPeriod.ts'
import { countStatements } from '../support/countStatements.ts'
import {
  makeAction,
  makeArea,
  makeBoard,
  makeGrant,
  makePerson,
  makePlan,
  makeResponsible,
  makeSeat,
  makeUpdate,
} from '../support/factories.ts'
import type { AreaPlace } from '../support/factories.ts'
import { startTestServer } from '../support/server.ts'
import type { ApiClient, TestServer } from '../support/server.ts'
import { makePlanWorld } from './plan.fixture.ts'
import type { PlanWorld } from './plan.fixture.ts'

const running = periodOn([], todayInLondon())
const last = periodBefore([], running)

const query = `query($filter: YourFilterInput!, $after: String) { yourActions(filter: $filter, after: $after) {
  all total before next ignored boards { id name } actions { id title place { boardName } report { period { name } update { state } } } } }`

interface Yours {
  all: number
  total: number
  before: number
  next: string | null
  ignored: string[]
  boards: { id: string }[]
  actions: { id: string; title: string }[]
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
  place = await oldPlan(world.board)
})

/** An area of a plan that was adopted long ago, so that its updates are overdue. */
async function oldPlan(boardId: string): Promise<AreaPlace> {
  const planId = await makePlan(server.db, boardId)
  await server.db.query(`update plan set adopted_at = now() - interval '400 days' where id = $1`, [planId])
  return makeArea(server.db, boardId, planId)
}

async function actionOfPolice(title: string, at: AreaPlace = place): Promise<string> {
  const action = await makeAction(server.db, at, title)
  await makeResponsible(server.db, at, action, world.police)
  return action
}

/** Submits or authorises the update of every open period, so that nothing is due any more. */
async function reported(actionId: string, at: AreaPlace = place): Promise<void> {
  for (let period = running, back = 0; back < 12; back += 1, period = periodBefore([], period))
    await makeUpdate(server.db, at, actionId, period.name, {
      startsOn: period.startsOn,
      endsOn: period.endsOn,
      state: back === 0 ? 'SUBMITTED' : 'AUTHORISED',
    })
}

async function yours(
  client: ApiClient,
  filter: Record<string, unknown> = {},
  after: string | null = null,
): Promise<Yours> {
  return (await client.data<{ yourActions: Yours }>(query, { filter, after })).yourActions
}
const titles = ({ actions }: Yours) => actions.map(({ title }) => title)

it('are those of the person and of their agency, with what is due first before the others', async () => {
  const done = await actionOfPolice('Reported')
  const open = await actionOfPolice('Overdue')
  await reported(done)
  const leadId = await makePerson(server.db)
  await makeGrant(server.db, leadId, 'AGENCY_LEAD', world.police)
  const found = await yours(world.member)
  expect(titles(found)).toEqual(['Overdue', 'Reported'])
  expect(found).toMatchObject({ all: 2, total: 2, before: 0, next: null, ignored: [] })
  expect(await yours(await server.as(leadId))).toEqual(found)
  const { yourActions } = await world.member.data<{ yourActions: Yours }>('{ yourActions { total } }')
  expect(yourActions.total).toBe(2)
  expect(await yours(world.outsider)).toMatchObject({ all: 0, total: 0, boards: [], actions: [] })
  // Somebody who is named only to authorise has a part, and what waits for them can be asked for.
  const officerId = await makePerson(server.db)
  await makeSeat(server.db, world.otherBoard, world.police, { startsOn: '2020-01-01', endsOn: '2020-02-01' })
  await makeGrant(server.db, officerId, 'CHAIR', world.board)
  await makeResponsible(server.db, place, open, null, { part: 'AUTHORISING', personId: officerId })
  await makeResponsible(server.db, place, done, null, { part: 'AUTHORISING', personId: officerId })
  const officer = await server.as(officerId)
  expect(titles(await yours(officer, { due: 'DECIDE' }))).toEqual(['Reported'])
  expect(titles(await yours(world.member, { due: 'DECIDE' }))).toEqual([])
})

it('are filtered by board, status, what is due and whose they are', async () => {
  const third = await makeBoard(server.db, (await organisationOf(world.otherBoard)) ?? '')
  await makeSeat(server.db, third, world.police, { holderId: world.memberId })
  const there = await oldPlan(third)
  const far = await actionOfPolice('At the other board', there)
  const risky = await actionOfPolice('At risk')
  const own = await makeAction(server.db, place, 'Named in person')
  await makeResponsible(server.db, place, own, null, { personId: world.memberId })
  await makeUpdate(server.db, place, risky, last.name, {
    startsOn: last.startsOn,
    endsOn: last.endsOn,
    status: 'AT_RISK',
  })
  await reported(far, there)
  const ask = async (filter: Record<string, unknown>) => titles(await yours(world.member, filter)).toSorted()
  expect(await ask({})).toEqual(['At risk', 'At the other board', 'Named in person'])
  expect(await ask({ board: third })).toEqual(['At the other board'])
  expect(await ask({ status: 'AT_RISK' })).toEqual(['At risk'])
  expect(await ask({ status: 'NONE' })).toEqual(['Named in person'])
  expect(await ask({ whose: 'MINE' })).toEqual(['Named in person'])
  expect(await ask({ whose: 'AGENCY' })).toEqual(['At risk', 'At the other board'])
  expect(await ask({ due: 'NOTHING' })).toEqual(['At the other board'])
  expect(await ask({ due: 'OVERDUE', whose: 'AGENCY' })).toEqual(['At risk'])
  expect((await yours(world.member)).boards.map(({ id }) => id).toSorted()).toEqual(
    [world.board, third].toSorted(),
  )
})

it('come 25 at a time, and none is passed over while somebody reports them', async () => {
  const all: string[] = []
  for (let made = 0; made < 30; made += 1) all.push(await actionOfPolice(`Action ${made}`))
  const first = await yours(world.member)
  expect(first).toMatchObject({ all: 30, total: 30, before: 0 })
  expect(first.actions.length).toBe(25)
  // What is reported moves behind all others, also the last of the page.
  for (const action of first.actions.slice(20)) await reported(action.id)
  const second = await yours(world.member, {}, first.next)
  expect(new Set([...first.actions, ...second.actions].map(({ id }) => id))).toEqual(new Set(all))
  expect(second.next).toBeNull()
  expect(second.before + second.actions.length).toBe(30)
})

it('an address that is old or of somebody else shows all, and says so', async () => {
  await actionOfPolice('One')
  expect(await yours(world.member, { board: newId() })).toMatchObject({ total: 1, ignored: ['board'] })
  expect(await yours(world.member, {}, `2026-01-01~${newId()}`)).toMatchObject({
    total: 1,
    before: 0,
    ignored: ['after'],
  })
})

it('are read by as many statements, and are no more bytes, when there are ten times as many', async () => {
  const measure = async () => {
    const statements = await countStatements(() => yours(world.member))
    return { statements, bytes: JSON.stringify(await yours(world.member)).length }
  }
  for (let made = 0; made < 30; made += 1) await actionOfPolice('An action')
  const few = await measure()
  for (let made = 0; made < 270; made += 1) await actionOfPolice('An action')
  const many = await measure()
  expect(few.statements).toBeGreaterThan(5)
  expect(many.statements).toBe(few.statements)
  // A total has a figure more.
  expect(many.bytes - few.bytes).toBeLessThan(10)
})

async function organisationOf(boardId: string): Promise<string | undefined> {
  const { rows } = await server.db.query<{ id: string }>(
    'select organisation_id as id from board where id = $1',
    [boardId],
  )
  return rows[0]?.id
}
