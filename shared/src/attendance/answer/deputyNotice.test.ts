import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DeputyNoticeCause, deputyNotice } from './deputyNotice.ts'
import type { DeputyNow, ToldDeputy } from './deputyNotice.ts'

const named: DeputyNow = { named: true, stands: true, sequence: 1, cancelled: false, over: false }
const told = (cause: DeputyNoticeCause, sequence = 1): ToldDeputy => ({ cause, sequence })

describe('what a deputy who was named is told', () => {
  it('is told once for each naming', () => {
    expect(deputyNotice(null, named)).toBe('NAMED')
    expect(deputyNotice(told('NAMED'), named)).toBeNull()
    expect(deputyNotice(told('CALLED_OFF'), named)).toBe('NAMED')
  })

  it('is told that the meeting changed or moved, and once more when they are named for the new time', () => {
    const later = { ...named, sequence: 2 }
    expect(deputyNotice(told('NAMED'), later)).toBe('CHANGED')
    expect(deputyNotice(told('NAMED'), { ...later, stands: false })).toBe('MOVED')
    expect(deputyNotice(told('MOVED', 2), { ...later, stands: false })).toBeNull()
    expect(deputyNotice(told('MOVED', 2), later)).toBe('NAMED')
    // Who never heard of it, since the meeting moved before, hears nothing of a time that is gone.
    expect(deputyNotice(null, { ...later, stands: false })).toBeNull()
  })

  it('is told that they are not needed, or that the meeting is cancelled, if they were told to come', () => {
    const other = { ...named, named: false }
    const cancelled = { ...named, cancelled: true, sequence: 2 }
    for (const cause of ['NAMED', 'CHANGED', 'MOVED'] as const) {
      expect(deputyNotice(told(cause), other)).toBe('CALLED_OFF')
      expect(deputyNotice(told(cause), cancelled)).toBe('CANCELLED')
    }
    for (const last of [null, told('CALLED_OFF'), told('CANCELLED')]) {
      expect(deputyNotice(last, other)).toBeNull()
      expect(deputyNotice(last, cancelled)).toBeNull()
    }
  })

  it('is told nothing about a meeting that is over, and nothing twice', () => {
    const now = fc.record({
      named: fc.boolean(),
      stands: fc.boolean(),
      sequence: fc.nat(3),
      cancelled: fc.boolean(),
      over: fc.boolean(),
    })
    const last = fc.option(
      fc.record({ cause: fc.constantFrom(...Object.values(DeputyNoticeCause)), sequence: fc.nat(3) }),
    )
    fc.assert(
      fc.property(last, now, (before, here) => {
        const cause = deputyNotice(before, here)
        const again = cause === null ? null : deputyNotice({ cause, sequence: here.sequence }, here)
        expect([again, here.over && cause]).toEqual([null, here.over ? null : false])
      }),
    )
  })
})
