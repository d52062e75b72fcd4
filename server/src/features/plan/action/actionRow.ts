import { ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, ObjectType } from 'type-graphql'
import { PlanAction } from './planAction.entity.ts'

/** What every row that stands in an action of a plan has: its own id, and the whole way up to the board. */
@ObjectType()
export abstract class ActionRow {
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
}
