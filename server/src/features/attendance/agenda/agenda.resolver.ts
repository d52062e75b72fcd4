import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import { Allow } from '../../../access/allow.ts'
import { may } from '../../../access/policy.ts'
import { isRefusal } from '../../../access/refusals.ts'
import type { Refusal } from '../../../access/refusals.ts'
import { RequestContext } from '../../../access/requestContext.ts'
import { actionsById } from '../../plan/plan.reads.ts'
import type { readAction } from '../../plan/plan.reads.ts'
import { PlanAction } from '../../plan/action/planAction.entity.ts'
import {
  AddPaperInput,
  MoveAgendaItemInput,
  PlaceMeetingActionInput,
  RemoveAgendaItemInput,
  RemoveDecisionInput,
  RemoveMeetingActionInput,
  RemovePaperInput,
  SaveAgendaItemInput,
  SaveDecisionInput,
  SaveMeetingActionInput,
} from './agenda.inputs.ts'
import { moveAgendaItem, removeAgendaItem, saveAgendaItem } from './agenda.operations.ts'
import { agendaPolicy } from './agenda.policy.ts'
import {
  actionsOfMeetings,
  agendaItemsById,
  agendaOfMeetings,
  decisionsById,
  decisionsOfMeetings,
  meetingActionsById,
  meetingActionsOfPlanActions,
  papersById,
  papersOfMeetings,
} from './agenda.reads.ts'
import type { AgendaItemRow, DecisionRow, MeetingActionRow, PaperRow } from './agenda.reads.ts'
import {
  AddPaperResult,
  AgendaViewerCan,
  MoveAgendaItemResult,
  PlaceMeetingActionResult,
  RemoveAgendaItemResult,
  RemoveDecisionResult,
  RemoveMeetingActionResult,
  RemovePaperResult,
  SaveAgendaItemResult,
  SaveDecisionResult,
  SaveMeetingActionResult,
} from './agenda.results.ts'
import { AgendaItem } from './agendaItem.entity.ts'
import { Decision } from './decision.entity.ts'
import { removeDecision, saveDecision } from './decision.operations.ts'
import { Meeting } from '../meeting/meeting.entity.ts'
import { meetingsById } from '../meeting/meeting.reads.ts'
import type { MeetingRow } from '../meeting/meeting.reads.ts'
import { MeetingAction } from './meetingAction.entity.ts'
import { placeMeetingAction, removeMeetingAction, saveMeetingAction } from './meetingAction.operations.ts'
import { MeetingPaper } from './meetingPaper.entity.ts'
import { addPaper, removePaper } from './paper.operations.ts'

type PlanActionRow = NonNullable<Awaited<ReturnType<typeof readAction>>>
type Loaded<Row> = Row | Refusal | undefined
type Meetings = Promise<MeetingRow | undefined>

@Resolver(() => Meeting)
export class MeetingAgendaResolver {
  @FieldResolver(() => [AgendaItem], { description: 'The items of its agenda in their order. At most 60.' })
  async agenda(@Root() { id }: MeetingRow, @Ctx() context: RequestContext): Promise<AgendaItemRow[]> {
    return (await context.loader(agendaOfMeetings).load(id)) ?? []
  }

  @FieldResolver(() => [MeetingPaper], { description: 'Its papers, the first first. At most 60.' })
  async papers(@Root() { id }: MeetingRow, @Ctx() context: RequestContext): Promise<PaperRow[]> {
    return (await context.loader(papersOfMeetings).load(id)) ?? []
  }

  @FieldResolver(() => [Decision], { description: 'What it decided, the first first. At most 200.' })
  async decisions(@Root() { id }: MeetingRow, @Ctx() context: RequestContext): Promise<DecisionRow[]> {
    return (await context.loader(decisionsOfMeetings).load(id)) ?? []
  }

  @FieldResolver(() => [MeetingAction], {
    description: 'What it gave people to do, the first first. At most 200.',
  })
  async actions(@Root() { id }: MeetingRow, @Ctx() context: RequestContext): Promise<MeetingActionRow[]> {
    return (await context.loader(actionsOfMeetings).load(id)) ?? []
  }

  @FieldResolver(() => AgendaViewerCan, { description: 'What the viewer may do about what hangs on it.' })
  async viewerCanAgenda(
    @Root() { boardId, cancelledAt }: MeetingRow,
    @Ctx() context: RequestContext,
  ): Promise<AgendaViewerCan> {
    const viewer = await context.viewer()
    const can = (line: (typeof agendaPolicy)[keyof typeof agendaPolicy]) =>
      !cancelledAt && may(viewer, line, { boardId })
    return {
      arrange: can(agendaPolicy.arrange),
      papers: can(agendaPolicy.addPaper),
      decide: can(agendaPolicy.decide),
      act: can(agendaPolicy.act),
    }
  }
}

@Resolver(() => AgendaItem)
export class AgendaItemResolver {
  @Mutation(() => SaveAgendaItemResult, {
    description: 'Puts an item at the end of an agenda, or changes one.',
  })
  @Allow(agendaPolicy.arrange)
  async saveAgendaItem(
    @Ctx() context: RequestContext,
    @Arg('input', () => SaveAgendaItemInput, { description: 'The item.' }) input: SaveAgendaItemInput,
  ): Promise<Loaded<AgendaItemRow>> {
    const result = await saveAgendaItem(context, input)
    return isRefusal(result) ? result : context.loader(agendaItemsById).load(result.id)
  }

  @Mutation(() => MoveAgendaItemResult, { description: 'Moves an item of an agenda by one place.' })
  @Allow(agendaPolicy.arrange)
  async moveAgendaItem(
    @Ctx() context: RequestContext,
    @Arg('input', () => MoveAgendaItemInput, { description: 'Which item, and where to.' })
    input: MoveAgendaItemInput,
  ): Promise<Loaded<AgendaItemRow>> {
    const result = await moveAgendaItem(context, input)
    return isRefusal(result) ? result : context.loader(agendaItemsById).load(result.id)
  }

  @Mutation(() => RemoveAgendaItemResult, {
    description: 'Takes an item off an agenda under which nothing stands.',
  })
  @Allow(agendaPolicy.arrange)
  async removeAgendaItem(
    @Ctx() context: RequestContext,
    @Arg('input', () => RemoveAgendaItemInput, { description: 'Which item.' }) input: RemoveAgendaItemInput,
  ): Promise<Loaded<AgendaItemRow>> {
    const result = await removeAgendaItem(context, input)
    return isRefusal(result) ? result : context.loader(agendaItemsById).load(result.id)
  }

  @FieldResolver(() => Meeting, { description: 'The meeting.' })
  meeting(@Root() { meetingId }: AgendaItemRow, @Ctx() context: RequestContext): Meetings {
    return context.loader(meetingsById).load(meetingId)
  }
}

@Resolver(() => MeetingPaper)
export class MeetingPaperResolver {
  @Mutation(() => AddPaperResult, { description: 'Adds a link as a paper of a meeting.' })
  @Allow(agendaPolicy.addPaper)
  async addPaper(
    @Ctx() context: RequestContext,
    @Arg('input', () => AddPaperInput, { description: 'The meeting and the link.' }) input: AddPaperInput,
  ): Promise<Loaded<PaperRow>> {
    const result = await addPaper(context, input)
    return isRefusal(result) ? result : context.loader(papersById).load(result.id)
  }

  @Mutation(() => RemovePaperResult, {
    description: 'Takes a paper away from a meeting: nobody can open it any more.',
  })
  @Allow(agendaPolicy.removePaper)
  async removePaper(
    @Ctx() context: RequestContext,
    @Arg('input', () => RemovePaperInput, { description: 'Which paper.' }) input: RemovePaperInput,
  ): Promise<Loaded<PaperRow>> {
    const result = await removePaper(context, input)
    return isRefusal(result) ? result : context.loader(papersById).load(result.id)
  }

  @FieldResolver(() => Meeting, { description: 'The meeting.' })
  meeting(@Root() { meetingId }: PaperRow, @Ctx() context: RequestContext): Meetings {
    return context.loader(meetingsById).load(meetingId)
  }
}

@Resolver(() => Decision)
export class DecisionResolver {
  @Mutation(() => SaveDecisionResult, { description: 'Writes down what a meeting decided.' })
  @Allow(agendaPolicy.decide)
  async saveDecision(
    @Ctx() context: RequestContext,
    @Arg('input', () => SaveDecisionInput, { description: 'The decision.' }) input: SaveDecisionInput,
  ): Promise<Loaded<DecisionRow>> {
    const result = await saveDecision(context, input)
    return isRefusal(result) ? result : context.loader(decisionsById).load(result.id)
  }

  @Mutation(() => RemoveDecisionResult, {
    description: 'Takes away a decision that was not made after all.',
  })
  @Allow(agendaPolicy.decide)
  async removeDecision(
    @Ctx() context: RequestContext,
    @Arg('input', () => RemoveDecisionInput, { description: 'Which decision.' }) input: RemoveDecisionInput,
  ): Promise<Loaded<DecisionRow>> {
    const result = await removeDecision(context, input)
    return isRefusal(result) ? result : context.loader(decisionsById).load(result.id)
  }

  @FieldResolver(() => Meeting, { description: 'The meeting.' })
  meeting(@Root() { meetingId }: DecisionRow, @Ctx() context: RequestContext): Meetings {
    return context.loader(meetingsById).load(meetingId)
  }
}

@Resolver(() => MeetingAction)
export class MeetingActionResolver {
  @Mutation(() => SaveMeetingActionResult, {
    description: 'Writes down what a meeting gave somebody to do, or that it was done.',
  })
  @Allow(agendaPolicy.act)
  async saveMeetingAction(
    @Ctx() context: RequestContext,
    @Arg('input', () => SaveMeetingActionInput, { description: 'The action.' })
    input: SaveMeetingActionInput,
  ): Promise<Loaded<MeetingActionRow>> {
    const result = await saveMeetingAction(context, input)
    return isRefusal(result) ? result : context.loader(meetingActionsById).load(result.id)
  }

  @Mutation(() => RemoveMeetingActionResult, {
    description: 'Takes away an action that a meeting did not give after all. In a plan, it stays there.',
  })
  @Allow(agendaPolicy.act)
  async removeMeetingAction(
    @Ctx() context: RequestContext,
    @Arg('input', () => RemoveMeetingActionInput, { description: 'Which action.' })
    input: RemoveMeetingActionInput,
  ): Promise<Loaded<MeetingActionRow>> {
    const result = await removeMeetingAction(context, input)
    return isRefusal(result) ? result : context.loader(meetingActionsById).load(result.id)
  }

  @Mutation(() => PlaceMeetingActionResult, {
    description:
      'Says in which action of an improvement plan an action of a meeting stands, or makes it there as a new one.',
  })
  @Allow(agendaPolicy.act)
  async placeMeetingAction(
    @Ctx() context: RequestContext,
    @Arg('input', () => PlaceMeetingActionInput, { description: 'Which action, and where it stands.' })
    input: PlaceMeetingActionInput,
  ): Promise<Loaded<MeetingActionRow>> {
    const result = await placeMeetingAction(context, input)
    return isRefusal(result) ? result : context.loader(meetingActionsById).load(result.id)
  }

  @FieldResolver(() => Meeting, { description: 'The meeting.' })
  meeting(@Root() { meetingId }: MeetingActionRow, @Ctx() context: RequestContext): Meetings {
    return context.loader(meetingsById).load(meetingId)
  }

  @FieldResolver(() => PlanAction, {
    nullable: true,
    description:
      'The action of an improvement plan in which it stands; null where it stands in none, and for those who do not see that.',
  })
  async planAction(
    @Root() { actionId }: MeetingActionRow,
    @Ctx() context: RequestContext,
  ): Promise<PlanActionRow | null> {
    return actionId ? ((await context.loader(actionsById).load(actionId)) ?? null) : null
  }
}

@Resolver(() => PlanAction)
export class PlanActionMeetingsResolver {
  @FieldResolver(() => [MeetingAction], {
    description:
      'What meetings gave for it, as far as the viewer sees the meetings, the newest first. At most 100.',
  })
  async decidedAt(
    @Root() { id }: PlanActionRow,
    @Ctx() context: RequestContext,
  ): Promise<MeetingActionRow[]> {
    return ((await context.loader(meetingActionsOfPlanActions).load(id)) ?? []).slice(0, 100)
  }
}
