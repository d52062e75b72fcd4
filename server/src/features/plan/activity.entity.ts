import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, ObjectType } from 'type-graphql'
import { floor } from '../../access/floor.ts'
import { planRowFloor } from './planRowFloor.ts'
import { PlanAction } from './planAction.entity.ts'

@Entity({ tableName: 'activity', ...floor('activity', planRowFloor) })
@ObjectType({ description: 'A step of an action, in the words of the document.', simpleResolvers: true })
export class Activity {
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

  @Property({ type: 'integer' })
  position: number

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What is done.' })
  title: string

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Who leads it.' })
  lead?: string | null

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'The deadline in the words of the document.' })
  deadline?: string | null

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'How it stands, in the words of the document.' })
  status?: string | null

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Comments on it.' })
  comments?: string | null
}
