import { Field, ID, InputType, Int } from 'type-graphql'

const clientMutationId = 'Made by the client, new for each try of its own; a repeat changes nothing.'

@InputType({
  description: 'A link or a note as evidence for an action. Files are sent to /uploads/evidence.',
})
export class AddEvidenceInput {
  @Field(() => ID, { description: 'The action.' })
  actionId: string

  @Field(() => String, {
    description:
      'What the link shows, in at most 500 characters; or the note, in at most 5,000. It names no adult and no child.',
  })
  words: string

  @Field(() => String, {
    nullable: true,
    description: 'Where the link leads, with https or http, in at most 2,000 characters; null for a note.',
  })
  address?: string | null

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({ description: 'Which piece of evidence to withdraw, and why.' })
export class WithdrawEvidenceInput {
  @Field(() => ID, { description: 'The piece of evidence.' })
  evidenceId: string

  @Field(() => Int, { description: 'The version that was read.' })
  version: number

  @Field(() => String, { description: 'Why. At most 500 characters.' })
  reason: string

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}
