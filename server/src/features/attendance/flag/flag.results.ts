import { Field, ID, Int, ObjectType } from 'type-graphql'
import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars'
import { Conflict, InvalidInput, NotReady } from '../../../access/refusals.ts'
import { resultOf } from '../../../access/resultOf.ts'
import { Board } from '../../board/board.entity.ts'
import { Flag } from './flag.entity.ts'

@ObjectType({
  description: 'What the viewer may do about a flag where it stands now.',
  simpleResolvers: true,
})
export class FlagViewerCan {
  @Field(() => Boolean, { description: 'Ask the agency about it.' })
  put: boolean

  @Field(() => Boolean, { description: 'Answer for the agency.' })
  answer: boolean

  @Field(() => Boolean, { description: 'Write down that the board discussed it.' })
  discuss: boolean

  @Field(() => Boolean, { description: 'Say what was done about it.' })
  address: boolean

  @Field(() => Boolean, { description: 'Accept it as it is, with a reason.' })
  accept: boolean

  @Field(() => Boolean, { description: 'Close it.' })
  close: boolean
}

@ObjectType({ description: 'A seat, as far as a flag is about it.', simpleResolvers: true })
export class SeatBehind {
  @Field(() => ID, { description: 'The id of the seat.' })
  id: string

  @Field(() => String, { description: 'The agency whose seat it is.' })
  organisationName: string

  @Field(() => GraphQLLocalDate, { description: 'The first day of the seat.' })
  startsOn: string

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day of the seat, if it has one.' })
  endsOn: string | null
}

@ObjectType({
  description: 'One of the very records behind what a rule found: a mark, a meeting or a seat.',
  simpleResolvers: true,
})
export class RecordBehind {
  @Field(() => ID, { description: 'The id of the mark, the meeting or the seat.' })
  recordId: string

  markId: string | null

  meetingId: string | null

  seatId: string | null

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Since when it is not behind it any more, after a correction; null while it is.',
  })
  goneAt: Date | null
}

@ObjectType({ description: 'What a rule would find, and what is behind it.', simpleResolvers: true })
export class RuleFinding {
  @Field(() => String, { description: 'What it would find, in a sentence or two.' })
  words: string

  @Field(() => ID, {
    nullable: true,
    description: 'The agency that it is about; null where it is about the board.',
  })
  organisationId: string | null

  @Field(() => [RecordBehind], { description: 'The very records behind it. At most 500.' })
  behind: RecordBehind[]
}

@ObjectType({ description: 'The flags of a board for a year.', simpleResolvers: true })
export class FlagsOfYear {
  boardId: string

  @Field(() => Int, { description: 'The board year: the calendar year in which it begins.' })
  year: number

  @Field(() => String, { description: 'Its name, such as "April 2026 to March 2027".' })
  name: string

  @Field(() => Boolean, { description: 'Whether the viewer may look again with the rules.' })
  viewerCanLook: boolean
}

export const PutFlagResult = resultOf('PutFlagResult', 'The flag, or why nothing was changed.', [
  Flag,
  InvalidInput,
  Conflict,
  NotReady,
] as const)

export const AnswerFlagResult = resultOf('AnswerFlagResult', 'The flag, or why nothing was changed.', [
  Flag,
  InvalidInput,
  Conflict,
  NotReady,
] as const)

export const DiscussFlagResult = resultOf('DiscussFlagResult', 'The flag, or why nothing was changed.', [
  Flag,
  InvalidInput,
  Conflict,
  NotReady,
] as const)

export const AddressFlagResult = resultOf('AddressFlagResult', 'The flag, or why nothing was changed.', [
  Flag,
  InvalidInput,
  Conflict,
  NotReady,
] as const)

export const AcceptFlagResult = resultOf('AcceptFlagResult', 'The flag, or why nothing was changed.', [
  Flag,
  InvalidInput,
  Conflict,
  NotReady,
] as const)

export const CloseFlagResult = resultOf('CloseFlagResult', 'The flag, or why nothing was changed.', [
  Flag,
  InvalidInput,
  Conflict,
  NotReady,
] as const)

export const LookForFlagsResult = resultOf(
  'LookForFlagsResult',
  'The board with its flags, or why nothing was done.',
  [Board, InvalidInput] as const,
)
