/**
 * Where a piece of text stands in the document it came from: a line of a text (from 1), a cell of a
 * sheet ("B12"), a row of a Word table, or a paragraph of a Word document (all from 1).
 */
export type SourcePlace =
  | { line: number }
  | { sheet: string; cell: string }
  | { table: number; row: number; column?: number }
  | { paragraph: number }

/** One cell of a table row; `text` may be empty, and may hold line breaks where the document has them. */
export interface SourceCell {
  text: string
  source: SourcePlace
}

/** One row of a table. Empty cells are kept, so that a cell's index is its column. */
export interface SourceRow {
  cells: SourceCell[]
  source: SourcePlace
}

/** A piece of a document in reading order. */
export type SourceBlock =
  | { kind: 'paragraph'; text: string; source: SourcePlace }
  | { kind: 'table'; rows: SourceRow[] }
  | { kind: 'pageBreak'; source: SourcePlace }

/**
 * A document as paragraphs and tables, before anything is understood of it. Each reader (text now, Word and
 * Excel later) makes one of these; `recognisePlan` needs nothing else.
 */
export interface SourceDocument {
  blocks: SourceBlock[]
}
