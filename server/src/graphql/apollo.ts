import { ApolloServer } from '@apollo/server'
import type { ApolloServerPlugin } from '@apollo/server'
import { unwrapResolverError } from '@apollo/server/errors'
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled'
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify'
import { errorCodes } from 'fastify'
import type { FastifyError, FastifyInstance } from 'fastify'
import type { GraphQLFormattedError } from 'graphql'
import { randomUUID } from 'node:crypto'
import { RequestContext } from '../access/requestContext.ts'
import type { Platform } from '../access/requestContext.ts'
import { exchangeOf } from './cookies.ts'
import { NotFound } from '../errors.ts'
import { documentLimits, limits } from './limits.ts'
import { makeSchema } from './schema.ts'

const knownCodes = new Set([
  'NOT_SIGNED_IN',
  'NOT_ALLOWED',
  'NOT_FOUND',
  'TOO_MANY',
  'TOO_LARGE',
  'UNKNOWN_DOCUMENT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
])

/** Ends the request's reading transaction once the answer stands, whatever became of it. */
const closeReads: ApolloServerPlugin<RequestContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ contextValue }) => contextValue.close(),
    }),
}

/** Puts the API at `/graphql`. */
export async function serveGraphql(
  app: FastifyInstance,
  platform: Platform,
  trusted: Map<string, string> | null,
): Promise<void> {
  const apollo = new ApolloServer<RequestContext>({
    schema: await makeSchema(),
    introspection: !platform.settings.production,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: platform.settings.production,
    persistedQueries: false,
    csrfPrevention: true,
    // oxlint-disable-next-line typescript/no-deprecated -- GraphQL 16.15 has the new name, and Apollo Server 5 types know the old one alone
    parseOptions: { maxTokens: limits.tokens },
    validationRules: [documentLimits],
    // Cache hints would wrap every field of every answer, and no answer of ours may be cached.
    plugins: [closeReads, fastifyApolloDrainPlugin(app), ApolloServerPluginCacheControlDisabled()],
    formatError: (formatted, error) => {
      const code = formatted.extensions?.['code']
      // GraphQL repeats the values that were sent and names fields that would fit.
      if (code === 'BAD_USER_INPUT' && platform.settings.production)
        return {
          message: 'What was sent does not fit. Load the page again and try again.',
          extensions: { code },
        }
      if (knownCodes.has(String(code))) return formatted
      return isMalformedId(unwrapResolverError(error)) ? new NotFound().toJSON() : mask(app, error)
    },
  })
  await apollo.start()

  // What is refused before the API is reached has the form of its errors, which is the one that the client reads.
  app.setErrorHandler<FastifyError>((error, _request, reply) => {
    const status = error.statusCode ?? 500
    const answer =
      status < 500
        ? { message: refusals[status] ?? error.message, extensions: { code: error.code } }
        : mask(app, error)
    void reply.code(status).send({ errors: [answer] })
  })
  app.addHook('onRequest', (request, reply, done) => {
    const bytes = Number(request.headers['content-length'] ?? 0)
    const signedOut = exchangeOf(request, reply, platform.settings).token === null
    if (signedOut && bytes > limits.bodySignedOut) done(new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE())
    else done()
  })
  app.addHook('preValidation', (request, _reply, done) => {
    if (trusted && request.routeOptions.url === '/graphql') admit(request.body, trusted)
    done()
  })
  await app.register(fastifyApollo(apollo), {
    path: '/graphql',
    method: ['POST', 'OPTIONS'],
    context: (request, reply) =>
      Promise.resolve(new RequestContext(platform, exchangeOf(request, reply, platform.settings))),
  })
}

const refusals: Record<number, string> = {
  413: `This is too large to be sent at once. We can take up to ${limits.body / 1024 / 1024} MB.`,
  415: 'Send the request as application/json.',
}

/** What is said of a failure that nobody expected; the log has the rest under the same number. */
function mask(app: FastifyInstance, error: unknown): GraphQLFormattedError {
  const correlationId = randomUUID()
  app.log.error({ correlationId, error }, 'a request failed')
  return {
    message: `Something went wrong on our side. Nothing was changed. If it happens again, tell us this number: ${correlationId}`,
    extensions: { code: 'INTERNAL', correlationId },
  }
}

/** PostgreSQL was given an id that is none: there is no such record. */
function isMalformedId(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '22P02'
}

/** Replaces the hash of a trusted document by its text; anything else is refused before it is parsed. */
function admit(body: unknown, trusted: Map<string, string>): void {
  if (typeof body !== 'object' || body === null) return
  const request = body as { query?: unknown; documentId?: unknown }
  const document = typeof request.documentId === 'string' ? trusted.get(request.documentId) : undefined
  if (document === undefined) {
    throw Object.assign(
      new Error('This document is not known here. Load the page again to get the newest one.'),
      { statusCode: 400, code: 'UNKNOWN_DOCUMENT' },
    )
  }
  request.query = document
  delete request.documentId
}
