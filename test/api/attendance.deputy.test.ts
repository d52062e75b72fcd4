import { startMailer } from '@boardwork/server/src/features/identity/sendMail.ts'
import ICAL from 'ical.js'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeInvitee, makeMeeting } from '../support/attendanceFactories.ts'
import { day, makeDeputy, makePerson } from '../support/factories.ts'
import { startMailSink } from '../support/mailSink.ts'
import { startTestServer } from '../support/server.ts'
import type { ApiClient, TestServer } from '../support/server.ts'
import { calendarTexts, change, makeCalendarScene } from './attendance.calendar.fixture.ts'
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
  event: string | null
}

/** The mails since the last look, as who they greet and what their subject begins with. */
async function letters(): Promise<(Letter & { to: string; about: string })[]> {
  const { rows } = await server.db.query<Letter>('delete from mail returning recipient, subject, body, event')
  return rows.map((letter) => ({
    ...letter,
    to: /^Hello ([^,]+),/.exec(letter.body)?.[1] ?? '',
    about: letter.subject.split(':')[0] ?? '',
  }))
}
const told = async () => (await letters()).map(({ to, about }) => `${to}: ${about}`)

function eventIn(letter: Letter | undefined) {
  const calendar = ICAL.Component.fromString(letter?.event ?? '')
  const [event] = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
  return { method: calendar.getFirstPropertyValue('method'), uid: event?.uid, sequence: event?.sequence }
}

let version = 0
beforeEach(() => {
  version = 0
})
/** The holder of the seat answers, or somebody else for it. */
async function answer(given: object, client: ApiClient = scene.holder) {
  const result = await change(client, 'answer', {
    meetingId: scene.meeting,
    placeId: scene.policeSeat,
    version,
    ...given,
  })
  if (result.__typename === 'Meeting') version += 1
  return result
}
const named = () => ({ answer: 'DEPUTY', deputyId: scene.deputyId, deputyName: '' })
const attending = { answer: 'ATTENDING', deputyName: '', reason: '' }

const time = (heldOn: string, startTime: string, endTime: string, more: object = {}) => ({
  meetingId: scene.meeting,
  title: 'Quarterly meeting',
  place: 'Town hall',
  heldOn,
  startTime,
  endTime,
  ...more,
})

describe('a deputy who is named for a meeting', () => {
  it('gets one mail with the event and the page, however often the answer is saved', async () => {
    await answer(named())
    const [letter, ...more] = await letters()
    expect(more).toEqual([])
    expect(letter).toMatchObject({ to: 'Dan Oak', recipient: `${scene.deputyId}@example.org` })
    expect(letter?.subject).toMatch(/^You come as deputy: Quarterly meeting, /)
    expect(letter?.body).toContain(`/meetings/${scene.meeting}`)
    expect(letter?.body).not.toContain('/answer/')
    expect(eventIn(letter)).toEqual({ method: 'REQUEST', uid: scene.meeting, sequence: 0 })
    await answer(named())
    // A coordinator who writes it down again says nothing new either.
    await answer(named(), scene.coordinator)
    expect(await told()).toEqual([])
    const { myCalendar } = await scene.deputy.data<{ myCalendar: { meetings: object[] } }>(calendarTexts.mine)
    expect(myCalendar.meetings).toMatchObject([{ meeting: { id: scene.meeting }, namedDeputy: true }])
  })

  it('gets one where the same answer is sent twice at once, and where one who was typed is meant', async () => {
    const input = {
      meetingId: scene.meeting,
      placeId: scene.policeSeat,
      answer: 'DEPUTY',
      deputyName: 'dan oak',
      version: 0,
    }
    const both = await Promise.all([
      change(scene.holder, 'answer', input),
      change(scene.coordinator, 'answer', input),
    ])
    expect(both.map(({ __typename }) => __typename).toSorted()).toEqual(['Conflict', 'Meeting'])
    expect(await told()).toEqual(['Dan Oak: You come as deputy'])
  })

  it('hears that they are not needed, and who is named instead; a name alone gets no mail', async () => {
    const secondId = await makePerson(server.db, { name: 'Eve Yew' })
    await makeDeputy(server.db, scene.board, scene.policeSeat, secondId)
    await answer(named())
    await letters()
    await answer({ answer: 'DEPUTY', deputyId: secondId, deputyName: '' })
    expect((await told()).toSorted()).toEqual([
      'Dan Oak: You do not have to come',
      'Eve Yew: You come as deputy',
    ])
    await answer({ answer: 'DEPUTY', deputyName: 'Somebody Else' })
    const [off, ...more] = await letters()
    expect([off?.to, more]).toEqual(['Eve Yew', []])
    expect(eventIn(off)).toMatchObject({ method: 'CANCEL', uid: scene.meeting })
    await answer(attending)
    expect(await told()).toEqual([])
    await answer(named())
    expect(await told()).toEqual(['Dan Oak: You come as deputy'])
  })

  it('keeps the event where they come for another agency all the same', async () => {
    await answer(named())
    await server.db.query('update seat set holder_id = $1 where id = $2', [scene.deputyId, scene.fireSeat])
    await letters()
    await answer(attending)
    expect(await letters()).toMatchObject([{ to: 'Dan Oak', about: 'You do not have to come', event: null }])
  })

  it('hears of a change, of a new time and of the naming for it, and of a meeting that is cancelled', async () => {
    await answer(named())
    await letters()
    await change(scene.coordinator, 'change', time(day(7), '10am', '12pm', { place: 'Library', version: 1 }))
    expect(await told()).toEqual(['Dan Oak: Changed'])
    await change(scene.coordinator, 'change', time(day(9), '3pm', '4pm', { place: 'Library', version: 2 }))
    const [moved] = await letters()
    expect(moved?.subject).toMatch(/^Moved: /)
    expect(moved?.body).toContain('is asked again who comes')
    expect(eventIn(moved)).toEqual({ method: 'REQUEST', uid: scene.meeting, sequence: 2 })
    await answer(named())
    expect(await told()).toEqual(['Dan Oak: You come as deputy'])
    await change(scene.coordinator, 'cancel', { meetingId: scene.meeting, reason: 'Snow', version: 3 })
    const [cancelled, ...more] = await letters()
    expect([cancelled?.to, more]).toEqual(['Dan Oak', []])
    expect(cancelled?.body).toContain('Why: Snow')
    expect(eventIn(cancelled)).toMatchObject({ method: 'CANCEL', sequence: 3 })
  })

  it('hears nothing of a time that is gone, where the meeting moves while the answer is saved', async () => {
    await answer(attending)
    await server.db.query('begin')
    await server.db.query('select from meeting where id = $1 for update', [scene.meeting])
    await server.db.query(
      `update meeting set starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day', sequence = 1
       where id = $1`,
      [scene.meeting],
    )
    const saving = answer(named())
    // The answer waits for whoever moves the meeting.
    for (let waiting = 0; waiting === 0;) {
      const { rows } = await server.db.query('select from pg_locks where not granted')
      waiting = rows.length
    }
    await server.db.query('commit')
    expect(await saving).toMatchObject({ __typename: 'Meeting' })
    expect(await told()).toEqual([])
    await answer(named())
    expect(await told()).toEqual(['Dan Oak: You come as deputy'])
  })

  it('hears nothing where the account is closed, or the meeting is over', async () => {
    await server.db.query('update account set disabled_at = now() where person_id = $1', [scene.deputyId])
    await answer(named())
    expect(await told()).toEqual([])
    await server.db.query('update account set disabled_at = null where person_id = $1', [scene.deputyId])
    await server.db.query(
      `update meeting set starts_at = now() - interval '2 days', ends_at = now() - interval '47 hours' where id = $1`,
      [scene.meeting],
    )
    await answer(attending)
    await answer(named())
    expect(await told()).toEqual([])
  })

  it('is told of the own agency’s seat by its people, and of no other’s', async () => {
    const otherId = await makePerson(server.db, { name: 'Ola Fir' })
    await makeDeputy(server.db, scene.board, scene.fireSeat, otherId)
    const fire = { meetingId: scene.meeting, placeId: scene.fireSeat, version: 0 }
    await change(scene.fire, 'answer', { ...fire, answer: 'DEPUTY', deputyId: otherId, deputyName: '' })
    expect(await told()).toEqual(['Ola Fir: You come as deputy'])
    await answer(named())
    expect(await told()).toEqual(['Dan Oak: You come as deputy'])
    // Whoever the seat is not of gets no address.
    const client = new Client({ connectionString: server.database.serverUrl })
    await client.connect()
    await client.query(`select set_config('app.person_id', $1, false)`, [scene.holderId])
    const { rows } = await client.query<{ seat_id: string }>(
      'select seat_id from access.deputies_to_tell($1)',
      [scene.meeting],
    )
    await client.end()
    expect(rows).toEqual([{ seat_id: scene.policeSeat }])
  })

  it('is never one for a strategy meeting, which nobody is told of by name', async () => {
    const about = await makeMeeting(server.db, scene.board, { caseReference: 'SA-2026-7', title: 'Planning' })
    const invitee = await makeInvitee(server.db, scene.board, about, scene.police, {
      personId: scene.holderId,
    })
    await answer({ meetingId: about, placeId: invitee, answer: 'DEPUTY', deputyName: 'Dan Oak', reason: '' })
    expect(await told()).toEqual([])
  })

  it('gets it by SMTP as soon as the answer is there, with the event beside the words', async () => {
    const sink = await startMailSink()
    const { smtpUrl } = server.settings
    server.settings.smtpUrl = sink.url
    const mailer = startMailer(server.platform)
    await answer(named())
    await sink.waitFor(1)
    await mailer.stop()
    server.settings.smtpUrl = smtpUrl
    await sink.close()
    expect(sink.mails).toHaveLength(1)
    expect(sink.mails[0]?.to).toEqual([`${scene.deputyId}@example.org`])
    expect(sink.mails[0]?.source).toMatch(/text\/calendar;[^]*method=REQUEST/i)
  })
})
