import {
  checkRules,
  isSameRule,
  mostRules,
  ruleWords,
} from '@boardwork/shared/attendance/rule/attendanceRule.ts'
import type { RuleTerms } from '@boardwork/shared/attendance/rule/attendanceRule.ts'
import { boardYearOf, checkRulesYear, yearStartsOn } from '@boardwork/shared/attendance/figures/boardYear.ts'
import { operation } from '../../../access/operation.ts'
import type { Change } from '../../../access/operation.ts'
import { rowsOf } from '../../../access/readRows.ts'
import { Conflict, InvalidInput } from '../../../access/refusals.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { newId } from '../../../db/newId.ts'
import { Board } from '../../board/board.entity.ts'
import { readToday } from '../../board/grant.operations.ts'
import { AttendanceRule } from './attendanceRule.entity.ts'
import { findFlags } from '../flag/flag.find.ts'
import { rulePolicy } from '../flag/flag.policy.ts'
import type { RuleInput, SaveRulesInput } from './rule.inputs.ts'
import { ruleOf } from './rule.reads.ts'
import { RuleSet } from './ruleSet.entity.ts'
import { readYearStart } from './yearFacts.ts'

/**
 * A coordinator writes the rules of a year: a new version, in force at once. What was found under an earlier one stays
 * as it is. A rule that stays the same goes on under its id, so that what it found is not found a second time. The new version is
 * looked with at once.
 */
export function saveRules(
  context: RequestContext,
  input: SaveRulesInput,
): Promise<RuleSet | InvalidInput | Conflict> {
  const line = rulePolicy.change
  const again = (change: Change, id: string) => change.find(RuleSet, { id })
  return operation(context, line, input.clientMutationId, again, async (change) => {
    const board = await change.find(Board, { id: input.boardId })
    const { id: boardId } = board
    change.authorize(line, { boardId })
    await change.lock(board)
    const { year } = input
    const [latest] = await change.em.find(
      RuleSet,
      { boardId, year },
      { orderBy: { number: 'desc' }, limit: 1 },
    )
    const before = latest
      ? await change.em.find(
          AttendanceRule,
          { boardId, ruleSetId: latest.id },
          { orderBy: { position: 'asc' } },
        )
      : []
    const known = before.map(ruleOf)
    const rules = input.rules.slice(0, mostRules + 1).map(termsOf)
    if ((latest?.number ?? 0) !== input.version)
      return new Conflict(latest?.id ?? boardId, latest?.number ?? 0, [
        { field: 'rules', theirs: textOf(known), yours: textOf(rules) },
      ])
    const startsMonth = await readYearStart(rowsOf(change), boardId)
    const thisYear = boardYearOf(await readToday(change), startsMonth)
    const problems = [...checkRulesYear(year, thisYear), ...checkRules(rules)]
    if (problems.length > 0) return new InvalidInput(problems)
    if (
      latest &&
      rules.length === known.length &&
      rules.every((rule) => known.some((one) => isSameRule(one, rule)))
    )
      return latest
    const set: RuleSet = {
      boardId,
      id: newId(),
      year,
      number: input.version + 1,
      inForceFrom: new Date(),
      madeByName: change.viewer.name,
    }
    await change.em.insert(RuleSet, set)
    if (rules.length > 0)
      await change.em.insertMany(
        AttendanceRule,
        rules.map((rule, place) => ({
          boardId,
          id: newId(),
          ruleSetId: set.id,
          ruleId: known.find((one) => isSameRule(one, rule))?.id ?? newId(),
          ...rule,
          position: place + 1,
        })),
      )
    change.record({
      chainId: boardId,
      action: line.name,
      recordType: 'RuleSet',
      recordId: set.id,
      before: latest ? { rules: textOf(known) } : {},
      after: { year, number: set.number, rules: textOf(rules) },
    })
    await findFlags(change, boardId, yearStartsOn(year, startsMonth))
    return set
  })
}

/** A rule as the shared rules take it. */
export function termsOf({ kind, limit, samplePercent, countsApologies }: RuleInput): RuleTerms {
  return {
    kind,
    limit,
    samplePercent: samplePercent ?? null,
    countsApologies: countsApologies ?? null,
  }
}

function textOf(rules: readonly RuleTerms[]): string {
  return rules.map(ruleWords).join('\n')
}
