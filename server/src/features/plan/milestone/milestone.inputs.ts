import { Field, ID, InputType, Int } from 'type-graphql'
import { GraphQLLocalDate } from 'graphql-scalars'

const clientMutationId = 'Made by the client, new for each try of its own; a repeat changes nothing.'

@InputType({ description: 'A milestone, or the words and the day of a milestone or review that there is.' })
export class SaveMilestoneInput {
  @Field(() => ID, { description: 'The plan.' })
  planId: string

  @Field(() => ID, {
    nullable: true,
    description: 'The action of the plan; null where it is of the whole plan.',
  })
  actionId?: string | null

  @Field(() => ID, { nullable: true, description: 'What is changed; null for a new milestone.' })
  milestoneId?: string | null

  @Field(() => String, { description: 'What shall be there. At most 500 characters.' })
  title: string

  @Field(() => GraphQLLocalDate, { description: 'The day by which it is to be done.' })
  dueOn: string

  @Field(() => Int, { description: 'The version that was edited; 0 for a new one.' })
  version: number

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({ description: 'For what 30-, 60- and 90-day reviews are set, and from when they are counted.' })
export class AddReviewsInput {
  @Field(() => ID, { description: 'The plan.' })
  planId: string

  @Field(() => ID, {
    nullable: true,
    description: 'The action of the plan; null where it is of the whole plan.',
  })
  actionId?: string | null

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The day from which they are counted; null for the day on which the plan was adopted.',
  })
  startsOn?: string | null

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({ description: 'Which milestone or review is taken out of the plan.' })
export class RemoveMilestoneInput {
  @Field(() => ID, { description: 'The milestone or review.' })
  milestoneId: string

  @Field(() => Int, { description: 'The version that was read.' })
  version: number

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({ description: 'What came of a milestone or review; or that it is not done after all.' })
export class CompleteMilestoneInput {
  @Field(() => ID, { description: 'The milestone or review.' })
  milestoneId: string

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'The day on which it was done; null where it is not done after all, which takes the rest away too.',
  })
  doneOn?: string | null

  @Field(() => String, {
    description:
      'What is there; of a review, what was found. May be empty of a milestone. At most 4,000 characters.',
  })
  outcome: string

  @Field(() => String, {
    defaultValue: '',
    description: 'Of a review, what was decided; may be empty. At most 4,000 characters.',
  })
  decision: string

  @Field(() => String, {
    defaultValue: '',
    description: 'Of a review, who did it; may be empty. At most 200 characters.',
  })
  reviewedBy: string

  @Field(() => Int, { description: 'The version that was read.' })
  version: number

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}
