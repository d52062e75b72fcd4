import { layoutTable } from './layoutText.ts'
import type { SourceBlock, SourceDocument, SourceRow } from '../../document/sourceDocument.ts'

const hasText = (text: string): boolean => text.trim() !== ''

/** The cells of a line such as "| 1.1 | Train all staff | May 2030 |"; undefined for any other line. */
function cellsBetweenBars(line: string): string[] | undefined {
  const text = line.trim()
  if (!/^\|.*\|.*\|$/.test(text)) return undefined
  const cells = text.slice(1, -1).split('|')
  return cells.map((cell) => (/^\s*:?-{2,}:?\s*$/.test(cell) ? '' : cell.trim()))
}

/**
 * Reads a text as paragraphs and tables: a line with a tab is a table row, lines with tabs that follow each
 * other are one table, and so are lines with cells between bars; a line of
 * headings that spaces keep apart begins a table too, any other line with text is a paragraph, and a form feed is a
 * page break. Nothing that
 * stands in the text is left out; only blank lines are.
 */
export function readText(text: string): SourceDocument {
  const blocks: SourceBlock[] = []
  let rows: SourceRow[] = []

  const endTable = (): void => {
    if (rows.length > 0) blocks.push({ kind: 'table', rows })
    rows = []
  }

  const lines = text.split(/\r\n|\r|\n/)
  let next = 0
  lines.forEach((line, index) => {
    if (index < next) return
    const layout = layoutTable(lines, index)
    if (layout !== undefined) {
      endTable()
      blocks.push({ kind: 'table', rows: layout.rows })
      next = index + layout.lines
      return
    }
    const source = { line: index + 1 }
    line.split('\f').forEach((part, partIndex) => {
      if (partIndex > 0) {
        endTable()
        blocks.push({ kind: 'pageBreak', source })
      }
      const between = cellsBetweenBars(part)
      if (!hasText(part)) {
        endTable()
      } else if (between !== undefined) {
        if (between.some(hasText))
          rows.push({ cells: between.map((cell) => ({ text: cell, source })), source })
      } else if (part.includes('\t')) {
        rows.push({ cells: part.split('\t').map((cell) => ({ text: cell.trim(), source })), source })
      } else {
        endTable()
        blocks.push({ kind: 'paragraph', text: part.trim(), source })
      }
    })
  })
  endTable()
  return { blocks }
}
