import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import { InvitationState, invitationState } from '@boardwork/shared/identity/invitation.ts'
import { Allow } from '../../access/allow.ts'
import { RequestContext } from '../../access/requestContext.ts'
import { appointmentPolicy } from '../board/board.policy.ts'
import { identityPolicy } from './identity.policy.ts'
import { Invitation } from './invitation.entity.ts'
import { AcceptInvitationInput, InvitationInput, InviteInput } from './invitation.inputs.ts'
import { acceptInvitation, invite, resendInvitation, withdrawInvitation } from './invitation.operations.ts'
import { readOpenedInvitation, readPlatformInvitations } from './invitation.reads.ts'
import {
  AcceptInvitationResult,
  ChangeInvitationResult,
  InviteResult,
  OpenedInvitation,
} from './invitation.results.ts'
import { countToken } from './tries.ts'

@Resolver(() => Invitation)
export class InvitationResolver {
  @Query(() => OpenedInvitation, {
    nullable: true,
    description: 'The invitation behind a link; null where the link is not right.',
  })
  @Allow(identityPolicy.readInvitation)
  async invitation(
    @Ctx() context: RequestContext,
    @Arg('token', () => String, { description: 'The secret from the link.' }) token: string,
  ): Promise<OpenedInvitation | null> {
    await countToken(context)
    return readOpenedInvitation(context, token)
  }

  @Query(() => [Invitation], {
    description: 'The open invitations to run the platform, the newest first. At most 100.',
  })
  @Allow(identityPolicy.readPlatformInvitations)
  platformInvitations(@Ctx() context: RequestContext): Promise<Invitation[]> {
    return readPlatformInvitations(context)
  }

  @FieldResolver(() => InvitationState, { description: 'What has become of it.' })
  state(@Root() invitation: Invitation): InvitationState {
    return invitationState(invitation, new Date())
  }

  @Mutation(() => InviteResult, { description: 'Invites somebody by e-mail to take a role.' })
  @Allow(appointmentPolicy.invite)
  invite(
    @Ctx() context: RequestContext,
    @Arg('input', () => InviteInput, { description: 'Whom and to what.' }) input: InviteInput,
  ): Promise<typeof InviteResult> {
    return invite(context, input)
  }

  @Mutation(() => ChangeInvitationResult, { description: 'Withdraws an invitation that was not accepted.' })
  @Allow(appointmentPolicy.invite)
  withdrawInvitation(
    @Ctx() context: RequestContext,
    @Arg('input', () => InvitationInput, { description: 'Which one.' }) input: InvitationInput,
  ): Promise<typeof ChangeInvitationResult> {
    return withdrawInvitation(context, input)
  }

  @Mutation(() => ChangeInvitationResult, {
    description: 'Sends an invitation again, with a new link and seven new days.',
  })
  @Allow(appointmentPolicy.invite)
  resendInvitation(
    @Ctx() context: RequestContext,
    @Arg('input', () => InvitationInput, { description: 'Which one.' }) input: InvitationInput,
  ): Promise<typeof ChangeInvitationResult> {
    return resendInvitation(context, input)
  }

  @Mutation(() => AcceptInvitationResult, {
    description: 'Accepts an invitation, once, and signs the person in where they are not.',
  })
  @Allow(identityPolicy.acceptInvitation)
  acceptInvitation(
    @Ctx() context: RequestContext,
    @Arg('input', () => AcceptInvitationInput, { description: 'The link’s secret, and who accepts.' })
    input: AcceptInvitationInput,
  ): Promise<typeof AcceptInvitationResult> {
    return acceptInvitation(context, input)
  }
}
