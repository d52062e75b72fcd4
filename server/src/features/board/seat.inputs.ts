import { Field, ID, InputType, Int } from 'type-graphql'
import { GraphQLLocalDate } from 'graphql-scalars'

@InputType({ description: 'A new seat at a board.' })
export class AddSeatInput {
  @Field(() => ID, { description: 'The board.' })
  boardId: string

  @Field(() => ID, { description: 'The organisation that takes the seat. It has one seat at a time.' })
  organisationId: string

  @Field(() => Boolean, { description: 'Whether the agency has to take part.' })
  required: boolean

  @Field(() => Boolean, { description: 'Whether the seat has a vote.' })
  voting: boolean

  @Field(() => ID, { nullable: true, description: 'The person who holds it; null leaves it vacant.' })
  holderId?: string | null

  @Field(() => GraphQLLocalDate, { description: 'The first day of the seat.' })
  startsOn: string

  @Field(() => ID, {
    description: 'Made by the client, new for each try of its own; a repeat changes nothing.',
  })
  clientMutationId: string
}

@InputType({ description: 'What a seat is to be from now on.' })
export class ChangeSeatInput {
  @Field(() => ID, { description: 'The seat.' })
  seatId: string

  @Field(() => Int, { description: 'The version that was changed.' })
  version: number

  @Field(() => Boolean, { description: 'Whether the agency has to take part.' })
  required: boolean

  @Field(() => Boolean, { description: 'Whether the seat has a vote.' })
  voting: boolean

  @Field(() => ID, { nullable: true, description: 'The person who holds it; null leaves it vacant.' })
  holderId?: string | null

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The first day of the seat, where it is put right: an earlier one. Null leaves it as it is.',
  })
  startsOn?: string | null

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day of the seat; null while it is open.',
  })
  endsOn?: string | null

  @Field(() => ID, {
    description: 'Made by the client, new for each try of its own; a repeat changes nothing.',
  })
  clientMutationId: string
}

@InputType({ description: 'Who is to stand in for the holder of a seat.' })
export class NameDeputyInput {
  @Field(() => ID, { description: 'The seat.' })
  seatId: string

  @Field(() => ID, { description: 'The person.' })
  personId: string

  @Field(() => ID, {
    description: 'Made by the client, new for each try of its own; a repeat changes nothing.',
  })
  clientMutationId: string
}

@InputType({ description: 'Which deputy is not to stand in any more.' })
export class EndDeputyInput {
  @Field(() => ID, { description: 'The naming as a deputy.' })
  deputyId: string

  @Field(() => ID, {
    description: 'Made by the client, new for each try of its own; a repeat changes nothing.',
  })
  clientMutationId: string
}
