import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** A file that has arrived whole, on this machine until it is removed. */
export interface ReceivedFile {
  path: string
  bytes: number
  /** In hexadecimal. */
  sha256: string
  remove(): Promise<void>
}

/** More came than is taken. */
export class TooManyBytes extends Error {}

/**
 * Writes what comes to a file for the moment, so that nobody's memory holds it and its kind can be found out before
 * it is kept. Where the sender stops half way, or sends more than `most` bytes, nothing is left of it.
 */
export async function receiveFile(source: Readable, most: number): Promise<ReceivedFile> {
  const place = path.join(tmpdir(), `boardwork-${randomUUID()}.part`)
  const remove = () => rm(place, { force: true })
  const hash = createHash('sha256')
  let bytes = 0
  try {
    await pipeline(
      async function* () {
        // The connection stays open when too much comes: the sender is to read the answer.
        for await (const chunk of source.iterator({ destroyOnReturn: false })) {
          if (!Buffer.isBuffer(chunk)) throw new TypeError('A body without an encoding comes as buffers.')
          bytes += chunk.length
          if (bytes > most) throw new TooManyBytes()
          hash.update(chunk)
          yield chunk
        }
      },
      createWriteStream(place, { flags: 'wx', mode: 0o600 }),
    )
  } catch (error) {
    await remove()
    throw error
  }
  return { path: place, bytes, sha256: hash.digest('hex'), remove }
}
