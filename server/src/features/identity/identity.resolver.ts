import { Ctx, Query, Resolver } from 'type-graphql'
import { Allow } from '../../access/allow.ts'
import { RequestContext } from '../../access/requestContext.ts'
import type { Viewer as AccessViewer } from '../../access/viewer.ts'
import { identityPolicy } from './identity.policy.ts'
import { Viewer } from './identity.results.ts'

@Resolver()
export class IdentityResolver {
  @Query(() => Viewer, { nullable: true, description: 'Who is signed in; null when nobody is.' })
  @Allow(identityPolicy.readViewer)
  viewer(@Ctx() context: RequestContext): Promise<AccessViewer | null> {
    return context.viewer()
  }
}
