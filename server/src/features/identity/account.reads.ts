import { sessionLimits } from '@boardwork/shared/identity/session.ts'
import type { RequestContext } from '../../access/requestContext.ts'
import type { Session } from './session.entity.ts'

/** The viewer's live sessions, the last used first. */
export function readSessions(context: RequestContext): Promise<Session[]> {
  return context.rows<Session>(
    `select id, started_at as "startedAt", last_used_at as "lastUsedAt", ended_at as "endedAt", device from session
     where ended_at is null and last_used_at > now() - $1 * interval '1 minute'
       and started_at > now() - $2 * interval '1 hour'
     order by last_used_at desc, id limit 100`,
    [sessionLimits.idleMinutes, sessionLimits.hours],
  )
}
