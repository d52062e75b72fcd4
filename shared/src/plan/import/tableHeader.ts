import { fieldOfHeading, periodOfHeading } from './columnHeadings.ts'
import type { PlanField } from './planField.ts'
import { parseActionNumber, parseReferenceCell } from './headings.ts'
import { namesTime, plainForm, startsLower, wordsOf } from './phrases.ts'
import type { ColumnHeading } from './planColumns.ts'
import type { SourceRow } from '../../document/sourceDocument.ts'

/** The header of a table: its headings by column, from one row or two. */
export interface TableHeader {
  headings: ColumnHeading[]
  /** Headings over several columns. */
  groups: string[]
  /** How many rows it takes. */
  height: number
  /** The fields that the headings name; a heading of a period alone counts as progress. */
  fields: (PlanField | undefined)[]
  /** Names the same header on another page. */
  key: string
  /** False for the table of something else: of versions, terms or contacts. */
  isOfPlan: boolean
}

/** More columns than this make no plan; the rest of a row goes to the tray. */
const mostColumns = 120
const longestHeading = 90

const width = (row: SourceRow): number => row.cells.findLastIndex((cell) => cell.text !== '') + 1

const nameField = (text: string): PlanField | undefined => {
  const period = periodOfHeading(text, undefined)
  return fieldOfHeading(text) ?? (period === undefined ? undefined : 'progress')
}

const isHeadingLike = (text: string): boolean =>
  text.length <= longestHeading &&
  wordsOf(text).length <= 14 &&
  (!namesTime(text) || nameField(text) !== undefined) &&
  parseActionNumber(text) === undefined &&
  (!/[.;]$/.test(text) || wordsOf(text).length < 3)

/** The fields of a row that looks like headings: at least two different ones, and at least half of its cells. */
function fieldsOfRow(row: SourceRow): (PlanField | undefined)[] | undefined {
  const columns = width(row)
  if (columns < 2 || columns > mostColumns) return undefined
  const cells = row.cells.slice(0, columns)
  const filled = cells.filter((cell) => cell.text !== '')
  if (filled.length < 2 || !filled.every((cell) => isHeadingLike(cell.text))) return undefined
  const fields = cells.map((cell) => (cell.text === '' ? undefined : nameField(cell.text)))
  const known = fields.filter((field) => field !== undefined)
  const distinct = new Set(known)
  // Columns of agencies beside them say nothing that we know.
  const isSure =
    distinct.has('action') &&
    distinct.has('deadline') &&
    filled.length <= 12 &&
    filled.every((cell) => wordsOf(cell.text).length <= 3)
  if (distinct.size < 2 || (known.length * 2 < filled.length && !isSure)) return undefined
  return distinct.size === 2 && distinct.has('reference') && distinct.has('comments') ? undefined : fields
}

const otherTables =
  /^(?:version|revision|author|term|definition|abbreviation|acronym|meaning|telephone|phone|tel|email|e mail|likelihood|amendment|changes?|summary of changes|document|attendance|name)\b/

function isOfPlan(fields: readonly (PlanField | undefined)[], headings: readonly ColumnHeading[]): boolean {
  const has = (...wanted: PlanField[]): boolean => wanted.some((field) => fields.includes(field))
  const isOther = headings.some(({ heading }) => otherTables.test(plainForm(heading)))
  if (has('action', 'activity', 'area')) return !isOther || has('action')
  if (isOther) return false
  if (has('period') && has('status', 'percent', 'progress')) return true
  const telling: PlanField[] = [
    'reference',
    'deadline',
    'responsible',
    'lead',
    'status',
    'progress',
    'percent',
    'evidence',
    'outcome',
    'responsibleAndDeadline',
    'issues',
    'theme',
  ]
  const known = telling.filter((field) => has(field)).length
  return known >= 3 || (known === 2 && has('deadline', 'responsibleAndDeadline') && headings.length <= 4)
}

const keyOf = (rows: readonly SourceRow[]): string =>
  rows
    .map((row) =>
      row.cells
        .slice(0, width(row))
        .map((cell) => plainForm(cell.text))
        .join('|'),
    )
    .join('||')

/** The column where the heading that spans each column begins. */
function spans(top: SourceRow, columns: number): number[] {
  const starts: number[] = []
  let start = 0
  let reach = 0
  for (let index = 0; index < columns; index += 1) {
    const cell = top.cells[index]
    if (cell !== undefined && cell.text !== '') {
      start = index
      reach = cell.span === undefined ? Infinity : index + cell.span.columns
    }
    starts.push(index < reach ? start : index)
  }
  return starts
}

/** "Quarter 2" over "Status" and "% complete", or "Target" over "date": two rows of headings as one. */
function twoRows(top: SourceRow, below: SourceRow): TableHeader | undefined {
  const columns = Math.max(width(top), width(below))
  if (columns < 2 || columns > mostColumns) return undefined
  const topFilled = top.cells.filter((cell) => cell.text !== '')
  const filled = below.cells.slice(0, columns).filter((cell) => cell.text !== '')
  if (topFilled.length < 2 || filled.length === 0) return undefined
  if (![...topFilled, ...filled].every((cell) => isHeadingLike(cell.text) && wordsOf(cell.text).length <= 8))
    return undefined
  if (
    filled.some((cell) => parseReferenceCell(cell.text) !== undefined && nameField(cell.text) === undefined)
  )
    return undefined
  // Without merged cells only a known heading or a period is taken to span others.
  const mayBeTop = topFilled.every(
    (cell) => !startsLower(cell.text) && (cell.span !== undefined || nameField(cell.text) !== undefined),
  )
  if (!mayBeTop) return undefined
  const starts = spans(top, columns)
  const isGroup = (start: number): boolean => starts.filter((other) => other === start).length > 1
  const headings: ColumnHeading[] = []
  let spanned = 0
  let joined = 0
  for (let index = 0; index < columns; index += 1) {
    const own = top.cells[index]?.text ?? ''
    const under = below.cells[index]?.text ?? ''
    const start = starts[index] ?? index
    const group = top.cells[start]?.text ?? ''
    if (under === '') headings.push({ heading: own })
    else if (isGroup(start) && group !== '') {
      if (nameField(under) === undefined && nameField(`${group} ${under}`) === undefined) return undefined
      spanned += 1
      headings.push({ heading: under, group })
    } else if (own === '') {
      if (nameField(under) === undefined) return undefined
      headings.push({ heading: under })
    } else {
      if (!startsLower(under) || nameField(`${own} ${under}`) === undefined) return undefined
      joined += 1
      headings.push({ heading: `${own} ${under}` })
    }
  }
  if (spanned < 2 && (joined === 0 || spanned > 0)) return undefined
  const groupStarts = [...new Set(starts)].filter(
    (start) =>
      (top.cells[start]?.text ?? '') !== '' &&
      headings.some(({ group }, index) => group !== undefined && starts[index] === start),
  )
  const groups = groupStarts.map((start) => top.cells[start]?.text ?? '')
  // With nothing under its first column, a spanning heading is said once, among the groups.
  headings.forEach((heading, index) => {
    if (heading.group === undefined && groupStarts.includes(index)) heading.heading = ''
  })
  const fields = headings.map(({ heading, group }) =>
    heading === ''
      ? undefined
      : (nameField(heading) ?? (group === undefined ? undefined : nameField(`${group} ${heading}`))),
  )
  if (new Set(fields.filter((field) => field !== undefined)).size < 2) return undefined
  return {
    headings,
    groups,
    height: 2,
    fields,
    key: keyOf([top, below]),
    isOfPlan: isOfPlan(fields, headings),
  }
}

/** The header that begins at a row of a table; undefined where the row is none. */
export function headerAt(rows: readonly SourceRow[], index: number): TableHeader | undefined {
  const row = rows[index]
  if (row === undefined || row.cells.length < 2) return undefined
  // Most rows of data have a long cell, and need no closer look.
  if (row.cells.slice(0, mostColumns).some((cell) => cell.text.length > longestHeading)) return undefined
  const below = rows[index + 1]
  if (below !== undefined) {
    const two = twoRows(row, below)
    if (two !== undefined) return two
  }
  const fields = fieldsOfRow(row)
  if (fields === undefined) return undefined
  const headings = row.cells.slice(0, width(row)).map((cell) => ({ heading: cell.text }))
  return { headings, groups: [], height: 1, fields, key: keyOf([row]), isOfPlan: isOfPlan(fields, headings) }
}
