import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars'
import { Frequency, PeriodState } from '@boardwork/shared/plan/reportingPeriod.ts'
import { Conflict, InvalidInput, NotReady } from '../../../access/refusals.ts'
import { resultOf } from '../../../access/resultOf.ts'
import { PeriodClosing } from './periodClosing.entity.ts'
import { ReportingCalendar } from './reportingCalendar.entity.ts'

registerEnumType(PeriodState, {
  name: 'PeriodState',
  description: 'Where a reporting period is in its life.',
  valuesConfig: {
    COMING: { description: 'It has not begun.' },
    RUNNING: { description: 'It runs, and can be reported on.' },
    DUE: { description: 'It is over, and its updates are due.' },
    OVERDUE: { description: 'It is over, and its updates were due before today.' },
    CLOSED: { description: 'The coordinator closed it: nothing in it changes any more.' },
  },
})

@ObjectType({ description: 'How the actions of a board were reported in a period.', simpleResolvers: true })
export class PeriodCounts {
  @Field(() => Int, { description: 'Updates that were authorised.' })
  authorised: number

  @Field(() => Int, { description: 'Those of them that were handed in after the period was closed.' })
  late: number

  @Field(() => Int, { description: 'Updates that wait to be authorised, as far as the viewer sees them.' })
  submitted: number

  @Field(() => Int, { description: 'Updates that were begun or returned, as far as the viewer sees them.' })
  begun: number

  @Field(() => Int, { description: 'Actions of adopted plans without any update that the viewer sees.' })
  unreported: number
}

@ObjectType({ description: 'A stretch of days about which a board reports.', simpleResolvers: true })
export class ReportingPeriod {
  @Field(() => String, { description: 'Its name, such as "Q2 2026/27".' })
  name: string

  @Field(() => GraphQLLocalDate, { description: 'Its first day.' })
  startsOn: string

  @Field(() => GraphQLLocalDate, { description: 'Its last day.' })
  endsOn: string

  @Field(() => GraphQLLocalDate, { description: 'The last day on which its updates come in time.' })
  dueOn: string

  @Field(() => PeriodState, { description: 'Where it is in its life today.' })
  state: PeriodState

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was closed; null while it is open.' })
  closedAt?: Date | null

  @Field(() => String, { nullable: true, description: 'Who closed it; null while it is open.' })
  closedByName?: string | null
}

@ObjectType({ description: 'A reporting period and how the board reported in it.', simpleResolvers: true })
export class CountedPeriod {
  @Field(() => ReportingPeriod, { description: 'The period.' })
  period: ReportingPeriod

  @Field(() => PeriodCounts, { description: 'How it was reported.' })
  counts: PeriodCounts
}

@ObjectType({ description: 'What the viewer may do about the reporting of a board.', simpleResolvers: true })
export class PeriodViewerCan {
  @Field(() => Boolean, {
    description: 'Read all updates on their way; else what is not authorised may be there, and hidden.',
  })
  readUnauthorised: boolean

  @Field(() => Boolean, { description: 'Set its calendar.' })
  setCalendar: boolean

  @Field(() => Boolean, { description: 'Close its periods.' })
  close: boolean
}

@ObjectType({ description: 'How a board reports.', simpleResolvers: true })
export class BoardReporting {
  @Field(() => Frequency, { description: 'How often it reports.' })
  frequency: Frequency

  @Field(() => Int, { description: 'The first month of its year, 1 for January.' })
  firstMonth: number

  @Field(() => Int, { description: 'Days after the end of a period until which its updates are due.' })
  daysToReport: number

  @Field(() => Int, { description: 'The version of its calendar; 0 while it has set none.' })
  version: number

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day of the last period that has updates or was closed; null without one.',
  })
  lastReportedOn?: string | null

  @Field(() => [CountedPeriod], {
    description: 'The running period and those before it, the newest first. At most 40.',
  })
  periods: CountedPeriod[]

  @Field(() => PeriodViewerCan, { description: 'What the viewer may do about it.' })
  viewerCan: PeriodViewerCan
}

export const SetCalendarResult = resultOf(
  'SetCalendarResult',
  'The calendar that holds from now on, or why nothing was changed.',
  [ReportingCalendar, InvalidInput, Conflict] as const,
)

export const ClosePeriodResult = resultOf('ClosePeriodResult', 'The closing, or why the period stays open.', [
  PeriodClosing,
  NotReady,
] as const)
