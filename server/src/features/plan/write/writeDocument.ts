import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { takeTurns } from '../../identity/takeTurns.ts'
import type { DocumentToWrite } from './documentToWrite.ts'

/** Documents that are written at the same time; the others wait their turn. */
const inTurn = takeTurns(2)

/** Megabytes of memory for one document. A plan of 5,000 actions stays below half of it. */
const memory = 768

/**
 * Writes a document in a thread of its own, with a limit of memory. What is written is our own and not hostile, as an
 * upload may be: it needs no process that is locked in.
 */
export function writeDocument(document: DocumentToWrite): Promise<Uint8Array> {
  return inTurn(async () => {
    const writer = new Worker(new URL('./writerThread.ts', import.meta.url), {
      workerData: document,
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
