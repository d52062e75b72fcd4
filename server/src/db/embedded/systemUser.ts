import { spawnSync } from 'node:child_process'
import { EmbeddedPostgresFailed } from './errors.ts'
import { programEnv, type User } from './runner.ts'

const ownName = 'boardwork-postgres'
// Where no user can be made (a read-only /etc, no useradd), one that most systems have must do.
const otherNames = ['postgres', '_postgres', 'nobody']

/** The user without login that runs PostgreSQL when we are root. It is made when it is missing. */
export function systemUser(): User {
  const existing = lookUp(ownName)
  if (existing !== undefined) return existing
  spawnSync(
    'useradd',
    [
      '--system',
      '--user-group',
      '--no-create-home',
      '--home-dir',
      '/nonexistent',
      '--shell',
      '/usr/sbin/nologin',
      ownName,
    ],
    { env: programEnv },
  )
  // Looked up even when useradd failed: another start may have made the user in the same moment.
  for (const name of [ownName, ...otherNames]) {
    const user = lookUp(name)
    if (user !== undefined) return user
  }
  throw new EmbeddedPostgresFailed(
    'PostgreSQL refuses to run as root, and no other user could be made for it: ' +
      'start Boardwork as another user than root, or set DATABASE_URL to a PostgreSQL of your own.',
  )
}

function lookUp(name: string): User | undefined {
  const uid = idOf('-u', name)
  const gid = idOf('-g', name)
  return uid === undefined || gid === undefined ? undefined : { uid, gid }
}

function idOf(option: string, name: string): number | undefined {
  const id = spawnSync('id', [option, name], { encoding: 'utf8', env: programEnv })
  return id.status === 0 ? Number(id.stdout) : undefined
}
