import { flatTextAsTables } from './flatText.ts'
import { formsAsTables } from './forms.ts'
import { tabbedTextAsTables } from './tabbedText.ts'
import type { SourceBlock, SourceDocument } from '../../document/sourceDocument.ts'

/** The marks of a heading or of bold type that a conversion to plain text leaves: "#### **Progress**". */
const headingMark = /^(#{1,6})\s+(?=\S)/

/** Paragraphs, line breaks and type of HTML that a conversion to text left standing. */
const tags = /<\/?(?:p|br|b|i|u|em|strong|sup|sub|span)\s?\/?>/gi
const betweenParagraphs = /\s*(?:<\/p>\s*<p>|<br\s?\/?>)\s*/gi

/** A text without the marks of type, which are no words. */
export function withoutMarks(text: string): string {
  if (!text.includes('**') && !text.includes('<')) return text
  return text.replace(/\*\*/g, '').replace(betweenParagraphs, '\n').replace(tags, '').trim()
}

const hasMarks = (text: string): boolean => text.includes('**') || text.includes('<')

function prepareBlock(block: SourceBlock): SourceBlock[] {
  if (block.kind === 'pageBreak') return [block]
  if (block.kind === 'paragraph') {
    const mark = headingMark.exec(block.text)
    const text = withoutMarks(mark === null ? block.text : block.text.slice(mark[0].length))
    if (text === '') return []
    const level = block.level ?? mark?.[1]?.length
    return [{ ...block, text, ...(level === undefined ? {} : { level }) }]
  }
  const rows = block.rows.some((row) => row.cells.some((cell) => hasMarks(cell.text)))
    ? block.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => ({ ...cell, text: withoutMarks(cell.text) })),
      }))
    : block.rows
  return formsAsTables({ ...block, rows })
}

/** A document as recognition wants it: without marks of type, and with forms as tables. No word is lost. */
export function prepareDocument(document: SourceDocument): SourceDocument {
  return { blocks: flatTextAsTables(tabbedTextAsTables(document.blocks.flatMap(prepareBlock))) }
}
