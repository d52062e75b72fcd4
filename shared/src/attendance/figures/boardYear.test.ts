import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, todayInLondon } from '../../board/dates.ts'
import {
  boardYearName,
  boardYearOf,
  checkRulesYear,
  checkYearStart,
  yearEndsOn,
  yearStartsOn,
} from './boardYear.ts'
import { agreesOnYear, daysOfYear } from '../rule/slowCounter.fixture.ts'

const months = fc.integer({ min: 1, max: 12 })
const days = fc.integer({ min: 0, max: 30_000 }).map((later) => addDays('1990-01-01', later))

describe('a board’s year', () => {
  it('is named by its months', () => {
    expect(boardYearName(2026, 4)).toBe('April 2026 to March 2027')
    expect(boardYearName(2026, 1)).toBe('January 2026 to December 2026')
    expect(boardYearName(2027, 12)).toBe('December 2027 to November 2028')
  })

  it('begins on the first day of its month', () => {
    expect(boardYearOf('2027-03-31', 4)).toBe(2026)
    expect(boardYearOf('2027-04-01', 4)).toBe(2027)
    expect([yearStartsOn(2026, 4), yearEndsOn(2026, 4)]).toEqual(['2026-04-01', '2027-03-31'])
    expect(yearEndsOn(2027, 3)).toBe('2028-02-29')
  })

  it('holds each day once, from the first to the last', () => {
    fc.assert(
      fc.property(days, months, (day, month) => {
        const year = boardYearOf(day, month)
        expect(agreesOnYear(day, month)).toBe(true)
        const all = daysOfYear(year, month)
        expect([all[0], all.at(-1)]).toEqual([yearStartsOn(year, month), yearEndsOn(year, month)])
        expect(boardYearOf(addDays(yearEndsOn(year, month), 1), month)).toBe(year + 1)
      }),
      { numRuns: 40 },
    )
  })

  it('takes a meeting late in the evening on the day that it is in London', () => {
    // The clocks go forward on 29 March 2026: half past eleven in the evening of 31 March is 22:30 in Greenwich.
    expect(boardYearOf(todayInLondon(new Date('2026-03-31T22:30:00Z')), 4)).toBe(2025)
    expect(boardYearOf(todayInLondon(new Date('2026-03-31T23:30:00Z')), 4)).toBe(2026)
    expect(todayInLondon(new Date('2026-10-25T00:30:00Z'))).toBe('2026-10-25')
    expect(todayInLondon(new Date('2026-10-25T23:30:00Z'))).toBe('2026-10-25')
    expect(todayInLondon(new Date('2026-10-24T23:30:00Z'))).toBe('2026-10-25')
  })

  it('has a month', () => {
    expect(checkYearStart(4)).toEqual([])
    for (const month of [0, 13, 1.5, Number.NaN]) expect(checkYearStart(month)).toHaveLength(1)
  })

  it('rules are written for a few years back and for the next one', () => {
    expect([2021, 2026, 2027].flatMap((year) => checkRulesYear(year, 2026))).toEqual([])
    for (const year of [2020, 2028, 2026.5]) expect(checkRulesYear(year, 2026)).toHaveLength(1)
  })

  it('months are counted to the same day, or to the last there is', () => {
    expect(addMonths('2026-08-31', 6)).toBe('2027-02-28')
    expect(addMonths('2027-08-31', 6)).toBe('2028-02-29')
    expect(addMonths('2026-12-15', 1)).toBe('2027-01-15')
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28')
  })
})
