import { expect, test } from 'vitest'
import { readNamedPeriod } from './namedPeriod.ts'

test.each([
  ['Q1 2009/10', '2009-04-01', '2009-06-30'],
  ['Quarter 2 2009/10', '2009-07-01', '2009-09-30'],
  ['Q4 2026/27', '2027-01-01', '2027-03-31'],
  ['H1 2026/27', '2026-04-01', '2026-09-30'],
  ['H2 2026/27', '2026-10-01', '2027-03-31'],
  ['2026/27', '2026-04-01', '2027-03-31'],
  ['February 2028', '2028-02-01', '2028-02-29'],
  ['December 2026', '2026-12-01', '2026-12-31'],
])('%s is from %s to %s', (name, startsOn, endsOn) => {
  expect(readNamedPeriod(name)).toMatchObject({ startsOn, endsOn })
})

test.each(['', 'Q2', 'soon', 'the second half', 'Q5 2026/27'])('%o names no period', (name) => {
  expect(readNamedPeriod(name)).toBeUndefined()
})
