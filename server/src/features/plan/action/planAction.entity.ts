import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import type { Origin } from '@boardwork/shared/plan/import/origin.ts'
import { floor } from '../../../access/floor.ts'
import { planRowFloor } from '../planRowFloor.ts'
import { PlanArea } from '../area/planArea.entity.ts'

@Entity({ tableName: 'plan_action', ...floor('plan_action', planRowFloor) })
@Unique({ properties: ['boardId', 'planId', 'areaId', 'id'] })
@Index({ properties: ['id'] })
@ObjectType({ description: 'An action of an improvement plan.', simpleResolvers: true })
export class PlanAction {
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'The board whose plan it is.' })
  boardId: string

  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'The id of the action.' })
  id: string

  @Property({ type: 'uuid', index: true })
  @Field(() => ID, { description: 'The plan that the action belongs to.' })
  planId: string

  @Property({ type: 'uuid', index: true })
  @Field(() => ID, { description: 'The area that the action belongs to.' })
  areaId: string

  @ManyToOne({
    entity: () => PlanArea,
    joinColumns: ['board_id', 'plan_id', 'area_id'],
    referencedColumnNames: ['board_id', 'plan_id', 'id'],
    ownColumns: [],
    columnTypes: ['uuid', 'uuid', 'uuid'],
    deleteRule: 'cascade',
  })
  area?: PlanArea

  @Property({ type: 'integer' })
  position: number

  @Property({ type: 'text' })
  @Field(() => String, {
    description: 'The number or code that the document gives the action; may be empty.',
  })
  reference: string

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What is to be done.' })
  title: string

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'What people who use services and their carers should notice.',
  })
  outcome?: string | null

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What the document itself says of the progress.' })
  progress?: string | null

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Comments that stand beside the action in the document.',
  })
  comments?: string | null

  /** Where what was brought in comes from. */
  @Property({ type: 'json', nullable: true, lazy: true })
  origins?: Origin[] | null

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Rises by one with each change to the action.' })
  version: number
}
