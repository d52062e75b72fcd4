import { describe, expect, it } from 'vitest'
import {
  checkReport,
  meetingActionStateText,
  reportLimits,
  stateOfMeetingAction,
  whyNotPutBack,
  whyNotReport,
} from './meetingActionReport.ts'

const open = { inPlan: false, done: false, reports: 0 }

describe('whether something can be said of an action', () => {
  it('can be until it is done; in an improvement plan it is said there', () => {
    expect(whyNotReport(open)).toBeNull()
    expect(whyNotReport({ ...open, done: true })).toMatch(/done already/)
    expect(whyNotReport({ ...open, inPlan: true })).toMatch(/improvement plan/)
    expect(whyNotReport({ ...open, reports: reportLimits.reports - 1 })).toBeNull()
    expect(whyNotReport({ ...open, reports: reportLimits.reports })).toMatch(/100 reports/)
  })

  it('is put back only where it was said to be done', () => {
    expect(whyNotPutBack(open)).toMatch(/nothing to put back/)
    expect(whyNotPutBack({ ...open, done: true })).toBeNull()
    // One who said so in the last report that there can be is not the last word.
    expect(whyNotPutBack({ ...open, done: true, reports: reportLimits.reports })).toBeNull()
  })
})

describe('what is said of an action', () => {
  const fields = (...given: Parameters<typeof checkReport>) => checkReport(...given).map(({ field }) => field)

  it('has words, and a day that has come where it is done', () => {
    const today = '2026-12-01'
    expect(fields('DONE', 'Sent', '2026-12-01', today)).toEqual([])
    expect(fields('DONE', ' ', '2026-12-02', today)).toEqual(['doneOn', 'words'])
    expect(fields('DONE', 'Sent', null, today)).toEqual(['doneOn'])
    expect(fields('DONE', 'Sent', undefined, today)).toEqual(['doneOn'])
    expect(fields('STANDS', 'x'.repeat(reportLimits.words), null, today)).toEqual([])
    expect(fields('STANDS', 'x'.repeat(reportLimits.words + 1), null, today)).toEqual(['words'])
    expect(checkReport('PUT_BACK', '', null, today)).toEqual([
      { field: 'words', message: 'Write why it is not done yet.' },
    ])
  })
})

describe('where an action stands', () => {
  const action = { inPlan: false, doneOn: null, dueOn: '2026-12-01' }

  it('is late from the day after the one by which it is due', () => {
    expect(stateOfMeetingAction(action, '2026-12-01')).toBe('OPEN')
    expect(stateOfMeetingAction(action, '2026-12-02')).toBe('LATE')
    expect(stateOfMeetingAction({ ...action, dueOn: null }, '2026-12-02')).toBe('OPEN')
    expect(stateOfMeetingAction({ ...action, doneOn: '2026-12-02' }, '2026-12-03')).toBe('DONE')
    expect(stateOfMeetingAction({ ...action, inPlan: true, doneOn: '2026-12-02' }, '2026-12-03')).toBe(
      'IN_PLAN',
    )
  })

  it('is said with what was said last', () => {
    const nothing = { planAction: null, doneOn: null, said: '' }
    expect(meetingActionStateText('OPEN', nothing)).toBe('Open')
    expect(meetingActionStateText('LATE', { ...nothing, said: 'We wait for the supplier.' })).toBe(
      'Late. We wait for the supplier.',
    )
    expect(meetingActionStateText('DONE', { ...nothing, doneOn: '2026-12-01', said: 'Sent.' })).toBe(
      'Done on 1 December 2026. Sent.',
    )
    expect(meetingActionStateText('IN_PLAN', { ...nothing, planAction: '1.2', said: 'Before that.' })).toBe(
      'In the improvement plan: 1.2',
    )
  })
})
