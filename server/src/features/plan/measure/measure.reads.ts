import { todayInLondon } from '@boardwork/shared/board/dates.ts'
import { judge } from '@boardwork/shared/plan/measureJudgement.ts'
import type { Verdict } from '@boardwork/shared/plan/measureJudgement.ts'
import { periodsBetween } from '@boardwork/shared/plan/reportingPeriod.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import type { Measure } from './measure.entity.ts'
import type { MeasureResult } from './measureResult.entity.ts'
import { reportingOf, shownPeriod } from '../period/period.reads.ts'
import type { ReportingPeriod } from '../period/period.results.ts'

export type MeasureRow = Omit<Measure, 'action' | 'setAt'>

export type ResultRow = Pick<
  MeasureResult,
  | 'id'
  | 'actionId'
  | 'measureId'
  | 'measuredOn'
  | 'period'
  | 'value'
  | 'numerator'
  | 'denominator'
  | 'populationSize'
  | 'note'
  | 'recordedByName'
  | 'recordedByFor'
  | 'recordedAt'
  | 'correctsId'
  | 'correctionReason'
  | 'retracts'
> & {
  /** Whether another result took its place, or took it away. */
  corrected: boolean
}

const measureColumns = `m.board_id as "boardId", m.id, m.plan_id as "planId", m.area_id as "areaId",
  m.action_id as "actionId", m.kind, m.name, m.target, m.target_on::text as "targetOn", m.within_days as "withinDays",
  m.unit, m.population, m.counting, m.population_size as "populationSize", m.ended_at as "endedAt",
  m.ended_reason as "endedReason", m.version`

const resultColumns = `r.id, r.action_id as "actionId", r.measure_id as "measureId", r.measured_on::text as "measuredOn",
  r.period, r.value, r.numerator, r.denominator, r.population_size as "populationSize", r.note,
  r.recorded_by_name as "recordedByName", r.recorded_by_for as "recordedByFor", r.recorded_at as "recordedAt",
  r.corrects_id as "correctsId", r.correction_reason as "correctionReason", r.retracts,
  exists (select from measure_result c where c.board_id = r.board_id and c.corrects_id = r.id) as corrected`

const newestFirst = 'r.measured_on desc, r.recorded_at desc, r.id desc'

/** The measures of actions: those that are used, then those that ended, each in the order in which they were set. */
export async function measuresOfActions(
  context: RequestContext,
  actionIds: readonly string[],
): Promise<Map<string, MeasureRow[]>> {
  const rows = await context.rows<MeasureRow>(
    `select m.* from unnest($1::uuid[]) as asked(id) cross join lateral (
      select ${measureColumns} from measure m where m.action_id = asked.id
      order by m.ended_at desc nulls first, m.id limit 100) m`,
    [actionIds],
    'measures of actions',
  )
  return Map.groupBy(rows, (row) => row.actionId)
}

export async function measuresById(
  context: RequestContext,
  ids: readonly string[],
): Promise<Map<string, MeasureRow>> {
  const rows = await context.rows<MeasureRow>(
    `select ${measureColumns} from measure m where m.id = any($1::uuid[])`,
    [ids],
    'measures by id',
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** Everything that was recorded for measures, the newest first. */
export async function resultsOfMeasures(
  context: RequestContext,
  measureIds: readonly string[],
): Promise<Map<string, ResultRow[]>> {
  const rows = await context.rows<ResultRow>(
    `select r.* from unnest($1::uuid[]) as asked(id) cross join lateral (
      select ${resultColumns} from measure_result r where r.measure_id = asked.id
      order by ${newestFirst} limit 200) r`,
    [measureIds],
    'results of measures',
  )
  return Map.groupBy(rows, (row) => row.measureId)
}

export async function resultsById(
  context: RequestContext,
  ids: readonly string[],
): Promise<Map<string, ResultRow>> {
  const rows = await context.rows<ResultRow>(
    `select ${resultColumns} from measure_result r where r.id = any($1::uuid[])`,
    [ids],
    'results by id',
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** What stands: neither corrected nor only a taking away. */
export function standing({ corrected, retracts }: ResultRow): boolean {
  return !corrected && !retracts
}

/** A measure that is used, and what can be said about it today. */
export interface JudgedMeasure {
  name: string
  verdict: Verdict
}

type Judged = Pick<
  MeasureRow,
  'id' | 'actionId' | 'planId' | 'name' | 'kind' | 'target' | 'targetOn' | 'counting'
> &
  Pick<ResultRow, 'value' | 'numerator' | 'denominator' | 'populationSize'> & { measuredOn: string | null }

/** How the measures of actions that are used stand today: one statement for all of them. */
export async function judgedOfActions(
  context: RequestContext,
  actionIds: readonly string[],
): Promise<Map<string, JudgedMeasure[]>> {
  const rows = await judged(context, 'm.action_id = any($1::uuid[])', actionIds, 'judged measures of actions')
  return Map.groupBy(rows, (row) => row.actionId)
}

/** The same for whole plans, as far as they are visible. */
export async function judgedOfPlans(
  context: RequestContext,
  planIds: readonly string[],
): Promise<Map<string, JudgedMeasure[]>> {
  const rows = await judged(context, 'm.plan_id = any($1::uuid[])', planIds, 'judged measures of plans')
  return Map.groupBy(rows, (row) => row.planId)
}

async function judged(context: RequestContext, isIn: string, ids: readonly string[], name: string) {
  const rows = await context.rows<Judged>(
    `select m.id, m.action_id as "actionId", m.plan_id as "planId", m.name, m.kind, m.target,
      m.target_on::text as "targetOn", m.counting, r.*
    from measure m left join lateral (
      select r.value, r.numerator, r.denominator, r.population_size as "populationSize",
        r.measured_on::text as "measuredOn"
      from measure_result r where r.measure_id = m.id and not r.retracts
        and not exists (select from measure_result c where c.board_id = r.board_id and c.corrects_id = r.id)
      order by ${newestFirst} limit 1) r on true
    where ${isIn} and m.ended_at is null order by m.id limit 20000`,
    [ids],
    name,
  )
  const today = todayInLondon()
  return rows.map(({ actionId, planId, name: what, measuredOn, ...row }) => ({
    actionId,
    planId,
    name: what,
    verdict: judge(row, measuredOn === null ? null : { ...row, measuredOn }, today).verdict,
  }))
}

/** The reporting periods that a result can be about: the running one and those of the two years before it. */
export async function periodsForResults(
  context: RequestContext,
  boardId: string,
): Promise<ReportingPeriod[]> {
  const reporting = await reportingOf(context, boardId)
  const today = todayInLondon()
  const twoYearsAgo = `${Number(today.slice(0, 4)) - 2}-${today.slice(5, 7)}-01`
  return periodsBetween(reporting.calendars, twoYearsAgo, today)
    .toReversed()
    .map((period) => shownPeriod(period, reporting))
}
