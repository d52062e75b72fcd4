import type { AttendanceTable } from '@boardwork/shared/attendance/figures/attendanceTables.ts'
import type { DocumentBlock } from '@boardwork/shared/document/documentBlock.ts'

/** Tables as pieces of a Word document, each below its heading. */
export function blocksOfTables(tables: readonly AttendanceTable[]): DocumentBlock[] {
  return tables.flatMap(({ name, lines, columns, rows }): DocumentBlock[] => [
    { kind: 'heading', level: 1, text: name },
    ...lines.map((text) => ({ kind: 'line' as const, text })),
    ...(rows.length > 0 ? [{ kind: 'table' as const, columns, rows }] : []),
  ])
}
