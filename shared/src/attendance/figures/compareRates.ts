import { shareInterval } from '../../statistics/shareInterval.ts'
import { attendedOf, knownOf, rateOf } from '../rule/attendanceCount.ts'
import type { Tally } from '../rule/attendanceCount.ts'

/** What a difference between two rates says. */
export const RateChange = {
  HIGHER: 'HIGHER',
  LOWER: 'LOWER',
  SAME: 'SAME',
  /** There is a difference, but so few meetings may show it by chance. */
  UNSURE: 'UNSURE',
  /** In one of the years nothing is known. */
  NOTHING: 'NOTHING',
} as const
export type RateChange = (typeof RateChange)[keyof typeof RateChange]

/** A rate against that of the year before. */
export interface ComparedRates {
  change: RateChange
  /** From −1 to 1; null where one of the rates is not known. */
  difference: number | null
  /** Between what the difference lies in 95 of 100 cases; null where one of the rates is not known. */
  interval: { low: number; high: number } | null
}

/**
 * Compares the rate of a year with that of the year before. A difference is called one only where its 95 % interval
 * leaves out zero: the interval is put together from the score intervals of the two shares (Newcombe 1998, Interval
 * estimation for the difference between independent proportions, Statistics in Medicine 17, 873–890, method 10).
 */
export function compareRates(now: Tally, before: Tally): ComparedRates {
  const [rate, earlier] = [rateOf(now), rateOf(before)]
  if (rate === null || earlier === null) return { change: 'NOTHING', difference: null, interval: null }
  const difference = rate - earlier
  const [one, other] = [intervalOf(now), intervalOf(before)]
  const interval = {
    low: difference - Math.hypot(rate - one.low, other.high - earlier),
    high: difference + Math.hypot(one.high - rate, earlier - other.low),
  }
  const change = changeOf(difference, interval)
  return { change, difference, interval }
}

/** The difference as a page shows it: "8 points higher", "3 points lower: too few meetings to tell". */
export function comparedText({ change, difference }: ComparedRates): string {
  if (difference === null) return 'Nothing to compare'
  if (change === 'SAME') return 'The same'
  const points = Math.abs(difference) * 100
  const count =
    points < 1
      ? 'less than 1 point'
      : `${Math.round(points)} ${Math.round(points) === 1 ? 'point' : 'points'}`
  const words = `${count} ${difference > 0 ? 'higher' : 'lower'}`
  return change === 'UNSURE' ? `${words}: too few meetings to tell` : words
}

function intervalOf(tally: Tally) {
  return shareInterval(attendedOf(tally), knownOf(tally), null)
}

function changeOf(difference: number, { low, high }: { low: number; high: number }): RateChange {
  if (difference === 0) return 'SAME'
  if (low > 0) return 'HIGHER'
  return high < 0 ? 'LOWER' : 'UNSURE'
}
