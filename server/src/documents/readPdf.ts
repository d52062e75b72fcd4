import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type {
  SourceBlock,
  SourceCell,
  SourceDocument,
  SourceRow,
} from '@boardwork/shared/document/sourceDocument.ts'
import { cellText, DocumentBuilder } from './documentBuilder.ts'
import { columnTableAt } from './pdfColumns.ts'
import type { ColumnTable } from './pdfColumns.ts'
import { findGrids } from './pdfGrid.ts'
import type { Grid } from './pdfGrid.ts'
import { joinLines, linesOf, wraps } from './pdfLines.ts'
import type { Line } from './pdfLines.ts'
import { readPdfPage } from './pdfPage.ts'
import type { Fragment, PdfPage } from './pdfPage.ts'
import { readLimits } from './readLimits.ts'
import { damaged, RefusedDocument, tooMuch, withPassword } from './refusedDocument.ts'

type Progress = (share: number) => void

/** Reads the text of a PDF page by page, in the order in which a person reads it, with its tables. */
export async function readPdf(bytes: Uint8Array, progress: Progress): Promise<SourceDocument> {
  const task = getDocument({
    // A copy: it takes no Buffer, and keeps what it is given.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    isImageDecoderSupported: false,
    isOffscreenCanvasSupported: false,
    // Pictures are not looked at.
    maxImageSize: 1,
  })
  try {
    const pdf = await fromPdf(task.promise)
    if (pdf.numPages > readLimits.pages) throw tooMuch(`${pdf.numPages} pages`)
    const builder = new DocumentBuilder()
    for (let number = 1; number <= pdf.numPages; number += 1) {
      progress((number - 1) / pdf.numPages)
      const page = await fromPdf(pdf.getPage(number))
      if (number > 1) builder.pageBreak({ line: 1, page: number })
      builder.add({ blocks: blocksOf(await fromPdf(readPdfPage(page)), number) })
      page.cleanup()
    }
    if (builder.isEmpty)
      throw new RefusedDocument(
        'has pictures of pages and no text, as a scanner makes them. We cannot read words in pictures. Ask for the document that was printed, or have the text recognised and paste it.',
      )
    return builder.document
  } finally {
    await task.destroy()
  }
}

/** What PDF.js cannot read is damaged, whichever of its errors says so. */
async function fromPdf<Read>(reading: Promise<Read>): Promise<Read> {
  try {
    return await reading
  } catch (error) {
    throw error instanceof Error && error.name === 'PasswordException' ? withPassword() : damaged()
  }
}

/** A block and how far down the page it stands. */
interface Placed {
  y: number
  block: SourceBlock
}

function blocksOf({ fragments, turned, horizontal, vertical }: PdfPage, page: number): SourceBlock[] {
  const all = linesOf(fragments)
  const lineAt = new Map(all.flatMap((line, index) => line.fragments.map((one) => [one, index + 1])))
  const lineOf = (given: readonly Fragment[]): number =>
    Math.min(...given.map((one) => lineAt.get(one) ?? Number.POSITIVE_INFINITY))
  const shown = all.flatMap((line) => line.fragments)

  const placed: Placed[] = []
  let free = shown
  for (const grid of findGrids(horizontal, vertical)) {
    const inside = free.filter((one) => isInside(one, grid))
    const rows = rowsOfGrid(grid, inside, (given) => ({ line: lineOf(given), page }))
    // A box around a text is no table.
    if (rows.every(({ cells }) => cells.filter(({ text }) => text !== '').length < 2)) continue
    placed.push({ y: grid.ys[0] ?? 0, block: { kind: 'table', rows } })
    const taken = new Set(inside)
    free = free.filter((one) => !taken.has(one))
  }
  const right = Math.max(0, ...shown.map(({ x, width }) => x + width))
  placed.push(...blocksOfLines(linesOf(free), right, (given) => ({ line: lineOf(given), page })))
  const blocks = placed.toSorted((a, b) => a.y - b.y).map(({ block }) => block)
  const text = turned.join(' ').trim()
  if (text !== '') blocks.push({ kind: 'paragraph', text, source: { line: all.length + 1, page } })
  return blocks
}

type PlaceOf = (fragments: readonly Fragment[]) => { line: number; page: number }

const middleOf = ({ x, y, width, size }: Fragment): [number, number] => [x + width / 2, y - size * 0.3]

function isInside(fragment: Fragment, { xs, ys }: Grid): boolean {
  const [x, y] = middleOf(fragment)
  return x > (xs[0] ?? 0) && x < (xs.at(-1) ?? 0) && y > (ys[0] ?? 0) && y < (ys.at(-1) ?? 0)
}

function rowsOfGrid({ xs, ys, cells }: Grid, fragments: readonly Fragment[], placeOf: PlaceOf): SourceRow[] {
  const columns = xs.length - 1
  const cellAt = new Map<number, { fragments: Fragment[] } & (typeof cells)[number]>()
  for (const cell of cells) {
    const own = { ...cell, fragments: [] }
    for (let row = cell.row; row < cell.row + cell.rows; row += 1)
      for (let column = cell.column; column < cell.column + cell.columns; column += 1)
        cellAt.set(row * columns + column, own)
  }
  for (const fragment of fragments) {
    const [x, y] = middleOf(fragment)
    const column = xs.findLastIndex((edge) => edge < x)
    const row = ys.findLastIndex((edge) => edge < y)
    cellAt.get(row * columns + column)?.fragments.push(fragment)
  }

  return Array.from({ length: ys.length - 1 }, (_, row): SourceRow | undefined => {
    const own = Array.from({ length: columns }, (__, column) => cellAt.get(row * columns + column))
    const begins = own.map((cell, column) => cell !== undefined && cell.row === row && cell.column === column)
    const here = own.flatMap((cell, column) => (begins[column] === true ? (cell?.fragments ?? []) : []))
    if (here.length === 0) return undefined
    const source = placeOf(here)
    const made = own.map((cell, column): SourceCell => {
      if (cell === undefined || begins[column] !== true || cell.fragments.length === 0)
        return { text: '', source }
      const right = (xs[column + cell.columns] ?? 0) - 4
      const text = cellText(joinLines(linesOf(cell.fragments), right))
      const span = { rows: cell.rows, columns: cell.columns }
      return {
        text,
        source: placeOf(cell.fragments),
        ...(span.rows > 1 || span.columns > 1 ? { span } : {}),
      }
    })
    return { cells: made, source }
  }).filter((row) => row !== undefined)
}

/** Tables without drawn lines, and paragraphs whose lines are put together again. */
function blocksOfLines(lines: readonly Line[], right: number, placeOf: PlaceOf): Placed[] {
  const placed: Placed[] = []
  for (let at = 0; at < lines.length;) {
    const line = lines[at]
    if (line === undefined) break
    const table = columnTableAt(lines, at)
    if (table !== undefined) {
      placed.push({ y: line.y, block: { kind: 'table', rows: rowsOfColumns(lines, table, placeOf) } })
      at = table.to
      continue
    }
    let to = at + 1
    while (to < lines.length && belongs(lines, to, right)) to += 1
    const text = joinLines(lines.slice(at, to), right)
    placed.push({ y: line.y, block: { kind: 'paragraph', text, source: placeOf(line.fragments) } })
    at = to
  }
  return placed
}

function belongs(lines: readonly Line[], index: number, right: number): boolean {
  const before = lines[index - 1]
  const line = lines[index]
  if (before === undefined || line === undefined || columnTableAt(lines, index) !== undefined) return false
  const samePrint = Math.abs(line.size - before.size) < 0.5 && line.y - before.y < line.size * 1.7
  return samePrint && wraps(before, line, right)
}

/** How far the text of a cell ends before the next column begins, mostly. In points. */
const padding = 8

function rowsOfColumns(lines: readonly Line[], table: ColumnTable, placeOf: PlaceOf): SourceRow[] {
  return table.rows.map((row): SourceRow => {
    const own = row.map((index) => lines[index]).filter((line) => line !== undefined)
    const source = placeOf(own.flatMap(({ fragments }) => fragments))
    const cells = table.columns.map((column, index): SourceCell => {
      const inColumn = own.flatMap(({ fragments }) =>
        fragments.filter(({ x, width }) => x + width / 2 >= column.x && x + width / 2 <= column.end),
      )
      if (inColumn.length === 0) return { text: '', source }
      const right = Math.max(column.end, (table.columns[index + 1]?.x ?? 0) - padding)
      return { text: cellText(joinLines(linesOf(inColumn), right)), source: placeOf(inColumn) }
    })
    return { cells, source }
  })
}
