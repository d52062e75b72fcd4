import { Field, ObjectType } from 'type-graphql'
import { resultOf } from '../../../access/resultOf.ts'
import { Conflict, InvalidInput, NotReady } from '../../../access/refusals.ts'
import { MeetingAction } from './meetingAction.entity.ts'

@ObjectType({
  description: 'What the viewer may say of an action of a meeting, as it stands.',
  simpleResolvers: true,
})
export class MeetingActionViewerCan {
  @Field(() => Boolean, { description: 'Say how it stands, or that it is done.' })
  report: boolean

  @Field(() => Boolean, { description: 'Say that it is not done after all.' })
  putBack: boolean
}

export const ReportMeetingActionResult = resultOf(
  'ReportMeetingActionResult',
  'The action with what was said of it, or why that was not saved.',
  [MeetingAction, InvalidInput, Conflict, NotReady] as const,
)

export const PutBackMeetingActionResult = resultOf(
  'PutBackMeetingActionResult',
  'The action, which is open again, or why it stays done.',
  [MeetingAction, InvalidInput, Conflict, NotReady] as const,
)
