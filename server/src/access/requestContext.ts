import { createHash } from 'node:crypto'
import DataLoader from 'dataloader'
import type { MikroORM } from '@mikro-orm/postgresql'
import type { Pool } from 'pg'
import type { Settings } from '../env.ts'
import type { FileStore } from '../files/fileStore.ts'
import { NotSignedIn } from '../errors.ts'
import { ReadTransaction } from './readTransaction.ts'
import { Viewer } from './viewer.ts'
import type { Tie } from './viewer.ts'

/** What lives as long as the server does. */
export interface Platform {
  orm: MikroORM
  pool: Pool
  files: FileStore
  settings: Settings
}

/** What the browser sent along, and what goes back with the answer. */
export interface Exchange {
  /** The session cookie's value; null without one. */
  token: string | null
  /** The sender's network address. */
  address: string
  device: string
  /** Whether the page asked by itself, without somebody doing something: that does not prolong the session. */
  passive: boolean
  setToken(token: string): void
  clearToken(): void
}

interface Entered {
  sessionId: string
  personId: string
  personName: string
  startedAt: string
  lastUsedAt: string
  ties: Tie[]
}

/** The use of a session is written down at most this often, so that a busy page is not a write with each request. */
const touchEveryMs = 60_000

/**
 * Everything one request needs. Reads share one transaction, so that a page is of one moment;
 * who asks is looked up in the same trip that opens it.
 */
export class RequestContext {
  readonly platform: Platform
  readonly exchange: Exchange
  // Not #private: Apollo works on a copy of the context, and a copy has no #private fields.
  private reading: ReadTransaction | null = null
  private entering: Promise<Viewer | null> | null = null
  private answered = false
  /** The session whose use is to be written down when the reading ends. */
  private usedSessionId: string | null = null
  private readonly loaders = new Map<unknown, DataLoader<string, unknown>>()

  constructor(platform: Platform, exchange: Exchange) {
    this.platform = platform
    this.exchange = exchange
  }

  /** Who asks; null when nobody is signed in. */
  viewer(): Promise<Viewer | null> {
    // GraphQL answers as soon as one field fails and lets the others run on: nobody would end what they open now.
    if (this.answered) return Promise.reject(new Error('This request has been answered already.'))
    this.entering ??= this.enter()
    return this.entering
  }

  /** Who asks, where somebody has to be signed in. */
  async signedIn(): Promise<Viewer> {
    const viewer = await this.viewer()
    if (!viewer) throw new NotSignedIn()
    return viewer
  }

  /** Plain rows, as far as they exist for the viewer. `name` lets PostgreSQL keep the plan of a frequent query. */
  async rows<Row extends object>(sql: string, values: unknown[] = [], name?: string): Promise<Row[]> {
    await this.viewer()
    if (!this.reading) throw new NotSignedIn()
    return this.reading.query<Row>(sql, values, name)
  }

  /** One loader for each batch function and request. */
  loader<Value>(
    batch: (context: RequestContext, keys: readonly string[]) => Promise<Map<string, Value>>,
  ): DataLoader<string, Value | undefined> {
    const known = this.loaders.get(batch)
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the map holds under each batch function the loader made from it
    if (known) return known as DataLoader<string, Value | undefined>
    const loader = new DataLoader<string, Value | undefined>(async (keys) => {
      const found = await batch(this, keys)
      return keys.map((key) => found.get(key))
    })
    this.loaders.set(batch, loader)
    return loader
  }

  /** After a change: what is read from now on is of after it, and who may do what is asked again. */
  async refresh(): Promise<void> {
    await this.leave()
    this.loaders.clear()
  }

  /** Ends the reading transaction for good; has to be called once the answer stands. */
  async close(): Promise<void> {
    this.answered = true
    await this.leave()
  }

  private async leave(): Promise<void> {
    // Somebody may still be on the way in.
    await this.entering?.catch(() => undefined)
    const reading = this.reading
    this.reading = null
    this.entering = null
    await reading?.end()
    const sessionId = this.usedSessionId
    this.usedSessionId = null
    // Only now: the reading transaction held the one connection that a request takes.
    if (sessionId) await this.platform.pool.query('select identity.touch($1)', [sessionId])
  }

  private async enter(): Promise<Viewer | null> {
    const { token } = this.exchange
    if (!token) return null
    const reading = await ReadTransaction.begin(this.platform.pool, hashToken(token))
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the function identity.enter builds this object
    const entered = reading.entered as Entered | null
    if (!entered) {
      await reading.end()
      return null
    }
    this.reading = reading
    const { sessionId, startedAt } = entered
    let { lastUsedAt } = entered
    if (!this.exchange.passive && Date.now() - Date.parse(lastUsedAt) > touchEveryMs) {
      this.usedSessionId = sessionId
      lastUsedAt = new Date().toISOString()
    }
    return new Viewer(
      entered.personId,
      entered.personName,
      { sessionId, startedAt, lastUsedAt },
      entered.ties,
    )
  }
}

/** The form in which a secret token is kept: whoever reads the table cannot use it. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
