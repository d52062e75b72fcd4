import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, ObjectType } from 'type-graphql'
import { GraphQLDateTime } from 'graphql-scalars'
import { PointerKind } from '@boardwork/shared/plan/honestStatus.ts'
import { allOf, anyOf, floor, floorRule } from '../../access/floor.ts'
import { Person } from '../identity/person.entity.ts'
import { planRowFloor } from './planRowFloor.ts'
import { PlanAction } from './planAction.entity.ts'

@Entity({
  tableName: 'pointer_answer',
  ...floor('pointer_answer', {
    select: planRowFloor.select,
    insert: allOf(anyOf(floorRule.officer(), floorRule.myAction()), floorRule.me('answered_by_id')),
  }),
})
@ObjectType({
  description:
    'Why something that does not seem to fit is right. It counts while the facts are what they were.',
  simpleResolvers: true,
})
export class PointerAnswer {
  @PrimaryKey({ type: 'uuid' })
  boardId: string

  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'The id.' })
  id: string

  @Property({ type: 'uuid' })
  planId: string

  @Property({ type: 'uuid' })
  areaId: string

  @Property({ type: 'uuid', index: true })
  @Field(() => ID, { description: 'The action.' })
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
  kind: PointerKind

  /** What the pointer was about when it was answered. */
  @Property({ type: 'text' })
  facts: string

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Why it is right as it is.' })
  reason: string

  @Property({ type: 'timestamptz' })
  @Field(() => GraphQLDateTime, { description: 'When it was answered.' })
  answeredAt: Date

  @ManyToOne({ entity: () => Person, fieldName: 'answered_by_id', mapToPk: true })
  answeredById: string

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Who answered it, by the name of that day.' })
  answeredByName: string
}
