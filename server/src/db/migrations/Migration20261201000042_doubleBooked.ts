import { Migration } from '@mikro-orm/migrations';
import { helper } from '../helper.ts';

/** Who is expected twice is found from the few people of one meeting, and no longer by looking at all meetings. */
export class Migration20261201000042_doubleBooked extends Migration {

  override name = 'Migration20261201000042_doubleBooked';

  override up(): void | Promise<void> {
    this.addSql('drop function access.double_booked(uuid[])')
    this.addSql('drop view access.expected_person')

    // Who comes in person: a holder or somebody who is asked by name, unless a deputy or apologies were answered for the
    // time at which the meeting is; and the deputy that was. As answerState in shared/attendance says it. Nothing is told
    // but who it is, and only of the meetings of the officer's own boards. No meeting takes longer than a day.
    helper(this, 'access', 'double_booked(given_meetings uuid[])', 'table(meeting_id uuid, person_id uuid)', `
      with of_officer as materialized (
        select m.board_id, m.id, m.kind, m.held_on, m.starts_at, m.ends_at from public.meeting m
        where m.id = any(given_meetings) and m.cancelled_at is null
          and m.board_id in (select board_id from access.my_officer_board)),
      mine as materialized (
        select m.id as meeting_id, m.starts_at, m.ends_at,
          case a.answer when 'DEPUTY' then a.deputy_id when 'APOLOGIES' then null else place.person_id end as person_id
        from of_officer m
        cross join lateral (
          select s.id as place_id, s.holder_id as person_id from public.seat s
          where m.kind = 'BOARD' and s.board_id = m.board_id and s.starts_on <= m.held_on
            and (s.ends_on is null or s.ends_on >= m.held_on)
          union all
          select i.id, i.person_id from public.invitee i
          where i.board_id = m.board_id and i.meeting_id = m.id and i.removed_at is null) as place
        left join public.meeting_answer a on a.board_id = m.board_id and a.meeting_id = m.id
          and a.place_id = place.place_id and a.starts_at = m.starts_at and m.ends_at <= a.ends_at),
      somebody as materialized (select distinct mine.person_id from mine where mine.person_id is not null),
      held as (
        select somebody.person_id, m.board_id, m.id, s.id as place_id, m.starts_at, m.ends_at
        from somebody
        join public.seat s on s.holder_id = somebody.person_id
        join public.meeting m on m.board_id = s.board_id and m.kind = 'BOARD' and m.cancelled_at is null
          and s.starts_on <= m.held_on and (s.ends_on is null or s.ends_on >= m.held_on)
          and m.held_on >= (select min(held_on) - 1 from of_officer) and m.held_on <= (select max(held_on) + 1 from of_officer)
        union all
        select somebody.person_id, m.board_id, m.id, i.id, m.starts_at, m.ends_at
        from somebody
        join public.invitee i on i.person_id = somebody.person_id and i.removed_at is null
        join public.meeting m on m.board_id = i.board_id and m.id = i.meeting_id and m.cancelled_at is null),
      other as (
        select held.person_id, held.id, held.starts_at, held.ends_at from held
        where not exists (
          select from public.meeting_answer a where a.board_id = held.board_id and a.meeting_id = held.id
            and a.place_id = held.place_id and a.answer in ('DEPUTY', 'APOLOGIES')
            and a.starts_at = held.starts_at and held.ends_at <= a.ends_at)
        union all
        select somebody.person_id, m.id, m.starts_at, m.ends_at
        from somebody
        join public.meeting_answer a on a.deputy_id = somebody.person_id and a.answer = 'DEPUTY'
        join public.meeting m on m.board_id = a.board_id and m.id = a.meeting_id and m.cancelled_at is null
          and a.starts_at = m.starts_at and m.ends_at <= a.ends_at
        where exists (select from public.seat s where s.board_id = a.board_id and s.id = a.seat_id
            and s.starts_on <= m.held_on and (s.ends_on is null or s.ends_on >= m.held_on))
          or exists (select from public.invitee i where i.board_id = a.board_id and i.id = a.invitee_id
            and i.removed_at is null))
      select distinct mine.meeting_id, mine.person_id
      from mine join other on other.person_id = mine.person_id and other.id <> mine.meeting_id
        and other.starts_at < mine.ends_at and mine.starts_at < other.ends_at`)
  }

  override down(): void | Promise<void> {
    this.addSql('drop function access.double_booked(uuid[])')
  }

}
