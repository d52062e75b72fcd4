import { answerState } from '@boardwork/shared/attendance/answer/meetingAnswer.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import type { MeetingAnswer } from './meetingAnswer.entity.ts'

export type AnswerRow = Omit<MeetingAnswer, 'meeting' | 'seat' | 'invitee'> & {
  /** Where the meeting is in time now. */
  nowStartsAt: Date
  nowEndsAt: Date
}

/** What was answered for the places of each meeting, as far as it exists for the viewer. */
export async function answersOfMeetings(
  context: RequestContext,
  meetingIds: readonly string[],
): Promise<Map<string, AnswerRow[]>> {
  const rows = await context.rows<AnswerRow>(
    `select a.board_id as "boardId", a.id, a.meeting_id as "meetingId", a.meeting_kind as "meetingKind",
       a.seat_id as "seatId", a.invitee_id as "inviteeId", a.place_id as "placeId", a.organisation_id as "organisationId",
       a.answer, a.deputy_id as "deputyId", a.deputy_name as "deputyName", a.starts_at as "startsAt", a.ends_at as "endsAt",
       a.answered_by_name as "answeredByName", a.on_behalf as "onBehalf", a.answered_at as "answeredAt", a.version,
       m.starts_at as "nowStartsAt", m.ends_at as "nowEndsAt"
     from meeting_answer a join meeting m on m.board_id = a.board_id and m.id = a.meeting_id
     where a.meeting_id = any($1::uuid[]) limit 20000`,
    [meetingIds],
    'answers of meetings',
  )
  return Map.groupBy(rows, (row) => row.meetingId)
}

/** Whether the answer counts for the time at which the meeting is now. */
export function stateOf(answer: AnswerRow) {
  return answerState(answer, { startsAt: answer.nowStartsAt, endsAt: answer.nowEndsAt })
}

/** Why nobody comes, by the answer; only of those whose reasons the viewer may read. */
export async function reasonsOfAnswers(
  context: RequestContext,
  answerIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await context.rows<{ answerId: string; reason: string }>(
    'select r.answer_id as "answerId", r.reason from answer_reason r where r.answer_id = any($1::uuid[])',
    [answerIds],
    'reasons of answers',
  )
  return new Map(rows.map(({ answerId, reason }) => [answerId, reason]))
}

/** Of which of these seats and invitations the viewer answers, as one of the agency's own people. */
export async function placesOfViewer(
  context: RequestContext,
  placeIds: readonly string[],
): Promise<Map<string, boolean>> {
  const rows = await context.rows<{ id: string }>(
    `select id from unnest($1::uuid[]) as place(id) where id = any((select access.my_seats())::uuid[])
       or id = any((select access.led_seats())::uuid[]) or id = any((select access.my_invitations())::uuid[])`,
    [placeIds],
    'places of viewer',
  )
  return new Map(rows.map(({ id }) => [id, true]))
}

/** Who of those expected is expected somewhere else at the same time; of the viewer's own boards as an officer. */
export async function doubleBookedOfMeetings(
  context: RequestContext,
  meetingIds: readonly string[],
): Promise<Map<string, Set<string>>> {
  const rows = await context.rows<{ meetingId: string; personId: string }>(
    'select meeting_id as "meetingId", person_id as "personId" from access.double_booked($1::uuid[]) limit 20000',
    [meetingIds],
    'double booked',
  )
  const found = new Map<string, Set<string>>()
  for (const { meetingId, personId } of rows)
    found.set(meetingId, (found.get(meetingId) ?? new Set()).add(personId))
  return found
}
