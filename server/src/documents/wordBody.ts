import type { DocumentBlock, DocumentColumn } from '@boardwork/shared/document/documentBlock.ts'
import { groupsOf } from './headingGroups.ts'
import { textForXml } from './textForXml.ts'

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escapeXml = (text: string): string =>
  textForXml(text).replaceAll(/[&<>]/g, (sign) => escapes[sign] ?? sign)

/** A text whose lines stand beneath each other in one paragraph. */
function runs(text: string, isBold = false): string {
  if (text === '') return ''
  const lines = escapeXml(text).split('\n')
  return `<w:r>${isBold ? '<w:rPr><w:b/></w:rPr>' : ''}${lines
    .map((line) => `<w:t xml:space="preserve">${line}</w:t>`)
    .join('<w:br/>')}</w:r>`
}

const paragraph = (content: string, style = ''): string =>
  `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${content}</w:p>`

/**
 * The blocks of a document as the XML inside Word's body. It is written as text, piece by piece: as objects of a
 * library, the cells of a plan of 5,000 actions take close to a gigabyte.
 */
export function wordBody(title: string, blocks: readonly DocumentBlock[], width: number): string {
  return paragraph(runs(title), 'Title') + blocks.map((block) => blockXml(block, width)).join('')
}

function blockXml(block: DocumentBlock, width: number): string {
  if (block.kind === 'heading') return paragraph(runs(block.text), `Heading${Math.min(3, block.level)}`)
  if (block.kind === 'line')
    return paragraph((block.label === undefined ? '' : runs(`${block.label}: `, true)) + runs(block.text))
  // Word joins tables that stand right beside each other to one.
  return tableXml(block.columns, block.rows, width) + paragraph('')
}

const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="8A929B"/>`)
  .join('')
const margins = (
  [
    ['top', 60],
    ['left', 90],
    ['bottom', 60],
    ['right', 90],
  ] as const
)
  .map(([side, size]) => `<w:${side} w:w="${size}" w:type="dxa"/>`)
  .join('')

function tableXml(columns: DocumentColumn[], rows: string[][], width: number): string {
  const all = columns.reduce((sum, column) => sum + column.width, 0)
  const widths = columns.map((column) => Math.floor((column.width / all) * width))
  const grid = widths.map((each) => `<w:gridCol w:w="${each}"/>`).join('')
  const data = rows.map(
    (cells) => `<w:tr>${cells.map((text, at) => cellXml(text, widths[at] ?? 0)).join('')}</w:tr>`,
  )
  return `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:tblBorders>${edges}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>${margins}</w:tblCellMar><w:tblLook w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${headXml(columns, widths)}${data.join('')}</w:tbl>`
}

const cellXml = (text: string, width: number): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${text
    .split('\n')
    .map((line) => paragraph(runs(line)))
    .join('')}</w:tc>`

/** The rows of headings, marked as such: Word repeats them on each page, and reads them aloud with each cell. */
function headXml(columns: DocumentColumn[], widths: readonly number[]): string {
  const cell = (text: string, width: number, spans = '') =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${spans}<w:shd w:val="clear" w:color="auto" w:fill="E5E8EB"/></w:tcPr>${paragraph(runs(text, true))}</w:tc>`
  const row = (cells: string[]) =>
    `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${cells.join('')}</w:tr>`
  if (!columns.some(({ group }) => group !== undefined))
    return row(columns.map(({ heading }, at) => cell(heading, widths[at] ?? 0)))
  let at = 0
  const upper = groupsOf(columns).map(({ text, columns: count, isOne }) => {
    const width = widths.slice(at, at + count).reduce((sum, each) => sum + each, 0)
    at += count
    return cell(text, width, isOne ? '<w:vMerge w:val="restart"/>' : `<w:gridSpan w:val="${count}"/>`)
  })
  const lower = columns.map(({ heading, group }, index) =>
    group === undefined ? cell('', widths[index] ?? 0, '<w:vMerge/>') : cell(heading, widths[index] ?? 0),
  )
  return row(upper) + row(lower)
}
