import { existsSync } from 'node:fs'
import { chown, mkdir, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { DataFolderOfOtherVersion, EmbeddedPostgresFailed } from './errors.ts'
import { whenMissing } from './fileErrors.ts'
import { initdbOf } from './findBinaries.ts'
import { superuserPasswordFile, writePasswords } from './passwords.ts'
import { clusterIn, type Place } from './placeCluster.ts'
import { lastWords, type PostgresLog } from './postgresLog.ts'
import { ended, spawnAs } from './runner.ts'

/** Makes the cluster when there is none, and refuses one of another major version. */
export async function initialiseCluster(place: Place, log: PostgresLog, temporary: boolean): Promise<void> {
  const cluster = clusterIn(place.home)
  if (existsSync(cluster)) {
    const found = (await readFile(path.join(cluster, 'PG_VERSION'), 'utf8').catch(whenMissing))?.trim()
    if (found === undefined) {
      throw new EmbeddedPostgresFailed(`The folder ${cluster} is there but holds no PostgreSQL database.`)
    }
    if (found !== place.binaries.major) {
      throw new DataFolderOfOtherVersion(place.home, found, place.binaries.major)
    }
    return
  }

  // Under its own name only when it is whole: a start that was killed half-way begins again.
  const half = `${cluster}.half`
  await rm(half, { recursive: true, force: true })
  await mkdir(half, { mode: 0o700 })
  const { user } = place.runner
  if (user !== undefined) await chown(half, user.uid, user.gid)
  await writePasswords(place.home, user)
  const initdb = spawnAs(
    place.runner,
    initdbOf(place.binaries),
    [
      `--pgdata=${half}`,
      '--username=postgres',
      `--pwfile=${superuserPasswordFile(place.home)}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // PostgreSQL's own Unicode rules by code point: the same on every computer, whatever locales it has.
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--no-instructions',
      ...(temporary ? ['--no-sync'] : []),
    ],
    ['ignore', log.fd, log.fd],
  )
  if ((await ended(initdb)) !== 0) {
    throw new EmbeddedPostgresFailed(
      `The PostgreSQL data folder ${cluster} could not be made. The log ${log.file} says: ${await lastWords(log)}`,
    )
  }
  await rename(half, cluster)
}
