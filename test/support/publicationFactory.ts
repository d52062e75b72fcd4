import { newId } from '@boardwork/server/src/db/newId.ts'
import type { Client } from 'pg'

/** Figures of a year that were published: one meeting, no agency. */
export async function makePublication(db: Client, boardId: string, year = 2025): Promise<string> {
  const id = newId()
  await db.query(
    `with someone as (insert into person (id, name) values (uuidv7(), 'Robin Ash') returning id)
     insert into attendance_publication (board_id, id, year, figures, published_at, published_by_id, published_by_name)
     select $1, $2, $3, $4, now(), id, 'Robin Ash' from someone`,
    [boardId, id, year, JSON.stringify({ year, startsMonth: 4, held: 1, cancelled: 0, agencies: [] })],
  )
  return id
}
