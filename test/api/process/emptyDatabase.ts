import { Client } from 'pg'
import { inject } from 'vitest'

/** An empty database on the PostgreSQL of the tests, which to the server is somebody else's. */
export interface EmptyDatabase {
  url: string
  /** Runs SQL as the owner; `maintenance`: with every row. */
  query<Row extends object>(sql: string, values?: unknown[]): Promise<Row[]>
  drop(): Promise<void>
}

let made = 0

export async function makeEmptyDatabase(): Promise<EmptyDatabase> {
  made += 1
  const name = `process_${process.pid}_${made}_${Date.now().toString(36)}`
  const admin = new URL(inject('templateUrl'))
  admin.pathname = '/boardwork'
  await run(admin.href, `create database ${name}`)
  const own = new URL(admin.href)
  own.pathname = `/${name}`
  return {
    url: own.href,
    query: (sql, values) => run(own.href, sql, values),
    drop: async () => void (await run(admin.href, `drop database ${name} with (force)`)),
  }
}

/** One statement as the owner of the database. */
export async function run<Row extends object>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query<Row>(sql, values)
    await client.query('commit')
    return rows
  } finally {
    await client.end()
  }
}
