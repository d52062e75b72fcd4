/**
 * Where a piece of text stands in the document it came from: a line of a text (from 1), a cell of a
 * sheet ("B12"), a row of a Word table, or a paragraph of a Word document (all from 1). A PDF has a page besides
 * the line, which counts from the page's top.
 */
export type SourcePlace =
  | { line: number; page?: number }
  | { sheet: string; cell: string }
  | { table: number; row: number; column?: number }
  | { paragraph: number }

/** One cell of a table row; `text` may be empty, and may hold line breaks where the document has them. */
export interface SourceCell {
  text: string
  source: SourcePlace
  /** How far a merged cell reaches, itself counted; the cells that it covers follow with empty texts. */
  span?: { rows: number; columns: number }
}

/** One row of a table. Empty cells are kept, so that a cell's index is its column. */
export interface SourceRow {
  cells: SourceCell[]
  source: SourcePlace
}

/** A piece of a document in reading order. */
export type SourceBlock =
  /** `level` is the rank of a heading, from 1, where the document marks it as one. */
  | { kind: 'paragraph'; text: string; source: SourcePlace; level?: number }
  /** `name` is the name of the sheet that the table fills. */
  | { kind: 'table'; rows: SourceRow[]; name?: string }
  | { kind: 'pageBreak'; source: SourcePlace }

/**
 * A document as paragraphs and tables, before anything is understood of it. Each reader makes one of these;
 * `recognisePlan` needs nothing else.
 */
export interface SourceDocument {
  blocks: SourceBlock[]
}
