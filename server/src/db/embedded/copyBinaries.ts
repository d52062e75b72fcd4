import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Binaries } from './findBinaries.ts'
import { programEnv } from './runner.ts'

/** Copies PostgreSQL's programs to where every user may run them, once for each version. */
export async function copyBinaries(binaries: Binaries, parent: string): Promise<Binaries> {
  const folder = path.join(parent, `postgresql-${binaries.version}`)
  if (!existsSync(folder)) {
    await mkdir(parent, { recursive: true, mode: 0o755 })
    const half = await mkdtemp(path.join(parent, 'copying-'))
    await cp(binaries.folder, half, { recursive: true, verbatimSymlinks: true })
    await chmod(half, 0o755)
    spawnSync('chmod', ['-R', 'a+rX', half], { env: programEnv })
    try {
      await rename(half, folder)
    } catch (error) {
      await rm(half, { recursive: true, force: true })
      // Another start may have been faster, and its copy is as good.
      if (!existsSync(folder)) throw error
    }
  }
  return { ...binaries, folder }
}
