import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql'
import { Allow } from '../../../access/allow.ts'
import { RequestContext } from '../../../access/requestContext.ts'
import { readHistory } from './history.reads.ts'
import { History, HistoryOf } from './history.results.ts'
import { planPolicy } from '../plan.policy.ts'

@Resolver()
export class HistoryResolver {
  @Query(() => History, {
    nullable: true,
    description:
      'What was done to a plan, an area or an action since the adoption of the plan, and before it for those who read the log of the board; null where there is none for the viewer.',
  })
  @Allow(planPolicy.read)
  planHistory(
    @Ctx() context: RequestContext,
    @Arg('of', () => HistoryOf, { description: 'What it is.' }) of: HistoryOf,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many changes at the most, up to 100.' })
    first: number,
    @Arg('after', () => Int, {
      nullable: true,
      description: '`next` of the page before; null for the first page.',
    })
    after: number | null | undefined,
  ): Promise<History | null> {
    return readHistory(context, of, id, first, after ?? null)
  }
}
