import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, ObjectType } from 'type-graphql'
import { floor } from '../../access/floor.ts'
import { planRowFloor } from './planRowFloor.ts'
import { PlanAction } from './planAction.entity.ts'

@Entity({ tableName: 'expected_evidence', ...floor('expected_evidence', planRowFloor) })
@ObjectType({
  description:
    'What will show that an action was done, with the time-scale that stands beside it in the document.',
  simpleResolvers: true,
})
export class ExpectedEvidence {
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

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'What will show it; null where the document gives a time-scale alone.',
  })
  text?: string | null

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'The deadline in the words of the document; null where none stands.',
  })
  deadline?: string | null
}
