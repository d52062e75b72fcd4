import { expect, it } from 'vitest'
import { dueBounds, dueGroupOf, lastDeadline } from './dueGroup.ts'

it.for([
  ['2026-11-24', '2026-11-30', '2026-12-31'],
  ['2026-12-31', '2026-12-31', '2026-12-31'],
  ['2028-02-01', '2028-02-29', '2028-03-31'],
] as const)('the month and the quarter of %s end on %s and %s', ([today, month, quarter]) => {
  expect(dueBounds(today)).toEqual({ month, quarter })
})

it.for([
  ['2026-11-23', 'OVERDUE'],
  ['2026-11-24', 'MONTH'],
  ['2026-11-30', 'MONTH'],
  ['2026-12-01', 'QUARTER'],
  ['2026-12-31', 'QUARTER'],
  ['2027-01-01', 'LATER'],
  [null, 'NO_DATE'],
] as const)('what is due on %s is %s on 24 November 2026', ([dueOn, group]) => {
  expect(dueGroupOf(dueOn, false, '2026-11-24')).toBe(group)
})

it('what is complete is not due, whatever its deadline', () => {
  expect(dueGroupOf('2020-01-01', true, '2026-11-24')).toBe('DONE')
})

it.for([
  [['End March 2027', 'June 2026'], '2027-03-31'],
  // Something that goes on has no last day.
  [['End March 2027', 'Quarterly'], null],
  [['As soon as funds allow'], null],
  // What was done, or is not decided yet, does not hold the others back.
  [['Completed', 'TBC', 'May 2026'], '2026-05-31'],
  [[], null],
] as const)('the last of the deadlines %j passes on %s', ([texts, day]) => {
  expect(lastDeadline(texts)).toBe(day)
})
