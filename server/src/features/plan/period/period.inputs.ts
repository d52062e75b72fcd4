import { Field, ID, InputType, Int } from 'type-graphql'
import { GraphQLLocalDate } from 'graphql-scalars'
import { Frequency } from '@boardwork/shared/plan/reportingPeriod.ts'

const clientMutationId = 'Made by the client, new for each try of its own; a repeat changes nothing.'

@InputType({ description: 'How a board reports from now on.' })
export class SetCalendarInput {
  @Field(() => ID, { description: 'The board.' })
  boardId: string

  @Field(() => Frequency, { description: 'How often it reports.' })
  frequency: Frequency

  @Field(() => Int, { description: 'The first month of the board’s year, from 1 to 12.' })
  firstMonth: number

  @Field(() => Int, { description: 'Days after the end of a period until which updates are due, 0 to 92.' })
  daysToReport: number

  @Field(() => Int, { description: 'The version of the calendar that was read; 0 where the board had none.' })
  version: number

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({ description: 'Which reporting period to close.' })
export class ClosePeriodInput {
  @Field(() => ID, { description: 'The board.' })
  boardId: string

  @Field(() => GraphQLLocalDate, { description: 'The first day of the period.' })
  startsOn: string

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}
