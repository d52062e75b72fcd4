import { Field, ID, InputType, Int } from 'type-graphql'
import { GraphQLDateTime } from 'graphql-scalars'
import { GuestKind } from '@boardwork/shared/attendance/register/guestKind.ts'
import { Mark } from '@boardwork/shared/attendance/register/mark.ts'

const clientMutationId = 'Made by the client, new for each try of its own; a repeat changes nothing.'

@InputType({ description: 'What the register is to say of one place.' })
export class MarkTextInput {
  @Field(() => Mark, { description: 'Whether somebody came.' })
  mark: Mark

  @Field(() => ID, {
    nullable: true,
    description: 'Of a deputy: who came, where it is one of those who are named; else null.',
  })
  cameId?: string | null

  @Field(() => String, {
    defaultValue: '',
    description: 'Of a deputy: the name of who came, where it is somebody else. At most 200 characters.',
  })
  cameName: string

  @Field(() => Boolean, {
    nullable: true,
    description: "Of a deputy: whether they are senior enough by the board's rule; null where nobody says.",
  })
  seniorEnough?: boolean | null

  @Field(() => String, {
    nullable: true,
    description: 'Of apologies: why; may be empty; null: as it stands. At most 500 characters.',
  })
  reason?: string | null
}

@InputType({ description: 'A mark of one place.' })
export class MarkInput extends MarkTextInput {
  @Field(() => ID, { description: 'The seat or the invitation.' })
  placeId: string

  @Field(() => Int, { description: 'The version of the mark that was read; 0 where there was none.' })
  version: number

  @Field(() => GraphQLDateTime, { description: 'When it was made, by the clock of the device.' })
  markedAt: Date
}

@InputType({ description: 'Marks of one register.' })
export class SetMarksInput {
  @Field(() => ID, { description: 'The meeting.' })
  meetingId: string

  @Field(() => [MarkInput], { description: 'The marks. At most 200, one of each place.' })
  marks: MarkInput[]

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({ description: 'Which register is closed.' })
export class CloseRegisterInput {
  @Field(() => ID, { description: 'The meeting.' })
  meetingId: string

  @Field(() => Int, {
    description:
      'How many places had no mark when it was said that these will stand as unknown. If that changed, nothing is closed.',
  })
  unmarked: number

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({ description: 'What a mark of a closed register should have been, and why.' })
export class CorrectMarkInput extends MarkTextInput {
  @Field(() => ID, { description: 'The mark.' })
  markId: string

  @Field(() => String, { description: 'Why it is corrected. At most 500 characters.' })
  why: string

  @Field(() => Int, { description: 'The version that was read.' })
  version: number

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({ description: 'Somebody who was at a meeting without having a place there.' })
export class SaveGuestInput {
  @Field(() => ID, { description: 'The meeting.' })
  meetingId: string

  @Field(() => ID, { nullable: true, description: 'Who is changed; null for somebody new.' })
  guestId?: string | null

  @Field(() => GuestKind, { description: 'Whether they took part or watched.' })
  kind: GuestKind

  @Field(() => String, { description: 'The name. At most 200 characters.' })
  name: string

  @Field(() => String, {
    defaultValue: '',
    description: 'Where they come from; may be empty. At most 200 characters.',
  })
  organisation: string

  @Field(() => Int, { description: 'The version that was edited; 0 for somebody new.' })
  version: number

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({ description: 'Who is taken from the guests of a meeting.' })
export class RemoveGuestInput {
  @Field(() => ID, { description: 'The guest.' })
  guestId: string

  @Field(() => Int, { description: 'The version that was read.' })
  version: number

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}
