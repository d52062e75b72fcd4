import { Field, ObjectType } from 'type-graphql'
import { Conflict, InvalidInput, NotReady } from '../../../access/refusals.ts'
import { resultOf } from '../../../access/resultOf.ts'
import { AgendaItem } from './agendaItem.entity.ts'
import { Decision } from './decision.entity.ts'
import { MeetingAction } from './meetingAction.entity.ts'
import { MeetingPaper } from './meetingPaper.entity.ts'

@ObjectType({ description: 'What the viewer may do about what hangs on a meeting.', simpleResolvers: true })
export class AgendaViewerCan {
  @Field(() => Boolean, { description: 'Write its agenda, and change the order of its items.' })
  arrange: boolean

  @Field(() => Boolean, { description: 'Add papers and take them away.' })
  papers: boolean

  @Field(() => Boolean, { description: 'Write down decisions.' })
  decide: boolean

  @Field(() => Boolean, { description: 'Write down actions, and put them into an improvement plan.' })
  act: boolean
}

const orWhy = 'or why nothing was changed.'

export const SaveAgendaItemResult = resultOf('SaveAgendaItemResult', `The item, ${orWhy}`, [
  AgendaItem,
  InvalidInput,
  Conflict,
  NotReady,
] as const)

export const MoveAgendaItemResult = resultOf('MoveAgendaItemResult', `The item, ${orWhy}`, [
  AgendaItem,
  Conflict,
  NotReady,
] as const)

export const RemoveAgendaItemResult = resultOf(
  'RemoveAgendaItemResult',
  'The item that was taken off, or why it stays.',
  [AgendaItem, Conflict, NotReady] as const,
)

export const AddPaperResult = resultOf('AddPaperResult', 'The paper, or why it was not added.', [
  MeetingPaper,
  InvalidInput,
  NotReady,
] as const)

export const RemovePaperResult = resultOf(
  'RemovePaperResult',
  'The paper that was taken away, or why it stays.',
  [MeetingPaper, Conflict, NotReady] as const,
)

export const SaveDecisionResult = resultOf('SaveDecisionResult', `The decision, ${orWhy}`, [
  Decision,
  InvalidInput,
  Conflict,
  NotReady,
] as const)

export const RemoveDecisionResult = resultOf(
  'RemoveDecisionResult',
  'The decision that was taken away, or why it stays.',
  [Decision, Conflict, NotReady] as const,
)

export const SaveMeetingActionResult = resultOf('SaveMeetingActionResult', `The action, ${orWhy}`, [
  MeetingAction,
  InvalidInput,
  Conflict,
  NotReady,
] as const)

export const RemoveMeetingActionResult = resultOf(
  'RemoveMeetingActionResult',
  'The action that was taken away, or why it stays.',
  [MeetingAction, Conflict, NotReady] as const,
)

export const PlaceMeetingActionResult = resultOf(
  'PlaceMeetingActionResult',
  `The action of the meeting, ${orWhy}`,
  [MeetingAction, InvalidInput, Conflict, NotReady] as const,
)
