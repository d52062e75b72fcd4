import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { casesNeeded, shareInterval } from './shareInterval.ts'

const cases = fc.integer({ min: 1, max: 5000 })
const shares = cases.chain((denominator) =>
  fc.record({ denominator: fc.constant(denominator), numerator: fc.nat(denominator) }),
)
const sampled = shares.chain(({ numerator, denominator }) =>
  fc.record({
    numerator: fc.constant(numerator),
    denominator: fc.constant(denominator),
    population: fc.integer({ min: denominator, max: denominator + 2000 }),
  }),
)
const hair = 1e-9

describe('the interval of a share', () => {
  // By the formula in another language, to four places; 81/263, 15/148, 0/20 and 1/29 as Newcombe prints them.
  it.each([
    [0, 10, 0, 0.2775],
    [5, 10, 0.2366, 0.7634],
    [10, 10, 0.7225, 1],
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
    [9, 10, 0.5958, 0.9821],
    [290, 300, 0.9397, 0.9818],
    [1, 1, 0.2065, 1],
    [0, 1, 0, 0.7935],
  ])('%i of %i', (numerator, denominator, low, high) => {
    const interval = shareInterval(numerator, denominator, null)
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })

  // By the formula: 299.37 to 365.19 cases, 30.07 to 74.46, 33.29 to 37.69, 0 to 0.45, and 3.93 to 10.36.
  it.each([
    [61, 75, 415, 299, 366],
    [12, 100, 400, 30, 75],
    [27, 30, 40, 33, 37],
    [0, 9, 10, 0, 1],
    [3, 4, 11, 3, 10],
  ])('%i of %i out of %i, in whole cases', (numerator, denominator, population, low, high) => {
    const interval = shareInterval(numerator, denominator, population)
    expect(interval.low * population).toBeCloseTo(low, 9)
    expect(interval.high * population).toBeCloseTo(high, 9)
  })

  it('holds the share, and stays from nothing to everything', () => {
    fc.assert(
      fc.property(sampled, fc.boolean(), ({ numerator, denominator, population }, known) => {
        const { low, high } = shareInterval(numerator, denominator, known ? population : null)
        const share = numerator / denominator
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(share + hair)
        expect(high).toBeGreaterThanOrEqual(share - hair)
      }),
    )
  })

  it('of what was found is the mirror of that of what was not', () => {
    fc.assert(
      fc.property(sampled, fc.boolean(), ({ numerator, denominator, population }, known) => {
        const of = known ? population : null
        const { low, high } = shareInterval(numerator, denominator, of)
        const mirror = shareInterval(denominator - numerator, denominator, of)
        expect(mirror.low).toBeCloseTo(1 - high, 9)
        expect(mirror.high).toBeCloseTo(1 - low, 9)
      }),
    )
  })

  it('moves up with one more that was found', () => {
    fc.assert(
      fc.property(sampled, fc.boolean(), ({ numerator, denominator, population }, known) => {
        fc.pre(numerator < denominator)
        const of = known ? population : null
        const one = shareInterval(numerator, denominator, of)
        const more = shareInterval(numerator + 1, denominator, of)
        expect(more.low).toBeGreaterThanOrEqual(one.low - hair)
        expect(more.high).toBeGreaterThanOrEqual(one.high - hair)
      }),
    )
  })

  it('narrows with more cases of the same share', () => {
    fc.assert(
      fc.property(shares, fc.integer({ min: 2, max: 20 }), ({ numerator, denominator }, times) => {
        const few = shareInterval(numerator, denominator, null)
        const many = shareInterval(numerator * times, denominator * times, null)
        expect(many.low).toBeGreaterThanOrEqual(few.low)
        expect(many.high).toBeLessThanOrEqual(few.high)
        expect(many.high - many.low).toBeLessThan(few.high - few.low)
      }),
    )
  })

  it('comes to nothing when all cases are looked at, and to the plain one when there are very many', () => {
    fc.assert(
      fc.property(shares, ({ numerator, denominator }) => {
        const share = numerator / denominator
        expect(shareInterval(numerator, denominator, denominator)).toEqual({ low: share, high: share })
        const plain = shareInterval(numerator, denominator, null)
        const many = shareInterval(numerator, denominator, 1_000_000_000)
        expect(many.low).toBeCloseTo(plain.low, 5)
        expect(many.high).toBeCloseTo(plain.high, 5)
      }),
    )
  })

  it('never says more or less than was counted', () => {
    fc.assert(
      fc.property(sampled, ({ numerator, denominator, population }) => {
        const { low, high } = shareInterval(numerator, denominator, population)
        expect(low * population).toBeGreaterThanOrEqual(numerator - 1e-6)
        expect(high * population).toBeLessThanOrEqual(population - (denominator - numerator) + 1e-6)
      }),
    )
  })

  it.each([
    [20, 5],
    [40, 10],
    [60, 30],
    [100, 38],
    [100, 90],
  ])('of %i cases holds the true share in 95 of 100 samples of %i, over all true shares', (all, looked) => {
    let held = 0
    for (let truly = 0; truly <= all; truly += 1)
      for (let found = Math.max(0, looked - (all - truly)); found <= Math.min(looked, truly); found += 1) {
        const { low, high } = shareInterval(found, looked, all)
        if (low - hair <= truly / all && truly / all <= high + hair)
          held += (choose(truly, found) * choose(all - truly, looked - found)) / choose(all, looked)
      }
    expect(held / (all + 1)).toBeGreaterThan(0.95)
  })

  it.each([
    [1, 0, null],
    [0, 0, null],
    [11, 10, null],
    [-1, 10, null],
    [0.5, 10, null],
    [5, 10, 9],
  ])('%d of %d out of %s is none', (numerator, denominator, population) => {
    expect(() => shareInterval(numerator, denominator, population)).toThrow(RangeError)
  })
})

describe('how many cases are needed', () => {
  const target = fc.integer({ min: 1, max: 99 })

  it('leave the target outside of the interval, and far fewer do not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), target, (share, aim) => {
        const needed = casesNeeded(share / 100, aim / 100, null)
        expect(needed === null).toBe(share === aim)
        fc.pre(needed !== null)
        // As many as give whole cases of this share.
        const enough = Math.ceil(needed / 100) * 100
        const { low, high } = shareInterval((enough * share) / 100, enough, null)
        expect(low * 100 > aim || high * 100 < aim).toBe(true)
        const tooFew = Math.floor((needed - 1) / 100) * 100
        fc.pre(tooFew > 0)
        const wide = shareInterval((tooFew * share) / 100, tooFew, null)
        expect(wide.low * 100 <= aim && wide.high * 100 >= aim).toBe(true)
      }),
    )
  })

  it('are never more than there are, and fewer than without an end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), target, cases, (share, aim, population) => {
        const needed = casesNeeded(share / 100, aim / 100, population)
        if (needed === null) return
        expect(needed).toBeLessThanOrEqual(population)
        expect(needed).toBeLessThanOrEqual(casesNeeded(share / 100, aim / 100, null) ?? 0)
      }),
    )
  })

  it('cannot be said where the target is everything or nothing', () => {
    expect(casesNeeded(1, 1, null)).toBeNull()
    expect(casesNeeded(0, 0, 50)).toBeNull()
  })
})

function choose(from: number, take: number): number {
  let ways = 1
  for (let each = 1; each <= take; each += 1) ways = (ways * (from - take + each)) / each
  return ways
}
