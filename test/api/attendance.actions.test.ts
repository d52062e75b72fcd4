import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '@boardwork/server/src/db/newId.ts'
import { makeMeetingAction } from '../support/agendaFactories.ts'
import { makeInvitee, makeMeeting } from '../support/attendanceFactories.ts'
import {
  day,
  makeAction,
  makeArea,
  makeDeputy,
  makeGrant,
  makeOrganisation,
  makePerson,
  makePlan,
  makeSeat,
} from '../support/factories.ts'
import { startTestServer } from '../support/server.ts'
import type { ApiClient, TestServer } from '../support/server.ts'
import { id, makePlanWorld } from './plan.fixture.ts'
import type { PlanWorld } from './plan.fixture.ts'

let server: TestServer
let world: PlanWorld
let meeting: string
/** An action that the meeting gave the police. */
let action: string
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  world = await makePlanWorld(server)
  meeting = await makeMeeting(server.db, world.board, { heldOn: day(-40) })
  action = await make('Send the list', { organisationId: world.police, dueOn: day(-5) })
})

const make = (words: string, more: { organisationId?: string; dueOn?: string } = {}, of = meeting) =>
  makeMeetingAction(server.db, { boardId: world.board, meetingId: of }, words, more)

interface Action {
  __typename: string
  id: string
  doneOn: string | null
  reports: { kind: string; words: string; saidByName: string; organisationName: string | null }[]
  viewerCan: { report: boolean; putBack: boolean }
  message?: string
  problems?: { field: string; message: string }[]
  currentVersion?: number
  fields?: { theirs: string; yours: string }[]
}

const fields = `__typename id doneOn reports { kind words saidByName organisationName } viewerCan { report putBack }`
const text = (name: string, input: string) =>
  `mutation($input: ${input}!) { result: ${name}(input: $input) { __typename ... on MeetingAction { ${fields} }
    ... on InvalidInput { problems { field message } } ... on NotReady { message }
    ... on Conflict { currentVersion fields { theirs yours } } } }`
const texts = {
  report: text('reportMeetingAction', 'ReportMeetingActionInput'),
  putBack: text('putBackMeetingAction', 'PutBackMeetingActionInput'),
}
const inputOf = (more: object) => ({ input: { meetingActionId: action, clientMutationId: id(), ...more } })

async function say(client: ApiClient, what: keyof typeof texts, more: object): Promise<Action> {
  return (await client.data<{ result: Action }>(texts[what], inputOf(more))).result
}
const codes = (client: ApiClient, what: keyof typeof texts, more: object) =>
  client.codes(texts[what], inputOf(more))

const stands = (words: string, version = 0) => ({ done: false, words, version })
const done = (words: string, version = 0) => ({ done: true, doneOn: day(-1), words, version })

async function mine(client: ApiClient): Promise<string[]> {
  const { myMeetingActions } = await client.data<{ myMeetingActions: { words: string }[] }>(
    '{ myMeetingActions { words } }',
  )
  return myMeetingActions.map(({ words }) => words)
}

async function openOf(client: ApiClient, of: string): Promise<string[]> {
  const { meeting: found } = await client.data<{
    meeting: { openActions: { words: string }[]; minutes: { openBefore: { words: string }[] } }
  }>(`query($id: ID!) { meeting(id: $id) { openActions { words } minutes { openBefore { words } } } }`, {
    id: of,
  })
  const words = found.openActions.map((one) => one.words)
  expect(found.minutes.openBefore.map((one) => one.words)).toEqual(words)
  return words
}

describe('an action of a meeting', () => {
  it('is reported by the agency that does it, by its holder, deputies and lead, and by nobody else’s', async () => {
    const { rows } = await server.db.query<{ id: string; region_id: string }>(
      `select s.id, o.region_id from seat s join organisation o on o.id = s.organisation_id where s.board_id = $1`,
      [world.board],
    )
    const fire = await makeOrganisation(server.db, rows[0]?.region_id ?? '', 'FIRE')
    const [deputyId, leadId, otherId] = [
      await makePerson(server.db, { name: 'Dee Puty' }),
      await makePerson(server.db),
      await makePerson(server.db),
    ]
    await makeDeputy(server.db, world.board, rows[0]?.id ?? '', deputyId)
    await makeGrant(server.db, leadId, 'AGENCY_LEAD', world.police)
    await makeSeat(server.db, world.board, fire, { holderId: otherId })
    const [deputy, lead, other] = [
      await server.as(deputyId),
      await server.as(leadId),
      await server.as(otherId),
    ]

    for (const client of [world.member, deputy, lead]) expect(await mine(client)).toEqual(['Send the list'])
    for (const client of [other, world.outsider, world.chair]) expect(await mine(client)).toEqual([])
    expect(await codes(other, 'report', stands('Mine'))).toEqual(['NOT_ALLOWED'])
    expect(await codes(world.outsider, 'report', stands('Mine'))).toEqual(['NOT_FOUND'])

    const first = await say(world.member, 'report', stands(' Half of it is there. '))
    expect(first).toMatchObject({ doneOn: null, viewerCan: { report: true, putBack: false } })
    expect(await say(deputy, 'report', done('Sent.', 1))).toMatchObject({
      doneOn: day(-1),
      reports: [
        { kind: 'STANDS', words: 'Half of it is there.', organisationName: 'An agency' },
        { kind: 'DONE', words: 'Sent.', saidByName: 'Dee Puty', organisationName: 'An agency' },
      ],
      viewerCan: { report: false, putBack: false },
    })
    expect(await say(lead, 'report', stands('More', 2))).toMatchObject({ __typename: 'NotReady' })
    expect(await mine(world.member)).toEqual([])

    // Past the API: an agency cannot put its own action back, nor change what was said.
    const client = new Client({ connectionString: server.database.serverUrl })
    await client.connect()
    await client.query(`select set_config('app.person_id', $1, false)`, [leadId])
    const row = [world.board, newId(), meeting, action]
    const insert = (kind: string) =>
      client.query(
        `insert into meeting_action_report (board_id, id, meeting_id, meeting_kind, meeting_action_id, position, kind, words,
           said_by_name, said_at) values ($1, $2, $3, 'BOARD', $4, 3, '${kind}', '', '', now())`,
        row,
      )
    await expect(insert('PUT_BACK')).rejects.toThrow('row-level security')
    await expect(client.query(`update meeting_action_report set words = ''`)).rejects.toThrow(
      'permission denied',
    )
    expect((await insert('STANDS')).rowCount).toBe(1)
    await client.end()
  })

  it('is put back by an officer, who sees who said that it was done; the log keeps it', async () => {
    expect(await say(world.chair, 'putBack', { words: 'Not yet', version: 0 })).toMatchObject({
      __typename: 'NotReady',
    })
    await say(world.member, 'report', done('Sent.'))
    expect(await codes(world.member, 'putBack', { words: 'No', version: 1 })).toEqual(['NOT_ALLOWED'])
    const back = await say(world.chair, 'putBack', { words: 'Half is missing.', version: 1 })
    expect(back).toMatchObject({
      doneOn: null,
      reports: [
        { kind: 'DONE', saidByName: 'Morgan Lake', organisationName: 'An agency' },
        { kind: 'PUT_BACK', words: 'Half is missing.', organisationName: null },
      ],
      viewerCan: { report: true, putBack: false },
    })
    expect(await mine(world.member)).toEqual(['Send the list'])
    // A coordinator who heard it writes it down.
    expect(await say(world.coordinator, 'report', done('All sent.', 2))).toMatchObject({ doneOn: day(-1) })
    const { rows } = await server.db.query<{ action: string }>(
      'select action from audit_event where record_id = $1 order by sequence',
      [action],
    )
    expect(rows.map((row) => row.action)).toEqual([
      'meetingAction.report',
      'meetingAction.putBack',
      'meetingAction.report',
    ])
  })

  it('keeps the words of both who write at once, and asks for a day that has come', async () => {
    const both = await Promise.all([
      say(world.member, 'report', stands('Mine')),
      say(world.coordinator, 'report', stands('Theirs')),
    ])
    expect(both.map(({ __typename }) => __typename).toSorted()).toEqual(['Conflict', 'MeetingAction'])
    const conflict = both.find(({ __typename }) => __typename === 'Conflict')
    expect(conflict).toMatchObject({ currentVersion: 1 })
    expect(new Set([conflict?.fields?.[0]?.theirs, conflict?.fields?.[0]?.yours])).toEqual(
      new Set(['Mine', 'Theirs']),
    )
    const later = { done: true, doneOn: day(1), words: '', version: 1 }
    expect(await say(world.member, 'report', later)).toMatchObject({
      problems: [{ field: 'doneOn' }, { field: 'words' }],
    })
  })

  it('that stands in the improvement plan is reported there, and nothing more is said where the meeting is cancelled', async () => {
    const area = await makeArea(server.db, world.board, await makePlan(server.db, world.board))
    const planAction = await makeAction(server.db, area)
    await server.db.query(
      'update meeting_action set plan_id = $1, area_id = $2, action_id = $3 where id = $4',
      [area.planId, area.areaId, planAction, action],
    )
    const refused = await say(world.member, 'report', done('Sent.'))
    expect(refused.message).toContain('improvement plan')
    expect(await mine(world.member)).toEqual([])
    await server.db.query(
      'update meeting_action set plan_id = null, area_id = null, action_id = null where id = $1',
      [action],
    )
    await say(world.member, 'report', done('Sent.'))
    const place = { meetingActionId: action, planActionId: planAction, version: 1, clientMutationId: id() }
    const { result } = await world.coordinator.data<{ result: { message?: string } }>(
      `mutation($input: PlaceMeetingActionInput!) { result: placeMeetingAction(input: $input) { ... on NotReady { message } } }`,
      { input: place },
    )
    expect(result.message).toContain('Put it back first')
    await server.db.query('update meeting set cancelled_at = now() where id = $1', [meeting])
    expect(await say(world.coordinator, 'putBack', { words: 'No', version: 1 })).toMatchObject({
      __typename: 'NotReady',
    })
  })

  it('of a strategy meeting is reported by who is asked for the agency, and names nobody', async () => {
    const about = await makeMeeting(server.db, world.board, { heldOn: day(-1), caseReference: 'SA-2026-1' })
    const invitedId = await makePerson(server.db)
    await makeInvitee(server.db, world.board, about, world.police, { personId: invitedId })
    action = await makeMeetingAction(
      server.db,
      { boardId: world.board, meetingId: about, strategy: true },
      'Visit',
      { organisationId: world.police },
    )
    const invited = await server.as(invitedId)
    expect(await codes(world.member, 'report', done('Visited.'))).toEqual(['NOT_FOUND'])
    expect(await say(invited, 'report', done('We saw Margaret Thompson.'))).toMatchObject({
      problems: [{ field: 'words', message: expect.stringContaining('Margaret Thompson') as string }],
    })
    expect(await say(invited, 'report', done('The adult was seen.'))).toMatchObject({ doneOn: day(-1) })
  })
})

describe('what earlier meetings gave', () => {
  it('stands on the page and in the minutes of the next meeting until it is done', async () => {
    await make('Later', { organisationId: world.police, dueOn: day(30) })
    const between = await makeMeeting(server.db, world.board, { heldOn: day(-3) })
    const next = await makeMeeting(server.db, world.board, { heldOn: day(7) })
    await make('Without a day', {}, between)
    const gone = await makeMeeting(server.db, world.board, { heldOn: day(-4) })
    await make('Of a cancelled one', {}, gone)
    await server.db.query('update meeting set cancelled_at = now() where id = $1', [gone])
    expect(await openOf(world.member, next)).toEqual(['Send the list', 'Later', 'Without a day'])
    expect(await openOf(world.member, between)).toEqual(['Send the list', 'Later'])
    expect(await openOf(world.member, meeting)).toEqual([])
    await say(world.member, 'report', done('Sent.'))
    expect(await openOf(world.member, next)).toEqual(['Later', 'Without a day'])
    // Done on the very day of a meeting, it is said there.
    const sameDay = await makeMeeting(server.db, world.board, { heldOn: day(-1) })
    expect(await openOf(world.member, sameDay)).toContain('Send the list')
    // On the day of that meeting it was open still.
    expect(await openOf(world.member, between)).toEqual(['Send the list', 'Later'])
  })

  it('goes on about one case, and to no other meeting', async () => {
    const about = (heldOn: string, caseReference: string) =>
      makeMeeting(server.db, world.board, { heldOn, caseReference })
    const first = await about(day(-9), 'SA-2026-1')
    await makeMeetingAction(
      server.db,
      { boardId: world.board, meetingId: first, strategy: true },
      'See the adult',
    )
    expect(await openOf(world.chair, await about(day(2), 'SA-2026-1'))).toEqual(['See the adult'])
    expect(await openOf(world.chair, await about(day(2), 'SA-2026-2'))).toEqual([])
    expect(await openOf(world.chair, await makeMeeting(server.db, world.board))).toEqual(['Send the list'])
  })
})
