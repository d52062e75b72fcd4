import { parentPort, workerData } from 'node:worker_threads'
import type { DocumentToWrite } from './documentToWrite.ts'
import { writeBytes } from './writeBytes.ts'

// A thread of its own for one document, so that the server goes on answering meanwhile. Node runs this file as it is,
// without a loader, so that it starts at once.

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- writePlan.ts alone starts this thread
const bytes = new Uint8Array(await writeBytes(workerData as DocumentToWrite))
parentPort?.postMessage(bytes, [bytes.buffer])
