import { Field, Int, ObjectType } from 'type-graphql'
import { InvalidInput, NotReady } from '../../../access/refusals.ts'
import { resultOf } from '../../../access/resultOf.ts'
import { Meeting } from '../meeting/meeting.entity.ts'

@ObjectType({ description: 'The code to show in the room.', simpleResolvers: true })
export class CheckInCode {
  @Field(() => String, { description: 'Six digits.' })
  code: string

  @Field(() => Int, { description: 'In how many milliseconds the next code comes.' })
  millisecondsLeft: number
}

export const CheckInOfMeetingResult = resultOf(
  'CheckInOfMeetingResult',
  'The meeting, or why nothing was changed.',
  [Meeting, NotReady] as const,
)

export const CheckInResult = resultOf('CheckInResult', 'The meeting, or why nobody was marked.', [
  Meeting,
  InvalidInput,
  NotReady,
] as const)
