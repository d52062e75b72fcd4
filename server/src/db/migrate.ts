import { readdir } from 'node:fs/promises'
import { CannotStart } from '../errors.ts'
import { openOrm } from './orm.ts'

/**
 * Brings the database up to the newest migration, as its owner. Replicas that start together take turns.
 * Throws CannotStart where the database was already brought further by a newer version of Boardwork.
 */
export async function migrate(ownerUrl: string): Promise<void> {
  const orm = await openOrm(ownerUrl, 2)
  try {
    await orm.em.transactional(async (em) => {
      await em.execute(`select pg_advisory_xact_lock(hashtextextended('boardwork migrations', 0))`)
      const executed = await orm.migrator.getExecuted()
      const here = new Set(await migrationsHere())
      const foreign = executed.find((migration) => !here.has(migration.name))
      if (foreign) {
        throw new CannotStart(
          `The database was made by a newer version of Boardwork (it knows the step "${foreign.name}"): start that version, or restore a backup from before it.`,
        )
      }
      await orm.migrator.up()
    })
  } finally {
    await orm.close()
  }
}

async function migrationsHere(): Promise<string[]> {
  const files = await readdir(new URL('migrations', import.meta.url))
  return files.filter((file) => file.endsWith('.ts')).map((file) => file.slice(0, -'.ts'.length))
}
