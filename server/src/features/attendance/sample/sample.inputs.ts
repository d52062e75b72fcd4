import { Field, ID, InputType, Int } from 'type-graphql'

@InputType({ description: 'Of which strategy meetings a sample is drawn, and how large it is.' })
export class DrawSampleInput {
  @Field(() => ID, { description: 'The board or sub-group.' })
  boardId: string

  @Field(() => Int, { description: 'The board year: the calendar year in which it begins.' })
  year: number

  @Field(() => Int, { description: 'How much is drawn, as a percentage from 1 to 100, rounded up.' })
  sharePercent: number

  @Field(() => ID, {
    description: 'Made by the client, new for each try of its own; a repeat changes nothing.',
  })
  clientMutationId: string
}
