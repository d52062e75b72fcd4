import { Check, Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { GraphQLDateTime } from 'graphql-scalars'
import { Mark } from '@boardwork/shared/attendance/register/mark.ts'
import { MarkSource } from '@boardwork/shared/attendance/register/markSource.ts'
import { allOf, anyOf, floor, floorRule } from '../../../access/floor.ts'
import { Person } from '../../identity/person.entity.ts'
import { Organisation } from '../../organisation/organisation.entity.ts'
import { markRowSelect } from '../meeting/meetingRowFloor.ts'
import { PlaceRow } from '../meeting/placeRow.ts'

registerEnumType(Mark, {
  name: 'Mark',
  description: 'What the register says of one place.',
  valuesConfig: {
    PRESENT: { description: 'Whoever holds the place came.' },
    DEPUTY: { description: 'Somebody came in their stead.' },
    APOLOGIES: { description: 'Nobody came, and said so.' },
    ABSENT: { description: 'Nobody came, and nobody said so.' },
    UNKNOWN: { description: 'Nobody knows. It never counts as absent.' },
  },
})

registerEnumType(MarkSource, {
  name: 'MarkSource',
  description: 'How a mark came into the register.',
  valuesConfig: {
    OFFICER: { description: "One of the board's officers made it." },
    CODE: { description: 'Whoever came entered the code that was shown in the room.' },
    IMPORT: { description: 'It was brought in from a list that was kept elsewhere.' },
  },
})

/**
 * What the register says of one place: a seat, or an invitation to a strategy meeting. What the place was like then is
 * kept with it, so that a seat that changes hands later changes nothing of it. The reason of apologies stands apart, in
 * `mark_reason`, since fewer people may read it.
 */
@Entity({
  tableName: 'register_mark',
  ...floor('register_mark', {
    select: anyOf(markRowSelect, allOf(`meeting_kind = 'BOARD'`, floorRule.joined())),
    insert: floorRule.officer(),
    update: floorRule.officer(),
    delete: floorRule.officer(),
  }),
})
@Unique({ properties: ['boardId', 'meetingId', 'seatId'] })
@Unique({ properties: ['boardId', 'meetingId', 'inviteeId'] })
@Index({ properties: ['organisationId', 'meetingId'] })
@Index({ properties: ['id'] })
@Check({
  name: 'register_mark_of_place',
  expression: `num_nonnulls(seat_id, invitee_id) = 1 and (meeting_kind = 'BOARD') = (seat_id is not null)`,
})
@Check({
  name: 'register_mark_of_deputy',
  expression: `mark = 'DEPUTY' or num_nonnulls(came_id, came_name, senior_enough) = 0`,
})
@ObjectType({ description: 'What the register of a meeting says of one place.', simpleResolvers: true })
export class RegisterMark extends PlaceRow {
  @ManyToOne({ entity: () => Organisation, fieldName: 'organisation_id', mapToPk: true })
  @Field(() => ID, { description: 'The agency whose place it was.' })
  organisationId: string

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'Whether the agency had to take part then.' })
  required: boolean

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'Whether the place had a vote then; never at a strategy meeting.' })
  voting: boolean

  @ManyToOne({ entity: () => Person, fieldName: 'holder_id', mapToPk: true, nullable: true, index: true })
  @Field(() => ID, { nullable: true, description: 'Who held the place then; null where it was vacant.' })
  holderId?: string | null

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'The name of who held the place then.' })
  holderName?: string | null

  @Property({ type: 'text' })
  @Field(() => Mark, { description: 'What the register says.' })
  mark: Mark

  @ManyToOne({
    entity: () => Person,
    fieldName: 'came_id',
    mapToPk: true,
    nullable: true,
    deleteRule: 'restrict',
  })
  @Field(() => ID, {
    nullable: true,
    description: 'Who came in their stead, where it is somebody with an account; else null.',
  })
  cameId?: string | null

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'The name of who came in their stead; else null.' })
  cameName?: string | null

  @Property({ type: 'boolean', nullable: true })
  @Field(() => Boolean, {
    nullable: true,
    description: "Whether the deputy was senior enough by the board's rule; null where nobody said.",
  })
  seniorEnough?: boolean | null

  @Property({ type: 'text' })
  @Field(() => MarkSource, { description: 'How it came into the register.' })
  source: MarkSource

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Who made it, by the name of that day.' })
  markedByName: string

  @Property({ type: 'timestamptz' })
  @Field(() => GraphQLDateTime, { description: 'When it was made, on the device on which it was made.' })
  markedAt: Date

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Rises by one with each change.' })
  version: number
}
