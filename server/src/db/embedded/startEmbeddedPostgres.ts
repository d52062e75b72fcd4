import { rmSync } from 'node:fs'
import { mkdir, realpath, rm } from 'node:fs/promises'
import path from 'node:path'
import { createOwner } from './createOwner.ts'
import { endOrphan } from './endOrphan.ts'
import { endPostmaster } from './endPostmaster.ts'
import { EmbeddedPostgresFailed } from './errors.ts'
import { hasCode } from './fileErrors.ts'
import { findBinaries } from './findBinaries.ts'
import { initialiseCluster } from './initialiseCluster.ts'
import { lockDataFolder } from './lockDataFolder.ts'
import { readPasswords } from './passwords.ts'
import { clusterIn, placeCluster } from './placeCluster.ts'
import { openLog, type PostgresLog } from './postgresLog.ts'
import { type Postmaster, startPostmaster } from './startPostmaster.ts'

export type EmbeddedPostgres = {
  /** Of the role that owns the database `boardwork`; the port is another one at each start. */
  ownerUrl: string
  /** Resolves when PostgreSQL has ended, whoever ended it; the text is for somebody who did not. */
  ended: Promise<string>
  /** Ends PostgreSQL and frees the data folder. A second call waits for the first. */
  stop: () => Promise<void>
}

/**
 * Starts the PostgreSQL that comes with Boardwork on the data folder, which is made when it is missing, and
 * resolves when it takes connections. What a killed Boardwork left (lock, running PostgreSQL) is taken over.
 *
 * `temporary` is for tests and benchmarks: nothing is flushed to the disk, and the folder is deleted at stop.
 *
 * Throws DataFolderInUse, DataFolderOfOtherVersion or EmbeddedPostgresFailed; each message is one clear
 * sentence for the person who started it.
 *
 * The data folder then holds `postgres/` (PostgreSQL's own, or a link to it, see placeCluster),
 * `superuser-password` and `owner-password` beside it, `postgres.log`, and `lock-…` while it is in use.
 */
export async function startEmbeddedPostgres(options: {
  dataFolder: string
  temporary?: boolean
}): Promise<EmbeddedPostgres> {
  try {
    return await start(options.dataFolder, options.temporary ?? false)
  } catch (error) {
    if (!hasCode(error, 'EACCES') && !hasCode(error, 'EPERM')) throw error
    // Another user's folder, or a root who has been left without root's rights (some containers).
    throw new EmbeddedPostgresFailed(
      `Boardwork may not use the data folder ${options.dataFolder}: start it as the user that the folder ` +
        'belongs to and not as root, or choose another data folder.',
      { cause: error },
    )
  }
}

async function start(givenFolder: string, temporary: boolean): Promise<EmbeddedPostgres> {
  const binaries = findBinaries()
  await mkdir(givenFolder, { recursive: true })
  const dataFolder = await realpath(givenFolder)
  const unlock = await lockDataFolder(dataFolder)
  const folders = [dataFolder]
  const atExit = () => {
    unlock()
    if (!temporary) return
    for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  }
  process.once('exit', atExit)
  const release = () => {
    process.removeListener('exit', atExit)
    unlock()
  }

  let log: PostgresLog | undefined
  let postmaster: Postmaster | undefined
  try {
    log = openLog(path.join(dataFolder, 'postgres.log'))
    const place = await placeCluster(dataFolder, binaries)
    if (place.home !== dataFolder) folders.unshift(place.home)
    await initialiseCluster(place, log, temporary)
    await endOrphan(clusterIn(place.home))
    postmaster = await startPostmaster(place, log, temporary)
    const { pid, port } = postmaster
    const ownerUrl = await createOwner(port, await readPasswords(place.home))

    const end = async () => {
      await endPostmaster(pid)
      if (temporary) for (const folder of folders) await rm(folder, { recursive: true, force: true })
      release()
    }
    let stopped: Promise<void> | undefined
    const { file } = log
    return {
      ownerUrl,
      ended: postmaster.ended.then(
        () =>
          `The database has ended while Boardwork was running, so Boardwork ends too: start it again. What PostgreSQL said last stands in ${file}.`,
      ),
      stop: () => (stopped ??= end()),
    }
  } catch (error) {
    // The folder stays, even a temporary one: the message names the log in it.
    if (postmaster !== undefined) await endPostmaster(postmaster.pid)
    release()
    throw error
  } finally {
    log?.close()
  }
}
