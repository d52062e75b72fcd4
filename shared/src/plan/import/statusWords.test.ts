import { expect, test } from 'vitest'
import { financialYearIn, readPeriod } from '../period.ts'
import { readPercent, readStatus } from './statusWords.ts'

test.each([
  ['On Target', 'ON_TARGET'],
  ['Green', 'ON_TARGET'],
  ['G', 'ON_TARGET'],
  ['On track', 'ON_TARGET'],
  ['In progress', 'ON_TARGET'],
  ['Ongoing', 'ON_TARGET'],
  ['On-going', 'ON_TARGET'],
  ['Started', 'ON_TARGET'],
  ['Amber', 'AT_RISK'],
  ['A', 'AT_RISK'],
  ['At risk', 'AT_RISK'],
  ['Delayed', 'AT_RISK'],
  ['Slipped', 'AT_RISK'],
  ['Partially complete', 'AT_RISK'],
  ['Amber – waiting for the budget to be complete', 'AT_RISK'],
  ['Red', 'OFF_TARGET'],
  ['R', 'OFF_TARGET'],
  ['Off target', 'OFF_TARGET'],
  ['Not on target', 'OFF_TARGET'],
  ['Behind schedule', 'OFF_TARGET'],
  ['Overdue', 'OFF_TARGET'],
  ['Not achieved', 'OFF_TARGET'],
  ['Complete', 'COMPLETE'],
  ['Completed', 'COMPLETE'],
  ['COMPLETED', 'COMPLETE'],
  ['Achieved', 'COMPLETE'],
  ['Blue', 'COMPLETE'],
  ['B', 'COMPLETE'],
  ['✓', 'COMPLETE'],
  ['Not started', 'NOT_STARTED'],
  ['Not yet started', 'NOT_STARTED'],
  ['Not yet due', 'NOT_STARTED'],
])('%s means %s', (text, status) => {
  expect(readStatus(text)).toBe(status)
})

test.each(['', 'Head of Care', '–', '50', 'See the report'])('“%s” is no status', (text) => {
  expect(readStatus(text)).toBeUndefined()
})

test('percentages are read with their sign, and in a column without it', () => {
  expect(['50%', '50 %', '100% complete', '75 per cent'].map((text) => readPercent(text))).toEqual([
    50, 50, 100, 75,
  ])
  expect(['50', '0.5', '100'].map((text) => readPercent(text, true))).toEqual([50, 50, 100])
  expect(['50', '150%', '50% of staff', 'half'].map((text) => readPercent(text))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

test.each([
  ['Q2 2009/10', 'Q2 2009/10'],
  ['Quarter 2 2009/2010', 'Q2 2009/10'],
  ['Qtr 2', 'Q2'],
  ['Quarter 2 (Jul-Sep)', 'Q2'],
  ['2nd Quarter 2009-10', 'Q2 2009/10'],
  ['Quarter 4 (Jan - Mar 2010)', 'Q4 2009/10'],
  ['July - September 2009', 'Q2 2009/10'],
  ['Jan-Mar 2010', 'Q4 2009/10'],
  ['As at 30 September 2009', 'Q2 2009/10'],
  ['As at 31/03/2010', undefined],
  ['September 2009', 'September 2009'],
  ['Oct 09', 'October 2009'],
  ['Status', undefined],
  ['Progress', undefined],
])('the period %s is called %s', (text, name) => {
  expect(readPeriod(text)?.name).toBe(name)
})

test('a quarter without a year is of the year that the document speaks of', () => {
  expect(financialYearIn('Monitoring report Quarter 2, 2009/10')).toBe(2009)
  expect(readPeriod('Quarter 1', 2009)).toEqual({ name: 'Q1 2009/10', lacksYear: false })
})
