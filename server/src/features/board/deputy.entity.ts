import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, ObjectType } from 'type-graphql'
import { GraphQLDateTime } from 'graphql-scalars'
import { anyOf, floor, floorRule } from '../../access/floor.ts'
import { Person } from '../identity/person.entity.ts'
import { Seat } from './seat.entity.ts'

@Entity({
  tableName: 'deputy',
  ...floor('deputy', {
    select: anyOf(floorRule.member(), floorRule.leadSeat(), floorRule.me(), floorRule.administrator),
    insert: floorRule.officer(),
    update: floorRule.officer(),
  }),
})
@ObjectType({ description: 'A person who may stand in for the holder of a seat.' })
export class Deputy {
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'The board.' })
  boardId: string

  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'The id of this naming.' })
  id: string

  @Property({ type: 'uuid' })
  @Field(() => ID, { description: 'The seat that the person may stand in for.' })
  seatId: string

  @ManyToOne({
    entity: () => Seat,
    joinColumns: ['board_id', 'seat_id'],
    referencedColumnNames: ['board_id', 'id'],
    ownColumns: [],
  })
  seat?: Seat

  @ManyToOne({ entity: () => Person, fieldName: 'person_id', mapToPk: true, index: true })
  @Field(() => ID, { description: 'The person.' })
  personId: string

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  @Field(() => GraphQLDateTime, { description: 'When the person was named.' })
  namedAt: Date

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the naming ended; null while it stands.',
  })
  endedAt?: Date | null
}
