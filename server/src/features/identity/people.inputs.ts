import { Field, ID, InputType } from 'type-graphql'

@InputType({ description: 'Whose account to switch off or on.' })
export class PersonAccountInput {
  @Field(() => ID, { description: 'The person.' })
  personId: string

  @Field(() => ID, {
    description: 'Made by the client, new for each try of its own; a repeat changes nothing.',
  })
  clientMutationId: string
}
