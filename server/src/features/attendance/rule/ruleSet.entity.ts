import { Check, Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { GraphQLDateTime } from 'graphql-scalars'
import { anyOf, floor, floorRule } from '../../../access/floor.ts'
import { Board } from '../../board/board.entity.ts'

/** Rules are never changed: a change makes a new version, and what was found under an old one stays as it was. */
@Entity({
  tableName: 'rule_set',
  ...floor('rule_set', {
    select: anyOf(floorRule.member(), floorRule.ledBoard()),
    insert: floorRule.officer(),
  }),
})
@Unique({ properties: ['boardId', 'year', 'number'] })
@Index({ properties: ['id'] })
@Check({ name: 'rule_set_number', expression: 'number > 0' })
@ObjectType({
  description: 'One version of the rules that a board set itself for a year.',
  simpleResolvers: true,
})
export class RuleSet {
  @ManyToOne({ entity: () => Board, primary: true, fieldName: 'board_id', mapToPk: true })
  boardId: string

  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'The id.' })
  id: string

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'The calendar year in which the board year begins.' })
  year: number

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'Which version of the rules of the year it is, from 1.' })
  number: number

  @Property({ type: 'timestamptz' })
  @Field(() => GraphQLDateTime, { description: 'From when on it holds, until the next version.' })
  inForceFrom: Date

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Who made it, by the name of that day.' })
  madeByName: string
}
