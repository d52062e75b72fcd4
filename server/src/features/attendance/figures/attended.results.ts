import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { GraphQLLocalDate } from 'graphql-scalars'
import { Merged } from '../../organisation/organisation.entity.ts'
import { AttendedState } from '@boardwork/shared/attendance/figures/attendedState.ts'
import { Mark } from '@boardwork/shared/attendance/register/mark.ts'

registerEnumType(AttendedState, {
  name: 'AttendedState',
  description: 'How a meeting stands for the figures of a year.',
  valuesConfig: {
    TO_COME: { description: 'Its register was not begun.' },
    BEGUN: { description: 'Its register was begun and is not closed: it does not count yet.' },
    CLOSED: { description: 'It was held and its register is closed: it counts.' },
    CANCELLED: { description: 'It was cancelled, whatever its register says: it counts nowhere.' },
  },
})

@ObjectType({ description: 'A meeting of a year, for counting attendance.', simpleResolvers: true })
export class AttendedMeeting {
  boardId: string

  @Field(() => ID, { description: 'The id of the meeting.' })
  id: string

  @Field(() => String, { description: 'What it is called.' })
  title: string

  @Field(() => GraphQLLocalDate, { description: 'Its day in the United Kingdom.' })
  heldOn: string

  @Field(() => AttendedState, { description: 'How it stands.' })
  state: AttendedState

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the quorum was there, as it was found when the register was closed; null where none was set.',
  })
  quorumMet: boolean | null
}

@ObjectType({ description: 'Who held a seat, as the registers of a year have it.', simpleResolvers: true })
export class SeatHolder {
  @Field(() => String, { nullable: true, description: 'The name; null while the seat was vacant.' })
  name: string | null

  @Field(() => ID, { description: 'The first meeting at which it was so.' })
  meetingId: string

  @Field(() => GraphQLLocalDate, { description: 'The day of that meeting.' })
  since: string
}

@ObjectType({
  description: 'Who came to a meeting in the stead of whoever held the seat.',
  simpleResolvers: true,
})
export class SentDeputy {
  @Field(() => ID, { description: 'The meeting.' })
  meetingId: string

  @Field(() => String, { nullable: true, description: 'The name; null where nobody wrote it down.' })
  name: string | null

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether they were senior enough by the board's rule; null where nobody said.",
  })
  seniorEnough: boolean | null
}

@ObjectType({
  description: 'The other side of a merger, for one who looks at the attendance at a board in a year.',
  simpleResolvers: true,
})
export class MergedAtBoard extends Merged {
  @Field(() => Boolean, {
    description: 'Whether it has a seat there in the year, as far as the viewer sees seats.',
  })
  seated: boolean
}

@ObjectType({
  description: 'A seat that was open at some time in a year or has a mark in it.',
  simpleResolvers: true,
})
export class AttendedSeat {
  boardId: string

  @Field(() => ID, { description: 'The id of the seat.' })
  seatId: string

  @Field(() => ID, { description: 'The agency whose seat it is.' })
  organisationId: string

  @Field(() => String, { description: 'The agency, as it is called now.' })
  organisationName: string

  @Field(() => MergedAtBoard, {
    nullable: true,
    description: 'The organisation that the agency became part of; null while it stands for itself.',
  })
  partOf: MergedAtBoard | null

  @Field(() => [MergedAtBoard], {
    description:
      'The organisations that became part of the agency in the year that is shown or the one before, the earliest first. At most 100.',
  })
  joined: MergedAtBoard[]

  @Field(() => Boolean, { description: 'Whether the agency has to take part.' })
  required: boolean

  @Field(() => Boolean, { description: 'Whether the seat has a vote.' })
  voting: boolean

  @Field(() => GraphQLLocalDate, { description: 'The first day of the seat.' })
  startsOn: string

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day of the seat; null while it is open.',
  })
  endsOn: string | null

  @Field(() => [SeatHolder], { description: 'Who held it, one after the other. At most 500.' })
  holders: SeatHolder[]

  @Field(() => [SentDeputy], { description: 'The deputies who came, meeting by meeting. At most 500.' })
  deputies: SentDeputy[]

  @Field(() => [Mark], {
    nullable: 'items',
    description:
      'What the register of each meeting says of it, in the order of the meetings; null where it says nothing. At most 500.',
  })
  marks: (Mark | null)[]
}

@ObjectType({
  description: 'The attendance at one board, as far as its marks exist for the viewer.',
  simpleResolvers: true,
})
export class BoardAttendance {
  @Field(() => ID, { description: 'The board or sub-group.' })
  boardId: string

  @Field(() => String, { description: 'Its name.' })
  boardName: string

  @Field(() => Boolean, {
    description: 'Whether the board itself exists for the viewer; else a few words stand for its name.',
  })
  boardKnown: boolean

  @Field(() => Int, { description: 'The month in which the year that is shown begins, from 1 to 12.' })
  startsMonth: number

  @Field(() => [AttendedMeeting], { description: 'The meetings of the year, the first first. At most 500.' })
  meetings: AttendedMeeting[]

  @Field(() => [AttendedSeat], { description: 'The seats, by the name of the agency. At most 1,000.' })
  seats: AttendedSeat[]
}

@ObjectType({ description: 'What the viewer may do about figures of attendance.', simpleResolvers: true })
export class AttendanceViewerCan {
  @Field(() => Boolean, { description: 'Publish them.' })
  publish: boolean
}

@ObjectType({
  description: 'The attendance of a year, as plain marks: whoever shows it counts them by the shared rules.',
  simpleResolvers: true,
})
export class AttendanceOfYear {
  @Field(() => Int, { description: 'The calendar year in which the year begins.' })
  year: number

  @Field(() => Int, { description: 'The month in which it begins, from 1 to 12.' })
  startsMonth: number

  @Field(() => [Int], {
    description: 'The years that have meetings, and the running one, the newest first. At most 300.',
  })
  years: number[]

  @Field(() => [BoardAttendance], {
    description: 'The board, and with it, where they were asked for, its sub-groups by name. At most 201.',
  })
  boards: BoardAttendance[]

  @Field(() => AttendanceViewerCan, { description: 'What the viewer may do about it.' })
  viewerCan: AttendanceViewerCan
}

@ObjectType({
  description: 'The attendance of one agency in a year, at each board at which it has or had a seat.',
  simpleResolvers: true,
})
export class AgencyAttendance {
  @Field(() => ID, { description: 'The agency.' })
  organisationId: string

  @Field(() => String, { description: 'Its name.' })
  organisationName: string

  @Field(() => Int, { description: 'The calendar year in which the years of the boards begin.' })
  year: number

  @Field(() => [Int], {
    description: 'The years that have meetings, and the running one, the newest first. At most 300.',
  })
  years: number[]

  @Field(() => [BoardAttendance], {
    description: 'Its boards by name, each with the year that it has settled for itself. At most 200.',
  })
  boards: BoardAttendance[]
}
