import { readLimits } from './readLimits.ts'
import { tooMuch } from './refusedDocument.ts'
import { attribute, numberAttribute } from './xml.ts'
import type { Attributes, XmlReader } from './xml.ts'
import { setProperty } from './wordStyles.ts'
import type { ParagraphProperties, WordStyles } from './wordStyles.ts'
import type { WordNumbering } from './wordNumbering.ts'
import type { WordRow } from './wordTable.ts'

/** A piece of a part in reading order. In the text of a paragraph "\f" is a page break. */
export type WordPiece =
  { kind: 'paragraph'; text: string; level: number | undefined } | { kind: 'table'; table: WordPieceTable }

export interface WordPieceTable {
  widths: number[]
  rows: WordRow<WordPiece[]>[]
}

/** What holds pieces: the part itself, a cell, or a paragraph that a text box is anchored in. */
interface Frame {
  pieces: WordPiece[]
  /** Text of a paragraph whose end was deleted, which the next one takes up. */
  carried: string
}

interface OpenParagraph extends Frame {
  text: string
  properties: ParagraphProperties
  endDeleted: boolean
  endsSection: boolean
}

interface OpenCell extends Frame {
  columns: number
  continues: boolean
  joinsLeft: boolean
}

interface OpenRow {
  before: number
  cells: OpenCell[]
  deleted: boolean
}

/**
 * Not on the page: what was deleted or moved away, the properties before a change, the codes of fields, and the
 * second form of a drawing for older programs.
 */
const unseen = new Set([
  'del',
  'moveFrom',
  'delText',
  'instrText',
  'delInstrText',
  'Fallback',
  'pPrChange',
  'rPrChange',
  'tblPrChange',
  'tblPrExChange',
  'tblGridChange',
  'trPrChange',
  'tcPrChange',
  'sectPrChange',
  'sdtPr',
  'rt',
])

const signs: Record<string, string> = {
  f0b7: '•',
  f0a7: '▪',
  f0fc: '✓',
  f0fb: '✗',
  f0fe: '☑',
  f0fd: '☒',
  f0a8: '☐',
  f06f: '☐',
}

const isOff = (attributes: Attributes): boolean =>
  ['0', 'false', 'off', 'none'].includes(attribute(attributes, 'val') ?? '1')

/** Gathers what a person sees of one part of a Word document: its text, a header, the footnotes. */
export class WordPart implements XmlReader {
  readonly pieces: WordPiece[] = []
  private readonly styles: WordStyles
  private readonly numbering: WordNumbering
  private readonly frames: Frame[]
  private readonly paragraphs: OpenParagraph[] = []
  private readonly tables: { table: WordPieceTable; row: OpenRow }[] = []
  private readonly names: string[] = []
  /** How many elements deep we are in something unseen. */
  private hidden = 0
  private runHidden = false
  private inText = false
  private choices: string[] = []
  private chosen = 0
  private count = 0

  constructor(styles: WordStyles, numbering: WordNumbering) {
    this.styles = styles
    this.numbering = numbering
    this.frames = [{ pieces: this.pieces, carried: '' }]
  }

  open(name: string, attributes: Attributes): void {
    const parent = this.names.at(-1)
    this.names.push(name)
    if (this.hidden > 0) {
      this.hidden += 1
    } else if (name === 'del' && parent === 'rPr') {
      const paragraph = this.paragraphs.at(-1)
      if (paragraph !== undefined) paragraph.endDeleted = true
    } else if (name === 'del' && parent === 'trPr') {
      const row = this.tables.at(-1)?.row
      if (row !== undefined) row.deleted = true
    } else if (unseen.has(name)) {
      this.hidden = 1
    } else {
      this.openSeen(name, attributes, parent)
    }
  }

  close(name: string): void {
    this.names.pop()
    if (this.hidden > 0) {
      this.hidden -= 1
      return
    }
    if (name === 't') this.inText = false
    else if (name === 'r') this.runHidden = false
    else if (name === 'p') this.closeParagraph()
    else if (name === 'tc') this.closeCell()
    else if (name === 'tr') this.closeRow()
    else if (name === 'tbl') this.closeTable()
    else if (name === 'ddList') this.write(this.choices[this.chosen] ?? '')
  }

  text(text: string): void {
    if (this.inText && this.hidden === 0) this.write(text)
  }

  private write(text: string): void {
    const paragraph = this.paragraphs.at(-1)
    if (paragraph !== undefined && !this.runHidden) paragraph.text += text
  }

  private openSeen(name: string, attributes: Attributes, parent: string | undefined): void {
    if (parent === 'r' || parent === 'p' || parent === 'body') this.openInText(name, attributes)
    else if (parent === 'pPr' || parent === 'numPr') this.openProperty(name, attributes)
    else if (parent === 'tblGrid' || parent === 'trPr' || parent === 'tcPr')
      this.openTableProperty(name, attributes)
    else if (parent === 'ddList') {
      if (name === 'result') this.chosen = numberAttribute(attributes, 'val') ?? 0
      else if (name === 'listEntry') this.choices.push(attribute(attributes, 'val') ?? '')
    } else if (name === 'vanish' && this.names.at(-3) === 'r') this.runHidden = !isOff(attributes)
    else if (name === 'type' && parent === 'sectPr' && attribute(attributes, 'val') === 'continuous') {
      const paragraph = this.paragraphs.at(-1)
      if (paragraph !== undefined) paragraph.endsSection = false
    } else this.openInText(name, attributes)
  }

  private openInText(name: string, attributes: Attributes): void {
    switch (name) {
      case 'p': {
        const paragraph = {
          pieces: [],
          carried: '',
          text: '',
          properties: {},
          endDeleted: false,
          endsSection: false,
        }
        this.paragraphs.push(paragraph)
        this.frames.push(paragraph)
        break
      }
      case 't':
        this.inText = true
        break
      case 'tab':
      case 'ptab':
        this.write('\t')
        break
      case 'br':
        this.write(attribute(attributes, 'type') === 'page' ? '\f' : '\n')
        break
      case 'cr':
        this.write('\n')
        break
      case 'noBreakHyphen':
        this.write('-')
        break
      case 'sym': {
        const code = (attribute(attributes, 'char') ?? '').toLowerCase()
        this.write(signs[code] ?? String.fromCharCode(Number.parseInt(code, 16) || 0x25a1))
        break
      }
      case 'tbl':
        this.tables.push({
          table: { widths: [], rows: [] },
          row: { before: 0, cells: [], deleted: false },
        })
        break
      case 'tr': {
        const open = this.tables.at(-1)
        if (open !== undefined) open.row = { before: 0, cells: [], deleted: false }
        break
      }
      case 'tc':
        this.frames.push({
          pieces: [],
          carried: '',
          columns: 1,
          continues: false,
          joinsLeft: false,
        } as OpenCell)
        break
      case 'ddList':
        this.choices = []
        this.chosen = 0
        break
      default:
    }
  }

  private openProperty(name: string, attributes: Attributes): void {
    const paragraph = this.paragraphs.at(-1)
    if (paragraph === undefined) return
    const value = attribute(attributes, 'val') ?? ''
    if (name === 'pStyle') paragraph.properties.styleId = value
    else if (name === 'pageBreakBefore' && !isOff(attributes)) paragraph.text = '\f'
    else if (name === 'sectPr') paragraph.endsSection = true
    else setProperty(paragraph.properties, name, value)
  }

  private openTableProperty(name: string, attributes: Attributes): void {
    const open = this.tables.at(-1)
    const cell = this.frames.at(-1)
    if (open === undefined) return
    const value = attribute(attributes, 'val')
    if (name === 'gridCol') open.table.widths.push(numberAttribute(attributes, 'w') ?? 0)
    else if (name === 'gridBefore') open.row.before = Math.max(0, Number(value) || 0)
    else if (cell !== undefined && isCell(cell)) {
      if (name === 'gridSpan') cell.columns = Math.max(1, Number(value) || 1)
      else if (name === 'vMerge') cell.continues = value !== 'restart'
      else if (name === 'hMerge') cell.joinsLeft = value !== 'restart'
    }
  }

  private closeParagraph(): void {
    this.count += 1
    if (this.count > readLimits.paragraphs) throw tooMuch('too many paragraphs')
    const paragraph = this.paragraphs.pop()
    if (paragraph === undefined) return
    this.frames.pop()
    const frame = this.frames.at(-1)
    if (frame === undefined) return
    const text = frame.carried + paragraph.text
    frame.carried = paragraph.endDeleted ? text : ''
    if (!paragraph.endDeleted) {
      const { styleId, outlineLevel, numberingId, numberingLevel } = this.styles.resolve(paragraph.properties)
      const number =
        numberingId === undefined ? '' : this.numbering.next(numberingId, numberingLevel, styleId)
      frame.pieces.push({
        kind: 'paragraph',
        text: number + text + (paragraph.endsSection ? '\f' : ''),
        level: outlineLevel === undefined || outlineLevel > 8 ? undefined : outlineLevel + 1,
      })
    }
    for (const piece of paragraph.pieces) frame.pieces.push(piece)
  }

  private closeCell(): void {
    const cell = this.frames.pop()
    const row = this.tables.at(-1)?.row
    if (cell === undefined || !isCell(cell) || row === undefined) return
    if (row.cells.length >= readLimits.columns) throw tooMuch('a table with too many columns')
    if (cell.carried !== '') cell.pieces.push({ kind: 'paragraph', text: cell.carried, level: undefined })
    const left = row.cells.at(-1)
    if (cell.joinsLeft && left !== undefined) {
      left.columns += cell.columns
      left.pieces.push(...cell.pieces)
    } else row.cells.push(cell)
  }

  private closeRow(): void {
    const open = this.tables.at(-1)
    if (open === undefined || open.row.deleted) return
    open.table.rows.push({
      before: open.row.before,
      cells: open.row.cells.map(({ columns, continues, pieces }) => ({
        columns,
        continues,
        content: pieces,
      })),
    })
  }

  private closeTable(): void {
    const open = this.tables.pop()
    if (open !== undefined) this.frames.at(-1)?.pieces.push({ kind: 'table', table: open.table })
  }
}

const isCell = (frame: Frame): frame is OpenCell => 'joinsLeft' in frame
