import { Conflict, InvalidInput, NotReady } from '../../../access/refusals.ts'
import { resultOf } from '../../../access/resultOf.ts'
import { Invitee } from '../meeting/invitee.entity.ts'
import { Meeting } from '../meeting/meeting.entity.ts'
import { StrategyKind } from './strategyKind.entity.ts'

const orWhy = 'or why nothing was changed.'

export const SaveStrategyKindResult = resultOf('SaveStrategyKindResult', `The kind, ${orWhy}`, [
  StrategyKind,
  InvalidInput,
  Conflict,
  NotReady,
] as const)

export const RemoveStrategyKindResult = resultOf(
  'RemoveStrategyKindResult',
  'The kind that was taken away, or why it stays.',
  [StrategyKind, Conflict, NotReady] as const,
)

export const PlanStrategyMeetingResult = resultOf(
  'PlanStrategyMeetingResult',
  'The meeting, or why none was planned.',
  [Meeting, InvalidInput, NotReady] as const,
)

export const ChangeCaseReferenceResult = resultOf('ChangeCaseReferenceResult', `The meeting, ${orWhy}`, [
  Meeting,
  InvalidInput,
  Conflict,
  NotReady,
] as const)

export const AddInviteeResult = resultOf('AddInviteeResult', 'The invitation, or why nobody was asked.', [
  Invitee,
  InvalidInput,
  NotReady,
] as const)

export const ChangeInviteeResult = resultOf('ChangeInviteeResult', `The invitation, ${orWhy}`, [
  Invitee,
  Conflict,
  NotReady,
] as const)

export const RemoveInviteeResult = resultOf(
  'RemoveInviteeResult',
  'The invitation that was taken back, or why it stands.',
  [Invitee, Conflict, NotReady] as const,
)
