import { Field, ID, InputType, Int } from 'type-graphql'
import { GraphQLLocalDate } from 'graphql-scalars'

const clientMutationId = 'Made by the client, new for each try of its own; a repeat changes nothing.'
const version = 'How many reports of the action were read.'

@InputType({ description: 'How an action of a meeting stands, or that it is done.' })
export class ReportMeetingActionInput {
  @Field(() => ID, { description: 'The action of the meeting.' })
  meetingActionId: string

  @Field(() => Boolean, { description: 'Whether it is done.' })
  done: boolean

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The day on which it was done, today or before; null of what is not done.',
  })
  doneOn?: string | null

  @Field(() => String, { description: 'What was done, or how it stands. At most 2,000 characters.' })
  words: string

  @Field(() => Int, { description: version })
  version: number

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({ description: 'Which action of a meeting is not done after all.' })
export class PutBackMeetingActionInput {
  @Field(() => ID, { description: 'The action of the meeting.' })
  meetingActionId: string

  @Field(() => String, { description: 'Why it is not done yet. At most 2,000 characters.' })
  words: string

  @Field(() => Int, { description: version })
  version: number

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}
