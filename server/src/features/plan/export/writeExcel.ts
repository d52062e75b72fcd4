import writeXlsxFile from 'write-excel-file/node'
import type { CellObject, Row } from 'write-excel-file/node'
import type { LayoutBlock } from '@boardwork/shared/plan/export/planLayout.ts'
import type { LayoutColumn } from '@boardwork/shared/plan/export/layoutColumns.ts'
import {
  headStyle,
  heightOf,
  rowOver,
  sheetName,
  tableRows,
  textCell,
} from '../../../documents/excelCells.ts'
import { groupsOf } from '../../../documents/headingGroups.ts'
import { widthOf } from './documentToWrite.ts'
import type { DocumentToWrite } from './documentToWrite.ts'

const usualName = 'Improvement plan'

/** A workbook: one sheet, or those of the board's own, each with the headings at its top and in sight. */
export function writeExcel({ title, blocks }: DocumentToWrite): Promise<Buffer> {
  const names = new Set<string>()
  return writeXlsxFile(
    partsOf(blocks).map((part) => sheetOf(title, part, names)),
    { fontFamily: 'Arial', fontSize: 10 },
  ).toBuffer()
}

type SheetBlock = Exclude<LayoutBlock, { kind: 'sheet' }>

interface SheetPart {
  name: string
  blocks: SheetBlock[]
}

function partsOf(blocks: LayoutBlock[]): SheetPart[] {
  const parts: SheetPart[] = []
  for (const block of blocks) {
    if (block.kind === 'sheet') parts.push({ name: block.name, blocks: [] })
    else {
      if (parts.length === 0) parts.push({ name: usualName, blocks: [] })
      parts.at(-1)?.blocks.push(block)
    }
  }
  return parts.length > 0 ? parts : [{ name: usualName, blocks: [] }]
}

function sheetOf(title: string, { name, blocks }: SheetPart, names: Set<string>) {
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.columns] : []))
  const [first] = tables
  // Where all rows have the same columns, their headings stand once, above everything.
  const common = tables.every((columns) => columns === first) ? first : undefined
  const widest = tables.toSorted((one, other) => other.length - one.length)[0] ?? []
  const span = Math.max(1, widest.length)
  const width = widest.reduce((sum, { field }) => sum + widthOf(field), 0) || 80
  const over = (text: string, style: Partial<CellObject>) => rowOver(text, span, width, style)
  const sheet = sheetName(name, usualName, names)
  const top = [over(title, { fontWeight: 'bold', fontSize: 14 }), ...(common ? headOf(common) : [])]
  return {
    sheet,
    orientation: 'landscape' as const,
    stickyRowsCount: common ? top.length : 1,
    columns: (widest.length > 0 ? widest.map(({ field }) => widthOf(field)) : [width]).map((each) => ({
      width: each,
    })),
    data: [
      ...top,
      // What the name of the sheet has no room for.
      ...(sheet === name || name === usualName ? [] : [over(name, headingStyle(1))]),
      ...blocks.flatMap((block): Row[] => {
        if (block.kind === 'heading') return [over(block.text, headingStyle(block.level))]
        if (block.kind === 'line')
          return [over(block.label === undefined ? block.text : `${block.label}: ${block.text}`, {})]
        return [
          ...(common ? [] : headOf(block.columns)),
          ...block.rows.flatMap((cells) =>
            tableRows(
              cells,
              block.columns.map(({ field }) => widthOf(field)),
            ),
          ),
        ]
      }),
    ],
  }
}

const headingStyle = (level: number): Partial<CellObject> => ({
  fontWeight: 'bold',
  backgroundColor: level === 1 ? '#D5DCE3' : '#EDF0F3',
  ...(level === 1 ? { fontSize: 12 } : {}),
})

function headOf(columns: LayoutColumn[]): Row[] {
  const height = heightOf(
    columns.map(({ heading }) => heading),
    columns.map(({ field }) => widthOf(field)),
  )
  const head = (value: string, spans: Partial<CellObject> = {}) =>
    textCell(value, { ...headStyle, height, ...spans })
  if (!columns.some(({ group }) => group !== undefined)) return [columns.map(({ heading }) => head(heading))]
  return [
    groupsOf(columns).flatMap(({ text: words, columns: columnSpan, isOne }) =>
      isOne
        ? head(words, { rowSpan: 2 })
        : [head(words, { columnSpan }), ...Array.from({ length: columnSpan - 1 }, () => null)],
    ),
    columns.map(({ heading, group }) => (group === undefined ? null : head(heading))),
  ]
}
