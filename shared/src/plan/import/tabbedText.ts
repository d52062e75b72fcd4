import type { SourceBlock, SourceRow } from '../../document/sourceDocument.ts'
import { headerAt } from './tableHeader.ts'

type Paragraph = Extract<SourceBlock, { kind: 'paragraph' }>

const isTabbed = (block: SourceBlock | undefined): block is Paragraph =>
  block?.kind === 'paragraph' && block.text.length < 20_000 && block.text.includes('\t')

/** The pieces between tabs; several tabs in a row may stand for one, where somebody lined up the columns by them. */
function rowOf({ text, source }: Paragraph, width?: number): SourceRow {
  const pieces = text.split('\t').map((piece) => piece.trim())
  const filled = pieces.filter((piece) => piece !== '')
  const texts = width === undefined || (filled.length === width && pieces.length > width) ? filled : pieces
  return { cells: texts.map((piece) => ({ text: piece, source })), source }
}

/**
 * Makes tables of paragraphs whose columns tabs keep apart, as in a plan that was typed into Word without a table:
 * from a paragraph that reads as the headings of a plan to the last one with a tab. A list with a tab behind each
 * number, and a list of contents, have no such headings and stay as they are.
 */
export function tabbedTextAsTables(blocks: readonly SourceBlock[]): SourceBlock[] {
  const result: SourceBlock[] = []
  let index = 0
  while (index < blocks.length) {
    const block = blocks[index]
    if (block === undefined) break
    const header = isTabbed(block) ? rowOf(block) : undefined
    if (header === undefined || header.cells.length < 3 || headerAt([header], 0)?.isOfPlan !== true) {
      result.push(block)
      index += 1
      continue
    }
    const rows = [header]
    for (index += 1; index < blocks.length; index += 1) {
      const next = blocks[index]
      if (!isTabbed(next)) break
      rows.push(rowOf(next, header.cells.length))
    }
    result.push({ kind: 'table', rows })
  }
  return result
}
