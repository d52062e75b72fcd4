import { describe, expect, it } from 'vitest'
import { checkInCode, codeMsLeft, isCheckInCode, newCheckInSecret, oneTimePassword } from './checkInCode.ts'

const secret = Buffer.from('12345678901234567890123456789012')

describe('the code shown in the room', () => {
  // RFC 6238, appendix B: the rows for SHA-256, whose steps are of 30 seconds.
  it.each([
    [59, '46119246'],
    [1111111109, '68084774'],
    [1111111111, '67062674'],
    [1234567890, '91819424'],
    [2000000000, '90698825'],
    [20000000000, '77737706'],
  ])('is that of RFC 6238 at %i seconds', (seconds, password) => {
    expect(oneTimePassword(secret, Math.floor(seconds / 30), 8)).toBe(password)
  })

  it('has six digits, also where the first are noughts', () => {
    const codes = Array.from({ length: 200 }, (_, minute) => checkInCode(secret, new Date(minute * 60_000)))
    expect(codes.filter((code) => !/^\d{6}$/.test(code))).toEqual([])
    expect(codes.some((code) => code.startsWith('0'))).toBe(true)
  })

  it('changes with each minute, and holds to its end', () => {
    const begin = new Date('2026-10-25T01:00:00Z')
    const end = new Date('2026-10-25T01:00:59.999Z')
    expect(checkInCode(secret, end)).toBe(checkInCode(secret, begin))
    expect(checkInCode(secret, new Date('2026-10-25T01:01:00Z'))).not.toBe(checkInCode(secret, begin))
    expect(codeMsLeft(begin)).toBe(60_000)
    expect(codeMsLeft(end)).toBe(1)
  })

  it('counts minutes since 1970, so that the hour which comes twice has new codes each time', () => {
    // 01:30 in London on the day on which the clocks go back, before and after.
    const summer = checkInCode(secret, new Date('2026-10-25T00:30:00Z'))
    const winter = checkInCode(secret, new Date('2026-10-25T01:30:00Z'))
    expect(summer).not.toBe(winter)
  })
})

describe('a typed code', () => {
  const shownAt = new Date('2026-09-01T10:00:30Z')
  const code = checkInCode(secret, shownAt)

  it('is right in its own minute and in the one after, and never later or before', () => {
    const at = (time: string) => isCheckInCode(secret, code, new Date(`2026-09-01T${time}Z`))
    expect(at('10:00:59')).toBe(true)
    expect(at('10:01:59')).toBe(true)
    expect(at('10:02:00')).toBe(false)
    expect(at('09:59:59')).toBe(false)
  })

  it('may have spaces in it', () => {
    expect(isCheckInCode(secret, ` ${code.slice(0, 3)} ${code.slice(3)} `, shownAt)).toBe(true)
  })

  it.each(['', '12345', `${code}0`, 'abcdef', '１２３４５６'])('is wrong as “%s”', (typed) => {
    expect(isCheckInCode(secret, typed, shownAt)).toBe(false)
  })

  it('of one meeting is wrong at another', () => {
    expect(isCheckInCode(Buffer.alloc(32, 1), code, shownAt)).toBe(false)
  })

  it('is made from a secret that nobody chose', () => {
    expect(newCheckInSecret()).toHaveLength(32)
    expect(newCheckInSecret()).not.toEqual(newCheckInSecret())
  })
})
