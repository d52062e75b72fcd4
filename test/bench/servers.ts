import { execFileSync, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A server of the benchmark, as a process of its own. */
export interface RunningServer {
  url: string
  /** Resident memory in megabytes at this moment. */
  memoryMb(): number
  stop(): Promise<void>
}

/** Starts a program of the project and waits until it says that it is ready. */
export async function startServer(
  program: string,
  ready: RegExp,
  variables: Record<string, string>,
): Promise<RunningServer> {
  const port = await freePort()
  const child = spawn(
    process.execPath,
    ['--max-semi-space-size=32', '--import', '@oxc-node/core/register', path.join(root, program)],
    {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production', ...variables, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  await said(child, ready, program)
  return {
    url: `http://127.0.0.1:${port}`,
    memoryMb: () => Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)])) / 1024),
    stop: async () => {
      if (child.exitCode !== null) return
      child.kill('SIGTERM')
      await Promise.race([once(child, 'exit'), wait(10_000, undefined, { ref: false })])
      if (child.exitCode === null) child.kill('SIGKILL')
    },
  }
}

async function said(child: ChildProcess, ready: RegExp, program: string): Promise<void> {
  let text = ''
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`${program} was not ready within 60 s:\n${text}`)),
      60_000,
    )
    const hear = (chunk: Buffer) => {
      text = (text + chunk.toString()).slice(-5000)
      if (!ready.test(text)) return
      clearTimeout(timer)
      resolve()
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.on('exit', () => {
      clearTimeout(timer)
      reject(new Error(`${program} ended before it was ready:\n${text}`))
    })
  })
}

async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address !== 'object' || !address) throw new Error('No free port was found.')
  return address.port
}
