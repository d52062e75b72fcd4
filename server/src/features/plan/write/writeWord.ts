import {
  AlignmentType,
  Document,
  HeadingLevel,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { LayoutBlock } from '@boardwork/shared/plan/planLayout.ts'
import type { LayoutColumn } from '@boardwork/shared/plan/layoutColumns.ts'
import { textForXml, widthOf } from './documentToWrite.ts'
import type { DocumentToWrite } from './documentToWrite.ts'
import { groupsOf } from './headingGroups.ts'

const headings = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3]

/** Twentieths of a point: an A4 page upright, and two centimetres. */
const page = { width: 11_906, height: 16_838, margin: 1134 }
/** A table with more columns than this needs a page on its side. */
const uprightColumns = 4

/** A Word document that can be read aloud: headings are headings, and the first rows of tables are marked as such. */
export function writeWord({ title, blocks }: DocumentToWrite): Promise<Buffer> {
  const columns = Math.max(0, ...blocks.map((block) => (block.kind === 'table' ? block.columns.length : 0)))
  const isWide = columns > uprightColumns
  const width = (isWide ? page.height : page.width) - 2 * page.margin
  const document = new Document({
    title: textForXml(title),
    creator: 'Boardwork',
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
            size: {
              width: page.width,
              height: page.height,
              orientation: isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { top: page.margin, bottom: page.margin, left: page.margin, right: page.margin },
          },
        },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, text: textForXml(title) }),
          ...blocks.flatMap((block) => childrenOf(block, width)),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

const headingStyle = (size: number, outlineLevel: number) => ({
  run: { size, bold: true },
  paragraph: { spacing: { before: 240, after: 120 }, outlineLevel, keepNext: true },
})

function childrenOf(block: LayoutBlock, width: number): (Paragraph | Table)[] {
  if (block.kind === 'sheet') return []
  if (block.kind === 'heading')
    return [
      new Paragraph({
        heading: headings[block.level - 1] ?? HeadingLevel.HEADING_3,
        children: linesOf(block.text),
      }),
    ]
  if (block.kind === 'line') {
    const { label, text } = block
    const name = label === undefined ? [] : [new TextRun({ text: `${textForXml(label)}: `, bold: true })]
    return [new Paragraph({ spacing: { after: 80 }, children: [...name, ...linesOf(text)] })]
  }
  // Word joins tables that stand right beside each other to one.
  return [tableOf(block.columns, block.rows, width), new Paragraph({ text: '' })]
}

/** A text whose lines stand beneath each other in one paragraph. */
const linesOf = (text: string): TextRun[] =>
  textForXml(text)
    .split('\n')
    .map((line, index) => new TextRun(index === 0 ? { text: line } : { text: line, break: 1 }))

function tableOf(columns: LayoutColumn[], rows: string[][], width: number): Table {
  const all = columns.reduce((sum, { field }) => sum + widthOf(field), 0)
  const columnWidths = columns.map(({ field }) => Math.floor((widthOf(field) / all) * width))
  return new Table({
    width: { size: width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths,
    rows: [
      ...headOf(columns),
      ...rows.map((cells) => new TableRow({ children: cells.map((text) => cellOf(text)) })),
    ],
  })
}

const margins = { top: 60, bottom: 60, left: 90, right: 90 }

function cellOf(text: string): TableCell {
  return new TableCell({
    margins,
    children: textForXml(text)
      .split('\n')
      .map((line) => new Paragraph({ children: line === '' ? [] : [new TextRun(line)] })),
  })
}

/** The rows of headings, which Word repeats on each page. */
function headOf(columns: LayoutColumn[]): TableRow[] {
  const isGrouped = columns.some(({ group }) => group !== undefined)
  const cell = (text: string, spans: { columnSpan?: number; rowSpan?: number } = {}) =>
    new TableCell({
      ...spans,
      margins,
      shading: { fill: 'E5E8EB' },
      children: [
        new Paragraph({
          alignment: AlignmentType.LEFT,
          children: [new TextRun({ text: textForXml(text), bold: true })],
        }),
      ],
    })
  const row = (children: TableCell[]) => new TableRow({ tableHeader: true, cantSplit: true, children })
  if (!isGrouped) return [row(columns.map(({ heading }) => cell(heading)))]
  return [
    row(
      groupsOf(columns).map(({ text, columns: columnSpan, isOne }) =>
        isOne ? cell(text, { rowSpan: 2 }) : cell(text, { columnSpan }),
      ),
    ),
    row(columns.filter(({ group }) => group !== undefined).map(({ heading }) => cell(heading))),
  ]
}
