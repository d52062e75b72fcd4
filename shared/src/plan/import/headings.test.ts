import { expect, test } from 'vitest'
import {
  parseActionNumber,
  parseLabelledHeading,
  parseNumberedHeading,
  parseReferenceCell,
} from './headings.ts'

test.each([
  ['Improvement Area 1 – Record decisions', '1', 'Record decisions', 'Improvement Area 1 – '],
  ['Improvement Area 6 –Record decisions', '6', 'Record decisions', 'Improvement Area 6 –'],
  ['RECOMMENDATION 3: train everyone', '3', 'train everyone', 'RECOMMENDATION 3: '],
  ['Priority 2 Better homes', '2', 'Better homes', 'Priority 2 '],
  ['Objective B - Better homes', 'B', 'Better homes', 'Objective B - '],
  ['Recommendation 12', '12', '', 'Recommendation 12 '],
])('%s is the heading of area %s', (text, reference, title, numbering) => {
  expect(parseLabelledHeading(text)).toMatchObject({ reference, title, numbering })
})

test.each([
  'Priority 2 is about homes',
  'Areas 1, 2 and 3',
  'Area 3 & 4',
  'Improvement of homes',
  'Area A good start',
  'Aim high',
])('%s is no heading', (text) => {
  expect(parseLabelledHeading(text)).toBeUndefined()
})

test('a number with a mark heads an area on a line; in a row of its own the mark may be missing', () => {
  expect(parseNumberedHeading('4. Safer homes')).toEqual({
    reference: '4',
    numbering: '4. ',
    title: 'Safer homes',
  })
  expect(parseNumberedHeading('4 Safer homes')).toBeUndefined()
  expect(parseNumberedHeading('4 Safer homes', true)).toMatchObject({ reference: '4' })
  expect(parseNumberedHeading('1.000.00 ant Araa')).toBeUndefined()
})

test.each([
  ['12. Review it', '12', 'Review it'],
  ['1.1 Review it', '1.1', 'Review it'],
  ['1.Review it', '1', 'Review it'],
  ['A3) Review it', 'A3', 'Review it'],
  ['Action 6: Review it', '6', 'Review it'],
  ['4.', '4', ''],
  ['COR-HSC-AP-29 To implement it', 'COR-HSC-AP-29', 'To implement it'],
  ['SS1.2 Review it', 'SS1.2', 'Review it'],
  ['CH/3 Review it', 'CH/3', 'Review it'],
  ['Action 12 Review it', '12', 'Review it'],
])('%s has the number %s', (text, reference, title) => {
  const parsed = parseActionNumber(text)
  expect(parsed).toMatchObject({ reference, title })
  expect(((parsed?.numbering ?? '') + (parsed?.title ?? '')).trimEnd()).toBe(text)
})

test.each([
  '105 staff to be trained',
  '12.10.2010 meeting',
  '24 hour cover',
  '1.000.00 ant',
  '2010/11 plan',
  'Q2 Review',
  'NI141 and others',
  'PCT staff',
  'Review',
])('%s has no number', (text) => {
  expect(parseActionNumber(text)).toBeUndefined()
})

test('a column of numbers holds short references and nothing else', () => {
  expect(['1', '1.1', '4.', 'A3', '(b)', 'R1.2', 'iv', '#7'].map(parseReferenceCell)).toEqual([
    '1',
    '1.1',
    '4',
    'A3',
    'b',
    'R1.2',
    'iv',
    '7',
  ])
  expect(['Training', '1. Some title', 'March 2010', 'the'].map(parseReferenceCell)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

test('codes of letters and figures are references; times are not', () => {
  const codes = ['SS1.2', 'CH/3', 'PI 12', 'COR-HSC-AP-29', 'R4', 'Rec 4', '1.1.1']
  expect(codes.map(parseReferenceCell)).toEqual(codes)
  const times = ['May 2010', '31/03/2010', '31/3/10', '2010', '2009/10', 'Q2', 'June 10']
  expect(times.map(parseReferenceCell)).toEqual(times.map(() => undefined))
})
