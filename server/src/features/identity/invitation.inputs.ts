import { Field, ID, InputType } from 'type-graphql'
import { Role, Scope } from '@boardwork/shared/board/role.ts'

@InputType({ description: 'Whom to invite, and to what.' })
export class InviteInput {
  @Field(() => Scope, { description: 'What the role is for; BOARD for a member or deputy.' })
  scope: Scope

  @Field(() => ID, { description: 'The board, organisation or region; all zeros for the platform.' })
  scopeId: string

  @Field(() => Role, { description: 'The role that the person will hold.' })
  role: Role

  @Field(() => String, { description: 'The e-mail address, at most 254 characters.' })
  email: string

  @Field(() => ID, { description: 'The organisation that the person works for.' })
  organisationId: string

  @Field(() => ID, { nullable: true, description: 'With MEMBER or DEPUTY: the seat.' })
  seatId?: string | null

  @Field(() => ID, {
    description: 'Made by the client, new for each try of its own; a repeat changes nothing.',
  })
  clientMutationId: string
}

@InputType({ description: 'Which invitation.' })
export class InvitationInput {
  @Field(() => ID, { description: 'The invitation.' })
  invitationId: string

  @Field(() => ID, {
    description: 'Made by the client, new for each try of its own; a repeat changes nothing.',
  })
  clientMutationId: string
}

@InputType({ description: 'An invitation to accept, and who accepts it.' })
export class AcceptInvitationInput {
  @Field(() => String, { description: 'The secret from the link in the mail.' })
  token: string

  @Field(() => String, { nullable: true, description: 'For a new account: the name, 1 to 100 characters.' })
  name?: string | null

  @Field(() => String, {
    nullable: true,
    description:
      'For a new account: the password it gets. For one that exists: its password, unless signed in with it.',
  })
  password?: string | null
}
