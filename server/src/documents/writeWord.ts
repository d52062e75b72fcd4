import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { Document, Packer, PageOrientation, Paragraph } from 'docx'
import type { DocumentBlock } from '@boardwork/shared/document/documentBlock.ts'
import { textForXml } from './textForXml.ts'
import { wordBody } from './wordBody.ts'

/** Twentieths of a point: an A4 page upright, and two centimetres. */
const page = { width: 11_906, height: 16_838, margin: 1134 }
/** A table with more columns than this needs a page on its side. */
const uprightColumns = 4

/** A letter of nobody's alphabet, in whose place the body comes. */
const mark = '\u{e000}'
const markedParagraph = new RegExp(`<w:p>(?:(?!</w:p>).)*${mark}.*?</w:p>`, 'su')

/**
 * A Word document that can be read aloud: its language is said, headings are headings, and the first rows of tables are
 * marked as such.
 */
export async function writeWord(title: string, blocks: readonly DocumentBlock[]): Promise<Uint8Array> {
  const columns = Math.max(0, ...blocks.map((block) => (block.kind === 'table' ? block.columns.length : 0)))
  const isWide = columns > uprightColumns
  const parts = unzipSync(new Uint8Array(await Packer.toBuffer(emptyDocument(title, isWide))))
  const width = (isWide ? page.height : page.width) - 2 * page.margin
  const name = 'word/document.xml'
  const xml = strFromU8(parts[name] ?? new Uint8Array())
  // As a function: a text of the plan may hold "$&".
  const filled = xml.replace(markedParagraph, () => wordBody(title, blocks, width))
  return zipSync({ ...parts, [name]: strToU8(filled) }, { level: 6 })
}

function emptyDocument(title: string, isWide: boolean): Document {
  const { width, height, margin } = page
  const orientation = isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT
  return new Document({
    title: textForXml(title),
    creator: 'Boardwork',
    lastModifiedBy: 'Boardwork',
    styles: {
      default: {
        document: { run: { font: 'Arial', size: 21, language: { value: 'en-GB' } } },
        title: { run: { size: 40, bold: true }, paragraph: { spacing: { after: 240 } } },
        heading1: headingStyle(30, 0),
        heading2: headingStyle(26, 1),
        heading3: headingStyle(23, 2),
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width, height, orientation },
            margin: { top: margin, bottom: margin, left: margin, right: margin },
          },
        },
        children: [new Paragraph(mark)],
      },
    ],
  })
}

const headingStyle = (size: number, outlineLevel: number) => ({
  run: { size, bold: true },
  paragraph: { spacing: { before: 240, after: 120 }, outlineLevel, keepNext: true },
})
