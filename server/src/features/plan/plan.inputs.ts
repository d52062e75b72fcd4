import { Field, ID, InputType, Int } from 'type-graphql'

@InputType({ description: 'Which draft plan to adopt.' })
export class AdoptPlanInput {
  @Field(() => ID, { description: 'The plan.' })
  planId: string

  @Field(() => Int, { description: 'The version that the chair has read.' })
  version: number

  @Field(() => ID, { description: 'Made by the client, new for each try of its own; a repeat changes nothing.' })
  clientMutationId: string
}
