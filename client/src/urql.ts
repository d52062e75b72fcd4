import { cacheExchange } from '@urql/exchange-graphcache'
import type { IntrospectionQuery } from 'graphql'
import { Client, fetchExchange, getOperationName, makeOperation, mapExchange } from 'urql'
import cacheSchema from './gql/cacheSchema.json'
import { watchConnection } from './page/connection.ts'
import { keepRegister } from './page/keptRegister.ts'
import { sessionEnded } from './page/sessionEnded.ts'

interface WithHash {
  __meta__?: { hash?: string }
}

/**
 * Keeps the hash that stands in the generated document before the cache makes a copy of it, and the document's name
 * before the hash is sent in its place.
 */
const rememberDocument = mapExchange({
  onOperation: (operation) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- generated documents carry their hash here
    const hash = (operation.query as WithHash).__meta__?.hash
    const name = getOperationName(operation.query)
    return makeOperation(operation.kind, operation, { ...operation.context, name, ...(hash && { hash }) })
  },
})

/** A type without an id is a part of the record that it stands in. */
const keysOfValues = Object.fromEntries(
  cacheSchema.__schema.types
    .filter((type) => type.kind === 'OBJECT' && !type.fields?.some((field) => field.name === 'id'))
    .map((type) => [type.name, () => null]),
)

/** Outside development the server executes the documents of the built client alone, and is sent their hashes. */
const sendHash = mapExchange({
  onOperation: (operation) => {
    const hash: unknown = operation.context['hash']
    if (!import.meta.env.PROD || typeof hash !== 'string') return operation
    return makeOperation(operation.kind, {
      ...operation,
      query: { ...operation.query, definitions: [], documentId: hash },
    })
  },
})

/** A form that is sent after the session ended makes the page offer to sign in again; a loader leads there itself. */
const noticeEndedSession = mapExchange({
  onError: (error, { kind }) => {
    if (
      kind === 'mutation' &&
      error.graphQLErrors.some(({ extensions }) => extensions['code'] === 'NOT_SIGNED_IN')
    )
      window.dispatchEvent(new Event(sessionEnded))
  },
})

export const client = new Client({
  url: '/graphql',
  preferGetMethod: false,
  fetchOptions: { credentials: 'same-origin', headers: { 'content-type': 'application/json' } },
  exchanges: [
    rememberDocument,
    noticeEndedSession,
    cacheExchange({
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- generated from the committed schema
      schema: cacheSchema as unknown as IntrospectionQuery,
      keys: keysOfValues,
    }),
    keepRegister,
    watchConnection,
    sendHash,
    fetchExchange,
  ],
})
