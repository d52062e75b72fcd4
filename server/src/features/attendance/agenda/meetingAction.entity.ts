import { Check, Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars'
import { floor } from '../../../access/floor.ts'
import { Organisation } from '../../organisation/organisation.entity.ts'
import { PlanAction } from '../../plan/action/planAction.entity.ts'
import { ItemRow } from './itemRow.ts'
import { meetingRowFloor } from '../meeting/meetingRowFloor.ts'

/** What a meeting gave somebody to do. One of a strategy meeting stands in no plan: more people read a plan. */
@Entity({ tableName: 'meeting_action', ...floor('meeting_action', meetingRowFloor) })
@Unique({ properties: ['boardId', 'meetingId', 'id'] })
@Index({ properties: ['id'] })
@Check({
  name: 'meeting_action_in_plan',
  expression: `num_nonnulls(plan_id, area_id, action_id) in (0, 3) and (action_id is null or meeting_kind = 'BOARD')`,
})
@ObjectType({ description: 'What a meeting gave somebody to do.', simpleResolvers: true })
export class MeetingAction extends ItemRow {
  @Property({ type: 'text' })
  @Field(() => String, { description: 'What is to be done.' })
  words: string

  @ManyToOne({
    entity: () => Organisation,
    fieldName: 'organisation_id',
    mapToPk: true,
    nullable: true,
    deleteRule: 'restrict',
  })
  @Field(() => ID, { nullable: true, description: 'The agency that does it; null where none is named.' })
  organisationId?: string | null

  /** As it was on that day: who is invited to a strategy meeting need not know the agencies of the region. */
  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'The name of the agency, as it was then.' })
  organisationName?: string | null

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The post or the people who do it; may be empty beside an agency.' })
  post: string

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day by which it is to be done.' })
  dueOn?: string | null

  @Property({ type: 'uuid', nullable: true, index: true })
  planId?: string | null

  @Property({ type: 'uuid', nullable: true })
  areaId?: string | null

  @Property({ type: 'uuid', nullable: true, index: true })
  actionId?: string | null

  @ManyToOne({
    entity: () => PlanAction,
    joinColumns: ['board_id', 'plan_id', 'area_id', 'action_id'],
    referencedColumnNames: ['board_id', 'plan_id', 'area_id', 'id'],
    ownColumns: [],
    columnTypes: ['uuid', 'uuid', 'uuid', 'uuid'],
    nullable: true,
    // What a meeting gave somebody outlives the plan, and stays of its board.
    deleteRule: 'set null (plan_id, area_id, action_id)',
    updateRule: 'cascade',
  })
  action?: PlanAction | null

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Who wrote it down, by the name of that day.' })
  recordedByName: string

  @Property({ type: 'timestamptz' })
  @Field(() => GraphQLDateTime, { description: 'When it was written down.' })
  recordedAt: Date

  @Property({ type: 'timestamptz', nullable: true })
  removedAt?: Date | null

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Rises by one with each change.' })
  version: number
}
