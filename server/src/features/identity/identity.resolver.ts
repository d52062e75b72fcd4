import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Allow } from '../../access/allow.ts'
import { RequestContext } from '../../access/requestContext.ts'
import { Viewer as AccessViewer } from '../../access/viewer.ts'
import { NotFound } from '../../errors.ts'
import { SignInAsDemonstrationPersonInput, SignInInput } from './identity.inputs.ts'
import { signIn, signInAsDemonstrationPerson, signOut } from './identity.operations.ts'
import { identityPolicy } from './identity.policy.ts'
import { readDemonstrationPeople, readOwnAccounts, viewerSession, viewerTies } from './identity.reads.ts'
import { SignInOptions, SignInResult, Viewer, ViewerSession, ViewerRole } from './identity.results.ts'

@Resolver(() => Viewer)
export class IdentityResolver {
  @Query(() => Viewer, { nullable: true, description: 'Who is signed in; null when nobody is.' })
  @Allow(identityPolicy.readViewer)
  viewer(@Ctx() context: RequestContext): Promise<AccessViewer | null> {
    return context.viewer()
  }

  @Query(() => SignInOptions, { description: 'How one can sign in here.' })
  @Allow(identityPolicy.readSignIn)
  async signInOptions(@Ctx() context: RequestContext): Promise<SignInOptions> {
    const { demonstration } = context.platform.settings
    return { demonstration, people: await readDemonstrationPeople(context) }
  }

  @Mutation(() => SignInResult, { description: 'Signs in with e-mail and password.' })
  @Allow(identityPolicy.signIn)
  signIn(
    @Ctx() context: RequestContext,
    @Arg('input', () => SignInInput, { description: 'Who and with what.' }) input: SignInInput,
  ): Promise<typeof SignInResult> {
    return signIn(context, input)
  }

  @Mutation(() => SignInResult, { description: 'Signs in as an invented person; only in a demonstration.' })
  @Allow(identityPolicy.signIn)
  signInAsDemonstrationPerson(
    @Ctx() context: RequestContext,
    @Arg('input', () => SignInAsDemonstrationPersonInput, { description: 'As whom.' })
    input: SignInAsDemonstrationPersonInput,
  ): Promise<typeof SignInResult> {
    return signInAsDemonstrationPerson(context, input)
  }

  @Mutation(() => Boolean, { description: 'Ends the session of this browser; true in any case.' })
  @Allow(identityPolicy.signOut)
  signOut(@Ctx() context: RequestContext): Promise<boolean> {
    return signOut(context)
  }

  @FieldResolver(() => ID, {
    description: 'The id of the person, under which the page keeps what it knows of them.',
  })
  id(@Root() viewer: AccessViewer): string {
    return viewer.personId
  }

  @FieldResolver(() => String, { description: 'The e-mail address of the person.' })
  async email(@Root() viewer: AccessViewer, @Ctx() context: RequestContext): Promise<string> {
    return (await ownAccount(context, viewer)).email
  }

  @FieldResolver(() => Int, { description: 'The version of the person’s own record, for changing the name.' })
  async version(@Root() viewer: AccessViewer, @Ctx() context: RequestContext): Promise<number> {
    return (await ownAccount(context, viewer)).version
  }

  @FieldResolver(() => Boolean, { description: 'Whether this is a demonstration with invented people.' })
  demonstration(@Ctx() context: RequestContext): boolean {
    return context.platform.settings.demonstration
  }

  @FieldResolver(() => ViewerSession, { description: 'How long the person stays signed in.' })
  session(@Root() viewer: AccessViewer): ViewerSession {
    return viewerSession(viewer)
  }

  @FieldResolver(() => [ViewerRole], { description: 'The roles that the person holds today. At most 500.' })
  async ties(@Root() viewer: AccessViewer, @Ctx() context: RequestContext): Promise<ViewerRole[]> {
    return (await viewerTies(context, viewer)).slice(0, 500)
  }
}

async function ownAccount(context: RequestContext, viewer: AccessViewer) {
  const account = await context.loader(readOwnAccounts).load(viewer.personId)
  if (!account) throw new NotFound()
  return account
}
