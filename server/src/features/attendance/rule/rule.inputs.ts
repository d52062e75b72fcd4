import { Field, ID, InputType, Int } from 'type-graphql'
import { RuleKind } from '@boardwork/shared/attendance/rule/attendanceRule.ts'

const clientMutationId = 'Made by the client, new for each try of its own; a repeat changes nothing.'

@InputType({ description: 'A rule as it is to be.' })
export class RuleInput {
  @Field(() => RuleKind, { description: 'What it looks for.' })
  kind: RuleKind

  @Field(() => Int, {
    description: 'Its number: meetings, days, months or a percentage, as its kind counts.',
  })
  limit: number

  @Field(() => Int, {
    nullable: true,
    description: 'Of full attendance, the percentage of strategy meetings that is sampled; else null.',
  })
  samplePercent?: number | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'Of absences, whether a meeting with apologies counts as missed, too; else null.',
  })
  countsApologies?: boolean | null
}

@InputType({ description: 'The rules of a board for a year, all of them.' })
export class SaveRulesInput {
  @Field(() => ID, { description: 'The board or sub-group.' })
  boardId: string

  @Field(() => Int, { description: 'The board year: the calendar year in which it begins.' })
  year: number

  @Field(() => [RuleInput], {
    description: 'One of each kind at most, so that there are at most 8. None at all is right, too.',
  })
  rules: RuleInput[]

  @Field(() => Int, { description: 'The number of the version that was edited; 0 where there was none.' })
  version: number

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}
