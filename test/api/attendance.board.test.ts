import { readBytes } from '@boardwork/server/src/documents/readBytes.ts'
import { textsOfDocument } from '@boardwork/shared/plan/import/missingWords.ts'
import { strFromU8, unzipSync } from 'fflate'
import { newId } from '@boardwork/server/src/db/newId.ts'
import { attendanceFigures, figuresText } from '@boardwork/shared/attendance/figures/attendanceFigures.ts'
import { attendanceGrid, ratesByAgency } from '@boardwork/shared/attendance/figures/attendanceGrid.ts'
import { rateText } from '@boardwork/shared/attendance/rule/attendanceCount.ts'
import type { DocumentBoard } from '@boardwork/shared/attendance/figures/attendanceTables.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeMark, makeMeeting } from '../support/attendanceFactories.ts'
import { countStatements } from '../support/countStatements.ts'
import {
  makeBoard,
  makeDeputy,
  makeGrant,
  makeOrganisation,
  makePerson,
  makeRegion,
  makeSeat,
} from '../support/factories.ts'
import { startTestServer } from '../support/server.ts'
import type { ApiClient, TestServer } from '../support/server.ts'

/** Three meetings of the year from April 2025: one that both seats saw, one after the police had merged, one cancelled. */
let server: TestServer
let board: string
let subGroup: string
let police: string
let trust: string
let policeSeat: string
let trustSeat: string
let spring: string
let autumn: string
let policeInAutumn: string
let coordinator: ApiClient
let member: ApiClient
let lead: ApiClient
let scrutiny: ApiClient
let outsider: ApiClient

beforeAll(async () => {
  server = await startTestServer()
  const { db } = server
  const region = await makeRegion(db)
  const council = await makeOrganisation(db, region, 'COUNCIL')
  police = await makeOrganisation(db, region, 'POLICE', 'Larkmere Police')
  trust = await makeOrganisation(db, region, 'NHS_TRUST', 'Larkmere Trust')
  board = await makeBoard(db, council)
  subGroup = await makeBoard(db, council, { parentId: board })
  const person = async (name: string) => makePerson(db, { name })
  const [coordinatorId, memberId, scrutinyId] = [
    await person('Cora Ash'),
    await person('Mo Elm'),
    await person('Sam Oak'),
  ]
  const leadId = await person('Lee Fir')
  await makeGrant(db, coordinatorId, 'COORDINATOR', board)
  await makeGrant(db, scrutinyId, 'SCRUTINY', board)
  await makeGrant(db, leadId, 'AGENCY_LEAD', police)
  policeSeat = await makeSeat(db, board, police, { startsOn: '2024-01-01' })
  trustSeat = await makeSeat(db, board, trust, { startsOn: '2024-01-01', holderId: memberId })
  const subSeat = await makeSeat(db, subGroup, police, { startsOn: '2024-01-01' })
  await makeDeputy(db, board, trustSeat, await person('Dee Yew'))
  spring = await makeMeeting(db, board, { heldOn: '2025-04-01', closed: true, title: 'Spring' })
  autumn = await makeMeeting(db, board, { heldOn: '2025-10-01', closed: true, title: 'Autumn' })
  const cancelled = await makeMeeting(db, board, { heldOn: '2025-12-01', cancelled: true })
  const earlier = await makeMeeting(db, board, { heldOn: '2025-03-31', closed: true, title: 'Year before' })
  const ofSubGroup = await makeMeeting(db, subGroup, { heldOn: '2025-06-01', closed: true })
  await makeMark(db, board, spring, policeSeat, 'PRESENT')
  await makeMark(db, board, spring, trustSeat, 'DEPUTY', { cameName: 'Dee Yew' })
  policeInAutumn = await makeMark(db, board, autumn, policeSeat, 'ABSENT')
  await makeMark(db, board, autumn, trustSeat, 'UNKNOWN')
  await makeMark(db, board, cancelled, policeSeat, 'ABSENT')
  await makeMark(db, board, earlier, policeSeat, 'PRESENT')
  await makeMark(db, subGroup, ofSubGroup, subSeat, 'APOLOGIES')
  coordinator = await server.as(coordinatorId)
  member = await server.as(memberId)
  lead = await server.as(leadId)
  scrutiny = await server.as(scrutinyId)
  outsider = await server.as(await person('Ola Hay'))
})
afterAll(() => server.close())

interface Attendance {
  year: number
  startsMonth: number
  years: number[]
  boards: DocumentBoard[]
}
const boards = `boards { boardId boardName startsMonth meetings { id heldOn state }
  seats { seatId organisationId organisationName required voting startsOn endsOn marks
    holders { name meetingId since } deputies { meetingId name seniorEnough } } }`
const attendance = async (client: ApiClient, args = 'year: 2025') => {
  const query = `query($id: ID!) { board(id: $id) { attendance(${args}) { year startsMonth years ${boards} viewerCan { publish } } } }`
  const { board: found } = await client.data<{ board: { attendance: Attendance | null } | null }>(query, {
    id: board,
  })
  return found?.attendance ?? null
}
const rates = (found: Attendance | null) =>
  ratesByAgency(found?.boards ?? []).map(
    ({ organisationName, tally }) => `${organisationName}: ${rateText(tally)}`,
  )

describe('the attendance of a board', () => {
  it('comes as marks that the shared rules count: a year of its own, what was cancelled and what is unknown left out', async () => {
    const found = await attendance(member)
    expect(rates(found)).toEqual([
      'Larkmere Police: 50% (1 of 2)',
      'Larkmere Trust: 100% (1 of 1), 1 unknown left out',
    ])
    const [here] = found?.boards ?? []
    const grid = attendanceGrid(here ?? { meetings: [], seats: [] })
    expect(grid.columns.map(({ id }) => id)).toEqual([spring, autumn])
    expect(grid.cancelled.length).toBe(1)
    expect(found?.years.at(-1)).toBe(2024)
    expect(rates(await attendance(member, 'year: 2025, yearsBefore: 1'))).toEqual([
      'Larkmere Police: 100% (1 of 1)',
    ])
  })

  it('shows a lead the marks of the own agency, and those who see no register nothing', async () => {
    expect(rates(await attendance(lead))).toEqual(['Larkmere Police: 50% (1 of 2)'])
    expect([await attendance(scrutiny), await attendance(outsider)]).toEqual([null, null])
  })

  it('has sub-groups beside it for those who see their meetings', async () => {
    const of = async (client: ApiClient) =>
      (await attendance(client, 'year: 2025, withSubGroups: true'))?.boards.map(({ boardId }) => boardId)
    expect(await of(lead)).toEqual([board, subGroup])
    expect(await of(coordinator)).toEqual([board])
    expect(rates(await attendance(lead, 'year: 2025, withSubGroups: true'))).toEqual([
      'Larkmere Police: 33% (1 of 3)',
    ])
  })

  it('has those who held a seat one after the other: a vacancy is one of them, another name of the same person is not', async () => {
    const holders = async () => {
      const seats = (await attendance(member))?.boards.flatMap((one) => one.seats) ?? []
      return seats.find(({ seatId }) => seatId === trustSeat)?.holders
    }
    const inAutumn = async (set: string) =>
      server.db.query(`update register_mark set ${set} where meeting_id = $1 and seat_id = $2`, [
        autumn,
        trustSeat,
      ])
    const first = { name: 'Mo Elm', meetingId: spring, since: '2025-04-01' }
    await inAutumn(`holder_name = 'Mo Elm-Rowan'`)
    expect(await holders()).toEqual([first])
    await inAutumn('holder_id = null, holder_name = null')
    expect(await holders()).toEqual([first, { name: null, meetingId: autumn, since: '2025-10-01' }])
    await inAutumn(`holder_id = (select holder_id from seat where id = seat_id), holder_name = 'Mo Elm'`)
  })

  it('takes as many statements for any number of seats and meetings', async () => {
    const before = await countStatements(() => attendance(coordinator))
    const more = await makeMeeting(server.db, board, { heldOn: '2026-01-20', closed: true })
    await makeMark(server.db, board, more, trustSeat, 'UNKNOWN')
    expect(await countStatements(() => attendance(coordinator))).toBe(before)
    expect(before).toBeLessThan(8)
    await server.db.query('delete from meeting where id = $1', [more])
  })
})

describe('the attendance of a board as a document', () => {
  const take = (client: ApiClient, query: string) =>
    fetch(`${server.url}/boards/${board}/attendance/file?${query}`, {
      headers: { cookie: client.cookie ?? '' },
    })
  const textsOf = async (response: Response, name: string) => {
    const bytes = new Uint8Array(await response.arrayBuffer())
    const read = await readBytes({ name, bytes }, () => undefined)
    if (!read.ok) throw new Error(read.message)
    return textsOfDocument(read.document).join('\n')
  }

  it.each(['word', 'excel'])(
    'as %s holds what the page shows: all for members, the own agency for its lead',
    async (as) => {
      const name = as === 'word' ? 'a.docx' : 'a.xlsx'
      const whole = await textsOf(await take(member, `as=${as}&year=2025&compare=1`), name)
      for (const words of [
        'Larkmere Trust',
        '50% (1 of 2)',
        '1 October 2025',
        'the board met 2 times',
        'too few meetings to tell',
      ])
        expect(whole).toContain(words)
      const own = await textsOf(await take(lead, `as=${as}&year=2025`), name)
      expect(own).toContain('Larkmere Police')
      expect(own).not.toMatch(/Trust|Dee Yew|100%/)
    },
  )

  it('is for nobody who does not see the meetings, and a text that would begin a formula has an apostrophe', async () => {
    const answers = await Promise.all(
      [scrutiny, outsider, server.anonymous()].map((client) => take(client, 'as=word')),
    )
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 401])
    expect((await take(member, 'as=pdf')).status).toBe(404)
    await server.db.query(`update organisation set name = '=1+1' where id = $1`, [trust])
    const bytes = new Uint8Array(await (await take(member, 'as=excel&year=2025')).arrayBuffer())
    const xml = strFromU8(unzipSync(bytes)['xl/sharedStrings.xml'] ?? new Uint8Array())
    expect(xml).toMatch(/<t>'=1\+1/)
    expect(xml).not.toMatch(/<t>=/)
    await server.db.query(`update organisation set name = 'Larkmere Trust' where id = $1`, [trust])
  })
})

describe('the attendance of an agency', () => {
  const ofAgency = `query($id: ID!) { agencyAttendance(organisationId: $id, year: 2025) { organisationName ${boards} } }`
  it('is at all of its boards in one place for its lead, with who was sent, and for nobody else', async () => {
    const { agencyAttendance } = await lead.data<{ agencyAttendance: Attendance }>(ofAgency, { id: police })
    const marksAt = new Map(
      agencyAttendance.boards.map(({ boardId, seats }) => [boardId, seats[0]?.marks.length]),
    )
    expect([marksAt.size, marksAt.get(board), marksAt.get(subGroup)]).toEqual([2, 3, 1])
    expect(await lead.codes(ofAgency, { id: trust })).toEqual(['NOT_ALLOWED'])
    expect(await coordinator.codes(ofAgency, { id: police })).toEqual(['NOT_ALLOWED'])
  })

  it('is at one board for those who see its meetings, by name of who came', async () => {
    const query = `query($id: ID!, $agency: ID!) { board(id: $id) { agencyAttendance(organisationId: $agency, year: 2025) { organisationName ${boards} } } }`
    const of = async (client: ApiClient, agency: string) =>
      (
        await client.data<{ board: { agencyAttendance: Attendance | null } | null }>(query, {
          id: board,
          agency,
        })
      ).board?.agencyAttendance ?? null
    const found = await of(coordinator, trust)
    expect(found?.boards.flatMap(({ seats }) => seats)).toMatchObject([
      {
        // The third meeting was cancelled, and its register says nothing of the trust.
        marks: ['DEPUTY', 'UNKNOWN', null],
        holders: [{ name: 'Mo Elm', meetingId: spring, since: '2025-04-01' }],
        deputies: [{ meetingId: spring, name: 'Dee Yew', seniorEnough: null }],
      },
    ])
    expect((await of(coordinator, police))?.boards.map(({ boardId }) => boardId)).toEqual([board])
    expect([await of(lead, trust), await of(scrutiny, police)]).toEqual([null, null])
  })
})

describe('published figures', () => {
  const publish = async (seen: string, client = coordinator) =>
    (
      await client.data<{ result: { __typename: string; id?: string; message?: string } }>(
        `mutation($input: PublishAttendanceInput!) { result: publishAttendance(input: $input) { __typename
          ... on AttendancePublication { id } ... on NotReady { message } } }`,
        { input: { boardId: board, year: 2025, seen, clientMutationId: newId() } },
      )
    ).result
  const published = async (client: ApiClient) => {
    const query = `query($id: ID!) { board(id: $id) { attendancePublications { id version withdrawnAt
      figures { year held cancelled agencies { organisationName counts { present deputy absent unknown } } } } } }`
    type Found = {
      board: {
        attendancePublications: { id: string; version: number; withdrawnAt: string | null; figures: object }[]
      } | null
    }
    return (await client.data<Found>(query, { id: board })).board?.attendancePublications ?? []
  }
  const seen = async () => {
    const [here] = (await attendance(coordinator))?.boards ?? []
    return here ? figuresText(attendanceFigures(here, 2025, 4)) : ''
  }

  it('are what was seen before: with other figures nothing is published', async () => {
    expect(await publish('something else')).toEqual({
      __typename: 'NotReady',
      message: 'The figures have changed since you opened this page. Read them again, then publish.',
    })
    expect(await published(scrutiny)).toEqual([])
  })

  it('are seen by scrutiny by agency, stay when a mark changes, and are gone once they are taken back', async () => {
    expect((await publish(await seen())).__typename).toBe('AttendancePublication')
    const [first] = await published(scrutiny)
    expect(first?.figures).toEqual({
      year: 2025,
      held: 2,
      cancelled: 1,
      agencies: [
        { organisationName: 'Larkmere Police', counts: { present: 1, deputy: 0, absent: 1, unknown: 0 } },
        { organisationName: 'Larkmere Trust', counts: { present: 0, deputy: 1, absent: 0, unknown: 1 } },
      ],
    })
    await server.db.query(`update register_mark set mark = 'PRESENT' where id = $1`, [policeInAutumn])
    expect((await published(scrutiny))[0]?.figures).toEqual(first?.figures)
    expect((await published(lead)).length).toBe(1)
    expect(await published(outsider)).toEqual([])

    // What is published anew takes its place.
    const second = await publish(await seen())
    expect((await published(member)).map(({ id }) => id)).toEqual([second.id])
    expect((await published(coordinator)).map(({ withdrawnAt }) => withdrawnAt === null)).toEqual([
      true,
      false,
    ])

    const withdraw = `mutation($input: WithdrawAttendanceInput!) { result: withdrawAttendance(input: $input) { __typename } }`
    const input = { publicationId: second.id, version: 1, clientMutationId: newId() }
    expect(await coordinator.data(withdraw, { input })).toEqual({
      result: { __typename: 'AttendancePublication' },
    })
    expect(await published(scrutiny)).toEqual([])
    const { rows } = await server.db.query<{ action: string }>(
      `select action from audit_event where chain_id = $1 and action like 'attendance.%' order by sequence`,
      [board],
    )
    expect(rows.map(({ action }) => action)).toEqual([
      'attendance.publish',
      'attendance.publish',
      'attendance.withdraw',
    ])
  })
})
