import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, ObjectType } from 'type-graphql'
import { GraphQLDateTime } from 'graphql-scalars'
import { floor, floorRule } from '../../access/floor.ts'
import { Person } from './person.entity.ts'

/** One sign-in of a person on one device. The cookie holds the token; the table holds its SHA-256 alone. */
@Entity({
  tableName: 'session',
  ...floor('session', { select: floorRule.me(), update: floorRule.me() }),
})
@ObjectType({ description: 'One sign-in of the viewer on one device.' })
export class Session {
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'The id of the session.' })
  id: string

  @ManyToOne({ entity: () => Person, fieldName: 'person_id', mapToPk: true, index: true })
  personId: string

  @Property({ type: 'bytea', unique: true, hidden: true })
  tokenHash: Uint8Array

  @Property({ type: 'timestamptz' })
  @Field(() => GraphQLDateTime, { description: 'When the person signed in.' })
  startedAt: Date

  @Property({ type: 'timestamptz' })
  @Field(() => GraphQLDateTime, { description: 'When the session was last used, to the minute.' })
  lastUsedAt: Date

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was ended by hand; null while it was not.',
  })
  endedAt?: Date | null

  /** What the browser said of itself, cut to 300 characters. */
  @Property({ type: 'text' })
  @Field(() => String, { description: 'What the browser said of itself, at most 300 characters.' })
  device: string
}
