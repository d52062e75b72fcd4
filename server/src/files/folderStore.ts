import { randomUUID } from 'node:crypto'
import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { FileStore } from './fileStore.ts'
import { FileMissing } from './fileStore.ts'

/** Keeps files in a folder of this machine, or in one that several machines share. */
export async function openFolderStore(folder: string): Promise<FileStore> {
  await mkdir(path.dirname(folder), { recursive: true })
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const placeOf = (key: string) => path.join(folder, key)
  return {
    async put(key, source) {
      const place = placeOf(key)
      const half = `${place}.${randomUUID()}.part`
      await mkdir(path.dirname(place), { recursive: true, mode: 0o700 })
      try {
        await copyFile(source, half)
        await flush(half)
        // Only a whole file ever stands under the key.
        await rename(half, place)
        await flush(path.dirname(place))
      } catch (error) {
        await rm(half, { force: true })
        throw error
      }
    },
    async get(key) {
      try {
        return (await open(placeOf(key))).createReadStream()
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw new FileMissing(key)
        throw error
      }
    },
    async delete(key) {
      await rm(placeOf(key), { force: true })
    },
  }
}

/** What was written there outlives a power cut. */
async function flush(place: string): Promise<void> {
  const handle = await open(place, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
