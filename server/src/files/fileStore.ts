import type { Readable } from 'node:stream'

/** Where the bytes of files are kept; who may have them is the database's to say. */
export interface FileStore {
  /**
   * Keeps the content of a file of this machine under a new key. Afterwards it is whole and safe there; when this
   * fails, nothing can be had under the key.
   *
   * @param sha256 of the content, in hexadecimal.
   */
  put(key: string, path: string, sha256: string): Promise<void>
  /** The content from its beginning; throws FileMissing where there is none. */
  get(key: string): Promise<Readable>
  /** Takes the content away; nothing happens where there is none. */
  delete(key: string): Promise<void>
}

/** The store has nothing under a key that the database knows. */
export class FileMissing extends Error {
  constructor(key: string) {
    super(`The store of files has nothing under the key ${key}.`)
  }
}
