import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { ruleWords, usualPromises } from '@boardwork/shared/attendance/rule/attendanceRule.ts'
import { boardYearName } from '@boardwork/shared/attendance/figures/boardYear.ts'
import { Allow } from '../../../access/allow.ts'
import { authorize, may } from '../../../access/policy.ts'
import { isRefusal } from '../../../access/refusals.ts'
import type { Refusal } from '../../../access/refusals.ts'
import { RequestContext } from '../../../access/requestContext.ts'
import { NotFound } from '../../../errors.ts'
import { Board } from '../../board/board.entity.ts'
import { boardsById } from '../../board/board.reads.ts'
import { AttendanceRule } from './attendanceRule.entity.ts'
import { rulePolicy } from '../flag/flag.policy.ts'
import { boardsWithMeetings } from '../meeting/meeting.reads.ts'
import { RuleInput, SaveRulesInput } from './rule.inputs.ts'
import { saveRules, termsOf } from './rule.operations.ts'
import { previewRules } from './rule.preview.ts'
import {
  currentYear,
  readEarlierRuleSet,
  readRuleSets,
  ruleOf,
  rulesOfSets,
  ruleSetsById,
  yearStartOf,
} from './rule.reads.ts'
import type { RuleRow } from './rule.reads.ts'
import { RulesOfYear, RulesPreview, SaveRulesResult, UsualRule } from './rule.results.ts'
import { RuleSet } from './ruleSet.entity.ts'

const ofYear = 'The board year: the calendar year in which it begins.'

@Resolver(() => RuleSet)
export class RuleSetResolver {
  @Query(() => RulesPreview, {
    description: "What rules would find in a board's past, before they take effect. Nothing is kept.",
  })
  @Allow(rulePolicy.preview)
  async previewRules(
    @Ctx() context: RequestContext,
    @Arg('boardId', () => ID, { description: 'The board or sub-group.' }) boardId: string,
    @Arg('year', () => Int, { description: ofYear }) year: number,
    @Arg('rules', () => [RuleInput], { description: 'The rules, one of each kind at most.' })
    rules: RuleInput[],
  ): Promise<RulesPreview> {
    if (!(await context.loader(boardsById).load(boardId))) throw new NotFound()
    authorize(await context.viewer(), rulePolicy.preview, { boardId })
    return previewRules(context, boardId, year, rules.map(termsOf))
  }

  @Mutation(() => SaveRulesResult, {
    description:
      'Writes the rules of a board for a year: a new version, in force at once. What was found under an earlier one stays.',
  })
  @Allow(rulePolicy.change)
  async saveRules(
    @Ctx() context: RequestContext,
    @Arg('input', () => SaveRulesInput, { description: 'The rules.' }) input: SaveRulesInput,
  ): Promise<RuleSet | Refusal | undefined> {
    const result = await saveRules(context, input)
    return isRefusal(result) ? result : context.loader(ruleSetsById).load(result.id)
  }

  @FieldResolver(() => [AttendanceRule], { description: 'Its rules, in their order. At most 8.' })
  async rules(@Root() { id }: RuleSet, @Ctx() context: RequestContext): Promise<RuleRow[]> {
    return (await context.loader(rulesOfSets).load(id)) ?? []
  }
}

@Resolver(() => AttendanceRule)
export class AttendanceRuleResolver {
  @FieldResolver(() => String, { description: 'The rule, as a sentence.' })
  words(@Root() rule: RuleRow): string {
    return ruleWords(ruleOf(rule))
  }
}

@Resolver(() => Board)
export class BoardRulesResolver {
  @FieldResolver(() => RulesOfYear, {
    nullable: true,
    description: 'Its rules for a year; null for those who do not see its meetings.',
  })
  async rulesOfYear(
    @Root() { id: boardId }: Board,
    @Ctx() context: RequestContext,
    @Arg('year', () => Int, { nullable: true, description: `${ofYear} Null: that of today.` })
    year?: number | null,
  ): Promise<RulesOfYear | null> {
    if (!(await context.loader(boardsWithMeetings).load(boardId))) return null
    const thisYear = await currentYear(context, boardId)
    const asked = year ?? thisYear
    const viewer = await context.viewer()
    return {
      boardId,
      year: asked,
      name: boardYearName(asked, await yearStartOf(context, boardId)),
      currentYear: thisYear,
      viewerCanChange: may(viewer, rulePolicy.change, { boardId }),
      viewerCanPreview: may(viewer, rulePolicy.preview, { boardId }),
    }
  }
}

@Resolver(() => RulesOfYear)
export class RulesOfYearResolver {
  @FieldResolver(() => [RuleSet], {
    description: 'The versions of the year, the one in force first. At most 100.',
  })
  versions(@Root() { boardId, year }: RulesOfYear, @Ctx() context: RequestContext): Promise<RuleSet[]> {
    return readRuleSets(context, boardId, year)
  }

  @FieldResolver(() => RuleSet, {
    nullable: true,
    description: 'The rules of the latest year before it that has any, to begin with; null without one.',
  })
  earlier(@Root() { boardId, year }: RulesOfYear, @Ctx() context: RequestContext): Promise<RuleSet | null> {
    return readEarlierRuleSet(context, boardId, year)
  }

  @FieldResolver(() => [UsualRule], {
    description: 'The rules named "usual promises", which a board can take over at once. At most 8.',
  })
  async usual(@Root() { boardId }: RulesOfYear, @Ctx() context: RequestContext): Promise<UsualRule[]> {
    const board = await context.loader(boardsById).load(boardId)
    return usualPromises(Boolean(board?.parentId))
  }
}
