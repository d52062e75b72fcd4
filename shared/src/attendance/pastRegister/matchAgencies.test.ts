import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editDistance } from './editDistance.ts'
import { matchAgencies } from './matchAgencies.ts'
import { matchPerson } from './matchPeople.ts'

const agency = (name: string, ...people: string[]) => ({ id: name, name, people })
const known = [
  agency('Dalby County Council', 'Ann Fell'),
  agency('NHS Dalby Integrated Care Board', 'Bo Ray'),
  agency('Dalby Police'),
  agency('Dalby Fire and Rescue Service'),
  agency('Eastwood NHS Foundation Trust'),
  agency('The Probation Service'),
  agency('Age Concern Dalby'),
]
const best = (words: string, ...names: string[]): string => {
  const [first] = matchAgencies(words, names, known)
  return first === undefined ? 'none' : `${first.name} ${first.score}: ${first.reasons.join(' ')}`
}

describe('agencies', () => {
  test.each([
    ['Dalby County Council', 'Dalby County Council 1: The same name.'],
    ['the  DALBY county council.', 'Dalby County Council 1: The same name.'],
    ['Probation Service', 'The Probation Service 1: The same name.'],
    ['Dalby Fire & Rescue Service', 'Dalby Fire and Rescue Service 1: The same name.'],
    [
      'NHS Dalby ICB',
      'NHS Dalby Integrated Care Board 0.95: The same name, once its letters are written out.',
    ],
    [
      'Eastwood NHS FT',
      'Eastwood NHS Foundation Trust 0.95: The same name, once its letters are written out.',
    ],
    ['DCC', 'Dalby County Council 0.85: Its first letters.'],
    ['Age Concern', 'Age Concern Dalby 0.65: Its words are all part of the name.'],
    ['Dalby Polise', 'Dalby Police 0.87: They have words in common. Nearly the same spelling.'],
    ['Adult social care', 'none'],
    ['', 'none'],
  ])('“%s”', (words, expected) => {
    expect(best(words)).toBe(expected)
  })

  test('who stands beside the words helps, and is never enough to be certain', () => {
    expect(best('Adult social care', 'Ann Fell')).toBe(
      'Dalby County Council 0.9: Ann Fell holds or deputises for a seat of it.',
    )
    expect(best('', 'A Fell')).toBe('none')
  })

  test('two agencies of one name are never certain', () => {
    const twice = [
      { id: 'a', name: 'Mind', people: [] },
      { id: 'b', name: 'Mind', people: [] },
    ]
    expect(matchAgencies('Mind', [], twice).map(({ score }) => score)).toEqual([0.95, 0.95])
  })

  test('only the very name is certain, whatever the words', () => {
    const word = fc.constantFrom('Dalby', 'NHS', 'ICB', 'Police', 'Council', 'County', 'Trust', 'Mind', 'FT')
    const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(name, fc.uniqueArray(name, { maxLength: 6 }), (words, names) => {
        const found = matchAgencies(
          words,
          [],
          names.map((each) => agency(each)),
        )
        for (const { name: of, score } of found) expect(score === 1, of).toBe(of === words)
        expect(found.map(({ score }) => score)).toEqual(
          found.map(({ score }) => score).toSorted((a, b) => b - a),
        )
      }),
    )
  })
})

describe('people', () => {
  test.each([
    ['Ann Fell', 'Ann Fell', 1],
    ['Dr. ann fell', 'Ann Fell', 1],
    ['Fell, Ann', 'Ann Fell', 0.95],
    ['A. Fell', 'Ann Fell', 0.85],
    ['A Fell', 'Bo Fell', 0],
    ['Chris Okafor', 'Christopher Okafor', 0.85],
    ['Ann B Fell', 'Ann Fell', 0.9],
    ['Anne Fell', 'Ann Fell', 0.85],
    ['Okafor', 'Jane Okafor', 0.6],
    ['Ann Felt', 'Ann Fell', 0.79],
    ['Ann Fell', 'Bo Ray', 0],
    ['', 'Bo Ray', 0],
  ])('“%s” and %s', (name, other, score) => {
    expect(matchPerson(name, other).score).toBe(score)
  })
})

test('the distance is what the slow recursion counts', () => {
  const slow = (a: string, b: string): number =>
    a === '' || b === ''
      ? a.length + b.length
      : Math.min(
          slow(a.slice(1), b) + 1,
          slow(a, b.slice(1)) + 1,
          slow(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1),
        )
  const short = fc.string({ maxLength: 5, unit: fc.constantFrom('a', 'b', 'c') })
  fc.assert(
    fc.property(short, short, (a, b) => {
      expect(editDistance(a, b)).toBe(slow(a, b))
    }),
  )
})
