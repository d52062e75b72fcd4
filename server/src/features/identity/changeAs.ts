import type { EntityManager } from '@mikro-orm/postgresql'
import type { ChangeEvent } from '../../audit/writeEvents.ts'
import { writeEvents } from '../../audit/writeEvents.ts'
import type { RequestContext } from '../../access/requestContext.ts'

/** Whoever proves by a password or a token from a mail who they are, without a session that says so. */
export interface Claimant {
  id: string | null
  name: string
}

/** Somebody of whom nothing is known. */
export const nobody: Claimant = { id: null, name: 'Somebody who is signed out' }

/**
 * One transaction of somebody who is not signed in yet: what `operation` is to somebody who is, without the memory
 * of a `clientMutationId`.
 */
export async function changeAs<Result>(
  context: RequestContext,
  claimant: Claimant,
  work: (em: EntityManager, record: (event: Omit<ChangeEvent, 'under'>) => void) => Promise<Result>,
): Promise<Result> {
  await context.refresh()
  const em = context.platform.orm.em.fork({ session: { variables: { 'app.person_id': claimant.id ?? '' } } })
  return em.transactional(async (inner) => {
    const events: ChangeEvent[] = []
    const result = await work(inner, (event) => events.push({ ...event, under: { kind: 'ANYBODY' } }))
    await writeEvents(inner, claimant, events)
    return result
  })
}
