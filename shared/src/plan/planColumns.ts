import { parseActionNumber, parseReferenceCell } from './headings.ts'
import { namesTime, plainForm, wordsOf } from './phrases.ts'
import type { SourcePlace, SourceRow } from './sourceDocument.ts'

/** What a column of a plan's table holds. A column of `unplaced` goes to the tray of unplaced text. */
export type PlanField =
  | 'reference'
  | 'theme'
  | 'area'
  | 'action'
  | 'evidence'
  | 'deadline'
  | 'responsible'
  | 'progress'
  | 'outcome'
  | 'status'
  | 'comments'
  | 'unplaced'

export interface RecognisedColumn {
  /** The heading as the document writes it; empty where the document has none. */
  heading: string
  field: PlanField
}

/** A header row of the document, the first of its kind; the same row on a later page is a repeat. */
export interface RecognisedHeader {
  columns: RecognisedColumn[]
  source: SourcePlace
  /** True when the document has no header row and the columns were told by what stands in them. */
  guessed?: true
}

/** A person's own choice of fields, by `columnKey`. */
export type ColumnOverrides = Readonly<Record<string, PlanField>>

/** How a column is named in overrides: its heading without case and marks, or "column 3" without a heading. */
export function columnKey(heading: string, index: number): string {
  const plain = plainForm(heading)
  return plain === '' ? `column ${index + 1}` : plain
}

// The order decides where a heading fits several: "Action owner" is about people, "Evidence of outcome" evidence.
const patterns: [PlanField, RegExp][] = [
  [
    'reference',
    /^(?:no|nos|num|number|ref|reference|id|code|item|serial|(?:action|ref|item|rec|recommendation|area|objective|serial) (?:no|nos|number|ref|reference|id|code))$/,
  ],
  ['status', /\b(?:status|rag|brag|traffic light|rating)\b|^complete$|(?:%|percent) complete/],
  [
    'responsible',
    /\b(?:responsib\w*|leads?|owners?|by whom|by who|officers?|accountab\w*|action by|managers?)\b|^by$|^who\b/,
  ],
  ['progress', /\b(?:progress|updates?|position|to date|what has been done)\b/],
  [
    'deadline',
    /\b(?:time ?scales?|time ?frames?|deadlines?|when|target dates?|due|completion|dates?|milestones?|time ?lines?)\b/,
  ],
  [
    'evidence',
    /\b(?:evidence|evidenced|measures?|measured|how will we know|success criteria|success|monitoring|assurance|indicators?|kpis?)\b/,
  ],
  ['outcome', /\b(?:outcomes?|impact|difference|benefits?|results?|want to achieve|aims? to achieve)\b/],
  [
    'action',
    /\b(?:actions?|tasks?|steps?|activity|activities|how (?:is|will) this|what (?:will|we will|needs|is to)|to be achieved)\b/,
  ],
  ['comments', /\b(?:comments?|notes?|remarks?|issues?|corrective)\b/],
  ['theme', /^(?:themes?|domains?|work ?streams?)$/],
  [
    'area',
    /^(?:improvement areas?|areas?(?: for improvement)?|recommendations?|priorit(?:y|ies)|objectives?|standards?|aims?|goals?|findings?)\b/,
  ],
]

const longestHeading = 90

/** The field that a column's heading names; undefined when it names none we know. */
export function fieldOfHeading(heading: string): PlanField | undefined {
  if (heading.length > longestHeading) return undefined
  const plain = plainForm(heading)
  if (plain === '') return heading.trim() === '#' ? 'reference' : undefined
  return patterns.find(([, pattern]) => pattern.test(plain))?.[0]
}

/**
 * The fields that a row names when it looks like a header row, one entry a cell; undefined when it does not:
 * at least two different fields, at least half of the cells with text, and no date or number among them.
 */
export function headerFields(row: SourceRow): (PlanField | undefined)[] | undefined {
  const filled = row.cells.filter((cell) => cell.text !== '')
  if (filled.length < 2 || filled.length > 60) return undefined
  if (filled.some((cell) => cell.text.length > longestHeading || wordsOf(cell.text).length > 12))
    return undefined
  if (filled.some((cell) => namesTime(cell.text) || parseActionNumber(cell.text) !== undefined))
    return undefined
  const fields = row.cells.map((cell) => (cell.text === '' ? undefined : fieldOfHeading(cell.text)))
  const known = fields.filter((field) => field !== undefined)
  const distinct = new Set(known)
  if (distinct.size < 2 || known.length * 2 < filled.length) return undefined
  return distinct.size === 2 && distinct.has('reference') && distinct.has('comments') ? undefined : fields
}

const rowsLookedAt = 40

function share(rows: readonly SourceRow[], column: number, test: (text: string) => boolean): number {
  const texts = rows.map((row) => row.cells[column]?.text ?? '').filter((text) => text !== '')
  return texts.length === 0 ? 0 : texts.filter(test).length / texts.length
}

const isReference = (text: string): boolean => parseReferenceCell(text) !== undefined

/** Gives each column a field: by its heading, by the person's override, or by what stands in the rows below it. */
export function recogniseColumns(
  headings: readonly string[],
  rowsBelow: readonly SourceRow[],
  overrides: ColumnOverrides,
): RecognisedColumn[] {
  const rows = rowsBelow.slice(0, rowsLookedAt)
  const fields = headings.map(
    (heading, index) => overrides[columnKey(heading, index)] ?? fieldOfHeading(heading),
  )

  const has = (field: PlanField): boolean => fields.includes(field)
  headings.forEach((_, index) => {
    if (fields[index] !== undefined) return
    if (!has('reference') && share(rows, index, isReference) >= 0.6) fields[index] = 'reference'
    else if (!has('deadline') && share(rows, index, namesTime) >= 0.6) fields[index] = 'deadline'
  })

  if (!has('action')) {
    // A plan without a column of actions says its actions elsewhere: as recommendations, or unnamed.
    const stand = [
      fields.indexOf('area'),
      fields.findIndex((field) => field === undefined),
      fields.indexOf('evidence'),
      fields.indexOf('outcome'),
    ]
    const chosen = stand.find(
      (index) => index >= 0 && overrides[columnKey(headings[index] ?? '', index)] === undefined,
    )
    if (chosen !== undefined) fields[chosen] = 'action'
  }
  return headings.map((heading, index) => ({ heading, field: fields[index] ?? 'unplaced' }))
}

/**
 * Columns of a table without any header row, told by what stands in them; undefined when nothing shows that
 * the table is a plan (it needs numbers in front of its actions or a column of deadlines).
 */
export function guessColumns(
  rows: readonly SourceRow[],
  overrides: ColumnOverrides,
): RecognisedColumn[] | undefined {
  const looked = rows.slice(0, rowsLookedAt)
  const width = Math.min(60, Math.max(...looked.map((row) => row.cells.length)))
  const headings = Array.from({ length: width }, () => '')
  const columns = recogniseColumns(headings, looked, overrides)
  const numbered =
    columns.some(({ field }) => field === 'reference') ||
    share(looked, 0, (text) => parseActionNumber(text) !== undefined) >= 0.5
  const dated = columns.some(({ field }) => field === 'deadline')
  if (rows.length < 2 || (!numbered && !dated)) return undefined
  if (!columns.some(({ field }) => field === 'action')) return undefined
  return columns
}
