import { Field, ID, InputType, Int } from 'type-graphql'
import { GraphQLLocalDate } from 'graphql-scalars'

const clientMutationId = 'Made by the client, new for each try of its own; a repeat changes nothing.'

@InputType({ description: 'Which flag, and what is said about it.' })
abstract class FlagInput {
  @Field(() => ID, { description: 'The flag.' })
  flagId: string

  @Field(() => String, { defaultValue: '', description: 'What is said. At most 2,000 characters.' })
  words: string

  @Field(() => Int, { description: 'The version that was read.' })
  version: number

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({ description: 'What is asked of the agency that a flag is about.' })
export class PutFlagInput extends FlagInput {
  @Field(() => GraphQLLocalDate, { description: 'The day by which an answer is asked for.' })
  answerDueOn: string
}

@InputType({ description: 'What the agency answers to a flag.' })
export class AnswerFlagInput extends FlagInput {}

@InputType({ description: 'What the board said about a flag.' })
export class DiscussFlagInput extends FlagInput {
  @Field(() => ID, { description: 'The meeting of the board at which it was discussed.' })
  meetingId: string
}

@InputType({ description: 'What was done about a flag.' })
export class AddressFlagInput extends FlagInput {}

@InputType({ description: 'Why the board accepts a flag as it is.' })
export class AcceptFlagInput extends FlagInput {}

@InputType({ description: 'Which flag is closed; words may be empty.' })
export class CloseFlagInput extends FlagInput {}

@InputType({ description: 'With the rules of which board it is looked again.' })
export class LookForFlagsInput {
  @Field(() => ID, { description: 'The board or sub-group.' })
  boardId: string

  @Field(() => Int, { description: 'The board year: the calendar year in which it begins.' })
  year: number

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}
