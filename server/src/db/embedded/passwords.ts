import { randomBytes } from 'node:crypto'
import { chown, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { EmbeddedPostgresFailed } from './errors.ts'
import type { User } from './runner.ts'

export type Passwords = { superuser: string; owner: string }

export const superuserPasswordFile = (home: string) => path.join(home, 'superuser-password')
const ownerPasswordFile = (home: string) => path.join(home, 'owner-password')

/** Makes new passwords. The files belong to the user that runs PostgreSQL, since initdb reads one of them. */
export async function writePasswords(home: string, user: User | undefined): Promise<void> {
  for (const file of [superuserPasswordFile(home), ownerPasswordFile(home)]) {
    // Hexadecimal: needs no escaping, neither in an address nor in SQL.
    await writeFile(file, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 })
    if (user !== undefined) await chown(file, user.uid, user.gid)
  }
}

export async function readPasswords(home: string): Promise<Passwords> {
  try {
    const read = async (file: string) => (await readFile(file, 'utf8')).trim()
    return { superuser: await read(superuserPasswordFile(home)), owner: await read(ownerPasswordFile(home)) }
  } catch (error) {
    throw new EmbeddedPostgresFailed(`The passwords beside the database in ${home} could not be read.`, {
      cause: error,
    })
  }
}
