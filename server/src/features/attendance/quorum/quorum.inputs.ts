import { Field, ID, InputType, Int } from 'type-graphql'
import { GraphQLJSON, GraphQLLocalDate } from 'graphql-scalars'

@InputType({ description: 'What a board needs for a quorum from a day on.' })
export class SetQuorumInput {
  @Field(() => ID, { description: 'The board or sub-group.' })
  boardId: string

  @Field(() => GraphQLJSON, {
    nullable: true,
    description: 'What is needed, in the form of QuorumRule; null: there is no quorum from that day on.',
  })
  rule?: unknown

  @Field(() => GraphQLLocalDate, { description: 'The first day for whose meetings it holds.' })
  startsOn: string

  @Field(() => Int, { description: 'The number of the version that was edited; 0 for the first.' })
  version: number

  @Field(() => ID, {
    description: 'Made by the client, new for each try of its own; a repeat changes nothing.',
  })
  clientMutationId: string
}
