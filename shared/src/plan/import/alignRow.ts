import { isDeadline } from '../deadline.ts'
import type { RecognisedColumn } from './planColumns.ts'
import type { SourceRow } from '../../document/sourceDocument.ts'
import { isStatus, readPercent } from './statusWords.ts'

/** How many cells stand where their kind belongs, when all but the first are moved by so many columns. */
function fit(row: SourceRow, columns: readonly RecognisedColumn[], shift: number): number {
  let fitting = 0
  row.cells.forEach((cell, index) => {
    if (index === 0 || cell.text === '' || cell.text.length > 80) return
    const field = columns[index + shift]?.field
    if (field === 'deadline' && isDeadline(cell.text)) fitting += 1
    else if (field === 'status' && isStatus(cell.text)) fitting += 1
    else if (field === 'percent' && readPercent(cell.text, true) !== undefined) fitting += 1
  })
  return fitting
}

/**
 * A row whose cells a conversion moved by a column, moved back: neither its deadline nor its status stands in
 * their columns, and both would in the next. Any other row as it is.
 */
export function alignedRow(row: SourceRow, columns: readonly RecognisedColumn[]): SourceRow {
  if (columns.length > 60 || fit(row, columns, 0) > 0) return row
  for (const shift of [1, -1]) {
    if (fit(row, columns, shift) < 2) continue
    const [first, ...rest] = row.cells
    if (first === undefined) return row
    if (shift === 1) return { ...row, cells: [first, { text: '', source: row.source }, ...rest] }
    if (rest[0]?.text === '') return { ...row, cells: [first, ...rest.slice(1)] }
  }
  return row
}
