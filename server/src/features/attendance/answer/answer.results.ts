import { Field, ID, Int, ObjectType } from 'type-graphql'
import { GraphQLDateTime } from 'graphql-scalars'
import { MeetingAnswerKind } from '@boardwork/shared/attendance/answer/meetingAnswer.ts'
import { Conflict, InvalidInput, NotReady } from '../../../access/refusals.ts'
import { resultOf } from '../../../access/resultOf.ts'
import { Meeting } from '../meeting/meeting.entity.ts'

@ObjectType({
  description: 'What the letter behind a link said, and what was answered. It needs no signing in.',
  simpleResolvers: true,
})
export class OpenedAnswerLink {
  @Field(() => ID, { description: 'The meeting.' })
  meetingId: string

  @Field(() => String, { description: 'The name of the person to whom the letter was sent.' })
  personName: string

  @Field(() => String, {
    description: 'What the meeting is called; of a strategy meeting, its reference alone.',
  })
  title: string

  @Field(() => String, { description: 'The name of the board or sub-group.' })
  boardName: string

  @Field(() => String, { nullable: true, description: 'The agency whose place it is.' })
  organisationName: string | null

  @Field(() => GraphQLDateTime, { description: 'When it begins.' })
  startsAt: Date

  @Field(() => GraphQLDateTime, { description: 'When it ends.' })
  endsAt: Date

  @Field(() => String, { nullable: true, description: 'Where it is.' })
  place: string | null

  @Field(() => String, { nullable: true, description: 'The address at which to join it online.' })
  link: string | null

  @Field(() => Boolean, { description: 'Whether it was cancelled.' })
  cancelled: boolean

  @Field(() => Boolean, { description: 'Whether the register is closed, after which nobody answers.' })
  registerClosed: boolean

  @Field(() => MeetingAnswerKind, {
    nullable: true,
    description: 'What was answered; null where nothing was.',
  })
  answer: MeetingAnswerKind | null

  @Field(() => Boolean, { description: 'Whether that counts for the time at which the meeting is now.' })
  stands: boolean
}

@ObjectType({
  description: 'The invitations to a meeting by mail, for the coordinator.',
  simpleResolvers: true,
})
export class MeetingInvitations {
  @Field(() => Int, { description: 'How many people would get a mail now. None gets two about the same.' })
  toSend: number

  @Field(() => Int, {
    description: 'How many of those expected have got one about the meeting as it is now.',
  })
  sent: number

  @Field(() => Int, {
    description: 'How many expected places have nobody with an open account to whom a mail could go.',
  })
  unreachable: number
}

export const AnswerMeetingResult = resultOf(
  'AnswerMeetingResult',
  'The meeting with the answer, or why nothing was changed.',
  [Meeting, InvalidInput, Conflict, NotReady] as const,
)

export const AnswerByLinkResult = resultOf(
  'AnswerByLinkResult',
  'What is answered now, or why nothing was changed.',
  [OpenedAnswerLink, InvalidInput, NotReady] as const,
)

export const SendInvitationsResult = resultOf(
  'SendInvitationsResult',
  'The meeting, or why nothing was sent.',
  [Meeting, NotReady] as const,
)
