import { Worker } from 'node:worker_threads'
import { fileWithName } from '@boardwork/shared/document/readableDocument.ts'
import type { Upload } from '@boardwork/shared/document/readableDocument.ts'
import { recognisePlan } from '@boardwork/shared/plan/import/recognisePlan.ts'
import { readBytes } from './readBytes.ts'
import type { ReadResult } from './readBytes.ts'
import type { FromReader, ReadByReader, ToReader } from './readerMessages.ts'
import { readLimits } from './readLimits.ts'
import { RefusedDocument } from './refusedDocument.ts'

// A process of its own for one document, which a hostile one can do no more than end. Node runs this file as it
// is, without a loader, so that it starts at once.

/** Ends this process, which may be too busy to do it itself, when it takes too much. */
const watch = `
  setInterval(() => {
    const { user, system } = process.cpuUsage()
    const tooLong = user + system > ${readLimits.processorSeconds * 1_000_000}
    if (tooLong || process.memoryUsage.rss() > ${readLimits.memory}) process.kill(process.pid, 'SIGKILL')
  }, 20)
`

const tell = (message: FromReader): Promise<void> =>
  new Promise((resolve) => {
    process.send?.(message, undefined, undefined, () => resolve())
  })

async function read(asked: ToReader): Promise<ReadByReader> {
  const found = 'file' in asked ? await readFile(asked.file) : { ok: true as const, document: asked.document }
  if (!found.ok) return found
  const { document } = found
  if (asked.columns === undefined) return { ok: true, document }
  return { ok: true, document, plan: recognisePlan(document, { columns: asked.columns }) }
}

async function readFile(file: Upload): Promise<ReadResult> {
  let told = 0
  try {
    return await readBytes(file, (share) => {
      if (share < told + 0.02) return
      told = share
      void tell({ progress: share })
    })
  } catch (error) {
    if (!(error instanceof RefusedDocument)) throw error
    return { ok: false, message: `${fileWithName(file.name)} ${error.message}` }
  }
}

new Worker(watch, { eval: true }).unref()
process.once('message', (asked: ToReader) => {
  read(asked)
    .then(
      (result) => tell({ result }),
      (error: unknown) =>
        tell({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    )
    .finally(() => process.exit())
})
