import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeAgendaItem, makeDecision } from '../support/agendaFactories.ts'
import { makeInvitee, makeMeeting } from '../support/attendanceFactories.ts'
import { day, makeGrant, makeOrganisation, makePerson } from '../support/factories.ts'
import { startTestServer } from '../support/server.ts'
import type { ApiClient, TestServer } from '../support/server.ts'
import { id, makePlanWorld } from './plan.fixture.ts'
import type { PlanWorld } from './plan.fixture.ts'

let server: TestServer
let world: PlanWorld
/** An agency of the region without a seat at the board, and who leads it. */
let trust: string
let lead: ApiClient
let leadId: string
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  world = await makePlanWorld(server)
  const { rows } = await server.db.query<{ region_id: string }>(
    'select region_id from organisation where id = $1',
    [world.police],
  )
  trust = await makeOrganisation(server.db, rows[0]?.region_id ?? '', 'NHS_TRUST', `Trust ${id()}`)
  leadId = await makePerson(server.db, { name: 'Robin Ash' })
  await makeGrant(server.db, leadId, 'AGENCY_LEAD', trust)
  lead = await server.as(leadId)
})

interface Result {
  __typename: string
  id: string
  version: number
  currentVersion?: number
  message?: string
  problems?: { field: string; message: string }[]
}

const types: Record<string, string> = {
  saveStrategyKind: 'StrategyKind',
  planStrategyMeeting: 'Meeting',
  changeMeeting: 'Meeting',
  cancelMeeting: 'Meeting',
  changeCaseReference: 'Meeting',
  addInvitee: 'Invitee',
  changeInvitee: 'Invitee',
  removeInvitee: 'Invitee',
}
const text = (field: string) => `mutation($input: ${field.charAt(0).toUpperCase()}${field.slice(1)}Input!) {
  result: ${field}(input: $input) { __typename ... on ${types[field]} { id version }
    ${/^(change|remove)Invitee/.test(field) ? '' : '... on InvalidInput { problems { field message } }'}
    ${field === 'changeCaseReference' ? '... on Conflict { currentVersion }' : ''} ... on NotReady { message } } }`

async function ask(client: ApiClient, field: string, input: object): Promise<Result> {
  const variables = { input: { clientMutationId: id(), ...input } }
  return (await client.data<{ result: Result }>(text(field), variables)).result
}
const codes = (client: ApiClient, field: string, input: object) =>
  client.codes(text(field), { input: { clientMutationId: id(), ...input } })

const planned = (more: object = {}) => ({
  boardId: world.board,
  caseReference: 'SA-2026-0147',
  title: 'Strategy meeting',
  heldOn: day(7),
  startTime: '10am',
  endTime: '11am',
  ...more,
})

interface Meeting {
  title: string
  invitees: {
    id: string
    personName: string | null
    required: boolean
    organisationId: string
    version: number
  }[]
  decisions: { words: string }[]
  agenda: { title: string }[]
  minutes: { facts: { text: string }[] }
}

async function read(client: ApiClient, of: string): Promise<Meeting | null> {
  const { meeting } = await client.data<{ meeting: Meeting | null }>(
    `query($id: ID!) { meeting(id: $id) { title invitees { id personName required organisationId version }
      decisions { words } agenda { title } minutes { facts { text } } } }`,
    { id: of },
  )
  return meeting
}

describe('a strategy meeting', () => {
  it('asks those on the list of its kind, whose list can be changed without touching it', async () => {
    const kind = {
      boardId: world.board,
      name: 'Case conference',
      invitees: [
        { organisationId: trust, required: true },
        { organisationId: world.police, personId: world.memberId, required: false },
      ],
      version: 0,
    }
    const { id: kindId } = await ask(world.coordinator, 'saveStrategyKind', kind)
    const { id: meeting } = await ask(world.coordinator, 'planStrategyMeeting', planned({ kindId }))
    const asked = (await read(world.chair, meeting))?.invitees
    expect(asked).toHaveLength(2)
    expect(asked).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ organisationId: trust, personName: null, required: true }),
        expect.objectContaining({ personName: 'Morgan Lake', required: false }),
      ]),
    )
    const shorter = { ...kind, kindId, invitees: [], version: 1 }
    expect(await ask(world.coordinator, 'saveStrategyKind', shorter)).toMatchObject({ version: 2 })
    expect((await read(world.chair, meeting))?.invitees).toHaveLength(2)
    const twice = {
      ...kind,
      name: 'Review',
      invitees: [...kind.invitees, { organisationId: trust, required: false }],
    }
    expect(await ask(world.coordinator, 'saveStrategyKind', twice)).toMatchObject({
      problems: [{ field: 'invitees.2.organisationId' }],
    })
    for (const client of [world.chair, world.member])
      expect(await codes(client, 'saveStrategyKind', kind)).toEqual(['NOT_ALLOWED'])
  })

  it('is seen by its officers and who is asked alone, with all that hangs on it', async () => {
    const meeting = await makeMeeting(server.db, world.board, { caseReference: 'SA-2026-0147' })
    const place = { boardId: world.board, meetingId: meeting, strategy: true }
    await makeAgendaItem(server.db, place)
    await makeDecision(server.db, place, 'An advocate is found.')
    const inviteeId = await makeInvitee(server.db, world.board, meeting, trust)
    for (const client of [world.coordinator, world.chair, lead])
      expect(await read(client, meeting)).toMatchObject({
        agenda: [{ title: 'An item' }],
        decisions: [{ words: 'An advocate is found.' }],
      })
    const file = (client: ApiClient) =>
      fetch(`${server.url}/meetings/${meeting}/minutes/file`, { headers: { cookie: client.cookie ?? '' } })
    expect((await file(lead)).status).toBe(200)
    // Not even the members of the board.
    for (const client of [world.member, world.outsider]) {
      expect(await read(client, meeting)).toBeNull()
      expect((await file(client)).status).toBe(404)
    }
    await ask(world.coordinator, 'removeInvitee', { inviteeId, version: 1 })
    expect(await read(lead, meeting)).toBeNull()
    expect((await file(lead)).status).toBe(404)
  })

  it('names its case by reference, and refuses texts that name somebody', async () => {
    const wrong = planned({
      caseReference: 'Thompson-1',
      title: 'Meeting about Margaret Thompson',
      place: 'GU1 1AA',
      notes: 'born 03/02/1962',
    })
    const { problems } = await ask(world.coordinator, 'planStrategyMeeting', wrong)
    expect(problems?.map(({ field }) => field)).toEqual(['caseReference', 'title', 'place', 'notes'])
    const { id: meetingId } = await ask(world.coordinator, 'planStrategyMeeting', planned())
    const { boardId: _, caseReference: __, ...change } = planned({ title: 'About Margaret Thompson' })
    expect(await ask(world.coordinator, 'changeMeeting', { ...change, meetingId, version: 1 })).toMatchObject(
      {
        problems: [{ field: 'title' }],
      },
    )
    const cancel = { meetingId, reason: 'Margaret is in hospital', version: 1 }
    expect(await ask(world.coordinator, 'cancelMeeting', cancel)).toMatchObject({
      problems: [{ field: 'reason' }],
    })
    expect(await codes(world.chair, 'planStrategyMeeting', planned())).toEqual(['NOT_ALLOWED'])
  })

  it('gets another reference from the officers, also once it was held; the log keeps both', async () => {
    const meetingId = await makeMeeting(server.db, world.board, {
      caseReference: 'SA-2026-0147',
      closed: true,
    })
    await makeInvitee(server.db, world.board, meetingId, trust)
    const change = (caseReference: string, version = 1) => ({ meetingId, caseReference, version })
    for (const wrong of ['Thompson-1', 'JS-1999', '943 476 5919', 'GU1 1AA', '12/03/1962', '', 'SA'])
      expect(await ask(world.chair, 'changeCaseReference', change(wrong))).toMatchObject({
        problems: [{ field: 'caseReference' }],
      })
    expect(await codes(lead, 'changeCaseReference', change('SA-2026-0148'))).toEqual(['NOT_ALLOWED'])
    expect(await codes(world.outsider, 'changeCaseReference', change('SA-2026-0148'))).toEqual(['NOT_FOUND'])
    expect(await ask(world.chair, 'changeCaseReference', change(' SA-2026-0148 '))).toMatchObject({
      version: 2,
    })
    expect(await ask(world.coordinator, 'changeCaseReference', change('SA-2026-0149'))).toMatchObject({
      currentVersion: 2,
    })
    expect((await read(lead, meetingId))?.minutes.facts).toContainEqual({ text: 'SA-2026-0148' })
    const { rows } = await server.db.query<{ before: object; after: object }>(
      `select before, after from audit_event where record_id = $1 and action = 'strategy.changeReference'`,
      [meetingId],
    )
    expect(rows).toMatchObject([
      { before: { caseReference: 'SA-2026-0147' }, after: { caseReference: 'SA-2026-0148' } },
    ])
    const ofBoard = await makeMeeting(server.db, world.board)
    expect(
      await ask(world.chair, 'changeCaseReference', {
        meetingId: ofBoard,
        caseReference: 'SA-1',
        version: 1,
      }),
    ).toMatchObject({ __typename: 'NotReady' })
  })

  it('asks more, or fewer, by the case: each with the next request', async () => {
    const { id: meetingId } = await ask(world.coordinator, 'planStrategyMeeting', planned())
    expect(await read(lead, meetingId)).toBeNull()
    const invitation = { meetingId, organisationId: trust, required: true }
    await ask(world.coordinator, 'addInvitee', invitation)
    expect(await read(lead, meetingId)).toMatchObject({ title: 'Strategy meeting' })
    expect(await ask(world.coordinator, 'addInvitee', invitation)).toMatchObject({
      problems: [{ field: 'organisationId' }],
    })
    const [invitee] = (await read(world.coordinator, meetingId))?.invitees ?? []
    await ask(world.coordinator, 'changeInvitee', { inviteeId: invitee?.id, required: false, version: 1 })
    // A person of the agency in place of whoever leads it.
    await ask(world.coordinator, 'addInvitee', { ...invitation, personId: world.memberId })
    await ask(world.coordinator, 'removeInvitee', { inviteeId: invitee?.id, version: 2 })
    expect(await read(lead, meetingId)).toBeNull()
    expect(await read(world.member, meetingId)).toMatchObject({ title: 'Strategy meeting' })
    const elsewhere = await makeOrganisation(server.db, (await makeElsewhere()).regionId, 'FIRE')
    expect(
      await ask(world.coordinator, 'addInvitee', { ...invitation, organisationId: elsewhere }),
    ).toMatchObject({
      problems: [{ field: 'organisationId' }],
    })
    const { boardLog } = await world.coordinator.data<{
      boardLog: { events: { sentence?: string; action: string }[] }
    }>(`query($id: ID!) { boardLog(boardId: $id, first: 10) { events { action } } }`, { id: world.board })
    expect(boardLog.events.filter(({ action }) => action === 'strategy.invite')).toHaveLength(4)
  })

  it('says to who is asked why they see it, and to nobody else that it is there', async () => {
    const meeting = await makeMeeting(server.db, world.board, { caseReference: 'SA-2026-0147' })
    await makeInvitee(server.db, world.board, meeting, trust)
    const why = `query($id: ID!) { whyCanISee(record: MEETING, id: $id) { text } }`
    const { whyCanISee } = await lead.data<{ whyCanISee: { text: string }[] }>(why, { id: meeting })
    expect(whyCanISee.map((reason) => reason.text).join(' ')).toContain('invited to a strategy meeting')
    expect(await world.member.codes(why, { id: meeting })).toEqual(['NOT_FOUND'])
    const closed = await makeMeeting(server.db, world.board, { caseReference: 'SA-2026-0148', closed: true })
    expect(
      await ask(world.coordinator, 'addInvitee', {
        meetingId: closed,
        organisationId: trust,
        required: true,
      }),
    ).toMatchObject({ __typename: 'NotReady' })
  })
})

async function makeElsewhere(): Promise<{ regionId: string }> {
  const regionId = id()
  await server.db.query('insert into region (id, name) values ($1, $2)', [regionId, `Region ${regionId}`])
  return { regionId }
}
