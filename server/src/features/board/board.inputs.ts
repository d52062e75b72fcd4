import { Field, ID, InputType, Int } from 'type-graphql'
import { BoardKind } from '@boardwork/shared/board/boardKind.ts'

@InputType({ description: "A council's new board, and who coordinates it." })
export class CreateBoardInput {
  @Field(() => ID, { description: 'The council whose board it is.' })
  organisationId: string

  @Field(() => String, {
    description: 'Its name, 1 to 200 characters. No two boards of one council have the same.',
  })
  name: string

  @Field(() => BoardKind, { description: 'What it looks after.' })
  kind: BoardKind

  @Field(() => ID, {
    nullable: true,
    description: 'The person who coordinates it; null to invite one by e-mail.',
  })
  coordinatorId?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'The e-mail address to which an invitation to coordinate goes.',
  })
  coordinatorEmail?: string | null

  @Field(() => ID, {
    description: 'Made by the client, new for each try of its own; a repeat changes nothing.',
  })
  clientMutationId: string
}

@InputType({ description: 'A new sub-group of a board.' })
export class CreateSubGroupInput {
  @Field(() => ID, { description: 'The board that it belongs to. A sub-group has no sub-groups of its own.' })
  boardId: string

  @Field(() => String, {
    description: 'Its name, 1 to 200 characters. No two boards of one council have the same.',
  })
  name: string

  @Field(() => ID, {
    nullable: true,
    description: 'The person who coordinates it. Null: the coordinator of the board who adds it.',
  })
  coordinatorId?: string | null

  @Field(() => ID, {
    description: 'Made by the client, new for each try of its own; a repeat changes nothing.',
  })
  clientMutationId: string
}

@InputType({ description: 'The new name of a board or sub-group.' })
export class RenameBoardInput {
  @Field(() => ID, { description: 'The board.' })
  boardId: string

  @Field(() => Int, { description: 'The version that was changed.' })
  version: number

  @Field(() => String, {
    description: 'Its name, 1 to 200 characters. No two boards of one council have the same.',
  })
  name: string

  @Field(() => ID, {
    description: 'Made by the client, new for each try of its own; a repeat changes nothing.',
  })
  clientMutationId: string
}
