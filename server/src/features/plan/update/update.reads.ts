import { todayInLondon } from '@boardwork/shared/board/dates.ts'
import { periodToReport, reportedPeriods } from '@boardwork/shared/plan/reportingPeriod.ts'
import type { Period } from '@boardwork/shared/plan/reportingPeriod.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import type { UpdateSubject } from '../plan.policy.ts'
import { updateColumns } from '../plan.reads.ts'
import { reportingOf, shownPeriod } from '../period/period.reads.ts'
import type { Reporting } from '../period/period.reads.ts'
import type { ReportingPeriod } from '../period/period.results.ts'
import type { TreeUpdate } from '../planTree.ts'
import type { ProgressUpdate } from './progressUpdate.entity.ts'

const columns = Object.entries(updateColumns)
  .map(([field, column]) => `u.${column} as "${field}"`)
  .join(', ')
const selected = `u.id, u.action_id as "actionId", ${columns}`

export async function updatesById(
  context: RequestContext,
  ids: readonly string[],
): Promise<Map<string, TreeUpdate>> {
  const rows = await context.rows<TreeUpdate>(
    `select ${selected} from progress_update u where u.id = any($1::uuid[])`,
    [ids],
    'updates by id',
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** Every update of the actions that exists for the viewer, the newest period and correction first. */
export async function updatesOfActions(
  context: RequestContext,
  actionIds: readonly string[],
): Promise<Map<string, TreeUpdate[]>> {
  const rows = await context.rows<TreeUpdate>(
    `select u.* from unnest($1::uuid[]) as asked(id) cross join lateral (
      select ${selected} from progress_update u where u.action_id = asked.id
      order by u.period_ends_on desc, u.written_at desc, u.id limit 200) u`,
    [actionIds],
    'updates of actions',
  )
  return Map.groupBy(rows, (row) => row.actionId)
}

/** Where an action stands, by name. */
export interface Place {
  actionId: string
  boardId: string
  boardName: string
  planId: string
  planTitle: string
  areaId: string
  areaTitle: string
  /** The day on which its plan was adopted; null for a draft. */
  adoptedOn: string | null
}

export async function placesOfActions(
  context: RequestContext,
  actionIds: readonly string[],
): Promise<Map<string, Place>> {
  const rows = await context.rows<Place>(
    `select a.id as "actionId", a.board_id as "boardId", coalesce(b.name, 'Another board') as "boardName",
      a.plan_id as "planId", p.title as "planTitle", a.area_id as "areaId", area.title as "areaTitle",
      (p.adopted_at at time zone 'Europe/London')::date::text as "adoptedOn"
    from plan_action a
    join plan p on p.board_id = a.board_id and p.id = a.plan_id
    join plan_area area on area.board_id = a.board_id and area.id = a.area_id
    left join board b on b.id = a.board_id
    where a.id = any($1::uuid[])`,
    [actionIds],
    'places of actions',
  )
  return new Map(rows.map((row) => [row.actionId, row]))
}

/** What the viewer is to the updates of actions, as the policy asks it. */
export async function subjectsOfActions(
  context: RequestContext,
  actionIds: readonly string[],
): Promise<Map<string, UpdateSubject>> {
  const rows = await context.rows<UpdateSubject & { actionId: string }>(
    subjectsSql,
    [actionIds],
    'subjects of actions',
  )
  return new Map(rows.map(({ actionId, ...subject }) => [actionId, subject]))
}

/** Asked by the operations too: who the viewer is to an action has one source. */
export const subjectsSql = `select a.id as "actionId", a.board_id as "boardId",
    coalesce(m.writer, false) as writer, coalesce(w.named, false) as named,
    coalesce(w.named and w.mine, false) as authoriser, coalesce(w.others, 0) as others
  from plan_action a
  left join (select action_id, bool_or(part in ('LEAD', 'RESPONSIBLE')) as writer
    from access.my_parts($1) group by action_id) m on m.action_id = a.id
  left join access.authority($1) w on w.action_id = a.id
  where a.id = any($1::uuid[])`

/** The updates' own facts, beside what the viewer is to their actions. */
export async function subjectsOfUpdates(
  context: RequestContext,
  ids: readonly string[],
): Promise<Map<string, UpdateSubject & { closed: boolean }>> {
  const rows = await context.rows<{ id: string; actionId: string; own: boolean; closed: boolean }>(
    `select u.id, u.action_id as "actionId", coalesce(u.written_by_id = access.me(), false) as own,
      exists (select from period_closing c where c.board_id = u.board_id and c.starts_on = u.period_starts_on) as closed
    from progress_update u where u.id = any($1::uuid[])`,
    [ids],
    'subjects of updates',
  )
  const subjects = context.loader(subjectsOfActions)
  const found = await Promise.all(
    rows.map(async ({ id, actionId, own, closed }) => {
      const subject = await subjects.load(actionId)
      return subject ? ([[id, { ...subject, own, closed }]] as const) : []
    }),
  )
  return new Map(found.flat())
}

/** What is to be reported about an action next. */
export interface ActionReportRow {
  actionId: string
  period: ReportingPeriod
  update: TreeUpdate | null
  awaiting: TreeUpdate[]
  missed: { period: ReportingPeriod; update: TreeUpdate | null }[]
}

/** The period that each action is to be reported for next, its update, and what waits to be authorised. */
export async function reportsOfActions(
  context: RequestContext,
  actionIds: readonly string[],
): Promise<Map<string, ActionReportRow>> {
  const places = await context.loader(placesOfActions).loadMany(actionIds)
  const rows = await context.rows<TreeUpdate>(
    `select u.* from unnest($1::uuid[]) as asked(id) cross join lateral (
      select ${selected} from progress_update u
      where u.action_id = asked.id and (u.corrects_id is null or u.state = 'SUBMITTED')
      order by u.period_ends_on desc, u.id limit 40) u`,
    [actionIds],
    'reports of actions',
  )
  const updates = Map.groupBy(rows, (row) => row.actionId)
  const found = await Promise.all(
    places.map(async (place) => {
      if (!place || place instanceof Error || place.adoptedOn === null) return []
      const reporting = await reportingOf(context, place.boardId)
      const own = updates.get(place.actionId) ?? []
      const originals = own.filter((update) => !update.correctsId)
      const reported = originals.filter((update) => ['SUBMITTED', 'AUTHORISED'].includes(update.state))
      const period: Period = periodToReport(
        reporting.calendars,
        place.adoptedOn,
        new Set(reporting.closings.keys()),
        new Set(reported.map((update) => update.periodStartsOn)),
        todayInLondon(),
      )
      return [
        {
          actionId: place.actionId,
          period: shownPeriod(period, reporting),
          update: originals.find((update) => update.periodStartsOn === period.startsOn) ?? null,
          awaiting: own.filter(
            (update) =>
              update.state === 'SUBMITTED' &&
              (update.correctsId || update.late || !reporting.closings.has(update.periodStartsOn)),
          ),
          missed: missedPeriods(reporting, place.adoptedOn, originals),
        },
      ]
    }),
  )
  return new Map(found.flat().map((report) => [report.actionId, report]))
}

/** The closed periods, the newest first, for which nothing was written in time and no late report was handed in yet. */
function missedPeriods(
  reporting: Reporting,
  adoptedOn: string,
  originals: readonly TreeUpdate[],
): ActionReportRow['missed'] {
  return reportedPeriods(reporting.calendars, adoptedOn, todayInLondon())
    .filter((period) => reporting.closings.has(period.startsOn))
    .slice(-12)
    .toReversed()
    .flatMap((period) => {
      const update = originals.find((each) => each.periodStartsOn === period.startsOn) ?? null
      const open = !update || (update.late && ['DRAFT', 'RETURNED'].includes(update.state))
      return open ? [{ period: shownPeriod(period, reporting), update }] : []
    })
}

/** An action on the page of a period, with its update in it. */
export interface PeriodActionRow {
  actionId: string
  reference: string
  title: string
  responsible: string[]
  update: TreeUpdate | null
}

/** The actions of the board's adopted plans, in the order of the plans, with their updates in the period. */
export async function readPeriodActions(
  context: RequestContext,
  boardId: string,
  period: Period,
): Promise<PeriodActionRow[]> {
  const actions = await context.rows<Omit<PeriodActionRow, 'update'>>(
    `select a.id as "actionId", a.reference, a.title,
      array(select concat_ws(', ', r.post_title, person.name, o.name) from action_responsible r
        left join person on person.id = r.person_id left join organisation o on o.id = r.organisation_id
        where r.board_id = a.board_id and r.action_id = a.id and r.part <> 'AUTHORISING'
        order by r.part, r.position limit 50) as responsible
    from plan_action a
    join plan p on p.board_id = a.board_id and p.id = a.plan_id
    join plan_area area on area.board_id = a.board_id and area.id = a.area_id
    where a.board_id = $1 and p.state = 'ADOPTED'
    order by p.created_at desc, p.id, area.position, a.position, a.id limit 5000`,
    [boardId],
    'actions of a period',
  )
  const rows = await context.rows<TreeUpdate & Pick<ProgressUpdate, 'boardId'>>(
    `select ${selected} from progress_update u
    where u.board_id = $1 and u.period_ends_on = $2 and not u.corrected
      and (u.corrects_id is null or u.state = 'AUTHORISED') limit 10000`,
    [boardId, period.endsOn],
    'updates of a period',
  )
  const updates = new Map(rows.map((row) => [row.actionId, row]))
  return actions.map((action) => ({ ...action, update: updates.get(action.actionId) ?? null }))
}
