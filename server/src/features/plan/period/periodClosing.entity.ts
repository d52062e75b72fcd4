import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import { Field, ID, ObjectType } from 'type-graphql'
import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars'
import { allOf, floor, floorRule } from '../../../access/floor.ts'
import { Board } from '../../board/board.entity.ts'
import { Person } from '../../identity/person.entity.ts'

@Entity({
  tableName: 'period_closing',
  ...floor('period_closing', {
    select: floorRule.knownBoard(),
    insert: allOf(floorRule.officer(), floorRule.me('closed_by_id')),
  }),
})
@Unique({ properties: ['boardId', 'startsOn'] })
@Index({ properties: ['id'] })
@ObjectType({
  description: 'The closing of a reporting period: from then on nothing that was reported for it changes.',
  simpleResolvers: true,
})
export class PeriodClosing {
  @ManyToOne({ entity: () => Board, primary: true, fieldName: 'board_id', mapToPk: true })
  @Field(() => ID, { description: 'The board.' })
  boardId: string

  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'The id of the closing.' })
  id: string

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'The first day of the period.' })
  startsOn: string

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'The last day of the period.' })
  endsOn: string

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The name of the period, such as "Q2 2026/27".' })
  name: string

  @Property({ type: 'timestamptz' })
  @Field(() => GraphQLDateTime, { description: 'When it was closed.' })
  closedAt: Date

  @ManyToOne({ entity: () => Person, fieldName: 'closed_by_id', mapToPk: true })
  closedById: string

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Who closed it, by the name of that day.' })
  closedByName: string
}
