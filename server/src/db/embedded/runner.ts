import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process'

/** As whom PostgreSQL's programs run: this process's own user, or, because they refuse root, another. */
export type Runner = { user?: User; behind?: string[] }
export type User = { uid: number; gid: number }

// Nothing of our own environment: PGDATA, PGPORT and the like would change what the programs do, and their
// messages must stay English, since we read them.
export const programEnv = {
  LC_ALL: 'C',
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
}

/**
 * Runs the program as the runner's user in a process group of its own: Ctrl-C in a terminal goes to the
 * whole group of the server, and PostgreSQL must live until the server has drained.
 */
export function spawnAs(
  runner: Runner,
  program: string,
  args: string[],
  stdio: NonNullable<SpawnOptions['stdio']>,
): ChildProcess {
  const [command = program, ...rest] = [...(runner.behind ?? []), program, ...args]
  // A command that runs before the program (setpriv) needs root itself and changes the user on its own.
  const user = runner.behind === undefined ? runner.user : undefined
  const asUser = user === undefined ? {} : { uid: user.uid, gid: user.gid }
  return spawn(command, rest, { ...asUser, stdio, cwd: '/', env: programEnv, detached: true })
}

/** The exit code, or undefined when the program could not be started or was ended by a signal. */
export function ended(child: ChildProcess): Promise<number | undefined> {
  return new Promise((resolve) => {
    child.once('error', () => resolve(undefined))
    child.once('exit', (code) => resolve(code ?? undefined))
  })
}
