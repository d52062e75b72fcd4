import { createHash, randomBytes } from 'node:crypto'
import { newId } from '@boardwork/server/src/db/newId.ts'
import type { Client } from 'pg'

/** Puts a session into the table and returns the token that a cookie would hold. */
export async function startSession(db: Client, personId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await db.query(
    `insert into session (id, person_id, token_hash, started_at, last_used_at, device)
     values ($1, $2, $3, now(), now(), 'Test')`,
    [newId(), personId, createHash('sha256').update(token).digest()],
  )
  return token
}
