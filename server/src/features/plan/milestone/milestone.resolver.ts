import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import { todayInLondon } from '@boardwork/shared/board/dates.ts'
import { MilestoneState, milestoneState } from '@boardwork/shared/plan/milestone.ts'
import { Allow } from '../../../access/allow.ts'
import { may } from '../../../access/policy.ts'
import { isRefusal } from '../../../access/refusals.ts'
import type { Refusal } from '../../../access/refusals.ts'
import { RequestContext } from '../../../access/requestContext.ts'
import { actionsOfViewer } from '../evidence/evidence.reads.ts'
import { Milestone } from './milestone.entity.ts'
import {
  AddReviewsInput,
  CompleteMilestoneInput,
  RemoveMilestoneInput,
  SaveMilestoneInput,
} from './milestone.inputs.ts'
import { addReviews, completeMilestone, removeMilestone, saveMilestone } from './milestone.operations.ts'
import { milestonesById, milestonesOfActions, milestonesOfPlans } from './milestone.reads.ts'
import type { MilestoneRow } from './milestone.reads.ts'
import {
  AddReviewsResult,
  CompleteMilestoneResult,
  MilestoneViewerCan,
  RemoveMilestoneResult,
  SaveMilestoneResult,
} from './milestone.results.ts'
import { Plan } from '../plan.entity.ts'
import { milestonePolicy, planPolicy } from '../plan.policy.ts'
import { actionsById, readPlan } from '../plan.reads.ts'
import type { PlanRow } from '../plan.reads.ts'
import { PlanAction } from '../action/planAction.entity.ts'
import type { TreeAction } from '../planTree.ts'

type Loaded = MilestoneRow | Refusal | undefined

@Resolver(() => Milestone)
export class MilestoneResolver {
  @Query(() => Milestone, {
    nullable: true,
    description: 'One milestone or review; null where there is none for the viewer.',
  })
  @Allow(planPolicy.read)
  milestone(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<MilestoneRow | undefined> {
    return context.loader(milestonesById).load(id)
  }

  @Mutation(() => SaveMilestoneResult, {
    description: 'Sets a milestone, or changes the words and the day of a milestone or review.',
  })
  @Allow(milestonePolicy.set)
  async saveMilestone(
    @Ctx() context: RequestContext,
    @Arg('input', () => SaveMilestoneInput, { description: 'The milestone.' }) input: SaveMilestoneInput,
  ): Promise<Loaded> {
    return loaded(context, await saveMilestone(context, input))
  }

  @Mutation(() => AddReviewsResult, {
    description: 'Sets the 30-, 60- and 90-day reviews of a plan or of an action.',
  })
  @Allow(milestonePolicy.set)
  async addReviews(
    @Ctx() context: RequestContext,
    @Arg('input', () => AddReviewsInput, { description: 'Of what, and from when they are counted.' })
    input: AddReviewsInput,
  ): Promise<Loaded> {
    return loaded(context, await addReviews(context, input))
  }

  @Mutation(() => RemoveMilestoneResult, {
    description: 'Takes a milestone or review that is not done out of its plan.',
  })
  @Allow(milestonePolicy.set)
  async removeMilestone(
    @Ctx() context: RequestContext,
    @Arg('input', () => RemoveMilestoneInput, { description: 'Which one.' }) input: RemoveMilestoneInput,
  ): Promise<Loaded> {
    return loaded(context, await removeMilestone(context, input))
  }

  @Mutation(() => CompleteMilestoneResult, {
    description:
      'Says that a milestone or review is done and what came of it, or that it is not done after all.',
  })
  @Allow(milestonePolicy.complete)
  async completeMilestone(
    @Ctx() context: RequestContext,
    @Arg('input', () => CompleteMilestoneInput, { description: 'What came of it.' })
    input: CompleteMilestoneInput,
  ): Promise<Loaded> {
    return loaded(context, await completeMilestone(context, input))
  }

  @FieldResolver(() => MilestoneState, { description: 'Where it stands today.' })
  state(@Root() { dueOn, doneOn }: MilestoneRow): MilestoneState {
    return milestoneState(dueOn, doneOn, todayInLondon())
  }

  @FieldResolver(() => Plan, { description: 'The plan.' })
  plan(@Root() milestone: MilestoneRow, @Ctx() context: RequestContext): Promise<PlanRow | null> {
    return readPlan(context, milestone.planId)
  }

  @FieldResolver(() => PlanAction, {
    nullable: true,
    description: 'The action; null where it is of the whole plan.',
  })
  async action(
    @Root() { actionId }: MilestoneRow,
    @Ctx() context: RequestContext,
  ): Promise<TreeAction | null> {
    return actionId ? ((await context.loader(actionsById).load(actionId)) ?? null) : null
  }

  @FieldResolver(() => MilestoneViewerCan, { description: 'What the viewer may do about it.' })
  async viewerCan(
    @Root() milestone: MilestoneRow,
    @Ctx() context: RequestContext,
  ): Promise<MilestoneViewerCan> {
    const { boardId, actionId, kind, removedAt } = milestone
    const viewer = await context.viewer()
    const responsible = actionId ? await context.loader(actionsOfViewer).load(actionId) : false
    return {
      change: !removedAt && may(viewer, milestonePolicy.set, { boardId }),
      complete:
        !removedAt &&
        may(viewer, milestonePolicy.complete, { boardId, kind, responsible: responsible ?? false }),
    }
  }
}

@Resolver(() => Plan)
export class PlanMilestonesResolver {
  @FieldResolver(() => [Milestone], {
    description:
      'Its milestones and reviews and those of its actions, as far as the viewer sees them: what is due next first, then what was done last. At most 2,000.',
  })
  async milestones(@Root() plan: PlanRow, @Ctx() context: RequestContext): Promise<MilestoneRow[]> {
    return (await context.loader(milestonesOfPlans).load(plan.id)) ?? []
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may set its milestones and reviews.' })
  async viewerCanSetMilestones(
    @Root() { boardId }: PlanRow,
    @Ctx() context: RequestContext,
  ): Promise<boolean> {
    return may(await context.viewer(), milestonePolicy.set, { boardId })
  }
}

@Resolver(() => PlanAction)
export class ActionMilestonesResolver {
  @FieldResolver(() => [Milestone], {
    description:
      'Its milestones and reviews: what is due next first, then what was done last. At most 2,000.',
  })
  async milestones(@Root() action: TreeAction, @Ctx() context: RequestContext): Promise<MilestoneRow[]> {
    return (await context.loader(milestonesOfActions).load(action.id)) ?? []
  }
}

async function loaded(context: RequestContext, result: Milestone | Refusal): Promise<Loaded> {
  return isRefusal(result) ? result : context.loader(milestonesById).load(result.id)
}
