import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Verdict } from '@boardwork/shared/plan/measureJudgement.ts'
import { Conflict, InvalidInput, NotReady } from '../../../access/refusals.ts'
import { resultOf } from '../../../access/resultOf.ts'
import { Measure } from './measure.entity.ts'
import { MeasureResult } from './measureResult.entity.ts'

registerEnumType(Verdict, {
  name: 'Verdict',
  description: 'What can be said about a measure.',
  valuesConfig: {
    MET: { description: 'It is met; of a sample, the whole interval lies on the right side of the target.' },
    NOT_MET: {
      description: 'It is not met; of a sample, the whole interval lies on the wrong side of the target.',
    },
    UNCERTAIN: { description: 'The interval lies on both sides of the target: the sample does not say it.' },
    NO_RESULT: { description: 'There is no result, or there was no case.' },
    NOT_DUE: { description: 'It is to be done by a day that has not passed.' },
  },
})

@ObjectType({
  description: 'From where to where a share lies, in 95 of 100 samples like this one.',
  simpleResolvers: true,
})
export class ShareInterval {
  @Field(() => Float, { description: 'The lower end, from 0 to 1.' })
  low: number

  @Field(() => Float, { description: 'The upper end, from 0 to 1.' })
  high: number
}

@ObjectType({ description: 'What can be said about a measure today, and why.', simpleResolvers: true })
export class Judgement {
  @Field(() => Verdict, { description: 'What can be said.' })
  verdict: Verdict

  @Field(() => String, { description: 'Why, in a sentence or two.' })
  words: string
}

@ObjectType({ description: 'What the viewer may do about a measure.', simpleResolvers: true })
export class MeasureViewerCan {
  @Field(() => Boolean, { description: 'Change it, or end it.' })
  change: boolean

  @Field(() => Boolean, { description: 'Record what was found, and correct it.' })
  record: boolean
}

@ObjectType({
  description: 'How the measures of a plan stand, as far as the viewer sees it; without those that ended.',
  simpleResolvers: true,
})
export class MeasureCounts {
  @Field(() => Int, { description: 'All of them.' })
  all: number

  @Field(() => Int, { description: 'Those that are met.' })
  met: number

  @Field(() => Int, { description: 'Those that are not.' })
  notMet: number

  @Field(() => Int, { description: 'Those of which the sample does not say it.' })
  uncertain: number

  @Field(() => Int, { description: 'Those without a result.' })
  noResult: number

  @Field(() => Int, { description: 'Those whose day has not come.' })
  notDue: number
}

export const SaveMeasureResult = resultOf('SaveMeasureResult', 'The measure, or why nothing was changed.', [
  Measure,
  InvalidInput,
  Conflict,
  NotReady,
] as const)

export const EndMeasureResult = resultOf(
  'EndMeasureResult',
  'The measure that ended, or why nothing was changed.',
  [Measure, InvalidInput, Conflict, NotReady] as const,
)

export const RecordResultResult = resultOf('RecordResultResult', 'The result, or why it was not recorded.', [
  MeasureResult,
  InvalidInput,
  NotReady,
] as const)
