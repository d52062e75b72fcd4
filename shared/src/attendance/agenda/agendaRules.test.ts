import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  agendaLimits,
  checkAgendaItem,
  checkDecision,
  checkMeetingAction,
  checkPaper,
  checkStrategyKind,
  checkTextsOf,
  moved,
} from './agendaRules.ts'

const fields = (problems: { field: string }[]) => problems.map(({ field }) => field)
const item = { title: 'Risks', presenter: '', minutes: null, notes: '' }

describe('an agenda', () => {
  it('has items with a title, and a length in whole minutes where it is known', () => {
    expect(checkAgendaItem(item)).toEqual([])
    expect(checkAgendaItem({ ...item, minutes: 10 })).toEqual([])
    expect(fields(checkAgendaItem({ ...item, title: ' ' }))).toEqual(['title'])
    for (const minutes of [0, -1, 1.5, Number.NaN, agendaLimits.minutes + 1])
      expect(fields(checkAgendaItem({ ...item, minutes }))).toEqual(['minutes'])
    const long = 'x'.repeat(10_001)
    expect(fields(checkAgendaItem({ title: long, presenter: long, minutes: null, notes: long }))).toEqual([
      'title',
      'presenter',
      'notes',
    ])
  })

  it('moves an item by one place and loses none', () => {
    expect(moved(['a', 'b', 'c'], 'b', 'UP')).toEqual(['b', 'a', 'c'])
    expect(moved(['a', 'b', 'c'], 'b', 'DOWN')).toEqual(['a', 'c', 'b'])
    expect(moved(['a', 'b', 'c'], 'a', 'UP')).toEqual(['a', 'b', 'c'])
    expect(moved(['a', 'b', 'c'], 'c', 'DOWN')).toEqual(['a', 'b', 'c'])
    const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 })
    fc.assert(
      fc.property(ids, fc.nat(), fc.constantFrom('UP' as const, 'DOWN' as const), (list, pick, direction) => {
        const id = list[pick % list.length] ?? ''
        const order = moved(list, id, direction)
        expect(order.toSorted()).toEqual(list.toSorted())
        expect(Math.abs(order.indexOf(id) - list.indexOf(id))).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('has papers with a title, and links that lead somewhere', () => {
    expect(checkPaper({ title: 'Chronology', address: null })).toEqual([])
    expect(checkPaper({ title: 'Chronology', address: 'https://files.example.org/1' })).toEqual([])
    expect(fields(checkPaper({ title: '', address: 'javascript:alert(1)' }))).toEqual(['title', 'address'])
  })

  it('has decisions with words, and actions with words and somebody who does it', () => {
    expect(checkDecision('Agreed.')).toEqual([])
    expect(fields(checkDecision(' '))).toEqual(['words'])
    const action = { words: 'Write to the landlord', organisationId: null, post: '', dueOn: null }
    expect(fields(checkMeetingAction(action))).toEqual(['organisationId'])
    expect(checkMeetingAction({ ...action, post: 'Housing officer' })).toEqual([])
    expect(checkMeetingAction({ ...action, organisationId: 'one' })).toEqual([])
    expect(fields(checkMeetingAction({ ...action, words: '', organisationId: 'one' }))).toEqual(['words'])
  })

  it('names nobody where it is of a strategy meeting', () => {
    const texts = { notes: 'Margaret Thompson said that she feels safe.' }
    expect(fields(checkTextsOf('STRATEGY', texts, '2026-12-01'))).toEqual(['notes'])
    expect(checkTextsOf('BOARD', texts, '2026-12-01')).toEqual([])
  })
})

describe('a kind of strategy meeting', () => {
  const invitee = { organisationId: 'police', personId: null, required: true }

  it('has a name, and a list on which nobody stands twice', () => {
    expect(checkStrategyKind({ name: 'Case conference', invitees: [] })).toEqual([])
    expect(fields(checkStrategyKind({ name: '', invitees: [] }))).toEqual(['name'])
    const several = [invitee, { ...invitee, personId: 'one' }, { ...invitee, personId: 'two' }]
    expect(checkStrategyKind({ name: 'Case conference', invitees: several })).toEqual([])
    expect(
      fields(
        checkStrategyKind({
          name: 'Case conference',
          invitees: [...several, { ...invitee, required: false }],
        }),
      ),
    ).toEqual(['invitees.3.organisationId'])
    expect(fields(checkStrategyKind({ name: 'A', invitees: [{ ...invitee, organisationId: '' }] }))).toEqual([
      'invitees.0.organisationId',
    ])
  })

  it('has no more on its list than a meeting can have', () => {
    const many = Array.from({ length: agendaLimits.invitees + 1 }, (_, at) => ({
      ...invitee,
      organisationId: `agency ${at}`,
    }))
    expect(fields(checkStrategyKind({ name: 'Case conference', invitees: many }))).toEqual(['invitees'])
  })
})
