import type { FieldMessage } from '../../organisation/checkText.ts'

// Every browser and Node have them; shared code is compiled without either's types.
declare const crypto: {
  subtle: { digest(algorithm: 'SHA-256', bytes: Uint8Array): Promise<ArrayBuffer> }
}
declare class TextEncoder {
  encode(text: string): Uint8Array
}

/** A sample that anyone can draw again from the same three things: the population, the seed and the share. */
export interface Draw {
  /** The ids of all that could be drawn, sorted. */
  population: string[]
  /** SHA-256 of the sorted ids, each on a line of its own, in hexadecimal digits. */
  populationHash: string
  /** The ids that were drawn, sorted. */
  sample: string[]
}

/**
 * Draws a sample openly. Each id gets a number: SHA-256 of the seed, a space and the id (`printf '%s %s' SEED ID |
 * sha256sum`). Those with the lowest numbers are drawn. Whoever drew can neither choose nor guess them before the
 * seed is there, and anyone can do it again by hand.
 *
 * @param sharePercent how much of the population is drawn, from 1 to 100; a part of one more is rounded up.
 */
export async function drawSample(ids: readonly string[], seed: string, sharePercent: number): Promise<Draw> {
  const population = [...new Set(ids)].toSorted()
  const numbered = await Promise.all(
    population.map(async (id) => ({ id, number: await sha256(`${seed} ${id}`) })),
  )
  const lowest = numbered.toSorted((one, other) => (one.number < other.number ? -1 : 1))
  return {
    population,
    populationHash: await hashOfPopulation(population),
    sample: lowest
      .slice(0, sampleSize(population.length, sharePercent))
      .map(({ id }) => id)
      .toSorted(),
  }
}

/** SHA-256 of ids, sorted and each on a line of its own, in hexadecimal digits. */
export function hashOfPopulation(ids: readonly string[]): Promise<string> {
  return sha256(
    ids
      .toSorted()
      .map((id) => `${id}\n`)
      .join(''),
  )
}

/** How many of `population` are drawn: the share, rounded up to a whole one. */
export function sampleSize(population: number, sharePercent: number): number {
  return Math.ceil((population * sharePercent) / 100)
}

/** Checks how much of the strategy meetings is to be drawn. Empty when all is well. */
export function checkSharePercent(sharePercent: number): FieldMessage[] {
  if (Number.isInteger(sharePercent) && sharePercent >= 1 && sharePercent <= 100) return []
  return [{ field: 'sharePercent', message: 'Enter a percentage from 1 to 100.' }]
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
