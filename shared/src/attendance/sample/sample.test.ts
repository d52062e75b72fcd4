import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawSample, hashOfPopulation, sampleSize } from './sample.ts'

const ids = fc.uniqueArray(fc.uuid(), { maxLength: 30 })

describe('the open draw', () => {
  it('is what somebody gets who draws by hand', async () => {
    // printf '%s %s' seed a | sha256sum begins with 82, of b with b2, of c with c6, of d with 9b.
    expect(await drawSample(['d', 'b', 'a', 'c'], 'seed', 50)).toEqual({
      population: ['a', 'b', 'c', 'd'],
      // printf 'a\nb\nc\nd\n' | sha256sum
      populationHash: 'cf2c7f63055d2e84af6e3f01ac1bb7fce598d20cf213fab2b56b8e8047b46ced',
      sample: ['a', 'd'],
    })
  })

  it('does not depend on the order or on doubles, and draws the share, rounded up', async () => {
    await fc.assert(
      fc.asyncProperty(ids, fc.string(), fc.integer({ min: 1, max: 100 }), async (all, seed, share) => {
        const draw = await drawSample(all, seed, share)
        expect(await drawSample([...all.toReversed(), ...all], seed, share)).toEqual(draw)
        expect(draw.sample).toHaveLength(Math.ceil((all.length * share) / 100))
        expect(all).toEqual(expect.arrayContaining(draw.sample))
      }),
      { numRuns: 40 },
    )
  })

  it('a larger share holds the smaller one', async () => {
    await fc.assert(
      fc.asyncProperty(ids, fc.integer({ min: 1, max: 99 }), async (all, share) => {
        const [small, large] = [
          await drawSample(all, 'seed', share),
          await drawSample(all, 'seed', share + 1),
        ]
        expect(large.sample).toEqual(expect.arrayContaining(small.sample))
      }),
      { numRuns: 40 },
    )
  })

  it('draws each about equally often', async () => {
    const all = Array.from({ length: 10 }, (_, number) => `meeting ${number}`)
    const times = new Map<string, number>()
    for (let seed = 0; seed < 400; seed += 1)
      for (const id of (await drawSample(all, String(seed), 50)).sample)
        times.set(id, (times.get(id) ?? 0) + 1)
    // 200 expected of each; five standard deviations are 50.
    for (const id of all) expect(Math.abs((times.get(id) ?? 0) - 200)).toBeLessThan(50)
  })

  it('another population has another hash', async () => {
    expect(await hashOfPopulation(['a', 'b'])).not.toBe(await hashOfPopulation(['a', 'c']))
    expect(await hashOfPopulation(['b', 'a'])).toBe(await hashOfPopulation(['a', 'b']))
    expect([sampleSize(0, 50), sampleSize(1, 1), sampleSize(7, 50), sampleSize(20, 100)]).toEqual([
      0, 1, 4, 20,
    ])
  })
})
