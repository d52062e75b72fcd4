import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startEmbeddedPostgres } from '@boardwork/server/src/db/embedded/startEmbeddedPostgres.ts'
import { migrate } from '@boardwork/server/src/db/migrate.ts'
import { ensureRoles } from '@boardwork/server/src/db/roles.ts'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The owner's address of the migrated database that each test database is copied from. */
    templateUrl: string
  }
}

/** One PostgreSQL for the whole run, with a migrated database to copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'boardwork-test-'))
  const postgres = await startEmbeddedPostgres({ dataFolder: folder, temporary: true })
  const owner = new Client({ connectionString: postgres.ownerUrl })
  await owner.connect()
  await owner.query('create database template_of_tests')
  await owner.end()
  const template = new URL(postgres.ownerUrl)
  template.pathname = '/template_of_tests'
  await ensureRoles(template.href)
  await migrate(template.href)
  project.provide('templateUrl', template.href)
  return () => postgres.stop()
}
