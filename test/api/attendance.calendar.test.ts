import { newId } from '@boardwork/server/src/db/newId.ts'
import ICAL from 'ical.js'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeInvitee, makeMeeting } from '../support/attendanceFactories.ts'
import { day, makeGrant } from '../support/factories.ts'
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
  await server.db.query('delete from mail')
  await server.db.query('delete from rate_limit')
  scene = await makeCalendarScene(server)
})

interface Letter {
  recipient: string
  subject: string
  body: string
  event: string
}

/** The mails since the last look, by whom they are to. */
async function letters(): Promise<Letter[]> {
  const { rows } = await server.db.query<Letter>('delete from mail returning recipient, subject, body, event')
  return rows.toSorted((a, b) => (a.recipient < b.recipient ? -1 : 1))
}
const tokenIn = (letter: Letter | undefined) => /\/answer\/([\w-]{43})/.exec(letter?.body ?? '')?.[1] ?? ''
const send = () => change(scene.coordinator, 'send', { meetingId: scene.meeting })
const opened = (token: string) => server.anonymous().data(calendarTexts.link, { token })

async function lettersTo(name: string): Promise<Letter[]> {
  return (await letters()).filter(({ body }) => body.startsWith(`Hello ${name},`))
}

function eventIn(text: string) {
  const calendar = ICAL.Component.fromString(text)
  const [event] = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
  return { method: calendar.getFirstPropertyValue('method'), uid: event?.uid, sequence: event?.sequence }
}

describe('invitations to a meeting', () => {
  it('go to the holders once, with an event, and to the deputies where nobody holds the seat', async () => {
    await server.db.query('update seat set holder_id = null where id = $1', [scene.policeSeat])
    const { invitations } = await readMeetingAs(scene.coordinator, scene.meeting)
    expect(invitations).toEqual({ toSend: 2, sent: 0, unreachable: 0 })
    expect(await send()).toMatchObject({ __typename: 'Meeting', invitations: { toSend: 0, sent: 2 } })
    const sent = await letters()
    const greeted = new Set(sent.map(({ body }) => /Hello ([^,]+),/.exec(body)?.[1]))
    expect(greeted).toEqual(new Set(['Dan Oak', 'Fay Birch']))
    expect(eventIn(sent[0]?.event ?? '')).toEqual({ method: 'REQUEST', uid: scene.meeting, sequence: 0 })
    expect(await send()).toMatchObject({ __typename: 'NotReady' })
    expect(await letters()).toEqual([])
    expect((await readMeetingAs(scene.fire, scene.meeting)).invitations).toBeNull()
  })

  it('pressed twice at once are sent once', async () => {
    const both = await Promise.all([send(), send()])
    expect(both.map(({ __typename }) => __typename).toSorted()).toEqual(['Meeting', 'NotReady'])
    expect(await letters()).toHaveLength(2)
  })

  it('are answered by the link without signing in; opening it changes nothing', async () => {
    await send()
    const token = tokenIn((await lettersTo('Holly Elm'))[0])
    expect(await opened(token)).toMatchObject({
      answerLink: { personName: 'Holly Elm', startsAt: `${day(7)}T10:00:00.000Z`, answer: null },
    })
    expect(await answerOf(scene.holder, scene.meeting, scene.policeSeat)).toBeNull()
    const input = { token, answer: 'DEPUTY', deputyName: 'Dan Oak' }
    expect(await change(server.anonymous(), 'byLink', input)).toMatchObject({
      answer: 'DEPUTY',
      stands: true,
    })
    expect(await answerOf(scene.coordinator, scene.meeting, scene.policeSeat)).toMatchObject({
      deputyId: scene.deputyId,
      answeredByName: 'Holly Elm',
      onBehalf: false,
    })
    // The last word counts, also of somebody who is signed in as another.
    await change(scene.fire, 'byLink', { token, answer: 'APOLOGIES', reason: 'On leave' })
    expect(await answerOf(scene.holder, scene.meeting, scene.policeSeat)).toMatchObject({
      answer: 'APOLOGIES',
      reason: 'On leave',
      answeredByName: 'Holly Elm',
    })
  })

  it('open nothing when they are guessed, when the account is closed, and when the seat is somebody else’s', async () => {
    await send()
    const token = tokenIn((await lettersTo('Holly Elm'))[0])
    expect(await opened('x'.repeat(43))).toEqual({ answerLink: null })
    const attending = { token, answer: 'ATTENDING' }
    await server.db.query('update account set disabled_at = now() where person_id = $1', [scene.holderId])
    expect(await opened(token)).toEqual({ answerLink: null })
    expect(await change(server.anonymous(), 'byLink', attending)).toMatchObject({ __typename: 'NotReady' })
    await server.db.query('update account set disabled_at = null where person_id = $1', [scene.holderId])
    await server.db.query('update seat set holder_id = $1 where id = $2', [scene.deputyId, scene.policeSeat])
    await server.db.query('update deputy set ended_at = now() where seat_id = $1', [scene.policeSeat])
    expect(await opened(token)).toEqual({ answerLink: null })
    expect(await change(server.anonymous(), 'byLink', attending)).toMatchObject({ __typename: 'NotReady' })
    // Not even when they still see the place as one of the board's officers.
    await makeGrant(server.db, scene.holderId, 'CHAIR', scene.board)
    expect(await opened(token)).toEqual({ answerLink: null })
    expect(await change(server.anonymous(), 'byLink', attending)).toMatchObject({ __typename: 'NotReady' })
    expect(await answerOf(scene.coordinator, scene.meeting, scene.policeSeat)).toBeNull()
  })

  it('are not answered any more once the register is closed', async () => {
    await send()
    const token = tokenIn((await lettersTo('Holly Elm'))[0])
    await server.db.query('update meeting set register_closed_at = now() where id = $1', [scene.meeting])
    expect(await opened(token)).toMatchObject({ answerLink: { registerClosed: true } })
    expect(await change(server.anonymous(), 'byLink', { token, answer: 'ATTENDING' })).toMatchObject({
      __typename: 'NotReady',
      message: expect.stringContaining('register of this meeting is closed') as unknown,
    })
  })

  it('are limited in tries', async () => {
    await server.db.query('delete from rate_limit')
    const client = server.anonymous()
    const { errors } = await client.ask(
      `{ ${Array.from({ length: 10 }, (_, index) => `a${index}: answerLink(token: "x") { title }`).join(' ')} }`,
    )
    expect(errors).toBeUndefined()
    await server.db.query('update rate_limit set points = 200')
    expect(await client.codes(calendarTexts.link, { token: 'x' })).toEqual(['TOO_MANY'])
  })

  it('are followed by a mail when the meeting moves, whose link takes the place of the one before, and when it is cancelled', async () => {
    await send()
    const before = tokenIn((await lettersTo('Holly Elm'))[0])
    await change(server.anonymous(), 'byLink', { token: before, answer: 'ATTENDING' })
    const wanted = { meetingId: scene.meeting, title: 'Quarterly meeting', startTime: '3pm', endTime: '4pm' }
    const moved = await change(scene.coordinator, 'change', { ...wanted, heldOn: day(9), version: 1 })
    expect(moved).toMatchObject({ __typename: 'Meeting' })
    const [letter] = await lettersTo('Holly Elm')
    expect(letter?.subject).toMatch(/^Moved: /)
    expect(eventIn(letter?.event ?? '')).toEqual({ method: 'REQUEST', uid: scene.meeting, sequence: 1 })
    expect(await opened(before)).toEqual({ answerLink: null })
    expect(await opened(tokenIn(letter))).toMatchObject({
      answerLink: { answer: 'ATTENDING', stands: false },
    })
    // A meeting that only has another name does not trouble anybody.
    await change(scene.coordinator, 'change', { ...wanted, title: 'A meeting', heldOn: day(9), version: 2 })
    expect(await letters()).toEqual([])
    await change(scene.coordinator, 'cancel', { meetingId: scene.meeting, reason: 'Snow', version: 3 })
    const [cancelled] = await lettersTo('Holly Elm')
    expect(cancelled?.body).toContain('Why: Snow')
    expect(eventIn(cancelled?.event ?? '')).toMatchObject({ method: 'CANCEL', sequence: 2 })
  })

  it('are followed by nothing once the meeting is over', async () => {
    await send()
    await letters()
    await server.db.query(
      `update meeting set starts_at = now() - interval '2 days', ends_at = now() - interval '47 hours' where id = $1`,
      [scene.meeting],
    )
    await change(scene.coordinator, 'cancel', { meetingId: scene.meeting, reason: 'Snow', version: 1 })
    expect(await letters()).toEqual([])
  })

  it('to a strategy meeting name its reference alone', async () => {
    const meeting = await makeMeeting(server.db, scene.board, {
      caseReference: 'SA-2026-7',
      title: 'Planning',
    })
    await makeInvitee(server.db, scene.board, meeting, scene.police, { personId: scene.holderId })
    await change(scene.coordinator, 'send', { meetingId: meeting })
    const [letter] = await letters()
    expect(letter?.subject).toMatch(/^Strategy meeting SA-2026-7, /)
    expect(`${letter?.body}${letter?.event}`).not.toContain('Planning')
    const token = tokenIn(letter)
    expect(await change(server.anonymous(), 'byLink', { token, answer: 'ATTENDING' })).toMatchObject({
      stands: true,
    })
  })
})

describe('the calendar of a person', () => {
  const feed = (address: string, headers: Record<string, string> = {}) =>
    fetch(address.replace(server.settings.publicUrl, server.url), { headers })
  const renew = async () => (await change<{ address: string }>(scene.holder, 'renew', {})).address
  const uidsIn = (text: string) =>
    ICAL.Component.fromString(text)
      .getAllSubcomponents('vevent')
      .map((event) => String(event.getFirstPropertyValue('uid')))

  it('has the meetings to which the person is to come, by a secret address and no session', async () => {
    const cancelled = await makeMeeting(server.db, scene.board, { heldOn: day(8), cancelled: true })
    const address = await renew()
    const response = await feed(address)
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(response.headers.get('cache-control')).toContain('private')
    const text = await response.text()
    expect(uidsIn(text)).toEqual([scene.meeting, cancelled])
    expect(text).toContain('STATUS:CANCELLED')
    await change(scene.holder, 'answer', {
      meetingId: scene.meeting,
      placeId: scene.policeSeat,
      answer: 'DEPUTY',
      deputyName: 'Dan Oak',
      version: 0,
    })
    expect(uidsIn(await (await feed(address)).text())).toEqual([cancelled])
    const ofDeputy = (await change<{ address: string }>(scene.deputy, 'renew', {})).address
    expect(uidsIn(await (await feed(ofDeputy)).text())).toEqual([scene.meeting])
  })

  it('is not sent again while nothing has changed', async () => {
    const address = await renew()
    const etag = (await feed(address)).headers.get('etag') ?? ''
    expect((await feed(address, { 'if-none-match': etag })).status).toBe(304)
    await server.db.query(`update meeting set place = 'Library' where id = $1`, [scene.meeting])
    expect((await feed(address, { 'if-none-match': etag })).status).toBe(200)
  })

  it('is at no other address: not at one that was renewed, guessed, or of a closed account', async () => {
    const first = await renew()
    const second = await renew()
    expect((await feed(first)).status).toBe(404)
    expect((await feed(second)).status).toBe(200)
    expect((await feed(`${server.url}/calendar/${'x'.repeat(43)}.ics`)).status).toBe(404)
    expect((await feed(`${server.url}/calendar/x`)).status).toBe(404)
    await server.db.query('update account set disabled_at = now() where person_id = $1', [scene.holderId])
    expect((await feed(second)).status).toBe(404)
  })

  it('is asked for only so often with one address', async () => {
    const address = await renew()
    expect((await feed(address)).status).toBe(200)
    await server.db.query(`update rate_limit set points = 60 where key like 'calendar:%'`)
    expect((await feed(address)).status).toBe(429)
  })

  it('keeps only the hash of its address, and shows it once', async () => {
    const input = { clientMutationId: newId() }
    const address = (await change<{ address: string }>(scene.holder, 'renew', input)).address
    expect(await change(scene.holder, 'renew', input)).toMatchObject({ address: null })
    expect((await feed(address)).status).toBe(200)
    const { myCalendar } = await scene.holder.data<{ myCalendar: { addressMadeAt: string | null } }>(
      calendarTexts.mine,
    )
    expect(myCalendar.addressMadeAt).not.toBeNull()
  })
})
