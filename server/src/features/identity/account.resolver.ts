import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Allow } from '../../access/allow.ts'
import { hashToken, RequestContext } from '../../access/requestContext.ts'
import {
  ChangeNameInput,
  ChangePasswordInput,
  EndOtherSessionsInput,
  EndSessionInput,
  RequestPasswordResetInput,
  ResetPasswordInput,
} from './account.inputs.ts'
import {
  changeName,
  changePassword,
  endOtherSessions,
  endSession,
  readPasswordReset,
  requestPasswordReset,
  resetPassword,
} from './account.operations.ts'
import { readSessions } from './account.reads.ts'
import {
  ChangeNameResult,
  ChangePasswordResult,
  PasswordResetLink,
  RequestPasswordResetResult,
  ResetPasswordResult,
} from './account.results.ts'
import { identityPolicy } from './identity.policy.ts'
import { Session } from './session.entity.ts'
import { countToken } from './tries.ts'

@Resolver(() => Session)
export class AccountResolver {
  @Query(() => [Session], {
    description: 'The live sessions of the viewer, the last used first. At most 100.',
  })
  @Allow(identityPolicy.readSessions)
  sessions(@Ctx() context: RequestContext): Promise<Session[]> {
    return readSessions(context)
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is the session under which this was asked.' })
  async current(@Root() session: Session, @Ctx() context: RequestContext): Promise<boolean> {
    return (await context.viewer())?.session.sessionId === session.id
  }

  @Mutation(() => Session, { description: 'Ends one of the own sessions.' })
  @Allow(identityPolicy.endSession)
  endSession(
    @Ctx() context: RequestContext,
    @Arg('input', () => EndSessionInput, { description: 'Which session.' }) input: EndSessionInput,
  ): Promise<Session> {
    return endSession(context, input)
  }

  @Mutation(() => [Session], {
    description: 'Ends all own sessions but this one, and gives those that are left. At most 100.',
  })
  @Allow(identityPolicy.endSession)
  async endOtherSessions(
    @Ctx() context: RequestContext,
    @Arg('input', () => EndOtherSessionsInput, { description: 'The try.' }) input: EndOtherSessionsInput,
  ): Promise<Session[]> {
    await endOtherSessions(context, input)
    return readSessions(context)
  }

  @Mutation(() => ChangeNameResult, { description: 'Changes the own name.' })
  @Allow(identityPolicy.changeName)
  changeName(
    @Ctx() context: RequestContext,
    @Arg('input', () => ChangeNameInput, { description: 'The new name.' }) input: ChangeNameInput,
  ): Promise<typeof ChangeNameResult> {
    return changeName(context, input)
  }

  @Mutation(() => ChangePasswordResult, {
    description: 'Changes the own password, and ends all own sessions but this one.',
  })
  @Allow(identityPolicy.changePassword)
  changePassword(
    @Ctx() context: RequestContext,
    @Arg('input', () => ChangePasswordInput, { description: 'The passwords.' }) input: ChangePasswordInput,
  ): Promise<typeof ChangePasswordResult> {
    return changePassword(context, input)
  }

  @Mutation(() => RequestPasswordResetResult, {
    description: 'Sends a link to set a new password, where there is such an account.',
  })
  @Allow(identityPolicy.requestPasswordReset)
  requestPasswordReset(
    @Ctx() context: RequestContext,
    @Arg('input', () => RequestPasswordResetInput, { description: 'Whose.' })
    input: RequestPasswordResetInput,
  ): Promise<typeof RequestPasswordResetResult> {
    return requestPasswordReset(context, input)
  }

  @Query(() => PasswordResetLink, { description: 'What a link to set a new password is still good for.' })
  @Allow(identityPolicy.resetPassword)
  async passwordResetLink(
    @Ctx() context: RequestContext,
    @Arg('token', () => String, { description: 'The secret from the link.' }) token: string,
  ): Promise<PasswordResetLink> {
    await countToken(context)
    return { usable: (await readPasswordReset(context, hashToken(token))) !== null }
  }

  @Mutation(() => ResetPasswordResult, {
    description: 'Sets a new password by the link from a mail, and ends all sessions of the person.',
  })
  @Allow(identityPolicy.resetPassword)
  resetPassword(
    @Ctx() context: RequestContext,
    @Arg('input', () => ResetPasswordInput, { description: 'The link’s secret and the password.' })
    input: ResetPasswordInput,
  ): Promise<typeof ResetPasswordResult> {
    return resetPassword(context, input)
  }
}
