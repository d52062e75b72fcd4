import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { GraphQLLocalDate } from 'graphql-scalars'
import { ActionStatus } from '@boardwork/shared/plan/actionStatus.ts'

/** Of what a part of a summary is. */
export const SummaryKind = { BOARD: 'BOARD', PLAN: 'PLAN', AREA: 'AREA', AGENCY: 'AGENCY' } as const
export type SummaryKind = (typeof SummaryKind)[keyof typeof SummaryKind]

registerEnumType(SummaryKind, {
  name: 'SummaryKind',
  description: 'Of what a part of a summary is.',
  valuesConfig: {
    BOARD: { description: 'Of all adopted plans of the board.' },
    PLAN: { description: 'Of a plan.' },
    AREA: { description: 'Of an area.' },
    AGENCY: { description: 'Of an agency that leads actions or is responsible for them.' },
  },
})

@ObjectType({ description: 'A reporting period of a summary.', simpleResolvers: true })
export class SummaryPeriod {
  @Field(() => String, { description: 'Its name, such as "Q2 2026/27".' })
  name: string

  @Field(() => GraphQLLocalDate, { description: 'Its first day.' })
  startsOn: string

  @Field(() => GraphQLLocalDate, { description: 'Its last day.' })
  endsOn: string

  @Field(() => Boolean, { description: 'Whether it was closed: what stood then is what is counted.' })
  closed: boolean
}

@ObjectType({ description: 'How many actions moved from one status to another.', simpleResolvers: true })
export class StatusMove {
  @Field(() => ActionStatus, {
    nullable: true,
    description: 'How they stood in the period before; null where nothing was authorised for it.',
  })
  before?: ActionStatus | null

  @Field(() => ActionStatus, {
    nullable: true,
    description: 'How they stand in the period; null where nothing was authorised for it.',
  })
  now?: ActionStatus | null

  @Field(() => Int, { description: 'How many.' })
  actions: number
}

@ObjectType({ description: 'How the actions of a plan, an area or an agency moved.', simpleResolvers: true })
export class SummaryPart {
  @Field(() => SummaryKind, { description: 'Of what it is.' })
  kind: SummaryKind

  @Field(() => ID, { description: 'The id of that.' })
  of: string

  @Field(() => String, { description: 'Its name.' })
  label: string

  @Field(() => [StatusMove], { description: 'From which status to which. At most 36.' })
  moves: StatusMove[]
}

@ObjectType({
  description:
    'How the actions of a board’s adopted plans stand in a period and in the one before, as far as the viewer sees them.',
  simpleResolvers: true,
})
export class BoardSummary {
  @Field(() => SummaryPeriod, { description: 'The period.' })
  period: SummaryPeriod

  @Field(() => SummaryPeriod, { nullable: true, description: 'The one before; null for the first.' })
  previous?: SummaryPeriod | null

  @Field(() => [SummaryPeriod], {
    description: 'The periods that can be asked for, the newest first. At most 40.',
  })
  periods: SummaryPeriod[]

  @Field(() => Int, {
    description: 'Corrections that were authorised after the period was closed; they are not counted.',
  })
  laterCorrections: number

  @Field(() => [SummaryPart], {
    description: 'The board, its plans, their areas and the agencies. At most 1, 100, 500 and 500.',
  })
  parts: SummaryPart[]
}
