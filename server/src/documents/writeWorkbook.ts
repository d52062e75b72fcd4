import writeXlsxFile from 'write-excel-file/node'
import type { CellObject } from 'write-excel-file/node'
import { harmlessCell } from '@boardwork/shared/document/formulaCell.ts'
import { textForXml } from './textForXml.ts'

/** A sheet of a workbook: lines above one table. */
export interface WorkbookSheet {
  name: string
  lines: readonly string[]
  columns: readonly { heading: string; width: number }[]
  rows: readonly (readonly string[])[]
}

/** What the name of a sheet may not hold, and the most characters that it has room for. */
const notInNames = /[[\]:*?/\\]/g
const longestName = 31

/** A workbook of plain tables, each on a sheet of its own, with its headings and its first column in sight. */
export function writeWorkbook(title: string, sheets: readonly WorkbookSheet[]): Promise<Buffer> {
  const names = new Set<string>()
  return writeXlsxFile(
    sheets.map((sheet) => sheetOf(title, sheet, names)),
    { fontFamily: 'Arial', fontSize: 10 },
  ).toBuffer()
}

function sheetOf(title: string, { name, lines, columns, rows }: WorkbookSheet, names: Set<string>) {
  const top = [title, name, ...lines].map((line, index) => [
    { ...cell(line), ...(index < 2 ? { fontWeight: 'bold' as const } : {}), wrap: false },
  ])
  return {
    sheet: nameOf(name, names),
    orientation: 'landscape' as const,
    stickyRowsCount: top.length + 1,
    stickyColumnsCount: 1,
    columns: columns.map(({ width }) => ({ width })),
    data: [
      ...top,
      columns.map(({ heading }) => ({ ...cell(heading), ...headStyle })),
      ...rows.map((row) => row.map((text) => ({ ...cell(text), ...border }))),
    ],
  }
}

function nameOf(name: string, names: Set<string>): string {
  const clean = textForXml(name).replaceAll(notInNames, ' ').replaceAll("'", '’').trim() || 'Sheet'
  let unique = clean.slice(0, longestName).trim()
  for (let count = 2; names.has(unique.toLowerCase()); count += 1)
    unique = `${clean.slice(0, longestName - 5).trim()} ${count}`
  names.add(unique.toLowerCase())
  return unique
}

/** What `_x000D_` says to Excel is another character: its own sign is written so that it stands as it is. */
const cell = (text: string): CellObject => ({
  value: harmlessCell(textForXml(text)).replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'),
  type: String,
  wrap: true,
  alignVertical: 'top',
})

const border = { borderStyle: 'thin', borderColor: '#C3C8CD' } as const
const headStyle = {
  fontWeight: 'bold',
  backgroundColor: '#E5E8EB',
  borderStyle: 'thin',
  borderColor: '#8A929B',
} as const
