import type { SourceBlock } from '@boardwork/shared/document/sourceDocument.ts'
import { expect, test } from 'vitest'
import { makeWorkbook, textCell } from './documents.fixture.ts'
import type { SheetParts } from './documents.fixture.ts'
import { addressOf, parseAddress } from './excelAddress.ts'
import { readBytes } from './readBytes.ts'

async function read(
  sheets: SheetParts[],
  given: Parameters<typeof makeWorkbook>[1] = {},
): Promise<SourceBlock[]> {
  const result = await readBytes({ name: 'plan.xlsx', bytes: makeWorkbook(sheets, given) }, () => undefined)
  if (!result.ok) throw new Error(result.message)
  return result.document.blocks
}

const textsOf = (block: SourceBlock | undefined): string[][] =>
  block?.kind === 'table' ? block.rows.map(({ cells }) => cells.map(({ text }) => text)) : []

test('each sheet is a table with its name, trimmed, and each cell has its address', async () => {
  const blocks = await read(
    [
      {
        name: 'Plan & more',
        content: `<sheetData><row r="1"><c r="A1" s="1"/></row><row r="3">${textCell('B3', 'No')}${textCell('D3', 'Action')}</row><row r="9">${textCell('D9', ' Train ')}${textCell('E9', ' ')}</row></sheetData>`,
      },
      { name: 'Empty', content: '<sheetData/>' },
      { name: 'Hidden', hidden: true, content: `<sheetData><row><c t="s"><v>0</v></c></row></sheetData>` },
    ],
    { strings: ['<r><t>rich </t></r><r><t>text</t></r><rPh><t>said</t></rPh>'] },
  )
  expect(blocks).toEqual([
    {
      kind: 'table',
      name: 'Plan & more',
      rows: [
        {
          source: { sheet: 'Plan & more', cell: 'B3' },
          cells: [
            { text: 'No', source: { sheet: 'Plan & more', cell: 'B3' } },
            { text: '', source: { sheet: 'Plan & more', cell: 'C3' } },
            { text: 'Action', source: { sheet: 'Plan & more', cell: 'D3' } },
          ],
        },
        {
          source: { sheet: 'Plan & more', cell: 'B9' },
          cells: [
            { text: '', source: { sheet: 'Plan & more', cell: 'B9' } },
            { text: '', source: { sheet: 'Plan & more', cell: 'C9' } },
            { text: 'Train', source: { sheet: 'Plan & more', cell: 'D9' } },
          ],
        },
      ],
    },
    {
      kind: 'table',
      name: 'Hidden',
      rows: [
        {
          source: { sheet: 'Hidden', cell: 'A1' },
          cells: [{ text: 'rich text', source: { sheet: 'Hidden', cell: 'A1' } }],
        },
      ],
    },
  ])
})

const formats = [
  'General',
  'dd/mm/yyyy',
  'mmm-yy',
  '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy',
  '0%',
  '0.0%',
  '#,##0.00',
  '&quot;Q&quot;0',
  '@',
  '[Red]bad[[',
  ';;;',
]
const styles = `<numFmts>${formats.map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${code}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>${formats.map((_, index) => `<xf numFmtId="${200 + index}"/>`).join('')}<xf numFmtId="14"/></cellXfs>`
const valueIn = (style: number, value: number | string, type = 'n'): string =>
  `<c s="${style}" t="${type}"><v>${value}</v></c>`
const show = async (cells: string, properties = ''): Promise<string[]> =>
  textsOf(
    (
      await read([{ name: 's', content: `<sheetData><row>${cells}</row></sheetData>` }], {
        styles,
        properties,
      })
    )[0],
  )[0] ?? []

test('numbers and dates are as the sheet shows them', async () => {
  expect(
    await show(
      [
        valueIn(0, 0.30000000000000004),
        valueIn(1, 40268),
        valueIn(2, 40268),
        valueIn(3, 40268),
        valueIn(4, 0.5),
        valueIn(5, 0.125),
        valueIn(6, 1234.5),
        valueIn(7, 2),
        valueIn(8, 12),
        valueIn(9, 7),
        valueIn(10, 8),
        valueIn(11, 40268),
        valueIn(1, 1),
        valueIn(1, 60.5),
        valueIn(1, 61),
      ].join(''),
    ),
  ).toEqual([
    '0.3',
    '31/03/2010',
    'Mar-10',
    '31 March 2010',
    '50%',
    '12.5%',
    '1,234.50',
    'Q2',
    '12',
    '7',
    '8',
    '31/03/2010',
    '01/01/1900',
    '29/02/1900',
    '01/03/1900',
  ])
})

test('a workbook that counts from 1904 has the same dates', async () => {
  expect(await show(valueIn(1, 38806) + valueIn(4, 0.5), '<workbookPr date1904="1"/>')).toEqual([
    '31/03/2010',
    '50%',
  ])
})

test('other kinds of values, with the value that a formula had', async () => {
  expect(
    await show(
      valueIn(0, 1, 'b') +
        valueIn(0, '#REF!', 'e') +
        '<c t="str"><f>A1&amp;B1</f><v>joined</v></c>' +
        valueIn(1, '2010-03-31T00:00:00', 'd') +
        valueIn(0, '2010-03-31', 'd'),
    ),
  ).toEqual(['TRUE', '#REF!', 'joined', '31/03/2010', '31/03/2010'])
})

test('a merged cell reaches over the rows that are left, and never beyond the sheet', async () => {
  const [block] = await read([
    {
      name: 's',
      content: `<dimension ref="A1:XFD1048576"/><sheetData><row r="1">${textCell('A1', 'a')}${textCell('B1', 'b')}</row><row r="3">${textCell('B3', 'c')}</row><row r="4">${textCell('A4', 'all')}</row></sheetData><mergeCells><mergeCell ref="A1:A3"/><mergeCell ref="A4:XFD4"/></mergeCells>`,
    },
  ])
  const cells = block?.kind === 'table' ? block.rows.map((row) => row.cells.map(({ span }) => span)) : []
  expect(cells).toEqual([
    [{ rows: 2, columns: 1 }, undefined],
    [undefined, undefined],
    [{ rows: 1, columns: 2 }, undefined],
  ])
})

test('comments and text boxes follow their sheet, each with its cell', async () => {
  const blocks = await read([
    {
      name: 's',
      content: `<sheetData><row>${textCell('A1', 'a')}</row></sheetData>`,
      comments:
        '<commentList><comment ref="B12"><text><r><t>Why </t></r><r><t>late?</t></r></text></comment></commentList>',
      drawing:
        '<twoCellAnchor><from><col>2</col><row>4</row></from><to><col>9</col><row>9</row></to><sp><txBody><a:p xmlns:a="a"><a:r><a:t>A box</a:t></a:r></a:p></txBody></sp></twoCellAnchor>',
    },
  ])
  expect(blocks.slice(1)).toEqual([
    { kind: 'paragraph', text: 'A box', source: { sheet: 's', cell: 'C5' } },
    { kind: 'paragraph', text: 'Why late?', source: { sheet: 's', cell: 'B12' } },
  ])
})

test.each([
  ['A1', { column: 1, row: 1 }],
  ['Z9', { column: 26, row: 9 }],
  ['AA10', { column: 27, row: 10 }],
  ['XFD1048576', { column: 16_384, row: 1_048_576 }],
])('%s is an address', (text, address) => {
  expect(parseAddress(text)).toEqual(address)
  expect(addressOf(address)).toBe(text)
})

test.each(['XFE1', 'A0', 'A1048577', '1A', ''])('“%s” is none', (text) => {
  expect(parseAddress(text)).toBeUndefined()
})
