import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { floor, floorRule } from '../../access/floor.ts'

/**
 * The outbox: a mail is written in the transaction of the change that causes it and sent afterwards,
 * so that a change that fails sends nothing and a server that dies loses none.
 */
@Entity({
  tableName: 'mail',
  ...floor('mail', { select: floorRule.administrator, insert: 'true' }),
})
export class Mail {
  @PrimaryKey({ type: 'uuid' })
  id: string

  @Property({ type: 'text' })
  recipient: string

  @Property({ type: 'text' })
  subject: string

  @Property({ type: 'text' })
  body: string

  /** An event of a calendar that goes along, as a text of RFC 5545. */
  @Property({ type: 'text', nullable: true })
  event?: string | null

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  writtenAt: Date

  @Property({ type: 'timestamptz', nullable: true })
  sentAt?: Date | null

  /** When it is to be tried next; later after each failure. */
  @Property({ type: 'timestamptz', defaultRaw: 'now()', index: true })
  dueAt: Date

  @Property({ type: 'integer', default: 0 })
  attempts: number

  @Property({ type: 'text', nullable: true })
  lastError?: string | null
}
