import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { GraphQLDateTime, GraphQLJSON, GraphQLLocalDate } from 'graphql-scalars'
import type { QuorumRule } from '@boardwork/shared/attendance/quorum/quorum.ts'
import { anyOf, floor, floorRule } from '../../../access/floor.ts'
import { Board } from '../../board/board.entity.ts'

/** What a board needs for a quorum, from a day on. Each is only ever added: a meeting keeps what held on its day. */
@Entity({
  tableName: 'quorum',
  ...floor('quorum', {
    select: anyOf(floorRule.member(), floorRule.ledBoard()),
    insert: floorRule.officer(),
  }),
})
@Unique({ properties: ['boardId', 'number'] })
@ObjectType({ description: 'What a board needs for a quorum, from a day on.', simpleResolvers: true })
export class Quorum {
  @ManyToOne({ entity: () => Board, primary: true, fieldName: 'board_id', mapToPk: true })
  boardId: string

  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'The id.' })
  id: string

  @Property({ type: 'integer' })
  @Field(() => Int, {
    description: 'The how manieth of the board it is: of two for one day the later holds.',
  })
  number: number

  @Property({ type: 'jsonb', nullable: true })
  @Field(() => GraphQLJSON, {
    nullable: true,
    description: 'What is needed, in the form of QuorumRule; null: there is no quorum from that day on.',
  })
  rule?: QuorumRule | null

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'The first day for whose meetings it holds.' })
  startsOn: string

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Who set it, by the name of that day.' })
  setByName: string

  @Property({ type: 'timestamptz' })
  @Field(() => GraphQLDateTime, { description: 'When it was set.' })
  setAt: Date
}
