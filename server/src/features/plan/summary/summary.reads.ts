import { todayInLondon } from '@boardwork/shared/board/dates.ts'
import { reportedPeriods } from '@boardwork/shared/plan/reportingPeriod.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { reportingOf } from '../period/period.reads.ts'
import type { Reporting } from '../period/period.reads.ts'
import type { BoardSummary, SummaryKind, SummaryPeriod } from './summary.results.ts'
import type { StatusMove } from './summary.results.ts'

/**
 * How the board's actions stand in a period and stood in the one before.
 *
 * @param startsOn the first day of the period; null or another day for the one that ended last.
 */
export async function readBoardSummary(
  context: RequestContext,
  boardId: string,
  startsOn: string | null,
): Promise<BoardSummary> {
  const reporting = await reportingOf(context, boardId)
  const periods = await periodsOfBoard(context, boardId, reporting)
  const today = todayInLondon()
  const asked = periods.findIndex((period) => period.startsOn === startsOn)
  const ended = periods.findIndex(({ endsOn }) => endsOn < today)
  const at = asked >= 0 ? asked : Math.max(0, ended)
  const period = periods[at]
  if (!period) throw new Error('A board has at least the running period.')
  const previous = periods[at + 1] ?? null
  const closedAt = ({ startsOn: first }: SummaryPeriod) => reporting.closings.get(first)?.closedAt ?? null
  const values = [
    boardId,
    period.endsOn,
    closedAt(period),
    previous?.endsOn ?? null,
    previous ? closedAt(previous) : null,
  ]
  const [found] = await context.rows<{ rows: PartRow[]; laterCorrections: number }>(
    summarySql,
    values,
    'summary of a board',
  )
  return {
    period,
    previous,
    periods,
    laterCorrections: found?.laterCorrections ?? 0,
    parts: partsOf(found?.rows ?? []),
  }
}

interface PartRow extends StatusMove {
  kind: SummaryKind
  of: string
  label: string
}

function partsOf(rows: readonly PartRow[]): BoardSummary['parts'] {
  const parts = new Map<string, BoardSummary['parts'][number]>()
  for (const { kind, of, label, ...move } of rows) {
    const part = parts.get(`${kind} ${of}`) ?? { kind, of, label, moves: [] }
    parts.set(`${kind} ${of}`, part)
    part.moves.push(move)
  }
  return [...parts.values()]
}

/**
 * What the board says of each action for the period that ends on the day. In a closed period that is what was
 * authorised last before it was closed: a later correction changes nothing about what the board was told then.
 */
const standing = (endsOn: string, closedAt: string) => `
  select distinct on (u.action_id) u.action_id, u.status from progress_update u
  where u.board_id = $1 and u.period_ends_on = ${endsOn}::date and u.state = 'AUTHORISED'
    and case when ${closedAt}::timestamptz is null then not u.corrected
      else coalesce(u.decided_at, u.written_at) <= ${closedAt} end
  order by u.action_id, coalesce(u.decided_at, u.written_at) desc, u.id desc`

const summarySql = `
  with stands_now as (${standing('$2', '$3')}),
  stood_before as (${standing('$4', '$5')}),
  moved as (
    select a.id, a.plan_id, a.area_id, b.status as before, n.status as now
    from plan_action a join plan p on p.board_id = a.board_id and p.id = a.plan_id
    left join stands_now n on n.action_id = a.id left join stood_before b on b.action_id = a.id
    where a.board_id = $1 and p.state = 'ADOPTED'),
  parts as (
    select 1 as sort, 'BOARD' as kind, $1::uuid as of, before, now, count(*)::int as actions from moved group by before, now
    union all
    select 2, 'PLAN', plan_id, before, now, count(*)::int from moved group by plan_id, before, now
    union all
    select 3, 'AREA', area_id, before, now, count(*)::int from moved group by area_id, before, now
    union all
    select 4, 'AGENCY', r.organisation_id, before, now, count(*)::int
    from moved join (select distinct action_id, organisation_id from action_responsible
      where board_id = $1 and part <> 'AUTHORISING' and organisation_id is not null) r on r.action_id = moved.id
    group by r.organisation_id, before, now)
  select
    (select coalesce(json_agg(json_build_object('kind', kind, 'of', of, 'label', coalesce(label, 'Another agency'),
        'before', before, 'now', now, 'actions', actions)
        order by sort, created_at desc nulls last, plan_id, position, label, of), '[]')
      from (
        select parts.*, coalesce(p.title, nullif(trim(area.reference || ' ' || area.title), ''), o.name,
            case parts.kind when 'BOARD' then 'All plans' when 'AREA' then 'Area without a title' end) as label,
          coalesce(p.created_at, of_area.created_at) as created_at, of_area.id as plan_id, area.position,
          dense_rank() over (partition by parts.kind order by coalesce(p.created_at, of_area.created_at) desc nulls last,
            of_area.id, area.position, o.name, parts.of) as place
        from parts
        left join plan p on parts.kind = 'PLAN' and p.board_id = $1 and p.id = parts.of
        left join plan_area area on parts.kind = 'AREA' and area.board_id = $1 and area.id = parts.of
        left join plan of_area on of_area.board_id = $1 and of_area.id = area.plan_id
        left join organisation o on parts.kind = 'AGENCY' and o.id = parts.of) as named
      where place <= 500) as rows,
    (select count(*)::int from progress_update u join plan p on p.board_id = u.board_id and p.id = u.plan_id
      where u.board_id = $1 and u.period_ends_on = $2::date and u.corrects_id is not null and u.state = 'AUTHORISED'
        and u.decided_at > $3::timestamptz and p.state = 'ADOPTED') as "laterCorrections"`

/** Every period that the viewer can be shown: those since the first adoption, and those that a document told of. */
async function periodsOfBoard(
  context: RequestContext,
  boardId: string,
  reporting: Reporting,
): Promise<SummaryPeriod[]> {
  const today = todayInLondon()
  const [known] = await context.rows<{ since: string | null; told: Omit<SummaryPeriod, 'closed'>[] }>(
    `select (select min(adopted_at at time zone 'Europe/London')::date::text from plan
        where board_id = $1 and state = 'ADOPTED') as since,
      (select coalesce(json_agg(r), '[]') from (
        select min(period) as name, min(period_starts_on)::text as "startsOn", period_ends_on::text as "endsOn"
        from progress_update where board_id = $1 and state = 'AUTHORISED' and corrects_id is null
        group by period_ends_on order by period_ends_on desc limit 40) r) as told`,
    [boardId],
    'periods of a board',
  )
  const periods = new Map<string, SummaryPeriod>()
  const reported = reportedPeriods(reporting.calendars, known?.since ?? today, today)
  for (const { name, startsOn, endsOn } of [...(known?.told ?? []), ...reported])
    periods.set(endsOn, { name, startsOn, endsOn, closed: reporting.closings.has(startsOn) })
  return [...periods.values()].toSorted((one, other) => other.endsOn.localeCompare(one.endsOn)).slice(0, 40)
}
