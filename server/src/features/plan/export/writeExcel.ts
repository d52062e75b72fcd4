import writeXlsxFile from 'write-excel-file/node'
import type { CellObject, Row } from 'write-excel-file/node'
import { harmlessCell } from '@boardwork/shared/document/formulaCell.ts'
import type { LayoutBlock } from '@boardwork/shared/plan/export/planLayout.ts'
import type { LayoutColumn } from '@boardwork/shared/plan/export/layoutColumns.ts'
import { groupsOf } from '../../../documents/headingGroups.ts'
import { textForXml } from '../../../documents/textForXml.ts'
import { widthOf } from './documentToWrite.ts'
import type { DocumentToWrite } from './documentToWrite.ts'

/** Excel takes no more than 32,767 characters in one cell; what is longer goes on in the row below. */
const longestCell = 32_000
/** Nor more than these in the name of a sheet, and none of those. */
const longestName = 31
const notInNames = /[[\]:*?/\\]/g
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
  const sheet = nameOf(name, names)
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
        return [...(common ? [] : headOf(block.columns)), ...block.rows.flatMap(rowsOf)]
      }),
    ],
  }
}

function nameOf(name: string, names: Set<string>): string {
  const clean = textForXml(name).replaceAll(notInNames, ' ').replaceAll("'", '’').trim() || usualName
  let unique = clean.slice(0, longestName).trim()
  for (let count = 2; names.has(unique.toLowerCase()); count += 1)
    unique = `${clean.slice(0, longestName - 5).trim()} ${count}`
  names.add(unique.toLowerCase())
  return unique
}

const headingStyle = (level: number): Partial<CellObject> => ({
  fontWeight: 'bold',
  backgroundColor: level === 1 ? '#D5DCE3' : '#EDF0F3',
  ...(level === 1 ? { fontSize: 12 } : {}),
})

const text = (value: string, style: Partial<CellObject> = {}): CellObject => ({
  value: cellText(value),
  type: String,
  wrap: true,
  alignVertical: 'top',
  ...style,
})

/** What `_x000D_` says to Excel is another character: its own sign is written so that it stands as it is. */
const cellText = (value: string): string =>
  harmlessCell(textForXml(value)).replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')

const pointsOfLine = 16

/** A row with one text over all columns. Excel does not find the height of merged cells by itself. */
function rowOver(value: string, columns: number, width: number, style: Partial<CellObject>): Row {
  const lines = value
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.2) / width)), 0)
  const [first = ''] = piecesOf(value)
  return [
    {
      ...text(first),
      height: Math.min(400, lines * pointsOfLine),
      ...(columns > 1 ? { columnSpan: columns } : {}),
      ...style,
    },
    ...Array.from({ length: columns - 1 }, () => null),
  ]
}

const headStyle = {
  fontWeight: 'bold',
  backgroundColor: '#E5E8EB',
  borderStyle: 'thin',
  borderColor: '#8A929B',
} as const

function headOf(columns: LayoutColumn[]): Row[] {
  const head = (value: string, spans: Partial<CellObject> = {}) => text(value, { ...headStyle, ...spans })
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

const border = { borderStyle: 'thin', borderColor: '#C3C8CD' } as const

function rowsOf(cells: string[]): Row[] {
  const pieces = cells.map(piecesOf)
  const rows = Math.max(1, ...pieces.map(({ length }) => length))
  return Array.from({ length: rows }, (_, index) =>
    pieces.map((each) => (each[index] ? text(each[index], border) : { ...border })),
  )
}

/** A text in pieces that Excel takes in one cell each. */
function piecesOf(value: string): string[] {
  const pieces: string[] = []
  let rest = value
  while (rest.length > longestCell) {
    const end = rest.lastIndexOf(' ', longestCell)
    const at = end > 0 ? end : longestCell
    pieces.push(rest.slice(0, at))
    rest = rest.slice(at).trimStart()
  }
  return [...pieces, rest]
}
