import { newId } from '@boardwork/server/src/db/newId.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeInvitee, makeMark, makeMeeting } from '../support/attendanceFactories.ts'
import {
  day,
  makeBoard,
  makeGrant,
  makeOrganisation,
  makePerson,
  makeRegion,
  makeSeat,
} from '../support/factories.ts'
import { startTestServer } from '../support/server.ts'
import type { ApiClient, TestServer } from '../support/server.ts'

const planMeeting = `mutation ($input: PlanMeetingInput!) { result: planMeeting(input: $input) {
  ... on Meeting { id title startsAt endsAt heldOn place sequence version }
  ... on InvalidInput { problems { field message } } } }`
const changeMeeting = `mutation ($input: ChangeMeetingInput!) { result: changeMeeting(input: $input) {
  ... on Meeting { id title startsAt sequence version }
  ... on Conflict { currentVersion fields { field theirs yours } } ... on NotReady { message } } }`
const cancelMeeting = `mutation ($input: CancelMeetingInput!) { result: cancelMeeting(input: $input) {
  ... on Meeting { id cancelledReason sequence } ... on NotReady { message } } }`
const expectedAt = `query ($id: ID!) { meeting(id: $id) { caseReference expected {
  organisationId holderName mark { mark holderName reason } } } }`

interface Expected {
  meeting: {
    caseReference: string | null
    expected: {
      organisationId: string
      holderName: string | null
      mark: { mark: string; holderName: string | null; reason: string | null } | null
    }[]
  } | null
}

describe('meetings of a board', () => {
  let server: TestServer
  let boardId: string
  let police: string
  let trust: string
  let seatId: string
  let coordinator: ApiClient
  let member: ApiClient
  let lead: ApiClient

  beforeAll(async () => {
    server = await startTestServer()
    const { db } = server
    const regionId = await makeRegion(db)
    const council = await makeOrganisation(db, regionId)
    police = await makeOrganisation(db, regionId, 'POLICE', 'A police force')
    trust = await makeOrganisation(db, regionId, 'NHS_TRUST', 'Trust')
    boardId = await makeBoard(db, council)
    const [ada, marcus, amara] = [
      await makePerson(db, { name: 'Ada Fern' }),
      await makePerson(db, { name: 'Marcus Finch' }),
      await makePerson(db, { name: 'Amara Vale' }),
    ]
    await makeGrant(db, ada, 'COORDINATOR', boardId)
    await makeGrant(db, amara, 'AGENCY_LEAD', trust)
    seatId = await makeSeat(db, boardId, police, { holderId: marcus, startsOn: day(-400) })
    await makeSeat(db, boardId, trust, { startsOn: day(-400) })
    coordinator = await server.as(ada)
    member = await server.as(marcus)
    lead = await server.as(amara)
  })
  afterAll(() => server.close())

  const input = (more: object) => ({
    title: 'Quarterly meeting',
    heldOn: '2027-06-16',
    startTime: '9.30',
    endTime: '12pm',
    place: 'Town hall',
    clientMutationId: newId(),
    ...more,
  })

  it('are planned by the clock in London, once however often they are sent', async () => {
    const sent = input({ boardId })
    const first = await coordinator.data(planMeeting, { input: sent })
    const second = await coordinator.data(planMeeting, { input: sent })
    expect(first).toMatchObject({
      result: { startsAt: '2027-06-16T08:30:00.000Z', endsAt: '2027-06-16T11:00:00.000Z', sequence: 0 },
    })
    expect(second).toEqual(first)
  })

  it('say beside the field what is wrong', async () => {
    const wrong = await coordinator.data(planMeeting, {
      input: input({ boardId, heldOn: '2027-03-28', startTime: '1:30', endTime: 'noonish', link: 'town' }),
    })
    expect(wrong).toMatchObject({
      result: { problems: [{ field: 'endTime' }, { field: 'link' }] },
    })
    const inTheGap = await coordinator.data(planMeeting, {
      input: input({ boardId, heldOn: '2027-03-28', startTime: '1:30', endTime: '3am' }),
    })
    expect(inTheGap).toMatchObject({ result: { problems: [{ field: 'startTime' }] } })
  })

  it('are planned by nobody but the coordinator', async () => {
    expect(await member.codes(planMeeting, { input: input({ boardId }) })).toEqual(['NOT_ALLOWED'])
  })

  it('rise in their sequence with time and place, not with their name; a stale change comes back with both', async () => {
    const meetingId = await makeMeeting(server.db, boardId)
    const change = (more: object) =>
      coordinator.data(changeMeeting, { input: input({ meetingId, heldOn: day(7), ...more }) })
    const named = { title: 'Extra meeting', startTime: '10:00', endTime: '12:00', version: 1 }
    const utc = await server.db.query<{ starts: string }>(
      `select to_char(starts_at at time zone 'Europe/London', 'HH24:MI') as starts from meeting where id = $1`,
      [meetingId],
    )
    const startTime = utc.rows[0]?.starts ?? ''
    const endTime = `${Number(startTime.slice(0, 2)) + 2}:00`
    expect(await change({ ...named, startTime, endTime })).toMatchObject({
      result: { title: 'Extra meeting', sequence: 0, version: 2 },
    })
    expect(await change({ ...named, startTime: '2pm', endTime: '4pm', version: 2 })).toMatchObject({
      result: { sequence: 1, version: 3 },
    })
    expect(
      await change({ ...named, title: 'Late', startTime: '2pm', endTime: '4pm', version: 2 }),
    ).toMatchObject({
      result: { currentVersion: 3, fields: [{ field: 'title', theirs: 'Extra meeting', yours: 'Late' }] },
    })
  })

  it('are cancelled with a reason, and then stay as they are', async () => {
    const meetingId = await makeMeeting(server.db, boardId)
    const cancelled = await coordinator.data(cancelMeeting, {
      input: { meetingId, reason: 'Snow', version: 1, clientMutationId: newId() },
    })
    expect(cancelled).toMatchObject({ result: { cancelledReason: 'Snow', sequence: 1 } })
    expect(await coordinator.data(changeMeeting, { input: input({ meetingId, version: 2 }) })).toMatchObject({
      result: { message: 'This meeting was cancelled. Plan another one.' },
    })
  })

  it('expect the seats of their day; a mark keeps who held the seat then', async () => {
    const meetingId = await makeMeeting(server.db, boardId, { heldOn: day(-5) })
    await makeMark(server.db, boardId, meetingId, seatId, 'APOLOGIES', { reason: 'On leave' })
    const before = await makeMeeting(server.db, boardId, { heldOn: day(-500) })
    const successor = await makePerson(server.db, { name: 'Leila Stone' })
    await server.db.query('update seat set holder_id = $1 where id = $2', [successor, seatId])
    const asked = await coordinator.data<Expected>(expectedAt, { id: meetingId })
    expect(asked.meeting?.expected).toEqual([
      {
        organisationId: police,
        holderName: 'Marcus Finch',
        mark: { mark: 'APOLOGIES', holderName: 'Marcus Finch', reason: 'On leave' },
      },
      { organisationId: trust, holderName: null, mark: null },
    ])
    const early = await coordinator.data<Expected>(expectedAt, { id: before })
    expect(early.meeting?.expected).toEqual([])
  })

  it('show a lead the places of the own agency alone', async () => {
    const meetingId = await makeMeeting(server.db, boardId, { heldOn: day(-4) })
    await makeMark(server.db, boardId, meetingId, seatId, 'PRESENT')
    const asked = await lead.data<Expected>(expectedAt, { id: meetingId })
    expect(asked.meeting?.expected.map(({ organisationId }) => organisationId)).toEqual([trust])
  })

  it('about one case are for those invited and the officers alone', async () => {
    const meetingId = await makeMeeting(server.db, boardId, { caseReference: 'SA-2027-1' })
    await makeInvitee(server.db, boardId, meetingId, trust)
    expect((await member.data<Expected>(expectedAt, { id: meetingId })).meeting).toBeNull()
    expect((await lead.data<Expected>(expectedAt, { id: meetingId })).meeting).toMatchObject({
      caseReference: 'SA-2027-1',
      expected: [{ organisationId: trust }],
    })
  })
})
