import { once } from 'node:events'
import { strToU8, zipSync } from 'fflate'
import PdfDocument from 'pdfkit'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

export const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** A ZIP of texts. */
export function makeZip(parts: Record<string, string | Uint8Array>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
    { level: 6 },
  )
}

function relationships(named: [string, string][]): string {
  const each = named.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"/>`,
  )
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`
}

const wordSpace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/** Further parts of a Word document by the type of their relationship, each the content of its root. */
export type WordParts = Partial<
  Record<'styles' | 'numbering' | 'header' | 'footer' | 'footnotes' | 'comments', string>
>

/** A Word document of the given XML inside its body. */
export function makeWord(body: string, parts: WordParts = {}): Uint8Array {
  const others = Object.entries(parts)
  return makeZip({
    '[Content_Types].xml': `${declaration}<Types/>`,
    '_rels/.rels': relationships([['officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': relationships(others.map(([type]) => [type, `${type}.xml`])),
    'word/document.xml': `${declaration}<w:document ${wordSpace}><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(
      others.map(([type, content]) => [
        `word/${type}.xml`,
        `${declaration}<w:${type} ${wordSpace}>${content}</w:${type}>`,
      ]),
    ),
  })
}

export const run = (text: string): string => `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`

/** A paragraph of Word; `properties` is the XML inside its w:pPr. */
export const paragraph = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${text === '' ? '' : run(text)}</w:p>`

/** A cell of a Word table with a paragraph for each line; `properties` is the XML inside its w:tcPr. */
export const cell = (text: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${text
    .split('\n')
    .map((line) => paragraph(line))
    .join('')}</w:tc>`

export const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`
export const table = (...rows: string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`

const sheetSpace = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'

export interface SheetParts {
  name: string
  /** The XML inside its root. */
  content: string
  hidden?: boolean
  comments?: string
  drawing?: string
}

/** A workbook of sheets; `styles` is the XML inside its styles, `strings` the XML of each shared text. */
export function makeWorkbook(
  sheets: SheetParts[],
  given: { styles?: string; strings?: string[]; properties?: string } = {},
): Uint8Array {
  const parts: Record<string, string> = {}
  sheets.forEach((sheet, index) => {
    const name = `sheet${index + 1}.xml`
    parts[`xl/worksheets/${name}`] = `${declaration}<worksheet ${sheetSpace}>${sheet.content}</worksheet>`
    const others: [string, string][] = []
    if (sheet.comments !== undefined) {
      others.push(['comments', `../comments${index}.xml`])
      parts[`xl/comments${index}.xml`] = `${declaration}<comments ${sheetSpace}>${sheet.comments}</comments>`
    }
    if (sheet.drawing !== undefined) {
      others.push(['drawing', `../drawing${index}.xml`])
      parts[`xl/drawing${index}.xml`] = `${declaration}<wsDr>${sheet.drawing}</wsDr>`
    }
    parts[`xl/worksheets/_rels/${name}.rels`] = relationships(others)
  })
  return makeZip({
    ...parts,
    '[Content_Types].xml': `${declaration}<Types/>`,
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, index): [string, string] => ['worksheet', `worksheets/sheet${index + 1}.xml`]),
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/workbook.xml': `${declaration}<workbook ${sheetSpace} xmlns:r="${office}">${given.properties ?? ''}<sheets>${sheets
      .map(
        ({ name, hidden }, index) =>
          `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${hidden === true ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/styles.xml': `${declaration}<styleSheet ${sheetSpace}>${given.styles ?? ''}</styleSheet>`,
    'xl/sharedStrings.xml': `${declaration}<sst ${sheetSpace}>${(given.strings ?? []).map((one) => `<si>${one}</si>`).join('')}</sst>`,
  })
}

/** A cell of a sheet that holds its text itself. */
export const textCell = (address: string, text: string): string =>
  `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`

export interface PdfTable {
  widths: number[]
  rows: string[][]
  lined: boolean
}

/** A PDF of pages with paragraphs and tables, as an office program would print them. */
export async function makePdf(
  pages: (string | PdfTable)[][],
  height = 595,
  more: PDFKit.PDFDocumentOptions = {},
): Promise<Uint8Array> {
  const pdf = new PdfDocument({
    ...more,
    size: [842, height],
    margins: { top: 40, left: 40, right: 40, bottom: 0 },
    autoFirstPage: false,
  })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = once(pdf, 'end')
  for (const page of pages) {
    pdf.addPage().fontSize(10)
    for (const part of page) {
      if (typeof part === 'string') pdf.text(part, 40).moveDown()
      else drawTable(pdf, part)
    }
  }
  pdf.end()
  await ended
  return new Uint8Array(Buffer.concat(chunks))
}

function drawTable(pdf: PDFKit.PDFDocument, { widths, rows, lined }: PdfTable): void {
  const padding = 4
  let top = pdf.y
  for (const texts of rows) {
    const heights = texts.map((text, index) =>
      pdf.heightOfString(text, { width: (widths[index] ?? 0) - 2 * padding }),
    )
    const height = Math.max(...heights) + 2 * padding
    let left = 40
    for (const [index, text] of texts.entries()) {
      const width = widths[index] ?? 0
      if (lined) pdf.rect(left, top, width, height).stroke()
      pdf.text(text, left + padding, top + padding, { width: width - 2 * padding })
      left += width
    }
    top += height
  }
  pdf.y = top + 10
}
