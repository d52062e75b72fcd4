import {
  hasLevels,
  parseActionNumber,
  parseLabelledHeading,
  parseNumberedHeading,
  parseReferenceCell,
} from './headings.ts'
import type { Numbered } from './headings.ts'
import { isRubbish, isTitleLike, plainForm, startsLower, wordsOf } from './phrases.ts'
import { guessColumns, headerFields, recogniseColumns } from './planColumns.ts'
import type { ColumnOverrides, RecognisedColumn, RecognisedHeader } from './planColumns.ts'
import type { SourceBlock, SourceDocument, SourcePlace, SourceRow } from './sourceDocument.ts'

/** A heading of an area, as a line or as a row with one cell. */
export interface AreaHeading extends Numbered {
  label?: string
}

/** A line or row that is no data of a plan: a heading, a header row, front matter, rubbish. */
export interface LooseText {
  kind: 'line' | 'headingRow' | 'header' | 'row'
  text: string
  source: SourcePlace
  order: number
  heading: AreaHeading | undefined
  used: boolean
}

export interface DataRow {
  row: SourceRow
  columns: readonly RecognisedColumn[]
  /** True for the first row after a page break, a header row or anything else that interrupts a table. */
  afterBreak: boolean
  order: number
}

/** Loose text, and the rows that follow it. */
export interface Section {
  loose: LooseText[]
  rows: DataRow[]
}

export interface Sections {
  sections: Section[]
  headers: RecognisedHeader[]
}

const rowText = (row: SourceRow): string =>
  row.cells
    .map((cell) => cell.text)
    .filter((text) => text !== '')
    .join('\t')

const onlyCell = (row: SourceRow): number => {
  let found = -1
  for (const [index, cell] of row.cells.entries()) {
    if (cell.text === '') continue
    if (found >= 0) return -1
    found = index
  }
  return found
}

const actionReference = (row: SourceRow): string | undefined => {
  const first = row.cells.find((cell) => cell.text !== '')?.text ?? ''
  return parseReferenceCell(first) ?? parseActionNumber(first)?.reference
}

/** How the actions of a document are numbered. */
interface Numbers {
  exist: boolean
  areLevelled: boolean
}

const width = (row: SourceRow): number => row.cells.findLastIndex((cell) => cell.text !== '') + 1

const headerKey = (row: SourceRow): string =>
  row.cells
    .slice(0, width(row))
    .map((cell) => plainForm(cell.text))
    .join('|')

/** Whether a line ends the plan's table: a sentence or an appendix; not a heading, rubbish or a page number. */
function isSubstance({ kind, heading, text }: LooseText): boolean {
  if (kind !== 'line' || heading !== undefined || isRubbish(text) || /^page \d/i.test(text)) return false
  if (/^(?:appendix|annex)\b/i.test(text)) return true
  return wordsOf(text.slice(0, 200)).length > 3 && !isTitleLike(text)
}

/**
 * Divides a document into sections: some loose text (headings, header rows, lines) followed by the rows of
 * data below it, each row with its columns.
 */
export function divideIntoSections(document: SourceDocument, overrides: ColumnOverrides): Sections {
  const headers: RecognisedHeader[] = []
  const sections: Section[] = []
  const knownHeaders = new Map<string, readonly RecognisedColumn[]>()
  let columns: readonly RecognisedColumn[] | undefined
  let loose: LooseText[] = []
  let afterBreak = false
  let order = 0

  const hasHeaderRow = document.blocks.some(
    (block) => block.kind === 'table' && block.rows.some((row) => headerFields(row) !== undefined),
  )

  // With actions "1.1" in the document, a lone "2. Some title" is an area and no action.
  const actionReferences = document.blocks
    .flatMap((block) => (block.kind === 'table' ? block.rows : []))
    .filter((row) => onlyCell(row) < 0)
    .map(actionReference)
  const numbers: Numbers = {
    areLevelled: actionReferences.some((reference) => reference !== undefined && hasLevels(reference)),
    exist: actionReferences.some((reference) => reference !== undefined),
  }

  const addLoose = (
    kind: LooseText['kind'],
    text: string,
    source: SourcePlace,
    heading?: AreaHeading,
  ): void => {
    loose.push({ kind, text, source, order, heading, used: false })
  }

  const addRow = (row: SourceRow, rowColumns: readonly RecognisedColumn[]): void => {
    let section = sections.at(-1)
    if (section === undefined || loose.length > 0) {
      section = { loose, rows: [] }
      sections.push(section)
      loose = []
    }
    section.rows.push({ row, columns: rowColumns, afterBreak, order })
    afterBreak = false
  }

  const readTable = (rows: SourceRow[]): void => {
    const possibleHeaders = rows.map(headerFields)
    const headerFollows = rows.map(() => false)
    for (let index = rows.length - 2; index >= 0; index -= 1) {
      const next = rows[index + 1]
      headerFollows[index] =
        possibleHeaders[index + 1] !== undefined ||
        (headerFollows[index + 1] === true && next !== undefined && onlyCell(next) >= 0)
    }
    let onlyHeadingsSoFar = true
    let settled = false
    afterBreak = true
    if (!hasHeaderRow) {
      columns = guessColumns(rows, overrides)
      settled = columns !== undefined
      const first = rows[0]
      if (columns !== undefined && first !== undefined)
        headers.push({ columns: [...columns], source: first.source, guessed: true })
    }

    rows.forEach((row, index) => {
      order += 1
      const fields = possibleHeaders[index]
      if (fields !== undefined) {
        const key = headerKey(row)
        const known = knownHeaders.get(key)
        const sameFields =
          columns !== undefined &&
          fields.every((field, at) => field === undefined || columns?.[at]?.field === field)
        const allKnown = fields.filter((field) => field !== undefined).length
        const filled = row.cells.filter((cell) => cell.text !== '').length
        if (known !== undefined || onlyHeadingsSoFar || sameFields || (allKnown === filled && filled > 2)) {
          if (known === undefined) {
            const headings = row.cells.map((cell) => cell.text)
            columns = recogniseColumns(headings, rows.slice(index + 1, index + 60), overrides)
            knownHeaders.set(key, columns)
            headers.push({ columns: [...columns], source: row.source })
            addLoose('header', '', row.source)
          } else {
            columns = known
            addLoose('header', rowText(row), row.source)
          }
          settled = true
          afterBreak = true
          return
        }
      }

      const only = onlyCell(row)
      if (only >= 0) {
        const text = row.cells[only]?.text ?? ''
        const heading = headingOfRow(
          text,
          only,
          columns,
          { header: headerFollows[index] === true, row: startsFirst(rows[index + 1]) },
          numbers,
        )
        if (heading !== undefined) {
          addLoose('headingRow', text, row.source, heading.parsed)
          afterBreak = true
          return
        }
      }
      onlyHeadingsSoFar = false
      if (columns !== undefined && !settled) {
        // A table without a header row goes on with the one before it, unless a text stands between them.
        const lastHeading = loose.findLastIndex((item) => item.heading !== undefined)
        if (width(row) > columns.length || loose.slice(lastHeading + 1).some(isSubstance)) columns = undefined
        else settled = true
      }
      if (columns === undefined) addLoose('row', rowText(row), row.source)
      else addRow(row, columns)
    })
  }

  const readBlock = (block: SourceBlock): void => {
    order += 1
    if (block.kind === 'table') readTable(block.rows)
    else afterBreak = true
    if (block.kind === 'paragraph') {
      addLoose(
        'line',
        block.text,
        block.source,
        parseLabelledHeading(block.text) ?? parseNumberedHeading(block.text),
      )
    }
  }

  document.blocks.forEach(readBlock)
  if (loose.length > 0) sections.push({ loose, rows: [] })
  return { sections, headers }
}

/** Whether a row has text in its first cell and in others. */
const startsFirst = (row: SourceRow | undefined): boolean =>
  row !== undefined && onlyCell(row) < 0 && (row.cells[0]?.text ?? '') !== ''

/** Whether a row with one cell is a heading, with what its text says; undefined when it is data. */
function headingOfRow(
  text: string,
  column: number,
  columns: readonly RecognisedColumn[] | undefined,
  follows: { header: boolean; row: boolean },
  numbers: Numbers,
): { parsed: AreaHeading | undefined } | undefined {
  const labelled = parseLabelledHeading(text)
  if (labelled !== undefined) return { parsed: labelled }
  const referenceColumn = columns?.findIndex(({ field }) => field === 'reference') ?? -1
  if (referenceColumn >= 0) {
    if (column !== referenceColumn || parseReferenceCell(text) !== undefined) return undefined
    if (parseActionNumber(text)?.reference.includes('.') === true) return undefined
    if (startsLower(text) && !follows.header) return undefined
    return { parsed: parseNumberedHeading(text, true) }
  }
  const numbered = parseNumberedHeading(text, true)
  if (column === 0 && numbered !== undefined && numbers.areLevelled) return { parsed: numbered }
  // Where no action has a number, a short heading over the full rows below it.
  const isShort = isTitleLike(text) && wordsOf(text).length <= 8
  if (column === 0 && columns !== undefined && !numbers.exist && isShort && follows.row)
    return { parsed: numbered }
  if (column > 1 || (columns !== undefined && !follows.header)) return undefined
  return { parsed: numbered }
}
