import { randomBytes } from 'node:crypto'

/** A secret of 256 random bits, in letters that an address takes. Only its hash is ever kept (hashToken). */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}
