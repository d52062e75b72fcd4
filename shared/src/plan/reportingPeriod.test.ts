import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../board/dates.ts'
import {
  checkCalendar,
  Frequency,
  newCalendarStart,
  periodAfter,
  periodBefore,
  periodOn,
  periodsBetween,
  periodState,
  periodToReport,
  whyNotClose,
} from './reportingPeriod.ts'
import type { Calendar } from './reportingPeriod.ts'

const calendar = (frequency: Frequency, firstMonth = 4, startsOn = '1900-01-01'): Calendar => ({
  startsOn,
  frequency,
  firstMonth,
  daysToReport: 10,
})

const days = fc.integer({ min: 0, max: 40_000 }).map((later) => addDays('1980-01-01', later))
/** Calendars that a board set one after the other, each from the end of some period of those before it. */
const calendars = fc
  .array(
    fc.record({
      frequency: fc.constantFrom(...Object.values(Frequency)),
      firstMonth: fc.integer({ min: 1, max: 12 }),
      daysToReport: fc.integer({ min: 0, max: 92 }),
      reported: days,
    }),
    { maxLength: 4 },
  )
  .map((drawn) => {
    const set: Calendar[] = []
    for (const { reported, ...each } of drawn.toSorted((a, b) => (a.reported < b.reported ? -1 : 1))) {
      const startsOn = newCalendarStart(periodOn(set, reported).endsOn)
      if (startsOn > (set.at(-1)?.startsOn ?? '')) set.push({ ...each, startsOn })
    }
    return set
  })

describe('reporting periods', () => {
  it('are named as boards name them', () => {
    expect(periodOn([], '2026-09-30')).toEqual({
      name: 'Q2 2026/27',
      startsOn: '2026-07-01',
      endsOn: '2026-09-30',
      dueOn: '2026-10-14',
    })
    expect(periodOn([], '2027-03-31').name).toBe('Q4 2026/27')
    expect(periodOn([calendar('HALF_YEARLY')], '2026-06-15').name).toBe('H1 2026/27')
    expect(periodOn([calendar('MONTHLY')], '2026-06-15').name).toBe('June 2026')
    expect(periodOn([calendar('QUARTERLY', 1)], '2026-06-15').name).toBe('Q2 2026')
    expect(periodOn([calendar('QUARTERLY', 9)], '2026-06-15').name).toBe('Q4 2025/26')
    expect(periodOn([calendar('HALF_YEARLY', 4)], '1999-12-31').name).toBe('H2 1999/00')
  })

  it('a period that a change of the calendar cuts short is named by its months', () => {
    const changed = [calendar('HALF_YEARLY', 4, '2026-07-01')]
    expect(periodOn(changed, '2026-06-30')).toMatchObject({ name: 'Q1 2026/27', endsOn: '2026-06-30' })
    expect(periodOn(changed, '2026-07-01')).toMatchObject({
      name: 'July to September 2026',
      startsOn: '2026-07-01',
      endsOn: '2026-09-30',
    })
    expect(periodOn(changed, '2026-10-01').name).toBe('H2 2026/27')
    expect(periodOn([calendar('HALF_YEARLY', 9, '2026-12-01')], '2026-12-24').name).toBe(
      'December 2026 to February 2027',
    )
  })

  it('each day lies in exactly one, and they follow one another without a gap', () => {
    fc.assert(
      fc.property(calendars, days, (set, day) => {
        const period = periodOn(set, day)
        expect(period.startsOn <= day && day <= period.endsOn).toBe(true)
        expect(periodOn(set, period.startsOn)).toEqual(period)
        expect(periodOn(set, period.endsOn)).toEqual(period)
        const [before, after] = [periodBefore(set, period), periodAfter(set, period)]
        expect(addDays(before.endsOn, 1)).toBe(period.startsOn)
        expect(addDays(period.endsOn, 1)).toBe(after.startsOn)
        expect(period.dueOn >= period.endsOn).toBe(true)
      }),
    )
  })

  it('tile the board’s year in their number', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(Frequency)),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1990, max: 2090 }),
        (frequency, firstMonth, year) => {
          const first = `${year}-${String(firstMonth).padStart(2, '0')}-01`
          const last = addDays(`${year + 1}${first.slice(4)}`, -1)
          const periods = periodsBetween([calendar(frequency, firstMonth)], first, last)
          expect(periods).toHaveLength({ MONTHLY: 12, QUARTERLY: 4, HALF_YEARLY: 2 }[frequency])
          expect(periods[0]?.startsOn).toBe(first)
          expect(periods.at(-1)?.endsOn).toBe(last)
          expect(new Set(periods.map((period) => period.name)).size).toBe(periods.length)
        },
      ),
    )
  })

  it('a new calendar leaves every period before it as it was', () => {
    fc.assert(
      fc.property(
        calendars,
        fc.constantFrom(...Object.values(Frequency)),
        days,
        days,
        (set, frequency, reported, day) => {
          const last = periodOn(set, reported)
          const startsOn = newCalendarStart(last.endsOn)
          const changed = [
            ...set.filter((each) => each.startsOn < startsOn),
            calendar(frequency, 4, startsOn),
          ]
          const before = day <= last.endsOn
          expect(before ? periodOn(changed, day) : null).toEqual(before ? periodOn(set, day) : null)
          expect(periodOn(changed, day).startsOn >= startsOn).toBe(!before)
        },
      ),
    )
  })

  it('run, fall due, are overdue and close', () => {
    const period = periodOn([], '2026-08-01')
    expect(periodState(period, false, '2026-06-30')).toBe('COMING')
    expect(periodState(period, false, '2026-07-01')).toBe('RUNNING')
    expect(periodState(period, false, '2026-09-30')).toBe('RUNNING')
    expect(periodState(period, false, '2026-10-14')).toBe('DUE')
    expect(periodState(period, false, '2026-10-15')).toBe('OVERDUE')
    expect(periodState(period, true, '2026-10-15')).toBe('CLOSED')
    expect(whyNotClose(period, false, '2026-09-30')).toContain('30 September 2026')
    expect(whyNotClose(period, false, '2026-10-01')).toBeNull()
    expect(whyNotClose(period, true, '2026-10-01')).toContain('already')
  })

  it('the period to report is the oldest that is open and not reported, else the running one', () => {
    const to = (closed: string[], reported: string[], adoptedOn = '2025-12-10') =>
      periodToReport([], adoptedOn, new Set(closed), new Set(reported), '2026-08-20').name
    expect(to([], [])).toBe('Q4 2025/26')
    expect(to(['2026-01-01'], [])).toBe('Q1 2026/27')
    expect(to(['2026-01-01'], ['2026-04-01'])).toBe('Q2 2026/27')
    expect(to([], ['2026-01-01', '2026-04-01', '2026-07-01'])).toBe('Q2 2026/27')
    expect(to([], [], '2026-01-01')).toBe('Q4 2025/26')
    // A plan that was adopted in the middle of the running period can be reported on at once.
    expect(to([], [], '2026-08-19')).toBe('Q2 2026/27')
    expect(to([], [], '2000-01-01')).toBe('Q3 2023/24')
  })

  it('a calendar has a month and a number of days', () => {
    expect(checkCalendar({ firstMonth: 4, daysToReport: 14 })).toEqual([])
    expect(checkCalendar({ firstMonth: 0, daysToReport: 1.5 }).map(({ field }) => field)).toEqual([
      'firstMonth',
      'daysToReport',
    ])
    expect(checkCalendar({ firstMonth: 12, daysToReport: Number.NaN })).toHaveLength(1)
  })
})
