import { createHmac } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Client } from 'pg'

const rolesFile = new URL('../../../infra/database-roles.sql', import.meta.url)

/** What PostgreSQL says to the later of two who make or change one role at once: unique_violation, internal_error. */
const raced = new Set(['23505', 'XX000'])
/** Of those who meet, one always succeeds. */
const mostAttempts = 100

/**
 * Makes the roles `boardwork_server` and `boardwork_maintenance` where they are missing, and returns the address
 * under which the server connects.
 *
 * The server's password is derived from the owner's, so that every replica comes to the same one and none is stored.
 */
export async function ensureRoles(ownerUrl: string): Promise<string> {
  const password = createHmac('sha256', new URL(ownerUrl).password).update('boardwork_server').digest('hex')
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    for (let attempt = 1; (await makeRoles(client, password)) === 'RACED'; attempt += 1)
      if (attempt === mostAttempts) throw new Error('Others keep changing the roles of the database.')
  } finally {
    await client.end()
  }
  const url = new URL(ownerUrl)
  url.username = 'boardwork_server'
  url.password = password
  return url.href
}

/**
 * Roles belong to the whole cluster and locks to one database: replicas of one database take turns, and whoever meets
 * somebody who starts on another database of the cluster is told so and tries again.
 */
async function makeRoles(client: Client, password: string): Promise<'DONE' | 'RACED'> {
  try {
    await client.query('begin')
    await client.query(`select pg_advisory_xact_lock(hashtextextended('boardwork roles', 0))`)
    await client.query(await readFile(rolesFile, 'utf8'))
    await client.query(`alter role boardwork_server login password '${password}'`)
    await client.query('commit')
    return 'DONE'
  } catch (error) {
    await client.query('rollback')
    if (error instanceof Error && 'code' in error && raced.has(String(error.code))) return 'RACED'
    throw error
  }
}
