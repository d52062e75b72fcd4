import 'reflect-metadata'
import { fileURLToPath } from 'node:url'
import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy'
import { Migrator } from '@mikro-orm/migrations'
import { defineConfig, MikroORM } from '@mikro-orm/postgresql'
import { entities } from './entities.ts'

/** How MikroORM sees the database at `url`; `poolSize` is the most connections it opens. */
export function ormConfig(url: string, poolSize: number, writeSnapshot = false) {
  return defineConfig({
    clientUrl: url,
    entities,
    metadataProvider: ReflectMetadataProvider,
    extensions: [Migrator],
    forceUtcTimezone: true,
    logger: () => undefined,
    pool: { min: 0, max: poolSize },
    migrations: {
      path: fileURLToPath(new URL('migrations', import.meta.url)),
      glob: '*.ts',
      snapshotName: '.snapshot',
      // Written by createMigration alone; a running server leaves the sources as they are.
      snapshot: writeSnapshot,
      tableName: 'migration',
      transactional: true,
      allOrNothing: true,
    },
    // Policies name helper functions that the first migration makes by hand.
    schemaGenerator: {
      ignoreSchema: ['access', 'identity', 'audit'],
      ignoreTriggers: true,
      ignoreRoutines: true,
    },
  })
}

export async function openOrm(url: string, poolSize: number, writeSnapshot = false): Promise<MikroORM> {
  return MikroORM.init(ormConfig(url, poolSize, writeSnapshot))
}
