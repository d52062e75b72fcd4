import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import { Allow } from '../../../access/allow.ts'
import { may } from '../../../access/policy.ts'
import { isRefusal } from '../../../access/refusals.ts'
import type { Refusal } from '../../../access/refusals.ts'
import { RequestContext } from '../../../access/requestContext.ts'
import { Board } from '../../board/board.entity.ts'
import { Organisation } from '../../organisation/organisation.entity.ts'
import { organisationsById } from '../../organisation/organisation.reads.ts'
import { Invitee } from '../meeting/invitee.entity.ts'
import { Meeting } from '../meeting/meeting.entity.ts'
import { meetingsById } from '../meeting/meeting.reads.ts'
import type { MeetingRow } from '../meeting/meeting.reads.ts'
import { changeCaseReference } from './caseReference.operations.ts'
import { StandardInvitee } from './standardInvitee.entity.ts'
import {
  AddInviteeInput,
  ChangeCaseReferenceInput,
  ChangeInviteeInput,
  PlanStrategyMeetingInput,
  RemoveInviteeInput,
  RemoveStrategyKindInput,
  SaveStrategyKindInput,
} from './strategy.inputs.ts'
import { addInvitee, changeInvitee, planStrategyMeeting, removeInvitee } from './strategy.operations.ts'
import { strategyPolicy } from './strategy.policy.ts'
import { inviteesById, inviteesOfMeetings, kindsById, kindsOfBoards, listsOfKinds } from './strategy.reads.ts'
import type { InviteeRow, StandardInviteeRow, StrategyKindRow } from './strategy.reads.ts'
import {
  AddInviteeResult,
  ChangeCaseReferenceResult,
  ChangeInviteeResult,
  PlanStrategyMeetingResult,
  RemoveInviteeResult,
  RemoveStrategyKindResult,
  SaveStrategyKindResult,
} from './strategy.results.ts'
import { StrategyKind } from './strategyKind.entity.ts'
import { removeStrategyKind, saveStrategyKind } from './strategyKind.operations.ts'

type Loaded<Row> = Row | Refusal | undefined

@Resolver(() => StrategyKind)
export class StrategyKindResolver {
  @Mutation(() => SaveStrategyKindResult, {
    description: 'Keeps a kind of strategy meeting, and who is asked to every meeting of it.',
  })
  @Allow(strategyPolicy.keepKinds)
  async saveStrategyKind(
    @Ctx() context: RequestContext,
    @Arg('input', () => SaveStrategyKindInput, { description: 'The kind.' }) input: SaveStrategyKindInput,
  ): Promise<Loaded<StrategyKindRow>> {
    const result = await saveStrategyKind(context, input)
    return isRefusal(result) ? result : context.loader(kindsById).load(result.id)
  }

  @Mutation(() => RemoveStrategyKindResult, {
    description: 'Takes a kind of strategy meeting away. The meetings of it that there are stay.',
  })
  @Allow(strategyPolicy.keepKinds)
  async removeStrategyKind(
    @Ctx() context: RequestContext,
    @Arg('input', () => RemoveStrategyKindInput, { description: 'Which kind.' })
    input: RemoveStrategyKindInput,
  ): Promise<Loaded<StrategyKindRow>> {
    const result = await removeStrategyKind(context, input)
    return isRefusal(result) ? result : context.loader(kindsById).load(result.id)
  }

  @FieldResolver(() => [StandardInvitee], {
    description: 'Who is asked to every meeting of it, by the name of the agency. At most 60.',
  })
  async invitees(
    @Root() { id }: StrategyKindRow,
    @Ctx() context: RequestContext,
  ): Promise<StandardInviteeRow[]> {
    return (await context.loader(listsOfKinds).load(id)) ?? []
  }
}

@Resolver(() => StandardInvitee)
export class StandardInviteeResolver {
  @FieldResolver(() => Organisation, {
    nullable: true,
    description: 'The agency; null where it does not exist for the viewer.',
  })
  async organisation(
    @Root() { organisationId }: StandardInviteeRow,
    @Ctx() context: RequestContext,
  ): Promise<Organisation | null> {
    return (await context.loader(organisationsById).load(organisationId)) ?? null
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The name of the person; null where none is named, or where the viewer does not know them.',
  })
  personName(@Root() { personName }: StandardInviteeRow): string | null {
    return personName
  }
}

@Resolver(() => Invitee)
export class InviteeResolver {
  @Mutation(() => PlanStrategyMeetingResult, {
    description: 'Plans a strategy meeting about one case, and asks those on the list of its kind.',
  })
  @Allow(strategyPolicy.plan)
  async planStrategyMeeting(
    @Ctx() context: RequestContext,
    @Arg('input', () => PlanStrategyMeetingInput, { description: 'The meeting.' })
    input: PlanStrategyMeetingInput,
  ): Promise<Loaded<MeetingRow>> {
    const result = await planStrategyMeeting(context, input)
    return isRefusal(result) ? result : context.loader(meetingsById).load(result.id)
  }

  @Mutation(() => AddInviteeResult, {
    description: 'Asks one more agency, or person, to a strategy meeting.',
  })
  @Allow(strategyPolicy.invite)
  async addInvitee(
    @Ctx() context: RequestContext,
    @Arg('input', () => AddInviteeInput, { description: 'Who is asked.' }) input: AddInviteeInput,
  ): Promise<Loaded<InviteeRow>> {
    const result = await addInvitee(context, input)
    return isRefusal(result) ? result : context.loader(inviteesById).load(result.id)
  }

  @Mutation(() => ChangeInviteeResult, {
    description: 'Says whether an agency that is asked has to take part.',
  })
  @Allow(strategyPolicy.invite)
  async changeInvitee(
    @Ctx() context: RequestContext,
    @Arg('input', () => ChangeInviteeInput, { description: 'Which invitation.' }) input: ChangeInviteeInput,
  ): Promise<Loaded<InviteeRow>> {
    const result = await changeInvitee(context, input)
    return isRefusal(result) ? result : context.loader(inviteesById).load(result.id)
  }

  @Mutation(() => RemoveInviteeResult, {
    description:
      'Takes an invitation back: from the next request on, who was asked does not see the meeting any more.',
  })
  @Allow(strategyPolicy.invite)
  async removeInvitee(
    @Ctx() context: RequestContext,
    @Arg('input', () => RemoveInviteeInput, { description: 'Which invitation.' }) input: RemoveInviteeInput,
  ): Promise<Loaded<InviteeRow>> {
    const result = await removeInvitee(context, input)
    return isRefusal(result) ? result : context.loader(inviteesById).load(result.id)
  }

  @FieldResolver(() => Meeting, { description: 'The meeting.' })
  meeting(
    @Root() { meetingId }: InviteeRow,
    @Ctx() context: RequestContext,
  ): Promise<MeetingRow | undefined> {
    return context.loader(meetingsById).load(meetingId)
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: 'The agency; null where it does not exist for the viewer.',
  })
  async organisation(
    @Root() { organisationId }: InviteeRow,
    @Ctx() context: RequestContext,
  ): Promise<Organisation | null> {
    return (await context.loader(organisationsById).load(organisationId)) ?? null
  }
}

@Resolver(() => Meeting)
export class StrategyMeetingResolver {
  @Mutation(() => ChangeCaseReferenceResult, {
    description: 'Gives a strategy meeting another reference. Those who have been invited are told.',
  })
  @Allow(strategyPolicy.changeReference)
  async changeCaseReference(
    @Ctx() context: RequestContext,
    @Arg('input', () => ChangeCaseReferenceInput, { description: 'Which meeting, and its reference.' })
    input: ChangeCaseReferenceInput,
  ): Promise<Loaded<MeetingRow>> {
    const result = await changeCaseReference(context, input)
    return isRefusal(result) ? result : context.loader(meetingsById).load(result.id)
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the viewer may give it another reference of a case.',
  })
  async viewerCanChangeReference(
    @Root() meeting: MeetingRow,
    @Ctx() context: RequestContext,
  ): Promise<boolean> {
    const stands = meeting.kind === 'STRATEGY' && !meeting.cancelledAt
    return stands && may(await context.viewer(), strategyPolicy.changeReference, meeting)
  }

  @FieldResolver(() => [Invitee], {
    description:
      'Of a strategy meeting, who is asked, by the name of the agency; empty of one of the board. At most 60.',
  })
  async invitees(@Root() { id, kind }: MeetingRow, @Ctx() context: RequestContext): Promise<InviteeRow[]> {
    return kind === 'STRATEGY' ? ((await context.loader(inviteesOfMeetings).load(id)) ?? []) : []
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may change who is asked to it.' })
  async viewerCanInvite(@Root() meeting: MeetingRow, @Ctx() context: RequestContext): Promise<boolean> {
    const open = meeting.kind === 'STRATEGY' && !meeting.cancelledAt && !meeting.registerClosedAt
    return open && may(await context.viewer(), strategyPolicy.invite, meeting)
  }
}

@Resolver(() => Board)
export class BoardStrategyResolver {
  @FieldResolver(() => [StrategyKind], {
    description: 'Its kinds of strategy meetings, by name, for its officers; empty for others. At most 30.',
  })
  async strategyKinds(@Root() { id }: Board, @Ctx() context: RequestContext): Promise<StrategyKindRow[]> {
    return (await context.loader(kindsOfBoards).load(id)) ?? []
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may plan strategy meetings of it.' })
  async viewerCanPlanStrategy(@Root() { id }: Board, @Ctx() context: RequestContext): Promise<boolean> {
    return may(await context.viewer(), strategyPolicy.plan, { boardId: id })
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the viewer reads all strategy meetings of it, as one of its officers.',
  })
  async viewerReadsStrategy(@Root() { id }: Board, @Ctx() context: RequestContext): Promise<boolean> {
    return may(await context.viewer(), strategyPolicy.readKinds, { boardId: id })
  }
}
