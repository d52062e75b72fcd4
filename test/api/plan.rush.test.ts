import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { verifyChains } from '@boardwork/server/src/audit/verifyChains.ts'
import { readSettings } from '@boardwork/server/src/env.ts'
import { todayInLondon } from '@boardwork/shared/board/dates.ts'
import { periodBefore, periodOn } from '@boardwork/shared/plan/reportingPeriod.ts'
import {
  makeAction,
  makeArea,
  makeDeputy,
  makePerson,
  makePlan,
  makeResponsible,
} from '../support/factories.ts'
import { startTestServer } from '../support/server.ts'
import type { ApiClient, TestServer } from '../support/server.ts'
import { id, makePlanWorld } from './plan.fixture.ts'
import type { PlanWorld } from './plan.fixture.ts'

const people = 200
const quarter = periodBefore([], periodOn([], todayInLondon()))

const writeUpdate = `mutation($input: WriteUpdateInput!) { result: writeUpdate(input: $input) { __typename
  ... on ProgressUpdate { id narrative } ... on Conflict { currentVersion fields { yours } } ... on NotReady { message } } }`
const closePeriod = `mutation($input: ClosePeriodInput!) { result: closePeriod(input: $input) { __typename
  ... on PeriodClosing { name } } }`

interface Answer {
  __typename: string
  id?: string
  message?: string
}

let server: TestServer
let world: PlanWorld
let clients: ApiClient[]
/** Half as many as people: two write about each. */
let actions: string[]
beforeAll(async () => {
  server = await startTestServer({ poolSize: readSettings({}).poolSize })
})
afterAll(() => server.close())
beforeEach(async () => {
  const { db } = server
  world = await makePlanWorld(server)
  const planId = await makePlan(db, world.board)
  await db.query(`update plan set adopted_at = now() - interval '400 days' where id = $1`, [planId])
  const place = await makeArea(db, world.board, planId)
  const { rows } = await db.query<{ id: string }>('select id from seat where board_id = $1', [world.board])
  actions = []
  for (let made = 0; made < people / 2; made += 1) {
    const action = await makeAction(db, place, `Action ${made}`)
    await makeResponsible(db, place, action, world.police)
    actions.push(action)
  }
  clients = []
  for (let made = 0; made < people; made += 1) {
    const person = await makePerson(db)
    await makeDeputy(db, world.board, rows[0]?.id ?? '', person)
    clients.push(await server.as(person))
  }
})

/** What each person sends; as impatient as people are, each sends it a second time at once. */
async function everybodySaves(): Promise<{ narrative: string; answers: Answer[] }[]> {
  return Promise.all(
    clients.map(async (client, index) => {
      const narrative = `Written by person ${index}.`
      const input = {
        actionId: actions[index % actions.length],
        periodStartsOn: quarter.startsOn,
        status: 'ON_TARGET',
        percentComplete: 50,
        narrative,
        issues: '',
        correctiveActions: '',
        submit: true,
        version: 0,
        clientMutationId: id(),
      }
      const send = async () => (await client.data<{ result: Answer }>(writeUpdate, { input })).result
      return { narrative, answers: await Promise.all([send(), send()]) }
    }),
  )
}

/** Every update that was acknowledged is there once, with its words and its one event, and no other is. */
async function expectWhole(saved: { narrative: string; id: string }[]): Promise<void> {
  const { rows } = await server.db.query<{ id: string; narrative: string }>(
    'select id, narrative from progress_update where board_id = $1',
    [world.board],
  )
  expect(new Map(rows.map((row) => [row.id, row.narrative]))).toEqual(
    new Map(saved.map((each) => [each.id, each.narrative])),
  )
  expect(rows.length).toBe(saved.length)
  const { rows: events } = await server.db.query<{ record_id: string }>(
    `select record_id from audit_event where chain_id = $1 and record_type = 'ProgressUpdate'`,
    [world.board],
  )
  expect(events.map((event) => event.record_id).toSorted()).toEqual(saved.map((each) => each.id).toSorted())
  for await (const { chainId, damage } of verifyChains(server.db)) expect(damage, chainId).toBeNull()
}

it('200 people save at once, two about each action: one is kept, the other is told, and nothing is doubled', async () => {
  const sent = await everybodySaves()
  const saved = sent.flatMap(({ narrative, answers: [first, second] }) => {
    // A repeat says what the first try said.
    expect(second, narrative).toEqual(first)
    if (first?.__typename === 'ProgressUpdate' && first.id) return [{ narrative, id: first.id }]
    expect(first?.__typename, narrative).toMatch(/^(Conflict|NotReady)$/)
    return []
  })
  expect(saved.length).toBe(actions.length)
  await expectWhole(saved)
})

it('the quarter is closed while 200 people save: each is in before that, or is told that it was closed', async () => {
  let closed: Answer | undefined
  const [sent] = await Promise.all([
    everybodySaves(),
    // Not before some are in: whoever closes waits for those that are being saved.
    untilSaved(10).then(async () => {
      const input = { boardId: world.board, startsOn: quarter.startsOn, clientMutationId: id() }
      closed = (await world.coordinator.data<{ result: Answer }>(closePeriod, { input })).result
    }),
  ])
  expect(closed).toMatchObject({ __typename: 'PeriodClosing' })
  const told = sent
    .flatMap(({ answers }) => answers)
    .filter(({ message }) => message?.includes('has been closed'))
  expect(told.length).toBeGreaterThan(0)
  const saved = sent.flatMap(({ narrative, answers }) => {
    // The second try may come after the closing when the first was refused before it, never the other way round.
    const kept = answers.find((answer) => answer.__typename === 'ProgressUpdate')
    for (const answer of answers)
      expect(answer.__typename, narrative).toMatch(/^(ProgressUpdate|Conflict|NotReady)$/)
    return kept?.id ? [{ narrative, id: kept.id }] : []
  })
  await expectWhole(saved)
  const { rows } = await server.db.query(
    `select from audit_event e, audit_event closing where e.chain_id = $1 and closing.chain_id = $1
      and closing.action = 'period.close' and e.record_type = 'ProgressUpdate' and e.sequence > closing.sequence`,
    [world.board],
  )
  expect(rows).toEqual([])
})

async function untilSaved(count: number): Promise<void> {
  for (;;) {
    const { rows } = await server.db.query<{ saved: number }>(
      'select count(*)::int as saved from progress_update where board_id = $1',
      [world.board],
    )
    if ((rows[0]?.saved ?? 0) >= count) return
  }
}
