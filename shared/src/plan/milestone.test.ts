import { describe, expect, it } from 'vitest'
import { checkMilestone, checkOutcome, milestoneState, reviewsAfter } from './milestone.ts'
import type { MilestoneOutcome } from './milestone.ts'

const fields = (problems: { field: string }[]) => problems.map(({ field }) => field)
const today = '2026-11-24'
const said: MilestoneOutcome = { doneOn: today, outcome: 'It is there.', decision: '', reviewedBy: '' }

describe('a milestone', () => {
  it.each([
    ['2026-11-23', null, 'OVERDUE'],
    ['2026-11-24', null, 'DUE'],
    ['2026-12-08', null, 'DUE'],
    ['2026-12-09', null, 'COMING'],
    ['2026-11-01', '2026-11-20', 'DONE'],
  ])('of %s, done on %s, is %s', (dueOn, doneOn, state) => {
    expect(milestoneState(dueOn, doneOn, today)).toBe(state)
  })

  it('needs words and a day', () => {
    expect(fields(checkMilestone({ title: ' ', dueOn: null }))).toEqual(['title', 'dueOn'])
    expect(fields(checkMilestone({ title: 'x'.repeat(501), dueOn: today }))).toEqual(['title'])
    expect(checkMilestone({ title: 'The protocol is signed', dueOn: '2020-01-01' })).toEqual([])
  })

  it('is done on a day that is not to come; of a review it is said what was found', () => {
    expect(checkOutcome('MILESTONE', { ...said, outcome: '' }, today)).toEqual([])
    expect(fields(checkOutcome('REVIEW', { ...said, outcome: ' ' }, today))).toEqual(['outcome'])
    expect(fields(checkOutcome('REVIEW', { ...said, doneOn: null }, today))).toEqual(['doneOn'])
    expect(fields(checkOutcome('MILESTONE', { ...said, doneOn: '2026-11-25' }, today))).toEqual(['doneOn'])
    expect(fields(checkOutcome('REVIEW', { ...said, decision: 'x'.repeat(4001) }, today))).toEqual([
      'decision',
    ])
  })
})

it('reviews come 30, 60 and 90 days after the start', () => {
  expect(reviewsAfter('2026-02-01')).toEqual([
    { title: '30-day review', dueOn: '2026-03-03' },
    { title: '60-day review', dueOn: '2026-04-02' },
    { title: '90-day review', dueOn: '2026-05-02' },
  ])
})
