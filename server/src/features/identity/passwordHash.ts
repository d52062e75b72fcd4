import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Argon2Parameters } from 'node:crypto'
import { promisify } from 'node:util'
import { takeTurns } from '../../takeTurns.ts'

const derive = promisify<'argon2id', Argon2Parameters, Buffer>(argon2)

// OWASP's Password Storage Cheat Sheet: Argon2id with 19 MiB of memory, two passes and one lane.
const memory = 19_456
const passes = 2
const parallelism = 1
const saltBytes = 16
const hashBytes = 32

// Each takes 19 MiB and a processor: a flood of sign-ins waits in line and leaves the rest of the server alone.
const inTurn = takeTurns(2)

/** The Argon2id hash of a password in the PHC string format, with a salt of its own. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes)
  const hash = await hashWith(password, { memory, passes, parallelism, nonce: salt, tagLength: hashBytes })
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(hash)}`
}

/**
 * Whether a password is the one behind a hash. Without a hash the answer is no, after the same work, so that the
 * time does not tell who has an account.
 */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(passwordHash ?? '')
  const [, m = memory, t = passes, p = parallelism, salt = '', kept = ''] = parts ?? []
  const expected = parts ? Buffer.from(kept, 'base64') : Buffer.alloc(hashBytes)
  const hash = await hashWith(password, {
    memory: Number(m),
    passes: Number(t),
    parallelism: Number(p),
    nonce: parts ? Buffer.from(salt, 'base64') : Buffer.alloc(saltBytes),
    tagLength: expected.length,
  })
  return timingSafeEqual(hash, expected) && parts !== null
}

function hashWith(password: string, parameters: Omit<Argon2Parameters, 'message'>): Promise<Buffer> {
  // Two devices may send the same letters in different code points.
  const message = Buffer.from(password.normalize('NFKC'))
  return inTurn(() => derive('argon2id', { ...parameters, message }))
}

/** Base 64 as the PHC string format writes it. */
function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}
