import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { takeTurns } from '../takeTurns.ts'

/** Documents that are written at the same time, whatever they are about; the others wait their turn. */
const inTurn = takeTurns(2)

/** Megabytes for the objects of one document. A plan of 5,000 actions stays well below. */
const memory = 512

/**
 * Writes a document in a thread of its own, with a limit of memory, so that the server goes on answering meanwhile.
 * What is written is our own, and not hostile as an upload may be: it needs no process that is locked in.
 *
 * @param thread a file that writes with `writeGiven` what it is given.
 */
export function writtenInThread(thread: URL, given: unknown): Promise<Uint8Array> {
  return inTurn(async () => {
    const writer = new Worker(thread, {
      workerData: given,
      execArgv: ['--no-warnings'],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: memory },
    })
    try {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the thread sends nothing else
      const [bytes] = (await once(writer, 'message')) as [Uint8Array]
      return bytes
    } finally {
      await writer.terminate()
    }
  })
}
