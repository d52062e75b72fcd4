import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { RequestContext } from '../access/requestContext.ts'
import type { Platform } from '../access/requestContext.ts'
import { TooMany } from '../errors.ts'
import { personOfCalendar, readFeed } from '../features/attendance/calendar/calendar.reads.ts'
import { writeFeed } from '../features/attendance/calendar/calendarText.ts'
import { countCalendar, countToken } from '../features/identity/tries.ts'
import { exchangeOf } from './cookies.ts'

interface OfCalendar {
  Params: { file: string }
}

/**
 * Gives a person's calendar at `GET /calendar/TOKEN.ics`, to whoever has the address: Outlook and Google ask for it
 * without a session. An address that was renewed, and that of a closed account, reads the same as one that never was.
 */
export function serveCalendars(app: FastifyInstance, platform: Platform): void {
  app.get<OfCalendar>('/calendar/:file', async (request, reply) => {
    reply.type('text/plain; charset=utf-8').header('cache-control', 'private, max-age=300')
    const token = /^([\w-]{43})\.ics$/.exec(request.params.file)?.[1]
    const context = new RequestContext(platform, exchangeOf(request, reply, platform.settings))
    try {
      const personId = token ? await personOfCalendar(platform, token) : null
      // What is guessed counts for the network that guesses.
      if (!token || !personId) {
        await countToken(context)
        return await reply.code(404).send('There is no calendar at this address. It may have been renewed.')
      }
      await countCalendar(context, token)
      const meetings = await readFeed(platform, personId)
      const etag = `"${createHash('sha256').update(JSON.stringify(meetings)).digest('base64url')}"`
      reply.header('etag', etag)
      if (request.headers['if-none-match'] === etag) return await reply.code(304).send()
      return await reply
        .type('text/calendar; charset=utf-8')
        .header('content-disposition', 'attachment; filename="boardwork.ics"')
        .send(writeFeed(meetings, new Date()))
    } catch (error) {
      if (!(error instanceof TooMany)) throw error
      return await reply.code(429).send(error.message)
    } finally {
      await context.close()
    }
  })
}
