import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isDeadline, readDeadlines } from './deadline.ts'
import { wordsLost } from './import/missingWords.ts'

/** A deadline as one line: its bounds, what it repeats, and its kind where that is not DATE. */
function shortly(text: string): string[] {
  return readDeadlines(text).map(({ earliest, latest, recurrence, kind }) =>
    [
      earliest === undefined && latest === undefined
        ? ''
        : earliest === latest
          ? earliest
          : `${earliest ?? ''}..${latest ?? ''}`,
      recurrence ?? '',
      kind === 'DATE' ? '' : kind,
    ]
      .filter((part) => part !== '')
      .join(' '),
  )
}

test.each([
  ['End March 2010', '2010-03-01..2010-03-31'],
  ['Autumn 2003', '2003-09-01..2003-11-30'],
  ['By March 2005 & ongoing', '2005-03-01..2005-03-31 ONGOING'],
  ['23-26 Nov 2009', '2009-11-23..2009-11-26'],
  ['Quarterly', 'QUARTERLY RECURRING'],
  ['Immediate', 'IMMEDIATE'],
  ['In place', 'DONE'],
  ['Completed', 'DONE'],
  ['Completed May 2009', '2009-05-01..2009-05-31 DONE'],
  ['31/03/2010', '2010-03-31'],
  ['31.3.10', '2010-03-31'],
  ['2010-03-31', '2010-03-31'],
  ['31st March 2010', '2010-03-31'],
  ['March 31, 2010', '2010-03-31'],
  ['31-Mar-2010', '2010-03-31'],
  ['Mar-10', '2010-03-01..2010-03-31'],
  ['Mar 10', '2010-03-01..2010-03-31'],
  ["Sept '10", '2010-09-01..2010-09-30'],
  ['Q2 2009/10', '2009-07-01..2009-09-30'],
  ['Quarter 4 2009/10', '2010-01-01..2010-03-31'],
  ['2009/10', '2009-04-01..2010-03-31'],
  ['2009-2010', '2009-04-01..2010-03-31'],
  ['by end of 2010', '2010-01-01..2010-12-31'],
  ['mid June 2010', '2010-06-11..2010-06-20'],
  ['early 2011', '2011-01-01..2011-04-30'],
  ['late 2011', '2011-09-01..2011-12-31'],
  ['Summer 2010', '2010-06-01..2010-08-31'],
  ['Winter 2009/10', '2009-12-01..2010-02-28'],
  ['w/c 5 July 2010', '2010-07-05..2010-07-11'],
  ['within 3 months', 'DURATION'],
  ['6 months', 'DURATION'],
  ['30 days', 'DURATION'],
  ['Ongoing', 'ONGOING RECURRING'],
  ['Commenced and ongoing', 'ONGOING RECURRING'],
  ['on-going from 2010', '2010-01-01.. ONGOING'],
  ['TBC', 'UNDECIDED'],
  ['N/A', 'UNDECIDED'],
  ['Monthly from April 2010', '2010-04-01.. MONTHLY'],
  ['April–June 2010', '2010-04-01..2010-06-30'],
  ['November - January 2010', '2009-11-01..2010-01-31'],
  ['June/July 2010', '2010-06-01..2010-07-31'],
  ['Sept 09 - March 10', '2009-09-01..2010-03-31'],
  ['1 April 2010 to 31 March 2011', '2010-04-01..2011-03-31'],
  ['From September 2010', '2010-09-01..'],
  ['Before April 2010', '..2010-03-31'],
  ['Annually in May', 'YEARLY RECURRING'],
  ['School year 2010/11', '2010-09-01..2011-08-31'],
  ['Financial year end 2010', '2010-03-01..2010-03-31'],
  ['September 2010 (for 2010/11 & 2011/12)', '2010-09-01..2010-09-30'],
  ['Michaelmas', 'WORDS'],
  ['mid June', 'WORDS'],
  ['Quarter 3', 'WORDS'],
  ['31 February 2010', 'WORDS'],
  ['29/02/2011', 'WORDS'],
  ['In line with the 2010 review', 'WORDS'],
])('%s is read as %s', (text, meaning) => {
  expect(shortly(text)).toEqual([meaning])
})

test('several dates are several deadlines, and no word falls between them', () => {
  expect(readDeadlines('December 2009 and June 2010').map(({ text }) => text)).toEqual([
    'December 2009',
    'and June 2010',
  ])
  expect(shortly('September and November 2010')).toEqual(['2010-09-01..2010-09-30', '2010-11-01..2010-11-30'])
  expect(readDeadlines('Forms done June 2010 (draft) Audit July 2010').map(({ text }) => text)).toEqual([
    'Forms done June 2010 (draft)',
    'Audit July 2010',
  ])
  expect(shortly('June 2010\nOngoing')).toEqual(['2010-06-01..2010-06-30', 'ONGOING RECURRING'])
})

test('a day or month without its year names a time; other words do not', () => {
  expect(['30 April', 'mid June', 'Quarter 3', 'Immediately'].every(isDeadline)).toBe(true)
  expect(['Michaelmas', 'Head of Care', 'See above'].some(isDeadline)).toBe(false)
})

const months = 'January February March April May June July August September October November December'.split(
  ' ',
)
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2059-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
type Format = (parts: { year: string; month: string; day: string; name: string }) => string
const format = fc.constantFrom<Format>(
  ({ year, month, day: at }) => `${year}-${month}-${at}`,
  ({ year, month, day: at }) => `${at}/${month}/${year}`,
  ({ year, month, day: at }) => `${Number(at)}.${Number(month)}.${year}`,
  ({ year, name, day: at }) => `${Number(at)} ${name} ${year}`,
  ({ year, name, day: at }) => `${at}-${name.slice(0, 3)}-${year}`,
  ({ year, name, day: at }) => `${Number(at)}th of ${name}, ${year}`,
  ({ year, name, day: at }) => `by ${name} ${Number(at)}, ${year}`,
)

test('a day written in any usual way is read as that day', () => {
  fc.assert(
    fc.property(day, format, (iso, write) => {
      const [year = '', month = '', at = ''] = iso.split('-')
      const text = write({ year, month, day: at, name: months[Number(month) - 1] ?? '' })
      expect(readDeadlines(text)).toEqual([{ text, earliest: iso, latest: iso, kind: 'DATE' }])
    }),
    { numRuns: 1000 },
  )
})

const piece = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'end',
      'of',
      '-',
      '/',
      ' & ',
      'and',
      '2010',
      '10',
      '31',
      'March',
      'Q2',
      'w/c',
      'mid',
    ),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'ongoing',
      '\n',
      ';',
      '(',
      ')',
      'to',
      'from',
      'Completed',
      '09/10',
      'Spring',
      'term',
      '31/3/10',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) },
)

test('whatever the text, nothing is thrown, all words are kept in order, and bounds are days in order', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), fc.constantFrom(' ', ''), (pieces, join) => {
      const text = pieces.join(join)
      const deadlines = readDeadlines(text)
      const texts = deadlines.map((deadline) => deadline.text)
      expect(texts.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      expect(wordsLost([join === ' ' ? text : ''], [texts.join(' ')])).toEqual([])
      const bounds = deadlines.flatMap(({ earliest, latest }) => [earliest ?? latest, latest ?? earliest])
      expect(bounds.filter((bound) => bound !== undefined && !/^\d{4}-\d\d-\d\d$/.test(bound))).toEqual([])
      const backwards = deadlines.filter(({ earliest, latest }) => (earliest ?? '') > (latest ?? '9'))
      expect(backwards).toEqual([])
    }),
    { numRuns: 3000 },
  )
})
