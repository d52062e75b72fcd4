import { newId } from '@boardwork/server/src/db/newId.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeMeeting } from '../support/attendanceFactories.ts'
import { day, makeBoard, makeGrant, makePerson, makeSeat } from '../support/factories.ts'
import { startTestServer } from '../support/server.ts'
import type { TestServer } from '../support/server.ts'
import {
  answerOf,
  calendarTexts,
  change,
  makeCalendarScene,
  readMeetingAs,
} from './attendance.calendar.fixture.ts'
import type { CalendarScene } from './attendance.calendar.fixture.ts'

let server: TestServer
let scene: CalendarScene
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  scene = await makeCalendarScene(server)
})

const forPolice = (more: object = {}) => ({
  meetingId: scene.meeting,
  placeId: scene.policeSeat,
  answer: 'ATTENDING',
  version: 0,
  ...more,
})
const apologies = (version = 0) => forPolice({ answer: 'APOLOGIES', reason: 'An operation', version })

describe('an answer', () => {
  it('is given by the holder, changed by the deputy, and seen by the other members', async () => {
    expect(await change(scene.holder, 'answer', forPolice())).toMatchObject({ __typename: 'Meeting' })
    expect(await answerOf(scene.fire, scene.meeting, scene.policeSeat)).toMatchObject({
      answer: 'ATTENDING',
      state: 'STANDS',
      answeredByName: 'Holly Elm',
      onBehalf: false,
    })
    // The deputy comes, and says so under the own name, typed as people type it.
    const sending = forPolice({ answer: 'DEPUTY', deputyName: ' dan OAK ', version: 1 })
    expect(await change(scene.deputy, 'answer', sending)).toMatchObject({ __typename: 'Meeting' })
    expect(await answerOf(scene.fire, scene.meeting, scene.policeSeat)).toMatchObject({
      answer: 'DEPUTY',
      deputyId: scene.deputyId,
      deputyName: 'Dan Oak',
      version: 2,
    })
  })

  it('keeps the reason of apologies from the other members, and out of the log', async () => {
    await change(scene.holder, 'answer', apologies())
    const reasonFor = async (client: CalendarScene['fire']) =>
      (await answerOf(client, scene.meeting, scene.policeSeat))?.reason
    const leadId = await makePerson(server.db)
    await makeGrant(server.db, leadId, 'AGENCY_LEAD', scene.police)
    expect(await reasonFor(scene.holder)).toBe('An operation')
    expect(await reasonFor(scene.deputy)).toBe('An operation')
    expect(await reasonFor(scene.coordinator)).toBe('An operation')
    expect(await reasonFor(await server.as(leadId))).toBe('An operation')
    expect(await reasonFor(scene.fire)).toBeNull()
    const { rows } = await server.db.query(
      `select from audit_event where record_type = 'MeetingAnswer' and after::text like '%operation%'`,
    )
    expect(rows).toEqual([])
    // Whoever comes after all has no reason any more.
    await change(scene.holder, 'answer', forPolice({ version: 1 }))
    const { rows: left } = await server.db.query('select from answer_reason where place_id = $1', [
      scene.policeSeat,
    ])
    expect(left).toEqual([])
  })

  it('is written down by the coordinator for them, and says so', async () => {
    await change(scene.coordinator, 'answer', forPolice())
    expect(await answerOf(scene.holder, scene.meeting, scene.policeSeat)).toMatchObject({
      answeredByName: 'Cora Ash',
      onBehalf: true,
    })
    const { expected } = await readMeetingAs(scene.coordinator, scene.meeting)
    expect(expected.map((place) => [place.viewerCanAnswer, place.viewersOwn])).toEqual([
      [true, false],
      [true, false],
    ])
  })

  it('is nobody else’s to give, and none is given for a place that is not expected', async () => {
    const refused = (client: CalendarScene['fire'], input: object) =>
      client.codes(calendarTexts.answer, { input: { clientMutationId: newId(), ...input } })
    expect(await refused(scene.fire, forPolice())).toEqual(['NOT_ALLOWED'])
    expect(await refused(await server.as(await makePerson(server.db)), forPolice())).toEqual(['NOT_FOUND'])
    const ended = await makeSeat(server.db, scene.board, scene.council, {
      startsOn: day(-60),
      endsOn: day(-1),
    })
    expect(await refused(scene.coordinator, forPolice({ placeId: ended }))).toEqual(['NOT_FOUND'])
  })

  it('that is stale shows both, one that is repeated changes nothing, and two at once are one answer', async () => {
    const first = { ...forPolice(), clientMutationId: newId() }
    await change(scene.holder, 'answer', first)
    await change(scene.holder, 'answer', first)
    expect(await answerOf(scene.holder, scene.meeting, scene.policeSeat)).toMatchObject({ version: 1 })
    expect(await change(scene.deputy, 'answer', apologies())).toMatchObject({
      __typename: 'Conflict',
      currentVersion: 1,
      fields: [{ field: 'answer', theirs: 'Attending', yours: 'Apologies' }],
    })
    const other = await makeMeeting(server.db, scene.board)
    const both = await Promise.all(
      [scene.holder, scene.deputy].map((client) => change(client, 'answer', forPolice({ meetingId: other }))),
    )
    expect(both.map(({ __typename }) => __typename).toSorted()).toEqual(['Conflict', 'Meeting'])
  })

  it('is checked: a deputy has a name, apologies have a reason', async () => {
    expect(await change(scene.holder, 'answer', forPolice({ answer: 'DEPUTY' }))).toMatchObject({
      problems: [{ field: 'deputyName' }],
    })
    expect(await change(scene.holder, 'answer', forPolice({ answer: 'APOLOGIES' }))).toMatchObject({
      problems: [{ field: 'reason' }],
    })
  })

  it('is not taken once the register is closed or the meeting is cancelled', async () => {
    for (const state of [{ closed: true }, { cancelled: true }]) {
      const meetingId = await makeMeeting(server.db, scene.board, state)
      expect(await change(scene.holder, 'answer', forPolice({ meetingId }))).toMatchObject({
        __typename: 'NotReady',
      })
    }
  })

  it('is asked again when the meeting moves, kept when its place changes, and counts again when it moves back', async () => {
    await change(scene.holder, 'answer', forPolice({ answer: 'DEPUTY', deputyName: 'Dan Oak' }))
    const wanted = { meetingId: scene.meeting, title: 'Quarterly meeting', place: 'Town hall' }
    const stateAfter = async (more: object) => {
      const { version } = await readMeetingAs(scene.coordinator, scene.meeting)
      await change(scene.coordinator, 'change', { ...wanted, version, ...more })
      const answer = await answerOf(scene.holder, scene.meeting, scene.policeSeat)
      return [answer?.state, answer?.deputyName]
    }
    const { rows } = await server.db.query<{ from: string; to: string; day: string }>(
      `select to_char(starts_at at time zone 'Europe/London', 'HH24:MI') as from,
         to_char(ends_at at time zone 'Europe/London', 'HH24:MI') as to, held_on::text as day from meeting where id = $1`,
      [scene.meeting],
    )
    const [{ from, to, day: heldOn } = { from: '', to: '', day: '' }] = rows
    const time = { heldOn, startTime: from, endTime: to }
    expect(await stateAfter({ ...time, place: 'Library' })).toEqual(['STANDS', 'Dan Oak'])
    // Whoever was named stays as a suggestion.
    expect(await stateAfter({ ...time, heldOn: day(8) })).toEqual(['ASKED_AGAIN', 'Dan Oak'])
    expect(await stateAfter(time)).toEqual(['STANDS', 'Dan Oak'])
  })
})

describe('a person expected at two boards at once', () => {
  /** Another board, at which the police's holder has a seat too, and its meeting at the same time. */
  async function elsewhere() {
    const board = await makeBoard(server.db, scene.council)
    const coordinatorId = await makePerson(server.db)
    await makeGrant(server.db, coordinatorId, 'COORDINATOR', board)
    const seat = await makeSeat(server.db, board, scene.police, {
      holderId: scene.holderId,
      startsOn: day(-30),
    })
    return { seat, meeting: await makeMeeting(server.db, board), coordinator: await server.as(coordinatorId) }
  }
  const booked = async (client: CalendarScene['fire'], meetingId: string) =>
    (await readMeetingAs(client, meetingId)).expected
      .filter(({ expectedElsewhere }) => expectedElsewhere)
      .map(({ placeId }) => placeId)
  const mine = async () => {
    const { myCalendar } = await scene.holder.data<{
      myCalendar: { meetings: { meeting: { id: string }; clashes: { id: string }[] }[] }
    }>(calendarTexts.mine)
    return new Map(
      myCalendar.meetings.map(({ meeting, clashes }) => [meeting.id, clashes.map(({ id }) => id)]),
    )
  }

  it('is told both, and each coordinator that there is another, until a deputy comes instead', async () => {
    const other = await elsewhere()
    expect(await mine()).toEqual(
      new Map([
        [scene.meeting, [other.meeting]],
        [other.meeting, [scene.meeting]],
      ]),
    )
    expect(await booked(scene.coordinator, scene.meeting)).toEqual([scene.policeSeat])
    expect(await booked(other.coordinator, other.meeting)).toEqual([other.seat])
    // No other member is told, and no coordinator of the one sees the meeting of the other.
    expect(await booked(scene.fire, scene.meeting)).toEqual([])
    expect(
      await scene.coordinator.data('query($id: ID!) { meeting(id: $id) { id } }', { id: other.meeting }),
    ).toEqual({ meeting: null })
    await change(scene.holder, 'answer', forPolice({ answer: 'DEPUTY', deputyName: 'Dan Oak' }))
    expect(await booked(scene.coordinator, scene.meeting)).toEqual([])
    expect(await booked(other.coordinator, other.meeting)).toEqual([])
    expect((await mine()).get(other.meeting)).toEqual([])
  })

  it('is not told of a board whose seat has ended', async () => {
    const other = await elsewhere()
    await server.db.query('update seat set ends_on = $1 where id = $2', [day(6), other.seat])
    expect(await booked(scene.coordinator, scene.meeting)).toEqual([])
    expect([...(await mine()).keys()]).toEqual([scene.meeting])
  })

  it('is not told of one that begins when the other ends', async () => {
    const other = await elsewhere()
    await server.db.query(
      `update meeting set starts_at = ends_at, ends_at = ends_at + interval '1 hour' where id = $1`,
      [other.meeting],
    )
    expect(await booked(scene.coordinator, scene.meeting)).toEqual([])
    expect((await mine()).get(scene.meeting)).toEqual([])
  })
})
