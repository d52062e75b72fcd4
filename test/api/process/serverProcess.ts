import { spawn } from 'node:child_process'
import type { ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { createServer } from 'node:net'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { processStartTime } from '@boardwork/server/src/db/embedded/processStartTime.ts'
import { ApiClient } from '../../support/server.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** How a process ended. */
export interface Ended {
  code: number | null
  signal: NodeJS.Signals | null
}

/** Boardwork as `start` runs it: a process of its own. */
export interface ServerProcess {
  url: string
  pid: number
  /** What it has printed so far. */
  output: { stdout: string; stderr: string }
  ended: Promise<Ended>
  /** Resolves once `/readyz` says yes; throws with what it printed when it ends before. */
  ready(): Promise<void>
  /** Sends the signals, and waits for the end. */
  end(...signals: NodeJS.Signals[]): Promise<Ended>
  client(cookie?: string): ApiClient
}

type Child = ChildProcessByStdio<null, Readable, Readable>

const children = new Set<Child>()
const folders = new Set<string>()

/** Starts `server/src/main.ts` (or another program of the server) on a free port, with no other setting than those given. */
export async function startProcess(
  variables: Record<string, string>,
  program = 'server/src/main.ts',
  ...words: string[]
): Promise<ServerProcess> {
  const port = variables['PORT'] ?? String(await ownPort())
  // Without a data folder of its own, it would put its files into the one that the project is worked on with.
  const files = 'BOARDWORK_DATA' in variables ? {} : { BOARDWORK_FILES: path.join(makeDataFolder(), 'files') }
  const flags = ['--max-semi-space-size=32', '--import', '@oxc-node/core/register']
  const child: Child = spawn(process.execPath, [...flags, program, ...words], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'development',
      // The tests start many of them, which need not all compile the same packages.
      NODE_COMPILE_CACHE: path.join(tmpdir(), 'boardwork-compiled'),
      PORT: port,
      ...files,
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.add(child)
  const output = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text))
  // 'close' comes after the last of the output.
  const ended = once(child, 'close').then(([code, signal]: unknown[]) => {
    children.delete(child)
    return { code: code as number | null, signal: signal as NodeJS.Signals | null }
  })
  if (child.pid === undefined) throw new Error('The server could not be started.')
  const url = `http://localhost:${port}`
  return {
    url,
    pid: child.pid,
    output,
    ended,
    ready: async () => {
      while (!(await isReady(url))) {
        if (!children.has(child)) throw new Error(`The server ended: ${output.stderr}${output.stdout}`)
        await delay(20)
      }
    },
    end: (...signals) => {
      for (const signal of signals) child.kill(signal)
      return ended
    },
    client: (cookie) => new ApiClient(url, cookie ?? null),
  }
}

let lastPort = 20_000 + (process.pid % 600) * 20

/**
 * A port for a server of the tests. It lies below those that the system gives to connections, so that none of them
 * takes it before the server listens, or while the server is ended and started again.
 */
export async function ownPort(): Promise<number> {
  for (;;) {
    lastPort += 1
    // Another caller may go on from here while this one waits.
    const port = lastPort
    const server = createServer().listen(port, '127.0.0.1')
    const free = await once(server, 'listening').then(
      () => true,
      () => false,
    )
    server.close()
    if (free) return port
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`)).ok
  } catch {
    return false
  }
}

/** A data folder for a test, which `cleanUp` deletes. */
export function makeDataFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'boardwork-process-'))
  folders.add(folder)
  return folder
}

/** The process id of the PostgreSQL on a data folder; null where none lives. */
export function postgresOf(dataFolder: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(path.join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8'), 10)
    return processStartTime(pid) === undefined ? null : pid
  } catch {
    return null
  }
}

/** Ends by force whatever servers a test has left running. */
export async function endServers(): Promise<void> {
  await Promise.all(
    [...children].map(async (child) => {
      child.kill('SIGKILL')
      await once(child, 'close')
    }),
  )
}

/** Ends by force whatever a test has left, and deletes its folders. */
export async function cleanUp(): Promise<void> {
  await endServers()
  for (const folder of folders) {
    const pid = postgresOf(folder)
    if (pid !== null) {
      process.kill(pid, 'SIGQUIT')
      while (processStartTime(pid) !== undefined) await delay(20)
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  }
  folders.clear()
}
