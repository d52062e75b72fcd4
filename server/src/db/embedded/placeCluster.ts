import { createHash } from 'node:crypto'
import { lstat, mkdir, readlink, rm, stat, symlink } from 'node:fs/promises'
import path from 'node:path'
import { type Binaries, postgresOf } from './findBinaries.ts'
import { copyBinaries } from './copyBinaries.ts'
import { EmbeddedPostgresFailed } from './errors.ts'
import { whenMissing } from './fileErrors.ts'
import { ended, type Runner, spawnAs, type User } from './runner.ts'
import { systemUser } from './systemUser.ts'

/** `home` holds PostgreSQL's own folder and the passwords; it is the data folder wherever that is possible. */
export type Place = { home: string; binaries: Binaries; runner: Runner }

/** PostgreSQL's own folder (its PGDATA) in a home, or the link to it in a data folder. */
export const clusterIn = (home: string) => path.join(home, 'postgres')

/**
 * Decides as whom PostgreSQL runs and where its files are.
 *
 * As an ordinary user: as that user, in the data folder. PostgreSQL refuses root, so as root it runs as a
 * system user, who must get to the programs and to the data, although a clone or a home folder is often
 * closed to others (0700). Three ways, the first that works:
 * 1. nothing special: the folders are open;
 * 2. setpriv lets that user through closed folders (the capability to search, else to override, which
 *    containers more often have); the data stays where it was asked for;
 * 3. the data and a copy of the programs live below /var/lib/boardwork, and a link in the data folder shows
 *    where. A cluster that exists already is never moved.
 */
export async function placeCluster(dataFolder: string, binaries: Binaries): Promise<Place> {
  const link = await readlink(clusterIn(dataFolder)).catch(() => undefined)
  const home = link === undefined ? dataFolder : path.dirname(link)
  const owner = await stat(clusterIn(home)).catch(whenMissing)
  if (process.getuid?.() !== 0) {
    if (owner !== undefined && owner.uid !== process.getuid?.()) {
      throw new EmbeddedPostgresFailed(
        `The database in ${dataFolder} belongs to another user of this computer: ` +
          'start Boardwork as that user, or choose another data folder.',
      )
    }
    return { home, binaries, runner: {} }
  }

  const user = owner === undefined || owner.uid === 0 ? systemUser() : owner
  for (const runner of runnersFor(user)) {
    if (await reaches(runner, binaries, home)) return { home, binaries, runner }
  }
  return await placeElsewhere(dataFolder, binaries, user)
}

function runnersFor({ uid, gid }: User): Runner[] {
  const setpriv = (capability: string): Runner => ({
    user: { uid, gid },
    behind: [
      'setpriv',
      `--reuid=${uid}`,
      `--regid=${gid}`,
      '--clear-groups',
      `--inh-caps=+${capability}`,
      `--ambient-caps=+${capability}`,
    ],
  })
  return [{ user: { uid, gid } }, setpriv('dac_read_search'), setpriv('dac_override')]
}

/** The third way above; exported for its test, since most systems never need it. */
export async function placeElsewhere(
  dataFolder: string,
  binaries: Binaries,
  user: User,
  systemFolder = '/var/lib/boardwork',
): Promise<Place> {
  const hash = createHash('sha256').update(dataFolder).digest('hex').slice(0, 16)
  const place: Place = {
    home: path.join(systemFolder, hash),
    binaries: await copyBinaries(binaries, systemFolder),
    runner: { user },
  }
  const existing = await lstat(clusterIn(dataFolder)).catch(whenMissing)
  if (existing === undefined) {
    // No link yet: what stands there belonged to a data folder that somebody has deleted.
    await rm(place.home, { recursive: true, force: true })
    await mkdir(place.home, { recursive: true, mode: 0o755 })
    await symlink(clusterIn(place.home), clusterIn(dataFolder))
  }
  if (existing?.isDirectory() || !(await reaches(place.runner, place.binaries, place.home))) {
    throw new EmbeddedPostgresFailed(
      `PostgreSQL refuses to run as root, and another user cannot get to ${dataFolder}: start Boardwork as ` +
        'another user than root, use a data folder that others may pass through, or set DATABASE_URL.',
    )
  }
  return place
}

async function reaches(runner: Runner, binaries: Binaries, home: string): Promise<boolean> {
  const shell = spawnAs(
    runner,
    '/bin/sh',
    ['-c', '"$0" --version && cd "$1"', postgresOf(binaries), home],
    'ignore',
  )
  return (await ended(shell)) === 0
}
