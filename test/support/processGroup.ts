import { setTimeout as wait } from 'node:timers/promises'

/**
 * Ends every process of a group: asked first, so that a database closes its files, then by force.
 *
 * @param group the process id of the child that was started with `detached: true`
 */
export async function endGroup(group: number, graceMs: number): Promise<void> {
  if (!signalGroup(group, 'SIGINT')) return
  const deadline = Date.now() + graceMs
  while (signalGroup(group, 0)) {
    if (Date.now() > deadline) {
      signalGroup(group, 'SIGKILL')
      return
    }
    await wait(50)
  }
}

function signalGroup(group: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-group, signal)
  } catch {
    return false
  }
}
