import { Field, Float, Int, ObjectType } from 'type-graphql'
import { InvalidInput, NotReady } from '../../../access/refusals.ts'
import { resultOf } from '../../../access/resultOf.ts'
import { MeetingSample } from './meetingSample.entity.ts'

@ObjectType({ description: 'From where to where a share lies, each from 0 to 1.', simpleResolvers: true })
export class SampleInterval {
  @Field(() => Float, { description: 'The lower end.' })
  low: number

  @Field(() => Float, { description: 'The upper end.' })
  high: number
}

@ObjectType({ description: 'What the meetings of a sample show.', simpleResolvers: true })
export class MeetingSampleResult {
  @Field(() => Int, { description: 'Meetings with full attendance: every required partner was there.' })
  numerator: number

  @Field(() => Int, { description: 'Meetings of which it is known.' })
  denominator: number

  @Field(() => Int, { description: "Meetings left out because a required partner's mark is unknown." })
  unknown: number

  @Field(() => SampleInterval, {
    nullable: true,
    description: 'The 95 % interval of the share; null where nothing is known.',
  })
  interval: SampleInterval | null
}

export const DrawSampleResult = resultOf('DrawSampleResult', 'The sample, or why none was drawn.', [
  MeetingSample,
  InvalidInput,
  NotReady,
] as const)
