import { segmentsOf } from './pdfLines.ts'
import type { Line } from './pdfLines.ts'

/** A table without drawn lines: lines whose pieces stand in the same columns. */
export interface ColumnTable {
  /** The lines that it takes, from the first to the one before `to`. */
  from: number
  to: number
  /** Where each column begins and ends. */
  columns: { x: number; end: number }[]
  /** For each row the lines that it has. */
  rows: number[][]
}

/** A gap of this many letter sizes divides columns. */
export const columnGap = 1
/** Two columns nearer to each other than this are one. In points. */
const gutter = 4
/** Lines further from each other than this many letter sizes do not belong together. */
const rowGap = 4
/** Lines of one text are nearer to each other than this many letter sizes. */
const looseLine = 1.5

/** The first table that begins at a line of at least three pieces and goes on with at least two more lines. */
export function columnTableAt(lines: readonly Line[], from: number): ColumnTable | undefined {
  const first = lines[from]
  if (first === undefined) return undefined
  let columns = piecesOf(first)
  if (columns.length < 3) return undefined
  let to = from + 1
  for (; to < lines.length; to += 1) {
    const line = lines[to]
    const before = lines[to - 1]
    if (line === undefined || before === undefined || line.y - before.y > rowGap * line.size) break
    const pieces = piecesOf(line)
    // A line of its own below a table, rather than a row with only its number.
    const alone = pieces.length === 1 && (pieces[0]?.x ?? 0) < (columns[0]?.end ?? 0)
    if (alone && line.y - before.y > looseLine * line.size) break
    const grown = unite([...columns, ...pieces])
    // A line that reaches over two columns is none of the table's.
    if (grown.length < columns.length) break
    columns = grown
  }
  if (to - from < 3) return undefined
  return { from, to, columns, rows: rowsOf(lines, from, to, columns) }
}

const piecesOf = (line: Line): { x: number; end: number }[] =>
  segmentsOf(line, columnGap).map(({ x, end }) => ({ x, end }))

function unite(pieces: { x: number; end: number }[]): { x: number; end: number }[] {
  const united: { x: number; end: number }[] = []
  for (const { x, end } of pieces.toSorted((a, b) => a.x - b.x)) {
    const last = united.at(-1)
    if (last !== undefined && x < last.end + gutter) last.end = Math.max(last.end, end)
    else united.push({ x, end })
  }
  return united
}

/** A row begins where the first column has text, or else where the space above is wider than between lines. */
function rowsOf(
  lines: readonly Line[],
  from: number,
  to: number,
  columns: readonly { x: number; end: number }[],
): number[][] {
  const taken = lines.slice(from, to)
  const filled = taken.map((line) => piecesOf(line).length)
  const startsFirst = taken.map((line) => (line.fragments[0]?.x ?? 0) < (columns[0]?.end ?? 0))
  const gaps = taken.map((line, index) => line.y - (taken[index - 1]?.y ?? line.y))
  const leastGap = Math.min(...gaps.slice(1))
  const spaced = gaps.some((gap) => gap > leastGap * 1.3)
  const rows: number[][] = []
  taken.forEach((_, index) => {
    const wide = (gaps[index] ?? 0) > leastGap * 1.3
    const starts = spaced ? wide : startsFirst[index] === true && (filled[index] ?? 0) > 1
    const row = rows.at(-1)
    if (row === undefined || starts) rows.push([from + index])
    else row.push(from + index)
  })
  return rows
}
