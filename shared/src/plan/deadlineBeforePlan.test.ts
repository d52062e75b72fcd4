import { expect, test } from 'vitest'
import { deadlineBeforePlan, deadlineBeforePlanWords, planBeganOn } from './deadlineBeforePlan.ts'

test.each([
  [['End March 2020'], '2020-03-31'],
  [['March 2019', 'March 2020'], '2020-03-31'],
  [['March 2020', 'June 2030'], null],
  [['20 September 2025'], null],
  [['March 2020', 'Quarterly'], null],
  [['Completed March 2020'], null],
  [['When funds allow'], null],
  [[], null],
])('%j against a plan that began on 20 September 2025: %j', (texts, expected) => {
  expect(deadlineBeforePlan(texts, '2025-09-20')).toBe(expected)
})

test('the words name both days', () => {
  expect(deadlineBeforePlanWords('2020-03-31', '2025-09-20')).toBe(
    'The deadline, 31 March 2020, is before the plan began on 20 September 2025. Check the year.',
  )
})

test('a plan that was brought in with updates began with the first of them', () => {
  expect(planBeganOn('2025-09-20', [])).toBe('2025-09-20')
  expect(
    planBeganOn('2025-09-20', [{ periodStartsOn: '2009-07-01' }, { periodStartsOn: '2026-07-01' }]),
  ).toBe('2009-07-01')
})
