import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import path from 'node:path'
import { Client } from 'pg'

/**
 * How many statements PostgreSQL is sent for one request, counted in its own log. Only the embedded PostgreSQL
 * is asked: it needs its superuser.
 */
export async function countStatements(
  ownerUrl: string,
  dataFolder: string,
  request: () => Promise<unknown>,
): Promise<number> {
  const superuser = new URL(ownerUrl)
  superuser.username = 'postgres'
  superuser.password = (await readFile(path.join(dataFolder, 'superuser-password'), 'utf8')).trim()
  const client = new Client({ connectionString: superuser.href })
  await client.connect()
  const log = path.join(dataFolder, 'postgres.log')
  try {
    await setLogging(client, 'all')
    const before = (await readFile(log, 'utf8')).length
    await request()
    await wait(300)
    const written = (await readFile(log, 'utf8')).slice(before)
    // A simple query with two statements is logged once, in one line with both.
    return written
      .split('\n')
      .flatMap((line) => /(?:statement|execute [^:]*): (.*)$/.exec(line)?.[1]?.split(/;\s*(?=\S)/) ?? [])
      .filter((statement) => !statement.includes('pg_reload_conf')).length
  } finally {
    await setLogging(client, 'none')
    await client.end()
  }
}

async function setLogging(client: Client, what: 'all' | 'none'): Promise<void> {
  await client.query(`alter system set log_statement = '${what}'`)
  await client.query('select pg_reload_conf()')
  // The other connections take the setting up with their next statement after the signal.
  await wait(300)
}
