import { readBytes } from '@boardwork/server/src/documents/readBytes.ts'
import { textsOfDocument } from '@boardwork/shared/plan/import/missingWords.ts'
import type { Table } from '../support/worlds/rows.ts'

/** A file that a person asks for, and what should come of it. */
export interface AskedFile {
  address: string
  /**
   * The records whose names stand in it, table by table; of tables that are not named, at most what the person sees.
   * Null: the person gets what a missing address gets.
   */
  names: Partial<Record<Table, string[]>> | null
  /** What else is wrong with it; null where nothing is. */
  check?: (file: ReadFile) => string | null
  /** Whether it is had without a session. */
  signedOut?: true
}

/** What is read in a file: all of its texts, and the rows of its tables. */
export interface ReadFile {
  texts: string[]
  rows: string[][]
}

/** Reads a file as whoever opens it does. */
export async function readFile(response: Response): Promise<ReadFile> {
  const bytes = new Uint8Array(await response.arrayBuffer())
  if (response.headers.get('content-type')?.startsWith('text/')) {
    // A line of a calendar that is folded goes on after a blank: RFC 5545, 3.1.
    const text = new TextDecoder().decode(bytes).replaceAll('\r\n ', '').replaceAll('\r\n', '\n')
    return { texts: [text], rows: [] }
  }
  const read = await readBytes({ name: 'a file', bytes }, () => undefined)
  if (!read.ok) throw new Error(`${response.status}: ${read.message}`)
  const { document } = read
  const rows = document.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []))
  return {
    texts: textsOfDocument(document),
    rows: rows.map(({ cells }) => cells.map(({ text }) => text)),
  }
}
