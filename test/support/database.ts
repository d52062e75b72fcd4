import { setTimeout as delay } from 'node:timers/promises'
import { ensureRoles } from '@boardwork/server/src/db/roles.ts'
import { Client } from 'pg'
import { inject } from 'vitest'

let made = 0

/** A database of its own for a test, empty and migrated. */
export interface TestDatabase {
  ownerUrl: string
  /** The address of the role under which the server works. */
  serverUrl: string
  /** A connection for which every row exists, to arrange and to look. */
  maintenance: Client
  drop: () => Promise<void>
}

export async function makeDatabase(): Promise<TestDatabase> {
  const templateUrl = inject('templateUrl')
  made += 1
  const name = `test_${process.pid}_${made}_${Date.now().toString(36)}`
  const admin = new URL(templateUrl)
  admin.pathname = '/boardwork'
  await once(admin.href, `create database ${name} template template_of_tests`)
  const own = new URL(templateUrl)
  own.pathname = `/${name}`
  const maintenance = new Client({ connectionString: own.href })
  await maintenance.connect()
  await maintenance.query('set role boardwork_maintenance')
  return {
    ownerUrl: own.href,
    serverUrl: await ensureRoles(own.href),
    maintenance,
    drop: async () => {
      await maintenance.end()
      await dropWhenLeft(admin.href, name)
    },
  }
}

/** The owner may not end the connections of the server's role: those that are just closing are waited for. */
export async function dropWhenLeft(url: string, name: string): Promise<void> {
  for (const until = Date.now() + 10_000; ; await delay(20)) {
    try {
      await once(url, `drop database ${name} with (force)`)
      return
    } catch (error) {
      const tooEarly = error instanceof Error && 'code' in error && error.code === '42501'
      if (!tooEarly || Date.now() > until) throw error
    }
  }
}

async function once(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
