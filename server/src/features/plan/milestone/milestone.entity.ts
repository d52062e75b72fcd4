import { Check, Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars'
import { MilestoneKind, MilestoneState } from '@boardwork/shared/plan/milestone.ts'
import { allOf, anyOf, floor, floorRule } from '../../../access/floor.ts'
import { planRowFloor } from '../planRowFloor.ts'
import { Plan } from '../plan.entity.ts'
import { PlanAction } from '../action/planAction.entity.ts'

registerEnumType(MilestoneKind, {
  name: 'MilestoneKind',
  description: 'Whether something shall be there by the day, or the board looks how it goes.',
  valuesConfig: {
    MILESTONE: { description: 'Something that shall be there by the day.' },
    REVIEW: { description: 'The board looks how it goes, and says what it found and decided.' },
  },
})

registerEnumType(MilestoneState, {
  name: 'MilestoneState',
  description: 'Where a milestone or review stands today.',
  valuesConfig: {
    COMING: { description: 'Its day is more than two weeks away.' },
    DUE: { description: 'Its day comes within two weeks, or is today.' },
    OVERDUE: { description: 'Its day has passed, and nobody has said that it is done.' },
    DONE: { description: 'It is done.' },
  },
})

/**
 * Of a plan, or of one of its actions. Whoever has a part in the action says that a milestone is there; what a review
 * found, the board's officers say.
 */
@Entity({
  tableName: 'milestone',
  ...floor('milestone', {
    select: planRowFloor.select,
    insert: floorRule.officer(),
    update: anyOf(floorRule.officer(), allOf(`kind = 'MILESTONE'`, floorRule.myAction())),
  }),
})
@Index({ properties: ['id'] })
@Check({ name: 'milestone_of_an_action', expression: 'num_nonnulls(area_id, action_id) in (0, 2)' })
@ObjectType({
  description: 'A milestone or a review of a plan or of one of its actions.',
  simpleResolvers: true,
})
export class Milestone {
  @PrimaryKey({ type: 'uuid' })
  boardId: string

  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'The id.' })
  id: string

  @Property({ type: 'uuid', index: true })
  @Field(() => ID, { description: 'The plan.' })
  planId: string

  @ManyToOne({
    entity: () => Plan,
    joinColumns: ['board_id', 'plan_id'],
    referencedColumnNames: ['board_id', 'id'],
    ownColumns: [],
    deleteRule: 'cascade',
  })
  plan?: Plan

  @Property({ type: 'uuid', nullable: true })
  areaId?: string | null

  @Property({ type: 'uuid', nullable: true, index: true })
  @Field(() => ID, { nullable: true, description: 'The action; null where it is of the whole plan.' })
  actionId?: string | null

  @ManyToOne({
    entity: () => PlanAction,
    joinColumns: ['board_id', 'plan_id', 'area_id', 'action_id'],
    referencedColumnNames: ['board_id', 'plan_id', 'area_id', 'id'],
    ownColumns: [],
    columnTypes: ['uuid', 'uuid', 'uuid', 'uuid'],
    nullable: true,
    deleteRule: 'cascade',
    updateRule: 'cascade',
  })
  action?: PlanAction | null

  @Property({ type: 'text' })
  @Field(() => MilestoneKind, { description: 'Whether it is a milestone or a review.' })
  kind: MilestoneKind

  @Property({ type: 'text' })
  @Field(() => String, {
    description: 'What shall be there; of a review, which it is, such as "30-day review".',
  })
  title: string

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'The day by which it is to be done.' })
  dueOn: string

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'When it was done; null while it was not.' })
  doneOn?: string | null

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What is there; of a review, what was found.' })
  outcome?: string | null

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Of a review, what was decided.' })
  decision?: string | null

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Of a review, who did it.' })
  reviewedBy?: string | null

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Who said that it is done, by the name of that day.' })
  recordedByName?: string | null

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When that was said.' })
  recordedAt?: Date | null

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was taken out of the plan; null while it is in it.',
  })
  removedAt?: Date | null

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Rises by one with each change.' })
  version: number
}
