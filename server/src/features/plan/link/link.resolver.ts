import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { RequestContext } from '../../../access/requestContext.ts'
import { linksOfAction, linksOfUpdate, referrersOfAction } from './link.reads.ts'
import { ActionLink } from './link.results.ts'
import { readAction } from '../plan.reads.ts'
import { PlanAction } from '../action/planAction.entity.ts'
import type { TreeAction, TreeUpdate } from '../planTree.ts'
import { ProgressUpdate } from '../update/progressUpdate.entity.ts'

@Resolver(() => PlanAction)
export class ActionLinkResolver {
  @FieldResolver(() => [ActionLink], {
    description:
      'The actions of the plan to which it refers by their numbers, as far as the viewer sees them. At most 5,000.',
  })
  async seeAlso(@Root() { id }: TreeAction, @Ctx() context: RequestContext): Promise<ActionLink[]> {
    // A page that reads a whole plan need not ask for every text.
    const action = await readAction(context, id)
    return action ? linksOfAction(context, action) : []
  }

  @FieldResolver(() => [ActionLink], {
    description:
      'The other actions of the plan that refer to it by its number, as far as the viewer sees them. At most 100.',
  })
  async referredToBy(@Root() { id }: TreeAction, @Ctx() context: RequestContext): Promise<ActionLink[]> {
    const action = await readAction(context, id)
    return action ? referrersOfAction(context, action) : []
  }
}

@Resolver(() => ProgressUpdate)
export class UpdateLinkResolver {
  @FieldResolver(() => [ActionLink], {
    description:
      'The actions of the plan to which it refers by their numbers, as far as the viewer sees them. At most 5,000.',
  })
  seeAlso(@Root() update: TreeUpdate, @Ctx() context: RequestContext): Promise<ActionLink[]> {
    return linksOfUpdate(context, update)
  }
}
