import writeXlsxFile from 'write-excel-file/node'
import { headStyle, heightOf, rowOver, sheetName, tableRows, textCell } from './excelCells.ts'

/** A sheet of a workbook: lines above one table. */
export interface WorkbookSheet {
  name: string
  lines: readonly string[]
  columns: readonly { heading: string; width: number }[]
  rows: readonly (readonly string[])[]
}

/** A workbook of plain tables, each on a sheet of its own, with its headings and its first column in sight. */
export function writeWorkbook(title: string, sheets: readonly WorkbookSheet[]): Promise<Buffer> {
  const names = new Set<string>()
  return writeXlsxFile(
    sheets.map((sheet) => sheetOf(title, sheet, names)),
    { fontFamily: 'Arial', fontSize: 10 },
  ).toBuffer()
}

function sheetOf(title: string, { name, lines, columns, rows }: WorkbookSheet, names: Set<string>) {
  const widths = columns.map(({ width }) => width)
  const width = widths.reduce((sum, each) => sum + each, 0)
  const headHeight = heightOf(
    columns.map(({ heading }) => heading),
    widths,
  )
  const top = [title, name, ...lines].map((line, index) =>
    rowOver(line, columns.length, width, index < 2 ? { fontWeight: 'bold' } : {}),
  )
  return {
    sheet: sheetName(name, 'Sheet', names),
    orientation: 'landscape' as const,
    stickyRowsCount: top.length + 1,
    stickyColumnsCount: 1,
    columns: columns.map((column) => ({ width: column.width })),
    data: [
      ...top,
      columns.map(({ heading }) => textCell(heading, { ...headStyle, height: headHeight })),
      ...rows.flatMap((row) => tableRows(row, widths)),
    ],
  }
}
