import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ActionStatus } from './actionStatus.ts'
import { checkAnswer, normal, pointersOf } from './honestStatus.ts'
import type { ActionFacts } from './honestStatus.ts'
import { Verdict } from './measureJudgement.ts'
import { MilestoneKind } from './milestone.ts'

const today = '2026-11-24'
const update = (more: Partial<ActionFacts['updates'][number]> = {}) => ({
  period: 'Q2 2026/27',
  status: ActionStatus.ON_TARGET,
  percentComplete: 50,
  narrative: 'Two teams were trained.',
  periodStartsOn: '2026-07-01',
  ...more,
})
const earlier = update({
  period: 'Q1 2026/27',
  percentComplete: 40,
  narrative: 'One team was trained.',
  periodStartsOn: '2026-04-01',
})
/** Nothing about it is odd. */
const honest: ActionFacts = {
  reference: '1.1',
  texts: ['Train the teams. See 1.2 below.'],
  deadlines: ['End March 2027'],
  adoptedOn: '2025-09-20',
  evidence: 1,
  activities: [{ title: 'Book a room', deadline: 'May 2026', status: 'Complete' }],
  measures: [{ name: 'Rooms booked', verdict: 'MET' }],
  milestones: [
    { kind: 'MILESTONE', title: 'All teams have a trainer', dueOn: '2026-11-24' },
    { kind: 'MILESTONE', title: 'The first team is trained', dueOn: '2026-05-01', doneOn: '2026-06-01' },
    { kind: 'REVIEW', title: '30-day review', dueOn: '2026-05-01' },
  ],
  updates: [earlier, update()],
  missing: [],
  departed: [],
  references: new Set(['1', '1.1', '1.2', '2']),
}
const kinds = (more: Partial<ActionFacts>) =>
  pointersOf({ ...honest, ...more }, today).map(({ kind }) => kind)
const done = update({ status: 'COMPLETE', percentComplete: 100 })

describe('honest status', () => {
  it('points to a deadline before the plan began, unless the action is complete', () => {
    const early = { deadlines: ['End March 2016'], updates: [update({ status: 'AT_RISK' })], missing: [] }
    expect(pointersOf({ ...honest, ...early }, today)).toEqual([
      {
        kind: 'DEADLINE_BEFORE_PLAN',
        facts: '2016-03-31 | 2025-09-20',
        words: 'The deadline, 31 March 2016, is before the plan began on 20 September 2025. Check the year.',
      },
    ])
    expect(
      kinds({ ...early, updates: [update({ periodStartsOn: '2009-07-01', status: 'AT_RISK' })] }),
    ).toEqual([])
    expect(kinds({ ...early, updates: [earlier, done] })).not.toContain('DEADLINE_BEFORE_PLAN')
  })

  it.each<[string, Partial<ActionFacts>, string[]]>([
    ['an honest action', {}, []],
    ['no update at all yet', { updates: [] }, []],
    ['on target after its deadline', { deadlines: ['End March 2026'] }, ['PAST_DEADLINE']],
    ['a later deadline to come', { deadlines: ['End March 2026', 'June 2027'] }, []],
    ['a deadline without an end', { deadlines: ['End March 2026', 'Quarterly'] }, []],
    ['words that are no date', { deadlines: ['When the others agree'] }, []],
    [
      'off target after its deadline',
      { deadlines: ['March 2026'], updates: [update({ status: 'OFF_TARGET' })] },
      [],
    ],
    ['complete', { updates: [earlier, done] }, []],
    ['complete at 90 %', { updates: [{ ...done, percentComplete: 90 }] }, ['COMPLETE_BELOW_100']],
    ['complete without evidence', { updates: [done], evidence: 0 }, ['COMPLETE_WITHOUT_EVIDENCE']],
    [
      'complete with a step that is not',
      { updates: [done], activities: [{ title: 'Book a room', status: 'On Target' }] },
      ['COMPLETE_WITH_OPEN_ACTIVITIES'],
    ],
    [
      'complete, and a measure is not met',
      { updates: [done], measures: [{ name: 'Staff who were trained', verdict: 'NOT_MET' }] },
      ['COMPLETE_WITH_MEASURE_NOT_MET'],
    ],
    [
      'complete, and the sample does not say it',
      { updates: [done], measures: [{ name: 'Staff who were trained', verdict: 'UNCERTAIN' }] },
      [],
    ],
    ['not met, and not complete', { measures: [{ name: 'Staff who were trained', verdict: 'NOT_MET' }] }, []],
    [
      'a milestone that passed without a word',
      { milestones: [{ kind: 'MILESTONE', title: 'All teams have a trainer', dueOn: '2026-11-23' }] },
      ['MILESTONE_PASSED'],
    ],
    [
      'a step on target after its deadline',
      { activities: [{ title: 'Book a room', deadline: '31-Mar-2026', status: 'On Target' }] },
      ['ACTIVITY_PAST_DEADLINE'],
    ],
    ['a step without a status', { activities: [{ title: 'Book a room', deadline: 'March 2026' }] }, []],
    ['falling', { updates: [earlier, update({ percentComplete: 39 })] }, ['PERCENT_FELL']],
    [
      'the same words',
      { updates: [earlier, update({ narrative: ' one team was trained' })] },
      ['SAME_NARRATIVE'],
    ],
    ['no words twice', { updates: [update({ narrative: '' }), update({ narrative: ' ' })] }, []],
    ['done and nothing to add', { updates: [done, done] }, []],
    ['a missing update', { missing: ['Q1 2026/27'] }, ['NO_UPDATE']],
    ['nothing missing once it is complete', { missing: ['Q1 2026/27'], updates: [done] }, []],
    ['an owner who has left', { departed: [{ key: '1', name: 'Ada Fern' }] }, ['OWNER_LEFT']],
    ['a reference to nothing', { texts: ['See 12.1 above'] }, ['REFERENCE_TO_NOTHING']],
    ['a reference to itself', { texts: ['see action 1.1'] }, ['REFERENCE_TO_ITSELF']],
    ['an area as a reference', { texts: ['see area 2.'] }, []],
    ['numbers that are no reference', { texts: ['See 12 people a week, see page 4, see 2010 report'] }, []],
    ['part of a plan', { texts: ['See 12.1 above'], references: null }, []],
  ])('%s', (_, more, expected) => {
    expect(kinds(more)).toEqual(expected)
  })

  const drawn: fc.Arbitrary<ActionFacts> = fc.record({
    reference: fc.constantFrom('1.1', '2', 'A1', ''),
    texts: fc.array(fc.constantFrom('See 12.1 above', 'see 1.1 below', 'Nothing here', 'see action A1'), {
      maxLength: 3,
    }),
    deadlines: fc.array(fc.constantFrom('End March 2026', 'June 2027', 'Quarterly', 'TBC', ''), {
      maxLength: 3,
    }),
    adoptedOn: fc.constantFrom('2025-09-20', '2026-06-01'),
    evidence: fc.nat(2),
    activities: fc.array(
      fc.record({
        title: fc.constantFrom('Book a room', 'Train the staff'),
        deadline: fc.constantFrom('March 2026', 'June 2027', '', null),
        status: fc.constantFrom('On Target', 'Complete', 'In hand', null),
      }),
      { maxLength: 3 },
    ),
    measures: fc.array(
      fc.record({
        name: fc.constantFrom('Staff who were trained', 'Rooms booked'),
        verdict: fc.constantFrom(...Object.values(Verdict)),
      }),
      { maxLength: 3 },
    ),
    milestones: fc.array(
      fc.record({
        kind: fc.constantFrom(...Object.values(MilestoneKind)),
        title: fc.constantFrom('All teams have a trainer', '30-day review'),
        dueOn: fc.constantFrom('2026-11-23', '2026-11-24'),
        doneOn: fc.constantFrom(null, '2026-11-20'),
      }),
      { maxLength: 3 },
    ),
    updates: fc.array(
      fc.record({
        period: fc.constantFrom('Q1 2026/27', 'Q2 2026/27'),
        periodStartsOn: fc.constantFrom('2026-04-01', '2026-07-01'),
        status: fc.constantFrom(...Object.values(ActionStatus)),
        percentComplete: fc.integer({ min: 0, max: 100 }),
        narrative: fc.constantFrom('', 'One team.', 'one team', 'Two teams.'),
      }),
      { maxLength: 4 },
    ),
    missing: fc.uniqueArray(fc.constantFrom('Q3 2025/26', 'Q4 2025/26'), { maxLength: 2 }),
    departed: fc.subarray([
      { key: '1', name: 'Ada Fern' },
      { key: '2', name: 'Larkmere Police' },
    ]),
    references: fc.constantFrom(null, new Set(['1.1', 'a1'])),
  })

  it('says the same of the same facts, alters nothing, and names each thing once', () => {
    fc.assert(
      fc.property(drawn, (action) => {
        const before = JSON.stringify(action)
        const pointers = pointersOf(action, today)
        expect(pointersOf({ ...action }, today)).toEqual(pointers)
        expect(JSON.stringify(action)).toBe(before)
        const keys = pointers.map(({ kind, facts }) => `${kind} ${facts}`)
        expect(new Set(keys).size).toBe(keys.length)
        for (const { words } of pointers) expect(words).toMatch(/^[A-Z].*\.$/)
      }),
    )
  })

  it('an answer outlives everything but a change of its own facts', () => {
    fc.assert(
      fc.property(drawn, fc.integer({ min: 0, max: 100 }), (action, percentComplete) => {
        const latest = action.updates.at(-1)
        if (!latest || latest.percentComplete === percentComplete) return
        const changed = {
          ...action,
          updates: [...action.updates.slice(0, -1), { ...latest, percentComplete }],
        }
        const keys = (of: ActionFacts) => pointersOf(of, today).map(({ kind, facts }) => `${kind} ${facts}`)
        const aboutPercent = /^(COMPLETE_BELOW_100|PERCENT_FELL) /
        const others = (of: ActionFacts) => keys(of).filter((key) => !aboutPercent.test(key))
        expect(others(changed)).toEqual(others(action))
        const kept = keys(changed).filter((key) => aboutPercent.test(key) && keys(action).includes(key))
        expect(kept).toEqual([])
      }),
    )
  })

  it('compares references without their last stop and their case, and wants a reason for an answer', () => {
    expect(normal(' A1. ')).toBe('a1')
    expect(checkAnswer(' ')).toMatchObject([{ field: 'reason' }])
    expect(checkAnswer('The board moved the deadline.')).toEqual([])
  })
})
