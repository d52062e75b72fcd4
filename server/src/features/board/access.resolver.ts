import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql'
import { Allow } from '../../access/allow.ts'
import { authorize } from '../../access/policy.ts'
import { RequestContext } from '../../access/requestContext.ts'
import { NotFound } from '../../errors.ts'
import { whyCanISee } from './access.reads.ts'
import { AccessReason, RecordKind } from './access.results.ts'
import { boardPolicy } from './board.policy.ts'
import { boardsById } from './board.reads.ts'
import { readLog } from './log.reads.ts'
import { LogFilter, LogPage } from './log.results.ts'

/** What a person may ask about access itself: what opens a record to them, and what was done at their board. */
@Resolver()
export class AccessResolver {
  @Query(() => [AccessReason], {
    description: 'Why the viewer can see a record: the roles, seats and shares that open it. At most 50.',
  })
  @Allow(boardPolicy.explainAccess)
  whyCanISee(
    @Ctx() context: RequestContext,
    @Arg('record', () => RecordKind, { description: 'What the record is.' }) record: RecordKind,
    @Arg('id', () => ID, { description: 'The id of the record.' }) id: string,
  ): Promise<AccessReason[]> {
    return whyCanISee(context, record, id)
  }

  @Query(() => LogPage, { description: "A page of a board's log, the newest event first." })
  @Allow(boardPolicy.readLog)
  async boardLog(
    @Ctx() context: RequestContext,
    @Arg('boardId', () => ID, { description: 'The board.' }) boardId: string,
    @Arg('filter', () => LogFilter, { nullable: true, description: 'Which events.' })
    filter: LogFilter | null | undefined,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many at the most; 100 at the most.' })
    first: number,
    @Arg('after', () => Int, {
      nullable: true,
      description: 'The number of the last event of the page before.',
    })
    after: number | null | undefined,
  ): Promise<LogPage> {
    const board = await context.loader(boardsById).load(boardId)
    if (!board) throw new NotFound()
    authorize(await context.viewer(), boardPolicy.readLog, { boardId })
    return readLog(context, boardId, filter ?? {}, first, after ?? null)
  }
}
