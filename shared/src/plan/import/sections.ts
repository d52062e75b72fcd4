import {
  hasLevels,
  parseActionNumber,
  parseLabelledHeading,
  parseNumberedHeading,
  parseReferenceCell,
} from './headings.ts'
import type { Numbered } from './headings.ts'
import { financialYearIn, readPeriod } from '../period.ts'
import { isRubbish, isTitleLike, mustGoOn, plainForm, startsLower, wordsOf } from './phrases.ts'
import { guessColumns, recogniseColumns, rowsLookedAt } from './planColumns.ts'
import type { ColumnContext, ColumnOverrides, RecognisedColumn, RecognisedHeader } from './planColumns.ts'
import { alignedRow } from './alignRow.ts'
import { isDeadline } from '../deadline.ts'
import { numberedRow, rowRoles } from './rowRoles.ts'
import type { RowRole } from './rowRoles.ts'
import type {
  SourceBlock,
  SourceCell,
  SourceDocument,
  SourcePlace,
  SourceRow,
} from '../../document/sourceDocument.ts'
import { headerAt } from './tableHeader.ts'
import type { TableHeader } from './tableHeader.ts'

/** A heading of an area, as a line or as a row with one cell. */
export interface AreaHeading extends Numbered {
  label?: string
}

/** A line or row that is no data of a plan: a heading, a header row, front matter, rubbish. */
export interface LooseText {
  kind: 'line' | 'headingRow' | 'header' | 'row' | 'sheet'
  text: string
  source: SourcePlace
  order: number
  heading: AreaHeading | undefined
  /** The rank of a heading that the document marks as one. */
  level: number | undefined
  used: boolean
}

export interface DataRow {
  row: SourceRow
  columns: readonly RecognisedColumn[]
  /** True for the first row after a page break, a header row or anything else that interrupts a table. */
  afterBreak: boolean
  order: number
  isActivity: boolean
  /** Texts of merged cells that reach down to this row, by column. */
  merged: ReadonlyMap<number, SourceCell>
  /** Numbers of the action that its cells say again, where one row was divided into several. */
  again?: { text: string; source: SourcePlace }[]
}

/** Loose text, and the rows that follow it. */
export interface Section {
  loose: LooseText[]
  rows: DataRow[]
}

export interface Sections {
  sections: Section[]
  headers: RecognisedHeader[]
  /** The financial year that the document speaks of, by its first year. */
  documentYear: number | undefined
  /** The reporting period that its first lines name: "Quarter 2 2009/10". */
  documentPeriod: string | undefined
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

/** Headings of what is no plan: a table below one does not go on with the plan's table. */
const otherHeading =
  /^(?:appendix|annex|glossary|key$|key:|key to|legend|rag (?:key|rating|status|definitions?)|status key|contacts?\b|abbreviations|acronyms|version|document (?:control|history)|distribution|definitions?|membership|terms of reference|risk register|sign[- ]?off|approvals?|amendments?|budget)\b/i

/** Whether a line ends the plan's table: a sentence or an appendix; not a heading, rubbish or a page number. */
function isSubstance({ kind, heading, text }: LooseText): boolean {
  if (kind !== 'line' || heading !== undefined || isRubbish(text) || /^page \d/i.test(text)) return false
  if (otherHeading.test(text)) return true
  return wordsOf(text.slice(0, 200)).length > 3 && !isTitleLike(text)
}

/** A row that counts or explains: totals, and the key of colours. */
const otherRow =
  /^(?:(?:sub|grand)?[ -]?totals?\b|key\s?[:=–-]|key to\b|(?:b?rag|status|rating|colour) (?:rating )?key\b|legend\b|notes?:|source:|end of (?:plan|document|report|draft)|progress summ?a?r?y?\s*$|progress su[mr]\b|last updated|updated:|printed|print date|page \d)/i
const colourKey = /^(?:red|amber|green|blue|grey|white)\s?(?:[-–=:]|means)/i

const isOtherRow = (row: SourceRow): boolean => {
  const first = row.cells.find((cell) => cell.text !== '')?.text ?? ''
  return otherRow.test(first.slice(0, 200)) || (colourKey.test(first.slice(0, 60)) && onlyCell(row) >= 0)
}

/** A sheet's name where it says something: "Sheet1" and "Action plan" do not. */
export function sheetTitle(name: string | undefined): string | undefined {
  if (name === undefined || /^(?:sheet|tabelle|table|tab|blad|feuil)\s?\d*$/i.test(name.trim()))
    return undefined
  return name.trim() === '' ? undefined : name.trim()
}

/** Whether a text may name a sheet's area: "Action plan 2010" names the document. */
const namesPlan = (text: string): boolean =>
  /\bplans?\b|\bmonitoring\b|^data$|^import$|^actions?$/i.test(text)

/** The rows of a table that look like headers, but those that hold data of the header above them. */
function headersOf(rows: readonly SourceRow[]): (readonly [SourceRow, TableHeader])[] {
  let above: TableHeader | undefined
  return rows.flatMap((row, index) => {
    const header = headerAt(rows, index)
    if (header === undefined || (above?.isOfPlan === true && isDataOf(above, row))) return []
    above = header
    return [[row, header] as const]
  })
}

/** Whether a row has a time in the header's column of deadlines, or a number in that of numbers. */
const isDataOf = (header: TableHeader, { cells }: SourceRow): boolean =>
  cells.some(({ text }, at) => {
    const field = header.fields[at]
    if (!/\d/.test(text)) return false
    // "By" is a heading for people and for days.
    if (field === 'deadline' || field === 'responsible' || field === 'lead') return isDeadline(text)
    return field === 'reference' && parseReferenceCell(text) !== undefined
  })

class Divider {
  readonly headers: RecognisedHeader[] = []
  readonly sections: Section[] = []
  private readonly knownHeaders = new Map<string, readonly RecognisedColumn[] | undefined>()
  private columns: readonly RecognisedColumn[] | undefined
  private loose: LooseText[] = []
  private afterBreak = false
  private order = 0
  private sheet: string | undefined
  private rolesTold = 0
  private readonly hasHeaderRow: boolean
  private readonly numbers: Numbers
  private readonly context: ColumnContext
  private readonly allHeaders: Map<SourceRow, TableHeader>

  constructor(document: SourceDocument, overrides: ColumnOverrides, documentYear: number | undefined) {
    const tables = document.blocks.flatMap((block) => (block.kind === 'table' ? [block.rows] : []))
    this.allHeaders = new Map(tables.flatMap(headersOf))
    const found = [...this.allHeaders.values()]
    this.hasHeaderRow = found.some((header) => header.isOfPlan)
    // With actions "1.1" in the document, a lone "2. Some title" is an area and no action.
    const references = tables.flatMap((rows) => rows.filter((row) => onlyCell(row) < 0).map(actionReference))
    this.numbers = {
      areLevelled: references.some((reference) => reference !== undefined && hasLevels(reference)),
      exist: references.some((reference) => reference !== undefined),
    }
    this.context = {
      overrides,
      hasActions: found.some((header) => header.isOfPlan && header.fields.includes('action')),
      ...(documentYear === undefined ? {} : { documentYear }),
    }
  }

  read(block: SourceBlock): void {
    this.order += 1
    if (block.kind === 'table') {
      this.readSheetName(block)
      this.readTable(block.rows)
      return
    }
    this.afterBreak = true
    if (block.kind === 'pageBreak') return
    const { text, source, level } = block
    this.addLoose(
      'line',
      text,
      source,
      parseLabelledHeading(text) ?? parseNumberedHeading(text, level !== undefined),
      level,
    )
  }

  finish(): void {
    if (this.loose.length > 0) this.sections.push({ loose: this.loose, rows: [] })
  }

  private readSheetName({ name, rows }: Extract<SourceBlock, { kind: 'table' }>): void {
    const title = sheetTitle(name)
    const first = rows[0]
    if (title === undefined || title === this.sheet || first === undefined) return
    this.sheet = title
    // Another sheet is another table, whatever the columns of the last.
    this.columns = undefined
    const place: SourcePlace =
      'sheet' in first.source ? { sheet: first.source.sheet, cell: 'A1' } : first.source
    this.addLoose(
      'sheet',
      title,
      place,
      namesPlan(title) ? undefined : (parseLabelledHeading(title) ?? undefined),
    )
  }

  private addLoose(
    kind: LooseText['kind'],
    text: string,
    source: SourcePlace,
    heading?: AreaHeading,
    level?: number,
  ): void {
    this.loose.push({ kind, text, source, order: this.order, heading, level, used: false })
  }

  private addRow(
    row: SourceRow,
    columns: readonly RecognisedColumn[],
    role: RowRole | undefined,
    merged: ReadonlyMap<number, SourceCell>,
  ): void {
    let section = this.sections.at(-1)
    if (section === undefined || this.loose.length > 0) {
      section = { loose: this.loose, rows: [] }
      this.sections.push(section)
      this.loose = []
    }
    const { afterBreak, order } = this
    section.rows.push({ row, columns, afterBreak, order, isActivity: role === 'activity', merged })
    this.afterBreak = false
  }

  private useHeader(header: TableHeader, rows: readonly SourceRow[], index: number): void {
    const row = rows[index]
    if (row === undefined) return
    if (!header.isOfPlan) {
      this.columns = undefined
      for (const one of rows.slice(index, index + header.height))
        this.addLoose('row', rowText(one), one.source)
      return
    }
    const known = this.knownHeaders.get(header.key)
    if (known === undefined) {
      const data: SourceRow[] = []
      for (const one of rows.slice(index + header.height, index + header.height + rowsLookedAt + 20)) {
        const other = this.allHeaders.get(one)
        // Another header has other columns below it.
        if (other !== undefined && other.key !== header.key && data.length > 0) break
        if (other === undefined && onlyCell(one) < 0) data.push(one)
      }
      this.columns = recogniseColumns(header.headings, data, this.context)
      this.knownHeaders.set(header.key, this.columns)
      const { groups } = header
      this.headers.push({
        columns: [...this.columns],
        source: row.source,
        ...(groups.length > 0 ? { groups } : {}),
      })
      this.addLoose('header', '', row.source)
    } else {
      this.columns = known
      for (const one of rows.slice(index, index + header.height))
        this.addLoose('header', rowText(one), one.source)
    }
    this.afterBreak = true
  }

  /** Whether a possible header is one: a row of data may look like it. */
  private isHeader(header: TableHeader, onlyHeadingsSoFar: boolean): boolean {
    if (this.knownHeaders.has(header.key) || onlyHeadingsSoFar || header.height > 1) return true
    const { columns } = this
    // The known headings, moved by a column.
    const known = new Set(columns?.map(({ heading }) => plainForm(heading)))
    const again = header.headings.filter(
      ({ heading }) => plainForm(heading) !== '' && known.has(plainForm(heading)),
    )
    if (
      again.some(({ heading }) => wordsOf(heading).length > 1) &&
      header.fields.every((field, at) => field !== undefined || header.headings[at]?.heading === '')
    )
      return true
    const sameFields =
      columns !== undefined &&
      header.fields.every((field, at) => field === undefined || columns[at]?.field === field)
    const allKnown = header.fields.filter((field) => field !== undefined).length
    const filled = header.headings.filter(({ heading }) => heading !== '').length
    return sameFields || (allKnown === filled && filled > 2) || (header.isOfPlan && allKnown >= 4)
  }

  private readTable(rows: SourceRow[]): void {
    const headerFollows = rows.map(() => false)
    for (let index = rows.length - 2; index >= 0; index -= 1) {
      const next = rows[index + 1]
      headerFollows[index] =
        next !== undefined &&
        (this.allHeaders.has(next) || (headerFollows[index + 1] === true && onlyCell(next) >= 0))
    }
    let onlyHeadingsSoFar = true
    let settled = false
    let isOther = false
    this.afterBreak = true
    if (!this.hasHeaderRow) {
      this.columns = guessColumns(rows, this.context)
      settled = this.columns !== undefined
      const first = rows[0]
      if (this.columns !== undefined && first !== undefined)
        this.headers.push({ columns: [...this.columns], source: first.source, guessed: true })
    }
    let rolesFor: readonly RecognisedColumn[] | undefined
    let roles = new Map<SourceRow, RowRole>()
    const reach = new Map<number, { cell: SourceCell; until: number }>()

    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[index]
      if (row === undefined) break
      this.order += 1
      if (width(row) === 0) continue
      const header = this.allHeaders.get(row)
      if (header !== undefined && this.isHeader(header, onlyHeadingsSoFar || isOther)) {
        this.useHeader(header, rows, index)
        isOther = !header.isOfPlan
        settled = header.isOfPlan
        index += header.height - 1
        onlyHeadingsSoFar = false
        continue
      }
      if (isOther) {
        this.addLoose('row', rowText(row), row.source)
        continue
      }
      if (isOtherRow(row)) {
        this.addLoose('row', rowText(row), row.source)
        continue
      }
      if (this.columns !== undefined && this.columns !== rolesFor && settled) {
        rolesFor = this.columns
        roles = rowRoles(rows.slice(index, index + this.rolesReach(rows.length)), this.columns)
      }
      const first = onlyCell(row)
      const firstCell = row.cells[first]
      if (firstCell?.span !== undefined && firstCell.span.columns > 2 && isProse(firstCell.text)) {
        this.addLoose('row', rowText(row), row.source)
        continue
      }
      // What stands below an appendix's title in the same sheet is no plan.
      if (first === 0 && otherHeading.test(row.cells[0]?.text.slice(0, 100) ?? '') && !onlyHeadingsSoFar) {
        this.columns = undefined
        this.addLoose('row', rowText(row), row.source)
        continue
      }
      const merged = mergedCells(row, index, reach)
      const role = settled ? roles.get(row) : undefined
      if (role === 'area' || role === 'theme') {
        this.addNumberedHeading(row, role)
        continue
      }
      const only = onlyCell(row)
      if (only >= 0 && role === undefined) {
        const heading = this.headingOfRow(row, only, {
          header: headerFollows[index] === true,
          row: startsFirst(rows[index + 1]),
          numbered: rows[index + 1] !== undefined && actionReference(rows[index + 1] ?? row) !== undefined,
        })
        if (heading !== undefined) {
          this.addLoose('headingRow', row.cells[only]?.text ?? '', row.source, heading.parsed)
          this.afterBreak = true
          continue
        }
      }
      onlyHeadingsSoFar = false
      if (this.columns !== undefined && !settled) {
        // A table without a header row goes on with the one before it, unless a text stands between them.
        settled = this.goesOn(rows.slice(index))
        if (!settled) this.columns = undefined
      }
      if (this.columns === undefined) this.addLoose('row', rowText(row), row.source)
      else this.addRow(alignedRow(row, this.columns), this.columns, role, merged)
    }
  }

  /** How many rows are looked at for their roles: all of them for the first headers, few when there are very many. */
  private rolesReach(length: number): number {
    this.rolesTold += 1
    return this.rolesTold < 50 ? length : 200
  }

  private goesOn(rows: readonly SourceRow[]): boolean {
    const { columns } = this
    if (columns === undefined) return false
    const looked = rows.slice(0, 20)
    const widest = Math.max(...looked.map(width))
    const lastHeading = this.loose.findLastIndex((item) => item.heading !== undefined)
    if (widest > columns.length || this.loose.slice(lastHeading + 1).some(isSubstance)) return false
    if (widest > 3 || columns.length < 4) return true
    // A narrow table below a wide one goes on with it only where its cells fit: a key of colours does not.
    return looked.some(
      (row) =>
        row.cells.some((cell, at) => {
          const field = columns[at]?.field
          if (field === 'reference') return parseReferenceCell(cell.text) !== undefined
          return field === 'deadline' && cell.text !== '' && isDeadline(cell.text)
        }) ||
        parseActionNumber(row.cells[0]?.text ?? '') !== undefined ||
        (row.cells[0]?.text ?? '') === '',
    )
  }

  private addNumberedHeading(row: SourceRow, role: RowRole): void {
    const number = numberedRow(row, this.columns)
    if (number === undefined) return
    const label = role === 'theme' ? { label: 'theme' } : {}
    const { at, titleAt, numbering, reference, title } = number
    const text = at === titleAt ? numbering + title : `${row.cells[at]?.text ?? ''} ${title}`
    this.addLoose('headingRow', text, row.source, { reference, numbering, title, ...label })
    row.cells.forEach((cell, index) => {
      if (cell.text !== '' && index !== at && index !== titleAt) this.addLoose('row', cell.text, cell.source)
    })
    this.afterBreak = true
  }

  /** Whether a row with one cell is a heading, with what its text says; undefined when it is data. */
  private headingOfRow(
    row: SourceRow,
    column: number,
    follows: { header: boolean; row: boolean; numbered: boolean },
  ): { parsed: AreaHeading | undefined } | undefined {
    const { columns, numbers } = this
    const cell = row.cells[column]
    const text = cell?.text ?? ''
    const labelled = parseLabelledHeading(text)
    if (labelled !== undefined) return { parsed: labelled }
    const spansAll =
      cell?.span !== undefined &&
      cell.span.columns > 1 &&
      cell.span.columns >= Math.min(3, columns?.length ?? 3)
    // A long text over all columns is no heading: a page break took its columns.
    if (spansAll && !startsLower(text) && !isProse(text)) return { parsed: parseNumberedHeading(text, true) }
    const referenceColumn = columns?.findIndex(({ field }) => field === 'reference') ?? -1
    if (referenceColumn >= 0) {
      if (column !== referenceColumn || parseReferenceCell(text) !== undefined) return undefined
      if (parseActionNumber(text)?.reference.includes('.') === true) return undefined
      if (startsLower(text) && (!follows.header || this.isBroken())) return undefined
      return { parsed: parseNumberedHeading(text, true) }
    }
    const numbered = parseNumberedHeading(text, true)
    if (column === 0 && numbered !== undefined && numbers.areLevelled) return { parsed: numbered }
    // Where no action has a number, or each has, a short heading over the full rows below it.
    const isShort = isTitleLike(text) && wordsOf(text).length <= 8
    const isApart = !numbers.exist || (follows.numbered && parseActionNumber(text) === undefined)
    if (column === 0 && columns !== undefined && isApart && isShort && follows.row && !this.isBroken())
      return { parsed: numbered }
    if (column > 1 || (columns !== undefined && !follows.header)) return undefined
    return { parsed: numbered }
  }

  /** Whether the last row's title cannot have ended. */
  private isBroken(): boolean {
    if (this.loose.length > 0) return false
    const last = this.sections.at(-1)?.rows.at(-1)
    const at = last?.columns.findIndex(({ field }) => field === 'action') ?? -1
    const title = last?.row.cells[Math.max(0, at)]?.text ?? ''
    return title !== '' && mustGoOn(title)
  }
}

/** Sentences, and more than a heading would say. */
const isProse = (text: string): boolean =>
  wordsOf(text.slice(0, 1000)).length > 40 || (text.includes('\n') && /[.!?]$/.test(text.slice(-2)))

/** The cells of earlier rows that reach down to this one. Keeps account of them in `reach`. */
function mergedCells(
  row: SourceRow,
  index: number,
  reach: Map<number, { cell: SourceCell; until: number }>,
): ReadonlyMap<number, SourceCell> {
  const merged = new Map<number, SourceCell>()
  for (const [column, { cell, until }] of reach) {
    if (until <= index) reach.delete(column)
    else if ((row.cells[column]?.text ?? '') === '') merged.set(column, cell)
  }
  row.cells.forEach((cell, column) => {
    if (cell.text !== '' && cell.span !== undefined && cell.span.rows > 1)
      reach.set(column, { cell, until: index + cell.span.rows })
  })
  return merged
}

/** Whether a row has text in its first cell and in others. */
const startsFirst = (row: SourceRow | undefined): boolean =>
  row !== undefined && onlyCell(row) < 0 && (row.cells[0]?.text ?? '') !== ''

/** The financial year that the first lines, or a heading of the document, speak of. */
function documentYearOf(document: SourceDocument): number | undefined {
  for (const block of document.blocks.slice(0, 400)) {
    const texts =
      block.kind === 'paragraph'
        ? [block.text]
        : block.kind === 'table'
          ? block.rows.slice(0, 4).flatMap((row) => row.cells.slice(0, 20).map((cell) => cell.text))
          : []
    for (const text of texts) {
      if (text.length > 200 || !/\bq[1-4]\b|quarter|qtr|plan|monitoring|report|year|update/i.test(text))
        continue
      const year = financialYearIn(text)
      if (year !== undefined) return year
    }
  }
  return undefined
}

/** The period that a line above the first table names, by itself or in a title that speaks of a quarter. */
function documentPeriodOf(first: Section | undefined, documentYear: number | undefined): string | undefined {
  for (const { text } of first?.loose ?? []) {
    const period = readPeriod(text, documentYear)
    if (period !== undefined && !period.lacksYear && /\bq|as at|to\b/i.test(text)) return period.name
  }
  return undefined
}

/**
 * Divides a document into sections: some loose text (headings, header rows, lines) followed by the rows of
 * data below it, each row with its columns.
 */
export function divideIntoSections(document: SourceDocument, overrides: ColumnOverrides): Sections {
  const documentYear = documentYearOf(document)
  const divider = new Divider(document, overrides, documentYear)
  for (const block of document.blocks) divider.read(block)
  divider.finish()
  const { sections, headers } = divider
  return { sections, headers, documentYear, documentPeriod: documentPeriodOf(sections[0], documentYear) }
}
