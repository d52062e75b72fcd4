import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import { Allow } from '../../../access/allow.ts'
import { isRefusal } from '../../../access/refusals.ts'
import type { Refusal } from '../../../access/refusals.ts'
import { RequestContext } from '../../../access/requestContext.ts'
import { meetingPolicy } from '../attendance.policy.ts'
import { Meeting } from './meeting.entity.ts'
import { meetingsById } from './meeting.reads.ts'
import type { MeetingRow } from './meeting.reads.ts'
import { CancelMeetingResult, ChangeMeetingResult, PlanMeetingResult } from './meeting.results.ts'
import { CancelSeriesInput, ChangeSeriesInput, PlanSeriesInput } from './series.inputs.ts'
import { cancelSeries, changeSeries, planSeries } from './series.operations.ts'
import { meetingsOfSeries } from './series.reads.ts'

type Loaded = MeetingRow | Refusal | undefined

@Resolver(() => Meeting)
export class SeriesResolver {
  @Mutation(() => PlanMeetingResult, { description: 'Plans a series of meetings; the first is given back.' })
  @Allow(meetingPolicy.plan)
  async planSeries(
    @Ctx() context: RequestContext,
    @Arg('input', () => PlanSeriesInput, { description: 'The series.' }) input: PlanSeriesInput,
  ): Promise<Loaded> {
    return loaded(context, await planSeries(context, input))
  }

  @Mutation(() => ChangeMeetingResult, {
    description: 'Changes a meeting and those of its series that follow.',
  })
  @Allow(meetingPolicy.change)
  async changeSeries(
    @Ctx() context: RequestContext,
    @Arg('input', () => ChangeSeriesInput, { description: 'From which meeting on, and what it is to be.' })
    input: ChangeSeriesInput,
  ): Promise<Loaded> {
    return loaded(context, await changeSeries(context, input))
  }

  @Mutation(() => CancelMeetingResult, {
    description: 'Cancels a meeting and those of its series that follow.',
  })
  @Allow(meetingPolicy.cancel)
  async cancelSeries(
    @Ctx() context: RequestContext,
    @Arg('input', () => CancelSeriesInput, { description: 'From which meeting on, and why.' })
    input: CancelSeriesInput,
  ): Promise<Loaded> {
    return loaded(context, await cancelSeries(context, input))
  }

  @FieldResolver(() => [Meeting], {
    description: 'The meetings of its series, the first first; empty outside one. At most 60.',
  })
  async inSeries(@Root() { seriesId }: MeetingRow, @Ctx() context: RequestContext): Promise<MeetingRow[]> {
    if (!seriesId) return []
    return ((await context.loader(meetingsOfSeries).load(seriesId)) ?? []).slice(0, 60)
  }
}

async function loaded(context: RequestContext, result: Meeting | Refusal): Promise<Loaded> {
  return isRefusal(result) ? result : context.loader(meetingsById).load(result.id)
}
