import type { Ruling } from './pdfPage.ts'

/** A table by its drawn lines: where its columns and rows are, and which cells are merged. */
export interface Grid {
  /** The edges of columns from left to right, and of rows from the top down. */
  xs: number[]
  ys: number[]
  cells: GridCell[]
}

export interface GridCell {
  column: number
  row: number
  columns: number
  rows: number
}

/** Lines nearer to each other than this are one. In points. */
const near = 4
/** A page with more lines than this is a drawing. */
const mostLines = 1500

/** Finds the tables of a page by the lines that are drawn around their cells. */
export function findGrids(horizontal: readonly Ruling[], vertical: readonly Ruling[]): Grid[] {
  const across = joinRulings(horizontal)
  const down = joinRulings(vertical)
  if (across.length + down.length > mostLines) return []
  return groupsThatTouch(across, down)
    .map(gridOf)
    .filter(({ xs, ys, cells }) => xs.length > 2 && ys.length > 1 && cells.length > 1)
}

/** Borders are drawn cell by cell: puts together what is one line. */
function joinRulings(rulings: readonly Ruling[]): Ruling[] {
  const levels: { at: number; parts: Ruling[] }[] = []
  for (const ruling of rulings.toSorted((a, b) => a.at - b.at)) {
    const level = levels.at(-1)
    if (level !== undefined && ruling.at - level.at < near / 2) level.parts.push(ruling)
    else levels.push({ at: ruling.at, parts: [ruling] })
  }
  return levels.flatMap(({ at, parts }) => {
    const joined: Ruling[] = []
    for (const { from, to } of parts.toSorted((a, b) => a.from - b.from)) {
      const last = joined.at(-1)
      if (last !== undefined && from - last.to < near) last.to = Math.max(last.to, to)
      else joined.push({ at, from, to })
    }
    return joined
  })
}

interface Group {
  across: Ruling[]
  down: Ruling[]
}

function groupsThatTouch(across: readonly Ruling[], down: readonly Ruling[]): Group[] {
  const groups: Group[] = []
  const left = new Set(down)
  const rest = new Set(across)
  const touch = (one: Ruling, other: Ruling): boolean =>
    other.at > one.from - near &&
    other.at < one.to + near &&
    one.at > other.from - near &&
    one.at < other.to + near
  for (const start of across) {
    if (!rest.delete(start)) continue
    const group: Group = { across: [start], down: [] }
    // Grows while the loops go over it.
    for (let next = 0; next < group.across.length; next += 1) {
      const line = group.across[next]
      if (line === undefined) break
      for (const other of left) {
        if (!touch(line, other)) continue
        left.delete(other)
        group.down.push(other)
        for (const one of rest)
          if (touch(one, other)) {
            rest.delete(one)
            group.across.push(one)
          }
      }
    }
    groups.push(group)
  }
  return groups
}

function edges(values: readonly number[]): number[] {
  const found: number[] = []
  for (const value of values.toSorted((a, b) => a - b))
    if (value - (found.at(-1) ?? Number.NEGATIVE_INFINITY) > near) found.push(value)
  return found
}

function gridOf({ across, down }: Group): Grid {
  // A table may have no line at its sides.
  const xs = edges([...down.map(({ at }) => at), ...across.flatMap(({ from, to }) => [from, to])])
  const ys = edges([...across.map(({ at }) => at), ...down.flatMap(({ from, to }) => [from, to])])
  const columns = xs.length - 1
  const rows = ys.length - 1
  if (columns < 1 || rows < 1 || down.length === 0) return { xs, ys, cells: [] }

  const covers = (rulings: readonly Ruling[], at: number, middle: number): boolean =>
    rulings.some((one) => Math.abs(one.at - at) <= near && one.from < middle && one.to > middle)
  const middle = (values: readonly number[], index: number): number =>
    ((values[index] ?? 0) + (values[index + 1] ?? 0)) / 2

  // Cells without a line between them are one.
  const owner = Array.from({ length: rows * columns }, (_, index) => index)
  const find = (index: number): number => {
    let root = index
    while (owner[root] !== root) root = owner[root] ?? root
    return root
  }
  const unite = (one: number, other: number): void => {
    const [a, b] = [find(one), find(other)]
    owner[Math.max(a, b)] = Math.min(a, b)
  }
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const index = row * columns + column
      if (column + 1 < columns && !covers(down, xs[column + 1] ?? 0, middle(ys, row))) unite(index, index + 1)
      if (row + 1 < rows && !covers(across, ys[row + 1] ?? 0, middle(xs, column)))
        unite(index, index + columns)
    }
  }
  const cells = new Map<number, GridCell>()
  for (let index = 0; index < rows * columns; index += 1) {
    const [row, column] = [Math.floor(index / columns), index % columns]
    const root = find(index)
    const cell = cells.get(root)
    if (cell === undefined) cells.set(root, { column, row, columns: 1, rows: 1 })
    else {
      const end = Math.max(cell.column + cell.columns, column + 1)
      cell.column = Math.min(cell.column, column)
      cell.columns = end - cell.column
      cell.rows = row - cell.row + 1
    }
  }
  return { xs, ys, cells: [...cells.values()] }
}
