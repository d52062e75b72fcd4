import { describe, expect, it } from 'vitest'
import { actionName, describeEvent, recordTypeName } from './describeEvent.ts'

const event = (action: string, more: object = {}) =>
  describeEvent({ action, personName: 'Ada Fern', recordType: 'Plan', before: {}, after: {}, ...more })

describe('describeEvent', () => {
  it.each([
    [
      'measure.set',
      {},
      { name: 'Visits in time' },
      'set what an action of the plan is measured by: “Visits in time”',
    ],
    [
      'measure.set',
      { name: 'Visits' },
      { name: 'Visits in time' },
      'changed a measure of an action of the plan',
    ],
    ['measure.set', { endedAt: null }, { endedAt: '2026-11-24' }, 'ended a measure of an action of the plan'],
    [
      'measure.record',
      {},
      { result: '9 of 10 (90%)' },
      'recorded “9 of 10 (90%)” for a measure of an action of the plan',
    ],
    [
      'measure.record',
      {},
      { correctsId: '1' },
      'corrected what was recorded for a measure of an action of the plan',
    ],
    [
      'milestone.set',
      {},
      { kind: 'REVIEW', title: '30-day review', dueOn: '2027-03-31' },
      'set the review “30-day review” for 31 March 2027',
    ],
    ['milestone.set', { title: 'A' }, { kind: 'MILESTONE', title: 'B' }, 'changed the milestone “B”'],
    [
      'organisation.recordMerger',
      { organisation: 'Old Trust', partOf: null },
      { partOf: 'New Trust', partOfSince: '2026-10-01' },
      'recorded that Old Trust became part of New Trust on 1 October 2026',
    ],
    [
      'organisation.takeBackMerger',
      { organisation: 'Old Trust', partOf: 'New Trust' },
      { partOf: null, reason: 'Another trust was meant' },
      'took back that Old Trust is part of New Trust',
    ],
    ['milestone.set', {}, { title: 'B', removedAt: '2026-11-24' }, 'took the milestone “B” out of the plan'],
    [
      'milestone.complete',
      {},
      { title: 'B', doneOn: '2026-11-24' },
      'said what came of the milestone “B” on 24 November 2026',
    ],
    [
      'milestone.complete',
      {},
      { title: 'B', doneOn: '' },
      'said that the milestone “B” is not done after all',
    ],
  ])('%s', (action, before, after, words) => {
    expect(event(action, { before, after })).toBe(`Ada Fern ${words}.`)
  })

  it('says in a sentence what was done', () => {
    expect(event('plan.adopt')).toBe('Ada Fern adopted the plan.')
    expect(event('board.rename', { before: { name: 'Old' }, after: { name: 'New' } })).toBe(
      'Ada Fern changed the name “Old” to “New”.',
    )
    expect(
      event('appointment.grant', { after: { person: 'Cato Moss', role: 'CHAIR', endsOn: '2027-03-31' } }),
    ).toBe('Ada Fern gave Cato Moss the role Chair until 31 March 2027.')
    expect(
      event('board.changeSeat', {
        before: {
          organisation: 'Fen Police',
          holder: 'Cato Moss',
          voting: true,
          required: true,
          startsOn: '2026-04-01',
          endsOn: null,
        },
        after: {
          holder: null,
          voting: false,
          required: true,
          startsOn: '2025-04-01',
          endsOn: '2026-12-01',
        },
      }),
    ).toBe(
      'Ada Fern changed the seat of Fen Police: nobody holds it, it does not vote, it began on 1 April 2025, it ends on 1 December 2026.',
    )
  })

  it('has words for an event whose fields are missing or of another form', () => {
    expect(event('appointment.endGrant', { before: { role: 7, person: null } })).toBe(
      'Ada Fern ended the role unknown of a person.',
    )
    expect(event('meeting.markAttendance')).toBe('Ada Fern did “Meeting: mark attendance”.')
  })
})

describe('names for a filter', () => {
  it('are words', () => {
    expect(actionName('board.addSeat')).toBe('Board: add seat')
    expect(recordTypeName('AreaShare')).toBe('Area share')
  })
})
