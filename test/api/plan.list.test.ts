import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '@boardwork/server/src/db/newId.ts'
import { addDays, formatDay, todayInLondon } from '@boardwork/shared/board/dates.ts'
import { periodBefore, periodOn } from '@boardwork/shared/plan/reportingPeriod.ts'
import { countStatements } from '../support/countStatements.ts'
import {
  makeAction,
  makeArea,
  makeEvidence,
  makePlan,
  makeResponsible,
  makeShare,
  makeUpdate,
} from '../support/factories.ts'
import type { AreaPlace } from '../support/factories.ts'
import { startTestServer } from '../support/server.ts'
import type { ApiClient, TestServer } from '../support/server.ts'
import { makePlanWorld } from './plan.fixture.ts'
import type { PlanWorld } from './plan.fixture.ts'

const today = todayInLondon()
const last = periodBefore([], periodOn([], today))

const query = `query($id: ID!, $view: PlanView!, $filter: ActionFilterInput!, $page: Int!) { plan(id: $id) {
  actionChoices { period areas { label actions } agencies { label } people { value label } }
  actionList(view: $view, filter: $filter, page: $page) { all total lines before page pages ignored
    groups { key label count actions { id title status due dueOn deadlines { text isDate } responsible moreResponsible } } } } }`

interface List {
  all: number
  total: number
  lines: number
  before: number
  page: number
  pages: number
  ignored: string[]
  groups: { key: string; label: string; count: number; actions: { title: string; due: string }[] }[]
}

let server: TestServer
let world: PlanWorld
let planId: string
let place: AreaPlace
let second: AreaPlace
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  world = await makePlanWorld(server)
  planId = await makePlan(server.db, world.board)
  await server.db.query(`update plan set adopted_at = now() - interval '400 days' where id = $1`, [planId])
  place = await makeArea(server.db, world.board, planId, 'Better records')
  second = await makeArea(server.db, world.board, planId, 'Faster answers')
  await server.db.query(`update plan_area set position = 2, reference = '2' where id = $1`, [second.areaId])
})

interface Made {
  at?: AreaPlace
  due?: string[]
  status?: 'ON_TARGET' | 'COMPLETE' | 'AT_RISK'
  police?: boolean
  post?: string
  personId?: string
}

async function make(title: string, more: Made = {}): Promise<string> {
  const { db } = server
  const at = more.at ?? place
  const action = await makeAction(db, at, title)
  for (const deadline of more.due ?? []) await makeEvidence(db, at, action, 'A report', deadline)
  if (more.status)
    await makeUpdate(db, at, action, last.name, {
      startsOn: last.startsOn,
      endsOn: last.endsOn,
      status: more.status,
    })
  if (more.police) await makeResponsible(db, at, action, world.police)
  if (more.post) await makeResponsible(db, at, action, null, { postTitle: more.post })
  if (more.personId) await makeResponsible(db, at, action, null, { personId: more.personId })
  return action
}

const ask = async (
  filter: Record<string, unknown> = {},
  {
    view = 'AREA',
    page = 1,
    client = world.member,
  }: { view?: string; page?: number; client?: ApiClient } = {},
) =>
  (
    await client.data<{ plan: { actionList: List; actionChoices: Record<string, unknown> } }>(query, {
      id: planId,
      view,
      filter,
      page,
    })
  ).plan
const list = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).actionList
const titles = ({ groups }: List) => groups.flatMap(({ actions }) => actions.map(({ title }) => title))
const grouped = ({ groups }: List) =>
  Object.fromEntries(groups.map(({ label, actions }) => [label, actions.map(({ title }) => title)]))

describe('the views of a plan', () => {
  it('divide it by area, by agency, by person or post, and by deadline', async () => {
    await make('A', { police: true, post: 'Head of service', due: [formatDay(addDays(today, -1))] })
    await make('B', { at: second, post: 'Head of service', due: ['Quarterly'] })
    await make('C', { at: second, personId: world.memberId, status: 'COMPLETE', due: ['March 2020'] })
    expect(grouped(await list())).toEqual({ '1 Better records': ['A'], '2 Faster answers': ['B', 'C'] })
    const agencies = grouped(await list({}, { view: 'AGENCY' }))
    expect(Object.values(agencies)).toEqual([['A'], ['B', 'C']])
    expect(Object.keys(agencies)[1]).toBe('No agency is named')
    expect(grouped(await list({}, { view: 'PERSON' }))).toEqual({
      'Head of service': ['A', 'B'],
      'Morgan Lake': ['C'],
    })
    expect(grouped(await list({}, { view: 'DEADLINE' }))).toEqual({
      Overdue: ['A'],
      'No date': ['B'],
      Complete: ['C'],
    })
  })

  it('say of a deadline whether its words are a date', async () => {
    await make('A', { due: ['As soon as funds allow', '31 March 2030'] })
    const [group] = (await list()).groups
    expect(group?.actions[0]).toMatchObject({
      due: 'NO_DATE',
      dueOn: null,
      deadlines: [
        { text: '31 March 2030', isDate: true },
        { text: 'As soon as funds allow', isDate: false },
      ],
    })
  })

  it('show an action of two agencies under both, and count it once', async () => {
    const both = await make('A', { police: true })
    const { rows } = await server.db.query<{ id: string }>(
      'select organisation_id as id from board where id = $1',
      [world.board],
    )
    await makeResponsible(server.db, place, both, rows[0]?.id ?? '')
    // Who only authorises its updates is not responsible for it.
    await makeResponsible(server.db, place, both, null, { part: 'AUTHORISING', personId: world.memberId })
    expect(await list({}, { view: 'AGENCY' })).toMatchObject({ all: 1, total: 1, lines: 2 })
    expect(grouped(await list({}, { view: 'PERSON' }))).toEqual({ 'No person or post is named': ['A'] })
  })
})

describe('the filters of a plan', () => {
  it('choose by status, agency, person, post, area, words, and what was not reported', async () => {
    await make('Train the team', { police: true, status: 'AT_RISK' })
    await make('Audit 100% of records', { at: second, post: 'Head of Service', status: 'ON_TARGET' })
    await make('Ask people', { personId: world.memberId })
    const chosen = async (filter: Record<string, unknown>) => titles(await list(filter))
    expect(await chosen({ status: 'AT_RISK' })).toEqual(['Train the team'])
    expect(await chosen({ status: 'NONE' })).toEqual(['Ask people'])
    expect(await chosen({ agency: world.police })).toEqual(['Train the team'])
    expect(await chosen({ who: 'Head of Service' })).toEqual(['Audit 100% of records'])
    expect(await chosen({ who: world.memberId })).toEqual(['Ask people'])
    expect(await chosen({ area: second.areaId })).toEqual(['Audit 100% of records'])
    expect(await chosen({ words: 'TEAM' })).toEqual(['Train the team'])
    expect(await chosen({ words: 'head of' })).toEqual(['Audit 100% of records'])
    expect(await chosen({ words: '0%' })).toEqual(['Audit 100% of records'])
    expect(await chosen({ words: '_' })).toEqual([])
    expect(await chosen({ noUpdate: true })).toEqual(['Ask people'])
    expect(await chosen({ status: 'ON_TARGET', agency: world.police })).toEqual([])
    expect((await ask()).actionChoices).toMatchObject({
      period: last.name,
      areas: [
        { label: '1 Better records', actions: 2 },
        { label: '2 Faster answers', actions: 1 },
      ],
      people: [{ value: 'Head of Service' }, { value: world.memberId, label: 'Morgan Lake' }],
    })
  })

  it('choose by when an action is due, by the last of its deadlines', async () => {
    await make('Yesterday', { due: [formatDay(addDays(today, -1))] })
    await make('Done', { due: [formatDay(addDays(today, -1))], status: 'COMPLETE' })
    await make('Soon', { due: ['March 2020', formatDay(addDays(today, 10))] })
    await make('Far', { due: [formatDay(addDays(today, 400))] })
    await make('Never', { due: ['Ongoing'] })
    const chosen = async (filter: Record<string, unknown>) => titles(await list(filter)).toSorted()
    expect(await chosen({ due: 'OVERDUE' })).toEqual(['Yesterday'])
    expect(await chosen({ due: 'NO_DATE' })).toEqual(['Never'])
    expect(await chosen({ due: 'LATER' })).toContain('Far')
    expect(await chosen({ withinDays: 10 })).toEqual(['Soon'])
    expect(await chosen({ withinDays: 9 })).toEqual([])
    expect(await chosen({ dueFrom: addDays(today, -1), dueTo: addDays(today, 20) })).toEqual([
      'Soon',
      'Yesterday',
    ])
    expect(await chosen({ dueFrom: addDays(today, 11) })).toEqual(['Far'])
  })

  it('choose what has a pointer without an answer', async () => {
    await make('On target after its deadline', { due: ['March 2020'], status: 'ON_TARGET' })
    await make('Of today')
    // Adopted today: no period could have been reported.
    await server.db.query(`update plan set adopted_at = now() where id = $1`, [planId])
    const answer = await world.member.data<{ plan: { openPointers: number } }>(
      `query($id: ID!) { plan(id: $id) { openPointers } }`,
      { id: planId },
    )
    expect(answer.plan.openPointers).toBe(1)
    expect(titles(await list({ openPointers: true }))).toEqual(['On target after its deadline'])
  })

  it('leave out what is not in the plan, and say so', async () => {
    await make('A')
    expect(await list({ agency: newId(), area: newId(), who: 'Nobody' })).toMatchObject({
      total: 1,
      ignored: ['area', 'agency', 'who'],
    })
    expect(await list({}, { page: 7 })).toMatchObject({ page: 1, pages: 1, ignored: ['page'] })
    const draft = await makePlan(server.db, world.board, 'DRAFT')
    await makeAction(server.db, await makeArea(server.db, world.board, draft))
    planId = draft
    expect(await list({ noUpdate: true }, { client: world.coordinator })).toMatchObject({
      total: 1,
      ignored: ['noUpdate'],
    })
  })
})

describe('a large plan', () => {
  it('comes 100 lines at a time, each once', async () => {
    for (let made = 0; made < 120; made += 1) await make(`Action ${made}`, { at: made % 2 ? place : second })
    const pages = [await list(), await list({}, { page: 2 })]
    expect(pages.map(({ before, page, pages: of }) => [before, page, of])).toEqual([
      [0, 1, 2],
      [100, 2, 2],
    ])
    expect(new Set(pages.flatMap(titles)).size).toBe(120)
    // An area that goes on says how many actions it has on all pages.
    expect(pages.map(({ groups }) => groups.map(({ count, actions }) => [count, actions.length]))).toEqual([
      [
        [60, 60],
        [60, 40],
      ],
      [[60, 20]],
    ])
  })

  it.for(['AREA', 'AGENCY', 'PERSON', 'DEADLINE'])(
    'is read by as many statements, and is no more bytes, when it is ten times as large, by %s',
    async (view) => {
      const measure = async () => {
        const filter = { words: 'a', dueTo: '2199-12-31' }
        const statements = await countStatements(() => list(filter, { view }))
        return { statements, bytes: JSON.stringify(await list(filter, { view })).length }
      }
      for (let made = 0; made < 11; made += 1)
        await make('An action', { police: true, post: 'Head of service', due: ['March 2030'] })
      await makeTenTimesAsLarge()
      const few = await measure()
      await makeTenTimesAsLarge()
      const many = await measure()
      expect((await list()).all).toBe(1100)
      expect(few.statements).toBeGreaterThan(3)
      expect(many.statements).toBe(few.statements)
      // The counts have a figure more.
      expect(many.bytes - few.bytes).toBeLessThan(20)
    },
  )
})

async function makeTenTimesAsLarge(): Promise<void> {
  await server.db.query(
    `with made as (insert into plan_action (board_id, id, plan_id, area_id, position, reference, title)
      select board_id, uuidv7(), plan_id, area_id, position, reference, title
      from plan_action, generate_series(1, 9) where plan_id = $1 returning *),
    due as (insert into expected_evidence (board_id, id, plan_id, area_id, action_id, position, text, deadline)
      select board_id, uuidv7(), plan_id, area_id, id, 1, 'A report', 'March 2030' from made),
    post as (insert into action_responsible (board_id, id, plan_id, area_id, action_id, position, post_title)
      select board_id, uuidv7(), plan_id, area_id, id, 1, 'Head of service' from made)
    insert into action_responsible (board_id, id, plan_id, area_id, action_id, position, organisation_id)
    select board_id, uuidv7(), plan_id, area_id, id, 1, $2 from made`,
    [planId, world.police],
  )
}

it('somebody with whom an area is shared sees, counts and chooses its actions alone', async () => {
  await make('Hidden', { post: 'Head of hidden things', due: ['March 2020'] })
  await make('Open', { at: second })
  await makeShare(server.db, second, world.coordinatorId, { boardId: world.otherBoard })
  const asked = { client: world.outsider }
  const { actionList, actionChoices } = await ask({}, asked)
  expect(actionList).toMatchObject({ all: 1, total: 1, lines: 1 })
  expect(titles(actionList)).toEqual(['Open'])
  expect(actionChoices).toMatchObject({ areas: [{ label: '2 Faster answers', actions: 1 }], people: [] })
  expect(await list({ due: 'OVERDUE' }, asked)).toMatchObject({ total: 0 })
  expect(await list({ words: 'hidden' }, asked)).toMatchObject({ total: 0 })
  // An area that is not open to them is not there at all.
  expect(await list({ area: place.areaId, who: 'Head of hidden things' }, asked)).toMatchObject({
    total: 1,
    ignored: ['area', 'who'],
  })
})
