import type { MarkedPlace } from '@boardwork/shared/attendance/register/registerRules.ts'
import type { Change } from '../../../access/operation.ts'
import type { Meeting } from './meeting.entity.ts'

/** A place as a register takes it down, and what its rules ask. */
export interface RegisterPlace extends MarkedPlace {
  placeId: string
  seatId: string | null
  inviteeId: string | null
  organisationId: string
  organisationName: string
  required: boolean
  voting: boolean
  holderId: string | null
  holderName: string | null
  /** The named deputies by their ids. */
  deputyNames: Readonly<Record<string, string>>
}

/**
 * Every place at a meeting, as an operation of an officer sees it: those who are expected now, and those that have a
 * mark, as they were when it was made.
 */
export async function placesOfMeeting(change: Change, meeting: Meeting): Promise<Map<string, RegisterPlace>> {
  const rows = await change.em.execute<Omit<RegisterPlace, 'vacant' | 'deputyIds'>[]>(
    `with m as (select ?::uuid as board_id, ?::uuid as id, ?::text as kind, ?::date as held_on)
     select coalesce(place.seat_id, place.invitee_id) as "placeId", place.seat_id as "seatId",
       place.invitee_id as "inviteeId", place.organisation_id as "organisationId", coalesce(o.name, 'An agency of another region') as "organisationName",
       place.required, place.voting, place.holder_id as "holderId", place.holder_name as "holderName",
       coalesce((select json_object_agg(d.person_id, p.name) from deputy d join person p on p.id = d.person_id
         where d.board_id = place.board_id and d.seat_id = place.seat_id and d.ended_at is null), '{}') as "deputyNames"
     from (
       select m.board_id, k.seat_id, k.invitee_id, k.organisation_id, k.required, k.voting, k.holder_id, k.holder_name
       from m join register_mark k on k.board_id = m.board_id and k.meeting_id = m.id
       union all
       select m.board_id, s.id, null, s.organisation_id, s.required, s.voting, s.holder_id, p.name
       from m
       join seat s on s.board_id = m.board_id and s.starts_on <= m.held_on and (s.ends_on is null or s.ends_on >= m.held_on)
       left join person p on p.id = s.holder_id
       where m.kind = 'BOARD' and not exists (select from register_mark k
         where k.board_id = m.board_id and k.meeting_id = m.id and k.seat_id = s.id)
       union all
       select m.board_id, null, i.id, i.organisation_id, i.required, false, i.person_id, i.person_name
       from m join invitee i on i.board_id = m.board_id and i.meeting_id = m.id and i.removed_at is null
       where not exists (select from register_mark k
         where k.board_id = m.board_id and k.meeting_id = m.id and k.invitee_id = i.id)) as place
     left join organisation o on o.id = place.organisation_id`,
    [meeting.boardId, meeting.id, meeting.kind, meeting.heldOn],
  )
  return new Map(
    rows.map((row) => [
      row.placeId,
      // Of an agency of which nobody is named, whoever came was asked.
      {
        ...row,
        vacant: row.seatId !== null && row.holderId === null,
        deputyIds: Object.keys(row.deputyNames),
      },
    ]),
  )
}
