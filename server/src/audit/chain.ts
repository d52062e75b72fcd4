import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/** The platform's own chain: what belongs to no board and no organisation. */
export const platformChain = '00000000-0000-0000-0000-000000000000'

/** Comes before the first event of a chain. */
export const firstHash = Buffer.alloc(32)

/** What the hash of an event covers: everything that the log says of it, and the hash of the event before. */
export interface HashedEvent {
  chainId: string
  sequence: number
  /** In milliseconds since 1970, as the database keeps it. */
  happenedAt: number
  personId: string | null
  personName: string
  under: Record<string, unknown>
  action: string
  recordType: string
  recordId: string
  before: Record<string, unknown>
  after: Record<string, unknown>
}

/**
 * SHA-256 over the hash of the event before and the event as canonical JSON (RFC 8785).
 * An event cannot be changed, taken away or moved without changing every hash after it.
 */
export function hashEvent(previousHash: Uint8Array, event: HashedEvent): Buffer {
  const text = canonicalize(event)
  if (text === undefined) throw new Error('An event of the log cannot be written as JSON.')
  return createHash('sha256').update(previousHash).update(text).digest()
}
