import { Field, InputType, Int, registerEnumType } from 'type-graphql'
import { GraphQLLocalDate } from 'graphql-scalars'
import { Repeat } from '@boardwork/shared/attendance/meeting/seriesDates.ts'
import { CancelMeetingInput, ChangeMeetingInput, PlanMeetingInput } from './meeting.inputs.ts'

registerEnumType(Repeat, {
  name: 'Repeat',
  description: 'How the meetings of a series follow each other.',
  valuesConfig: {
    WEEKS: { description: 'Every so many weeks, on the same day of the week.' },
    MONTHS: {
      description: 'Every so many months, on the same weekday of the month, such as the second Tuesday.',
    },
    MONTHS_LAST: { description: 'Every so many months, on the last such weekday of the month.' },
  },
})

@InputType({ description: 'A series of meetings. `heldOn` is the day of the first.' })
export class PlanSeriesInput extends PlanMeetingInput {
  @Field(() => Repeat, { description: 'How they follow each other.' })
  repeat: Repeat

  @Field(() => Int, { description: 'Every so many weeks (1 to 26) or months (1 to 12).' })
  every: number

  @Field(() => Int, { description: 'How many there are with the first, from 2 to 60.' })
  count: number

  @Field(() => [GraphQLLocalDate], {
    defaultValue: [],
    description: 'Days of the series on which there is no meeting after all. At most 60.',
  })
  leaveOut: string[]
}

@InputType({
  description:
    'What a meeting of a series is to be. What is changed about it is changed about those that follow too: a new day moves each by as many days.',
})
export class ChangeSeriesInput extends ChangeMeetingInput {}

@InputType({ description: 'From which meeting on a series is cancelled, and why.' })
export class CancelSeriesInput extends CancelMeetingInput {}
