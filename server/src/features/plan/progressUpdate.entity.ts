import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { GraphQLDateTime } from 'graphql-scalars'
import { ActionStatus } from '@boardwork/shared/plan/actionStatus.ts'
import { floor } from '../../access/floor.ts'
import { planRowFloor } from './planRowFloor.ts'
import { PlanAction } from './planAction.entity.ts'

registerEnumType(ActionStatus, {
  name: 'ActionStatus',
  description: 'The status of an action in one reporting period.',
  valuesConfig: {
    NOT_STARTED: { description: 'Nothing has been done yet.' },
    ON_TARGET: { description: 'It will be done by its deadline.' },
    AT_RISK: { description: 'Some issues: it may miss its deadline.' },
    OFF_TARGET: { description: 'Significant issues: it will miss, or has missed, its deadline.' },
    COMPLETE: { description: 'It is done.' },
  },
})

@Entity({ tableName: 'progress_update', ...floor('progress_update', planRowFloor) })
@ObjectType({ description: 'The state of an action in one reporting period.', simpleResolvers: true })
export class ProgressUpdate {
  @PrimaryKey({ type: 'uuid' })
  boardId: string

  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'The id.' })
  id: string

  @Property({ type: 'uuid', index: true })
  planId: string

  @Property({ type: 'uuid' })
  areaId: string

  @Property({ type: 'uuid', index: true })
  actionId: string

  @ManyToOne({
    entity: () => PlanAction,
    joinColumns: ['board_id', 'plan_id', 'area_id', 'action_id'],
    referencedColumnNames: ['board_id', 'plan_id', 'area_id', 'id'],
    ownColumns: [],
    columnTypes: ['uuid', 'uuid', 'uuid', 'uuid'],
    deleteRule: 'cascade',
    updateRule: 'cascade',
  })
  action?: PlanAction

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The reporting period, such as "Q2 2026/27".' })
  period: string

  @Property({ type: 'date' })
  periodEndsOn: string

  @Property({ type: 'text' })
  @Field(() => ActionStatus, { description: 'The status at the end of the period.' })
  status: ActionStatus

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How much of the action is done, in percent from 0 to 100.' })
  percentComplete: number

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What was done in the period.' })
  narrative: string

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Issues that stand in the way, and what is done about them.',
  })
  issues?: string | null

  @Property({ type: 'timestamptz' })
  @Field(() => GraphQLDateTime, { description: 'When it was written.' })
  writtenAt: Date
}
