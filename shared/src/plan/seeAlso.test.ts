import { expect, test } from 'vitest'
import { piecesOfText, seeAlsoIn } from './seeAlso.ts'

test.each([
  ['See 12.1', ['12.1']],
  ['See 12.1 above', ['12.1']],
  ['Refer to 13.1', ['13.1']],
  ['refer to action 4', ['4']],
  ['as 3.2', ['3.2']],
  ['As 3.2 above', ['3.2']],
  ['See 4', ['4']],
  ['See actions 1.1, 1.2 and 2.4', ['1.1', '1.2', '2.4']],
  ['Write the strategy (see 9.1)', ['9.1']],
  ['Same as SS1.2', ['SS1.2']],
  ['Review the form as per recommendation 7', ['7']],
])('%s points to %j', (title, references) => {
  expect(seeAlsoIn(title)).toEqual(references)
})

test.each([
  'See 12 people a week',
  'See Appendix 1',
  'Reduce as at 31 March',
  'Train 40 staff',
  'See 24/7 cover',
])('%s points to nothing', (title) => {
  expect(seeAlsoIn(title)).toEqual([])
})

test('a text is taken apart at its references, and put together it is the same', () => {
  expect(piecesOfText('Write it down (see 9.1 and 9.2), then see 12 people')).toEqual([
    { text: 'Write it down (see ' },
    { text: '9.1', reference: '9.1' },
    { text: ' and ' },
    { text: '9.2', reference: '9.2' },
    { text: '), then see 12 people' },
  ])
  expect(piecesOfText('As 3.2')).toEqual([{ text: 'As ' }, { text: '3.2', reference: '3.2' }])
  expect(piecesOfText('')).toEqual([])
  // The figure 1 stands in the word before the list.
  expect(piecesOfText('Refer to section 1.1')).toMatchObject([{ text: 'Refer to section ' }, {}])
  for (const text of [' as 3.2 ', 'See 4', 'No reference at all', 'See actions 1.1, 1.2.\nSee 2.4 above'])
    expect(
      piecesOfText(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text)
})
