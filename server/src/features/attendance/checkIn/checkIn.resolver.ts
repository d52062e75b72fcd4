import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import { Allow } from '../../../access/allow.ts'
import { may } from '../../../access/policy.ts'
import { isRefusal } from '../../../access/refusals.ts'
import type { Refusal } from '../../../access/refusals.ts'
import { RequestContext } from '../../../access/requestContext.ts'
import { registerPolicy } from '../register/register.policy.ts'
import { CheckIn } from './checkIn.entity.ts'
import { CheckInInput, CheckInOfMeetingInput } from './checkIn.inputs.ts'
import { checkIn, endCheckIn, openCheckIn } from './checkIn.operations.ts'
import { CheckInCode, CheckInOfMeetingResult, CheckInResult } from './checkIn.results.ts'
import { checkInCode, codeMsLeft } from './checkInCode.ts'
import { CheckInTry } from './checkInTry.entity.ts'
import type { Meeting } from '../meeting/meeting.entity.ts'
import { meetingsById } from '../meeting/meeting.reads.ts'
import type { MeetingRow } from '../meeting/meeting.reads.ts'
import { secretsOfMeetings, triesOfMeetings } from '../register/register.reads.ts'
import type { CheckInRow, TryRow } from '../register/register.reads.ts'

type Loaded = MeetingRow | Refusal | undefined

@Resolver(() => CheckIn)
export class CheckInResolver {
  @Mutation(() => CheckInOfMeetingResult, {
    description: 'Lets members mark themselves with a code that is shown in the room.',
  })
  @Allow(registerPolicy.openCheckIn)
  async openCheckIn(
    @Ctx() context: RequestContext,
    @Arg('input', () => CheckInOfMeetingInput, { description: 'The meeting.' }) input: CheckInOfMeetingInput,
  ): Promise<Loaded> {
    return loaded(context, await openCheckIn(context, input))
  }

  @Mutation(() => CheckInOfMeetingResult, { description: 'Ends that members can mark themselves.' })
  @Allow(registerPolicy.endCheckIn)
  async endCheckIn(
    @Ctx() context: RequestContext,
    @Arg('input', () => CheckInOfMeetingInput, { description: 'The meeting.' }) input: CheckInOfMeetingInput,
  ): Promise<Loaded> {
    return loaded(context, await endCheckIn(context, input))
  }

  @Mutation(() => CheckInResult, {
    description: "Marks the viewer's own seat, or one that they may stand in for, with the code of the room.",
  })
  @Allow(registerPolicy.checkIn)
  async checkIn(
    @Ctx() context: RequestContext,
    @Arg('input', () => CheckInInput, { description: 'The code.' }) input: CheckInInput,
  ): Promise<Loaded> {
    return loaded(context, await checkIn(context, input))
  }

  @FieldResolver(() => CheckInCode, {
    nullable: true,
    description: "The code to show now; null once it has ended, and for everybody but the board's officers.",
  })
  async code(
    @Root() { boardId, meetingId, endedAt }: CheckInRow,
    @Ctx() context: RequestContext,
  ): Promise<CheckInCode | null> {
    if (endedAt || !may(await context.viewer(), registerPolicy.openCheckIn, { boardId })) return null
    const secret = await context.loader(secretsOfMeetings).load(meetingId)
    const now = new Date()
    return secret ? { code: checkInCode(secret, now), millisecondsLeft: codeMsLeft(now) } : null
  }

  @FieldResolver(() => [CheckInTry], {
    description: "The wrong codes that were entered, the last first, to the board's officers. At most 200.",
  })
  async wrongTries(@Root() { meetingId }: CheckInRow, @Ctx() context: RequestContext): Promise<TryRow[]> {
    return ((await context.loader(triesOfMeetings).load(meetingId)) ?? []).slice(0, 200)
  }
}

async function loaded(context: RequestContext, result: Meeting | Refusal): Promise<Loaded> {
  return isRefusal(result) ? result : context.loader(meetingsById).load(result.id)
}
