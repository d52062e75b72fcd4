import type { SourceBlock, SourceDocument, SourcePlace } from '../../document/sourceDocument.ts'
import type { CellUse, PastCell } from './pastRegister.ts'

/** One cell of a table. */
export interface GridCell {
  key: string
  /** Its own words. */
  text: string
  /** What holds here: its own words, or those of the merged cell that covers it. */
  held: string
  place: string
}

/** A table with as many cells in each row. */
export interface Grid {
  key: string
  /** The name of its sheet. */
  name: string
  rows: GridCell[][]
  /** The paragraphs between the table before and this one. */
  before: GridCell[]
}

const describe = (source: SourcePlace, column?: number): string => {
  if ('sheet' in source) return `${source.sheet}, cell ${source.cell}`
  if ('table' in source)
    return `table ${source.table}, row ${source.row}, column ${source.column ?? (column ?? 0) + 1}`
  if ('paragraph' in source) return `paragraph ${source.paragraph}`
  return column === undefined ? `line ${source.line}` : `line ${source.line}, column ${column + 1}`
}

/** The tables of a document, and the paragraphs that stand behind the last of them. */
export function gridsOf(document: SourceDocument): { grids: Grid[]; after: GridCell[] } {
  const grids: Grid[] = []
  let before: GridCell[] = []
  document.blocks.forEach((block, index) => {
    if (block.kind === 'paragraph') {
      const place = describe(block.source)
      before.push({ key: `b${index}`, text: block.text, held: block.text, place })
    } else if (block.kind === 'table') {
      grids.push({ key: `b${index}`, name: block.name ?? '', rows: gridRows(block, index), before })
      before = []
    }
  })
  return { grids, after: before }
}

function gridRows(block: SourceBlock & { kind: 'table' }, index: number): GridCell[][] {
  const width = block.rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const rows = block.rows.map(({ cells, source }, row) =>
    Array.from({ length: width }, (_, column): GridCell => {
      const cell = cells[column]
      const text = cell?.text.trim() ?? ''
      return {
        key: `b${index}r${row}c${column}`,
        text,
        held: text,
        place: describe(cell?.source ?? source, column),
      }
    }),
  )
  block.rows.forEach(({ cells }, row) =>
    cells.forEach((cell, column) => {
      if (cell.span === undefined) return
      for (let down = row; down < row + cell.span.rows; down += 1)
        for (let across = column; across < column + cell.span.columns; across += 1) {
          const covered = rows[down]?.[across]
          if (covered !== undefined && covered.text === '') covered.held = cell.text.trim()
        }
    }),
  )
  return rows
}

/** The same table with its rows as columns. */
export function turned(rows: readonly GridCell[][]): GridCell[][] {
  return (rows[0] ?? []).map((_, column) => rows.flatMap((row) => row[column] ?? []))
}

/** Keeps for each cell of a document what its words were taken for; those that nobody takes are unplaced. */
export class CellUses {
  private readonly uses = new Map<string, { as: CellUse; why?: string }>()

  set(cell: GridCell, as: CellUse, why?: string): void {
    this.uses.set(cell.key, why === undefined ? { as } : { as, why })
  }

  has(cell: GridCell): boolean {
    return this.uses.has(cell.key)
  }

  /** All cells that have words, in the order of the document. */
  cells({ grids, after }: { grids: readonly Grid[]; after: readonly GridCell[] }): PastCell[] {
    return [...grids.flatMap(({ before, rows }) => [...before, ...rows.flat()]), ...after]
      .filter(({ text }) => text !== '')
      .map(({ key, text, place }) => ({
        key,
        text,
        place,
        ...(this.uses.get(key) ?? { as: 'UNPLACED', why: 'It stands outside of the list.' }),
      }))
  }
}
