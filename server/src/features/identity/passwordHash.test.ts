import { describe, expect, it } from 'vitest'
import { takeTurns } from '../../takeTurns.ts'
import { hashPassword, isPassword } from './passwordHash.ts'

describe('hashPassword', () => {
  it('writes Argon2id with the parameters of OWASP and a salt of its own', async () => {
    const [one, two] = await Promise.all([
      hashPassword('kettle harbour sphinx'),
      hashPassword('kettle harbour sphinx'),
    ])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
    expect(one).not.toBe(two)
  })

  it('knows the password again, and no other', async () => {
    const hash = await hashPassword('kettle harbour sphinx')
    expect(await isPassword('kettle harbour sphinx', hash)).toBe(true)
    expect(await isPassword('kettle harbour sphinX', hash)).toBe(false)
    expect(await isPassword('', hash)).toBe(false)
  })

  it('takes letters for the same that look the same', async () => {
    expect(await isPassword('cafe\u0301 kettle', await hashPassword('caf\u00e9 kettle'))).toBe(true)
  })

  it('refuses every password where there is no hash, or none that it can read', async () => {
    expect(await isPassword('', null)).toBe(false)
    expect(await isPassword('kettle harbour sphinx', null)).toBe(false)
    expect(await isPassword('kettle harbour sphinx', 'kettle harbour sphinx')).toBe(false)
  })

  it('agrees with the published test vector of the Argon2 reference', async () => {
    // From the reference implementation's tests: version 19, 2 passes, 64 MiB, one lane, "password", "somesalt".
    const hash = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'
    expect(await isPassword('password', hash)).toBe(true)
  })
})

describe('takeTurns', () => {
  it('runs no more than its places at once, in the order in which they came', async () => {
    const inTurn = takeTurns(2)
    let running = 0
    let most = 0
    const order: number[] = []
    await Promise.all(
      [1, 2, 3, 4, 5].map((each) =>
        inTurn(async () => {
          order.push(each)
          running += 1
          most = Math.max(most, running)
          await new Promise(setImmediate)
          running -= 1
        }),
      ),
    )
    expect(most).toBe(2)
    expect(order).toEqual([1, 2, 3, 4, 5])
  })

  it('gives the place on when the work fails', async () => {
    const inTurn = takeTurns(1)
    await expect(inTurn(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await inTurn(() => Promise.resolve('yes'))).toBe('yes')
  })
})
