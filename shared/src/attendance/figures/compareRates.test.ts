import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tallyOf } from '../rule/attendanceCount.ts'
import type { Tally } from '../rule/attendanceCount.ts'
import { comparedText, compareRates } from './compareRates.ts'

const counts = (came: number, missed: number, unknown = 0): Tally => ({
  ...tallyOf([]),
  PRESENT: came,
  ABSENT: missed,
  UNKNOWN: unknown,
})
const tallies = fc
  .record({ came: fc.nat(60), missed: fc.nat(60), unknown: fc.nat(9) })
  .map(({ came, missed, unknown }) => counts(came, missed, unknown))

describe('a rate against that of the year before', () => {
  // Newcombe 1998, table II, method 10: the difference of 56/70 and 48/80, and of 9/10 and 3/10.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [10, 10, 0, 10, 0.6075, 1],
  ])('%i of %i after %i of %i', (came, of, cameBefore, ofBefore, low, high) => {
    const { interval } = compareRates(counts(came, of - came), counts(cameBefore, ofBefore - cameBefore))
    expect(interval?.low).toBeCloseTo(low, 4)
    expect(interval?.high).toBeCloseTo(high, 4)
  })

  it('says that there are too few meetings to tell, where chance may have made the difference', () => {
    expect(comparedText(compareRates(counts(4, 0), counts(3, 1)))).toBe(
      '25 points higher: too few meetings to tell',
    )
    expect(comparedText(compareRates(counts(95, 5), counts(50, 50)))).toBe('45 points higher')
    expect(comparedText(compareRates(counts(10, 90), counts(50, 50)))).toBe('40 points lower')
    expect(comparedText(compareRates(counts(2, 2), counts(1, 1)))).toBe('The same')
    expect(comparedText(compareRates(counts(0, 0, 3), counts(1, 1)))).toBe('Nothing to compare')
  })

  it('turned round it says the opposite, and unknown marks change nothing', () => {
    fc.assert(
      fc.property(tallies, tallies, fc.nat(9), (now, before, more) => {
        const [there, back] = [compareRates(now, before), compareRates(before, now)]
        expect(compareRates({ ...now, UNKNOWN: now.UNKNOWN + more }, before)).toEqual(there)
        const opposite = { HIGHER: 'LOWER', LOWER: 'HIGHER' } as Record<string, string>
        expect(back.change).toBe(opposite[there.change] ?? there.change)
        expect(Math.abs(there.difference ?? 0)).toBeCloseTo(Math.abs(back.difference ?? 0))
      }),
    )
  })
})
