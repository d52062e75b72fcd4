import type { EntityManager } from '@mikro-orm/postgresql'
import type { LogFields } from '@boardwork/shared/log/fieldWords.ts'
import { AuditEvent } from './auditEvent.entity.ts'
import { firstHash, hashEvent } from './chain.ts'

/** One change, as an operation reports it. */
export interface ChangeEvent {
  /** The board or organisation whose log it goes into, or the platform's. */
  chainId: string
  action: string
  recordType: string
  recordId: string
  /** The changed fields only. Never a secret, and never a word that names an adult or a child at risk. */
  before?: LogFields
  after?: LogFields
  under: Record<string, unknown>
}

/**
 * Appends events to their chains, in the transaction of the change. Each chain is locked from here until the
 * transaction ends, so this comes last; chains are taken in one order, so that two changes cannot block each other.
 */
export async function writeEvents(
  em: EntityManager,
  person: { id: string | null; name: string },
  events: readonly ChangeEvent[],
): Promise<void> {
  const chains = [...new Set(events.map((event) => event.chainId))].toSorted()
  for (const chainId of chains) {
    const [head] = await em.execute<{ sequence: number; hash: Buffer }[]>(
      'select * from audit.lock_head(?)',
      [chainId],
    )
    let sequence = head?.sequence ?? 0
    let previousHash: Uint8Array = head?.hash ?? firstHash
    for (const event of events.filter((each) => each.chainId === chainId)) {
      sequence += 1
      const happenedAt = new Date()
      const content = {
        chainId,
        sequence,
        personId: person.id,
        personName: person.name,
        under: plain(event.under),
        action: event.action,
        recordType: event.recordType,
        recordId: event.recordId,
        before: plain(event.before ?? {}),
        after: plain(event.after ?? {}),
      }
      const hash = hashEvent(previousHash, { ...content, happenedAt: happenedAt.getTime() })
      await em.insert(AuditEvent, { ...content, happenedAt, previousHash, hash })
      previousHash = hash
    }
  }
}

/** As JSON gives it back: dates become text, and what is undefined goes. */
function plain(value: Record<string, unknown>): Record<string, unknown> {
  const parsed: unknown = JSON.parse(JSON.stringify(value))
  if (typeof parsed !== 'object' || parsed === null) throw new Error('A field list of the log is no object.')
  return Object.fromEntries(Object.entries(parsed))
}
