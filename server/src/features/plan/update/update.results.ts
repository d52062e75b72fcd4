import { Field, ID, ObjectType } from 'type-graphql'
import { Conflict, InvalidInput, NotReady } from '../../../access/refusals.ts'
import { resultOf } from '../../../access/resultOf.ts'
import { PeriodViewerCan, ReportingPeriod } from '../period/period.results.ts'
import { ProgressUpdate } from './progressUpdate.entity.ts'

@ObjectType({ description: 'Where an action stands, by name.', simpleResolvers: true })
export class ActionPlaceNames {
  @Field(() => ID, { description: 'The board.' })
  boardId: string

  @Field(() => String, { description: 'The name of the board.' })
  boardName: string

  @Field(() => ID, { description: 'The plan.' })
  planId: string

  @Field(() => String, { description: 'The title of the plan.' })
  planTitle: string

  @Field(() => ID, { description: 'The area.' })
  areaId: string

  @Field(() => String, { description: 'The title of the area.' })
  areaTitle: string
}

@ObjectType({
  description: 'A closed period for which nothing was written in time.',
  simpleResolvers: true,
})
export class MissedPeriod {
  @Field(() => ReportingPeriod, { description: 'The period.' })
  period: ReportingPeriod

  @Field(() => ProgressUpdate, {
    nullable: true,
    description: 'The late report that is being written, as far as the viewer sees it; null without one.',
  })
  update?: ProgressUpdate | null
}

@ObjectType({ description: 'What is to be reported about an action next.', simpleResolvers: true })
export class ActionReport {
  @Field(() => ReportingPeriod, {
    description: 'The oldest open period without a submitted or authorised update, else the running one.',
  })
  period: ReportingPeriod

  @Field(() => ProgressUpdate, {
    nullable: true,
    description: 'The update of that period, as far as the viewer sees it; null while there is none.',
  })
  update?: ProgressUpdate | null

  @Field(() => [ProgressUpdate], {
    description:
      'Updates of open periods, corrections and late reports that wait to be authorised. At most 40.',
  })
  awaiting: ProgressUpdate[]

  @Field(() => [MissedPeriod], {
    description: 'The closed periods that can be reported on late, the newest first. At most 12.',
  })
  missed: MissedPeriod[]

  @Field(() => Boolean, { description: 'Whether the viewer may write its updates.' })
  viewerCanWrite: boolean
}

@ObjectType({ description: 'What the viewer may do to an update as it stands.', simpleResolvers: true })
export class UpdateViewerCan {
  @Field(() => Boolean, { description: 'Change and submit it.' })
  write: boolean

  @Field(() => Boolean, { description: 'Authorise it, or return it.' })
  authorise: boolean

  @Field(() => Boolean, { description: 'Write a correction of it.' })
  correct: boolean
}

@ObjectType({ description: 'An action, and how it was reported in a period.', simpleResolvers: true })
export class PeriodAction {
  @Field(() => ID, { description: 'The action.' })
  actionId: string

  @Field(() => String, { description: 'The number or code of the action; may be empty.' })
  reference: string

  @Field(() => String, { description: 'What is to be done.' })
  title: string

  @Field(() => [String], { description: 'Who is responsible, the lead officer first. At most 50.' })
  responsible: string[]

  @Field(() => ProgressUpdate, {
    nullable: true,
    description: 'Its update, or the correction that took its place; null without one.',
  })
  update?: ProgressUpdate | null
}

@ObjectType({ description: 'A reporting period of a board, action by action.', simpleResolvers: true })
export class BoardPeriod {
  @Field(() => ReportingPeriod, { description: 'The period.' })
  period: ReportingPeriod

  @Field(() => String, { nullable: true, description: 'Why it cannot be closed today; null when it can.' })
  whyNotClose?: string | null

  @Field(() => [PeriodAction], {
    description: 'The actions of adopted plans that the viewer sees, in their order. At most 5,000.',
  })
  actions: PeriodAction[]

  @Field(() => PeriodViewerCan, { description: 'What the viewer may do about the reporting of the board.' })
  viewerCan: PeriodViewerCan
}

export const WriteUpdateResult = resultOf('WriteUpdateResult', 'The update, or why it was not kept.', [
  ProgressUpdate,
  InvalidInput,
  Conflict,
  NotReady,
] as const)

export const AuthoriseUpdateResult = resultOf(
  'AuthoriseUpdateResult',
  'The authorised update, or why nothing was changed.',
  [ProgressUpdate, Conflict, NotReady] as const,
)

export const ReturnUpdateResult = resultOf(
  'ReturnUpdateResult',
  'The returned update, or why nothing was changed.',
  [ProgressUpdate, InvalidInput, Conflict, NotReady] as const,
)
