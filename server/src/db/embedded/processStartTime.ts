import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * When the process with this id began, as a word that is fit for a file name, or undefined when no such
 * process lives. The id alone does not name a process, because ids are used again; id and start time do.
 * A zombie counts as dead: it holds nothing any more.
 */
export function processStartTime(pid: number): string | undefined {
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid)
}

// proc_pid_stat(5): the command in field 2 may hold spaces and brackets, so we count from its last bracket.
function fromProc(pid: number): string | undefined {
  let stat: string
  let boot: string
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')
  } catch {
    return undefined
  }
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const state = fields[0]
  const ticksSinceBoot = fields[19]
  if (state === 'Z' || state === 'X' || ticksSinceBoot === undefined) return undefined
  return `${boot.slice(0, 8)}-${ticksSinceBoot}`
}

function fromPs(pid: number): string | undefined {
  const ps = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
    encoding: 'utf8',
    env: { LC_ALL: 'C', PATH: '/bin:/usr/bin' },
  })
  const [state, ...start] = (ps.stdout ?? '').trim().split(/\s+/)
  if (state === undefined || state.startsWith('Z') || start.length === 0) return undefined
  return start.join('-').replaceAll(':', '.')
}
