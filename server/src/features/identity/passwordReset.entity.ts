import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { floor } from '../../access/floor.ts'
import { Person } from './person.entity.ts'

/** A link to set a new password, for once and for a short time. Only functions of the schema `identity` see it. */
@Entity({ tableName: 'password_reset', ...floor('password_reset', { select: 'false' }) })
export class PasswordReset {
  @PrimaryKey({ type: 'uuid' })
  id: string

  @ManyToOne({ entity: () => Person, fieldName: 'person_id', mapToPk: true, index: true })
  personId: string

  @Property({ type: 'bytea', unique: true, hidden: true })
  tokenHash: Uint8Array

  @Property({ type: 'timestamptz' })
  requestedAt: Date

  @Property({ type: 'timestamptz' })
  expiresAt: Date

  @Property({ type: 'timestamptz', nullable: true })
  usedAt?: Date | null
}
