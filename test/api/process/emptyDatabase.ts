import { Client } from 'pg'
import { inject } from 'vitest'
import { dropWhenLeft } from '../../support/database.ts'

/** An empty database on the PostgreSQL of the tests, which to the server is somebody else's. */
export interface EmptyDatabase {
  url: string
  drop: () => Promise<void>
}

let made = 0

export async function makeEmptyDatabase(): Promise<EmptyDatabase> {
  made += 1
  const name = `process_${process.pid}_${made}_${Date.now().toString(36)}`
  const admin = new URL(inject('templateUrl'))
  admin.pathname = '/boardwork'
  await asOwner(admin.href, `create database ${name}`)
  const own = new URL(admin.href)
  own.pathname = `/${name}`
  return {
    url: own.href,
    drop: () => dropWhenLeft(admin.href, name),
  }
}

/** The rows of one statement, run as the owner of the database. */
export async function asOwner<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

/** A connection for which every row exists. The caller ends it. */
export async function maintenanceOf(url: string): Promise<Client> {
  const client = new Client({ connectionString: url })
  // The tests kill the PostgreSQL at the other end.
  client.on('error', () => undefined)
  await client.connect()
  await client.query('set role boardwork_maintenance')
  return client
}
