import { Field, ID, InputType, Int } from 'type-graphql'
import { GraphQLLocalDate } from 'graphql-scalars'

const clientMutationId = 'Made by the client, new for each try of its own; a repeat changes nothing.'

@InputType({ description: 'What can be written about a meeting.' })
export abstract class MeetingInput {
  @Field(() => String, { description: 'What it is called. At most 200 characters.' })
  title: string

  @Field(() => GraphQLLocalDate, { description: 'Its day in the United Kingdom.' })
  heldOn: string

  @Field(() => String, {
    description: 'When it begins, by the clock in the United Kingdom, such as "14:30" or "2:30pm".',
  })
  startTime: string

  @Field(() => String, { description: 'When it ends, on the same day.' })
  endTime: string

  @Field(() => String, {
    defaultValue: '',
    description: 'Where it is; may be empty. At most 300 characters.',
  })
  place: string

  @Field(() => String, {
    defaultValue: '',
    description: 'The address at which to join it online; may be empty.',
  })
  link: string

  @Field(() => String, {
    defaultValue: '',
    description: 'What those who come should know; may be empty. At most 4,000 characters.',
  })
  notes: string

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({ description: 'A new meeting of a board or sub-group.' })
export class PlanMeetingInput extends MeetingInput {
  @Field(() => ID, { description: 'The board or sub-group.' })
  boardId: string
}

@InputType({ description: 'What a meeting is to be.' })
export class ChangeMeetingInput extends MeetingInput {
  @Field(() => ID, { description: 'The meeting.' })
  meetingId: string

  @Field(() => Int, { description: 'The version that was edited.' })
  version: number
}

@InputType({ description: 'Which meeting is cancelled, and why.' })
export class CancelMeetingInput {
  @Field(() => ID, { description: 'The meeting.' })
  meetingId: string

  @Field(() => String, { description: 'Why. At most 500 characters.' })
  reason: string

  @Field(() => Int, { description: 'The version that was read.' })
  version: number

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({ description: 'What a board settles about its meetings.' })
export class SettleAttendanceInput {
  @Field(() => ID, { description: 'The board or sub-group.' })
  boardId: string

  @Field(() => Int, { description: 'The month on whose first day its year begins, from 1 to 12.' })
  yearStartsMonth: number

  @Field(() => String, {
    description: 'In its own words, which deputies are senior enough; may be empty. At most 500 characters.',
  })
  deputyRule: string

  @Field(() => Int, { description: 'The version that was edited; 0 while nothing was settled.' })
  version: number

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}
