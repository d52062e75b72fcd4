import { isMainThread } from 'node:worker_threads'

/** Writes a text; of an empty one nothing, and `*` is the end of its thread. */
export default function write(given: string): Uint8Array {
  if (given === '') throw new Error('Nothing to write.')
  if (given === '*') process.exit(1)
  return Buffer.from(`${given}, ${isMainThread ? 'in the server’s thread' : 'in its own'}`)
}
