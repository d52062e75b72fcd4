import fastifyCookie from '@fastify/cookie'
import fastifyHelmet from '@fastify/helmet'
import Fastify from 'fastify'
import type { FastifyInstance } from 'fastify'
import { setTimeout as delay } from 'node:timers/promises'
import type { Platform } from './access/requestContext.ts'
import { serveCalendars } from './graphql/calendars.ts'
import { serveAttendanceDownloads } from './graphql/attendanceDownloads.ts'
import { serveDownloads } from './graphql/downloads.ts'
import { servePlanDownloads } from './graphql/planDownloads.ts'
import { serveMinutesDownloads } from './graphql/minutesDownloads.ts'
import { servePages } from './graphql/pages.ts'
import { serveGraphql } from './graphql/apollo.ts'
import { serveUploads } from './graphql/uploads.ts'
import { trustedDocuments } from './graphql/documents.ts'
import { limits } from './graphql/limits.ts'

/** Builds the server: the API, the pages, and the two questions that an operator's monitoring asks. */
export async function makeApp(platform: Platform): Promise<FastifyInstance> {
  const { settings, pool } = platform
  const app = Fastify({
    bodyLimit: limits.body,
    // Only so many hops are believed as there are proxies: a sender cannot name an address of their choice.
    trustProxy: (_address, hop) => hop < settings.proxies,
    logger: { level: 'warn' },
    forceCloseConnections: true,
  })
  finishAnswers(app)
  await app.register(fastifyCookie)
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        upgradeInsecureRequests: settings.publicUrl.startsWith('https:') ? [] : null,
      },
    },
    strictTransportSecurity: settings.publicUrl.startsWith('https:'),
    crossOriginEmbedderPolicy: false,
  })
  app.get('/livez', () => ({ status: 'ok' }))
  app.get('/readyz', async (_request, reply) => {
    try {
      await pool.query('select 1')
      return { status: 'ok' }
    } catch {
      return reply.code(503).send({ status: 'The database does not answer.' })
    }
  })
  await serveGraphql(app, platform, await trustedDocuments(settings))
  await serveUploads(app, platform)
  serveDownloads(app, platform)
  servePlanDownloads(app, platform)
  serveAttendanceDownloads(app, platform)
  serveCalendars(app, platform)
  serveMinutesDownloads(app, platform)
  await servePages(app)
  return app
}

/** The longest that the end of the server waits for answers, in milliseconds. */
const patience = 10_000

/**
 * When the server is closed, what is being answered is answered before its connections are; new requests get 503
 * meanwhile.
 */
function finishAnswers(app: FastifyInstance): void {
  let answering = 0
  app.addHook('onRequest', (_request, reply, done) => {
    answering += 1
    // Comes in any case, also when the sender has gone.
    reply.raw.once('close', () => (answering -= 1))
    done()
  })
  app.addHook('preClose', async () => {
    const until = Date.now() + patience
    while (answering > 0 && Date.now() < until) await delay(10)
  })
}
