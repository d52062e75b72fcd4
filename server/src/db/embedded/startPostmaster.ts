import type { ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { EmbeddedPostgresFailed } from './errors.ts'
import { whenMissing } from './fileErrors.ts'
import { postgresOf } from './findBinaries.ts'
import { freePort } from './freePort.ts'
import { clusterIn, type Place } from './placeCluster.ts'
import { lastWords, type PostgresLog, writtenSinceStart } from './postgresLog.ts'
import { processStartTime } from './processStartTime.ts'
import { ended, spawnAs } from './runner.ts'

export type Postmaster = { pid: number; port: number; ended: Promise<unknown> }

// Given at each start and not written into the cluster, so that a change here reaches existing data folders.
const settings = [
  'listen_addresses=127.0.0.1',
  // node-postgres needs a path of its own for sockets, and their length is limited; TCP works everywhere.
  'unix_socket_directories=',
  'max_connections=200',
  'shared_buffers=192MB',
  'jit=off',
  'timezone=UTC',
  'log_timezone=UTC',
]
const temporarySettings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

// Recovery after a crash reads the log since the last checkpoint, which can take a while on a slow disk.
const readyWithin = 120_000
const passes = /could not bind|could not create any TCP\/IP sockets|pre-existing shared memory block/
const retryWithin = 10_000

/** Starts PostgreSQL on a free port of 127.0.0.1 and waits until it takes connections. */
export async function startPostmaster(
  place: Place,
  log: PostgresLog,
  temporary: boolean,
): Promise<Postmaster> {
  for (const until = Date.now() + retryWithin; ; await delay(100)) {
    const postmaster = await tryToStart(place, log, temporary)
    if (postmaster !== undefined) return postmaster
    // Somebody took the port after we had looked, or the last children of a killed postmaster are just
    // ending: both pass.
    if (!passes.test(await writtenSinceStart(log)) || Date.now() > until) {
      throw new EmbeddedPostgresFailed(
        `PostgreSQL did not start in ${place.home}. Its log ${log.file} says: ${await lastWords(log)}`,
      )
    }
  }
}

async function tryToStart(
  place: Place,
  log: PostgresLog,
  temporary: boolean,
): Promise<Postmaster | undefined> {
  const port = await freePort()
  const cluster = clusterIn(place.home)
  const options = [...settings, ...(temporary ? temporarySettings : [])].flatMap((setting) => ['-c', setting])
  const child = spawnAs(
    place.runner,
    postgresOf(place.binaries),
    ['-D', cluster, '-p', String(port), ...options],
    ['ignore', log.fd, log.fd],
  )
  // The database alone is no reason for the process to go on living.
  child.unref()
  // For a process that exits without stop(). It comes before the listener that deletes a temporary folder, and
  // waits there, because a PostgreSQL that still writes would bring files back.
  const atExit = () => {
    child.kill(temporary ? 'SIGQUIT' : 'SIGINT')
    if (temporary && child.pid !== undefined) waitForEndNow(child.pid)
  }
  process.prependOnceListener('exit', atExit)
  child.once('exit', () => process.removeListener('exit', atExit))
  child.once('error', () => process.removeListener('exit', atExit))
  try {
    for (const until = Date.now() + readyWithin; Date.now() < until && isRunning(child); await delay(10)) {
      const { pid } = child
      if (pid !== undefined && (await isReady(cluster, pid))) return { pid, port, ended: ended(child) }
    }
  } catch (error) {
    child.kill('SIGINT')
    throw error
  }
  child.kill('SIGQUIT')
  return undefined
}

/** Blocks the whole process, at most two seconds: in an exit listener nothing else can wait. */
function waitForEndNow(pid: number): void {
  const nothing = new Int32Array(new SharedArrayBuffer(4))
  for (const until = Date.now() + 2_000; Date.now() < until && processStartTime(pid) !== undefined;) {
    Atomics.wait(nothing, 0, 0, 10)
  }
}

const isRunning = ({ pid, exitCode, signalCode }: ChildProcess) =>
  pid !== undefined && exitCode === null && signalCode === null

/** Reads what pg_ctl waits for: the last line of postmaster.pid says how far the start has come. */
async function isReady(cluster: string, pid: number): Promise<boolean> {
  const content = await readFile(path.join(cluster, 'postmaster.pid'), 'utf8').catch(whenMissing)
  const lines = content?.split('\n') ?? []
  return lines[0] === String(pid) && lines[7]?.trim() === 'ready'
}
