import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import { AnswerState } from '@boardwork/shared/attendance/answer/meetingAnswer.ts'
import { Allow } from '../../../access/allow.ts'
import { may } from '../../../access/policy.ts'
import { NotReady, isRefusal } from '../../../access/refusals.ts'
import type { Refusal } from '../../../access/refusals.ts'
import { RequestContext } from '../../../access/requestContext.ts'
import { countToken } from '../../identity/tries.ts'
import { AnswerByLinkInput, AnswerMeetingInput, SendInvitationsInput } from './answer.inputs.ts'
import { answerByLink, answerMeeting, linkOpensNothing } from './answer.operations.ts'
import { meetingAnswerPolicy } from './answer.policy.ts'
import {
  answersOfMeetings,
  doubleBookedOfMeetings,
  placesOfViewer,
  reasonsOfAnswers,
  stateOf,
} from './answer.reads.ts'
import type { AnswerRow } from './answer.reads.ts'
import {
  AnswerByLinkResult,
  AnswerMeetingResult,
  MeetingInvitations,
  OpenedAnswerLink,
  SendInvitationsResult,
} from './answer.results.ts'
import { readOpenedAnswerLink } from './answerLink.reads.ts'
import { expectedOfMeetings } from '../meeting/expected.reads.ts'
import { sendMeetingInvitations } from './invitation.operations.ts'
import { invitationsOfMeetings } from './invitation.reads.ts'
import { Meeting } from '../meeting/meeting.entity.ts'
import { meetingsById } from '../meeting/meeting.reads.ts'
import type { MeetingRow } from '../meeting/meeting.reads.ts'
import { ExpectedPlace } from '../meeting/meeting.results.ts'
import { MeetingAnswer } from './meetingAnswer.entity.ts'

@Resolver(() => MeetingAnswer)
export class MeetingAnswerResolver {
  @Mutation(() => AnswerMeetingResult, {
    description: 'Answers for a place at a meeting, until its register is closed.',
  })
  @Allow(meetingAnswerPolicy.give)
  async answerMeeting(
    @Ctx() context: RequestContext,
    @Arg('input', () => AnswerMeetingInput, { description: 'The answer, and for which place.' })
    input: AnswerMeetingInput,
  ): Promise<MeetingRow | Refusal | undefined> {
    const result = await answerMeeting(context, input)
    return isRefusal(result) ? result : context.loader(meetingsById).load(result.meetingId)
  }

  @Query(() => OpenedAnswerLink, {
    nullable: true,
    description: 'What the letter behind a link said; null where the link opens nothing. It changes nothing.',
  })
  @Allow(meetingAnswerPolicy.readLink)
  async answerLink(
    @Ctx() context: RequestContext,
    @Arg('token', () => String, { description: 'The secret from the link.' }) token: string,
  ): Promise<OpenedAnswerLink | null> {
    await countToken(context)
    return readOpenedAnswerLink(context, token)
  }

  @Mutation(() => AnswerByLinkResult, {
    description: 'Answers by the link of a letter, without signing in, until the register is closed.',
  })
  @Allow(meetingAnswerPolicy.giveByLink)
  async answerByLink(
    @Ctx() context: RequestContext,
    @Arg('input', () => AnswerByLinkInput, { description: 'The answer, and the secret from the link.' })
    input: AnswerByLinkInput,
  ): Promise<OpenedAnswerLink | Refusal> {
    const result = await answerByLink(context, input)
    if (isRefusal(result)) return result
    return (await readOpenedAnswerLink(context, input.token)) ?? new NotReady(linkOpensNothing)
  }

  @FieldResolver(() => AnswerState, {
    description: 'Whether it counts for the time at which the meeting is now.',
  })
  state(@Root() answer: AnswerRow): AnswerState {
    return stateOf(answer)
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why nobody comes; null where nothing was said, and for those who may not read it.',
  })
  async reason(@Root() { id }: AnswerRow, @Ctx() context: RequestContext): Promise<string | null> {
    return (await context.loader(reasonsOfAnswers).load(id)) ?? null
  }
}

@Resolver(() => ExpectedPlace)
export class ExpectedPlaceAnswerResolver {
  @FieldResolver(() => MeetingAnswer, {
    nullable: true,
    description: 'What was answered for it; null where nothing was.',
  })
  async answer(@Root() place: ExpectedPlace, @Ctx() context: RequestContext): Promise<AnswerRow | null> {
    const answers = (await context.loader(answersOfMeetings).load(place.meetingId)) ?? []
    return answers.find(({ placeId }) => placeId === place.placeId) ?? null
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may answer for it.' })
  async viewerCanAnswer(
    @Root() { boardId, placeId, meetingId }: ExpectedPlace,
    @Ctx() context: RequestContext,
  ): Promise<boolean> {
    const meeting = await context.loader(meetingsById).load(meetingId)
    if (!meeting || meeting.cancelledAt || meeting.registerClosedAt) return false
    const ownPlace = (await context.loader(placesOfViewer).load(placeId)) ?? false
    return may(await context.viewer(), meetingAnswerPolicy.give, { boardId, ownPlace })
  }

  @FieldResolver(() => Boolean, { description: "Whether it is a place of the viewer's own agency." })
  async viewersOwn(@Root() { placeId }: ExpectedPlace, @Ctx() context: RequestContext): Promise<boolean> {
    return (await context.loader(placesOfViewer).load(placeId)) ?? false
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether whoever comes is expected at another meeting at the same time; false for those who are no officers of the board. It does not say where.',
  })
  async expectedElsewhere(
    @Root() { boardId, meetingId, placeId, holderId }: ExpectedPlace,
    @Ctx() context: RequestContext,
  ): Promise<boolean> {
    if (!may(await context.viewer(), meetingAnswerPolicy.readDoubleBooked, { boardId })) return false
    const booked = await context.loader(doubleBookedOfMeetings).load(meetingId)
    if (!booked) return false
    const answers = (await context.loader(answersOfMeetings).load(meetingId)) ?? []
    const answer = answers.find((one) => one.placeId === placeId)
    const stands = answer !== undefined && stateOf(answer) === 'STANDS'
    const comes = stands && answer.answer === 'DEPUTY' ? answer.deputyId : holderId
    return Boolean(comes) && booked.has(comes ?? '')
  }
}

@Resolver(() => Meeting)
export class MeetingInvitationsResolver {
  @Mutation(() => SendInvitationsResult, {
    description: 'Invites by mail those expected at a meeting who have not been told about it as it is now.',
  })
  @Allow(meetingAnswerPolicy.invite)
  async sendMeetingInvitations(
    @Ctx() context: RequestContext,
    @Arg('input', () => SendInvitationsInput, { description: 'To which meeting.' })
    input: SendInvitationsInput,
  ): Promise<MeetingRow | Refusal | undefined> {
    const result = await sendMeetingInvitations(context, input)
    return isRefusal(result) ? result : context.loader(meetingsById).load(result.id)
  }

  @FieldResolver(() => MeetingInvitations, {
    nullable: true,
    description: 'The invitations to it by mail; null for those who do not send them.',
  })
  async invitations(
    @Root() meeting: MeetingRow,
    @Ctx() context: RequestContext,
  ): Promise<MeetingInvitations | null> {
    if (!may(await context.viewer(), meetingAnswerPolicy.invite, meeting)) return null
    const recipients = (await context.loader(invitationsOfMeetings).load(meeting.id)) ?? []
    const places = (await context.loader(expectedOfMeetings).load(meeting.id)) ?? []
    const over = meeting.cancelledAt || meeting.registerClosedAt || meeting.endsAt < new Date()
    const told = recipients.filter(({ toldSequence }) => (toldSequence ?? -1) >= meeting.sequence)
    return {
      toSend: over ? 0 : recipients.length - told.length,
      sent: told.length,
      unreachable: places.filter(({ placeId }) => !recipients.some((one) => one.placeId === placeId)).length,
    }
  }
}
