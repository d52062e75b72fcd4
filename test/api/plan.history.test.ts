import { periodBefore, periodOn } from '@boardwork/shared/plan/reportingPeriod.ts'
import { todayInLondon } from '@boardwork/shared/board/dates.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  makeAction,
  makeArea,
  makeGrant,
  makePerson,
  makePlan,
  makeResponsible,
  makeShare,
} from '../support/factories.ts'
import type { AreaPlace } from '../support/factories.ts'
import { startTestServer } from '../support/server.ts'
import type { ApiClient, TestServer } from '../support/server.ts'
import { id, importPlan, makePlanWorld, savePlan, shortPlan } from './plan.fixture.ts'
import type { PlanWorld } from './plan.fixture.ts'

const planHistory = `query($of: HistoryOf!, $id: ID!, $first: Int! = 50, $after: Int) {
  planHistory(of: $of, id: $id, first: $first, after: $after) { title next
    entries { sequence sentence text action { id } fields { words before after } } } }`
const editAction = `mutation($input: EditActionInput!) { result: editAction(input: $input) { __typename
  ... on PlanAction { version activities { id title } } ... on Conflict { fields { field theirs yours } } } }`
const writeUpdate = `mutation($input: WriteUpdateInput!) { result: writeUpdate(input: $input) { __typename
  ... on ProgressUpdate { id version } } }`
const authorise = `mutation($input: AuthoriseUpdateInput!) { result: authoriseUpdate(input: $input) { __typename } }`
const addEvidence = `mutation($input: AddEvidenceInput!) { result: addEvidence(input: $input) { __typename
  ... on Evidence { id } } }`
const withdraw = `mutation($input: WithdrawEvidenceInput!) { result: withdrawEvidence(input: $input) { __typename } }`
const comment = `mutation($input: CommentOnAreaInput!) { result: commentOnArea(input: $input) { __typename } }`
const adopt = `mutation($input: AdoptPlanInput!) { adoptPlan(input: $input) { __typename } }`
const readOrigins = `query($id: ID!) { planAction(id: $id) {
  origins { field fileName places changed words } } }`

interface History {
  title: string
  next: number | null
  entries: {
    sequence: number
    sentence: string
    text: string | null
    action: { id: string } | null
    fields: { words: string; before: string; after: string }[]
  }[]
}
interface Made {
  result: { __typename: string; id: string; version: number; activities: { id: string; title: string }[] }
}

let server: TestServer
let world: PlanWorld
let place: AreaPlace
let actionId: string
/** Reads the board's plans, and looks up nobody. */
let scrutiny: ApiClient
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  world = await makePlanWorld(server)
  const { db } = server
  const planId = await makePlan(db, world.board)
  await db.query(`update plan set adopted_at = now() - interval '400 days' where id = $1`, [planId])
  place = await makeArea(db, world.board, planId, 'Recording')
  actionId = await makeAction(db, place, 'Write it down', '1.1')
  await makeResponsible(db, place, actionId, world.police)
  const scrutinyId = await makePerson(db)
  await makeGrant(db, scrutinyId, 'SCRUTINY', world.board)
  scrutiny = await server.as(scrutinyId)
})

const history = async (client: ApiClient, more: Record<string, unknown> = {}) =>
  (await client.data<{ planHistory: History | null }>(planHistory, { of: 'ACTION', id: actionId, ...more }))
    .planHistory
const sentences = async (client: ApiClient, more = {}) =>
  (await history(client, more))?.entries.map(({ sentence }) => sentence)
const send = async (client: ApiClient, mutation: string, input: Record<string, unknown>) =>
  (await client.data<Made>(mutation, { input: { clientMutationId: id(), ...input } })).result
const edit = (client: ApiClient, more: Record<string, unknown> = {}) =>
  send(client, editAction, {
    actionId,
    version: 1,
    reference: '1.1',
    title: 'Write it down',
    outcome: '',
    evidence: [],
    responsible: [{ postTitle: '', organisationId: world.police }],
    ...more,
  })
const last = periodBefore([], periodOn([], todayInLondon()))
const write = (client: ApiClient, more: Record<string, unknown> = {}) =>
  send(client, writeUpdate, {
    actionId,
    periodStartsOn: last.startsOn,
    status: 'ON_TARGET',
    percentComplete: 40,
    narrative: 'Two teams were trained.',
    issues: '',
    correctiveActions: '',
    submit: true,
    version: 0,
    ...more,
  })

describe('the history of an action', () => {
  it('says who changed which field, from what to what, to everybody who sees it', async () => {
    await edit(world.coordinator, {
      title: 'Write it down at once',
      evidence: [{ text: 'An audit', deadline: 'March' }],
    })
    const found = await history(world.member)
    expect(found).toMatchObject({
      title: '1.1 Write it down at once',
      next: null,
      entries: [
        {
          sentence: 'Casey Brook edited an action of the plan.',
          fields: [
            { words: 'What is to be done', before: 'Write it down', after: 'Write it down at once' },
            { words: 'Evidence and deadlines', before: '', after: 'An audit — March' },
          ],
        },
      ],
    })
    expect(await history(world.coordinator)).toEqual(found)
    expect(await history(world.outsider)).toBeNull()
  })

  it('keeps to the pages', async () => {
    for (const version of [1, 2, 3]) await edit(world.coordinator, { version, title: `Title ${version}` })
    const first = await history(world.member, { first: 2 })
    expect(first?.entries.map(({ fields }) => fields[0]?.after)).toEqual(['Title 3', 'Title 2'])
    const rest = await history(world.member, { first: 2, after: first?.next })
    expect(rest).toMatchObject({ next: null, entries: [{ fields: [{ after: 'Title 1' }] }] })
  })

  it('begins for the members with the adoption of the plan', async () => {
    await server.db.query(`update plan set state = 'DRAFT', adopted_at = null where id = $1`, [place.planId])
    await edit(world.coordinator, { title: 'A first wording' })
    await send(world.chair, adopt, { planId: place.planId, version: 1 })
    await edit(world.coordinator, { title: 'What the board reads', version: 2 })
    expect(await sentences(world.chair)).toHaveLength(2)
    expect(JSON.stringify(await history(world.member))).not.toContain('Write it down"')
    expect(await sentences(world.member)).toHaveLength(1)
    expect(await sentences(world.member, { of: 'PLAN', id: place.planId })).toEqual([
      'Casey Brook edited an action of the plan.',
      'Chris Hill adopted the plan.',
    ])
  })

  it('tells of an update what was authorised, and its drafts only to those who work on it', async () => {
    const draft = await write(world.member, { submit: false, narrative: 'A rash word.' })
    await write(world.member, { version: 1 })
    expect(await sentences(scrutiny)).toEqual([])
    await send(world.coordinator, authorise, { updateId: draft.id, version: 2 })
    const read = await history(scrutiny)
    expect(read?.entries).toMatchObject([
      { sentence: `Casey Brook authorised how an action went in ${last.name}.` },
    ])
    expect(read?.entries[0]?.fields).toEqual(
      expect.arrayContaining([
        { words: 'What was done', before: '', after: 'Two teams were trained.' },
        { words: 'Status', before: '', after: 'On target' },
      ]),
    )
    expect(JSON.stringify(read)).not.toContain('rash')
    for (const client of [world.member, world.chair])
      expect(JSON.stringify(await history(client))).toContain('A rash word.')
  })

  it('does not tell what a correction took the place of, where that was never authorised', async () => {
    const held = await write(world.member, { narrative: 'A rash word.' })
    const { rows } = await server.db.query(
      `insert into period_closing (board_id, id, starts_on, ends_on, name, closed_at, closed_by_id, closed_by_name)
      values ($1, $2, $3, $4, $5, now(), $6, 'Casey Brook') returning id`,
      [world.board, id(), last.startsOn, last.endsOn, last.name, world.coordinatorId],
    )
    expect(rows).toHaveLength(1)
    const correction = await write(world.member, { correctsId: held.id, correctionReason: 'Too rash.' })
    await send(world.coordinator, authorise, { updateId: correction.id, version: 1 })
    const read = await history(scrutiny)
    expect(read?.entries).toHaveLength(1)
    expect(JSON.stringify(read)).not.toContain('A rash word')
  })

  it('names who is responsible only as far as the reader may look them up', async () => {
    await edit(world.coordinator, {
      responsible: [{ part: 'LEAD', postTitle: 'Inspector', personId: world.memberId }],
    })
    const named = async (client: ApiClient) => (await history(client))?.entries[0]?.fields[0]?.after
    expect(await named(world.member)).toBe('Lead officer: Inspector, Morgan Lake')
    expect(await named(scrutiny)).toBe('Lead officer: Inspector')
    // As it was kept before: a text with names in it.
    await server.db.query(
      `insert into audit_event (chain_id, sequence, happened_at, person_name, under, action, record_type, record_id,
        before, after, previous_hash, hash)
      select chain_id, sequence + 1, now(), 'Casey Brook', '{}', action, record_type, record_id, '{}',
        '{"responsible": "Inspector, Morgan Lake"}', hash, sha256(hash)
      from audit_event where chain_id = $1 order by sequence desc limit 1`,
      [world.board],
    )
    expect(await named(world.coordinator)).toBe('Inspector, Morgan Lake')
    expect(await named(scrutiny)).toBeUndefined()
  })

  it('leaves out what was withdrawn, but for the officers and who added it', async () => {
    const piece = await send(world.member, addEvidence, { actionId, words: 'Notes of the audit' })
    expect((await history(scrutiny))?.entries).toMatchObject([{ text: 'Notes of the audit' }])
    await send(world.coordinator, withdraw, {
      evidenceId: piece.id,
      version: 1,
      reason: 'It names somebody.',
    })
    expect(await sentences(scrutiny)).toEqual([])
    for (const client of [world.member, world.chair]) expect(await sentences(client)).toHaveLength(2)
  })

  it('of an area holds its comments and shares, and is as open as the area', async () => {
    await send(world.member, comment, { areaId: place.areaId, body: 'We agree.' })
    const other = await makeArea(server.db, world.board, place.planId, 'Not shared')
    await send(world.member, comment, { areaId: other.areaId, body: 'Between us.' })
    await makeShare(server.db, place, world.coordinatorId, { boardId: world.otherBoard })
    const area = { of: 'AREA', id: place.areaId }
    expect((await history(world.outsider, area))?.entries).toMatchObject([{ text: 'We agree.' }])
    expect(await history(world.outsider, { of: 'AREA', id: other.areaId })).toBeNull()
    const plan = { of: 'PLAN', id: place.planId }
    expect(await sentences(world.outsider, plan)).toHaveLength(1)
    expect(await sentences(scrutiny, plan)).toHaveLength(2)
  })
})

describe('the activities of an action', () => {
  const step = (title: string, known: string | null = null) => ({
    id: known,
    title,
    lead: '',
    deadline: '',
    status: '',
    comments: '',
  })

  it('are added, changed, moved and taken away; each keeps its id, and the history says it', async () => {
    const first = await edit(world.coordinator, { activities: [step('Plan'), step('Do'), step(' ')] })
    expect(first.activities.map(({ title }) => title)).toEqual(['Plan', 'Do'])
    const [plan, doing] = first.activities
    const second = await edit(world.coordinator, {
      version: 2,
      activities: [step('Do it', doing?.id), step('Check'), step('Plan', plan?.id)],
    })
    expect(second.activities).toMatchObject([{ id: doing?.id, title: 'Do it' }, { title: 'Check' }, plan])
    const third = await edit(world.coordinator, { version: 3, activities: [step('Plan', plan?.id)] })
    expect(third.activities).toEqual([plan])
    expect((await history(world.member))?.entries[1]?.fields).toEqual([
      { words: 'Activities', before: 'Plan\nDo', after: 'Do it\nCheck\nPlan' },
    ])
    // Left out, they stay; two people who change them at once see both.
    expect((await edit(world.coordinator, { version: 4 })).activities).toEqual([plan])
    expect(await edit(world.second, { version: 1, activities: [step('Mine')] })).toMatchObject({
      __typename: 'Conflict',
      fields: [{ field: 'activities', theirs: 'Plan', yours: 'Mine' }],
    })
    expect(
      await world.member.codes(editAction, {
        input: {
          actionId,
          version: 5,
          reference: '',
          title: 'T',
          outcome: '',
          evidence: [],
          responsible: [],
          activities: [],
          clientMutationId: id(),
        },
      }),
    ).toEqual(['NOT_ALLOWED'])
  })

  it('stand as the newest authorised update says', async () => {
    const { activities } = await edit(world.coordinator, { activities: [step('Plan'), step('Do')] })
    const [plan, doing] = activities
    const note = { activityId: plan?.id, status: 'COMPLETE', comments: 'On the day' }
    const stranger = { activityId: id(), status: 'COMPLETE', comments: '' }
    const empty = { activityId: doing?.id, status: null, comments: ' ' }
    const draft = await write(world.member, { activityNotes: [empty, stranger, note] })
    const query = `query($id: ID!) { planAction(id: $id) {
      activities { title latestNote { period status comments } } updates { activityNotes { title status } } } }`
    const none = { activities: [{ latestNote: null }, { latestNote: null }], updates: [] }
    expect(await scrutiny.data(query, { id: actionId })).toMatchObject({ planAction: none })
    await send(world.coordinator, authorise, { updateId: draft.id, version: 1 })
    expect(await scrutiny.data(query, { id: actionId })).toMatchObject({
      planAction: {
        activities: [
          { title: 'Plan', latestNote: { period: last.name, status: 'COMPLETE', comments: 'On the day' } },
          { title: 'Do', latestNote: null },
        ],
        updates: [{ activityNotes: [{ title: 'Plan', status: 'COMPLETE' }] }],
      },
    })
  })
})

describe('where a field came from', () => {
  it('is known after saving, and after an edit with the words that were brought in', async () => {
    const { importPlan: started } = await world.coordinator.data<{
      importPlan: { id: string; version: number }
    }>(importPlan, {
      input: {
        boardId: world.board,
        source: { text: shortPlan },
        fileName: 'Plan.txt',
        clientMutationId: id(),
      },
    })
    const { savePlan: saved } = await world.coordinator.data<{ savePlan: { id: string } }>(savePlan, {
      input: { importId: started.id, version: started.version, clientMutationId: id() },
    })
    const { rows } = await server.db.query<{ id: string }>(
      `select id from plan_action where plan_id = $1 and reference = '1.2'`,
      [saved.id],
    )
    actionId = rows[0]?.id ?? ''
    await send(world.chair, adopt, { planId: saved.id, version: 1 })
    await edit(world.coordinator, {
      reference: '1.2',
      title: 'Train everybody',
      evidence: [{ text: 'Training log', deadline: 'June 2027' }],
      responsible: [{ postTitle: 'Training Manager' }],
    })
    const origins = async (client: ApiClient) =>
      (await client.data<{ planAction: { origins: { field: string }[] } }>(readOrigins, { id: actionId }))
        .planAction.origins
    const seen = await origins(world.coordinator)
    const line = expect.objectContaining({ line: expect.any(Number) as number }) as object
    expect(seen.find(({ field }) => field === 'title')).toMatchObject({
      fileName: 'Plan.txt',
      places: [line],
      changed: true,
      words: 'Train the staff who record',
    })
    expect(seen.find(({ field }) => field === 'expectedEvidence')).toMatchObject({
      changed: false,
      words: null,
    })
    // The document itself is for the officers.
    expect((await origins(world.member)).find(({ field }) => field === 'title')).toMatchObject({
      fileName: null,
      places: [line],
      changed: true,
      words: null,
    })
  })
})

describe('references between actions', () => {
  const query = `query($id: ID!) { planAction(id: $id) { seeAlso { id } referredToBy { id } } }`
  const links = async (client: ApiClient, of: string) =>
    (await client.data<{ planAction: unknown }>(query, { id: of })).planAction

  it('lead there and back, as far as the reader sees the other action', async () => {
    const { db } = server
    const shared = await makeArea(db, world.board, place.planId, 'Shared')
    const referring = await makeAction(db, shared, 'See 1.1 above and action 9.9', '2.1')
    await makeAction(db, shared, 'One of two', '3.1')
    await makeAction(db, shared, 'Refer to 3.1', '3.1')
    expect(await links(scrutiny, referring)).toEqual({ seeAlso: [{ id: actionId }], referredToBy: [] })
    expect(await links(scrutiny, actionId)).toEqual({ seeAlso: [], referredToBy: [{ id: referring }] })
    await makeShare(db, shared, world.coordinatorId, { boardId: world.otherBoard })
    expect(await links(world.outsider, referring)).toEqual({ seeAlso: [], referredToBy: [] })
  })
})
