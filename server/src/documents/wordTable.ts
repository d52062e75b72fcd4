import type { SourceCell, SourceRow } from '@boardwork/shared/document/sourceDocument.ts'
import type { DocumentBuilder } from './documentBuilder.ts'

/** A cell as Word keeps it: over some columns of a fine grid, and perhaps going on from the cell above. */
export interface WordCell<Content> {
  columns: number
  continues: boolean
  content: Content
}

export interface WordRow<Content> {
  /** Columns of the grid that the row leaves free at its start. */
  before: number
  cells: WordCell<Content>[]
}

/** Lines of the grid nearer to each other than this are one: hand-drawn tables miss by a hair. In twips, 2 mm. */
const hair = 113

/**
 * The rows of a table with a cell for each column that a person sees: columns of the grid at which no cell begins
 * are gone, and the cells that a merged one covers follow it empty.
 */
export function arrangeTable<Content>(
  table: { widths: number[]; rows: WordRow<Content>[] },
  number: number,
  builder: DocumentBuilder,
  textOf: (content: Content) => string,
): SourceRow[] {
  const placed = table.rows.map((row) => {
    let start = row.before
    return row.cells.map((cell) => {
      const at = start
      start += cell.columns
      return { cell, start: at, end: start }
    })
  })
  const columnOf = seenColumns(placed, table.widths)
  const rows = placed.map((cells) =>
    cells.map(({ cell, start, end }) => {
      const column = columnOf(start)
      return { cell, column, columns: Math.max(1, columnOf(end) - column) }
    }),
  )
  const goesOn = rows.map(
    (cells) => new Set(cells.filter(({ cell }) => cell.continues).map(({ column }) => column)),
  )

  return rows.map((cells, index): SourceRow => {
    const place = { table: number, row: index + 1 }
    const width = Math.max(0, ...cells.map(({ column, columns }) => column + columns))
    builder.checkColumns(width)
    const made = Array.from({ length: width }, (_, column): SourceCell => ({
      text: '',
      source: { ...place, column: column + 1 },
    }))
    for (const { cell, column, columns } of cells) {
      const target = made[column]
      if (target === undefined) continue
      target.text = textOf(cell.content)
      let down = 1
      if (!cell.continues) while (goesOn[index + down]?.has(column) === true) down += 1
      if (down > 1 || columns > 1) target.span = { rows: down, columns }
    }
    return { cells: made, source: place }
  })
}

/** Gives for a column of the grid the column that a person sees there. */
function seenColumns(
  rows: { start: number; end: number }[][],
  widths: readonly number[],
): (column: number) => number {
  const users = new Map<number, Set<number>>()
  rows.forEach((cells, row) => {
    for (const { start } of cells) {
      const set = users.get(start)
      if (set === undefined) users.set(start, new Set([row]))
      else set.add(row)
    }
  })
  const left = [0]
  for (const width of widths) left.push((left.at(-1) ?? 0) + width)

  const columns: { start: number; last: number; rows: Set<number> }[] = []
  for (const start of [...users.keys()].toSorted((a, b) => a - b)) {
    const using = users.get(start) ?? new Set()
    const before = columns.at(-1)
    const near =
      before !== undefined &&
      (left[start] ?? Number.POSITIVE_INFINITY) - (left[before.start] ?? 0) < hair &&
      [...using].every((row) => !before.rows.has(row))
    if (near) {
      before.last = start
      for (const row of using) before.rows.add(row)
    } else columns.push({ start, last: start, rows: using })
  }
  const known = new Map<number, number>()
  columns.forEach(({ start, last }, index) => {
    for (let at = start; at <= last; at += 1) known.set(at, index)
  })
  // The end of a cell may be a line of the grid at which no cell begins.
  return (column) => {
    const exact = known.get(column)
    if (exact !== undefined) return exact
    const next = columns.findIndex(({ start }) => start >= column)
    return next < 0 ? columns.length : next
  }
}
