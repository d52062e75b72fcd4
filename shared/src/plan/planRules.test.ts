import { describe, expect, it } from 'vitest'
import {
  checkAction,
  checkArea,
  checkComment,
  checkPlanTitle,
  checkShare,
  writingLimits,
} from './planRules.ts'

const fields = (problems: { field: string }[]) => problems.map((problem) => problem.field)

describe('the rules of editing a plan', () => {
  it('a plan, an area, an action and a comment need their text', () => {
    expect(fields(checkPlanTitle(' '))).toEqual(['title'])
    expect(fields(checkArea({ reference: '', theme: '', title: '' }))).toEqual(['title'])
    expect(fields(checkComment('\n'))).toEqual(['body'])
    expect(
      fields(checkAction({ reference: '', title: '', outcome: '', evidence: [], responsible: [] })),
    ).toEqual(['title'])
  })

  it('what is too long is named by its place in the list', () => {
    const action = {
      reference: 'x'.repeat(41),
      title: 'x'.repeat(4000),
      outcome: '',
      evidence: [
        { text: '', deadline: '' },
        { text: 'x'.repeat(10_001), deadline: 'x'.repeat(1001) },
      ],
      responsible: [{ postTitle: 'x'.repeat(501) }],
    }
    expect(fields(checkAction(action))).toEqual([
      'reference',
      'evidence.1.text',
      'evidence.1.deadline',
      'responsible.0.postTitle',
    ])
    const item = { text: '', deadline: '' }
    const many = {
      ...action,
      reference: '',
      evidence: Array.from({ length: writingLimits.evidence + 1 }, () => item),
    }
    expect(fields(checkAction({ ...many, responsible: [] }))).toEqual(['evidence'])
  })

  it('an activity needs its text, and an empty row is none', () => {
    const action = { reference: '', title: 'Write it down', outcome: '', evidence: [], responsible: [] }
    const empty = { title: ' ', lead: '', deadline: '', status: '', comments: '' }
    const named = { ...empty, title: '', lead: 'Head of Service', status: 'x'.repeat(501) }
    expect(fields(checkAction({ ...action, activities: [empty, named] }))).toEqual([
      'activities.1.title',
      'activities.1.status',
    ])
    const many = Array.from({ length: writingLimits.activities + 1 }, () => empty)
    expect(fields(checkAction({ ...action, activities: many }))).toEqual(['activities'])
  })
})

describe('the rules of a share', () => {
  const share = { toBoardId: 'b', reason: 'We work on it together.', endsOn: '2027-03-31' }
  const today = '2026-11-22'

  it('one receiver, a reason and a day make a share', () => {
    expect(checkShare(share, today)).toEqual([])
    expect(fields(checkShare({ ...share, toOrganisationId: 'o' }, today))).toEqual(['receiver'])
    expect(fields(checkShare({ ...share, toBoardId: null }, today))).toEqual(['receiver'])
    expect(fields(checkShare({ ...share, reason: '' }, today))).toEqual(['reason'])
  })

  it('ends today at the earliest and two years from today at the latest', () => {
    const problems = (endsOn: string) => fields(checkShare({ ...share, endsOn }, today))
    expect(problems('2026-11-21')).toEqual(['endsOn'])
    expect(problems('2026-11-22')).toEqual([])
    expect(problems('2028-11-22')).toEqual([])
    expect(problems('2028-11-23')).toEqual(['endsOn'])
  })

  it('a day that does not exist is none', () => {
    for (const endsOn of ['2027-02-30', '2027-13-01', '2027-00-10', '-0-0', '27-1-1', ''])
      expect(fields(checkShare({ ...share, endsOn }, today))).toEqual(['endsOn'])
  })
})
