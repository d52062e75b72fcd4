import path from 'node:path'
import type { MikroORM } from '@mikro-orm/postgresql'
import { Client, Pool } from 'pg'
import type { Settings } from '../env.ts'
import { CannotStart } from '../errors.ts'
import { DataFolderInUse, DataFolderOfOtherVersion, EmbeddedPostgresFailed } from './embedded/errors.ts'
import { startEmbeddedPostgres } from './embedded/startEmbeddedPostgres.ts'
import type { EmbeddedPostgres } from './embedded/startEmbeddedPostgres.ts'
import { migrate } from './migrate.ts'
import { openOrm } from './orm.ts'
import { ensureRoles } from './roles.ts'

/** What PostgreSQL says when the user may not do something (SQLSTATE insufficient_privilege). */
const notPermitted = '42501'

/** The database, ready for the server. */
export interface Database {
  orm: MikroORM
  pool: Pool
  ownerUrl: string
  /** Resolves, with one sentence, when the PostgreSQL that comes with Boardwork has ended. */
  ended: Promise<string>
  close(): Promise<void>
}

/**
 * Opens the database that the settings name, or starts the one that comes with Boardwork; makes the roles,
 * migrates, and connects as the role that owns nothing. Throws CannotStart with one sentence.
 */
export async function openDatabase(settings: Settings): Promise<Database> {
  const { ownerUrl, ended, stop } = await findServer(settings)
  try {
    const serverUrl = settings.databaseServerUrl ?? (await makeRoles(ownerUrl))
    await migrate(ownerUrl)
    const orm = await openOrm(serverUrl, settings.poolSize)
    const pool = new Pool({ connectionString: serverUrl, max: settings.poolSize })
    pool.on('error', () => undefined)
    // Without a listener, a connection that breaks while a request holds it would end the whole server.
    pool.on('connect', (client) => client.on('error', () => undefined))
    const close = async () => {
      await Promise.all([orm.close(), pool.end()])
      await stop()
    }
    return { orm, pool, ownerUrl, ended, close }
  } catch (error) {
    await stop()
    throw error
  }
}

async function findServer(settings: Settings): Promise<EmbeddedPostgres> {
  if (settings.databaseUrl) {
    await reach(settings.databaseUrl)
    // Somebody else's PostgreSQL may go and come again: until then we are not ready.
    return {
      ownerUrl: settings.databaseUrl,
      ended: new Promise(() => {}),
      stop: () => Promise.resolve(),
    }
  }
  try {
    return await startEmbeddedPostgres({ dataFolder: path.resolve(settings.dataFolder) })
  } catch (error) {
    if (
      error instanceof DataFolderInUse ||
      error instanceof DataFolderOfOtherVersion ||
      error instanceof EmbeddedPostgresFailed
    )
      throw new CannotStart(error.message)
    throw error
  }
}

async function reach(url: string): Promise<void> {
  if (!/^postgres(ql)?:/.test(url) || !URL.canParse(url))
    throw new CannotStart(
      'DATABASE_URL is not the address of a PostgreSQL database: it looks like postgres://user:password@host:5432/name.',
    )
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  // A connection that breaks while it is being opened says so once more.
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    throw new CannotStart(`The database in DATABASE_URL cannot be reached: ${reasonOf(error)}.`)
  }
  try {
    const { rows } = await client.query<{ version: number }>(
      `select current_setting('server_version_num')::int as version`,
    )
    if ((rows[0]?.version ?? 0) < 160_000) throw new CannotStart('Boardwork needs PostgreSQL 16 or newer.')
  } finally {
    await client.end()
  }
}

/** A name with several addresses fails with one error for each, and the whole has no text of its own. */
function reasonOf(error: unknown): string {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error
  return first instanceof Error && first.message ? first.message.replace(/\.$/, '') : 'it does not answer'
}

async function makeRoles(ownerUrl: string): Promise<string> {
  try {
    return await ensureRoles(ownerUrl)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === notPermitted)) throw error
    throw new CannotStart(
      'The database user in DATABASE_URL may not make roles: have infra/database-roles.sql run by an administrator, and name the server’s own connection in DATABASE_SERVER_URL.',
    )
  }
}
