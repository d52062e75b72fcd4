import { ApolloServer } from '@apollo/server'
import type { ApolloServerPlugin } from '@apollo/server'
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled'
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify'
import type { FastifyInstance } from 'fastify'
import { GraphQLError, NoSchemaIntrospectionCustomRule } from 'graphql'
import { randomUUID } from 'node:crypto'
import { RequestContext } from '../access/requestContext.ts'
import type { Platform } from '../access/requestContext.ts'
import { exchangeOf } from './cookies.ts'
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
    validationRules: platform.settings.production
      ? [documentLimits, NoSchemaIntrospectionCustomRule]
      : [documentLimits],
    // Cache hints would wrap every field of every answer, and no answer of ours may be cached.
    plugins: [closeReads, fastifyApolloDrainPlugin(app), ApolloServerPluginCacheControlDisabled()],
    formatError: (formatted, error) => {
      if (knownCodes.has(String(formatted.extensions?.['code']))) return formatted
      const correlationId = randomUUID()
      app.log.error({ correlationId, error }, 'a request failed')
      return {
        message: `Something went wrong on our side. Nothing was changed. If it happens again, tell us this number: ${correlationId}`,
        extensions: { code: 'INTERNAL', correlationId },
      }
    },
  })
  await apollo.start()

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

/** Replaces the hash of a trusted document by its text; anything else is refused before it is parsed. */
function admit(body: unknown, trusted: Map<string, string>): void {
  if (typeof body !== 'object' || body === null) return
  const request = body as { query?: unknown; documentId?: unknown }
  const document = typeof request.documentId === 'string' ? trusted.get(request.documentId) : undefined
  if (document === undefined) {
    throw Object.assign(
      new GraphQLError('This document is not known here. Load the page again to get the newest one.'),
      { statusCode: 400, code: 'UNKNOWN_DOCUMENT' },
    )
  }
  request.query = document
  delete request.documentId
}
