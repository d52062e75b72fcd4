import type { SourceDocument } from '@boardwork/shared/document/sourceDocument.ts'
import { cellText, DocumentBuilder } from './documentBuilder.ts'
import { relationshipsOf, targetsOf } from './relationships.ts'
import { arrangeTable } from './wordTable.ts'
import { WordNumbering } from './wordNumbering.ts'
import { WordPart } from './wordPart.ts'
import type { WordPiece, WordPieceTable } from './wordPart.ts'
import { WordStyles } from './wordStyles.ts'
import { readXml } from './xml.ts'
import type { ZipParts } from './zipParts.ts'

/** What stands outside the running text, in the order in which it is put behind it. */
const otherParts = ['footnotes', 'endnotes', 'comments', 'header', 'footer', 'diagramData', 'chart']

/** Reads a Word document: its text and tables, then notes, comments, and the headers and footers of its pages. */
export async function readWord(parts: ZipParts, mainPart: string): Promise<SourceDocument> {
  const relationships = await relationshipsOf(parts, mainPart)
  const styles = await WordStyles.read(parts, targetsOf(relationships, 'styles')[0])
  const numbering = await WordNumbering.read(parts, targetsOf(relationships, 'numbering')[0])
  const writer = new WordWriter()

  const body = new WordPart(styles, numbering)
  await readXml(parts, mainPart, body)
  writer.write(body.pieces)

  const seen = new Set<string>()
  for (const name of otherParts.flatMap((type) => targetsOf(relationships, type))) {
    const part = new WordPart(styles, numbering)
    await readXml(parts, name, part)
    const text = linesOf(part.pieces, '\n').join('\n').trim()
    // Each section of a document has headers of its own, mostly the same.
    if (!seen.has(text)) writer.paragraph(text)
    seen.add(text)
  }
  return writer.builder.document
}

class WordWriter {
  readonly builder = new DocumentBuilder()
  private paragraphs = 0
  private tables = 0

  write(pieces: readonly WordPiece[]): void {
    for (const piece of pieces) {
      if (piece.kind === 'paragraph') this.paragraph(piece.text, piece.level)
      else if (isFrame(piece.table))
        for (const row of piece.table.rows) for (const cell of row.cells) this.write(cell.content)
      else this.table(piece.table)
    }
  }

  paragraph(text: string, level?: number): void {
    if (text.trim() !== '') this.paragraphs += 1
    const source = { paragraph: Math.max(1, this.paragraphs) }
    text.split('\f').forEach((part, index) => {
      if (index > 0) this.builder.pageBreak(source)
      this.builder.paragraph(part.replaceAll('\t', ' '), source, level)
    })
  }

  private table(table: WordPieceTable): void {
    this.tables += 1
    const rows = arrangeTable(table, this.tables, this.builder, (content) =>
      cellText(linesOf(content, '\t').join('\n')),
    )
    this.builder.table(rows.filter(({ cells }) => cells.some(({ text }) => text !== '')))
  }
}

/** A table that only lays out the page: one column, with tables in it. */
const isFrame = ({ rows }: WordPieceTable): boolean =>
  rows.every(({ cells }) => cells.length <= 1) &&
  rows.some(({ cells }) => cells.some(({ content }) => content.some(({ kind }) => kind === 'table')))

/** Pieces as lines. A row of a table is one line, with `between` its cells. */
function linesOf(pieces: readonly WordPiece[], between: string): string[] {
  return pieces.flatMap((piece) => {
    if (piece.kind === 'paragraph') return piece.text.replaceAll('\f', '\n').split('\n')
    return piece.table.rows.map(({ cells }) =>
      cells.map(({ content }) => linesOf(content, between).join(' ').trim()).join(between),
    )
  })
}
