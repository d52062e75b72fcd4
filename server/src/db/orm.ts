import 'reflect-metadata'
import { fileURLToPath } from 'node:url'
import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy'
import { Migrator } from '@mikro-orm/migrations'
import { defineConfig, MikroORM } from '@mikro-orm/postgresql'
import type { Pool, PoolClient } from 'pg'
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
    driverOptions: { onPoolCreated: takeBackBroken },
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

/**
 * A connection that breaks inside a transaction is never given back, since its rollback fails too: without this, each
 * would take a place of the pool for ever.
 */
function takeBackBroken(pool: Pool): void {
  const lent = new Set<PoolClient>()
  pool.on('acquire', (client) => lent.add(client))
  pool.on('release', (_error, client) => lent.delete(client))
  pool.on('connect', (client) => {
    client.on('error', () => {
      if (!lent.has(client)) return
      client.release(true)
      // Whoever had it may give it back as well.
      client.release = () => undefined
    })
  })
}

export async function openOrm(url: string, poolSize: number, writeSnapshot = false): Promise<MikroORM> {
  return MikroORM.init(ormConfig(url, poolSize, writeSnapshot))
}
