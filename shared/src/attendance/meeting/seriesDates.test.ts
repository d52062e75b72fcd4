import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../board/dates.ts'
import { localTimeOf, momentOf, weekdayOf } from './meetingTime.ts'
import {
  checkSeriesRule,
  daysBetween,
  monthlyRepeats,
  seriesDays,
  seriesLimits,
  seriesWords,
} from './seriesDates.ts'
import type { SeriesRule } from './seriesDates.ts'

const days = fc.integer({ min: 0, max: 40_000 }).map((later) => addDays('2000-01-01', later))

const rules: fc.Arbitrary<SeriesRule> = days.chain((firstOn) =>
  fc.record({
    firstOn: fc.constant(firstOn),
    repeat: fc.constantFrom('WEEKS' as const, ...monthlyRepeats(firstOn).map(({ repeat }) => repeat)),
    every: fc.integer({ min: 1, max: 12 }),
    count: fc.integer({ min: 2, max: seriesLimits.most }),
  }),
)

/** Looks at every day from the first on and asks whether it belongs: slow and obvious. */
function countedDays({ firstOn, repeat, every, count }: SeriesRule): string[] {
  const monthsSince = (day: string) =>
    (Number(day.slice(0, 4)) - Number(firstOn.slice(0, 4))) * 12 +
    Number(day.slice(5, 7)) -
    Number(firstOn.slice(5, 7))
  const place = (day: string) => {
    let before = 0
    for (let other = addDays(day, -7); other.slice(0, 7) === day.slice(0, 7); other = addDays(other, -7))
      before += 1
    return before
  }
  const belongs = (day: string, weeks: number) => {
    if (repeat === 'WEEKS') return weeks % every === 0
    if (monthsSince(day) % every !== 0) return false
    return repeat === 'MONTHS'
      ? place(day) === place(firstOn)
      : addDays(day, 7).slice(0, 7) !== day.slice(0, 7)
  }
  const found: string[] = []
  for (let weeks = 0; found.length < count; weeks += 1) {
    const day = addDays(firstOn, 7 * weeks)
    if (belongs(day, weeks)) found.push(day)
  }
  return found
}

describe('the days of a series', () => {
  it('are those that a slow look at every week finds', () => {
    fc.assert(
      fc.property(rules, (rule) => {
        expect(seriesDays(rule)).toEqual(countedDays(rule))
      }),
    )
  })

  it('keep the weekday and the time on the clock, summer or winter', () => {
    fc.assert(
      fc.property(rules, fc.constantFrom('09:30', '14:00', '18:15'), (rule, time) => {
        const found = seriesDays(rule)
        expect(found).toHaveLength(rule.count)
        expect(found[0]).toBe(rule.firstOn)
        expect(new Set(found.map(weekdayOf))).toEqual(new Set([weekdayOf(rule.firstOn)]))
        for (const day of found) {
          const moment = momentOf({ day, time })
          expect(moment && localTimeOf(moment)).toEqual({ day, time })
        }
      }),
    )
  })

  it('are those of the calendar on the wall', () => {
    expect(seriesDays({ firstOn: '2026-12-08', repeat: 'MONTHS', every: 2, count: 4 })).toEqual([
      '2026-12-08',
      '2027-02-09',
      '2027-04-13',
      '2027-06-08',
    ])
    expect(seriesDays({ firstOn: '2026-12-29', repeat: 'MONTHS_LAST', every: 1, count: 3 })).toEqual([
      '2026-12-29',
      '2027-01-26',
      '2027-02-23',
    ])
    expect(seriesDays({ firstOn: '2027-03-24', repeat: 'WEEKS', every: 1, count: 2 })).toEqual([
      '2027-03-24',
      '2027-03-31',
    ])
  })
})

it.each([
  ['2026-12-08', ['on the second Tuesday']],
  ['2026-12-29', ['on the last Tuesday']],
  ['2027-02-23', ['on the fourth Tuesday', 'on the last Tuesday']],
])('a month can repeat %s %s', (firstOn, words) => {
  expect(monthlyRepeats(firstOn).map((choice) => choice.words)).toEqual(words)
})

it('a rule has its limits, and says them', () => {
  const rule: SeriesRule = { firstOn: '2026-12-08', repeat: 'MONTHS', every: 2, count: 6 }
  const fields = (changed: Partial<SeriesRule>) =>
    checkSeriesRule({ ...rule, ...changed }).map(({ field }) => field)
  expect(fields({})).toEqual([])
  expect(fields({ every: 13 })).toEqual(['every'])
  expect(fields({ every: 26, repeat: 'WEEKS' })).toEqual([])
  expect(fields({ every: 1.5, count: 61 })).toEqual(['every', 'count'])
  expect(fields({ count: 1 })).toEqual(['count'])
  expect(fields({ repeat: 'MONTHS_LAST' })).toEqual(['repeat'])
  expect(seriesDays({ ...rule, count: 61 })).toEqual([])
})

it('is said in words', () => {
  expect(seriesWords({ firstOn: '2026-12-08', repeat: 'MONTHS', every: 2 })).toBe(
    'every 2 months on the second Tuesday',
  )
  expect(seriesWords({ firstOn: '2026-12-08', repeat: 'WEEKS', every: 1 })).toBe('every week on Tuesday')
})

it('counts the days between two days, whatever the clocks do', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -400, max: 400 }), (day, later) => {
      expect(daysBetween(day, addDays(day, later))).toBe(later)
    }),
  )
})
