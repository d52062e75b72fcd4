import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textsOfDocument, wordsLost } from './missingWords.ts'
import { readText } from './readText.ts'

test('lines with tabs that follow each other are one table, other lines are paragraphs, each with its line', () => {
  const { blocks } = readText('The plan\n\nNo.\tAction\n1.\tTrain\t\n\nΓ\r\n.....')
  expect(blocks).toEqual([
    { kind: 'paragraph', text: 'The plan', source: { line: 1 } },
    {
      kind: 'table',
      rows: [
        {
          source: { line: 3 },
          cells: [
            { text: 'No.', source: { line: 3 } },
            { text: 'Action', source: { line: 3 } },
          ],
        },
        {
          source: { line: 4 },
          cells: [
            { text: '1.', source: { line: 4 } },
            { text: 'Train', source: { line: 4 } },
            { text: '', source: { line: 4 } },
          ],
        },
      ],
    },
    { kind: 'paragraph', text: 'Γ', source: { line: 6 } },
    { kind: 'paragraph', text: '.....', source: { line: 7 } },
  ])
})

test('a blank line and a form feed end a table, and the form feed is a page break', () => {
  const { blocks } = readText('a\tb\n\nc\td\n\fe\tf')
  expect(blocks.map((block) => block.kind)).toEqual(['table', 'table', 'pageBreak', 'table'])
  expect(blocks[2]).toEqual({ kind: 'pageBreak', source: { line: 4 } })
})

test('every word of any text is in the document that is read from it', () => {
  const anyText = fc.string({
    unit: fc.constantFrom('a', 'B', '1', '.', ' ', '\t', '\n', '\r', '\f', '\v', '\u00a0', '–', '\ufeff'),
  })
  fc.assert(
    fc.property(anyText, (text) => {
      const texts = textsOfDocument(readText(text))
      expect(wordsLost([text], texts)).toEqual([])
      expect(wordsLost(texts, [text])).toEqual([])
    }),
  )
})
