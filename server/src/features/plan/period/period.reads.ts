import { todayInLondon } from '@boardwork/shared/board/dates.ts'
import {
  periodOn,
  periodState,
  reportedPeriods,
  usualCalendar,
} from '@boardwork/shared/plan/reportingPeriod.ts'
import type { Calendar, Period } from '@boardwork/shared/plan/reportingPeriod.ts'
import { may } from '../../../access/policy.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { BoardReporting, PeriodCounts, PeriodViewerCan, ReportingPeriod } from './period.results.ts'
import type { PeriodClosing } from './periodClosing.entity.ts'
import { periodPolicy } from '../plan.policy.ts'
import type { ReportingCalendar } from './reportingCalendar.entity.ts'

/** When a board reports, and what it has closed. */
export interface Reporting {
  calendars: ReportingCalendar[]
  /** By the first day of the period. */
  closings: Map<string, Pick<PeriodClosing, 'startsOn' | 'endsOn' | 'closedAt' | 'closedByName'>>
}

export async function reportingOfBoards(
  context: RequestContext,
  boardIds: readonly string[],
): Promise<Map<string, Reporting>> {
  const calendars = await context.rows<ReportingCalendar>(
    `select board_id as "boardId", id, starts_on::text as "startsOn", frequency, first_month as "firstMonth",
      days_to_report as "daysToReport", version
    from reporting_calendar where board_id = any($1::uuid[]) order by starts_on limit 5000`,
    [boardIds],
    'calendars of boards',
  )
  const closings = await context.rows<PeriodClosing>(
    `select board_id as "boardId", starts_on::text as "startsOn", ends_on::text as "endsOn",
      closed_at as "closedAt", closed_by_name as "closedByName"
    from period_closing where board_id = any($1::uuid[]) order by starts_on desc limit 5000`,
    [boardIds],
    'closings of boards',
  )
  return new Map(
    boardIds.map((id) => [
      id,
      {
        calendars: calendars.filter((calendar) => calendar.boardId === id),
        closings: new Map(
          closings.filter((closing) => closing.boardId === id).map((closing) => [closing.startsOn, closing]),
        ),
      },
    ]),
  )
}

export async function reportingOf(context: RequestContext, boardId: string): Promise<Reporting> {
  const reporting = await context.loader(reportingOfBoards).load(boardId)
  return reporting ?? { calendars: [], closings: new Map() }
}

/** The period as the API shows it today. */
export function shownPeriod(period: Period, { closings }: Reporting): ReportingPeriod {
  const closing = closings.get(period.startsOn)
  return {
    ...period,
    state: periodState(period, closing !== undefined, todayInLondon()),
    closedAt: closing?.closedAt ?? null,
    closedByName: closing?.closedByName ?? null,
  }
}

/** How a board reports, with its periods from the adoption of its first plan to today. */
export async function readBoardReporting(context: RequestContext, boardId: string): Promise<BoardReporting> {
  const reporting = await reportingOf(context, boardId)
  const today = todayInLondon()
  const [known] = await context.rows<{ since: string | null; last: string | null }>(
    `select (select min(adopted_at at time zone 'Europe/London')::date::text from plan
        where board_id = $1 and state = 'ADOPTED') as since,
      greatest((select max(period_ends_on) from progress_update where board_id = $1),
        (select max(ends_on) from period_closing where board_id = $1))::text as last`,
    [boardId],
  )
  const periods = reportedPeriods(reporting.calendars, known?.since ?? today, today)
    .toReversed()
    .slice(0, 40)
  const counts = await countsOfPeriods(context, boardId, periods)
  const calendar: Calendar & { version?: number } = reporting.calendars.at(-1) ?? usualCalendar
  const viewer = await context.viewer()
  return {
    frequency: calendar.frequency,
    firstMonth: calendar.firstMonth,
    daysToReport: calendar.daysToReport,
    version: calendar.version ?? 0,
    lastReportedOn: known?.last ?? null,
    periods: periods.map((period, index) => ({
      period: shownPeriod(period, reporting),
      counts: counts[index] ?? { authorised: 0, late: 0, submitted: 0, begun: 0, unreported: 0 },
    })),
    viewerCan: periodsViewerCan(viewer, boardId),
  }
}

/** What the viewer may do about the reporting of the board. */
export function periodsViewerCan(viewer: Viewer | null, boardId: string): PeriodViewerCan {
  return {
    readUnauthorised: may(viewer, periodPolicy.readUnauthorised, { boardId }),
    setCalendar: may(viewer, periodPolicy.setCalendar, { boardId }),
    close: may(viewer, periodPolicy.close, { boardId }),
  }
}

/** How the actions of the board's adopted plans were reported in each of the periods. */
async function countsOfPeriods(
  context: RequestContext,
  boardId: string,
  periods: readonly Period[],
): Promise<PeriodCounts[]> {
  const rows = await context.rows<PeriodCounts & { endsOn: string; actions: number }>(
    `select asked.ends_on::text as "endsOn",
      (select count(*)::int from plan_action a join plan p on p.board_id = a.board_id and p.id = a.plan_id
        where a.board_id = $1 and p.state = 'ADOPTED') as actions,
      count(u.id) filter (where u.state = 'AUTHORISED')::int as authorised,
      count(u.id) filter (where u.state = 'AUTHORISED' and u.late)::int as late,
      count(u.id) filter (where u.state = 'SUBMITTED')::int as submitted,
      count(u.id) filter (where u.state in ('DRAFT', 'RETURNED'))::int as begun
    from unnest($2::date[]) as asked(ends_on)
    left join progress_update u on u.board_id = $1 and u.period_ends_on = asked.ends_on and u.corrects_id is null
    group by asked.ends_on`,
    [boardId, periods.map((period) => period.endsOn)],
  )
  return periods.map((period) => {
    const row = rows.find((each) => each.endsOn === period.endsOn)
    const { authorised = 0, late = 0, submitted = 0, begun = 0, actions = 0 } = row ?? {}
    return {
      authorised,
      late,
      submitted,
      begun,
      unreported: Math.max(0, actions - authorised - submitted - begun),
    }
  })
}

/** The period of the board that begins on the day; null where none does. */
export async function readPeriod(
  context: RequestContext,
  boardId: string,
  startsOn: string,
): Promise<Period | null> {
  const { calendars } = await reportingOf(context, boardId)
  const period = periodOn(calendars, startsOn)
  return period.startsOn === startsOn ? period : null
}
