import { Arg, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { GraphQLResolveInfo } from 'graphql'
import { Allow } from '../../access/allow.ts'
import { may } from '../../access/policy.ts'
import { isRefusal } from '../../access/refusals.ts'
import type { Conflict, InvalidInput, NotReady } from '../../access/refusals.ts'
import { RequestContext } from '../../access/requestContext.ts'
import { Board } from '../board/board.entity.ts'
import { Person } from '../identity/person.entity.ts'
import { Organisation } from '../organisation/organisation.entity.ts'
import { fieldsAsked } from '../../access/fieldsAsked.ts'
import { Plan } from './plan.entity.ts'
import { AdoptPlanInput, EditActionInput, EditAreaInput, EditPlanInput } from './plan.inputs.ts'
import { adoptPlan, editAction, editArea, editPlan } from './plan.operations.ts'
import { planPolicy } from './plan.policy.ts'
import {
  agenciesOfBoards,
  areasById,
  areasOfPlans,
  boardNames,
  countsOfPlans,
  peopleOfBoards,
  plansOfBoards,
  readAction,
  readPlan,
  readPlanTree,
  wholeVisiblePlans,
} from './plan.reads.ts'
import type { AgencyRow, PersonRow, PlanRow } from './plan.reads.ts'
import {
  AdoptPlanResult,
  EditActionResult,
  EditAreaResult,
  EditPlanResult,
  PlanCounts,
  PlanViewerCan,
} from './plan.results.ts'
import { PlanAction } from './action/planAction.entity.ts'
import { PlanArea } from './area/planArea.entity.ts'
import { declareTreeFields } from './planTree.ts'
import type { TreeAction, TreeArea } from './planTree.ts'

declareTreeFields()

@Resolver(() => Plan)
export class PlanResolver {
  @Query(() => Plan, { nullable: true, description: 'One plan; null where there is none for the viewer.' })
  @Allow(planPolicy.read)
  async plan(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PlanRow | null> {
    const asked = fieldsAsked(info)
    if (!asked.has('areas')) return readPlan(context, id)
    // Who may add evidence for an action is asked at its board.
    if (asked.has('viewerCanAddEvidence')) asked.add('boardId')
    return readPlanTree(context, id, asked)
  }

  @Query(() => PlanAction, {
    nullable: true,
    description: 'One action; null where there is none for the viewer.',
  })
  @Allow(planPolicy.read)
  planAction(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<TreeAction | null> {
    return readAction(context, id)
  }

  @Mutation(() => AdoptPlanResult, { description: 'The chair adopts a draft plan; the members then see it.' })
  @Allow(planPolicy.adopt)
  async adoptPlan(
    @Ctx() context: RequestContext,
    @Arg('input', () => AdoptPlanInput, { description: 'Which plan.' }) input: AdoptPlanInput,
  ): Promise<PlanRow | Conflict | NotReady | null> {
    const result = await adoptPlan(context, input)
    return isRefusal(result) ? result : readPlan(context, result.id)
  }

  @Mutation(() => EditPlanResult, { description: 'Gives a plan another title.' })
  @Allow(planPolicy.edit)
  async editPlan(
    @Ctx() context: RequestContext,
    @Arg('input', () => EditPlanInput, { description: 'Which plan, and its title.' }) input: EditPlanInput,
  ): Promise<PlanRow | InvalidInput | Conflict | null> {
    const result = await editPlan(context, input)
    return isRefusal(result) ? result : readPlan(context, result.id)
  }

  @Mutation(() => EditAreaResult, { description: 'Edits the text of an area.' })
  @Allow(planPolicy.edit)
  async editArea(
    @Ctx() context: RequestContext,
    @Arg('input', () => EditAreaInput, { description: 'Which area, and its text.' }) input: EditAreaInput,
  ): Promise<TreeArea | InvalidInput | Conflict | undefined> {
    const result = await editArea(context, input)
    return isRefusal(result) ? result : context.loader(areasById).load(result.id)
  }

  @Mutation(() => EditActionResult, {
    description: 'Edits an action, its evidence and who is responsible for it.',
  })
  @Allow(planPolicy.edit)
  async editAction(
    @Ctx() context: RequestContext,
    @Arg('input', () => EditActionInput, { description: 'Which action, and its text.' })
    input: EditActionInput,
  ): Promise<TreeAction | InvalidInput | Conflict | null> {
    const result = await editAction(context, input)
    return isRefusal(result) ? result : readAction(context, result.id)
  }

  @FieldResolver(() => [PlanArea], { description: 'The areas, in the order of the document. At most 500.' })
  async areas(@Root() plan: PlanRow, @Ctx() context: RequestContext): Promise<TreeArea[]> {
    return plan.areas ?? (await context.loader(areasOfPlans).load(plan.id)) ?? []
  }

  @FieldResolver(() => PlanCounts, { description: 'How much is in it, and how its actions stand.' })
  async counts(@Root() plan: PlanRow, @Ctx() context: RequestContext): Promise<PlanCounts> {
    const row = await context.loader(countsOfPlans).load(plan.id)
    const counts = {
      notStarted: row?.NOT_STARTED ?? 0,
      onTarget: row?.ON_TARGET ?? 0,
      atRisk: row?.AT_RISK ?? 0,
      offTarget: row?.OFF_TARGET ?? 0,
      complete: row?.COMPLETE ?? 0,
    }
    const reported = Object.values(counts).reduce((sum, count) => sum + count, 0)
    const actions = row?.actions ?? 0
    return { areas: row?.areas ?? 0, actions, unreported: actions - reported, ...counts }
  }

  @FieldResolver(() => String, {
    description: 'The name of its board; "Another board" where the viewer may not look it up.',
  })
  async boardName(@Root() plan: PlanRow, @Ctx() context: RequestContext): Promise<string> {
    return (await context.loader(boardNames).load(plan.boardId)) ?? 'Another board'
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the viewer sees the whole plan; false when only areas of it are open to them.',
  })
  async wholeVisible(@Root() plan: PlanRow, @Ctx() context: RequestContext): Promise<boolean> {
    return (await context.loader(wholeVisiblePlans).load(plan.id)) ?? false
  }

  @FieldResolver(() => [Organisation], {
    description: 'The agencies that can be responsible: those with a seat at the board today. At most 500.',
  })
  async agencies(@Root() plan: PlanRow, @Ctx() context: RequestContext): Promise<AgencyRow[]> {
    return (await context.loader(agenciesOfBoards).load(plan.boardId)) ?? []
  }

  @FieldResolver(() => [Person], {
    description:
      'The people who can be responsible: those of the board whom the viewer may look up. At most 500.',
  })
  async people(@Root() plan: PlanRow, @Ctx() context: RequestContext): Promise<PersonRow[]> {
    return (await context.loader(peopleOfBoards).load(plan.boardId)) ?? []
  }

  @FieldResolver(() => PlanViewerCan, { description: 'What the viewer may do to it.' })
  async viewerCan(@Root() plan: PlanRow, @Ctx() context: RequestContext): Promise<PlanViewerCan> {
    const viewer = await context.viewer()
    return {
      adopt: plan.state === 'DRAFT' && may(viewer, planPolicy.adopt, plan),
      edit: may(viewer, planPolicy.edit, plan),
      share: plan.state === 'ADOPTED' && may(viewer, planPolicy.share, plan),
      publish: plan.state === 'ADOPTED' && may(viewer, planPolicy.publish, plan),
    }
  }
}

@Resolver(() => Board)
export class BoardPlansResolver {
  @FieldResolver(() => [Plan], {
    description:
      'The plans of the board that the viewer sees whole or in part, the newest first. At most 100.',
  })
  async plans(@Root() board: Board, @Ctx() context: RequestContext): Promise<PlanRow[]> {
    return (await context.loader(plansOfBoards).load(board.id)) ?? []
  }
}
