import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { RequestContext } from '../../../access/requestContext.ts'
import { originsOfActions, originsOfAreas } from './origin.reads.ts'
import { FieldOrigin } from './origin.results.ts'
import { PlanAction } from '../action/planAction.entity.ts'
import { PlanArea } from '../area/planArea.entity.ts'
import type { TreeAction, TreeArea } from '../planTree.ts'

@Resolver(() => PlanAction)
export class ActionOriginResolver {
  @FieldResolver(() => [FieldOrigin], {
    description: 'Where each of its fields comes from that was brought in. At most 9.',
  })
  async origins(@Root() action: TreeAction, @Ctx() context: RequestContext): Promise<FieldOrigin[]> {
    return (await context.loader(originsOfActions).load(action.id)) ?? []
  }
}

@Resolver(() => PlanArea)
export class AreaOriginResolver {
  @FieldResolver(() => [FieldOrigin], {
    description: 'Where each of its fields comes from that was brought in. At most 3.',
  })
  async origins(@Root() area: TreeArea, @Ctx() context: RequestContext): Promise<FieldOrigin[]> {
    return (await context.loader(originsOfAreas).load(area.id)) ?? []
  }
}
