import { parse } from 'csv-parse/sync'
import type { SourceDocument, SourceRow } from '@boardwork/shared/document/sourceDocument.ts'
import { readText } from '@boardwork/shared/plan/import/readText.ts'
import { cellText, DocumentBuilder } from './documentBuilder.ts'
import { readLimits } from './readLimits.ts'
import { tooMuch } from './refusedDocument.ts'

const delimiters = ['\t', ';', ',', '|'] as const

/** Longer lines are no lines of a list or a plan. In characters. */
const longestLine = 1_000_000

/** Reads a text: as a table where it is CSV or TSV, else as lines. */
export function readPlainText(text: string): SourceDocument {
  for (let start = 0; start < text.length;) {
    const end = text.indexOf('\n', start)
    if ((end < 0 ? text.length : end) - start > longestLine)
      throw tooMuch('a line of more than a million characters')
    start = end < 0 ? text.length : end + 1
  }
  const builder = new DocumentBuilder()
  const records = text.includes('\f') ? undefined : readRecords(text)
  if (records === undefined) builder.add(readText(text))
  else addRecords(records, builder)
  return builder.document
}

/** The records of a CSV or TSV text; undefined for a text of another kind. */
function readRecords(text: string): string[][] | undefined {
  const found = delimiters
    .filter((delimiter) => mayDelimit(text, delimiter))
    .map((delimiter) => ({ delimiter, records: parseRecords(text, delimiter) ?? [] }))
    .filter(({ delimiter, records }) => areATable(records, delimiter))
  return found.toSorted((a, b) => usualWidth(b.records) - usualWidth(a.records))[0]?.records
}

/** In sentences a comma or semicolon has a space behind it; in a table of values hardly ever. */
function mayDelimit(text: string, delimiter: string): boolean {
  // Without quotes the lines tell everything.
  if (delimiter === '\t') return text.includes('\t') && text.includes('"')
  const unquoted = text.slice(0, 1_000_000).replace(/"[^"]*"/g, '')
  const all = unquoted.split(delimiter).length - 1
  const inSentences = unquoted.split(`${delimiter} `).length - 1
  return all > 0 && inSentences * 2 < all
}

function parseRecords(text: string, delimiter: string): string[][] | undefined {
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: '\n',
      max_record_size: readLimits.text * 10,
    })
  } catch {
    return undefined
  }
}

const isBlank = (record: readonly string[]): boolean => record.every((field) => field.trim() === '')

function usualWidth(records: readonly string[][]): number {
  const counts = new Map<number, number>()
  for (const record of records)
    if (record.length > 1) counts.set(record.length, (counts.get(record.length) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0
}

/** Whether most lines have the same number of fields. Lines of another kind may stand above and between. */
function areATable(records: readonly string[][], delimiter: string): boolean {
  const filled = records.filter((record) => !isBlank(record))
  const divided = filled.filter((record) => record.length > 1)
  const width = usualWidth(divided)
  const usual = divided.filter((record) => record.length === width).length
  // Two columns with a comma between them may be anything.
  if (width < (delimiter === ',' ? 3 : 2) || usual < 2) return false
  return usual >= divided.length * 0.8 && divided.length >= filled.length * 0.5
}

/**
 * Adds each record with the line at which it, and each of its fields, begins. As in any text, a line that is not
 * divided is a paragraph, and a blank line ends a table.
 */
function addRecords(records: readonly string[][], builder: DocumentBuilder): void {
  const columns = records.reduce((most, record) => Math.max(most, lastFilled(record) + 1), 0)
  let rows: SourceRow[] = []
  let line = 1
  const endTable = (): void => {
    builder.table(rows)
    rows = []
  }
  for (const record of records) {
    const source = { line }
    const fields = record.map((field) => {
      const place = { line }
      line += field.split('\n').length - 1
      return { text: cellText(field), source: place }
    })
    line += 1
    const cells = fields.slice(0, columns)
    const [only] = cells
    if (record.length > 1) {
      if (cells.some(({ text }) => text !== '')) rows.push({ cells, source })
    } else {
      endTable()
      if (only !== undefined) builder.paragraph(only.text, source)
    }
  }
  endTable()
}

const lastFilled = (record: readonly string[]): number => record.findLastIndex((field) => field.trim() !== '')
