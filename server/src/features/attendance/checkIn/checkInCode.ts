import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** How many digits a code has. */
const digits = 6
/** How long a code is shown, in milliseconds. */
export const codeMs = 60_000

/** A new secret for the codes of one meeting: as long as the hash, as RFC 4226 asks. */
export function newCheckInSecret(): Buffer {
  return randomBytes(32)
}

/**
 * The code that is shown in the room at a moment: a time-based one-time password as of RFC 6238, with SHA-256, steps
 * of one minute and six digits.
 */
export function checkInCode(secret: Buffer, at: Date): string {
  return oneTimePassword(secret, minuteOf(at), digits)
}

/** For how many milliseconds more that code is shown. */
export function codeMsLeft(at: Date): number {
  return codeMs - (at.getTime() % codeMs)
}

/**
 * Whether somebody typed the code of this minute or of the one before: who read it at the end of its minute has a
 * whole one to type it. Spaces do not count.
 */
export function isCheckInCode(secret: Buffer, typed: string, at: Date): boolean {
  const code = Buffer.from(typed.replaceAll(/\s/g, ''))
  const minute = minuteOf(at)
  // Both are compared in any case and in constant time: how long it takes tells nothing of the code.
  const matches = [minute, minute - 1].map((each) => {
    const right = Buffer.from(oneTimePassword(secret, each, digits))
    return code.length === right.length && timingSafeEqual(code, right)
  })
  return matches.includes(true)
}

function minuteOf(at: Date): number {
  return Math.floor(at.getTime() / codeMs)
}

/** The HOTP value of RFC 4226, section 5.3, with SHA-256 as RFC 6238 allows. */
export function oneTimePassword(secret: Buffer, counter: number, length: number): string {
  const message = Buffer.alloc(8)
  message.writeBigUInt64BE(BigInt(counter))
  const hash = createHmac('sha256', secret).update(message).digest()
  const offset = hash.readUInt8(hash.length - 1) & 0x0f
  const truncated = hash.readUInt32BE(offset) & 0x7fffffff
  return String(truncated % 10 ** length).padStart(length, '0')
}
