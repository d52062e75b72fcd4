import { Field, ID, InputType, Int } from 'type-graphql'
import { DifferenceChoice } from '@boardwork/shared/plan/import/planDifference.ts'

const clientMutationId = 'Made by the client, new for each try of its own; a repeat changes nothing.'

@InputType({ description: 'What somebody chose of one thing that differs.' })
export class DifferenceChoiceInput {
  @Field(() => String, { description: 'Its key. At most 100 characters.' })
  key: string

  @Field(() => DifferenceChoice, { description: "Whether to take the document's, or keep the plan's." })
  choice: DifferenceChoice
}

@InputType({ description: 'What somebody chose of what differs in a later version of a document.' })
export class ChooseDifferencesInput {
  @Field(() => ID, { description: 'The import.' })
  importId: string

  @Field(() => Int, { description: 'The version that was read.' })
  version: number

  @Field(() => [DifferenceChoiceInput], { description: 'The choices. At most 20,000.' })
  choices: DifferenceChoiceInput[]

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({ description: 'What somebody saw of an item that differs.' })
export class SeenItemInput {
  @Field(() => String, { description: 'The key of the item.' })
  key: string

  @Field(() => String, { description: 'What it gave as `seen`.' })
  seen: string
}

@InputType({
  description: 'A later version of a document to bring in to its plan, as it was looked through.',
})
export class MergePlanInput {
  @Field(() => ID, { description: 'The import.' })
  importId: string

  @Field(() => Int, { description: 'The version that was read.' })
  version: number

  @Field(() => [SeenItemInput], {
    description:
      'All items that were seen to differ, so that nothing is done that nobody saw. At most 12,000.',
  })
  seen: SeenItemInput[]

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}
