import { Client } from 'pg'
import type { Passwords } from './passwords.ts'

/**
 * Makes sure of the role `boardwork_owner` and its database `boardwork`, and returns the address to connect
 * with. The owner may create roles and databases (the server's own roles, scratch databases) but is no
 * superuser, so that row-level security with FORCE holds for it too.
 */
export async function createOwner(port: number, passwords: Passwords): Promise<string> {
  const client = new Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password: passwords.superuser,
    database: 'postgres',
    ssl: false,
  })
  await client.connect()
  try {
    const role = await client.query(`select from pg_roles where rolname = 'boardwork_owner'`)
    if (role.rowCount === 0) {
      const password = client.escapeLiteral(passwords.owner)
      await client.query(`create role boardwork_owner login createrole createdb password ${password}`)
    }
    const database = await client.query(`select from pg_database where datname = 'boardwork'`)
    if (database.rowCount === 0) await client.query('create database boardwork owner boardwork_owner')
  } finally {
    await client.end()
  }
  return `postgres://boardwork_owner:${passwords.owner}@127.0.0.1:${port}/boardwork`
}
