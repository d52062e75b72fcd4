import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql'
import { longestWords, PlanView } from '@boardwork/shared/plan/actionFilter.ts'
import type { ActionFilter } from '@boardwork/shared/plan/actionFilter.ts'
import { RequestContext } from '../../../access/requestContext.ts'
import { countOpenPointers, readActionChoices, readActionList } from './actionList.reads.ts'
import { ActionChoices, ActionFilterInput, ActionList } from './actionList.results.ts'
import { Plan } from '../plan.entity.ts'
import type { PlanRow } from '../plan.reads.ts'

@Resolver(() => Plan)
export class ActionListResolver {
  @FieldResolver(() => ActionList, { description: 'A page of its actions, 100 lines at a time.' })
  actionList(
    @Root() plan: PlanRow,
    @Ctx() context: RequestContext,
    @Arg('view', () => PlanView, { description: 'How they are divided.' }) view: PlanView,
    @Arg('filter', () => ActionFilterInput, { description: 'Which actions.' }) filter: ActionFilter,
    @Arg('page', () => Int, { description: 'Which page, from 1; the last where there are not so many.' })
    page: number,
  ): Promise<ActionList> {
    const words = filter.words?.trim().slice(0, longestWords) || null
    return readActionList(context, plan, view, { ...filter, words }, Math.max(1, page))
  }

  @FieldResolver(() => ActionChoices, { description: 'By what its actions can be chosen.' })
  actionChoices(@Root() plan: PlanRow, @Ctx() context: RequestContext): Promise<ActionChoices> {
    return readActionChoices(context, plan)
  }

  @FieldResolver(() => Int, {
    description: 'How many things about its actions are worth a second look and have no answer.',
  })
  openPointers(@Root() plan: PlanRow, @Ctx() context: RequestContext): Promise<number> {
    return countOpenPointers(context, plan)
  }
}
