import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import { Allow } from '../../../access/allow.ts'
import { may } from '../../../access/policy.ts'
import { Conflict, InvalidInput } from '../../../access/refusals.ts'
import type { Refusal } from '../../../access/refusals.ts'
import { RequestContext } from '../../../access/requestContext.ts'
import { resultOf } from '../../../access/resultOf.ts'
import { Board } from '../../board/board.entity.ts'
import { registerPolicy } from '../register/register.policy.ts'
import { Meeting } from '../meeting/meeting.entity.ts'
import type { MeetingRow } from '../meeting/meeting.reads.ts'
import { Quorum } from './quorum.entity.ts'
import { SetQuorumInput } from './quorum.inputs.ts'
import { setQuorum } from './quorum.operations.ts'
import { QuorumResult } from './quorumResult.entity.ts'
import { quorumResultsOfMeetings, quorumsOfBoards, quorumsOfMeetings } from '../register/register.reads.ts'
import type { QuorumResultRow } from '../register/register.reads.ts'

const SetQuorumResult = resultOf('SetQuorumResult', 'The quorum, or why nothing was changed.', [
  Quorum,
  InvalidInput,
  Conflict,
] as const)

@Resolver(() => Board)
export class BoardQuorumResolver {
  @Mutation(() => SetQuorumResult, {
    description:
      'Sets what a board needs for a quorum from a day on. Registers that are closed keep what was found.',
  })
  @Allow(registerPolicy.setQuorum)
  setQuorum(
    @Ctx() context: RequestContext,
    @Arg('input', () => SetQuorumInput, { description: 'What is needed.' }) input: SetQuorumInput,
  ): Promise<Quorum | Refusal> {
    return setQuorum(context, input)
  }

  @FieldResolver(() => [Quorum], {
    description: 'What it needed and needs for a quorum, the last that was set first. At most 100.',
  })
  async quorums(@Root() { id }: Board, @Ctx() context: RequestContext): Promise<Quorum[]> {
    return ((await context.loader(quorumsOfBoards).load(id)) ?? []).slice(0, 100)
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may set what it needs for a quorum.' })
  async viewerCanSetQuorum(@Root() { id }: Board, @Ctx() context: RequestContext): Promise<boolean> {
    return may(await context.viewer(), registerPolicy.setQuorum, { boardId: id })
  }
}

@Resolver(() => Meeting)
export class MeetingQuorumResolver {
  @FieldResolver(() => Quorum, {
    nullable: true,
    description: 'What its board needs for a quorum on its day; null where there is nothing set.',
  })
  async quorum(@Root() { id }: MeetingRow, @Ctx() context: RequestContext): Promise<Quorum | null> {
    return (await context.loader(quorumsOfMeetings).load(id)) ?? null
  }

  @FieldResolver(() => QuorumResult, {
    nullable: true,
    description:
      'Whether the quorum was there when the register was closed; null before that, and without one.',
  })
  async quorumResult(
    @Root() { id }: MeetingRow,
    @Ctx() context: RequestContext,
  ): Promise<QuorumResultRow | null> {
    return (await context.loader(quorumResultsOfMeetings).load(id)) ?? null
  }
}
