import { Field, ID, ObjectType } from 'type-graphql'
import { GraphQLDateTime } from 'graphql-scalars'
import { AnswerState, MeetingAnswerKind } from '@boardwork/shared/attendance/answer/meetingAnswer.ts'
import { Meeting } from '../meeting/meeting.entity.ts'

@ObjectType({ description: 'A meeting to which the viewer is expected.', simpleResolvers: true })
export class MyMeeting {
  @Field(() => Meeting, { description: 'The meeting.' })
  meeting: Omit<Meeting, 'madeAt'>

  @Field(() => String, { description: 'The name of the board or sub-group.' })
  boardName: string

  @Field(() => ID, { description: 'The seat or invitation for which the viewer is expected.' })
  placeId: string

  @Field(() => String, { nullable: true, description: 'The agency whose place it is.' })
  organisationName: string | null

  @Field(() => Boolean, { description: 'Whether the viewer was named as the deputy who comes.' })
  namedDeputy: boolean

  @Field(() => MeetingAnswerKind, {
    nullable: true,
    description: 'What was answered; null where nothing was.',
  })
  answer: MeetingAnswerKind | null

  @Field(() => AnswerState, { description: 'Whether that counts for the time at which the meeting is now.' })
  state: AnswerState

  @Field(() => [Meeting], {
    description: 'Other meetings at the same time, to which the viewer is expected too. At most 500.',
  })
  clashes: Omit<Meeting, 'madeAt'>[]
}

@ObjectType({ description: "The viewer's calendar of meetings.", simpleResolvers: true })
export class MyCalendar {
  @Field(() => [MyMeeting], {
    description:
      'The meetings to come that concern the viewer, the first first, cancelled ones too. At most 500.',
  })
  meetings: MyMeeting[]

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the private address of the calendar was made; null where there is none.',
  })
  addressMadeAt: Date | null
}

@ObjectType({
  description: "The private address of the viewer's calendar. It is shown once, when it is made.",
  simpleResolvers: true,
})
export class CalendarAddressMade {
  @Field(() => ID, { description: 'The id of the person.' })
  id: string

  @Field(() => GraphQLDateTime, { description: 'When it was made.' })
  madeAt: Date

  @Field(() => String, {
    nullable: true,
    description: 'The address; null where the request was repeated, since only its hash is kept.',
  })
  address: string | null
}
