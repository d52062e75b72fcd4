import { Field, ID, InputType, Int } from 'type-graphql'
import { GraphQLLocalDate } from 'graphql-scalars'
import { Role, Scope } from '@boardwork/shared/board/role.ts'

@InputType({ description: 'A role for a person who has an account.' })
export class GrantRoleInput {
  @Field(() => ID, {
    description: 'The person. Somebody whom you do not know here is invited by e-mail instead.',
  })
  personId: string

  @Field(() => Scope, { description: 'What the role is for.' })
  scope: Scope

  @Field(() => ID, { description: 'The board, organisation or region; all zeros for the platform.' })
  scopeId: string

  @Field(() => Role, { description: 'The role. Member and deputy come with a seat and are not given.' })
  role: Role

  @Field(() => String, { description: 'Why the person is given the role, 1 to 500 characters.' })
  reason: string

  @Field(() => GraphQLLocalDate, { description: 'The first day on which it holds.' })
  startsOn: string

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day on which it holds; null: no end is set.',
  })
  endsOn?: string | null

  @Field(() => ID, {
    description: 'Made by the client, new for each try of its own; a repeat changes nothing.',
  })
  clientMutationId: string
}

@InputType({ description: 'What a role is to be from now on. Who holds which role for what never changes.' })
export class ChangeGrantInput {
  @Field(() => ID, { description: 'The grant.' })
  grantId: string

  @Field(() => Int, { description: 'The version that was changed.' })
  version: number

  @Field(() => String, { description: 'Why the person has the role, 1 to 500 characters.' })
  reason: string

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day on which it holds; null: no end is set.',
  })
  endsOn?: string | null

  @Field(() => ID, {
    description: 'Made by the client, new for each try of its own; a repeat changes nothing.',
  })
  clientMutationId: string
}

@InputType({ description: 'Which role ends now. The person has lost it with their next request.' })
export class EndGrantInput {
  @Field(() => ID, { description: 'The grant.' })
  grantId: string

  @Field(() => Int, { description: 'The version that was read.' })
  version: number

  @Field(() => ID, {
    description: 'Made by the client, new for each try of its own; a repeat changes nothing.',
  })
  clientMutationId: string
}
