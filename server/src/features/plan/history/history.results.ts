import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { GraphQLDateTime } from 'graphql-scalars'
import { ActionLink } from '../link/link.results.ts'

export const HistoryOf = { PLAN: 'PLAN', AREA: 'AREA', ACTION: 'ACTION' } as const
export type HistoryOf = (typeof HistoryOf)[keyof typeof HistoryOf]
registerEnumType(HistoryOf, {
  name: 'HistoryOf',
  description: 'Of what a history is.',
  valuesConfig: {
    PLAN: { description: 'Of a plan, with its areas and actions.' },
    AREA: { description: 'Of an area, with its comments, shares and actions.' },
    ACTION: { description: 'Of an action, with its updates, evidence, measures and milestones.' },
  },
})

@ObjectType({ description: 'One field, as it was before a change and after it.', simpleResolvers: true })
export class HistoryField {
  @Field(() => String, { description: 'The field, as the log names it.' })
  field: string

  @Field(() => String, { description: 'What it is called on the pages.' })
  words: string

  @Field(() => String, { description: 'What stood there before; empty where nothing did.' })
  before: string

  @Field(() => String, { description: 'What stands there after; empty where nothing does.' })
  after: string
}

@ObjectType({ description: 'One change of a plan, as the log of the board has it.', simpleResolvers: true })
export class HistoryEntry {
  @Field(() => Int, { description: 'The number of the change in the log of the board.' })
  sequence: number

  @Field(() => GraphQLDateTime, { description: 'When it happened.' })
  happenedAt: Date

  @Field(() => String, { description: 'Who did it and what they did, as a sentence.' })
  sentence: string

  @Field(() => ActionLink, { nullable: true, description: 'The action that it is about; null for none.' })
  action: ActionLink | null

  @Field(() => String, {
    nullable: true,
    description: 'What a comment says, what a piece of evidence shows, or what is measured; else null.',
  })
  text: string | null

  @Field(() => [HistoryField], { description: 'The fields that were changed. At most 100.' })
  fields: HistoryField[]
}

@ObjectType({ description: 'A page of a history, the newest change first.', simpleResolvers: true })
export class History {
  @Field(() => String, { description: 'The reference and title of the plan, area or action.' })
  title: string

  @Field(() => [HistoryEntry], { description: 'The changes. At most 100, and no more than were asked for.' })
  entries: HistoryEntry[]

  @Field(() => Int, {
    nullable: true,
    description: 'What to give as `after` for the next page; null on the last.',
  })
  next: number | null
}
