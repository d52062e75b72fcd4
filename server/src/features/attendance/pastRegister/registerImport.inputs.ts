import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql'
import { PastPart } from '@boardwork/shared/attendance/pastRegister/pastChoices.ts'

registerEnumType(PastPart, {
  name: 'PastPart',
  description: 'What a choice for past registers is about.',
  valuesConfig: {
    ANSWER: {
      description: 'A question that the list leaves open; the value is one of its choices, or a day.',
    },
    AGENCY: {
      description: 'An agency of the list; the value is the id of an organisation, GUEST or LEAVE_OUT.',
    },
    PERSON: { description: 'A person of the list; the value is HOLDER, DEPUTY, GUEST or LEAVE_OUT.' },
    MEETING: {
      description: 'A meeting on a day on which the board has one; the value is the id of that, or NEW.',
    },
    SEAT: { description: 'An agency without a seat on some days; the value is GUEST or LEAVE_OUT.' },
    TIME: { description: 'When the new meetings began or ended: startsAt or endsAt, as HH:MM.' },
  },
})

const clientMutationId = 'Made by the client, new for each try of its own; a repeat changes nothing.'

@InputType({ description: 'Where a list of attendance comes from: exactly one of the two.' })
export class RegisterSourceInput {
  @Field(() => ID, { nullable: true, description: 'What the upload of a file gave back.' })
  uploadId?: string | null

  @Field(() => String, { nullable: true, description: 'The text itself, as it was pasted.' })
  text?: string | null
}

@InputType({ description: 'A list of attendance to bring in.' })
export class BringInRegisterInput {
  @Field(() => ID, { description: 'The board whose meetings it is about.' })
  boardId: string

  @Field(() => RegisterSourceInput, { description: 'The list.' })
  source: RegisterSourceInput

  @Field(() => String, {
    description: 'What the list is called, such as the name of the file. At most 200 characters.',
  })
  fileName: string

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({ description: 'One thing that was chosen for a list of attendance.' })
export class PastChoiceInput {
  @Field(() => PastPart, { description: 'What it is about.' })
  part: PastPart

  @Field(() => String, { description: 'The key of what it is about. At most 500 characters.' })
  key: string

  @Field(() => String, {
    nullable: true,
    description: 'What was chosen; null takes a choice back. At most 100 characters.',
  })
  value?: string | null
}

@InputType({ description: 'What was chosen for a list of attendance.' })
export class ChooseInRegisterInput {
  @Field(() => ID, { description: 'The import.' })
  importId: string

  @Field(() => Int, { description: 'The version that was read.' })
  version: number

  @Field(() => [PastChoiceInput], { description: 'The choices. At most 2,000.' })
  choices: PastChoiceInput[]

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({ description: 'Which import of past registers.' })
export class RegisterImportInput {
  @Field(() => ID, { description: 'The import.' })
  importId: string

  @Field(() => Int, { description: 'The version that was read.' })
  version: number

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}
