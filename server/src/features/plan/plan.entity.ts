import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { GraphQLDateTime } from 'graphql-scalars'
import type { DocumentLayout } from '@boardwork/shared/plan/documentStyle.ts'
import { PlanState } from '@boardwork/shared/plan/planState.ts'
import { anyOf, floor, floorRule } from '../../access/floor.ts'
import { Board } from '../board/board.entity.ts'

registerEnumType(PlanState, {
  name: 'PlanState',
  description: 'The life of an improvement plan.',
  valuesConfig: {
    DRAFT: { description: "In preparation: the board's coordinators and chairs alone see it." },
    ADOPTED: { description: 'Adopted by the chair: the members of the board see it.' },
  },
})

@Entity({
  tableName: 'plan',
  ...floor('plan', {
    select: anyOf(floorRule.wholePlan('id'), floorRule.partPlan('id'), floorRule.officer()),
    insert: floorRule.officer(),
    update: floorRule.officer(),
    delete: floorRule.officer(),
  }),
})
@Index({ properties: ['id'] })
@ObjectType({
  description: 'An improvement plan of a board: areas, their actions, and how they go.',
  simpleResolvers: true,
})
export class Plan {
  @ManyToOne({ entity: () => Board, primary: true, fieldName: 'board_id', mapToPk: true })
  @Field(() => ID, { description: 'The board whose plan it is.' })
  boardId: string

  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'The id of the plan.' })
  id: string

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The title of the plan.' })
  title: string

  @Property({ type: 'text' })
  @Field(() => PlanState, { description: 'Whether it is a draft or adopted.' })
  state: PlanState

  /** What the document looked like that it was brought in with last: it goes out like that. */
  @Property({ type: 'json', nullable: true, lazy: true })
  layout?: DocumentLayout | null

  @Property({ type: 'timestamptz' })
  @Field(() => GraphQLDateTime, { description: 'When the plan was brought in.' })
  createdAt: Date

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the chair adopted it; null while it is a draft.',
  })
  adoptedAt?: Date | null

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Rises by one with each change to the plan itself.' })
  version: number
}
