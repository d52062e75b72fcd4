import { parentPort, workerData } from 'node:worker_threads'

/**
 * What a thread does that `writtenInThread` starts: it writes what it was given. Node runs the thread's file as it is,
 * without a loader, so that it starts at once: nothing that it imports may have decorators.
 */
export async function writeGiven(write: (given: never) => Promise<Uint8Array>): Promise<void> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the file that starts the thread gives nothing else
  const written = await write(workerData as never)
  // A copy of its own, since a buffer may be a piece of a larger one.
  const bytes = new Uint8Array(written)
  parentPort?.postMessage(bytes, [bytes.buffer])
}
