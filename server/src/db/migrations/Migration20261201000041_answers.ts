import { Migration } from '@mikro-orm/migrations';
import { helper, view } from '../helper.ts';

export class Migration20261201000041_answers extends Migration {

  override name = 'Migration20261201000041_answers';

  override up(): void | Promise<void> {
    this.addSql(`create table "calendar_address" ("person_id" uuid not null, "token_hash" bytea not null, "made_at" timestamptz not null, primary key ("person_id"));`);
    this.addSql(`alter table "calendar_address" add constraint "calendar_address_token_hash_unique" unique ("token_hash");`);

    this.addSql(`create table "meeting_answer" ("board_id" uuid not null, "id" uuid not null, "meeting_id" uuid not null, "meeting_kind" text not null, "seat_id" uuid null, "invitee_id" uuid null, "place_id" uuid not null, "organisation_id" uuid not null, "answer" text not null, "deputy_id" uuid null, "deputy_name" text null, "starts_at" timestamptz not null, "ends_at" timestamptz not null, "answered_by_name" text not null, "on_behalf" boolean not null, "answered_at" timestamptz not null, "version" int not null default 1, primary key ("board_id", "id"));`);
    this.addSql(`create index "meeting_answer_meeting_id_index" on "meeting_answer" ("meeting_id");`);
    this.addSql(`create index "meeting_answer_seat_id_index" on "meeting_answer" ("seat_id");`);
    this.addSql(`create index "meeting_answer_invitee_id_index" on "meeting_answer" ("invitee_id");`);
    this.addSql(`create index "meeting_answer_organisation_id_index" on "meeting_answer" ("organisation_id");`);
    this.addSql(`create index "meeting_answer_deputy_id_index" on "meeting_answer" ("deputy_id");`);
    this.addSql(`create index "meeting_answer_id_index" on "meeting_answer" ("id");`);
    this.addSql(`alter table "meeting_answer" add constraint "meeting_answer_board_id_id_place_id_organisation__63263_unique" unique ("board_id", "id", "place_id", "organisation_id", "meeting_kind");`);
    this.addSql(`alter table "meeting_answer" add constraint "meeting_answer_board_id_meeting_id_place_id_unique" unique ("board_id", "meeting_id", "place_id");`);

    this.addSql(`create table "answer_reason" ("board_id" uuid not null, "answer_id" uuid not null, "place_id" uuid not null, "organisation_id" uuid not null, "meeting_kind" text not null, "reason" text not null, primary key ("board_id", "answer_id"));`);

    this.addSql(`create table "answer_link" ("board_id" uuid not null, "id" uuid not null, "meeting_id" uuid not null, "meeting_kind" text not null, "seat_id" uuid null, "invitee_id" uuid null, "place_id" uuid not null, "person_id" uuid not null, "token_hash" bytea not null, "sequence" int not null, "sent_at" timestamptz not null, primary key ("board_id", "id"));`);
    this.addSql(`create index "answer_link_meeting_id_index" on "answer_link" ("meeting_id");`);
    this.addSql(`create index "answer_link_seat_id_index" on "answer_link" ("seat_id");`);
    this.addSql(`create index "answer_link_invitee_id_index" on "answer_link" ("invitee_id");`);
    this.addSql(`create index "answer_link_person_id_index" on "answer_link" ("person_id");`);
    this.addSql(`alter table "answer_link" add constraint "answer_link_token_hash_unique" unique ("token_hash");`);
    this.addSql(`create index "answer_link_id_index" on "answer_link" ("id");`);
    this.addSql(`alter table "answer_link" add constraint "answer_link_board_id_meeting_id_place_id_person_id_unique" unique ("board_id", "meeting_id", "place_id", "person_id");`);

    this.addSql(`alter table "calendar_address" add constraint "calendar_address_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete cascade;`);
    this.addSql(`alter table "calendar_address" enable row level security;`);
    this.addSql(`alter table "calendar_address" force row level security;`);
    this.addSql(`create policy "calendar_address_maintenance" on "calendar_address" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "calendar_address_select" on "calendar_address" for select using (person_id = (select access.me()));`);
    this.addSql(`create policy "calendar_address_insert" on "calendar_address" for insert with check (person_id = (select access.me()));`);
    this.addSql(`create policy "calendar_address_update" on "calendar_address" for update using (person_id = (select access.me())) with check (person_id = (select access.me()));`);

    this.addSql(`alter table "meeting_answer" add constraint "meeting_answer_board_id_meeting_id_meeting_kind_foreign" foreign key ("board_id", "meeting_id", "meeting_kind") references "meeting" ("board_id", "id", "kind") on update cascade on delete cascade;`);
    this.addSql(`alter table "meeting_answer" add constraint "meeting_answer_board_id_seat_id_foreign" foreign key ("board_id", "seat_id") references "seat" ("board_id", "id") on update cascade on delete restrict;`);
    this.addSql(`alter table "meeting_answer" add constraint "meeting_answer_board_id_meeting_id_invitee_id_foreign" foreign key ("board_id", "meeting_id", "invitee_id") references "invitee" ("board_id", "meeting_id", "id") on update cascade on delete restrict;`);
    this.addSql(`alter table "meeting_answer" add constraint "meeting_answer_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id");`);
    this.addSql(`alter table "meeting_answer" add constraint "meeting_answer_deputy_id_foreign" foreign key ("deputy_id") references "person" ("id") on delete restrict;`);
    this.addSql(`alter table "meeting_answer" add constraint "meeting_answer_of_deputy" check ((answer = 'DEPUTY') = (deputy_name is not null) and (deputy_id is null or answer = 'DEPUTY'));`);
    this.addSql(`alter table "meeting_answer" add constraint "meeting_answer_of_place" check (num_nonnulls(seat_id, invitee_id) = 1 and (meeting_kind = 'BOARD') = (seat_id is not null)
    and place_id = coalesce(seat_id, invitee_id));`);
    this.addSql(`alter table "meeting_answer" enable row level security;`);
    this.addSql(`alter table "meeting_answer" force row level security;`);
    this.addSql(`create policy "meeting_answer_maintenance" on "meeting_answer" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "meeting_answer_select" on "meeting_answer" for select using ((board_id = any((select access.officer_boards())::uuid[])) or ((meeting_kind = 'BOARD') and ((board_id = any((select access.member_boards())::uuid[])) or (organisation_id = any((select access.led_organisations())::uuid[])))) or (meeting_id = any((select access.invited_meetings())::uuid[])));`);
    this.addSql(`create policy "meeting_answer_insert" on "meeting_answer" for insert with check ((board_id = any((select access.officer_boards())::uuid[])) or (seat_id = any((select access.my_seats())::uuid[])) or (seat_id = any((select access.led_seats())::uuid[])) or (invitee_id = any((select access.my_invitations())::uuid[])));`);
    this.addSql(`create policy "meeting_answer_update" on "meeting_answer" for update using ((board_id = any((select access.officer_boards())::uuid[])) or (seat_id = any((select access.my_seats())::uuid[])) or (seat_id = any((select access.led_seats())::uuid[])) or (invitee_id = any((select access.my_invitations())::uuid[]))) with check ((board_id = any((select access.officer_boards())::uuid[])) or (seat_id = any((select access.my_seats())::uuid[])) or (seat_id = any((select access.led_seats())::uuid[])) or (invitee_id = any((select access.my_invitations())::uuid[])));`);

    this.addSql(`alter table "answer_reason" add constraint "answer_reason_board_id_answer_id_place_id_organi_c1f3a_foreign" foreign key ("board_id", "answer_id", "place_id", "organisation_id", "meeting_kind") references "meeting_answer" ("board_id", "id", "place_id", "organisation_id", "meeting_kind") on update cascade on delete cascade;`);
    this.addSql(`alter table "answer_reason" enable row level security;`);
    this.addSql(`alter table "answer_reason" force row level security;`);
    this.addSql(`create policy "answer_reason_maintenance" on "answer_reason" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "answer_reason_select" on "answer_reason" for select using ((board_id = any((select access.officer_boards())::uuid[])) or (place_id = any((select access.my_seats())::uuid[])) or ((meeting_kind = 'BOARD') and (organisation_id = any((select access.led_organisations())::uuid[]))) or (place_id = any((select access.my_invitations())::uuid[])));`);
    this.addSql(`create policy "answer_reason_insert" on "answer_reason" for insert with check ((board_id = any((select access.officer_boards())::uuid[])) or (place_id = any((select access.my_seats())::uuid[])) or ((meeting_kind = 'BOARD') and (organisation_id = any((select access.led_organisations())::uuid[]))) or (place_id = any((select access.my_invitations())::uuid[])));`);
    this.addSql(`create policy "answer_reason_update" on "answer_reason" for update using ((board_id = any((select access.officer_boards())::uuid[])) or (place_id = any((select access.my_seats())::uuid[])) or ((meeting_kind = 'BOARD') and (organisation_id = any((select access.led_organisations())::uuid[]))) or (place_id = any((select access.my_invitations())::uuid[]))) with check ((board_id = any((select access.officer_boards())::uuid[])) or (place_id = any((select access.my_seats())::uuid[])) or ((meeting_kind = 'BOARD') and (organisation_id = any((select access.led_organisations())::uuid[]))) or (place_id = any((select access.my_invitations())::uuid[])));`);
    this.addSql(`create policy "answer_reason_delete" on "answer_reason" for delete using ((board_id = any((select access.officer_boards())::uuid[])) or (place_id = any((select access.my_seats())::uuid[])) or ((meeting_kind = 'BOARD') and (organisation_id = any((select access.led_organisations())::uuid[]))) or (place_id = any((select access.my_invitations())::uuid[])));`);

    this.addSql(`alter table "answer_link" add constraint "answer_link_board_id_meeting_id_meeting_kind_foreign" foreign key ("board_id", "meeting_id", "meeting_kind") references "meeting" ("board_id", "id", "kind") on update cascade on delete cascade;`);
    this.addSql(`alter table "answer_link" add constraint "answer_link_board_id_seat_id_foreign" foreign key ("board_id", "seat_id") references "seat" ("board_id", "id") on update cascade on delete restrict;`);
    this.addSql(`alter table "answer_link" add constraint "answer_link_board_id_meeting_id_invitee_id_foreign" foreign key ("board_id", "meeting_id", "invitee_id") references "invitee" ("board_id", "meeting_id", "id") on update cascade on delete restrict;`);
    this.addSql(`alter table "answer_link" add constraint "answer_link_person_id_foreign" foreign key ("person_id") references "person" ("id");`);
    this.addSql(`alter table "answer_link" add constraint "answer_link_of_place" check (num_nonnulls(seat_id, invitee_id) = 1 and (meeting_kind = 'BOARD') = (seat_id is not null)
    and place_id = coalesce(seat_id, invitee_id));`);
    this.addSql(`alter table "answer_link" enable row level security;`);
    this.addSql(`alter table "answer_link" force row level security;`);
    this.addSql(`create policy "answer_link_maintenance" on "answer_link" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "answer_link_select" on "answer_link" for select using ((board_id = any((select access.officer_boards())::uuid[])) or (person_id = (select access.me())));`);
    this.addSql(`create policy "answer_link_insert" on "answer_link" for insert with check (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "answer_link_update" on "answer_link" for update using (board_id = any((select access.officer_boards())::uuid[])) with check (board_id = any((select access.officer_boards())::uuid[]));`);

    // What was answered for a place and what a link is for never changes; nobody reads what links and addresses hold.
    this.addSql('grant select, insert on meeting_answer, answer_reason to boardwork_server')
    this.addSql(`grant update (answer, deputy_id, deputy_name, starts_at, ends_at, answered_by_name, on_behalf, answered_at,
      version) on meeting_answer to boardwork_server`)
    this.addSql('grant update (reason), delete on answer_reason to boardwork_server')
    this.addSql('grant insert on answer_link, calendar_address to boardwork_server')
    this.addSql(`grant select (board_id, id, meeting_id, meeting_kind, seat_id, invitee_id, place_id, person_id, sequence,
      sent_at) on answer_link to boardwork_server`)
    this.addSql('grant update (token_hash, sequence, sent_at) on answer_link to boardwork_server')
    this.addSql('grant select (person_id, made_at) on calendar_address to boardwork_server')
    this.addSql('grant update (token_hash, made_at) on calendar_address to boardwork_server')

    // Who is expected in person: a holder or somebody who is asked by name, unless a deputy or apologies were answered
    // for the time at which the meeting is; and the deputy that was. As answerState in shared/attendance says it.
    view(this, 'expected_person', `
      with standing as (
        select a.board_id, a.meeting_id, a.place_id, a.answer, a.deputy_id from public.meeting_answer a
        join public.meeting m on m.board_id = a.board_id and m.id = a.meeting_id
        where a.starts_at = m.starts_at and m.ends_at <= a.ends_at),
      place as (
        select s.board_id, m.id as meeting_id, s.id as place_id, s.holder_id as person_id
        from public.seat s
        join public.meeting m on m.board_id = s.board_id and m.kind = 'BOARD'
          and s.starts_on <= m.held_on and (s.ends_on is null or s.ends_on >= m.held_on)
        union all
        select i.board_id, i.meeting_id, i.id, i.person_id from public.invitee i where i.removed_at is null)
      select m.board_id, m.id as meeting_id, m.starts_at, m.ends_at, coming.person_id
      from (
        select place.board_id, place.meeting_id,
          case standing.answer when 'DEPUTY' then standing.deputy_id when 'APOLOGIES' then null else place.person_id end as person_id
        from place left join standing using (board_id, meeting_id, place_id)) as coming
      join public.meeting m on m.board_id = coming.board_id and m.id = coming.meeting_id and m.cancelled_at is null
      where coming.person_id is not null`)

    // Only who it is, and only of the meetings of the officer's own boards: nothing of where else.
    helper(this, 'access', 'double_booked(given_meetings uuid[])', 'table(meeting_id uuid, person_id uuid)', `
      select distinct mine.meeting_id, mine.person_id
      from access.expected_person mine
      join access.expected_person other on other.person_id = mine.person_id and other.meeting_id <> mine.meeting_id
        and other.starts_at < mine.ends_at and mine.starts_at < other.ends_at
      where mine.meeting_id = any(given_meetings) and mine.board_id in (select board_id from access.my_officer_board)`)

    // Who is invited by mail: the holder, or the deputies where nobody with an open account holds the seat; to a
    // strategy meeting who is asked by name, or the agency's leads. For the officers of the meeting's board.
    helper(this, 'access', 'meeting_recipients(given_meeting uuid)',
      'table(place_id uuid, seat_id uuid, invitee_id uuid, organisation_name text, person_id uuid, person_name text, email text, told_sequence integer)', `
      with of_meeting as (
        select m.* from public.meeting m
        where m.id = given_meeting and m.board_id in (select board_id from access.my_officer_board)),
      seated as (
        select m.board_id, m.id as meeting_id, s.id as seat_id, s.organisation_id, holder.person_id as holder_id
        from of_meeting m
        join public.seat s on s.board_id = m.board_id and s.starts_on <= m.held_on and (s.ends_on is null or s.ends_on >= m.held_on)
        left join public.account holder on holder.person_id = s.holder_id and holder.disabled_at is null
        where m.kind = 'BOARD'),
      asked as (
        select board_id, meeting_id, seat_id, null::uuid as invitee_id, organisation_id, holder_id as person_id
          from seated where holder_id is not null
        union all
        select seated.board_id, meeting_id, seated.seat_id, null, organisation_id, d.person_id
          from seated join public.deputy d on d.board_id = seated.board_id and d.seat_id = seated.seat_id and d.ended_at is null
          where holder_id is null
        union all
        select m.board_id, m.id, null, i.id, i.organisation_id, i.person_id
          from of_meeting m join public.invitee i on i.board_id = m.board_id and i.meeting_id = m.id and i.removed_at is null
          where i.person_id is not null
        union
        select m.board_id, m.id, null, i.id, i.organisation_id, g.person_id
          from of_meeting m join public.invitee i on i.board_id = m.board_id and i.meeting_id = m.id and i.removed_at is null
          join public."grant" g on g.scope = 'ORGANISATION' and g.scope_id = i.organisation_id and g.role = 'AGENCY_LEAD'
            and g.ended_at is null and access.is_live(g.starts_on, g.ends_on)
          where i.person_id is null)
      select coalesce(asked.seat_id, asked.invitee_id), asked.seat_id, asked.invitee_id, o.name, p.id, p.name, a.email,
        l.sequence
      from asked
      join public.organisation o on o.id = asked.organisation_id
      join public.account a on a.person_id = asked.person_id and a.disabled_at is null
      join public.person p on p.id = a.person_id
      left join public.answer_link l on l.board_id = asked.board_id and l.meeting_id = asked.meeting_id
        and l.place_id = coalesce(asked.seat_id, asked.invitee_id) and l.person_id = p.id
      order by o.name, p.name, p.id limit 500`)

    // Whoever holds the link is the person it was sent to; what there is to see, the floor decides for that person.
    helper(this, 'access', 'answer_link(given_token_hash bytea)', 'jsonb', `
      select jsonb_build_object('meetingId', l.meeting_id, 'placeId', l.place_id, 'personId', p.id, 'personName', p.name)
      from public.answer_link l
      join public.account a on a.person_id = l.person_id and a.disabled_at is null
      join public.person p on p.id = a.person_id
      where l.token_hash = given_token_hash`)
    helper(this, 'access', 'calendar_of(given_token_hash bytea)', 'table(person_id uuid)', `
      select a.person_id from public.calendar_address c
      join public.account a on a.person_id = c.person_id and a.disabled_at is null
      where c.token_hash = given_token_hash`)
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "answer_reason" drop constraint "answer_reason_board_id_answer_id_place_id_organi_c1f3a_foreign";`);

    this.addSql(`drop table if exists "calendar_address" cascade;`);
    this.addSql(`drop table if exists "meeting_answer" cascade;`);
    this.addSql(`drop table if exists "answer_reason" cascade;`);
    this.addSql(`drop table if exists "answer_link" cascade;`);

  }

}
