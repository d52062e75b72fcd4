import { setTimeout as delay } from 'node:timers/promises'
import { hasCode } from './fileErrors.ts'
import { processStartTime } from './processStartTime.ts'

// PostgreSQL's fast shutdown, its immediate shutdown (recovers at the next start), and the last resort.
const steps: [NodeJS.Signals, milliseconds: number][] = [
  ['SIGINT', 10_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
]

/** Shuts this PostgreSQL down and waits until it has ended. False when nothing could end it. */
export async function endPostmaster(pid: number): Promise<boolean> {
  const startTime = processStartTime(pid)
  if (startTime === undefined) return true
  for (const [signal, patience] of steps) {
    if (!signalled(pid, signal)) return true
    for (const until = Date.now() + patience; Date.now() < until; await delay(20)) {
      if (processStartTime(pid) !== startTime) return true
    }
  }
  return false
}

function signalled(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal)
  } catch (error) {
    if (hasCode(error, 'ESRCH')) return false
    throw error
  }
}
