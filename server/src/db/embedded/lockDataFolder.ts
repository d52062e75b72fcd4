import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { DataFolderInUse } from './errors.ts'
import { hasCode } from './fileErrors.ts'
import { processStartTime } from './processStartTime.ts'

const lockName = /^lock-(\d+)-(.+)$/

/**
 * Takes the data folder for this process, or throws DataFolderInUse. Returns the (synchronous) release.
 *
 * Each process has a lock file of its own, named by its id and start time, and looks for others only after
 * its own exists: of two starters at least one sees the other, so there are never two owners. What a killed
 * process left can be removed without a race, because no living process will ever make that name again.
 */
export async function lockDataFolder(dataFolder: string): Promise<() => void> {
  const own = path.join(dataFolder, `lock-${process.pid}-${processStartTime(process.pid) ?? 'unknown'}`)
  for (let attempt = 1; ; attempt++) {
    try {
      writeFileSync(own, '', { flag: 'wx', mode: 0o600 })
    } catch (error) {
      if (hasCode(error, 'EEXIST')) throw new DataFolderInUse(dataFolder, process.pid)
      throw error
    }
    const other = livingOther(dataFolder, own)
    if (other === undefined) return () => rmSync(own, { force: true })
    rmSync(own, { force: true })
    // Two that start in the same moment would both give way; the random pause lets one of them win.
    if (attempt === 3) throw new DataFolderInUse(dataFolder, other)
    await delay(Math.random() * 100)
  }
}

function livingOther(dataFolder: string, own: string): number | undefined {
  for (const name of readdirSync(dataFolder)) {
    const [, pid, startTime] = lockName.exec(name) ?? []
    if (pid === undefined || name === path.basename(own)) continue
    if (processStartTime(Number(pid)) === startTime) return Number(pid)
    rmSync(path.join(dataFolder, name), { force: true })
  }
  return undefined
}
