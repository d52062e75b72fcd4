import type { RequestContext } from '../../../access/requestContext.ts'
import type { ExpectedPlace, PossibleDeputy } from './meeting.results.ts'
import type { RegisterMark } from '../register/registerMark.entity.ts'

export type MarkRow = Omit<RegisterMark, 'meeting' | 'seat' | 'invitee'>

const markColumns = `k.board_id as "boardId", k.id, k.meeting_id as "meetingId", k.meeting_kind as "meetingKind",
  k.seat_id as "seatId", k.invitee_id as "inviteeId", k.organisation_id as "organisationId", k.required, k.voting,
  k.holder_id as "holderId", k.holder_name as "holderName", k.mark, k.came_id as "cameId", k.came_name as "cameName",
  k.senior_enough as "seniorEnough", k.source, k.marked_by_name as "markedByName", k.marked_at as "markedAt", k.version`

/**
 * Who is expected at each meeting, by the name of the agency. Once the register is closed its marks alone say it;
 * before that, a place that has a mark is as it was when it was marked, and the others are as they stand now.
 */
export async function expectedOfMeetings(
  context: RequestContext,
  meetingIds: readonly string[],
): Promise<Map<string, ExpectedPlace[]>> {
  const rows = await context.rows<ExpectedPlace>(
    `with of_meeting as (
       select board_id, id, kind, held_on, register_closed_at from meeting where id = any($1::uuid[])),
     place as (
       select k.board_id, k.meeting_id, k.seat_id, k.invitee_id, k.organisation_id, k.holder_id, k.holder_name,
         k.required, k.voting, k.id as mark_id
       from of_meeting m join register_mark k on k.board_id = m.board_id and k.meeting_id = m.id
       union all
       select m.board_id, m.id, s.id, null, s.organisation_id, s.holder_id, p.name, s.required, s.voting, null
       from of_meeting m
       join seat s on s.board_id = m.board_id and s.starts_on <= m.held_on and (s.ends_on is null or s.ends_on >= m.held_on)
       left join person p on p.id = s.holder_id
       where m.kind = 'BOARD' and m.register_closed_at is null and not exists (
         select from register_mark k where k.board_id = m.board_id and k.meeting_id = m.id and k.seat_id = s.id)
       union all
       select m.board_id, m.id, null, i.id, i.organisation_id, i.person_id, i.person_name, i.required, false, null
       from of_meeting m
       join invitee i on i.board_id = m.board_id and i.meeting_id = m.id and i.removed_at is null
       where m.register_closed_at is null and not exists (
         select from register_mark k where k.board_id = m.board_id and k.meeting_id = m.id and k.invitee_id = i.id))
     select place.board_id as "boardId", meeting_id as "meetingId", coalesce(seat_id, invitee_id) as "placeId",
       seat_id as "seatId", invitee_id as "inviteeId", place.organisation_id as "organisationId",
       holder_id as "holderId", holder_name as "holderName", required, voting, mark_id as "markId"
     from place left join organisation o on o.id = place.organisation_id
     order by o.name, holder_name, coalesce(seat_id, invitee_id) limit 20000`,
    [meetingIds],
    'expected at meetings',
  )
  return Map.groupBy(rows, (row) => row.meetingId)
}

export async function marksById(
  context: RequestContext,
  ids: readonly string[],
): Promise<Map<string, MarkRow>> {
  const rows = await context.rows<MarkRow>(
    `select ${markColumns} from register_mark k where k.id = any($1::uuid[])`,
    [ids],
    'marks by id',
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** Why those sent apologies, by the mark; only of those whose reasons the viewer may read. */
export async function reasonsOfMarks(
  context: RequestContext,
  markIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await context.rows<{ markId: string; reason: string }>(
    `select r.mark_id as "markId", r.reason from mark_reason r where r.mark_id = any($1::uuid[])`,
    [markIds],
    'reasons of marks',
  )
  return new Map(rows.map(({ markId, reason }) => [markId, reason]))
}

/** Who may stand in for the holder of each seat today, by name. */
export async function deputiesOfSeats(
  context: RequestContext,
  seatIds: readonly string[],
): Promise<Map<string, PossibleDeputy[]>> {
  const rows = await context.rows<PossibleDeputy & { seatId: string }>(
    `select d.seat_id as "seatId", d.person_id as "personId", p.name from deputy d join person p on p.id = d.person_id
     where d.seat_id = any($1::uuid[]) and d.ended_at is null order by p.name, p.id limit 5000`,
    [seatIds],
    'deputies of seats',
  )
  return Map.groupBy(rows, (row) => row.seatId)
}
