import { textsOfDocument } from '@boardwork/shared/plan/import/missingWords.ts'
import { wordsOf } from '@boardwork/shared/plan/import/phrases.ts'
import type { SourceDocument, SourcePlace } from '@boardwork/shared/document/sourceDocument.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  cell,
  makePdf,
  makeWord,
  makeWorkbook,
  paragraph,
  row,
  table,
  textCell,
} from './documents.fixture.ts'
import { addressOf } from './excelAddress.ts'
import { readBytes } from './readBytes.ts'

// Every word that is put into a document of any kind comes out once, in its order and at its place.

type Rows = string[][]
type Part = { kind: 'text'; text: string } | { kind: 'table'; rows: Rows }

/** Words that are all different, so that one at a wrong place is seen. */
let counted = 0
const marks = ['', '', '', '.', ',', ';', ':', ')', '"', '’', '&', '<b>', '%', '–', 'é', '|']
const word = fc.constantFrom(...marks).map((mark) => {
  counted += 1
  return `w${counted}${mark}`
})
const words = (most: number) =>
  fc.array(word, { minLength: 1, maxLength: most }).map((list) => list.join(' '))
const cellText = fc.array(words(4), { maxLength: 3 }).map((lines) => lines.join('\n'))
const rowsOf = (columns: number, text: fc.Arbitrary<string>): fc.Arbitrary<Rows> =>
  fc.array(
    fc
      .tuple(words(2), fc.array(text, { minLength: columns - 1, maxLength: columns - 1 }))
      .map(([first, rest]) => [first, ...rest]),
    { minLength: 3, maxLength: 6 },
  )
const tables = (text: fc.Arbitrary<string>): fc.Arbitrary<Rows> =>
  fc.integer({ min: 3, max: 6 }).chain((columns) => rowsOf(columns, text))
const parts = (text: fc.Arbitrary<string>): fc.Arbitrary<Part[]> =>
  fc.array(
    fc.oneof(
      words(8).map((one): Part => ({ kind: 'text', text: one })),
      tables(text).map((rows): Part => ({ kind: 'table', rows })),
    ),
    { minLength: 1, maxLength: 5 },
  )

async function read(bytes: Uint8Array): Promise<SourceDocument> {
  const result = await readBytes({ name: 'plan', bytes }, () => undefined)
  if (!result.ok) throw new Error(result.message)
  return result.document
}

const wordsIn = (texts: readonly string[]): string[] => texts.flatMap(wordsOf)

/** Each word with its place. */
function placesOf({ blocks }: SourceDocument): [string, SourcePlace][] {
  return blocks.flatMap((block) => {
    if (block.kind === 'pageBreak') return []
    const cells = block.kind === 'paragraph' ? [block] : block.rows.flatMap((one) => one.cells)
    return cells.flatMap(({ text, source }) =>
      wordsOf(text).map((one): [string, SourcePlace] => [one, source]),
    )
  })
}

test('Word', async () => {
  await fc.assert(
    fc.asyncProperty(parts(cellText), async (given) => {
      let [texts, tableCount] = [0, 0]
      const expected = given.flatMap((part): [string, SourcePlace][] => {
        if (part.kind === 'text') {
          texts += 1
          return wordsOf(part.text).map((one) => [one, { paragraph: texts }])
        }
        tableCount += 1
        return part.rows.flatMap((cells, rowIndex) =>
          cells.flatMap((text, column) =>
            wordsOf(text).map((one): [string, SourcePlace] => [
              one,
              { table: tableCount, row: rowIndex + 1, column: column + 1 },
            ]),
          ),
        )
      })
      const body = given.map((part) =>
        part.kind === 'text'
          ? paragraph(part.text)
          : table(...part.rows.map((cells) => row(...cells.map((text) => cell(text))))),
      )
      expect(placesOf(await read(makeWord(body.join(''))))).toEqual(expected)
    }),
  )
})

test('Excel', async () => {
  const sheets = fc.array(fc.record({ rows: tables(cellText), right: fc.nat(30), down: fc.nat(30) }), {
    minLength: 1,
    maxLength: 3,
  })
  await fc.assert(
    fc.asyncProperty(sheets, async (given) => {
      const expected: [string, SourcePlace][] = []
      const made = given.map(({ rows, right, down }, index) => {
        const name = `Sheet ${index}`
        const content = rows.map((cells, rowIndex) => {
          const inRow = cells.map((text, column) => {
            const address = addressOf({ column: right + column + 1, row: down + 2 * rowIndex + 1 })
            for (const one of wordsOf(text)) expected.push([one, { sheet: name, cell: address }])
            return textCell(address, text)
          })
          return `<row r="${down + 2 * rowIndex + 1}">${inRow.join('')}</row>`
        })
        return { name, content: `<sheetData>${content.join('')}</sheetData>` }
      })
      expect(placesOf(await read(makeWorkbook(made)))).toEqual(expected)
    }),
  )
})

test('CSV and TSV', async () => {
  const sign = fc.constantFrom(',', ';', '\t', '|')
  await fc.assert(
    fc.asyncProperty(tables(cellText), sign, fc.boolean(), async (rows, delimiter, windows) => {
      const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
      const text = rows.map((cells) => cells.map(quoted).join(delimiter)).join(windows ? '\r\n' : '\n')
      const lines = text.split(/\r?\n/)
      const document = await read(new TextEncoder().encode(text))
      expect(wordsIn(textsOfDocument(document))).toEqual(rows.flatMap(wordsIn))
      for (const [one, place] of placesOf(document)) {
        // A cell's place is the line at which it begins: its words stand there or in its next lines.
        const from = 'line' in place ? place.line - 1 : -1
        expect(
          lines
            .slice(from, from + 3)
            .join('\n')
            .replaceAll('""', '"'),
        ).toContain(one)
      }
    }),
  )
})

test('PDF, with and without drawn lines', async () => {
  const given = fc.array(parts(words(12)), { minLength: 1, maxLength: 3 })
  await fc.assert(
    fc.asyncProperty(given, fc.boolean(), async (pages, lined) => {
      const document = await read(
        await makePdf(
          pages.map((page) =>
            page.map((part) =>
              part.kind === 'text'
                ? part.text
                : { rows: part.rows, lined, widths: part.rows[0]?.map(() => 110) ?? [] },
            ),
          ),
          3000,
        ),
      )
      const expected = pages.map((page) =>
        page.flatMap((part) => (part.kind === 'text' ? wordsOf(part.text) : part.rows.flatMap(wordsIn))),
      )
      const found = pages.map((_, index) =>
        placesOf(document)
          .filter(([, place]) => 'page' in place && place.page === index + 1)
          .map(([one]) => one),
      )
      // Where nothing says what is a table, all words are there, though perhaps line by line.
      expect(lined ? found : found.map((page) => page.toSorted())).toEqual(
        lined ? expected : expected.map((page) => page.toSorted()),
      )
    }),
    { numRuns: 40 },
  )
})
