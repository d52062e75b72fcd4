import { createHmac } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Client } from 'pg'

const rolesFile = new URL('../../../infra/database-roles.sql', import.meta.url)

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
    await client.query('begin')
    // Roles belong to the whole cluster: two replicas that start together take turns.
    await client.query(`select pg_advisory_xact_lock(hashtextextended('boardwork roles', 0))`)
    await client.query(await readFile(rolesFile, 'utf8'))
    await client.query(`alter role boardwork_server login password '${password}'`)
    await client.query('commit')
  } finally {
    await client.end()
  }
  const url = new URL(ownerUrl)
  url.username = 'boardwork_server'
  url.password = password
  return url.href
}
