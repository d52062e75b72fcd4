import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql'
import { GraphQLLocalDate } from 'graphql-scalars'

export const Direction = { UP: 'UP', DOWN: 'DOWN' } as const
export type Direction = (typeof Direction)[keyof typeof Direction]
registerEnumType(Direction, {
  name: 'Direction',
  description: 'Where something moves in its list.',
  valuesConfig: {
    UP: { description: 'One place towards the beginning.' },
    DOWN: { description: 'One place towards the end.' },
  },
})

const clientMutationId = 'Made by the client, new for each try of its own; a repeat changes nothing.'

@InputType({ description: 'An item of an agenda: a new one, or what one is to be.' })
export class SaveAgendaItemInput {
  @Field(() => ID, { description: 'The meeting.' })
  meetingId: string

  @Field(() => ID, { nullable: true, description: 'What is changed; null for a new item at the end.' })
  itemId?: string | null

  @Field(() => String, { description: 'What it is about. At most 300 characters.' })
  title: string

  @Field(() => String, {
    defaultValue: '',
    description: 'Who brings it in; may be empty. At most 200 characters.',
  })
  presenter: string

  @Field(() => Int, { nullable: true, description: 'How many minutes it takes, up to 600.' })
  minutes?: number | null

  @Field(() => String, {
    defaultValue: '',
    description: 'What was said about it, for the minutes; may be empty. At most 10,000 characters.',
  })
  notes: string

  @Field(() => Int, { description: 'The version that was edited; 0 for a new one.' })
  version: number

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({ description: 'Which item of an agenda moves, and where to.' })
export class MoveAgendaItemInput {
  @Field(() => ID, { description: 'The item.' })
  itemId: string

  @Field(() => Direction, { description: 'Where to.' })
  direction: Direction

  @Field(() => Int, { description: 'Its place in the list that was read, from 0.' })
  place: number

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({ description: 'Which item is taken off an agenda.' })
export class RemoveAgendaItemInput {
  @Field(() => ID, { description: 'The item.' })
  itemId: string

  @Field(() => Int, { description: 'The version that was read.' })
  version: number

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({ description: 'A link as a paper of a meeting. Files are sent to /uploads/papers.' })
export class AddPaperInput {
  @Field(() => ID, { description: 'The meeting.' })
  meetingId: string

  @Field(() => ID, { nullable: true, description: 'The item of its agenda; null for the whole meeting.' })
  itemId?: string | null

  @Field(() => String, { description: 'What it is called. At most 300 characters.' })
  title: string

  @Field(() => String, { description: 'Where it leads, with https or http, in at most 2,000 characters.' })
  address: string

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({ description: 'Which paper is taken away from a meeting.' })
export class RemovePaperInput {
  @Field(() => ID, { description: 'The paper.' })
  paperId: string

  @Field(() => Int, { description: 'The version that was read.' })
  version: number

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({ description: 'A decision of a meeting: a new one, or what one is to be.' })
export class SaveDecisionInput {
  @Field(() => ID, { description: 'The meeting.' })
  meetingId: string

  @Field(() => ID, { nullable: true, description: 'What is changed; null for a new decision.' })
  decisionId?: string | null

  @Field(() => ID, { nullable: true, description: 'The item of its agenda; null for the whole meeting.' })
  itemId?: string | null

  @Field(() => String, { description: 'What was decided. At most 4,000 characters.' })
  words: string

  @Field(() => Int, { description: 'The version that was edited; 0 for a new one.' })
  version: number

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({ description: 'Which decision is taken away: it was not made after all.' })
export class RemoveDecisionInput {
  @Field(() => ID, { description: 'The decision.' })
  decisionId: string

  @Field(() => Int, { description: 'The version that was read.' })
  version: number

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({ description: 'What a meeting gave somebody to do: a new action, or what one is to be.' })
export class SaveMeetingActionInput {
  @Field(() => ID, { description: 'The meeting.' })
  meetingId: string

  @Field(() => ID, { nullable: true, description: 'What is changed; null for a new action.' })
  meetingActionId?: string | null

  @Field(() => ID, { nullable: true, description: 'The item of its agenda; null for the whole meeting.' })
  itemId?: string | null

  @Field(() => String, { description: 'What is to be done. At most 4,000 characters.' })
  words: string

  @Field(() => ID, { nullable: true, description: 'The agency that does it; null where none is named.' })
  organisationId?: string | null

  @Field(() => String, {
    defaultValue: '',
    description: 'The post or the people who do it; may be empty beside an agency. At most 200 characters.',
  })
  post: string

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day by which it is to be done.' })
  dueOn?: string | null

  @Field(() => Int, { description: 'The version that was edited; 0 for a new one.' })
  version: number

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({ description: 'Which action of a meeting is taken away.' })
export class RemoveMeetingActionInput {
  @Field(() => ID, { description: 'The action of the meeting.' })
  meetingActionId: string

  @Field(() => Int, { description: 'The version that was read.' })
  version: number

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({
  description:
    'Where an action of a meeting stands in an improvement plan: an action that there is, a new one in an area, or, with neither, nowhere.',
})
export class PlaceMeetingActionInput {
  @Field(() => ID, { description: 'The action of the meeting.' })
  meetingActionId: string

  @Field(() => ID, { nullable: true, description: 'The action of a plan of the same board.' })
  planActionId?: string | null

  @Field(() => ID, {
    nullable: true,
    description: 'The area of a plan of the same board in which a new action is made.',
  })
  areaId?: string | null

  @Field(() => Int, { description: 'The version that was read.' })
  version: number

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}
