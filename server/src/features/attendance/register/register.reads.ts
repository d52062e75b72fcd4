import type { RequestContext } from '../../../access/requestContext.ts'
import type { CheckIn } from '../checkIn/checkIn.entity.ts'
import type { CheckInTry } from '../checkIn/checkInTry.entity.ts'
import type { Guest } from './guest.entity.ts'
import type { MarkCorrection } from './markCorrection.entity.ts'
import type { Quorum } from '../quorum/quorum.entity.ts'
import type { QuorumResult } from '../quorum/quorumResult.entity.ts'

export type GuestRow = Omit<Guest, 'meeting'>
export type CorrectionRow = Omit<MarkCorrection, 'of'>
export type CheckInRow = Omit<CheckIn, 'meeting' | 'meetingKind'>
export type TryRow = Pick<CheckInTry, 'id' | 'meetingId' | 'personName' | 'triedAt'>
export type QuorumResultRow = Pick<QuorumResult, 'meetingId' | 'met' | 'result'>

/** Who was at each meeting without having a place there, by name. */
export async function guestsOfMeetings(
  context: RequestContext,
  meetingIds: readonly string[],
): Promise<Map<string, GuestRow[]>> {
  const rows = await context.rows<GuestRow>(
    `select g.board_id as "boardId", g.id, g.meeting_id as "meetingId", g.meeting_kind as "meetingKind", g.kind, g.name,
       g.organisation, g.version
     from guest g where g.meeting_id = any($1::uuid[]) order by g.name, g.id limit 20000`,
    [meetingIds],
    'guests of meetings',
  )
  return Map.groupBy(rows, (row) => row.meetingId)
}

/** How each mark was corrected, the first first. */
export async function correctionsOfMarks(
  context: RequestContext,
  markIds: readonly string[],
): Promise<Map<string, CorrectionRow[]>> {
  const rows = await context.rows<CorrectionRow>(
    `select c.board_id as "boardId", c.id, c.mark_id as "markId", c.meeting_id as "meetingId",
       c.meeting_kind as "meetingKind", c.organisation_id as "organisationId", c.before_mark as "beforeMark",
       c.before_came_name as "beforeCameName", c.before_senior_enough as "beforeSeniorEnough",
       c.after_mark as "afterMark", c.after_came_name as "afterCameName", c.after_senior_enough as "afterSeniorEnough",
       c.why, c.corrected_by_name as "correctedByName", c.corrected_at as "correctedAt"
     from mark_correction c where c.mark_id = any($1::uuid[]) order by c.corrected_at, c.id limit 20000`,
    [markIds],
    'corrections of marks',
  )
  return Map.groupBy(rows, (row) => row.markId)
}

const quorumColumns = `q.board_id as "boardId", q.id, q.number, q.rule, q.starts_on::text as "startsOn",
  q.set_by_name as "setByName", q.set_at as "setAt"`

/** The quorums that each board has set, the last first. */
export async function quorumsOfBoards(
  context: RequestContext,
  boardIds: readonly string[],
): Promise<Map<string, Quorum[]>> {
  const rows = await context.rows<Quorum>(
    `select ${quorumColumns} from quorum q where q.board_id = any($1::uuid[]) order by q.number desc limit 5000`,
    [boardIds],
    'quorums of boards',
  )
  return Map.groupBy(rows, (row) => row.boardId)
}

/** The quorum that holds for each meeting by its day. */
export async function quorumsOfMeetings(
  context: RequestContext,
  meetingIds: readonly string[],
): Promise<Map<string, Quorum>> {
  const rows = await context.rows<Quorum & { meetingId: string }>(
    `select m.id as "meetingId", held.* from meeting m cross join lateral (
       select ${quorumColumns} from quorum q where q.board_id = m.board_id and q.starts_on <= m.held_on
       order by q.starts_on desc, q.number desc limit 1) as held
     where m.kind = 'BOARD' and m.id = any($1::uuid[])`,
    [meetingIds],
    'quorums of meetings',
  )
  return new Map(rows.map((row) => [row.meetingId, row]))
}

/** What was found of the quorum when the register of each meeting was closed. */
export async function quorumResultsOfMeetings(
  context: RequestContext,
  meetingIds: readonly string[],
): Promise<Map<string, QuorumResultRow>> {
  const rows = await context.rows<QuorumResultRow>(
    `select r.meeting_id as "meetingId", r.met, r.result from quorum_result r where r.meeting_id = any($1::uuid[])`,
    [meetingIds],
    'quorum results of meetings',
  )
  return new Map(rows.map((row) => [row.meetingId, row]))
}

export async function checkInsOfMeetings(
  context: RequestContext,
  meetingIds: readonly string[],
): Promise<Map<string, CheckInRow>> {
  const rows = await context.rows<CheckInRow>(
    `select c.board_id as "boardId", c.meeting_id as "meetingId", c.opened_at as "openedAt",
       c.opened_by_name as "openedByName", c.ended_at as "endedAt"
     from check_in c where c.meeting_id = any($1::uuid[])`,
    [meetingIds],
    'check-ins of meetings',
  )
  return new Map(rows.map((row) => [row.meetingId, row]))
}

/** What the codes of each meeting are made of: rows that exist for its officers alone. Nothing of it may be answered. */
export async function secretsOfMeetings(
  context: RequestContext,
  meetingIds: readonly string[],
): Promise<Map<string, Buffer>> {
  const rows = await context.rows<{ meetingId: string; secret: Buffer }>(
    `select s.meeting_id as "meetingId", s.secret from check_in_secret s where s.meeting_id = any($1::uuid[])`,
    [meetingIds],
    'check-in secrets of meetings',
  )
  return new Map(rows.map(({ meetingId, secret }) => [meetingId, secret]))
}

/** The wrong codes that were entered at each meeting, the last first. */
export async function triesOfMeetings(
  context: RequestContext,
  meetingIds: readonly string[],
): Promise<Map<string, TryRow[]>> {
  const rows = await context.rows<TryRow>(
    `select t.id, t.meeting_id as "meetingId", t.person_name as "personName", t.tried_at as "triedAt"
     from check_in_try t where t.meeting_id = any($1::uuid[]) order by t.tried_at desc, t.id limit 5000`,
    [meetingIds],
    'wrong codes of meetings',
  )
  return Map.groupBy(rows, (row) => row.meetingId)
}
