import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startEmbeddedPostgres } from './embedded/startEmbeddedPostgres.ts'
import { migrate } from './migrate.ts'
import { ensureRoles } from './roles.ts'

/** Runs `work` on a migrated database that is gone afterwards. */
export async function withScratchDatabase(work: (ownerUrl: string) => Promise<void>): Promise<void> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'boardwork-scratch-'))
  const postgres = await startEmbeddedPostgres({ dataFolder, temporary: true })
  try {
    await ensureRoles(postgres.ownerUrl)
    await migrate(postgres.ownerUrl)
    await work(postgres.ownerUrl)
  } finally {
    await postgres.stop()
  }
}
