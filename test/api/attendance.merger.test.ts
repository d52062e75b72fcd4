import { readBytes } from '@boardwork/server/src/documents/readBytes.ts'
import { newId } from '@boardwork/server/src/db/newId.ts'
import { textsOfDocument } from '@boardwork/shared/plan/import/missingWords.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeAgendaItem } from '../support/agendaFactories.ts'
import { makeGuest, makeMark, makeMeeting } from '../support/attendanceFactories.ts'
import {
  makeAction,
  makeArea,
  makeBoard,
  makeGrant,
  makeMerger,
  makeNote,
  makeOrganisation,
  makePerson,
  makePlan,
  makeRegion,
  makeResponsible,
  makeSeat,
} from '../support/factories.ts'
import { makeFlag, makeRule } from '../support/flagFactories.ts'
import { startTestServer } from '../support/server.ts'
import type { ApiClient, TestServer } from '../support/server.ts'

/**
 * Oldest Trust became part of Old Trust in May 2025, and Old Trust of New Trust on 1 October 2025. At one board New
 * Trust took the seat of Old Trust over; at the other one Old Trust has kept its seat, and New Trust has none.
 */
let server: TestServer
let here: string
let there: string
let oldest: string
let old: string
let next: string
let seatHere: string
let seatThere: string
let summerThere: string
let toCome: string
let planThere: string
let note: string
let flag: string
let coordinator: ApiClient
let coordinatorThere: ApiClient
let leadOfNext: ApiClient
let holderOfNext: ApiClient

beforeAll(async () => {
  server = await startTestServer()
  const { db } = server
  const region = await makeRegion(db)
  const council = await makeOrganisation(db, region)
  oldest = await makeOrganisation(db, region, 'NHS_TRUST', 'Oldest Trust')
  old = await makeOrganisation(db, region, 'NHS_TRUST', 'Old Trust')
  next = await makeOrganisation(db, region, 'NHS_TRUST', 'New Trust')
  here = await makeBoard(db, council, { name: 'Larkmere board' })
  there = await makeBoard(db, council, { name: 'Fernshire board' })
  const [one, two, lead, holder, holderThere] = [
    await makePerson(db),
    await makePerson(db),
    await makePerson(db, { name: 'Lena Moss' }),
    await makePerson(db, { name: 'Hugo Reed' }),
    await makePerson(db, { name: 'Holly Rush' }),
  ]
  await makeGrant(db, one, 'COORDINATOR', here)
  await makeGrant(db, two, 'COORDINATOR', there)
  await makeGrant(db, lead, 'AGENCY_LEAD', next)
  const oldestSeat = await makeSeat(db, here, oldest, { startsOn: '2023-01-01', endsOn: '2025-04-30' })
  seatHere = await makeSeat(db, here, old, { startsOn: '2024-01-01', endsOn: '2025-09-30' })
  const nextSeat = await makeSeat(db, here, next, { startsOn: '2025-10-01', holderId: holder })
  seatThere = await makeSeat(db, there, old, { startsOn: '2024-01-01', holderId: holderThere })
  const early = await makeMeeting(db, here, { heldOn: '2024-06-01', closed: true })
  const summer = await makeMeeting(db, here, { heldOn: '2025-06-01', closed: true })
  const winter = await makeMeeting(db, here, { heldOn: '2025-12-01', closed: true })
  summerThere = await makeMeeting(db, there, { heldOn: '2025-06-02', closed: true, title: 'There' })
  const openThere = await makeMeeting(db, there, { heldOn: '2025-09-02' })
  toCome = await makeMeeting(db, there)
  await makeMark(db, here, early, oldestSeat, 'PRESENT')
  await makeMark(db, here, early, seatHere, 'ABSENT')
  await makeMark(db, here, summer, seatHere, 'ABSENT')
  await makeMark(db, here, winter, nextSeat, 'PRESENT')
  await makeMark(db, there, summerThere, seatThere, 'APOLOGIES', { reason: 'A funeral' })
  await makeMark(db, there, openThere, seatThere, 'ABSENT')
  await makeGuest(db, there, summerThere)
  await makeAgendaItem(db, { boardId: there, meetingId: summerThere })
  planThere = await makePlan(db, there)
  const area = await makeArea(db, there, planThere)
  const action = await makeAction(db, area)
  await makeResponsible(db, area, action, old)
  note = await makeNote(db, area, action, holderThere)
  flag = await makeFlag(db, there, await makeRule(db, there), old, { put: true })
  coordinator = await server.as(one)
  coordinatorThere = await server.as(two)
  leadOfNext = await server.as(lead)
  holderOfNext = await server.as(holder)
})
afterAll(() => server.close())

const merge = async () => {
  await makeMerger(server.db, oldest, old, '2025-05-01')
  await makeMerger(server.db, old, next, '2025-10-01')
}
const takeBack = () =>
  server.db.query('update organisation set part_of_id = null, part_of_since = null where id = $1', [old])

const ofAgency = `query($id: ID!) { agencyAttendance(organisationId: $id, year: 2025) { organisationName
  partOf { organisationName since } boards { boardName boardKnown seats { organisationName marks } }
  joined { organisationName intoName since years { year counts { present apologies absent } } } } }`
const meeting = 'query($id: ID!) { meeting(id: $id) { id } }'
const whyIsee = `query($record: RecordKind!, $id: ID!) { whyCanISee(record: $record, id: $id) { text } }`

describe('the attendance of an agency that became part of another one', () => {
  it('is open to the lead of the other one from the merger until it is taken back, through a chain too', async () => {
    for (const id of [old, oldest]) expect(await leadOfNext.codes(ofAgency, { id })).toEqual(['NOT_ALLOWED'])
    await merge()
    const { agencyAttendance } = await leadOfNext.data<{ agencyAttendance: { joined: object[] } }>(ofAgency, {
      id: next,
    })
    const year = (of: number, present: number, apologies: number, absent: number) => ({
      year: of,
      counts: { present, apologies, absent },
    })
    expect(agencyAttendance.joined).toEqual([
      {
        organisationName: 'Old Trust',
        intoName: 'New Trust',
        since: '2025-10-01',
        // The register of a third meeting is still open.
        years: [year(2025, 0, 1, 1), year(2024, 0, 0, 1)],
      },
      {
        organisationName: 'Oldest Trust',
        intoName: 'Old Trust',
        since: '2025-05-01',
        years: [year(2024, 1, 0, 0)],
      },
    ])
    expect(await leadOfNext.data(ofAgency, { id: old })).toMatchObject({
      agencyAttendance: {
        partOf: { organisationName: 'New Trust', since: '2025-10-01' },
        boards: [
          {
            boardName: 'A board that you do not see now',
            boardKnown: false,
            seats: [{ marks: ['APOLOGIES', 'ABSENT'] }],
          },
          { boardName: 'Larkmere board', boardKnown: true, seats: [{ marks: ['ABSENT', null] }] },
        ],
      },
    })
    expect(await leadOfNext.codes(ofAgency, { id: oldest })).toEqual([])
    for (const client of [coordinator, holderOfNext])
      expect(await client.codes(ofAgency, { id: old })).toEqual(['NOT_ALLOWED'])
    expect(await leadOfNext.data(meeting, { id: summerThere })).toEqual({ meeting: { id: summerThere } })
    await takeBack()
    for (const id of [old, oldest]) expect(await leadOfNext.codes(ofAgency, { id })).toEqual(['NOT_ALLOWED'])
    expect(await leadOfNext.data(meeting, { id: summerThere })).toEqual({ meeting: null })
    await merge()
  })

  it('tells its lead that the merger is why', async () => {
    const words = 'Old Trust became part of New Trust on 1 October 2025. Its attendance goes with it.'
    for (const [record, id] of [
      ['SEAT', seatThere],
      ['SEAT', seatHere],
      ['MEETING', summerThere],
    ])
      expect(JSON.stringify(await leadOfNext.data(whyIsee, { record, id }))).toContain(words)
    expect(await leadOfNext.codes(whyIsee, { record: 'MEETING', id: toCome })).toEqual(['NOT_FOUND'])
  })

  it('is all that follows: no reason, no guest, no plan, no evidence, no flag, no person and no page of the agency', async () => {
    const found = await leadOfNext.data(
      `query($meeting: ID!, $plan: ID!, $flag: ID!) {
        meeting(id: $meeting) { id } plan(id: $plan) { id } flag(id: $flag) { id }
        knownPeople { name } myCalendar { meetings { meeting { id } } } }`,
      { meeting: toCome, plan: planThere, flag },
    )
    expect(found).toEqual({
      meeting: null,
      plan: null,
      flag: null,
      knownPeople: [{ name: 'Hugo Reed' }, { name: 'Lena Moss' }],
      myCalendar: { meetings: [] },
    })
    const held = `query($id: ID!) { meeting(id: $id) {
      expected { mark { mark reason } deputies { name } } guests { name } agenda { title } } }`
    const expected = (reason: string | null) => [{ mark: { mark: 'APOLOGIES', reason }, deputies: [] }]
    expect(await coordinatorThere.data(held, { id: summerThere })).toEqual({
      meeting: {
        expected: expected('A funeral'),
        guests: [{ name: 'Sam Reed' }],
        agenda: [{ title: 'An item' }],
      },
    })
    expect(await leadOfNext.data(held, { id: summerThere })).toEqual({
      meeting: { expected: expected(null), guests: [], agenda: [] },
    })
    expect(await leadOfNext.codes('query($id: ID!) { agency(id: $id) { id } }', { id: old })).toEqual([
      'NOT_ALLOWED',
    ])
    const answer = `mutation($input: AnswerMeetingInput!) { answerMeeting(input: $input) { __typename } }`
    const answered = { meetingId: toCome, placeId: seatThere, answer: 'ATTENDING', version: 0 }
    expect(await leadOfNext.codes(answer, { input: { ...answered, clientMutationId: newId() } })).toEqual([
      'NOT_FOUND',
    ])
    const answerFlag = `mutation($input: AnswerFlagInput!) { answerFlag(input: $input) { __typename } }`
    expect(
      await leadOfNext.codes(answerFlag, {
        input: { flagId: flag, words: 'Ours', version: 1, clientMutationId: newId() },
      }),
    ).toEqual(['NOT_FOUND'])
    expect(await leadOfNext.codes(whyIsee, { record: 'EVIDENCE', id: note })).toEqual(['NOT_FOUND'])
  })
})

describe('agencies that merged, for the people of a board', () => {
  const grid = `query($id: ID!) { board(id: $id) { attendance(year: 2025) { boards { seats { organisationName
    partOf { organisationName since seated } joined { organisationName since seated } } } } } }`

  it('stand apart, and each says of the other since when', async () => {
    expect(await coordinator.data(grid, { id: here })).toEqual({
      board: {
        attendance: {
          boards: [
            {
              seats: [
                {
                  organisationName: 'New Trust',
                  partOf: null,
                  joined: [{ organisationName: 'Old Trust', since: '2025-10-01', seated: true }],
                },
                {
                  organisationName: 'Old Trust',
                  partOf: { organisationName: 'New Trust', since: '2025-10-01', seated: true },
                  joined: [{ organisationName: 'Oldest Trust', since: '2025-05-01', seated: true }],
                },
                {
                  organisationName: 'Oldest Trust',
                  partOf: { organisationName: 'Old Trust', since: '2025-05-01', seated: true },
                  joined: [],
                },
              ],
            },
          ],
        },
      },
    })
    expect(await coordinatorThere.data(grid, { id: there })).toMatchObject({
      board: { attendance: { boards: [{ seats: [{ partOf: { seated: false } }] }] } },
    })
  })

  it('stand so in documents', async () => {
    for (const as of ['word', 'excel']) {
      const response = await fetch(`${server.url}/boards/${here}/attendance/file?as=${as}&year=2025`, {
        headers: { cookie: coordinator.cookie ?? '' },
      })
      const bytes = new Uint8Array(await response.arrayBuffer())
      const read = await readBytes({ name: as === 'word' ? 'a.docx' : 'a.xlsx', bytes }, () => undefined)
      const text = read.ok ? textsOfDocument(read.document).join('\n') : ''
      for (const words of [
        'New Trust (includes Old Trust since 1 October 2025)',
        'part of New Trust since 1 October 2025)',
        'Agencies that merged are counted apart',
        '0% (0 of 1)',
        '100% (1 of 1)',
      ])
        expect(text).toContain(words)
    }
  })

  it('have flags of their own', async () => {
    const query = `query($id: ID!) { flag(id: $id) { partOf { organisationName since } joined { organisationName } } }`
    expect(await coordinatorThere.data(query, { id: flag })).toEqual({
      flag: {
        partOf: { organisationName: 'New Trust', since: '2025-10-01' },
        joined: [{ organisationName: 'Oldest Trust' }],
      },
    })
  })
})
