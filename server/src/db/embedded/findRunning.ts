import { readFile, readlink } from 'node:fs/promises'
import path from 'node:path'
import { whenMissing } from './fileErrors.ts'
import { readPasswords } from './passwords.ts'
import { clusterIn } from './placeCluster.ts'
import { processStartTime } from './processStartTime.ts'

/**
 * The owner's address of the PostgreSQL that a running Boardwork has started on the data folder; null where none
 * runs. For commands that look at the database beside it and never start or stop it.
 */
export async function findRunning(dataFolder: string): Promise<string | null> {
  const link = await readlink(clusterIn(dataFolder)).catch(() => undefined)
  const home = link === undefined ? dataFolder : path.dirname(link)
  const content = await readFile(path.join(clusterIn(home), 'postmaster.pid'), 'utf8').catch(whenMissing)
  const [pid, , , port, , , , state] = content?.split('\n') ?? []
  // A killed PostgreSQL leaves its file behind.
  if (!port || state?.trim() !== 'ready' || processStartTime(Number(pid)) === undefined) return null
  const { owner } = await readPasswords(home)
  return `postgres://boardwork_owner:${owner}@127.0.0.1:${port}/boardwork`
}
