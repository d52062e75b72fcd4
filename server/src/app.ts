import fastifyCookie from '@fastify/cookie'
import fastifyHelmet from '@fastify/helmet'
import Fastify from 'fastify'
import type { FastifyInstance } from 'fastify'
import type { Platform } from './access/requestContext.ts'
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
    trustProxy: (_address, hop) => hop <= settings.proxies,
    logger: { level: 'warn' },
    forceCloseConnections: true,
  })
  await app.register(fastifyCookie)
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
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
  await servePages(app)
  return app
}
