import { Field, Float, ID, InputType, Int } from 'type-graphql'
import { GraphQLLocalDate } from 'graphql-scalars'
import { Counting, MeasureKind } from '@boardwork/shared/plan/measureKind.ts'

const clientMutationId = 'Made by the client, new for each try of its own; a repeat changes nothing.'

@InputType({ description: 'A measure of an action, whole. What its kind has no place for is left out.' })
export class SaveMeasureInput {
  @Field(() => ID, { description: 'The action.' })
  actionId: string

  @Field(() => ID, { nullable: true, description: 'The measure that is changed; null for a new one.' })
  measureId?: string | null

  @Field(() => MeasureKind, { description: 'What it asks for.' })
  kind: MeasureKind

  @Field(() => String, { description: 'What is measured. At most 500 characters.' })
  name: string

  @Field(() => Float, { nullable: true, description: 'The target: a number, or a percentage from 0 to 100.' })
  target?: number | null

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day on which it is done in time, where the target is a day.',
  })
  targetOn?: string | null

  @Field(() => Int, {
    nullable: true,
    description: 'Within how many days a case counts, where that is asked.',
  })
  withinDays?: number | null

  @Field(() => String, {
    nullable: true,
    description: 'What is counted; "days" or "working days" where days are. At most 50 characters.',
  })
  unit?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Of a percentage, which cases are meant. At most 500 characters.',
  })
  population?: string | null

  @Field(() => Counting, { nullable: true, description: 'Of a percentage, how they are counted.' })
  counting?: Counting | null

  @Field(() => Int, {
    nullable: true,
    description: 'How many cases there usually are, where a sample is looked at and it is known.',
  })
  populationSize?: number | null

  @Field(() => Int, { description: 'The version that was edited; 0 for a new one.' })
  version: number

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({ description: 'Which measure is no longer used, and why.' })
export class EndMeasureInput {
  @Field(() => ID, { description: 'The measure.' })
  measureId: string

  @Field(() => String, { description: 'Why. At most 500 characters.' })
  reason: string

  @Field(() => Int, { description: 'The version that was read.' })
  version: number

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({ description: 'What was found for a measure, or a correction of what was recorded.' })
export class RecordResultInput {
  @Field(() => ID, { description: 'The measure.' })
  measureId: string

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The first day of the reporting period that it is about; null where it is about a day.',
  })
  periodStartsOn?: string | null

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The day on which it was measured, or done; null where it is about a period.',
  })
  measuredOn?: string | null

  @Field(() => Float, { nullable: true, description: 'The number that was found.' })
  value?: number | null

  @Field(() => Int, { nullable: true, description: 'Of a percentage, how many cases count.' })
  numerator?: number | null

  @Field(() => Int, { nullable: true, description: 'Of a percentage, how many cases were looked at.' })
  denominator?: number | null

  @Field(() => Int, {
    nullable: true,
    description: 'How many cases there were, where a sample was looked at and it is known.',
  })
  populationSize?: number | null

  @Field(() => String, { description: 'What else there is to say; may be empty. At most 1,000 characters.' })
  note: string

  @Field(() => ID, {
    nullable: true,
    description: 'The result of the same measure that this one corrects; null where it corrects none.',
  })
  correctsId?: string | null

  @Field(() => String, {
    defaultValue: '',
    description: 'What was wrong, where it is a correction. At most 500 characters.',
  })
  correctionReason: string

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether a correction only takes the other result away, and puts none in its place.',
  })
  retracts: boolean

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}
