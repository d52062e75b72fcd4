import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { intervalOf, judge, resultText, targetText } from './measureJudgement.ts'
import type { Found, MeasureTerms } from './measureJudgement.ts'
import { intervalText, shareInterval } from '../statistics/shareInterval.ts'

const today = '2026-11-24'
const sample: MeasureTerms = { kind: 'PERCENT_AT_LEAST', target: 90, counting: 'SAMPLE' }
const found = (numerator: number, denominator: number, populationSize: number | null = null): Found => ({
  numerator,
  denominator,
  populationSize,
  measuredOn: '2026-09-30',
})
const value = (number: number): Found => ({ value: number, measuredOn: '2026-09-30' })
const done = (measuredOn: string): Found => ({ measuredOn })

describe('the judgement of a measure', () => {
  it.each<[string, MeasureTerms, Found | null, string, RegExp]>([
    ['nothing recorded', sample, null, 'NO_RESULT', /Nothing has been recorded/],
    ['no cases', sample, found(0, 0), 'NO_RESULT', /no cases/],
    [
      '9 of 10',
      sample,
      found(9, 10),
      'UNCERTAIN',
      /59\.5% to 98\.3%, lies on both sides of 90%.*just the target/,
    ],
    ['19 of 20', sample, found(19, 20), 'UNCERTAIN', /stays at 95%, about 139 cases would be enough/],
    [
      '290 of 300',
      sample,
      found(290, 300),
      'MET',
      /^The whole 95% interval, 93\.9% to 98\.2%, lies at or above 90%/,
    ],
    ['240 of 300', sample, found(240, 300), 'NOT_MET', /The whole 95% interval.*below 90%/],
    ['one case', sample, found(1, 1), 'UNCERTAIN', /20\.6% to 100%/],
    ['none of many', sample, found(0, 100), 'NOT_MET', /0% to 3\.7%/],
    [
      'at most, few',
      { ...sample, kind: 'PERCENT_AT_MOST', target: 5 },
      found(0, 100),
      'MET',
      /at or below 5%/,
    ],
    [
      'at most, many',
      { ...sample, kind: 'PERCENT_AT_MOST', target: 5 },
      found(30, 100),
      'NOT_MET',
      /above 5%/,
    ],
    [
      'everything was looked at after all',
      sample,
      found(36, 40, 40),
      'MET',
      /Counted in full: 36 of 40 \(90%\)/,
    ],
    ['nearly everything', sample, found(36, 39, 40), 'MET', /at or above 90%/],
    [
      'nearly everything, and one may tip it',
      sample,
      found(35, 39, 40),
      'UNCERTAIN',
      /only counting all 40 cases/,
    ],
    [
      'all counted',
      { ...sample, counting: 'ALL' },
      found(9, 10),
      'MET',
      /Counted in full: 9 of 10 \(90%\) is at least 90%/,
    ],
    ['all counted, too few', { ...sample, counting: 'ALL' }, found(8, 10), 'NOT_MET', /is not at least 90%/],
    [
      'a share that is no round number',
      { ...sample, counting: 'ALL', target: 97.5 },
      found(39, 40),
      'MET',
      /97\.5%/,
    ],
    [
      'everything asked of a sample',
      { ...sample, target: 100 },
      found(500, 500),
      'UNCERTAIN',
      /sample can never show/,
    ],
    [
      'everything asked, and one is not',
      { ...sample, target: 100 },
      found(499, 500),
      'NOT_MET',
      /below 100%/,
    ],
    [
      'everything asked of all',
      { ...sample, target: 100, counting: 'ALL' },
      found(7, 7),
      'MET',
      /Counted in full/,
    ],
    [
      'nothing asked of a sample',
      { ...sample, kind: 'PERCENT_AT_MOST', target: 0 },
      found(0, 500),
      'UNCERTAIN',
      /sample can never show/,
    ],
    [
      'number reached',
      { kind: 'AT_LEAST', target: 12, unit: 'visits' },
      value(12),
      'MET',
      /^12 visits is at least 12 visits/,
    ],
    [
      'number missed',
      { kind: 'AT_LEAST', target: 12, unit: 'visits' },
      value(11),
      'NOT_MET',
      /is not at least/,
    ],
    ['few enough', { kind: 'AT_MOST', target: 3 }, value(3), 'MET', /^3 is at most 3/],
    [
      'days in time',
      { kind: 'DAYS_AT_MOST', target: 10, unit: 'working days' },
      value(9.5),
      'MET',
      /9\.5 working days/,
    ],
    [
      'days too long',
      { kind: 'DAYS_AT_MOST', target: 10, unit: 'days' },
      value(10.1),
      'NOT_MET',
      /is not at most 10 days/,
    ],
    [
      'done on the day',
      { kind: 'BY_DATE', targetOn: '2026-09-30' },
      done('2026-09-30'),
      'MET',
      /Done on 30 September 2026/,
    ],
    [
      'done late',
      { kind: 'BY_DATE', targetOn: '2026-09-30' },
      done('2026-10-01'),
      'NOT_MET',
      /after 30 September/,
    ],
    [
      'not done and its day is over',
      { kind: 'BY_DATE', targetOn: '2026-11-23' },
      null,
      'NOT_MET',
      /was to be done/,
    ],
    ['not done on its day', { kind: 'BY_DATE', targetOn: '2026-11-24' }, null, 'NOT_DUE', /is to be done by/],
  ])('%s', (_, measure, result, verdict, words) => {
    const judgement = judge(measure, result, today)
    expect(judgement.verdict).toBe(verdict)
    expect(judgement.words).toMatch(words)
  })

  const drawn = fc.integer({ min: 1, max: 400 }).chain((denominator) =>
    fc.record({
      numerator: fc.nat(denominator),
      denominator: fc.constant(denominator),
      population: fc.option(fc.integer({ min: denominator, max: denominator + 400 })),
      target: fc.integer({ min: 0, max: 100 }),
      atMost: fc.boolean(),
    }),
  )

  it('says “met” or “not met” of a sample only when the whole interval is on that side', () => {
    fc.assert(
      fc.property(drawn, ({ numerator, denominator, population, target, atMost }) => {
        const kind = atMost ? 'PERCENT_AT_MOST' : 'PERCENT_AT_LEAST'
        const measure: MeasureTerms = { kind, target, counting: 'SAMPLE' }
        const { verdict } = judge(measure, found(numerator, denominator, population), today)
        const { low, high } = shareInterval(numerator, denominator, population)
        const side = (share: number) => {
          const percent = Math.round(share * 1e11) / 1e9
          return atMost ? percent <= target : percent >= target
        }
        expect(verdict).toBe(
          side(low) && side(high) ? 'MET' : side(low) || side(high) ? 'UNCERTAIN' : 'NOT_MET',
        )
      }),
    )
  })

  it('one more that was found never turns “met” into anything else', () => {
    fc.assert(
      fc.property(drawn, ({ numerator, denominator, population, target }) => {
        fc.pre(numerator < denominator)
        const measure: MeasureTerms = { ...sample, target }
        const before = judge(measure, found(numerator, denominator, population), today).verdict
        const after = judge(measure, found(numerator + 1, denominator, population), today).verdict
        const order = ['NOT_MET', 'UNCERTAIN', 'MET']
        expect(order.indexOf(after)).toBeGreaterThanOrEqual(order.indexOf(before))
      }),
    )
  })

  it('has an interval for a sample of some cases alone', () => {
    expect(intervalOf(sample, found(9, 10))).not.toBeNull()
    expect(intervalOf(sample, found(0, 0))).toBeNull()
    expect(intervalOf(sample, found(9, 10, 10))).toBeNull()
    expect(intervalOf({ ...sample, counting: 'ALL' }, found(9, 10))).toBeNull()
    expect(intervalOf({ kind: 'AT_LEAST', target: 1 }, value(2))).toBeNull()
  })

  it('is told in the words of the board', () => {
    expect(targetText({ kind: 'PERCENT_WITHIN_DAYS', target: 95, withinDays: 5, unit: 'working days' })).toBe(
      'at least 95% within 5 working days',
    )
    expect(targetText({ kind: 'AT_MOST', target: 1200, unit: 'calls' })).toBe('at most 1,200 calls')
    expect(targetText({ kind: 'BY_DATE', targetOn: '2027-03-31' })).toBe('by 31 March 2027')
    expect(resultText(sample, found(1, 3))).toBe('1 of 3 (33.3%)')
    expect(intervalText({ low: 0.59585, high: 0.98215 })).toBe('59.5% to 98.3%')
    expect(intervalText({ low: 0.9, high: 0.95 })).toBe('90% to 95%')
  })
})
