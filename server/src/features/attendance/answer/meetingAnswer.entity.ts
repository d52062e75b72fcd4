import { Check, Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { GraphQLDateTime } from 'graphql-scalars'
import { AnswerState, MeetingAnswerKind } from '@boardwork/shared/attendance/answer/meetingAnswer.ts'
import { allOf, anyOf, floor, floorRule } from '../../../access/floor.ts'
import { Person } from '../../identity/person.entity.ts'
import { Organisation } from '../../organisation/organisation.entity.ts'
import { PlaceRow } from '../meeting/placeRow.ts'

registerEnumType(MeetingAnswerKind, {
  name: 'MeetingAnswerKind',
  description: 'What is answered for a place at a meeting.',
  valuesConfig: {
    ATTENDING: { description: 'Whoever holds the place comes.' },
    DEPUTY: { description: 'Somebody comes in their stead.' },
    APOLOGIES: { description: 'Nobody comes.' },
  },
})

registerEnumType(AnswerState, {
  name: 'AnswerState',
  description: 'Whether an answer counts for the time at which the meeting is now.',
  valuesConfig: {
    NONE: { description: 'There is no answer.' },
    STANDS: { description: 'It counts.' },
    ASKED_AGAIN: { description: 'The meeting was moved since: whoever answered is asked again.' },
  },
})

const ownPlace = [floorRule.mySeat(), floorRule.leadSeat(), floorRule.myInvitation()]

/** What was answered for a place before the meeting. The reason of apologies stands apart, in `answer_reason`. */
@Entity({
  tableName: 'meeting_answer',
  ...floor('meeting_answer', {
    select: anyOf(
      floorRule.officer(),
      allOf(`meeting_kind = 'BOARD'`, anyOf(floorRule.member(), floorRule.lead())),
      floorRule.invitedMeeting(),
    ),
    insert: anyOf(floorRule.officer(), ...ownPlace),
    update: anyOf(floorRule.officer(), ...ownPlace),
  }),
})
@Unique({ properties: ['boardId', 'meetingId', 'placeId'] })
@Unique({ properties: ['boardId', 'id', 'placeId', 'organisationId', 'meetingKind'] })
@Index({ properties: ['id'] })
@Check({
  name: 'meeting_answer_of_place',
  expression: `num_nonnulls(seat_id, invitee_id) = 1 and (meeting_kind = 'BOARD') = (seat_id is not null)
    and place_id = coalesce(seat_id, invitee_id)`,
})
@Check({
  name: 'meeting_answer_of_deputy',
  expression: `(answer = 'DEPUTY') = (deputy_name is not null) and (deputy_id is null or answer = 'DEPUTY')`,
})
@ObjectType({ description: 'What was answered for a place at a meeting.', simpleResolvers: true })
export class MeetingAnswer extends PlaceRow {
  /** The seat or the invitation: what other tables point to, since it is never null. */
  @Property({ type: 'uuid' })
  @Field(() => ID, { description: 'The id of the seat or of the invitation.' })
  placeId: string

  @ManyToOne({ entity: () => Organisation, fieldName: 'organisation_id', mapToPk: true, index: true })
  organisationId: string

  @Property({ type: 'text' })
  @Field(() => MeetingAnswerKind, { description: 'What was answered.' })
  answer: MeetingAnswerKind

  @ManyToOne({
    entity: () => Person,
    fieldName: 'deputy_id',
    mapToPk: true,
    nullable: true,
    index: true,
    deleteRule: 'restrict',
  })
  @Field(() => ID, {
    nullable: true,
    description: 'Who comes instead, where it is a named deputy of the seat; else null.',
  })
  deputyId?: string | null

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'The name of who comes instead; else null.' })
  deputyName?: string | null

  /** The time for which it was answered: if the meeting moves, it no longer counts. */
  @Property({ type: 'timestamptz' })
  @Field(() => GraphQLDateTime, { description: 'When the meeting was to begin when it was answered.' })
  startsAt: Date

  @Property({ type: 'timestamptz' })
  @Field(() => GraphQLDateTime, { description: 'When the meeting was to end when it was answered.' })
  endsAt: Date

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Who answered, by the name of that day.' })
  answeredByName: string

  @Property({ type: 'boolean' })
  @Field(() => Boolean, {
    description: 'Whether an officer of the board wrote it down for them.',
  })
  onBehalf: boolean

  @Property({ type: 'timestamptz' })
  @Field(() => GraphQLDateTime, { description: 'When it was answered.' })
  answeredAt: Date

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Rises by one with each change.' })
  version: number
}
