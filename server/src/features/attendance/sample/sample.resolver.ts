import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { boardYearName } from '@boardwork/shared/attendance/figures/boardYear.ts'
import { Allow } from '../../../access/allow.ts'
import { may } from '../../../access/policy.ts'
import { isRefusal } from '../../../access/refusals.ts'
import type { Refusal } from '../../../access/refusals.ts'
import { RequestContext } from '../../../access/requestContext.ts'
import { Board } from '../../board/board.entity.ts'
import { boardsById } from '../../board/board.reads.ts'
import { samplePolicy } from '../flag/flag.policy.ts'
import { Meeting } from '../meeting/meeting.entity.ts'
import { meetingsById } from '../meeting/meeting.reads.ts'
import type { MeetingRow } from '../meeting/meeting.reads.ts'
import { MeetingSample } from './meetingSample.entity.ts'
import { currentYear, yearStartOf } from '../rule/rule.reads.ts'
import { DrawSampleInput } from './sample.inputs.ts'
import { drawMeetingSample } from './sample.operations.ts'
import { readSamples, resultOf, samplesById } from './sample.reads.ts'
import { DrawSampleResult, MeetingSampleResult } from './sample.results.ts'

@Resolver(() => MeetingSample)
export class MeetingSampleResolver {
  @Query(() => MeetingSample, {
    nullable: true,
    description: 'One sample of strategy meetings; null where there is none for the viewer.',
  })
  @Allow(samplePolicy.read)
  meetingSample(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<MeetingSample | undefined> {
    return context.loader(samplesById).load(id)
  }

  @Mutation(() => DrawSampleResult, {
    description: 'Draws a sample of the strategy meetings that were held in a year so far.',
  })
  @Allow(samplePolicy.draw)
  async drawSample(
    @Ctx() context: RequestContext,
    @Arg('input', () => DrawSampleInput, { description: 'Of which, and how much.' }) input: DrawSampleInput,
  ): Promise<MeetingSample | Refusal | undefined> {
    const result = await drawMeetingSample(context, input)
    return isRefusal(result) ? result : context.loader(samplesById).load(result.id)
  }

  @FieldResolver(() => Board, {
    nullable: true,
    description: 'The board or sub-group; null where it does not exist for the viewer.',
  })
  async board(@Root() { boardId }: MeetingSample, @Ctx() context: RequestContext): Promise<Board | null> {
    return (await context.loader(boardsById).load(boardId)) ?? null
  }

  @FieldResolver(() => String, {
    description: 'The name of the board year, such as "April 2026 to March 2027".',
  })
  async yearName(@Root() { boardId, year }: MeetingSample, @Ctx() context: RequestContext): Promise<string> {
    return boardYearName(year, await yearStartOf(context, boardId))
  }

  @FieldResolver(() => [Meeting], { description: 'The meetings that were drawn, by id. At most 500.' })
  async meetings(@Root() { drawn }: MeetingSample, @Ctx() context: RequestContext): Promise<MeetingRow[]> {
    const meetings = await Promise.all(drawn.slice(0, 500).map((id) => context.loader(meetingsById).load(id)))
    return meetings.filter((meeting) => meeting !== undefined)
  }

  @FieldResolver(() => MeetingSampleResult, {
    description: 'What the registers of the drawn meetings say today.',
  })
  result(@Root() sample: MeetingSample, @Ctx() context: RequestContext): Promise<MeetingSampleResult> {
    return resultOf(context, sample)
  }
}

@Resolver(() => Board)
export class BoardSamplesResolver {
  @FieldResolver(() => [MeetingSample], {
    description: 'The samples of its strategy meetings of a year, the latest first. At most 100.',
  })
  async samples(
    @Root() { id }: Board,
    @Ctx() context: RequestContext,
    @Arg('year', () => Int, {
      nullable: true,
      description: 'The board year: the calendar year in which it begins. Null: that of today.',
    })
    year?: number | null,
  ): Promise<MeetingSample[]> {
    return readSamples(context, id, year ?? (await currentYear(context, id)))
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may draw a sample.' })
  async viewerCanDrawSample(@Root() { id }: Board, @Ctx() context: RequestContext): Promise<boolean> {
    return may(await context.viewer(), samplePolicy.draw, { boardId: id })
  }
}
