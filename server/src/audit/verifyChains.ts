import type { Client } from 'pg'
import { firstHash, hashEvent } from './chain.ts'

/** Where a chain ended at some moment: the number of its last event, and that event's hash in hexadecimal. */
export interface Head {
  sequence: number
  hash: string
}

/** Where each chain ended, by its id. Kept elsewhere, it finds what was changed by somebody who changed the heads too. */
export type Heads = Readonly<Record<string, Head>>

/** What the verification of one chain says. */
export interface ChainReport {
  chainId: string
  /** How many events were read. */
  events: number
  /** Where the chain ends; null where it has no event. */
  head: Head | null
  /** What is wrong, in the order of the events; null where nothing is. */
  damage: Damage | null
}

export interface Damage {
  /** The number of the first event that is wrong or missing. */
  sequence: number
  /** What was found, as a sentence. */
  text: string
}

interface Row {
  sequence: number
  happened_at: Date
  person_id: string | null
  person_name: string
  under: Record<string, unknown>
  action: string
  record_type: string
  record_id: string
  before: Record<string, unknown>
  after: Record<string, unknown>
  previous_hash: Buffer
  hash: Buffer
}

// As many events as are held in memory at once.
const portion = 1000

/**
 * Reads every chain of the log from its first event and computes each hash again. It finds an event that was edited,
 * deleted or moved, a cut tail, a head that does not fit its chain and, with `heads` that were kept elsewhere, a chain
 * that was cut or written anew together with its head.
 *
 * `client` is a connection for which every row exists. It is used for one reading transaction, so that events that are
 * written in the meantime do not disturb.
 */
export async function* verifyChains(client: Client, heads: Heads = {}): AsyncGenerator<ChainReport> {
  await client.query('begin transaction isolation level repeatable read read only')
  try {
    for (const chainId of await readChainIds(client, heads))
      yield await verifyChain(client, chainId, heads[chainId])
  } finally {
    await client.query('rollback')
  }
}

async function readChainIds(client: Client, heads: Heads): Promise<string[]> {
  const { rows } = await client.query<{ chain_id: string }>(
    `select chain_id from audit_head union select chain_id from audit_event
     union select unnest($1::uuid[]) order by 1`,
    [Object.keys(heads)],
  )
  return rows.map((row) => row.chain_id)
}

async function verifyChain(client: Client, chainId: string, kept: Head | undefined): Promise<ChainReport> {
  let sequence = 0
  let events = 0
  let hash: Uint8Array = firstHash
  let damage: Damage | null = null
  let atKept: string | null = null
  let more = true
  while (more) {
    const rows = await readPortion(client, chainId, sequence)
    more = rows.length === portion
    for (const row of rows) {
      damage ??= checkEvent(chainId, row, sequence, hash)
      if (row.sequence === kept?.sequence) atKept = row.hash.toString('hex')
      sequence = row.sequence
      hash = row.hash
      events += 1
    }
  }
  const head = events === 0 ? null : { sequence, hash: Buffer.from(hash).toString('hex') }
  damage ??= checkKept(kept, atKept, sequence) ?? checkHead(await readHead(client, chainId), head)
  return { chainId, events, head, damage }
}

async function readPortion(client: Client, chainId: string, after: number): Promise<Row[]> {
  const { rows } = await client.query<Row>(
    `select sequence, happened_at, person_id, person_name, under, action, record_type, record_id, before, after,
       previous_hash, hash
     from audit_event where chain_id = $1 and sequence > $2 order by sequence limit ${portion}`,
    [chainId, after],
  )
  return rows
}

function checkEvent(chainId: string, row: Row, lastSequence: number, lastHash: Uint8Array): Damage | null {
  const { sequence } = row
  if (sequence !== lastSequence + 1) {
    return { sequence: lastSequence + 1, text: `Event ${lastSequence + 1} is missing.` }
  }
  const computed = hashEvent(row.previous_hash, {
    chainId,
    sequence,
    happenedAt: row.happened_at.getTime(),
    personId: row.person_id,
    personName: row.person_name,
    under: row.under,
    action: row.action,
    recordType: row.record_type,
    recordId: row.record_id,
    before: row.before,
    after: row.after,
  })
  if (!computed.equals(row.hash)) {
    return { sequence, text: `Event ${sequence} was changed, or another one was moved into its place.` }
  }
  if (!row.previous_hash.equals(lastHash)) {
    return {
      sequence,
      text: `Event ${sequence} does not follow the event before it: one of the two was put in.`,
    }
  }
  return null
}

function checkKept(kept: Head | undefined, atKept: string | null, lastSequence: number): Damage | null {
  if (!kept || kept.hash === atKept) return null
  return atKept === null
    ? {
        sequence: lastSequence + 1,
        text: `The chain ends with event ${lastSequence}, and its kept head is event ${kept.sequence}: its end was cut off.`,
      }
    : {
        sequence: kept.sequence,
        text: `Event ${kept.sequence} is not the one of the kept head: it, or one before it, was written anew.`,
      }
}

async function readHead(client: Client, chainId: string): Promise<Head | null> {
  const { rows } = await client.query<Head>(
    `select sequence, encode(hash, 'hex') as hash from audit_head where chain_id = $1`,
    [chainId],
  )
  return rows[0] ?? null
}

function checkHead(stored: Head | null, head: Head | null): Damage | null {
  const last = head?.sequence ?? 0
  if (!stored) return head ? { sequence: last, text: 'The head of the chain is missing.' } : null
  if (stored.sequence > last) {
    return {
      sequence: last + 1,
      text: `The chain ends with event ${last}, and its head is event ${stored.sequence}: its end was cut off.`,
    }
  }
  if (stored.sequence < last) {
    return {
      sequence: stored.sequence + 1,
      text: `The head of the chain is event ${stored.sequence}, and it goes on to event ${last}: the head was changed, or events were put in.`,
    }
  }
  return stored.hash === head?.hash
    ? null
    : {
        sequence: last,
        text: 'The head of the chain has another hash than its last event: the head was changed.',
      }
}
