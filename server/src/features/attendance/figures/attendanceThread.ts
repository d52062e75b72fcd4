import { attendanceTables } from '@boardwork/shared/attendance/figures/attendanceTables.ts'
import { reportParagraph, reportText } from '@boardwork/shared/attendance/figures/reportParagraph.ts'
import { blocksOfTables } from './tablesOfDocument.ts'
import type { AttendanceToWrite } from './writeAttendance.ts'

/** Meetings beside each other: so many fit on a page of Word, and a sheet of Excel has room for all of a year. */
const inWord = 8
const inExcel = 500
const paragraphTitle = 'Paragraph for the annual report'

/** Writes attendance with the paragraph for the annual report. Each writer is loaded when it is needed: both are large. */
export default async function write({
  kind,
  title,
  year,
  startsMonth,
  boards,
  before,
}: AttendanceToWrite): Promise<Uint8Array> {
  const most = kind === 'document' ? inWord : inExcel
  const tables = attendanceTables(boards, before, { year, startsMonth, most })
  const who = boards.length > 1 ? 'the board and its sub-groups' : 'the board'
  const paragraph = reportText(reportParagraph(boards, before, { year, startsMonth, who }))
  if (kind === 'workbook') {
    const { writeWorkbook } = await import('../../../documents/writeWorkbook.ts')
    return writeWorkbook(title, [
      ...tables,
      {
        name: paragraphTitle,
        lines: [],
        columns: [{ heading: paragraphTitle, width: 100 }],
        rows: [[paragraph]],
      },
    ])
  }
  const { writeWord } = await import('../../../documents/writeWord.ts')
  return writeWord(title, [
    { kind: 'heading', level: 1, text: paragraphTitle },
    { kind: 'line', text: paragraph },
    ...blocksOfTables(tables),
  ])
}
