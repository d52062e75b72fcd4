import type { EntityManager } from '@mikro-orm/postgresql'
import { newId } from '../../db/newId.ts'

/** A mail as plain text. */
export interface Letter {
  recipient: string
  subject: string
  body: string
  /** An event of a calendar that goes along, as a text of RFC 5545. */
  event?: string
}

/** Puts a mail into the outbox, in the transaction of the change that causes it. */
export async function writeMail(em: EntityManager, letter: Letter): Promise<void> {
  // A name could hold a line break that forges a header.
  const subject = letter.subject.replaceAll(/\s+/g, ' ').slice(0, 200)
  // By hand: what MikroORM inserts it reads back, and only an administrator reads the outbox.
  await em.execute(
    'insert into mail (id, recipient, subject, body, event, written_at) values (?, ?, ?, ?, ?, ?)',
    [newId(), letter.recipient, subject, letter.body, letter.event ?? null, new Date()],
  )
}

/** The links of a mail open accounts, or answer for somebody; where mail is sent for real, nobody reads them in the outbox. */
export function withoutLinks(body: string): string {
  return body.replaceAll(/\/(invitation|password|answer)\/[\w-]{43}/g, '/$1/…')
}
