import { Piscina } from 'piscina'

/**
 * Threads that write documents, at most two at a time, with a limit of memory in megabytes: a plan of 5,000 actions
 * stays well below. A thread that has loaded a writer is kept for a minute, for the next document.
 */
const writers = new Piscina({
  minThreads: 0,
  maxThreads: 2,
  idleTimeout: 60_000,
  execArgv: ['--no-warnings'],
  env: {},
  resourceLimits: { maxOldGenerationSizeMb: 512 },
})

/**
 * Writes a document in a thread of its own, so that the server goes on answering meanwhile. What is written is our own,
 * and not hostile as an upload may be: it needs no process that is locked in.
 *
 * @param writer a file whose default export writes what it is given. Node runs it as it is, without a loader: nothing
 *   that it imports may have decorators.
 */
export async function writtenInThread(writer: URL, given: unknown): Promise<Uint8Array> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what such a file exports gives nothing else
  return (await writers.run(given, { filename: writer.href })) as Uint8Array
}
