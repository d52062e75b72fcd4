import { todayInLondon } from '@boardwork/shared/board/dates.ts'
import type { Rule } from '@boardwork/shared/attendance/rule/attendanceRule.ts'
import { boardYearOf } from '@boardwork/shared/attendance/figures/boardYear.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import type { ReadRows } from '../../../access/readRows.ts'
import type { AttendanceRule } from './attendanceRule.entity.ts'
import type { RuleSet } from './ruleSet.entity.ts'
import { settingsByBoard } from '../meeting/meeting.reads.ts'

export type RuleRow = Omit<AttendanceRule, 'ruleSet'>

const setColumns = `r.board_id as "boardId", r.id, r.year, r.number, r.in_force_from as "inForceFrom",
  r.made_by_name as "madeByName"`

export const ruleColumns = `a.board_id as "boardId", a.id, a.rule_set_id as "ruleSetId", a.rule_id as "ruleId", a.kind,
  a.limit_number as "limit", a.sample_percent as "samplePercent", a.counts_apologies as "countsApologies", a.position`

/** The versions of a board's rules for a year, the latest first. At most 100. */
export function readRuleSets(context: RequestContext, boardId: string, year: number): Promise<RuleSet[]> {
  return context.rows<RuleSet>(
    `select ${setColumns} from rule_set r where r.board_id = $1 and r.year = $2 order by r.number desc limit 100`,
    [boardId, year],
    'rule sets of a year',
  )
}

/** The latest rules of the latest year before the one named; null where there are none. */
export async function readEarlierRuleSet(
  context: RequestContext,
  boardId: string,
  year: number,
): Promise<RuleSet | null> {
  const [found] = await context.rows<RuleSet>(
    `select ${setColumns} from rule_set r where r.board_id = $1 and r.year < $2
     order by r.year desc, r.number desc limit 1`,
    [boardId, year],
    'rule set before a year',
  )
  return found ?? null
}

export async function ruleSetsById(
  context: RequestContext,
  ids: readonly string[],
): Promise<Map<string, RuleSet>> {
  const rows = await context.rows<RuleSet>(
    `select ${setColumns} from rule_set r where r.id = any($1::uuid[])`,
    [ids],
    'rule sets by id',
  )
  return new Map(rows.map((row) => [row.id, row]))
}

export async function rulesOfSets(
  context: RequestContext,
  setIds: readonly string[],
): Promise<Map<string, RuleRow[]>> {
  const rows = await context.rows<RuleRow>(
    `select ${ruleColumns} from attendance_rule a where a.rule_set_id = any($1::uuid[]) order by a.position, a.id
     limit 5000`,
    [setIds],
    'rules of rule sets',
  )
  return Map.groupBy(rows, (row) => row.ruleSetId)
}

/** A rule as the shared rules take it. */
export function ruleOf({ ruleId, kind, limit, samplePercent, countsApologies }: RuleRow): Rule {
  return {
    id: ruleId,
    kind,
    limit,
    samplePercent: samplePercent ?? null,
    countsApologies: countsApologies ?? null,
  }
}

/** The rules that hold for a board's year now, with the number of their version; none before a version is made. */
export async function readRulesInForce(rows: ReadRows, boardId: string, year: number) {
  const found = await rows<RuleRow & { number: number }>(
    `select ${ruleColumns}, r.number
     from attendance_rule a join rule_set r on r.board_id = a.board_id and r.id = a.rule_set_id
     where a.board_id = $1 and r.year = $2 and r.number = (
       select max(latest.number) from rule_set latest where latest.board_id = r.board_id and latest.year = r.year)
     order by a.position, a.id limit 100`,
    [boardId, year],
  )
  return found
}

/** The year in which a board is today. */
export async function currentYear(context: RequestContext, boardId: string): Promise<number> {
  return boardYearOf(todayInLondon(), await yearStartOf(context, boardId))
}

/** In which month the year of a board begins, as far as the viewer sees what it settled. */
export async function yearStartOf(context: RequestContext, boardId: string): Promise<number> {
  return (await context.loader(settingsByBoard).load(boardId))?.yearStartsMonth ?? 4
}
