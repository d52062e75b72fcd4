import type { CellObject, Row } from 'write-excel-file/node'
import { harmlessCell } from '@boardwork/shared/document/formulaCell.ts'
import { textForXml } from './textForXml.ts'

/** Excel takes no more than 32,767 characters in one cell; what is longer goes on in the row below. */
const longestCell = 32_000
/** Nor more than these in the name of a sheet, and none of those. */
const longestName = 31
const notInNames = /[[\]:*?/\\]/g

/** In points: what a line of a cell takes, and the most that a row can have. */
const lineHeight = 14
const mostHeight = 400

/** A name that Excel takes for a sheet, and that no other sheet of the workbook has. */
export function sheetName(name: string, usual: string, names: Set<string>): string {
  const clean = textForXml(name).replaceAll(notInNames, ' ').replaceAll("'", '’').trim() || usual
  let unique = clean.slice(0, longestName).trim()
  for (let count = 2; names.has(unique.toLowerCase()); count += 1)
    unique = `${clean.slice(0, longestName - 5).trim()} ${count}`
  names.add(unique.toLowerCase())
  return unique
}

/** A cell of text, which begins no formula. */
export const textCell = (value: string, style: Partial<CellObject> = {}): CellObject => ({
  // What `_x000D_` says to Excel is another character: its own sign is written so that it stands as it is.
  value: harmlessCell(textForXml(value)).replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'),
  type: String,
  wrap: true,
  alignVertical: 'top',
  ...style,
})

export const headStyle = {
  fontWeight: 'bold',
  backgroundColor: '#E5E8EB',
  borderStyle: 'thin',
  borderColor: '#8A929B',
} as const

const border = { borderStyle: 'thin', borderColor: '#C3C8CD' } as const

/** A row with one text over all columns. `width` is theirs together, in characters. */
export function rowOver(value: string, columns: number, width: number, style: Partial<CellObject> = {}): Row {
  const [first = ''] = piecesOf(value)
  return [
    {
      ...textCell(first),
      height: heightOf([value], [width]),
      ...(columns > 1 ? { columnSpan: columns } : {}),
      ...style,
    },
    ...Array.from({ length: columns - 1 }, () => null),
  ]
}

/** The cells of one row of a table, in as many rows as the longest of them takes. `widths` are in characters. */
export function tableRows(cells: readonly string[], widths: readonly number[]): Row[] {
  const pieces = cells.map(piecesOf)
  const rows = Math.max(1, ...pieces.map(({ length }) => length))
  return Array.from({ length: rows }, (_, index) => {
    const texts = pieces.map((each) => each[index] ?? '')
    const height = heightOf(texts, widths)
    return texts.map((text) => (text ? { ...textCell(text, border), height } : { ...border, height }))
  })
}

/**
 * The height of a row in points, about. Not every program finds it by itself: without it the ends of long texts are
 * out of sight.
 */
export function heightOf(texts: readonly string[], widths: readonly number[]): number {
  const lines = texts.map((text, at) => {
    const width = widths[at] ?? 1
    // Words do not fill their lines.
    return text
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.2) / width)), 0)
  })
  return Math.min(mostHeight, Math.max(1, ...lines) * lineHeight)
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
