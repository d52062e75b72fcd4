import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { floor, floorRule } from '../../access/floor.ts'
import { Person } from './person.entity.ts'

/** One sign-in of a person on one device. The cookie holds the token; the table holds its SHA-256 alone. */
@Entity({
  tableName: 'session',
  ...floor('session', { select: floorRule.me(), update: floorRule.me() }),
})
export class Session {
  @PrimaryKey({ type: 'uuid' })
  id: string

  @ManyToOne({ entity: () => Person, fieldName: 'person_id', mapToPk: true, index: true })
  personId: string

  @Property({ type: 'bytea', unique: true, hidden: true })
  tokenHash: Uint8Array

  @Property({ type: 'timestamptz' })
  startedAt: Date

  @Property({ type: 'timestamptz' })
  lastUsedAt: Date

  @Property({ type: 'timestamptz', nullable: true })
  endedAt?: Date | null

  /** What the browser said of itself, cut to 300 characters. */
  @Property({ type: 'text' })
  device: string
}
