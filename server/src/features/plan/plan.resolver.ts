import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Allow } from '../../access/allow.ts'
import { may } from '../../access/policy.ts'
import { RequestContext } from '../../access/requestContext.ts'
import { Plan } from './plan.entity.ts'
import { AdoptPlanInput } from './plan.inputs.ts'
import { adoptPlan } from './plan.operations.ts'
import { planPolicy } from './plan.policy.ts'
import { readPlan } from './plan.reads.ts'
import { AdoptPlanResult, PlanViewerCan } from './plan.results.ts'

@Resolver(() => Plan)
export class PlanResolver {
  @Query(() => Plan, { nullable: true, description: 'One plan; null where there is none for the viewer.' })
  @Allow(planPolicy.read)
  plan(@Ctx() context: RequestContext, @Arg('id', () => ID, { description: 'Its id.' }) id: string): Promise<Plan | null> {
    return readPlan(context, id)
  }

  @Mutation(() => AdoptPlanResult, { description: 'The chair adopts a draft plan; the members then see it.' })
  @Allow(planPolicy.adopt)
  adoptPlan(
    @Ctx() context: RequestContext,
    @Arg('input', () => AdoptPlanInput, { description: 'Which plan.' }) input: AdoptPlanInput,
  ): Promise<typeof AdoptPlanResult> {
    return adoptPlan(context, input)
  }

  @FieldResolver(() => PlanViewerCan, { description: 'What the viewer may do to it.' })
  async viewerCan(@Root() plan: Plan, @Ctx() context: RequestContext): Promise<PlanViewerCan> {
    const viewer = await context.viewer()
    return {
      adopt: plan.state === 'DRAFT' && may(viewer, planPolicy.adopt, plan),
      edit: may(viewer, planPolicy.edit, plan),
      share: plan.state === 'ADOPTED' && may(viewer, planPolicy.share, plan),
    }
  }
}
