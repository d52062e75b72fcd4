import type { EntityManager } from '@mikro-orm/postgresql'
import { hashToken } from '../../access/requestContext.ts'
import type { RequestContext } from '../../access/requestContext.ts'
import { platformChain } from '../../audit/chain.ts'
import type { ChangeEvent } from '../../audit/writeEvents.ts'
import { newId } from '../../db/newId.ts'
import { identityPolicy } from './identity.policy.ts'
import { newToken } from './token.ts'

/**
 * Starts a session under a new token and ends the one that the browser had, whoever's it was. Null where the
 * account has been switched off. The cookie is set by `useSession` once the transaction has been committed.
 */
export async function startSession(
  context: RequestContext,
  em: EntityManager,
  personId: string,
  record: (event: Omit<ChangeEvent, 'under'>) => void,
): Promise<string | null> {
  const { exchange } = context
  const token = newToken()
  const sessionId = newId()
  const previous = exchange.token === null ? null : hashToken(exchange.token)
  const [row] = await em.execute<{ started: boolean }[]>(
    'select identity.start_session(?, ?, ?, ?, ?) as started',
    [sessionId, personId, hashToken(token), previous, exchange.device],
  )
  if (!row?.started) return null
  record({
    chainId: platformChain,
    action: identityPolicy.signIn.name,
    recordType: 'Session',
    recordId: sessionId,
    after: { device: exchange.device.slice(0, 300) },
  })
  return token
}

/** Hands the new session to the browser, and answers the rest of the request as the person who is now signed in. */
export async function useSession(context: RequestContext, token: string): Promise<void> {
  context.exchange.setToken(token)
  context.exchange.token = token
  await context.refresh()
}
