import { formatDay } from '@boardwork/shared/board/dates.ts'
import { files } from '@boardwork/server/src/files/files.fixture.ts'
import { readBytes } from '@boardwork/server/src/documents/readBytes.ts'
import { textsOfDocument } from '@boardwork/shared/plan/import/missingWords.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeAgendaItem, makeMeetingAction } from '../support/agendaFactories.ts'
import { makeMark, makeMeeting } from '../support/attendanceFactories.ts'
import { day, makeAction, makeArea, makePlan, makeSeat } from '../support/factories.ts'
import { startTestServer } from '../support/server.ts'
import type { ApiClient, TestServer } from '../support/server.ts'
import { id, makePlanWorld } from './plan.fixture.ts'
import type { PlanWorld } from './plan.fixture.ts'

let server: TestServer
let world: PlanWorld
let meeting: string
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  world = await makePlanWorld(server)
  meeting = await makeMeeting(server.db, world.board, { heldOn: day(-1) })
})

interface Result {
  __typename: string
  id: string
  message?: string
  problems?: { field: string; message: string }[]
  currentVersion?: number
  planAction?: { id: string; title: string } | null
}

const types: Record<string, string> = {
  saveAgendaItem: 'AgendaItem',
  moveAgendaItem: 'AgendaItem',
  removeAgendaItem: 'AgendaItem',
  addPaper: 'MeetingPaper',
  removePaper: 'MeetingPaper',
  saveDecision: 'Decision',
  removeDecision: 'Decision',
  saveMeetingAction: 'MeetingAction',
  removeMeetingAction: 'MeetingAction',
  placeMeetingAction: 'MeetingAction',
}

const text = (field: string) => `mutation($input: ${field.charAt(0).toUpperCase()}${field.slice(1)}Input!) {
  result: ${field}(input: $input) { __typename
    ... on ${types[field]} { id version ${types[field] === 'MeetingAction' ? 'planAction { id title }' : ''} }
    ${/^(save|add|place)/.test(field) ? '... on InvalidInput { problems { field message } }' : ''}
    ${field === 'addPaper' ? '' : '... on Conflict { currentVersion }'} ... on NotReady { message } } }`

async function ask(client: ApiClient, field: string, input: object): Promise<Result> {
  const variables = { input: { clientMutationId: id(), ...input } }
  return (await client.data<{ result: Result }>(text(field), variables)).result
}
const codes = (client: ApiClient, field: string, input: object) =>
  client.codes(text(field), { input: { clientMutationId: id(), ...input } })

interface Meeting {
  agenda: { id: string; title: string; position: number; version: number }[]
  papers: { id: string; title: string; fileName: string | null }[]
  decisions: { words: string }[]
  actions: { words: string; organisationName: string | null; planAction: { id: string } | null }[]
  viewerCanAgenda: { arrange: boolean }
}

async function read(client: ApiClient, of = meeting): Promise<Meeting | null> {
  const { meeting: found } = await client.data<{ meeting: Meeting | null }>(
    `query($id: ID!) { meeting(id: $id) { agenda { id title position version } papers { id title fileName }
      decisions { words } actions { words organisationName planAction { id } } viewerCanAgenda { arrange } } }`,
    { id: of },
  )
  return found
}
const titles = async (client: ApiClient) => (await read(client))?.agenda.map(({ title }) => title)

const item = (title: string, more: object = {}) => ({ meetingId: meeting, title, version: 0, ...more })
const get = (client: ApiClient, address: string) =>
  fetch(`${server.url}${address}`, { headers: { cookie: client.cookie ?? '' } })

describe('an agenda', () => {
  it('is written by the coordinator and the chair, and read by the members', async () => {
    await ask(world.coordinator, 'saveAgendaItem', item(' Welcome '))
    const second = await ask(world.coordinator, 'saveAgendaItem', item('Risks', { minutes: 20 }))
    expect(await titles(world.member)).toEqual(['Welcome', 'Risks'])
    expect((await read(world.member))?.viewerCanAgenda.arrange).toBe(false)
    expect(await codes(world.member, 'saveAgendaItem', item('Mine'))).toEqual(['NOT_ALLOWED'])
    expect(await codes(world.outsider, 'saveAgendaItem', item('Mine'))).toEqual(['NOT_FOUND'])
    const change = item('Risks and money', { itemId: second.id, version: 1 })
    expect(await ask(world.coordinator, 'saveAgendaItem', change)).toMatchObject({ version: 2 })
    expect(await ask(world.chair, 'saveAgendaItem', { ...change, title: 'Mine' })).toMatchObject({
      currentVersion: 2,
    })
    expect(await ask(world.coordinator, 'saveAgendaItem', item('', { minutes: 0 }))).toMatchObject({
      problems: [{ field: 'title' }, { field: 'minutes' }],
    })
  })

  it('changes its order one place at a time; two who move an item at once move it once', async () => {
    const place = { boardId: world.board, meetingId: meeting }
    await makeAgendaItem(server.db, place, 1, 'Item 1')
    const second = await makeAgendaItem(server.db, place, 2, 'Item 2')
    await makeAgendaItem(server.db, place, 3, 'Item 3')
    const up = { itemId: second, direction: 'UP', place: 1 }
    const results = await Promise.all([
      ask(world.coordinator, 'moveAgendaItem', up),
      ask(world.second, 'moveAgendaItem', up),
    ])
    expect(results.map(({ __typename }) => __typename).toSorted()).toEqual(['AgendaItem', 'Conflict'])
    expect(await titles(world.member)).toEqual(['Item 2', 'Item 1', 'Item 3'])
    await ask(world.coordinator, 'moveAgendaItem', { itemId: second, direction: 'DOWN', place: 0 })
    expect(await titles(world.member)).toEqual(['Item 1', 'Item 2', 'Item 3'])
  })

  it('loses no item under which something stands', async () => {
    const { id: itemId } = await ask(world.coordinator, 'saveAgendaItem', item('Risks'))
    const decision = { meetingId: meeting, itemId, words: 'The risk stays.', version: 0 }
    const { id: decisionId } = await ask(world.chair, 'saveDecision', decision)
    const removal = { itemId, version: 1 }
    expect(await ask(world.coordinator, 'removeAgendaItem', removal)).toMatchObject({
      __typename: 'NotReady',
    })
    await ask(world.coordinator, 'removeDecision', { decisionId, version: 1 })
    expect(await ask(world.coordinator, 'removeAgendaItem', removal)).toMatchObject({
      __typename: 'AgendaItem',
    })
    expect(await read(world.member)).toMatchObject({ agenda: [], decisions: [] })
  })

  it('takes nothing under an item of another meeting, and nothing once the meeting is cancelled', async () => {
    const other = await makeMeeting(server.db, world.board)
    const itemId = await makeAgendaItem(server.db, { boardId: world.board, meetingId: other })
    const decision = { meetingId: meeting, itemId, words: 'Agreed.', version: 0 }
    expect(await ask(world.coordinator, 'saveDecision', decision)).toMatchObject({
      problems: [{ field: 'itemId' }],
    })
    const cancelled = await makeMeeting(server.db, world.board, { cancelled: true })
    expect(
      await ask(world.coordinator, 'saveDecision', { meetingId: cancelled, words: 'Agreed.', version: 0 }),
    ).toMatchObject({ __typename: 'NotReady' })
  })
})

describe('papers', () => {
  const send = (
    client: ApiClient,
    content: Uint8Array<ArrayBuffer>,
    name: string,
    title: string,
    of = meeting,
  ) =>
    fetch(`${server.url}/uploads/papers/${of}`, {
      method: 'POST',
      headers: {
        cookie: client.cookie ?? '',
        'content-type': 'application/octet-stream',
        'x-boardwork-upload': '1',
        'x-boardwork-file-name': encodeURIComponent(name),
        'x-boardwork-words': encodeURIComponent(title),
        'x-boardwork-client-mutation-id': id(),
      },
      body: content,
    })

  it('are files that whoever sees the meeting gets as they were, until they are taken away', async () => {
    const pdf = new Uint8Array(files.pdf)
    expect((await send(world.coordinator, pdf, 'risks.pdf', 'Risks')).status).toBe(200)
    const [paper] = (await read(world.member))?.papers ?? []
    expect(paper).toMatchObject({ title: 'Risks', fileName: 'risks.pdf' })
    const address = `/papers/${paper?.id}/file`
    const got = await get(world.member, address)
    expect([got.status, got.headers.get('content-disposition')]).toEqual([
      200,
      'attachment; filename=risks.pdf',
    ])
    expect(new Uint8Array(await got.arrayBuffer())).toEqual(pdf)
    expect((await get(world.outsider, address)).status).toBe(404)
    expect((await fetch(server.url + address)).status).toBe(401)
    await ask(world.coordinator, 'removePaper', { paperId: paper?.id, version: 1 })
    expect((await get(world.member, address)).status).toBe(404)
  })

  it('are refused from others, of other kinds, and where the name of the file names somebody', async () => {
    const pdf = new Uint8Array(files.pdf)
    expect((await send(world.member, pdf, 'a.pdf', 'A')).status).toBe(403)
    expect((await send(world.outsider, pdf, 'a.pdf', 'A')).status).toBe(404)
    expect((await send(world.coordinator, new Uint8Array(files.exe), 'a.pdf', 'A')).status).toBe(415)
    expect((await send(world.coordinator, pdf, 'a.pdf', ' ')).status).toBe(400)
    const about = await makeMeeting(server.db, world.board, { caseReference: 'SA-2026-1' })
    const named = await send(world.coordinator, pdf, 'Margaret_Thompson.pdf', 'Chronology', about)
    expect([named.status, await named.text()]).toEqual([400, expect.stringContaining('Margaret') as string])
    expect((await read(world.coordinator, about))?.papers).toEqual([])
  })

  it('are links to pages, and to nothing that a page would run', async () => {
    const link = { meetingId: meeting, title: 'Report', address: 'javascript:alert(1)' }
    expect(await ask(world.coordinator, 'addPaper', link)).toMatchObject({ problems: [{ field: 'address' }] })
    await ask(world.coordinator, 'addPaper', { ...link, address: 'https://papers.example.org/1' })
    expect((await read(world.member))?.papers).toMatchObject([{ title: 'Report', fileName: null }])
  })
})

describe('actions of a meeting', () => {
  let area: { boardId: string; planId: string; areaId: string }
  beforeEach(async () => {
    area = await makeArea(server.db, world.board, await makePlan(server.db, world.board))
  })
  const given = (more: object = {}) => ({
    meetingId: meeting,
    words: 'Draw a sample of 20 records',
    organisationId: world.police,
    post: 'Analyst',
    dueOn: day(30),
    version: 0,
    ...more,
  })
  const decidedAt = async (client: ApiClient, of: string) => {
    const { planAction } = await client.data<{
      planAction: { decidedAt: { words: string; meeting: { id: string } }[] } | null
    }>(`query($id: ID!) { planAction(id: $id) { decidedAt { words meeting { id } } } }`, { id: of })
    return planAction?.decidedAt
  }

  it('stand in an action of the plan, which says where it was decided', async () => {
    const { id: meetingActionId } = await ask(world.coordinator, 'saveMeetingAction', given())
    const planActionId = await makeAction(server.db, area)
    await ask(world.coordinator, 'placeMeetingAction', { meetingActionId, planActionId, version: 1 })
    expect((await read(world.member))?.actions).toMatchObject([{ planAction: { id: planActionId } }])
    expect(await decidedAt(world.member, planActionId)).toMatchObject([{ meeting: { id: meeting } }])
    await ask(world.coordinator, 'placeMeetingAction', { meetingActionId, planActionId: null, version: 2 })
    expect(await decidedAt(world.member, planActionId)).toEqual([])
  })

  it('are made in the plan as a new one, with who does it and by when', async () => {
    await makeSeat(server.db, world.board, world.police, { startsOn: day(-900), endsOn: day(-800) })
    const { id: meetingActionId } = await ask(world.coordinator, 'saveMeetingAction', given())
    const place = { meetingActionId, areaId: area.areaId, version: 1 }
    const { planAction } = await ask(world.coordinator, 'placeMeetingAction', place)
    expect(planAction?.title).toBe('Draw a sample of 20 records')
    const made = await world.member.data<{ planAction: object }>(
      `query($id: ID!) { planAction(id: $id) { title responsible { postTitle organisationId }
        expectedEvidence { deadline } decidedAt { meeting { id } } } }`,
      { id: planAction?.id },
    )
    expect(made.planAction).toMatchObject({
      responsible: [{ postTitle: 'Analyst', organisationId: world.police }],
      expectedEvidence: [{ deadline: expect.stringMatching(/^\d+ \w+ \d{4}$/) as string }],
      decidedAt: [{ meeting: { id: meeting } }],
    })
  })

  it('stand in no plan of another board, and those of a strategy meeting in none at all', async () => {
    const meetingActionId = await makeMeetingAction(server.db, { boardId: world.board, meetingId: meeting })
    const elsewhere = await makeArea(server.db, world.otherBoard, await makePlan(server.db, world.otherBoard))
    const strange = await makeAction(server.db, elsewhere)
    const place = { meetingActionId, planActionId: strange, version: 1 }
    expect(await ask(world.coordinator, 'placeMeetingAction', place)).toMatchObject({
      problems: [{ field: 'planActionId' }],
    })
    const newThere = { meetingActionId, areaId: elsewhere.areaId, version: 1 }
    expect(await codes(world.coordinator, 'placeMeetingAction', newThere)).toEqual(['NOT_FOUND'])
    const about = await makeMeeting(server.db, world.board, { caseReference: 'SA-2026-1' })
    const ofCase = await makeMeetingAction(server.db, {
      boardId: world.board,
      meetingId: about,
      strategy: true,
    })
    const planActionId = await makeAction(server.db, area)
    expect(
      await ask(world.coordinator, 'placeMeetingAction', {
        meetingActionId: ofCase,
        planActionId,
        version: 1,
      }),
    ).toMatchObject({ __typename: 'NotReady' })
    await expect(
      server.db.query('update meeting_action set plan_id = $1, area_id = $2, action_id = $3 where id = $4', [
        area.planId,
        area.areaId,
        planActionId,
        ofCase,
      ]),
    ).rejects.toThrow('meeting_action_in_plan')
  })
})

describe('minutes', () => {
  it('say the same on the page and in Word, and never why somebody sent apologies', async () => {
    const place = { boardId: world.board, meetingId: meeting }
    await makeAgendaItem(server.db, place, 1, 'The audit of records')
    await makeMeetingAction(server.db, place, 'Repeat the audit')
    const { rows } = await server.db.query<{ id: string }>('select id from seat where board_id = $1', [
      world.board,
    ])
    await makeMark(server.db, world.board, meeting, rows[0]?.id ?? '', 'APOLOGIES', {
      reason: 'At a funeral',
    })
    const { meeting: found } = await world.coordinator.data<{ meeting: { minutes: object } }>(
      `query($id: ID!) { meeting(id: $id) { minutes { title facts { label text } warnings
        attendance { heading people } parts { number title actions { words who } } next } } }`,
      { id: meeting },
    )
    expect(found.minutes).toMatchObject({
      title: 'Draft minutes: Quarterly meeting',
      warnings: ['The register is not closed yet, so who was there may still change.'],
      attendance: [{ heading: 'Apologies', people: [expect.stringContaining('Morgan Lake') as string] }],
      parts: [
        { number: 1, title: 'The audit of records' },
        { number: null, actions: [{ words: 'Repeat the audit' }] },
      ],
    })
    const word = await get(world.coordinator, `/meetings/${meeting}/minutes/file`)
    expect(decodeURIComponent(word.headers.get('content-disposition') ?? '')).toContain(
      `Draft minutes – Quarterly meeting – ${formatDay(day(-1))}.docx`,
    )
    const document = await readBytes(
      { name: 'minutes', bytes: new Uint8Array(await word.arrayBuffer()) },
      () => undefined,
    )
    const words = document.ok ? textsOfDocument(document.document).join('\n') : document.message
    for (const wanted of ['Morgan Lake', 'The audit of records', 'Repeat the audit', 'Head of service'])
      expect(words).toContain(wanted)
    expect(words + JSON.stringify(found)).not.toContain('funeral')
    expect((await get(world.outsider, `/meetings/${meeting}/minutes/file`)).status).toBe(404)
    expect((await get(world.outsider, '/meetings/none/minutes/file')).status).toBe(404)
  })
})
