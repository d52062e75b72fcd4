import { Field, ID, ObjectType } from 'type-graphql'
import { Conflict, InvalidInput, NotReady } from '../../../access/refusals.ts'
import { resultOf } from '../../../access/resultOf.ts'
import { Board } from '../../board/board.entity.ts'
import { Meeting } from './meeting.entity.ts'

@ObjectType({
  description:
    'A place at a meeting: a seat that is open on its day, or an invitation to a strategy meeting.',
  simpleResolvers: true,
})
export class ExpectedPlace {
  @Field(() => ID, { description: 'The id of the seat or of the invitation.' })
  placeId: string

  meetingId: string

  boardId: string

  seatId: string | null

  inviteeId: string | null

  @Field(() => ID, { description: 'The agency whose place it is.' })
  organisationId: string

  @Field(() => ID, { nullable: true, description: 'Who holds it; null where it is vacant.' })
  holderId: string | null

  @Field(() => String, {
    nullable: true,
    description:
      'The name of who holds it; null where it is vacant, and where the viewer does not know the person.',
  })
  holderName: string | null

  @Field(() => Boolean, { description: 'Whether the agency has to take part.' })
  required: boolean

  @Field(() => Boolean, { description: 'Whether it has a vote.' })
  voting: boolean

  markId: string | null
}

@ObjectType({
  description: 'Somebody who may come in the stead of who holds a place.',
  simpleResolvers: true,
})
export class PossibleDeputy {
  @Field(() => ID, { description: 'The id of the person.' })
  personId: string

  @Field(() => String, { description: 'The name of the person.' })
  name: string
}

@ObjectType({ description: 'What the viewer may do about a meeting.', simpleResolvers: true })
export class MeetingViewerCan {
  @Field(() => Boolean, { description: 'Change what it is called, its time or its place.' })
  change: boolean

  @Field(() => Boolean, { description: 'Cancel it.' })
  cancel: boolean
}

@ObjectType({ description: "What the viewer may do about a board's meetings.", simpleResolvers: true })
export class MeetingsViewerCan {
  @Field(() => Boolean, { description: 'Read which meetings it has.' })
  read: boolean

  @Field(() => Boolean, { description: 'Plan a meeting.' })
  plan: boolean

  @Field(() => Boolean, { description: 'Settle when its year begins and which deputies are senior enough.' })
  settle: boolean
}

export const PlanMeetingResult = resultOf('PlanMeetingResult', 'The meeting, or why none was planned.', [
  Meeting,
  InvalidInput,
  NotReady,
] as const)

export const ChangeMeetingResult = resultOf(
  'ChangeMeetingResult',
  'The meeting, or why nothing was changed.',
  [Meeting, InvalidInput, Conflict, NotReady] as const,
)

export const CancelMeetingResult = resultOf('CancelMeetingResult', 'The meeting, or why it still stands.', [
  Meeting,
  InvalidInput,
  Conflict,
  NotReady,
] as const)

export const SettleAttendanceResult = resultOf(
  'SettleAttendanceResult',
  'The board with what was settled, or why nothing was changed.',
  [Board, InvalidInput, Conflict] as const,
)
