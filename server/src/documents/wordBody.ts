import type { DocumentBlock, DocumentColumn } from '@boardwork/shared/document/documentBlock.ts'
import { groupsOf } from './headingGroups.ts'
import { textForXml } from './textForXml.ts'

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escapeXml = (text: string): string =>
  textForXml(text).replaceAll(/[&<>]/g, (sign) => escapes[sign] ?? sign)

/** A text whose lines stand beneath each other in one paragraph. */
function runs(text: string, { isBold = false, isSmall = false } = {}): string {
  if (text === '') return ''
  const lines = escapeXml(text).split('\n')
  const look = `${isBold ? '<w:b/>' : ''}${isSmall ? '<w:sz w:val="16"/>' : ''}`
  return `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}${lines
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
    return paragraph(
      (block.label === undefined ? '' : runs(`${block.label}: `, { isBold: true })) + runs(block.text),
    )
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

/** Tables with more columns than this are set in small letters. */
const mostInFull = 6
/** Twentieths of a point that a letter takes, about, in small letters and in full. */
const letter = { small: 84, full: 122 }
const besideText = 190

function tableXml(columns: DocumentColumn[], rows: string[][], width: number): string {
  const isSmall = columns.length > mostInFull
  const widths = widthsOf(columns, rows, width, isSmall ? letter.small : letter.full)
  const grid = widths.map((each) => `<w:gridCol w:w="${each}"/>`).join('')
  const data = rows.map(
    (cells) => `<w:tr>${cells.map((text, at) => cellXml(text, widths[at] ?? 0, isSmall)).join('')}</w:tr>`,
  )
  return `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:tblBorders>${edges}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>${margins}</w:tblCellMar><w:tblLook w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${headXml(columns, widths, isSmall)}${data.join('')}</w:tbl>`
}

/** Each column has room for its longest word; what is left goes to those with the most text, and to those with weight. */
function widthsOf(
  columns: readonly DocumentColumn[],
  rows: readonly string[][],
  width: number,
  ofLetter: number,
): number[] {
  const found = columns.map(({ heading, width: weight }, at) =>
    rows.reduce(
      ({ longest, letters }, cells) => {
        const text = cells[at] ?? ''
        return { longest: Math.max(longest, longestWord(text)), letters: letters + text.length }
      },
      { longest: longestWord(heading), letters: weight },
    ),
  )
  const needs = found.map(({ longest }) => besideText + ofLetter * longest)
  const needed = needs.reduce((sum, each) => sum + each, 0)
  if (needed >= width) return needs.map((each) => Math.floor((each / needed) * width))
  const letters = found.reduce((sum, each) => sum + each.letters, 0)
  return needs.map((need, at) => Math.floor(need + ((found[at]?.letters ?? 0) / letters) * (width - needed)))
}

/** In letters, as far as a word shall stay whole: an address need not. */
const longestWord = (text: string): number =>
  text.split(/[\s-]+/).reduce((most, word) => Math.max(most, Math.min(word.length, 14)), 0)

const cellXml = (text: string, width: number, isSmall: boolean): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${text
    .split('\n')
    .map((line) => paragraph(runs(line, { isSmall })))
    .join('')}</w:tc>`

/** The rows of headings, marked as such: Word repeats them on each page, and reads them aloud with each cell. */
function headXml(columns: DocumentColumn[], widths: readonly number[], isSmall: boolean): string {
  const cell = (text: string, width: number, spans = '') =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${spans}<w:shd w:val="clear" w:color="auto" w:fill="E5E8EB"/></w:tcPr>${paragraph(runs(text, { isBold: true, isSmall }))}</w:tc>`
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
