import { startMailer } from '@boardwork/server/src/features/identity/sendMail.ts'
import { openOrm } from '@boardwork/server/src/db/orm.ts'
import type { Platform } from '@boardwork/server/src/access/requestContext.ts'
import { newId } from '@boardwork/server/src/db/newId.ts'
import { writeEvent } from '@boardwork/server/src/features/attendance/calendar/calendarText.ts'
import { writeMail } from '@boardwork/server/src/features/identity/mail.ts'
import { setTimeout as pause } from 'node:timers/promises'
import { Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { makeGrant, makePerson } from '../support/factories.ts'
import { startMailSink } from '../support/mailSink.ts'
import { startTestServer } from '../support/server.ts'
import type { TestServer } from '../support/server.ts'

const outbox = `{ outbox { sends next mails { recipient subject body writtenAt sentAt attempts lastError } } }`
const request = `mutation ($email: String!) { requestPasswordReset(input: { email: $email }) { __typename } }`

interface Outbox {
  outbox: {
    sends: boolean
    mails: { body: string; sentAt: string | null; attempts: number; lastError: string | null }[]
  }
}

let server: TestServer
let administratorId: string

beforeAll(async () => {
  server = await startTestServer()
  administratorId = await makePerson(server.db)
  await makeGrant(server.db, administratorId, 'ADMINISTRATOR')
  await makePerson(server.db, { name: 'Ria\r\nBcc: x@y.uk', email: 'ria@fernshire.gov.uk' })
})
afterAll(() => server.close())
beforeEach(async () => {
  await server.db.query('delete from rate_limit')
  await server.db.query('delete from mail')
})

/** A platform as another replica has it, which sends the mail of the test's database. */
async function replica(smtpUrl: string): Promise<{ platform: Platform; close: () => Promise<void> }> {
  const orm = await openOrm(server.database.serverUrl, 2)
  const pool = new Pool({ connectionString: server.database.serverUrl, max: 4 })
  const settings = { ...server.settings, smtpUrl }
  return {
    platform: { orm, pool, files: server.files, settings },
    close: async () => void (await Promise.all([orm.close(), pool.end()])),
  }
}

const allSent = async () => {
  for (;;) {
    const { rows } = await server.db.query('select from mail where sent_at is null')
    if (rows.length === 0) return
    await pause(20)
  }
}

it('stays in the outbox without an SMTP server, where administrators read it and nobody else', async () => {
  await server.anonymous().data(request, { email: 'ria@fernshire.gov.uk' })
  const administrator = await server.as(administratorId)
  const { outbox: found } = await administrator.data<Outbox>(outbox)
  expect(found).toMatchObject({
    sends: false,
    mails: [{ recipient: 'ria@fernshire.gov.uk', sentAt: null, attempts: 0 }],
  })
  expect(found.mails[0]?.body).toMatch(/\/password\/[\w-]{43}/)
  expect(await (await server.as(await makePerson(server.db))).codes(outbox)).toEqual(['NOT_ALLOWED'])
})

it('goes out by SMTP once, also with two replicas, and its link leaves the outbox', async () => {
  const sink = await startMailSink()
  const replicas = await Promise.all([replica(sink.url), replica(sink.url)])
  for (let mail = 0; mail < 5; mail += 1)
    await server.anonymous().data(request, { email: 'ria@fernshire.gov.uk' })
  const mailers = replicas.map(({ platform }) => startMailer(platform))
  await sink.waitFor(5)
  await allSent()
  await Promise.all(mailers.map((mailer) => mailer.stop()))
  await Promise.all(replicas.map(({ close }) => close()))
  await sink.close()
  expect(sink.mails).toHaveLength(5)
  const [mail] = sink.mails
  expect(mail).toMatchObject({ from: 'no-reply@boardwork.example', to: ['ria@fernshire.gov.uk'] })
  expect(mail?.source).toMatch(/Message-ID: <[\da-f-]{36}@localhost>/i)
  // Long lines are folded in quoted-printable.
  expect(mail?.source.replaceAll('=\r\n', '')).toMatch(/\/password\/[\w-]{43}/)
  expect(mail?.source.split('\r\n\r\n')[0]).not.toContain('Bcc')
  const { rows } = await server.db.query<{ body: string }>('select body from mail')
  expect(rows.map(({ body }) => /\/password\/…/.test(body) && !/[\w-]{43}/.test(body))).toEqual(
    Array(5).fill(true),
  )
})

it('brings an event as mail programs look for it: in a part of its own, and as a file', async () => {
  const sink = await startMailSink()
  const { platform, close } = await replica(sink.url)
  const event = writeEvent(
    {
      id: newId(),
      sequence: 1,
      title: 'Main meeting',
      boardName: 'Fernshire Board',
      startsAt: new Date('2026-12-08T14:00:00Z'),
      endsAt: new Date('2026-12-08T16:00:00Z'),
      place: 'Council House – Room 2',
      link: null,
      url: 'https://boardwork.example/meetings/1',
      cancelled: false,
    },
    { organiser: 'no-reply@boardwork.example', attendee: { name: 'Ria', email: 'ria@fernshire.gov.uk' } },
    new Date(),
  )
  await writeMail(platform.orm.em.fork(), {
    recipient: 'ria@fernshire.gov.uk',
    subject: 'Main meeting',
    body: `To answer: https://boardwork.example/answer/${'a'.repeat(43)}`,
    event,
  })
  const mailer = startMailer(platform)
  await sink.waitFor(1)
  await allSent()
  await mailer.stop()
  await close()
  await sink.close()
  const source = sink.mails[0]?.source ?? ''
  expect(source).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/)
  const attached = source.split('Content-Disposition: attachment; filename=meeting.ics')[1] ?? ''
  const [encoded = ''] = (attached.split('\r\n\r\n')[1] ?? '').split('\r\n--')
  expect(Buffer.from(encoded, 'base64').toString()).toBe(event)
  const { rows } = await server.db.query<{ body: string }>('select body from mail')
  expect(rows).toEqual([{ body: 'To answer: https://boardwork.example/answer/…' }])
})

it('is tried again later when the SMTP server refuses it, and says why in the outbox', async () => {
  const sink = await startMailSink((attempt) => attempt === 0)
  const { platform, close } = await replica(sink.url)
  await server.anonymous().data(request, { email: 'ria@fernshire.gov.uk' })
  const first = startMailer(platform)
  for (;;) {
    const { rows } = await server.db.query('select from mail where attempts = 1')
    if (rows.length === 1) break
    await pause(20)
  }
  await first.stop()
  const administrator = await server.as(administratorId)
  const [failed] = (await administrator.data<Outbox>(outbox)).outbox.mails
  expect(failed).toMatchObject({
    sentAt: null,
    attempts: 1,
    lastError: expect.stringContaining('Try again later') as unknown,
  })
  const { rows } = await server.db.query<{ seconds: number }>(
    'select extract(epoch from due_at - now())::int as seconds from mail',
  )
  expect(rows[0]?.seconds).toBeGreaterThan(30)
  await server.db.query('update mail set due_at = now()')
  const second = startMailer(platform)
  await sink.waitFor(1)
  await allSent()
  await second.stop()
  await close()
  await sink.close()
})

it('stops at once while there is nothing to send', async () => {
  const { platform, close } = await replica('smtp://127.0.0.1:1')
  const mailer = startMailer(platform)
  await mailer.stop()
  await close()
  expect(platform.pool.totalCount).toBe(0)
})
