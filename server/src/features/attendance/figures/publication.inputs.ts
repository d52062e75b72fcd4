import { Field, ID, InputType, Int } from 'type-graphql'

const clientMutationId = 'Made by the client, new for each try of its own; a repeat changes nothing.'

@InputType({ description: 'Which figures of attendance are published.' })
export class PublishAttendanceInput {
  @Field(() => ID, { description: 'The board.' })
  boardId: string

  @Field(() => Int, { description: 'The calendar year in which the board’s year begins.' })
  year: number

  @Field(() => String, {
    description:
      'The figures that were seen before, as `figuresText` writes them: where others would be published by now, nothing is.',
  })
  seen: string

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({ description: 'Which published figures are taken back.' })
export class WithdrawAttendanceInput {
  @Field(() => ID, { description: 'The published figures.' })
  publicationId: string

  @Field(() => Int, { description: 'The version that was read.' })
  version: number

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}
