import { spawnSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { endPostmaster } from './endPostmaster.ts'
import { EmbeddedPostgresFailed } from './errors.ts'
import { whenMissing } from './fileErrors.ts'
import { programEnv } from './runner.ts'
import { processStartTime } from './processStartTime.ts'

const impossiblePid = 2 ** 31 - 1

/**
 * Shuts down the PostgreSQL of this cluster that a killed Boardwork left running. Only for the holder of the
 * data folder's lock: nobody else may then be using that PostgreSQL.
 */
export async function endOrphan(cluster: string): Promise<void> {
  const pidFile = path.join(cluster, 'postmaster.pid')
  const content = await readFile(pidFile, 'utf8').catch(whenMissing)
  if (content === undefined) return
  const pid = Number.parseInt(content, 10)
  // An empty file is what a full disk or a crash leaves. PostgreSQL would wait for a person to remove it.
  if (!(pid > 0)) return await rm(pidFile)
  const found = whatIs(pid, cluster)
  if (found === 'ours' && !(await endPostmaster(pid))) {
    throw new EmbeddedPostgresFailed(
      `An old PostgreSQL (process ${pid}) still uses ${cluster} and could not be stopped: stop it first.`,
    )
  }
  // PostgreSQL takes the id for one of its own when it is a zombie's, which some containers never clear away,
  // or has gone to a stranger. With an id that no process can have it goes on, but still looks for living
  // children of the dead one by the rest of the file, which is why we do not remove the file: two on one
  // cluster would destroy it. For the same reason the unclear is left to PostgreSQL.
  if (found === 'dead' || found === 'stranger') {
    await writeFile(pidFile, content.replace(/^\d+/, String(impossiblePid)))
  }
}

function whatIs(pid: number, cluster: string): 'ours' | 'stranger' | 'unclear' | 'dead' {
  if (processStartTime(pid) === undefined) return 'dead'
  const { program, line, cwd } = process.platform === 'linux' ? fromProc(pid) : fromPs(pid)
  if (path.basename(program) !== 'postgres') return 'stranger'
  if (line.includes(` -D ${cluster} `)) return 'ours'
  // A postmaster works inside its cluster, whatever the folder's name has become meanwhile.
  if (cwd === undefined) return 'unclear'
  return cwd === cluster ? 'ours' : 'stranger'
}

type Running = { program: string; line: string; cwd?: string }

function fromProc(pid: number): Running {
  const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
  const running = { program: args[0] ?? '', line: args.join(' ') }
  try {
    return { ...running, cwd: readlinkSync(`/proc/${pid}/cwd`) }
  } catch {
    // Root in a container often may not look into another user's process.
    return running
  }
}

function fromPs(pid: number): Running {
  const ps = spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], {
    encoding: 'utf8',
    env: programEnv,
  })
  const program = /^(.*?postgres) -D /.exec(ps.stdout)?.[1] ?? ps.stdout.split(' ', 1).join()
  return { program, line: ps.stdout }
}
