import { Field, ObjectType } from 'type-graphql'
import { Conflict, InvalidInput, NotReady } from '../../../access/refusals.ts'
import { resultOf } from '../../../access/resultOf.ts'
import { Milestone } from './milestone.entity.ts'

@ObjectType({ description: 'What the viewer may do about a milestone or review.', simpleResolvers: true })
export class MilestoneViewerCan {
  @Field(() => Boolean, { description: 'Change its words and its day, or take it out of the plan.' })
  change: boolean

  @Field(() => Boolean, { description: 'Say that it is done, and what came of it.' })
  complete: boolean
}

export const SaveMilestoneResult = resultOf(
  'SaveMilestoneResult',
  'The milestone or review, or why nothing was changed.',
  [Milestone, InvalidInput, Conflict, NotReady] as const,
)

export const AddReviewsResult = resultOf(
  'AddReviewsResult',
  'The first of the three reviews, or why none was set.',
  [Milestone, InvalidInput, NotReady] as const,
)

export const RemoveMilestoneResult = resultOf(
  'RemoveMilestoneResult',
  'What was taken out of the plan, or why nothing was changed.',
  [Milestone, Conflict, NotReady] as const,
)

export const CompleteMilestoneResult = resultOf(
  'CompleteMilestoneResult',
  'The milestone or review, or why nothing was changed.',
  [Milestone, InvalidInput, Conflict, NotReady] as const,
)
