import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { ColumnOverrides } from '@boardwork/shared/plan/import/planColumns.ts'
import { fileWithName } from '@boardwork/shared/document/readableDocument.ts'
import type { Upload } from '@boardwork/shared/document/readableDocument.ts'
import type { SourceDocument } from '@boardwork/shared/document/sourceDocument.ts'
import type { ReadResult } from './readBytes.ts'
import type { FromReader, ReadByReader, ReadPlan, ToReader } from './readerMessages.ts'
import { readLimits } from './readLimits.ts'
import { tooLong } from './refusedDocument.ts'

/** Documents that are read at the same time; the others wait their turn. */
const atOnce = 2
let reading = 0
const waiting: (() => void)[] = []

/**
 * Reads a document, of a kind that its content tells: in a process of its own, with limits of time and memory and
 * without rights. `onProgress` hears of the share that is read, from 0 to 1.
 */
export function readDocument(
  file: Upload,
  onProgress: (share: number) => void = () => undefined,
): Promise<ReadResult> {
  return inTurn(() => askReader({ file }, file.name, onProgress))
}

/**
 * Reads a document as `readDocument` does, and recognises the plan in it there.
 *
 * @param columns a person's choice of what the columns of its tables hold.
 */
export async function readPlanDocument(
  file: Upload,
  columns: ColumnOverrides = {},
  onProgress: (share: number) => void = () => undefined,
): Promise<ReadPlan> {
  return withPlan(await inTurn(() => askReader({ file, columns }, file.name, onProgress)))
}

/** Recognises the plan in what was read before, with another choice of columns. */
export async function recogniseAgain(document: SourceDocument, columns: ColumnOverrides): Promise<ReadPlan> {
  return withPlan(await inTurn(() => askReader({ document, columns }, '', () => undefined)))
}

function withPlan(read: ReadByReader): ReadPlan {
  if (!read.ok) return read
  const { document, plan } = read
  if (plan === undefined) throw new Error('A reader of documents was asked for a plan and gave none.')
  return { ok: true, document, plan }
}

async function inTurn<Result>(read: () => Promise<Result>): Promise<Result> {
  if (reading >= atOnce) {
    await new Promise<void>((resolve) => {
      waiting.push(resolve)
    })
  } else reading += 1
  try {
    return await read()
  } finally {
    const next = waiting.shift()
    if (next === undefined) reading -= 1
    else next()
  }
}

function askReader(
  asked: ToReader,
  fileName: string,
  onProgress: (share: number) => void,
): Promise<ReadByReader> {
  const reader = fork(fileURLToPath(new URL('./readerProcess.ts', import.meta.url)), {
    // It reads what strangers send: no files to write, no network, no programs to start, no secrets to tell.
    execArgv: [
      '--permission',
      '--allow-fs-read=*',
      '--allow-worker',
      '--no-warnings',
      '--max-old-space-size=384',
    ],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  return new Promise((resolve, reject) => {
    const byTheClock = setTimeout(() => reader.kill('SIGKILL'), readLimits.clockSeconds * 1000)
    reader.on('message', (message: FromReader) => {
      if ('progress' in message) {
        onProgress(message.progress)
        return
      }
      if ('result' in message) resolve(message.result)
      else reject(new Error(`A reader of documents failed: ${message.failed}`))
      // It has nothing more to do. One that hangs while it ends would outlive a server that is stopped now.
      reader.kill('SIGKILL')
    })
    reader.once('error', reject)
    reader.once('exit', () => {
      clearTimeout(byTheClock)
      // Without an effect where it has told its result.
      resolve({ ok: false, message: `${fileWithName(fileName)} ${tooLong().message}` })
    })
    reader.send(asked)
  })
}
