import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { periodBefore, periodOn } from '@boardwork/shared/plan/reportingPeriod.ts'
import { formatDay, todayInLondon } from '@boardwork/shared/board/dates.ts'
import {
  makeAction,
  makeArea,
  makeEvidence,
  makePlan,
  makeResponsible,
  makeUpdate,
} from '../support/factories.ts'
import type { AreaPlace } from '../support/factories.ts'
import { startTestServer } from '../support/server.ts'
import type { ApiClient, TestServer } from '../support/server.ts'
import { id, makePlanWorld } from './plan.fixture.ts'
import type { PlanWorld } from './plan.fixture.ts'

const read = `query($id: ID!) { planAction(id: $id) { viewerCanAnswer
  pointers { kind facts words answer { reason answeredByName } } } }`
const answerPointer = `mutation($input: AnswerPointerInput!) { result: answerPointer(input: $input) { __typename
  ... on PlanAction { pointers { kind answer { reason } } } ... on InvalidInput { problems { field } } } }`

interface Pointer {
  kind: string
  facts: string
  words: string
  answer: { reason: string; answeredByName: string } | null
}

const last = periodBefore([], periodOn([], todayInLondon()))
const before = periodBefore([], last)

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
  const { db } = server
  const planId = await makePlan(db, world.board)
  await db.query(`update plan set adopted_at = $2 where id = $1`, [planId, `${before.startsOn}T12:00:00Z`])
  place = await makeArea(db, world.board, planId)
  actionId = await makeAction(db, place, 'Train the staff. See 9.9 above.')
  await makeEvidence(db, place, actionId, 'A training log', 'End March 2020')
  await makeUpdate(db, place, actionId, before.name, before)
  await makeResponsible(db, place, actionId, world.police)
})

const pointers = async (client: ApiClient) => {
  const { planAction } = await client.data<{ planAction: { viewerCanAnswer: boolean; pointers: Pointer[] } }>(
    read,
    { id: actionId },
  )
  return planAction
}
const kinds = async (client: ApiClient) => (await pointers(client)).pointers.map(({ kind }) => kind)
const answer = (client: ApiClient, more: Record<string, unknown>) =>
  client.data<{ result: unknown }>(answerPointer, {
    input: {
      actionId,
      kind: 'PAST_DEADLINE',
      facts: '',
      reason: 'It was moved.',
      clientMutationId: id(),
      ...more,
    },
  })

describe('what does not seem to fit about an action', () => {
  it('is a deadline before the plan began', async () => {
    actionId = await makeAction(server.db, place, 'Write the guide')
    await makeEvidence(server.db, place, actionId, 'The guide', 'March 1999')
    expect((await pointers(world.member)).pointers.map(({ words }) => words)).toContain(
      `The deadline, 31 March 1999, is before the plan began on ${formatDay(before.startsOn)}. Check the year.`,
    )
  })

  it('is pointed out to everybody who sees the plan, and alters nothing', async () => {
    const stamp = () =>
      server.db.query('select to_jsonb(u) from progress_update u where action_id = $1', [actionId])
    const { rows } = await stamp()
    for (const client of [world.member, world.chair, world.coordinator])
      expect(await kinds(client)).toEqual(expect.arrayContaining(['PAST_DEADLINE', 'REFERENCE_TO_NOTHING']))
    expect((await stamp()).rows).toEqual(rows)
    // A period without an update is one once it is closed, whenever its updates were due.
    await server.db.query(
      `insert into period_closing (board_id, id, starts_on, ends_on, name, closed_at, closed_by_id, closed_by_name)
      values ($1, $2, $3, $4, $5, now(), $6, 'Casey Brook')`,
      [world.board, id(), last.startsOn, last.endsOn, last.name, world.coordinatorId],
    )
    expect(await kinds(world.member)).toContain('NO_UPDATE')
  })

  it('an owner who has left is one, an agency without a seat too, and those who stay are none', async () => {
    await makeResponsible(server.db, place, actionId, null, { personId: world.memberId, part: 'LEAD' })
    expect(await kinds(world.coordinator)).not.toContain('OWNER_LEFT')
    await server.db.query(`update seat set ends_on = current_date - 1 where board_id = $1`, [world.board])
    const { pointers: found } = await pointers(world.coordinator)
    expect(found.find(({ kind }) => kind === 'OWNER_LEFT')?.words).toMatch(
      /^(Morgan Lake and Police|Police \S+ and Morgan Lake)/,
    )
  })

  it('is answered with a reason, which stands until the facts change', async () => {
    const [pointer] = (await pointers(world.member)).pointers
    const { kind, facts } = pointer ?? { kind: '', facts: '' }
    expect(await answer(world.member, { kind, facts, reason: ' ' })).toMatchObject({
      result: { problems: [{ field: 'reason' }] },
    })
    const once = { kind, facts, clientMutationId: id() }
    await answer(world.member, once)
    await answer(world.member, once)
    const { rows } = await server.db.query('select from pointer_answer where action_id = $1', [actionId])
    expect(rows).toHaveLength(1)
    expect((await pointers(world.chair)).pointers[0]?.answer).toEqual({
      reason: 'It was moved.',
      answeredByName: 'Morgan Lake',
    })
    await makeEvidence(server.db, place, actionId, 'Another log', 'End April 2020')
    expect((await pointers(world.chair)).pointers[0]).toMatchObject({ kind, answer: null })
  })

  it('is answered by those who write about the action, and by nobody else', async () => {
    for (const client of [world.member, world.coordinator])
      expect((await pointers(client)).viewerCanAnswer).toBe(true)
    expect((await pointers(world.chair)).viewerCanAnswer).toBe(false)
    const input = { actionId, kind: 'NO_UPDATE', facts: '', reason: 'None.', clientMutationId: id() }
    expect(await world.chair.codes(answerPointer, { input })).toEqual(['NOT_ALLOWED'])
    expect(await world.outsider.codes(answerPointer, { input })).toEqual(['NOT_FOUND'])
  })
})
