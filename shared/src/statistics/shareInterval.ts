/** From where to where a share lies, each from 0 to 1. */
export interface Interval {
  low: number
  high: number
}

/** The 97.5th percentile of the normal distribution: two and a half percent lie on each side of a 95 % interval. */
const z = 1.959963984540054

/** Shares of whole cases that differ by less are the same: what is left is how numbers are kept. */
const tolerance = 1e-9

/**
 * The 95 % interval of a share that was found in a sample: the score interval of Wilson (1927, Probable inference, the
 * law of succession, and statistical inference, Journal of the American Statistical Association 22, 209–212), without
 * correction for continuity. Newcombe (1998, Statistics in Medicine 17, 857–872) compares it with others and gives the
 * values that the tests hold it against.
 *
 * Where it is known of how many cases the sample was drawn, without any of them twice, the share varies less by
 * (N − n) / (N − 1) (Cochran 1977, Sampling Techniques, on proportions). Solved as Wilson does it, that is his interval
 * for n (N − 1) / (N − n) cases (O’Neill 2021, Mathematical properties and finite-population correction for the Wilson
 * score interval). The population has whole cases, and those of the sample are known: the interval is widened to the
 * next whole case, and never says less than was counted. With n = N nothing is left open.
 *
 * @param population how many cases there are altogether; null where that is not known.
 */
export function shareInterval(numerator: number, denominator: number, population: number | null): Interval {
  if (!isCount(numerator) || !isCount(denominator) || denominator === 0 || numerator > denominator)
    throw new RangeError(`${numerator} of ${denominator} is no share.`)
  if (population === null) return wilson(numerator / denominator, denominator)
  if (!isCount(population) || population < denominator)
    throw new RangeError(`${denominator} cases cannot be a sample of ${population}.`)
  const share = numerator / denominator
  if (population === denominator) return { low: share, high: share }
  const { low, high } = wilson(share, (denominator * (population - 1)) / (population - denominator))
  const misses = denominator - numerator
  return {
    low: Math.max(numerator, Math.floor(low * population + tolerance)) / population,
    high: Math.min(population - misses, Math.ceil(high * population - tolerance)) / population,
  }
}

function wilson(share: number, cases: number): Interval {
  const middle = share + (z * z) / (2 * cases)
  const reach = z * Math.sqrt((share * (1 - share)) / cases + (z * z) / (4 * cases * cases))
  const scale = 1 + (z * z) / cases
  return {
    // At its ends the interval ends with the share itself; rounding would leave it a hair off.
    low: share === 0 ? 0 : Math.max(0, (middle - reach) / scale),
    high: share === 1 ? 1 : Math.min(1, (middle + reach) / scale),
  }
}

/**
 * About how many cases would tell the share from the target if it stays what it is: as many as it takes until the
 * target leaves the interval. Null where no number of them would.
 */
export function casesNeeded(share: number, target: number, population: number | null): number | null {
  const distance = share - target
  if (Math.abs(distance) < tolerance || target <= 0 || target >= 1) return null
  const cases = (z * z * target * (1 - target)) / (distance * distance)
  if (population === null) return Math.ceil(cases)
  return Math.min(population, Math.ceil((cases * population) / (population - 1 + cases)))
}

/** "59.5% to 98.3%": rounded away from the share, so that it never says more than it knows. */
export function intervalText({ low, high }: Interval): string {
  return `${Math.floor(low * 1000 + 1e-6) / 10}% to ${Math.ceil(high * 1000 - 1e-6) / 10}%`
}

function isCount(number: number): boolean {
  return Number.isSafeInteger(number) && number >= 0
}
