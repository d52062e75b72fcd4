import fc from 'fast-check'
import { expect, it } from 'vitest'
import { harmlessCell, textOfHarmlessCell } from './formulaCell.ts'

it.each([
  '=1+1',
  '+44 1234',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\tx',
  ' =1+1',
  '\u00a0=1',
  '\u200b=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠x',
])('%j becomes a text that begins with an apostrophe', (text) => {
  expect(harmlessCell(text)).toBe(`'${text}`)
})

it.each(['', 'Write it', '1 = 1', '’Tis done', "'Quoted' words", '• a point', '50%'])(
  '%j stays as it is',
  (text) => {
    expect(harmlessCell(text)).toBe(text)
    expect(textOfHarmlessCell(text)).toBe(text)
  },
)

it('every text comes back as it was', () => {
  const signs = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '＝', "'", ' ', '\t', 'a', '1') })
  fc.assert(
    fc.property(signs, (text) => {
      expect(harmlessCell(text)).not.toMatch(/^[\s\p{Cf}]*[=+\-@＝＋－＠]/u)
      // A text that began with the apostrophe itself is the one that cannot be told apart.
      fc.pre(textOfHarmlessCell(text) === text)
      expect(textOfHarmlessCell(harmlessCell(text))).toBe(text)
    }),
  )
})
