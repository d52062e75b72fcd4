import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { GraphQLDateTime, GraphQLJSONObject } from 'graphql-scalars'
import { anyOf, floor, floorRule } from '../access/floor.ts'

@Entity({
  tableName: 'audit_event',
  ...floor('audit_event', {
    select: anyOf(
      floorRule.officer('chain_id'),
      floorRule.lead('chain_id'),
      `chain_id = '00000000-0000-0000-0000-000000000000' and (select access.is_administrator())`,
    ),
    insert: 'not (person_id is distinct from (select access.me()))',
  }),
})
@ObjectType({ description: 'One change, as the log keeps it. Events are only ever added.' })
export class AuditEvent {
  /** The board or organisation whose log it stands in; all zeros for the platform's. */
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'The board or organisation whose log it is; all zeros for the platform.' })
  chainId: string

  @PrimaryKey({ type: 'integer' })
  @Field(() => Int, { description: 'The number of the event in this log, from 1.' })
  sequence: number

  @Property({ type: 'timestamptz' })
  @Field(() => GraphQLDateTime, { description: 'When it happened.' })
  happenedAt: Date

  @Property({ type: 'uuid', nullable: true })
  @Field(() => ID, { nullable: true, description: 'Who did it; null for the platform itself.' })
  personId?: string | null

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The name of the person, as it was then.' })
  personName: string

  @Property({ type: 'json' })
  @Field(() => GraphQLJSONObject, { description: 'The grant, seat or share under which it was done.' })
  under: Record<string, unknown>

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What was done, such as "plan.adopt".' })
  action: string

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The kind of record that was changed.' })
  recordType: string

  @Property({ type: 'uuid' })
  @Field(() => ID, { description: 'The record that was changed.' })
  recordId: string

  @Property({ type: 'json' })
  @Field(() => GraphQLJSONObject, { description: 'The changed fields as they were before.' })
  before: Record<string, unknown>

  @Property({ type: 'json' })
  @Field(() => GraphQLJSONObject, { description: 'The changed fields as they are after.' })
  after: Record<string, unknown>

  @Property({ type: 'bytea' })
  previousHash: Uint8Array

  @Property({ type: 'bytea' })
  hash: Uint8Array
}
