import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { GraphQLDateTime, GraphQLJSONObject } from 'graphql-scalars'
import { allOf, anyOf, floor, floorRule } from '../access/floor.ts'

/** The tables of what stands in a plan, by the name that the log gives their records. */
const recordTables = {
  PlanArea: 'plan_area',
  PlanAction: 'plan_action',
  AreaComment: 'area_comment',
  AreaShare: 'area_share',
  Evidence: 'evidence',
  Measure: 'measure',
  MeasureResult: 'measure_result',
  Milestone: 'milestone',
  ProgressUpdate: 'progress_update',
}

const adoptedSince = 'p.adopted_at <= audit_event.happened_at'
const inPlan = (type: string, table: string, ...conditions: string[]) =>
  allOf(
    `record_type = '${type}'`,
    `exists (select from ${table} r join plan p on p.board_id = r.board_id and p.id = r.plan_id
      where ${allOf('r.board_id = audit_event.chain_id', 'r.id = audit_event.record_id', adoptedSince, ...conditions)})`,
  )
const { ProgressUpdate: updates, ...others } = recordTables

/**
 * Whoever sees a record of an adopted plan sees what was done to it since the adoption: each of these sub-selects is
 * under the floor of its own table. What was said in an update on its way is for those who work on it.
 */
const historySeen = [
  allOf(
    `record_type = 'Plan'`,
    `exists (select from plan p where ${allOf('p.board_id = audit_event.chain_id', 'p.id = audit_event.record_id', adoptedSince)})`,
  ),
  ...Object.entries(others).map(([type, table]) => inPlan(type, table)),
  inPlan(
    'ProgressUpdate',
    updates,
    anyOf(`audit_event.after ->> 'state' = 'AUTHORISED'`, floorRule.myAction('r.action_id')),
  ),
]

@Entity({
  tableName: 'audit_event',
  ...floor('audit_event', {
    select: anyOf(
      floorRule.officer('chain_id'),
      floorRule.lead('chain_id'),
      `chain_id = '00000000-0000-0000-0000-000000000000' and (select access.is_administrator())`,
      ...historySeen,
    ),
    insert: 'not (person_id is distinct from (select access.me()))',
  }),
})
@Index({ properties: ['chainId', 'recordId'] })
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
