import type { RequestContext } from '../../../access/requestContext.ts'
import type { AttendanceSetting } from './attendanceSetting.entity.ts'
import type { Meeting } from './meeting.entity.ts'

export type MeetingRow = Omit<Meeting, 'madeAt' | 'strategyKindId' | 'strategyKind'>

export const meetingColumns = `m.board_id as "boardId", m.id, m.kind, m.title, m.starts_at as "startsAt", m.ends_at as "endsAt",
  m.held_on::text as "heldOn", m.place, m.link, m.notes, m.case_reference as "caseReference", m.series_id as "seriesId",
  m.sequence, m.cancelled_at as "cancelledAt", m.cancelled_reason as "cancelledReason",
  m.register_begun_at as "registerBegunAt", m.register_closed_at as "registerClosedAt",
  m.register_closed_by_name as "registerClosedByName", m.version`

export async function meetingsById(
  context: RequestContext,
  ids: readonly string[],
): Promise<Map<string, MeetingRow>> {
  const rows = await context.rows<MeetingRow>(
    `select ${meetingColumns} from meeting m where m.id = any($1::uuid[])`,
    [ids],
    'meetings by id',
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** The meetings of a board in a stretch of days (both inside; null: no end), the first first. At most 500. */
export function readMeetings(
  context: RequestContext,
  filter: { boardId: string; kind: string; from: string | null; to: string | null },
): Promise<MeetingRow[]> {
  return context.rows<MeetingRow>(
    `select ${meetingColumns} from meeting m
     where m.board_id = $1 and m.kind = $2 and ($3::date is null or m.held_on >= $3) and ($4::date is null or m.held_on <= $4)
     order by m.starts_at, m.id limit 500`,
    [filter.boardId, filter.kind, filter.from, filter.to],
    'meetings of a board',
  )
}

export async function settingsByBoard(
  context: RequestContext,
  boardIds: readonly string[],
): Promise<Map<string, AttendanceSetting>> {
  const rows = await context.rows<AttendanceSetting>(
    `select a.board_id as "boardId", a.year_starts_month as "yearStartsMonth", a.deputy_rule as "deputyRule", a.version
     from attendance_setting a where a.board_id = any($1::uuid[])`,
    [boardIds],
    'attendance settings',
  )
  return new Map(rows.map((row) => [row.boardId, row]))
}

/** The boards of which the viewer sees the meetings: as one of its people, or as the lead of an agency with a seat. */
export async function boardsWithMeetings(
  context: RequestContext,
  boardIds: readonly string[],
): Promise<Map<string, boolean>> {
  const rows = await context.rows<{ id: string }>(
    `select id from unnest($1::uuid[]) as of_board(id)
     where id = any((select access.member_boards())::uuid[]) or id = any((select access.led_boards())::uuid[])`,
    [boardIds],
    'boards with meetings',
  )
  return new Map(rows.map(({ id }) => [id, true]))
}
