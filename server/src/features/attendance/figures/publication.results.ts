import { Field, ID, Int, ObjectType } from 'type-graphql'
import type { Tally } from '@boardwork/shared/attendance/rule/attendanceCount.ts'
import { Conflict, NotReady } from '../../../access/refusals.ts'
import { resultOf } from '../../../access/resultOf.ts'
import { AttendancePublication } from './attendancePublication.entity.ts'

@ObjectType({ description: 'How often each mark was given.', simpleResolvers: true })
export class MarkCounts {
  @Field(() => Int, { description: 'Whoever held the seat came.' })
  present: number

  @Field(() => Int, { description: 'Somebody came in their stead.' })
  deputy: number

  @Field(() => Int, { description: 'Nobody came, and said so.' })
  apologies: number

  @Field(() => Int, { description: 'Nobody came, and nobody said so.' })
  absent: number

  @Field(() => Int, { description: 'Nobody knows. It is left out of every rate.' })
  unknown: number
}

/** The counts as the schema names them. */
export function countsOf(tally: Tally): MarkCounts {
  return {
    present: tally.PRESENT,
    deputy: tally.DEPUTY,
    apologies: tally.APOLOGIES,
    absent: tally.ABSENT,
    unknown: tally.UNKNOWN,
  }
}

@ObjectType({ description: 'One agency over the meetings that were held.', simpleResolvers: true })
export class AgencyFigures {
  @Field(() => ID, { description: 'The agency.' })
  organisationId: string

  @Field(() => String, { description: 'As it was called when the figures were published.' })
  organisationName: string

  @Field(() => MarkCounts, { description: 'Its marks, one for each meeting.' })
  counts: MarkCounts
}

@ObjectType({ description: 'Figures of attendance of a board’s year.', simpleResolvers: true })
export class AttendanceFigures {
  @Field(() => Int, { description: 'The calendar year in which the board’s year begins.' })
  year: number

  @Field(() => Int, { description: 'The month in which it begins, from 1 to 12.' })
  startsMonth: number

  @Field(() => Int, { description: 'Meetings that were held.' })
  held: number

  @Field(() => Int, { description: 'Meetings that were cancelled.' })
  cancelled: number

  @Field(() => [AgencyFigures], { description: 'The agencies by name. At most 500.' })
  agencies: AgencyFigures[]
}

@ObjectType({ description: 'What the viewer may do about published figures.', simpleResolvers: true })
export class PublicationViewerCan {
  @Field(() => Boolean, { description: 'Take them back.' })
  withdraw: boolean
}

export const PublishAttendanceResult = resultOf(
  'PublishAttendanceResult',
  'The published figures, or why nothing was published.',
  [AttendancePublication, NotReady] as const,
)

export const WithdrawAttendanceResult = resultOf(
  'WithdrawAttendanceResult',
  'The figures that were taken back, or why they still stand.',
  [AttendancePublication, Conflict] as const,
)
