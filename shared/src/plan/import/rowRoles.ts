import type { PlanField } from './planField.ts'
import { parseActionNumber, parseReferenceCell } from './headings.ts'
import type { RecognisedColumn } from './planColumns.ts'
import type { SourceRow } from '../../document/sourceDocument.ts'

/** What a numbered row is by the numbers below it: a heading over a heading, a heading, or a step of an action. */
export type RowRole = 'theme' | 'area' | 'activity'

/** A row's number and title, wherever its table has them. */
export interface NumberedRow {
  reference: string
  numbering: string
  title: string
  /** The cells that the two stand in; the same where the number stands in front of the title. */
  at: number
  titleAt: number
}

export function numberedRow(
  row: SourceRow,
  columns: readonly RecognisedColumn[] | undefined,
): NumberedRow | undefined {
  const { cells } = row
  const column = columns?.findIndex(({ field }) => field === 'reference') ?? -1
  // The number of the area, in a column of its own, says nothing of the row.
  const ofArea = columns?.some(({ field }) => field === 'areaReference') === true
  const own = column < 0 && ofArea ? columns.findIndex(({ field }) => field === 'action') : column
  const at = own >= 0 ? own : cells.findIndex((cell) => cell.text !== '')
  const text = cells[at]?.text ?? ''
  const reference = parseReferenceCell(text)
  if (reference !== undefined) {
    const ofActions = columns?.findIndex(({ field }) => field === 'action') ?? -1
    const isFilled = ofActions !== at && (cells[ofActions]?.text ?? '') !== ''
    const titleAt = isFilled ? ofActions : cells.findIndex((cell, index) => index > at && cell.text !== '')
    return { reference, numbering: `${text} `, title: cells[titleAt]?.text ?? '', at, titleAt }
  }
  const numbered = parseActionNumber(text)
  return numbered === undefined ? undefined : { ...numbered, at, titleAt: at }
}

const isChild = (reference: string, parent: string): boolean =>
  reference.startsWith(`${parent}.`) || (/^[a-z]$|^[ivx]{1,4}$/.test(reference) && /^\d/.test(parent))

/** Fields that make a row an action, whatever is numbered below it. */
const fieldsOfActions = new Set<PlanField>([
  'deadline',
  'responsibleAndDeadline',
  'status',
  'percent',
  'progress',
  'evidence',
  'period',
])
const fieldsOfTitles = new Set<PlanField>(['reference', 'action', 'area', 'theme', 'activity'])

/**
 * The roles that rows have by nested numbering, 1 over 1.1 over 1.1.1: a row with nothing but a title above
 * others of its number is a heading; rows below one that has more are its steps.
 */
export function rowRoles(
  rows: readonly SourceRow[],
  columns: readonly RecognisedColumn[] | undefined,
): Map<SourceRow, RowRole> {
  const roles = new Map<SourceRow, RowRole>()
  const numbered = rows.flatMap((row) => {
    const number = numberedRow(row, columns)
    return number === undefined ? [] : [{ row, reference: number.reference }]
  })
  let parent: string | undefined
  for (let index = 0; index < numbered.length; index += 1) {
    const one = numbered[index]
    if (one === undefined) continue
    if (parent !== undefined && isChild(one.reference, parent)) {
      roles.set(one.row, 'activity')
      continue
    }
    parent = undefined
    const next = numbered[index + 1]
    if (next === undefined || !isChild(next.reference, one.reference)) continue
    const filled = one.row.cells.flatMap((cell, at) =>
      cell.text === '' ? [] : [columns?.[at]?.field ?? 'unplaced'],
    )
    const titles = filled.filter((field) => fieldsOfTitles.has(field) || columns === undefined).length
    const mayBeHeading =
      !filled.some((field) => fieldsOfActions.has(field)) && (columns !== undefined || titles <= 2)
    const isTop = !one.reference.includes('.')
    if (mayBeHeading && (isTop || filled.every((field) => fieldsOfTitles.has(field))))
      roles.set(one.row, 'area')
    else if (columns !== undefined && !(isTop && !filled.includes('deadline'))) parent = one.reference
  }
  // A heading over a heading is a theme.
  const headings = numbered.filter(({ row }) => roles.get(row) === 'area')
  headings.forEach(({ row, reference }, index) => {
    const next = headings[index + 1]
    if (next !== undefined && next.reference.startsWith(`${reference}.`)) roles.set(row, 'theme')
  })
  return roles
}
