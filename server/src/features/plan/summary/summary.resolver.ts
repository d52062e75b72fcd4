import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { GraphQLLocalDate } from 'graphql-scalars'
import { RequestContext } from '../../../access/requestContext.ts'
import { Board } from '../../board/board.entity.ts'
import { readBoardSummary } from './summary.reads.ts'
import { BoardSummary } from './summary.results.ts'

@Resolver(() => Board)
export class SummaryResolver {
  @FieldResolver(() => BoardSummary, {
    description:
      'How the actions of its adopted plans stand in a period, and how they moved since the one before.',
  })
  summary(
    @Root() board: Board,
    @Ctx() context: RequestContext,
    @Arg('startsOn', () => GraphQLLocalDate, {
      nullable: true,
      description:
        'The first day of the period; the period that ended last without one, or where none begins on it.',
    })
    startsOn: string | null,
  ): Promise<BoardSummary> {
    return readBoardSummary(context, board.id, startsOn)
  }
}
