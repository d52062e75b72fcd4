import fc from 'fast-check'
import { expect, it } from 'vitest'
import { clash, clashes } from './clash.ts'

// Round the night on which the clocks go back: times are compared as moments and not as they are shown.
const start = Date.parse('2026-10-24T22:00:00Z')
const expectations = fc
  .array(fc.record({ from: fc.nat(40), length: fc.integer({ min: 1, max: 12 }) }), { maxLength: 12 })
  .map((drawn) =>
    drawn.map(({ from, length }, index) => ({
      id: String(index),
      startsAt: new Date(start + from * 900_000),
      endsAt: new Date(start + (from + length) * 900_000),
    })),
  )

it('finds every pair that shares a quarter of an hour, and no other', () => {
  fc.assert(
    fc.property(expectations, (all) => {
      const found = clashes(all)
      for (const one of all) {
        const quarters = (each: typeof one) => {
          const list: number[] = []
          for (let at = each.startsAt.getTime(); at < each.endsAt.getTime(); at += 900_000) list.push(at)
          return list
        }
        const mine = new Set(quarters(one))
        const expected = all.filter(
          (other) => other.id !== one.id && quarters(other).some((at) => mine.has(at)),
        )
        expect((found.get(one.id) ?? []).map(({ id }) => id).toSorted()).toEqual(
          expected.map(({ id }) => id).toSorted(),
        )
      }
    }),
  )
})

it('does not clash where one ends when the other begins', () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 11, 8, hour))
  expect(clash({ startsAt: at(10), endsAt: at(12) }, { startsAt: at(12), endsAt: at(13) })).toBe(false)
  expect(clash({ startsAt: at(10), endsAt: at(12) }, { startsAt: at(11), endsAt: at(13) })).toBe(true)
})
