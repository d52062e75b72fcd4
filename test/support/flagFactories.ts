import { newId } from '@boardwork/server/src/db/newId.ts'
import { ruleWords } from '@boardwork/shared/attendance/rule/attendanceRule.ts'
import type { RuleKind, RuleTerms } from '@boardwork/shared/attendance/rule/attendanceRule.ts'
import { boardYearOf } from '@boardwork/shared/attendance/figures/boardYear.ts'
import type { FlagState } from '@boardwork/shared/attendance/flag/flagLife.ts'
import type { Client } from 'pg'
import { day, insert } from './factories.ts'

/** The board year of today, which begins in April. */
export const thisYear = (): number => boardYearOf(day(0), 4)

/** A rule as its kind has it. */
export const ruleTerms = (kind: RuleKind, limit: number): RuleTerms => ({
  kind,
  limit,
  samplePercent: kind === 'FULL_ATTENDANCE' ? 50 : null,
  countsApologies: kind === 'AGENCY_ABSENT' ? true : null,
})

/** The first version of a board's rules for this year, with one rule; the ids of both. */
export async function makeRule(
  db: Client,
  boardId: string,
  terms: RuleTerms = ruleTerms('AGENCY_ABSENT', 1),
): Promise<{ ruleSetId: string; ruleRowId: string; terms: RuleTerms }> {
  const ruleSetId = await insert(db, 'rule_set', {
    id: newId(),
    board_id: boardId,
    year: thisYear(),
    number: 1,
    in_force_from: new Date(),
    made_by_name: 'Robin Ash',
  })
  const ruleRowId = await makeRuleOf(db, boardId, ruleSetId, terms)
  return { ruleSetId, ruleRowId, terms }
}

/** A rule of a version of a board's rules. */
export const makeRuleOf = (db: Client, boardId: string, ruleSetId: string, terms: RuleTerms) =>
  insert(db, 'attendance_rule', {
    id: newId(),
    board_id: boardId,
    rule_set_id: ruleSetId,
    rule_id: newId(),
    kind: terms.kind,
    limit_number: terms.limit,
    sample_percent: terms.samplePercent,
    counts_apologies: terms.countsApologies,
    position: 1,
  })

/** A flag that a rule raised about an agency; where it is put to the agency, with a day to answer by. */
export function makeFlag(
  db: Client,
  boardId: string,
  { ruleRowId, terms }: { ruleRowId: string; terms: RuleTerms },
  organisationId: string,
  more: { put?: boolean; state?: FlagState; answerDueOn?: string } = {},
): Promise<string> {
  return insert(db, 'flag', {
    id: newId(),
    board_id: boardId,
    year: thisYear(),
    rule_row_id: ruleRowId,
    rule_id: ruleRowId,
    rule_kind: terms.kind,
    rule_words: ruleWords(terms),
    rules_number: 1,
    subject: `agency:${organisationId}`,
    organisation_id: organisationId,
    organisation_name: 'An agency',
    strategy: terms.kind === 'PARTNER_MISSING',
    words: 'An agency missed 2 of 3 meetings. The rule allows 1.',
    state: more.state ?? (more.put ? 'PUT' : 'RAISED'),
    raised_at: new Date(),
    put_at: more.put ? new Date() : null,
    answer_due_on: more.put ? (more.answerDueOn ?? day(14)) : null,
  })
}
