import { Field, ID, InputType } from 'type-graphql'

const clientMutationId = 'Made by the client, new for each try of its own; a repeat changes nothing.'

@InputType({ description: 'For which meeting members can mark themselves, or no longer can.' })
export class CheckInOfMeetingInput {
  @Field(() => ID, { description: 'The meeting.' })
  meetingId: string

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({ description: 'The code that somebody read in the room.' })
export class CheckInInput {
  @Field(() => ID, { description: 'The meeting.' })
  meetingId: string

  @Field(() => String, { description: 'The code, with or without spaces.' })
  code: string

  @Field(() => ID, {
    nullable: true,
    description: 'For which seat, where the viewer may stand in for several; else null.',
  })
  seatId?: string | null

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}
