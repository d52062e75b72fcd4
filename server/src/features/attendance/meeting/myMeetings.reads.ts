import { answerState } from '@boardwork/shared/attendance/answer/meetingAnswer.ts'
import type { MeetingAnswerKind } from '@boardwork/shared/attendance/answer/meetingAnswer.ts'
import { clashes } from '@boardwork/shared/attendance/meeting/clash.ts'
import { meetingColumns } from './meeting.reads.ts'
import type { MeetingRow } from './meeting.reads.ts'

/** A meeting that concerns a person, and as what. */
export interface MyMeetingRow extends MeetingRow {
  boardName: string
  placeId: string
  organisationId: string
  organisationName: string | null
  /** Whether the person was named as the deputy who comes. */
  namedDeputy: boolean
  answer: MeetingAnswerKind | null
  answeredStartsAt: Date | null
  answeredEndsAt: Date | null
}

/** The most meetings of one person. */
export const mostMeetings = 500

/**
 * The meetings of a person that end after a moment, under the person's own floor: of the seats that they hold, of
 * vacant seats for which they stand in, those to which they are named as the deputy, and those to which they are asked.
 * `$1` is the person and `$2` the moment.
 */
export const myMeetingsSql = `
  with mine as (
    select m.id, s.id as place_id, s.organisation_id, false as named_deputy
    from seat s join meeting m on m.board_id = s.board_id and m.kind = 'BOARD' and s.starts_on <= m.held_on
      and (s.ends_on is null or s.ends_on >= m.held_on)
    where s.holder_id = $1
    union all
    select m.id, s.id, s.organisation_id, false
    from deputy d join seat s on s.board_id = d.board_id and s.id = d.seat_id and s.holder_id is null
    join meeting m on m.board_id = s.board_id and m.kind = 'BOARD' and s.starts_on <= m.held_on
      and (s.ends_on is null or s.ends_on >= m.held_on)
    where d.person_id = $1 and d.ended_at is null
    union all
    select a.meeting_id, a.place_id, a.organisation_id, true
    from meeting_answer a join meeting m on m.board_id = a.board_id and m.id = a.meeting_id
    where a.deputy_id = $1 and a.answer = 'DEPUTY' and a.starts_at = m.starts_at and m.ends_at <= a.ends_at
    union all
    select i.meeting_id, i.id, i.organisation_id, false
    from invitee i where i.id = any((select access.my_invitations())::uuid[])),
  once as (
    select distinct on (id) id, place_id, organisation_id, named_deputy from mine order by id, named_deputy desc, place_id)
  select ${meetingColumns}, b.name as "boardName", once.place_id as "placeId", once.organisation_id as "organisationId",
    o.name as "organisationName", once.named_deputy as "namedDeputy", a.answer, a.starts_at as "answeredStartsAt",
    a.ends_at as "answeredEndsAt"
  from once join meeting m on m.id = once.id and m.ends_at > $2
  join board b on b.id = m.board_id
  left join organisation o on o.id = once.organisation_id
  left join meeting_answer a on a.board_id = m.board_id and a.meeting_id = m.id and a.place_id = once.place_id
  order by m.starts_at, m.id limit ${mostMeetings}`

/** Whether the person is to come: as long as no deputy or apologies were answered for the time of the meeting. */
export function isExpected(row: MyMeetingRow): boolean {
  if (row.cancelledAt) return false
  if (row.namedDeputy || row.answer === null || row.answer === 'ATTENDING') return true
  return stateOfMine(row) !== 'STANDS'
}

/** Whether what was answered counts for the time at which the meeting is now. */
export function stateOfMine(row: MyMeetingRow) {
  const answered =
    row.answeredStartsAt && row.answeredEndsAt
      ? { startsAt: row.answeredStartsAt, endsAt: row.answeredEndsAt }
      : null
  return answerState(answered, row)
}

/** Of the meetings to which the person is to come, those that are at the same time, by the meeting. */
export function clashesOfMine(rows: readonly MyMeetingRow[]): Map<string, MyMeetingRow[]> {
  return clashes(rows.filter(isExpected))
}
