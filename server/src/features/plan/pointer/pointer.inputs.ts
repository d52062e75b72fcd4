import { Field, ID, InputType } from 'type-graphql'
import { PointerKind } from '@boardwork/shared/plan/honestStatus.ts'

@InputType({ description: 'Why something that does not seem to fit about an action is right as it is.' })
export class AnswerPointerInput {
  @Field(() => ID, { description: 'The action.' })
  actionId: string

  @Field(() => PointerKind, { description: 'What does not seem to fit.' })
  kind: PointerKind

  @Field(() => String, {
    description: 'The facts of the pointer, as it gave them. At most 4,000 characters.',
  })
  facts: string

  @Field(() => String, { description: 'Why it is right as it is. At most 500 characters.' })
  reason: string

  @Field(() => ID, {
    description: 'Made by the client, new for each try of its own; a repeat changes nothing.',
  })
  clientMutationId: string
}
