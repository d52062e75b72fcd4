import { mostRules, ruleWords, checkRules } from '@boardwork/shared/attendance/rule/attendanceRule.ts'
import type { Rule, RuleTerms } from '@boardwork/shared/attendance/rule/attendanceRule.ts'
import { boardYearName, boardYearOf, checkRulesYear } from '@boardwork/shared/attendance/figures/boardYear.ts'
import { findInYear } from '@boardwork/shared/attendance/rule/findings.ts'
import type { Finding } from '@boardwork/shared/attendance/rule/findings.ts'
import { todayInLondon } from '@boardwork/shared/board/dates.ts'
import { rowsIn } from '../../../access/readRows.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import type { RecordBehind, RuleFinding } from '../flag/flag.results.ts'
import { readRulesInForce, ruleOf, yearStartOf } from './rule.reads.ts'
import type { RulesPreview, YearPreview } from './rule.results.ts'
import { readYearFacts } from './yearFacts.ts'

/** What the rules would find in the year before and in the year itself so far; nothing is kept. */
export async function previewRules(
  context: RequestContext,
  boardId: string,
  year: number,
  terms: readonly RuleTerms[],
): Promise<RulesPreview> {
  const startsMonth = await yearStartOf(context, boardId)
  const today = todayInLondon()
  const thisYear = boardYearOf(today, startsMonth)
  const problems = [...checkRulesYear(year, thisYear), ...checkRules(terms.slice(0, mostRules + 1))]
  if (problems.length > 0) return { problems: problems.slice(0, 100), years: [] }
  const rules = terms.map((each, place) => ({ ...each, id: String(place) }))
  const last = Math.min(year, thisYear)
  const years: YearPreview[] = []
  for (const each of [last - 1, last]) {
    const facts = await readYearFacts(rowsIn(context), boardId, { year: each, startsMonth, today })
    const outcomes = findInYear(rules, facts)
    years.push({
      year: each,
      name: boardYearName(each, startsMonth),
      ended: each < thisYear,
      rules: rules.map((rule, place) => ({
        rule: ruleWords(rule),
        words: outcomes[place]?.words ?? '',
        findings: (outcomes[place]?.findings ?? []).slice(0, 500).map(findingOf),
      })),
    })
  }
  return { problems: [], years }
}

/** What looking again would raise now that is no flag yet. */
export async function findDue(
  context: RequestContext,
  boardId: string,
  year: number,
): Promise<RuleFinding[]> {
  const rows = rowsIn(context)
  const rules: Rule[] = (await readRulesInForce(rows, boardId, year)).map(ruleOf)
  if (rules.length === 0) return []
  const startsMonth = await yearStartOf(context, boardId)
  const facts = await readYearFacts(rows, boardId, { year, startsMonth, today: todayInLondon() })
  const flags = await rows<{ rule: string; subject: string; gone: boolean }>(
    `select f.rule_id as rule, f.subject, f.gone_at is not null as gone from flag f
     where f.board_id = $1 and f.year = $2 limit 5000`,
    [boardId, year],
  )
  const known = new Set(flags.filter(({ gone }) => !gone).map(({ rule, subject }) => `${rule} ${subject}`))
  return findInYear(rules, facts)
    .flatMap(({ findings }) => findings)
    .filter(({ ruleId, subject }) => !known.has(`${ruleId} ${subject}`))
    .slice(0, 500)
    .map(findingOf)
}

function findingOf({ words, organisationId, markIds, meetingIds, seatIds }: Finding): RuleFinding {
  const none = { markId: null, meetingId: null, seatId: null, goneAt: null }
  const behind: RecordBehind[] = [
    ...markIds.map((id) => ({ ...none, recordId: id, markId: id })),
    // The meeting of a mark is shown with it.
    ...(markIds.length > 0 ? [] : meetingIds.map((id) => ({ ...none, recordId: id, meetingId: id }))),
    ...seatIds.map((id) => ({ ...none, recordId: id, seatId: id })),
  ]
  return { words, organisationId, behind: behind.slice(0, 500) }
}
