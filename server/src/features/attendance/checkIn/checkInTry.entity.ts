import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, ObjectType } from 'type-graphql'
import { GraphQLDateTime } from 'graphql-scalars'
import { allOf, floor, floorRule } from '../../../access/floor.ts'
import { Person } from '../../identity/person.entity.ts'
import { CheckIn } from './checkIn.entity.ts'

/** A wrong code that somebody entered: the board's officers see who guesses, and when. */
@Entity({
  tableName: 'check_in_try',
  ...floor('check_in_try', {
    select: floorRule.officer(),
    insert: allOf(floorRule.me(), floorRule.member()),
  }),
})
@Index({ properties: ['id'] })
@ObjectType({ description: 'A wrong code that somebody entered.', simpleResolvers: true })
export class CheckInTry {
  @PrimaryKey({ type: 'uuid' })
  boardId: string

  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'The id.' })
  id: string

  @Property({ type: 'uuid', index: true })
  meetingId: string

  @ManyToOne({
    entity: () => CheckIn,
    joinColumns: ['board_id', 'meeting_id'],
    referencedColumnNames: ['board_id', 'meeting_id'],
    ownColumns: [],
    columnTypes: ['uuid', 'uuid'],
    deleteRule: 'cascade',
  })
  checkIn?: CheckIn

  @ManyToOne({ entity: () => Person, fieldName: 'person_id', mapToPk: true, index: true })
  personId: string

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Who entered it, by the name of that day.' })
  personName: string

  @Property({ type: 'timestamptz' })
  @Field(() => GraphQLDateTime, { description: 'When it was entered.' })
  triedAt: Date
}
