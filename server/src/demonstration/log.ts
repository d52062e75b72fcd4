import type { AuditEvent } from '../audit/auditEvent.entity.ts'
import { firstHash, hashEvent } from '../audit/chain.ts'
import type { PersonKey } from './people.ts'
import { people } from './people.ts'

/** Something that happened in the history of the demonstration. */
export interface Happening {
  /** The chains whose log it stands in. */
  chains: readonly string[]
  at: Date
  /** Null: whoever runs the server. */
  by: PersonKey | null
  under: Record<string, unknown>
  action: string
  recordType: string
  recordId: string
  before?: Record<string, unknown>
  after?: Record<string, unknown>
}

/** Chains what happened, each log in the order of time. */
export function chainEvents(
  happenings: readonly Happening[],
  personIds: Readonly<Record<PersonKey, string>>,
): AuditEvent[] {
  const events: AuditEvent[] = []
  const heads = new Map<string, AuditEvent>()
  for (const happening of happenings.toSorted((one, other) => one.at.getTime() - other.at.getTime())) {
    for (const chainId of happening.chains) {
      const head = heads.get(chainId)
      const previousHash = head?.hash ?? firstHash
      const content = {
        chainId,
        sequence: (head?.sequence ?? 0) + 1,
        personId: happening.by && personIds[happening.by],
        personName: happening.by ? people[happening.by].name : 'Whoever runs the server',
        under: happening.under,
        action: happening.action,
        recordType: happening.recordType,
        recordId: happening.recordId,
        before: happening.before ?? {},
        after: happening.after ?? {},
      }
      const hash = hashEvent(previousHash, { ...content, happenedAt: happening.at.getTime() })
      const event = { ...content, happenedAt: happening.at, previousHash, hash }
      heads.set(chainId, event)
      events.push(event)
    }
  }
  return events
}
