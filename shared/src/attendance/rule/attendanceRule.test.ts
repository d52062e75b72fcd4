import { describe, expect, it } from 'vitest'
import {
  checkRule,
  checkRules,
  isSameRule,
  RuleKind,
  ruleNumber,
  ruleWords,
  usualPromises,
} from './attendanceRule.ts'
import type { RuleTerms } from './attendanceRule.ts'

const absent: RuleTerms = { kind: 'AGENCY_ABSENT', limit: 1, samplePercent: null, countsApologies: true }

describe('the rules of a board', () => {
  it('the usual promises are well and in plain words', () => {
    expect(usualPromises(false).map(ruleWords)).toEqual([
      'An agency misses more than 1 meeting in a year, with or without apologies.',
      'An agency sends a deputy to more than 1 meeting in a year.',
      'Of a sample of 50% of the year’s strategy meetings, fewer than 85% have full attendance, and the 95% interval is sure of it.',
    ])
    expect(usualPromises(true).map(ruleWords)).toContain('Fewer than 8 meetings are held in the year.')
    expect([...checkRules(usualPromises(false)), ...checkRules(usualPromises(true))]).toEqual([])
  })

  it.each(Object.values(RuleKind))('%s takes the numbers between its limits, and whole ones only', (kind) => {
    const terms = (limit: number): RuleTerms => ({
      kind,
      limit,
      samplePercent: kind === 'FULL_ATTENDANCE' ? 50 : null,
      countsApologies: kind === 'AGENCY_ABSENT' ? false : null,
    })
    const { least, most } = ruleNumber[kind]
    expect([...checkRule(terms(least)), ...checkRule(terms(most))]).toEqual([])
    for (const wrong of [least - 1, most + 1, least + 0.5, Number.NaN])
      expect(checkRule(terms(wrong))).toEqual([
        { field: 'limit', message: `Enter a whole number from ${least} to ${most}.` },
      ])
    expect(ruleWords(terms(least)).endsWith('.')).toBe(true)
  })

  it('what belongs to another kind is said', () => {
    expect(checkRule({ ...absent, samplePercent: 50 }).map(({ field }) => field)).toEqual(['samplePercent'])
    expect(checkRule({ ...absent, countsApologies: null }).map(({ field }) => field)).toEqual([
      'countsApologies',
    ])
    expect(
      checkRule({ kind: 'FULL_ATTENDANCE', limit: 85, samplePercent: null, countsApologies: null }),
    ).toHaveLength(1)
  })

  it('there is one of each kind, and a problem says which rule it is of', () => {
    expect(checkRules([absent, { ...absent, limit: -1 }]).map(({ field }) => field)).toEqual([
      'rules.1.limit',
      'rules.1.kind',
    ])
  })

  it('are the same when all they ask for is', () => {
    expect(isSameRule(absent, { ...absent })).toBe(true)
    expect(isSameRule(absent, { ...absent, limit: 2 })).toBe(false)
    expect(isSameRule(absent, { ...absent, countsApologies: false })).toBe(false)
  })
})
