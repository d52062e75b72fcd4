import { Field, Int, ObjectType } from 'type-graphql'
import { RuleKind } from '@boardwork/shared/attendance/rule/attendanceRule.ts'
import { Conflict, FieldProblem, InvalidInput } from '../../../access/refusals.ts'
import { resultOf } from '../../../access/resultOf.ts'
import { RuleFinding } from '../flag/flag.results.ts'
import { RuleSet } from './ruleSet.entity.ts'

@ObjectType({ description: 'What a rule asks for.', simpleResolvers: true })
export class UsualRule {
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
  samplePercent: number | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'Of absences, whether a meeting with apologies counts as missed, too; else null.',
  })
  countsApologies: boolean | null
}

@ObjectType({ description: 'The rules of a board for a year.', simpleResolvers: true })
export class RulesOfYear {
  boardId: string

  @Field(() => Int, { description: 'The board year: the calendar year in which it begins.' })
  year: number

  @Field(() => String, { description: 'Its name, such as "April 2026 to March 2027".' })
  name: string

  @Field(() => Int, { description: 'The board year in which today lies.' })
  currentYear: number

  @Field(() => Boolean, { description: 'Whether the viewer may write them.' })
  viewerCanChange: boolean

  @Field(() => Boolean, { description: 'Whether the viewer may try rules on what is past.' })
  viewerCanPreview: boolean
}

@ObjectType({ description: 'What one rule would find in a year.', simpleResolvers: true })
export class RulePreview {
  @Field(() => String, { description: 'The rule, as a sentence.' })
  rule: string

  @Field(() => String, {
    description: 'What was looked at, or why there was nothing to look at.',
  })
  words: string

  @Field(() => [RuleFinding], { description: 'What it would find. At most 500.' })
  findings: RuleFinding[]
}

@ObjectType({ description: 'What rules would find in one year of the board.', simpleResolvers: true })
export class YearPreview {
  @Field(() => Int, { description: 'The board year: the calendar year in which it begins.' })
  year: number

  @Field(() => String, { description: 'Its name, such as "April 2026 to March 2027".' })
  name: string

  @Field(() => Boolean, { description: 'Whether the year has ended.' })
  ended: boolean

  @Field(() => [RulePreview], { description: 'Rule by rule. At most 8.' })
  rules: RulePreview[]
}

@ObjectType({
  description: 'What rules would find in what is past, before they take effect.',
  simpleResolvers: true,
})
export class RulesPreview {
  @Field(() => [FieldProblem], {
    description: 'What is wrong with the rules; nothing is tried until it is put right. At most 100.',
  })
  problems: FieldProblem[]

  @Field(() => [YearPreview], { description: 'The year before, and the year itself so far. At most 2.' })
  years: YearPreview[]
}

export const SaveRulesResult = resultOf(
  'SaveRulesResult',
  'The new version of the rules, or why none was made.',
  [RuleSet, InvalidInput, Conflict] as const,
)
