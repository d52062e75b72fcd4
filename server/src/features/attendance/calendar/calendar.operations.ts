import { operation } from '../../../access/operation.ts'
import { hashToken } from '../../../access/requestContext.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { platformChain } from '../../../audit/chain.ts'
import { newToken } from '../../identity/token.ts'
import type { RenewCalendarAddressInput } from '../answer/answer.inputs.ts'
import { calendarPolicy } from '../answer/answer.policy.ts'
import type { CalendarAddressMade } from './calendar.results.ts'

/** Makes the private address of the viewer's calendar, or a new one; the one before is nothing any more. */
export function renewCalendarAddress(
  context: RequestContext,
  { clientMutationId }: RenewCalendarAddressInput,
): Promise<CalendarAddressMade> {
  const line = calendarPolicy.renewAddress
  const again = async (
    change: { em: { execute: (sql: string, values: unknown[]) => Promise<{ madeAt: string }[]> } },
    id: string,
  ) => {
    const [known] = await change.em.execute(
      'select made_at as "madeAt" from calendar_address where person_id = ?',
      [id],
    )
    return { id, madeAt: known ? new Date(known.madeAt) : new Date(), address: null }
  }
  return operation<CalendarAddressMade, CalendarAddressMade>(
    context,
    line,
    clientMutationId,
    again,
    async (change) => {
      const id = change.viewer.personId
      change.authorize(line, {})
      const token = newToken()
      const hash = hashToken(token)
      const madeAt = new Date()
      await change.em.execute(
        `insert into calendar_address (person_id, token_hash, made_at) values (?, ?, ?)
         on conflict (person_id) do update set token_hash = ?, made_at = ?`,
        [id, hash, madeAt, hash, madeAt],
      )
      change.record({
        chainId: platformChain,
        action: line.name,
        recordType: 'CalendarAddress',
        recordId: id,
        after: { madeAt },
      })
      return { id, madeAt, address: `${context.platform.settings.publicUrl}/calendar/${token}.ics` }
    },
  )
}
