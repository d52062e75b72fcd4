import { createUnionType, Field, ObjectType, registerEnumType } from 'type-graphql'
import { GraphQLDateTime } from 'graphql-scalars'
import { Role } from '@boardwork/shared/board/role.ts'
import { InvitationState } from '@boardwork/shared/identity/invitation.ts'
import { InvalidInput, NotReady } from '../../access/refusals.ts'
import { Viewer } from './identity.results.ts'
import { Invitation } from './invitation.entity.ts'

registerEnumType(InvitationState, {
  name: 'InvitationState',
  description: 'What has become of an invitation.',
  valuesConfig: {
    OPEN: { description: 'It can be accepted.' },
    ACCEPTED: { description: 'It has been accepted.' },
    EXPIRED: { description: 'Its seven days are over.' },
    WITHDRAWN: { description: 'It has been withdrawn.' },
  },
})

@ObjectType({ description: 'An invitation, as whoever holds its link sees it.' })
export class OpenedInvitation {
  @Field(() => InvitationState, { description: 'Whether it can be accepted.' })
  state: InvitationState

  @Field(() => Role, { description: 'The role.' })
  role: Role

  @Field(() => String, { description: 'The name of the board, organisation or region it is for.' })
  scopeName: string

  @Field(() => String, { description: 'The name of the organisation that the person works for.' })
  organisationName: string

  @Field(() => String, { description: 'The name of the person who invites.' })
  invitedByName: string

  @Field(() => String, { description: 'The e-mail address that was invited.' })
  email: string

  @Field(() => GraphQLDateTime, { description: 'Until when it can be accepted.' })
  expiresAt: Date

  @Field(() => Boolean, { description: 'Whether there is no account for the address yet.' })
  needsAccount: boolean

  @Field(() => Boolean, { description: 'Whether the viewer is signed in with the invited address.' })
  isForViewer: boolean
}

export const InviteResult = createUnionType({
  name: 'InviteResult',
  description: 'The invitation, or why nothing was changed.',
  types: () => [Invitation, InvalidInput, NotReady] as const,
  resolveType: (value) =>
    value instanceof InvalidInput ? InvalidInput : value instanceof NotReady ? NotReady : Invitation,
})

export const ChangeInvitationResult = createUnionType({
  name: 'ChangeInvitationResult',
  description: 'The invitation, or why nothing was changed.',
  types: () => [Invitation, NotReady] as const,
  resolveType: (value) => (value instanceof NotReady ? NotReady : Invitation),
})

export const AcceptInvitationResult = createUnionType({
  name: 'AcceptInvitationResult',
  description: 'Who is signed in now, with the new role; or why nothing was changed.',
  types: () => [Viewer, InvalidInput, NotReady] as const,
  resolveType: (value) =>
    value instanceof InvalidInput ? InvalidInput : value instanceof NotReady ? NotReady : Viewer,
})
