import type {
  SourceBlock,
  SourceDocument,
  SourcePlace,
  SourceRow,
} from '@boardwork/shared/document/sourceDocument.ts'
import { readLimits } from './readLimits.ts'
import { tooMuch } from './refusedDocument.ts'

/** A text as a person sees it: without soft hyphens and other marks that have no width, with plain spaces. */
export function visibleText(text: string): string {
  return text
    .replace(/[\u00ad\u200b\ufeff]/g, '')
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .replace(/\r\n?|[\u2028\v]/g, '\n')
}

/** The text of a cell: its lines without white space at their ends, and without blank lines around it. */
export function cellText(text: string): string {
  if (!/[\s\u00ad\u200b\ufeff]/.test(text)) return text
  return visibleText(text)
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim()
}

/** Puts a document together, and refuses what no document of ours needs. */
export class DocumentBuilder {
  private readonly blocks: SourceBlock[] = []
  private characters = 0
  private cells = 0
  private rows = 0

  /** Adds a paragraph for each line with text; all of them have the same place. */
  paragraph(text: string, source: SourcePlace, level?: number): void {
    for (const line of visibleText(text).split('\n')) {
      const trimmed = line.trim()
      if (trimmed === '') continue
      this.count(trimmed)
      this.blocks.push({
        kind: 'paragraph',
        text: trimmed,
        source,
        ...(level === undefined ? {} : { level }),
      })
    }
  }

  /** Adds a table whose cells hold texts as `cellText` makes them; rows without text are left out by who calls. */
  table(rows: SourceRow[], name?: string): void {
    for (const { cells } of rows) {
      this.checkColumns(cells.length)
      this.rows += 1
      this.cells += cells.length
      if (this.rows > readLimits.rows || this.cells > readLimits.cells)
        throw tooMuch('too many rows and cells')
      for (const { text } of cells) this.count(text)
    }
    if (rows.length > 0) this.blocks.push({ kind: 'table', rows, ...(name === undefined ? {} : { name }) })
  }

  pageBreak(source: SourcePlace): void {
    this.blocks.push({ kind: 'pageBreak', source })
  }

  /** Adds what was put together elsewhere. */
  add({ blocks }: SourceDocument): void {
    for (const block of blocks) {
      if (block.kind === 'table') this.table(block.rows, block.name)
      else if (block.kind === 'paragraph') this.paragraph(block.text, block.source, block.level)
      else this.pageBreak(block.source)
    }
  }

  /** Refuses a row before it is made, so that a hostile one never is. */
  checkColumns(columns: number): void {
    if (columns > readLimits.columns)
      throw tooMuch(`a table with more than ${readLimits.columns.toLocaleString('en-GB')} columns`)
  }

  private count(text: string): void {
    if (text.length > readLimits.text) throw tooMuch('a cell or paragraph as long as a book')
    this.characters += text.length
    if (this.characters > readLimits.characters) throw tooMuch('too much text')
  }

  get isEmpty(): boolean {
    return this.characters === 0
  }

  get document(): SourceDocument {
    return { blocks: this.blocks }
  }
}
