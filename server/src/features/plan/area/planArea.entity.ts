import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import type { Origin } from '@boardwork/shared/plan/import/origin.ts'
import { anyOf, floor, floorRule } from '../../../access/floor.ts'
import { Plan } from '../plan.entity.ts'

@Entity({
  tableName: 'plan_area',
  ...floor('plan_area', {
    select: anyOf(floorRule.wholePlan(), floorRule.partArea('id'), floorRule.officer()),
    insert: floorRule.officer(),
    update: floorRule.officer(),
    delete: floorRule.officer(),
  }),
})
@Unique({ properties: ['boardId', 'planId', 'id'] })
@Index({ properties: ['id'] })
@ObjectType({
  description: 'An area of an improvement plan: what an inspection or review recommends.',
  simpleResolvers: true,
})
export class PlanArea {
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'The board whose plan it is.' })
  boardId: string

  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'The id of the area.' })
  id: string

  @Property({ type: 'uuid', index: true })
  @Field(() => ID, { description: 'The plan that the area belongs to.' })
  planId: string

  @ManyToOne({
    entity: () => Plan,
    joinColumns: ['board_id', 'plan_id'],
    referencedColumnNames: ['board_id', 'id'],
    ownColumns: [],
    deleteRule: 'cascade',
  })
  plan?: Plan

  @Property({ type: 'integer' })
  position: number

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The number or code that the document gives the area; may be empty.' })
  reference: string

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'The theme that the area stands under in the document.',
  })
  theme?: string | null

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What is to be improved.' })
  title: string

  /** Where what was brought in comes from. */
  @Property({ type: 'json', nullable: true, lazy: true })
  origins?: Origin[] | null

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Rises by one with each change to the area itself.' })
  version: number
}
