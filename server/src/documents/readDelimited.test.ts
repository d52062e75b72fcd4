import { readText } from '@boardwork/shared/plan/import/readText.ts'
import { expect, test } from 'vitest'
import { readBytes } from './readBytes.ts'
import { readPlainText } from './readDelimited.ts'

const rowsIn = (text: string): string[][] =>
  readPlainText(text).blocks.flatMap((block) =>
    block.kind === 'table' ? block.rows.map(({ cells }) => cells.map((cell) => cell.text)) : [],
  )
const table = [
  ['No', 'Action', 'Who'],
  ['1', 'Train all staff, with "care"', 'Head of\nService'],
  ['2', 'Record it; then report', 'All'],
]

test.each([',', ';', '\t', '|'])(
  'values with “%s” between them are a table, quotes and line breaks and all',
  (sign) => {
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
    expect(rowsIn(table.map((row) => row.map(quoted).join(sign)).join('\n'))).toEqual(table)
  },
)

test('each cell has the line at which it begins', () => {
  const [block] = readPlainText('No,Action,Who\n1,"a\nb","c\nd"\n\n2,e,f\n').blocks
  const places =
    block?.kind === 'table'
      ? block.rows.map((row) => [row.source, ...row.cells.map(({ source }) => source)])
      : []
  expect(places).toEqual([
    [{ line: 1 }, { line: 1 }, { line: 1 }, { line: 1 }],
    [{ line: 2 }, { line: 2 }, { line: 2 }, { line: 3 }],
  ])
})

test('lines above a table are paragraphs, and empty columns at its end are left out', () => {
  expect(readPlainText('Our plan\nNo,Action,Who,,\n1,a,b,,\n,,,,\n2,c,d,,').blocks).toMatchObject([
    { kind: 'paragraph', text: 'Our plan', source: { line: 1 } },
    { kind: 'table', rows: [{ source: { line: 2 } }, { source: { line: 3 } }, { source: { line: 5 } }] },
  ])
  expect(rowsIn('No,Action,Who,,\n1,a,b,,\n,,,,\n2,c,d,,')[0]).toEqual(['No', 'Action', 'Who'])
})

test.each([
  'Dear all, thank you, as ever, for coming.\nWe met, talked, ate, and went.',
  'The plan\n\n1. Train staff; and record it; all of it\n2. Publish; then tell; then ask',
  'No.\tAction\n1.\tTrain\t\n\n\fHeading\nNo.\tAction\n2.\t"Ask" people',
  'a "quote that never ends\n1,2,3\n4,5,"6',
])('sentences, and tables of a pasted text, are read as lines: %j', (text) => {
  expect(readPlainText(text)).toEqual(readText(text))
})

test('a CSV file in Windows-1252 or UTF-16, with a byte order mark, is read', async () => {
  const text = 'No;Action;Who\n1;Café – “train”;Zoë\n'
  const wide = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))
  const marked = new TextEncoder().encode(`\ufeff${text}`)
  const windows = Uint8Array.from(text, (letter) =>
    '–“”'.includes(letter) ? ({ '–': 0x96, '“': 0x93, '”': 0x94 }[letter] ?? 0) : letter.charCodeAt(0),
  )
  for (const bytes of [wide, marked, windows]) {
    const result = await readBytes({ name: 'plan.csv', bytes }, () => undefined)
    expect(result).toMatchObject({
      ok: true,
      document: {
        blocks: [
          {
            rows: [
              { cells: [{ text: 'No' }, {}, {}] },
              { cells: [{}, { text: 'Café – “train”' }, { text: 'Zoë' }] },
            ],
          },
        ],
      },
    })
  }
})
