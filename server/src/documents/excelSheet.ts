import { textOfHarmlessCell } from '@boardwork/shared/document/formulaCell.ts'
import type { SourceCell, SourceRow } from '@boardwork/shared/document/sourceDocument.ts'
import { cellText } from './documentBuilder.ts'
import type { DocumentBuilder } from './documentBuilder.ts'
import { addressOf, parseAddress } from './excelAddress.ts'
import type { Address } from './excelAddress.ts'
import type { ExcelFormats } from './excelFormats.ts'
import { damaged, tooMuch } from './refusedDocument.ts'
import { readLimits } from './readLimits.ts'
import { attribute, numberAttribute, readXml } from './xml.ts'
import type { ZipParts } from './zipParts.ts'

/** How Excel writes characters that XML has no room for: "_x000D_". */
const escaped = /_x([0-9A-Fa-f]{4})_/g
const characterOf = (_: string, code: string): string => {
  const character = String.fromCharCode(Number.parseInt(code, 16))
  // Nor have we room for those that are no words.
  return /[\t\n\r]|\P{Cc}/u.test(character) ? character : ' '
}

interface FilledRow {
  row: number
  cells: { column: number; text: string }[]
}

interface Merge {
  from: Address
  to: Address
}

/** The cells of a sheet that have text. What a sheet claims of its size is not believed. */
export interface ExcelSheet {
  rows: FilledRow[]
  merges: Merge[]
}

export async function readSheet(
  parts: ZipParts,
  part: string,
  strings: readonly string[],
  formats: ExcelFormats,
): Promise<ExcelSheet> {
  const rows: FilledRow[] = []
  const merges: Merge[] = []
  let filled = 0
  let characters = 0
  let at: Address = { column: 0, row: 0 }
  let row: FilledRow | undefined
  let type = ''
  let style = 0
  let value = ''
  let taking = false
  let phonetic = false

  const show = (): string => {
    if (value === '') return ''
    if (type === 's') return strings[Number(value)] ?? ''
    if (type === 'b') return value === '0' ? 'FALSE' : 'TRUE'
    if (type === 'd') return formats.showIso(value, style)
    if (type !== '' && type !== 'n') return value
    const number = Number(value)
    return Number.isFinite(number) ? formats.show(number, style) : value
  }

  await readXml(parts, part, {
    open(name, attributes) {
      if (name === 'row') {
        at = { column: 0, row: numberAttribute(attributes, 'r') ?? at.row + 1 }
        row = undefined
      } else if (name === 'c') {
        const given = attribute(attributes, 'r')
        const address = given === undefined ? { column: at.column + 1, row: at.row } : parseAddress(given)
        if (address === undefined) throw damaged()
        at = address
        type = attribute(attributes, 't') ?? ''
        style = numberAttribute(attributes, 's') ?? 0
        value = ''
      } else if (name === 'rPh') phonetic = true
      else if (name === 'v' || name === 't') taking = !phonetic
      else if (name === 'mergeCell') {
        const [from, to] = (attribute(attributes, 'ref') ?? '').split(':').map(parseAddress)
        if (from !== undefined && to !== undefined) merges.push({ from, to })
        if (merges.length > readLimits.rows) throw tooMuch('too many merged cells')
      }
    },
    text(text) {
      if (taking) value += text
    },
    close(name) {
      if (name === 'v' || name === 't') taking = false
      else if (name === 'rPh') phonetic = false
      else if (name === 'c') {
        const shown = show()
        // Many cells may share one long text.
        characters += shown.length
        if (characters > readLimits.characters) throw tooMuch('too much text')
        const text = cellText(textOfHarmlessCell(shown.replaceAll(escaped, characterOf)))
        if (text === '') return
        filled += 1
        if (filled > readLimits.cells) throw tooMuch('too many cells')
        if (row?.row !== at.row) rows.push((row = { row: at.row, cells: [] }))
        row.cells.push({ column: at.column, text })
        if (rows.length > readLimits.rows) throw tooMuch('too many rows')
      }
    },
  })
  return { rows, merges }
}

/** The rows of a sheet that have text, from its first to its last column with text. */
export function tableOfSheet(
  { rows, merges }: ExcelSheet,
  sheet: string,
  builder: DocumentBuilder,
): SourceRow[] {
  let first = Number.POSITIVE_INFINITY
  let last = 0
  for (const { cells } of rows) {
    for (const { column } of cells) {
      first = Math.min(first, column)
      last = Math.max(last, column)
    }
  }
  if (last === 0) return []
  builder.checkColumns(last - first + 1)
  if (rows.length * (last - first + 1) > readLimits.cells) throw tooMuch('too many cells')

  const made = rows.map(({ row, cells }): SourceRow => {
    const place = (column: number) => ({ sheet, cell: addressOf({ column, row }) })
    const all = Array.from({ length: last - first + 1 }, (_, index): SourceCell => ({
      text: '',
      source: place(first + index),
    }))
    for (const { column, text } of cells) {
      const cell = all[column - first]
      if (cell !== undefined) cell.text = text
    }
    return { cells: all, source: place(first) }
  })

  const indexOfRow = new Map(rows.map(({ row }, index) => [row, index]))
  for (const { from, to } of merges) {
    const start = indexOfRow.get(from.row)
    const cell = start === undefined ? undefined : made[start]?.cells[from.column - first]
    if (start === undefined || cell === undefined) continue
    let end = start
    while ((rows[end + 1]?.row ?? Number.POSITIVE_INFINITY) <= to.row) end += 1
    const columns = Math.min(to.column, last) - from.column + 1
    if (end > start || columns > 1) cell.span = { rows: end - start + 1, columns }
  }
  return made
}
