import { makeThreads } from '../threads.ts'

/** A plan of 5,000 actions stays well below the memory of a thread. */
const writers = makeThreads(2)

/**
 * Writes a document in a thread of its own, so that the server goes on answering meanwhile. What is written is our own,
 * and not hostile as an upload may be: it needs no process that is locked in.
 *
 * @param writer a file whose default export writes what it is given.
 */
export async function writtenInThread(writer: URL, given: unknown): Promise<Uint8Array> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what such a file exports gives nothing else
  return (await writers.run(given, { filename: writer.href })) as Uint8Array
}
