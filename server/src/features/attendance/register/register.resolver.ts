import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import { whyNotClose } from '@boardwork/shared/attendance/register/registerRules.ts'
import { Allow } from '../../../access/allow.ts'
import { may } from '../../../access/policy.ts'
import { isRefusal } from '../../../access/refusals.ts'
import type { Refusal } from '../../../access/refusals.ts'
import { RequestContext } from '../../../access/requestContext.ts'
import { registerPolicy } from './register.policy.ts'
import { CheckIn } from '../checkIn/checkIn.entity.ts'
import { deputiesOfSeats, expectedOfMeetings, marksById } from '../meeting/expected.reads.ts'
import type { MarkRow } from '../meeting/expected.reads.ts'
import { Guest } from './guest.entity.ts'
import { removeGuest, saveGuest } from './guest.operations.ts'
import { MarkCorrection } from './markCorrection.entity.ts'
import { Meeting } from '../meeting/meeting.entity.ts'
import { meetingsById } from '../meeting/meeting.reads.ts'
import type { MeetingRow } from '../meeting/meeting.reads.ts'
import { ExpectedPlace } from '../meeting/meeting.results.ts'
import { closeRegister, correctMark } from './register.close.ts'
import {
  CloseRegisterInput,
  CorrectMarkInput,
  RemoveGuestInput,
  SaveGuestInput,
  SetMarksInput,
} from './register.inputs.ts'
import { setMarks } from './register.operations.ts'
import { checkInsOfMeetings, correctionsOfMarks, guestsOfMeetings } from './register.reads.ts'
import type { CheckInRow, CorrectionRow, GuestRow } from './register.reads.ts'
import {
  CloseRegisterResult,
  CorrectMarkResult,
  RegisterViewerCan,
  RemoveGuestResult,
  SaveGuestResult,
  SetMarksResult,
} from './register.results.ts'
import { RegisterMark } from './registerMark.entity.ts'

type Loaded = MeetingRow | Refusal | undefined

@Resolver(() => Meeting)
export class RegisterResolver {
  @Mutation(() => SetMarksResult, {
    description:
      'Marks who came. Marks of places that somebody else marked in the meantime come back unsaved; the others are saved.',
  })
  @Allow(registerPolicy.fill)
  async setMarks(
    @Ctx() context: RequestContext,
    @Arg('input', () => SetMarksInput, { description: 'The marks.' }) input: SetMarksInput,
  ): Promise<unknown> {
    const result = await setMarks(context, input)
    if (isRefusal(result)) return result
    const meeting = await context.loader(meetingsById).load(result.meeting.id)
    return { meeting, unsaved: result.unsaved }
  }

  @Mutation(() => CloseRegisterResult, {
    description:
      'Closes the register: from then on the meeting counts, and a mark is corrected with a reason.',
  })
  @Allow(registerPolicy.close)
  async closeRegister(
    @Ctx() context: RequestContext,
    @Arg('input', () => CloseRegisterInput, { description: 'Which one.' }) input: CloseRegisterInput,
  ): Promise<Loaded> {
    return loaded(context, await closeRegister(context, input))
  }

  @Mutation(() => CorrectMarkResult, {
    description: 'Puts a mark of a closed register right; what it was before stays to be read.',
  })
  @Allow(registerPolicy.correct)
  async correctMark(
    @Ctx() context: RequestContext,
    @Arg('input', () => CorrectMarkInput, { description: 'What it should have been, and why.' })
    input: CorrectMarkInput,
  ): Promise<MarkRow | Refusal | undefined> {
    const result = await correctMark(context, input)
    return isRefusal(result) ? result : context.loader(marksById).load(result.id)
  }

  @Mutation(() => SaveGuestResult, {
    description:
      'Writes down who was at a meeting without having a place there, or changes what was written.',
  })
  @Allow(registerPolicy.keepGuests)
  async saveGuest(
    @Ctx() context: RequestContext,
    @Arg('input', () => SaveGuestInput, { description: 'The guest.' }) input: SaveGuestInput,
  ): Promise<Loaded> {
    return loaded(context, await saveGuest(context, input))
  }

  @Mutation(() => RemoveGuestResult, { description: 'Takes somebody from the guests of a meeting.' })
  @Allow(registerPolicy.keepGuests)
  async removeGuest(
    @Ctx() context: RequestContext,
    @Arg('input', () => RemoveGuestInput, { description: 'Who.' }) input: RemoveGuestInput,
  ): Promise<Loaded> {
    return loaded(context, await removeGuest(context, input))
  }

  @FieldResolver(() => [Guest], {
    description: 'Who was there without having a place, by name. At most 100.',
  })
  async guests(@Root() { id }: MeetingRow, @Ctx() context: RequestContext): Promise<GuestRow[]> {
    return ((await context.loader(guestsOfMeetings).load(id)) ?? []).slice(0, 100)
  }

  @FieldResolver(() => CheckIn, {
    nullable: true,
    description: 'Whether members can mark themselves with a code; null where that was never opened.',
  })
  async checkIn(@Root() { id }: MeetingRow, @Ctx() context: RequestContext): Promise<CheckInRow | null> {
    return (await context.loader(checkInsOfMeetings).load(id)) ?? null
  }

  @FieldResolver(() => [ExpectedPlace], {
    description: 'The seats at it that the viewer holds, or may stand in for. At most 20.',
  })
  async viewerPlaces(@Root() meeting: MeetingRow, @Ctx() context: RequestContext): Promise<ExpectedPlace[]> {
    return placesOfViewer(context, meeting)
  }

  @FieldResolver(() => RegisterViewerCan, { description: 'What the viewer may do about its register.' })
  async viewerCanRegister(
    @Root() meeting: MeetingRow,
    @Ctx() context: RequestContext,
  ): Promise<RegisterViewerCan> {
    const viewer = await context.viewer()
    const { id, kind, cancelledAt, registerClosedAt } = meeting
    const open = !cancelledAt && !registerClosedAt
    const checkIn = await context.loader(checkInsOfMeetings).load(id)
    return {
      keep: may(viewer, registerPolicy.fill, meeting),
      fill: open && may(viewer, registerPolicy.fill, meeting),
      close: whyNotClose(meeting, new Date()) === null && may(viewer, registerPolicy.close, meeting),
      correct: !cancelledAt && !open && may(viewer, registerPolicy.correct, meeting),
      openCheckIn: open && kind === 'BOARD' && may(viewer, registerPolicy.openCheckIn, meeting),
      checkIn:
        open &&
        checkIn !== undefined &&
        !checkIn.endedAt &&
        may(viewer, registerPolicy.checkIn, meeting) &&
        (await placesOfViewer(context, meeting)).length > 0,
    }
  }
}

@Resolver(() => RegisterMark)
export class MarkCorrectionResolver {
  @FieldResolver(() => [MarkCorrection], {
    description: 'How it was corrected since the register was closed, the first first. At most 100.',
  })
  async corrections(@Root() { id }: MarkRow, @Ctx() context: RequestContext): Promise<CorrectionRow[]> {
    return ((await context.loader(correctionsOfMarks).load(id)) ?? []).slice(0, 100)
  }
}

/** Of a strategy meeting there are none: nobody checks in there. */
async function placesOfViewer(context: RequestContext, { id }: MeetingRow): Promise<ExpectedPlace[]> {
  const personId = (await context.viewer())?.personId
  const seats = ((await context.loader(expectedOfMeetings).load(id)) ?? []).filter(({ seatId }) => seatId)
  const deputies = await context.loader(deputiesOfSeats).loadMany(seats.map(({ seatId }) => seatId ?? ''))
  return seats
    .filter((seat, index) => {
      const ofSeat = deputies[index]
      const standsIn = Array.isArray(ofSeat) && ofSeat.some((deputy) => deputy.personId === personId)
      return seat.holderId === personId || standsIn
    })
    .slice(0, 20)
}

async function loaded(context: RequestContext, result: Meeting | Refusal): Promise<Loaded> {
  return isRefusal(result) ? result : context.loader(meetingsById).load(result.id)
}
