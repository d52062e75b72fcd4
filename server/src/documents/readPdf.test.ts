import type { SourceBlock } from '@boardwork/shared/document/sourceDocument.ts'
import { expect, test } from 'vitest'
import { makePdf } from './documents.fixture.ts'
import type { PdfTable } from './documents.fixture.ts'
import { findGrids } from './pdfGrid.ts'
import { readBytes } from './readBytes.ts'

async function read(pages: (string | PdfTable)[][]): Promise<SourceBlock[]> {
  const result = await readBytes({ name: 'plan.pdf', bytes: await makePdf(pages) }, () => undefined)
  if (!result.ok) throw new Error(result.message)
  return result.document.blocks
}

const rows = [
  ['No', 'Action', 'Who', 'When'],
  [
    '1.1',
    'Train every member of staff who answers the telephone to recognise neglect and to pass it on in a multi-agency way',
    'Head of Training\nTeam Managers',
    'End March 2027',
  ],
  ['1.2', 'Record it', 'All', 'Ongoing'],
]

test.each([true, false])('a table is put together from positions, with drawn lines: %s', async (lined) => {
  const blocks = await read([
    ['Our plan', { widths: [40, 200, 120, 120], rows, lined }, 'The end'],
    [
      {
        widths: [40, 200, 120, 120],
        rows: [
          ['1.3', 'Go', 'on', 'here'],
          ['1.4', 'a', 'b', 'c'],
          ['1.5', 'd', 'e', 'f'],
        ],
        lined,
      },
    ],
  ])
  expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'table', 'paragraph', 'pageBreak', 'table'])
  const table = blocks[1]
  const cells = table?.kind === 'table' ? table.rows.map((row) => row.cells) : []
  expect(cells.map((row) => row.map(({ text }) => text))).toEqual(rows)
  expect(cells[1]?.map(({ source }) => source)).toEqual([3, 3, 3, 3].map((line) => ({ line, page: 1 })))
  expect(blocks[3]).toEqual({ kind: 'pageBreak', source: { line: 1, page: 2 } })
})

test('the lines of a paragraph are one text, and a point of a list begins another', async () => {
  const long = 'This plan answers what the review of the year found, and it is long. '.repeat(4).trim()
  expect(await read([[long, '• one\n• two']])).toMatchObject([
    { text: long, source: { line: 1, page: 1 } },
    { text: '• one\n• two'.split('\n')[0] },
    { text: '• two' },
  ])
})

const ruling = (at: number, from: number, to: number) => ({ at, from, to })

test('a table of drawn lines has merged cells where a line is missing', () => {
  const [grid] = findGrids(
    [ruling(0, 0, 100), ruling(20, 0, 100), ruling(40, 50, 100), ruling(60, 0, 100)],
    [ruling(0, 0, 60), ruling(50, 20, 60), ruling(100, 0, 60)],
  )
  expect(grid?.cells).toEqual([
    { column: 0, row: 0, columns: 2, rows: 1 },
    { column: 0, row: 1, columns: 1, rows: 2 },
    { column: 1, row: 1, columns: 1, rows: 1 },
    { column: 1, row: 2, columns: 1, rows: 1 },
  ])
})

test('borders that are drawn cell by cell are one line, and a page of lines is a drawing', () => {
  const pieces = (at: number) => [ruling(at, 0, 50), ruling(at + 0.5, 50, 100)]
  const down = [0, 50, 100].flatMap((at) => [ruling(at, 0, 20), ruling(at, 20, 40)])
  expect(findGrids([...pieces(0), ...pieces(20), ...pieces(40)], down)[0]?.cells).toHaveLength(4)
  const many = Array.from({ length: 2000 }, (_, index) => ruling(index * 3, 0, 100))
  expect(findGrids(many, down)).toEqual([])
})
