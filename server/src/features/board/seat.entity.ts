import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { GraphQLLocalDate } from 'graphql-scalars'
import { anyOf, floor, floorRule } from '../../access/floor.ts'
import { Person } from '../identity/person.entity.ts'
import { Organisation } from '../organisation/organisation.entity.ts'
import { Board } from './board.entity.ts'

@Entity({
  tableName: 'seat',
  ...floor('seat', {
    select: anyOf(floorRule.member(), floorRule.lead(), floorRule.joined(), floorRule.administrator),
    insert: floorRule.officer(),
    update: floorRule.officer(),
  }),
})
@Unique({ properties: ['boardId', 'organisationId', 'startsOn'] })
@ObjectType({ description: "An organisation's place on a board." })
export class Seat {
  @ManyToOne({ entity: () => Board, primary: true, fieldName: 'board_id', mapToPk: true })
  @Field(() => ID, { description: 'The board.' })
  boardId: string

  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'The id of the seat.' })
  id: string

  @ManyToOne({ entity: () => Organisation, fieldName: 'organisation_id', mapToPk: true, index: true })
  @Field(() => ID, { description: 'The agency whose seat it is.' })
  organisationId: string

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'Whether the agency has to take part.' })
  required: boolean

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'Whether the seat has a vote.' })
  voting: boolean

  @ManyToOne({ entity: () => Person, fieldName: 'holder_id', mapToPk: true, nullable: true, index: true })
  @Field(() => ID, { nullable: true, description: 'The person who holds the seat; null while it is vacant.' })
  holderId?: string | null

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'The first day of the seat.' })
  startsOn: string

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day of the seat; null while it is open.',
  })
  endsOn?: string | null

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Rises by one with each change.' })
  version: number
}
