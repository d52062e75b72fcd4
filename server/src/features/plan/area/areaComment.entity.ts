import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, ObjectType } from 'type-graphql'
import { GraphQLDateTime } from 'graphql-scalars'
import { allOf, anyOf, floor, floorRule } from '../../../access/floor.ts'
import { Person } from '../../identity/person.entity.ts'
import { PlanArea } from './planArea.entity.ts'
import { planRowFloor } from '../planRowFloor.ts'

@Entity({
  tableName: 'area_comment',
  ...floor('area_comment', {
    select: planRowFloor.select,
    insert: allOf(
      floorRule.me(),
      anyOf(allOf(floorRule.wholePlan(), floorRule.member()), floorRule.contributedArea()),
    ),
  }),
})
@ObjectType({
  description: 'A comment on an area of a plan. It stays as it was written.',
  simpleResolvers: true,
})
export class AreaComment {
  @PrimaryKey({ type: 'uuid' })
  boardId: string

  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'The id of the comment.' })
  id: string

  @Property({ type: 'uuid' })
  planId: string

  @Property({ type: 'uuid', index: true })
  @Field(() => ID, { description: 'The area that it is about.' })
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

  @ManyToOne({ entity: () => Person, fieldName: 'person_id', mapToPk: true })
  personId: string

  /** As it was on that day: the reader need not be one who may look the person up. */
  @Property({ type: 'text' })
  @Field(() => String, { description: 'The name of the person who wrote it, as it was then.' })
  authorName: string

  @Property({ type: 'text' })
  @Field(() => String, {
    description: 'For whom the person wrote: their agency, or the board that they run.',
  })
  authorFor: string

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The text of the comment.' })
  body: string

  @Property({ type: 'timestamptz' })
  @Field(() => GraphQLDateTime, { description: 'When it was written.' })
  writtenAt: Date
}
