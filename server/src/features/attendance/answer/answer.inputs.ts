import { Field, ID, InputType, Int } from 'type-graphql'
import { MeetingAnswerKind } from '@boardwork/shared/attendance/answer/meetingAnswer.ts'

@InputType({ description: 'What is answered for a place at a meeting.' })
abstract class AnswerInput {
  @Field(() => MeetingAnswerKind, { description: 'Whether somebody comes, and who.' })
  answer: MeetingAnswerKind

  @Field(() => String, {
    defaultValue: '',
    description:
      'With DEPUTY: who comes instead, where no named deputy is chosen. The name of a named deputy is taken as that person. At most 200 characters.',
  })
  deputyName: string

  @Field(() => String, {
    defaultValue: '',
    description:
      "With APOLOGIES: why nobody comes. The board's officers and the agency's own people read it. At most 500 characters.",
  })
  reason: string
}

@InputType({ description: 'An answer for a place at a meeting, and for which.' })
export class AnswerMeetingInput extends AnswerInput {
  @Field(() => ID, { description: 'The meeting.' })
  meetingId: string

  @Field(() => ID, { description: 'The seat, or the invitation to a strategy meeting.' })
  placeId: string

  @Field(() => ID, {
    nullable: true,
    description: 'With DEPUTY: the named deputy who comes; null where it is somebody else.',
  })
  deputyId?: string | null

  @Field(() => Int, { description: 'The version of the answer that was changed; 0 for the first.' })
  version: number

  @Field(() => ID, {
    description: 'Made by the client, new for each try of its own; a repeat changes nothing.',
  })
  clientMutationId: string
}

@InputType({ description: 'An answer by the link of a letter. The same answer again changes nothing.' })
export class AnswerByLinkInput extends AnswerInput {
  @Field(() => String, { description: 'The secret from the link.' })
  token: string
}

@InputType({ description: 'To which meeting invitations are sent.' })
export class SendInvitationsInput {
  @Field(() => ID, { description: 'The meeting.' })
  meetingId: string

  @Field(() => ID, {
    description: 'Made by the client, new for each try of its own; a repeat sends nothing.',
  })
  clientMutationId: string
}

@InputType({ description: "That the viewer's calendar gets a new address." })
export class RenewCalendarAddressInput {
  @Field(() => ID, {
    description: 'Made by the client, new for each try of its own; a repeat changes nothing.',
  })
  clientMutationId: string
}
