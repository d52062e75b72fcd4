import { Migration } from '@mikro-orm/migrations';
import { helper } from '../helper.ts';

export class Migration20261201000020_register extends Migration {

  override name = 'Migration20261201000020_register';

  override up(): void | Promise<void> {
    this.addSql(`create table "quorum" ("board_id" uuid not null, "id" uuid not null, "number" int not null, "rule" jsonb null, "starts_on" date not null, "set_by_name" text not null, "set_at" timestamptz not null, primary key ("board_id", "id"));`);
    this.addSql(`alter table "quorum" add constraint "quorum_board_id_number_unique" unique ("board_id", "number");`);

    this.addSql(`create table "quorum_result" ("board_id" uuid not null, "meeting_id" uuid not null, "meeting_kind" text not null, "quorum_id" uuid not null, "met" boolean not null, "result" jsonb not null, primary key ("board_id", "meeting_id"));`);

    this.addSql(`create table "guest" ("board_id" uuid not null, "id" uuid not null, "meeting_id" uuid not null, "meeting_kind" text not null, "kind" text not null, "name" text not null, "organisation" text null, "version" int not null default 1, primary key ("board_id", "id"));`);
    this.addSql(`create index "guest_meeting_id_index" on "guest" ("meeting_id");`);
    this.addSql(`create index "guest_id_index" on "guest" ("id");`);

    this.addSql(`create table "check_in" ("board_id" uuid not null, "meeting_id" uuid not null, "meeting_kind" text not null, "opened_at" timestamptz not null, "opened_by_name" text not null, "ended_at" timestamptz null, primary key ("board_id", "meeting_id"));`);

    this.addSql(`create table "check_in_try" ("board_id" uuid not null, "id" uuid not null, "meeting_id" uuid not null, "person_id" uuid not null, "person_name" text not null, "tried_at" timestamptz not null, primary key ("board_id", "id"));`);
    this.addSql(`create index "check_in_try_meeting_id_index" on "check_in_try" ("meeting_id");`);
    this.addSql(`create index "check_in_try_person_id_index" on "check_in_try" ("person_id");`);
    this.addSql(`create index "check_in_try_id_index" on "check_in_try" ("id");`);

    this.addSql(`create table "check_in_secret" ("board_id" uuid not null, "meeting_id" uuid not null, "secret" bytea not null, primary key ("board_id", "meeting_id"));`);

    this.addSql(`create table "mark_correction" ("board_id" uuid not null, "id" uuid not null, "mark_id" uuid not null, "meeting_id" uuid not null, "meeting_kind" text not null, "organisation_id" uuid not null, "before_mark" text not null, "before_came_name" text null, "before_senior_enough" boolean null, "after_mark" text not null, "after_came_name" text null, "after_senior_enough" boolean null, "why" text not null, "corrected_by_name" text not null, "corrected_at" timestamptz not null, primary key ("board_id", "id"));`);
    this.addSql(`create index "mark_correction_mark_id_index" on "mark_correction" ("mark_id");`);
    this.addSql(`create index "mark_correction_id_index" on "mark_correction" ("id");`);

    this.addSql(`alter table "quorum" add constraint "quorum_board_id_foreign" foreign key ("board_id") references "board" ("id");`);
    this.addSql(`alter table "quorum" enable row level security;`);
    this.addSql(`alter table "quorum" force row level security;`);
    this.addSql(`create policy "quorum_maintenance" on "quorum" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "quorum_select" on "quorum" for select using ((board_id = any((select access.member_boards())::uuid[])) or (board_id = any((select access.led_boards())::uuid[])));`);
    this.addSql(`create policy "quorum_insert" on "quorum" for insert with check (board_id = any((select access.officer_boards())::uuid[]));`);

    this.addSql(`alter table "quorum_result" add constraint "quorum_result_board_id_meeting_id_meeting_kind_foreign" foreign key ("board_id", "meeting_id", "meeting_kind") references "meeting" ("board_id", "id", "kind") on update cascade on delete cascade;`);
    this.addSql(`alter table "quorum_result" add constraint "quorum_result_board_id_quorum_id_foreign" foreign key ("board_id", "quorum_id") references "quorum" ("board_id", "id") on update cascade on delete restrict;`);
    this.addSql(`alter table "quorum_result" enable row level security;`);
    this.addSql(`alter table "quorum_result" force row level security;`);
    this.addSql(`create policy "quorum_result_maintenance" on "quorum_result" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "quorum_result_select" on "quorum_result" for select using ((board_id = any((select access.officer_boards())::uuid[])) or ((meeting_kind = 'BOARD') and ((board_id = any((select access.member_boards())::uuid[])) or (board_id = any((select access.led_boards())::uuid[])) or (meeting_id = any((select access.led_meetings())::uuid[])))) or (meeting_id = any((select access.invited_meetings())::uuid[])));`);
    this.addSql(`create policy "quorum_result_insert" on "quorum_result" for insert with check (board_id = any((select access.officer_boards())::uuid[]));`);

    this.addSql(`alter table "guest" add constraint "guest_board_id_meeting_id_meeting_kind_foreign" foreign key ("board_id", "meeting_id", "meeting_kind") references "meeting" ("board_id", "id", "kind") on update cascade on delete cascade;`);
    this.addSql(`alter table "guest" enable row level security;`);
    this.addSql(`alter table "guest" force row level security;`);
    this.addSql(`create policy "guest_maintenance" on "guest" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "guest_select" on "guest" for select using ((board_id = any((select access.officer_boards())::uuid[])) or ((meeting_kind = 'BOARD') and ((board_id = any((select access.member_boards())::uuid[])) or (board_id = any((select access.led_boards())::uuid[])) or (meeting_id = any((select access.led_meetings())::uuid[])))) or (meeting_id = any((select access.invited_meetings())::uuid[])));`);
    this.addSql(`create policy "guest_insert" on "guest" for insert with check (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "guest_update" on "guest" for update using (board_id = any((select access.officer_boards())::uuid[])) with check (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "guest_delete" on "guest" for delete using (board_id = any((select access.officer_boards())::uuid[]));`);

    this.addSql(`alter table "check_in" add constraint "check_in_board_id_meeting_id_meeting_kind_foreign" foreign key ("board_id", "meeting_id", "meeting_kind") references "meeting" ("board_id", "id", "kind") on update cascade on delete cascade;`);
    this.addSql(`alter table "check_in" enable row level security;`);
    this.addSql(`alter table "check_in" force row level security;`);
    this.addSql(`create policy "check_in_maintenance" on "check_in" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "check_in_select" on "check_in" for select using ((board_id = any((select access.officer_boards())::uuid[])) or ((meeting_kind = 'BOARD') and ((board_id = any((select access.member_boards())::uuid[])) or (board_id = any((select access.led_boards())::uuid[])) or (meeting_id = any((select access.led_meetings())::uuid[])))) or (meeting_id = any((select access.invited_meetings())::uuid[])));`);
    this.addSql(`create policy "check_in_insert" on "check_in" for insert with check (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "check_in_update" on "check_in" for update using (board_id = any((select access.officer_boards())::uuid[])) with check (board_id = any((select access.officer_boards())::uuid[]));`);

    this.addSql(`alter table "check_in_try" add constraint "check_in_try_board_id_meeting_id_foreign" foreign key ("board_id", "meeting_id") references "check_in" ("board_id", "meeting_id") on update cascade on delete cascade;`);
    this.addSql(`alter table "check_in_try" add constraint "check_in_try_person_id_foreign" foreign key ("person_id") references "person" ("id");`);
    this.addSql(`alter table "check_in_try" enable row level security;`);
    this.addSql(`alter table "check_in_try" force row level security;`);
    this.addSql(`create policy "check_in_try_maintenance" on "check_in_try" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "check_in_try_select" on "check_in_try" for select using (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "check_in_try_insert" on "check_in_try" for insert with check ((person_id = (select access.me())) and (board_id = any((select access.member_boards())::uuid[])));`);

    this.addSql(`alter table "check_in_secret" add constraint "check_in_secret_board_id_meeting_id_foreign" foreign key ("board_id", "meeting_id") references "check_in" ("board_id", "meeting_id") on update cascade on delete cascade;`);
    this.addSql(`alter table "check_in_secret" enable row level security;`);
    this.addSql(`alter table "check_in_secret" force row level security;`);
    this.addSql(`create policy "check_in_secret_maintenance" on "check_in_secret" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "check_in_secret_select" on "check_in_secret" for select using (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "check_in_secret_insert" on "check_in_secret" for insert with check (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "check_in_secret_update" on "check_in_secret" for update using (board_id = any((select access.officer_boards())::uuid[])) with check (board_id = any((select access.officer_boards())::uuid[]));`);

    this.addSql(`alter table "mark_correction" add constraint "mark_correction_board_id_mark_id_foreign" foreign key ("board_id", "mark_id") references "register_mark" ("board_id", "id") on update cascade on delete cascade;`);
    this.addSql(`alter table "mark_correction" add constraint "mark_correction_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id");`);
    this.addSql(`alter table "mark_correction" enable row level security;`);
    this.addSql(`alter table "mark_correction" force row level security;`);
    this.addSql(`create policy "mark_correction_maintenance" on "mark_correction" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "mark_correction_select" on "mark_correction" for select using ((board_id = any((select access.officer_boards())::uuid[])) or ((meeting_kind = 'BOARD') and ((board_id = any((select access.member_boards())::uuid[])) or (organisation_id = any((select access.led_organisations())::uuid[])))) or (meeting_id = any((select access.invited_meetings())::uuid[])));`);
    this.addSql(`create policy "mark_correction_insert" on "mark_correction" for insert with check (board_id = any((select access.officer_boards())::uuid[]));`);

    // What was closed, corrected or set stays as it was written.
    this.addSql(`grant select, insert on quorum, quorum_result, guest, check_in, check_in_secret, check_in_try,
      mark_correction to boardwork_server`)
    this.addSql('grant update (kind, name, organisation, version), delete on guest to boardwork_server')
    this.addSql('grant update (opened_at, opened_by_name, ended_at) on check_in to boardwork_server')
    this.addSql('grant update (secret) on check_in_secret to boardwork_server')

    // The server compares what somebody typed with it. It is there for those who have a seat, while check-in is open.
    helper(this, 'access', 'check_in_secret(of_meeting uuid)', 'bytea', `
      select secret.secret
      from public.check_in_secret secret
      join public.check_in open on open.board_id = secret.board_id and open.meeting_id = secret.meeting_id
      join public.meeting m on m.board_id = secret.board_id and m.id = secret.meeting_id
      where m.id = of_meeting and m.kind = 'BOARD' and m.cancelled_at is null and m.register_closed_at is null
        and open.ended_at is null and exists (select from public.seat s
          where s.board_id = m.board_id and s.id = any(access.my_seats())
            and s.starts_on <= m.held_on and (s.ends_on is null or s.ends_on >= m.held_on))`)
    // A member may write no row of the register but this one. What an officer marked stays.
    helper(this, 'access', 'check_in(of_meeting uuid, at_seat uuid, new_mark uuid)', 'jsonb', `
      declare
        m public.meeting; s public.seat; known public.register_mark; holder text; me text; said text;
        mine uuid[]; said_of jsonb;
      begin
        select * into m from public.meeting where id = of_meeting and kind = 'BOARD' for update;
        if m.id is null or m.cancelled_at is not null or m.register_closed_at is not null or not exists (
          select from public.check_in c where c.board_id = m.board_id and c.meeting_id = m.id and c.ended_at is null)
        then return '{"outcome": "ENDED"}'; end if;
        select array_agg(seat.id) into mine from public.seat seat
        where seat.board_id = m.board_id and seat.id = any(access.my_seats()) and (at_seat is null or seat.id = at_seat)
          and seat.starts_on <= m.held_on and (seat.ends_on is null or seat.ends_on >= m.held_on);
        if mine is null then return '{"outcome": "NO_PLACE"}'; end if;
        if cardinality(mine) > 1 then return '{"outcome": "SEVERAL"}'; end if;
        select * into s from public.seat where board_id = m.board_id and id = mine[1];
        select name into holder from public.person where id = s.holder_id;
        select name into me from public.person where id = access.me();
        said := case when s.holder_id = access.me() then 'PRESENT' else 'DEPUTY' end;
        said_of := jsonb_build_object('mark', said, 'organisation',
          (select name from public.organisation where id = s.organisation_id));
        select * into known from public.register_mark k
        where k.board_id = m.board_id and k.meeting_id = m.id and k.seat_id = s.id for update;
        if known.mark = said and (said = 'PRESENT' or known.came_id = access.me()) then
          return '{"outcome": "ALREADY"}';
        elsif known.mark <> 'UNKNOWN' then return '{"outcome": "OTHERWISE"}';
        elsif known.id is null then
          insert into public.register_mark (board_id, id, meeting_id, meeting_kind, seat_id, organisation_id, required,
            voting, holder_id, holder_name, mark, came_id, came_name, source, marked_by_name, marked_at, version)
          values (m.board_id, new_mark, m.id, m.kind, s.id, s.organisation_id, s.required, s.voting, s.holder_id, holder,
            said, case said when 'DEPUTY' then access.me() end, case said when 'DEPUTY' then me end, 'CODE', me, now(), 1);
        else
          update public.register_mark set mark = said, came_id = case said when 'DEPUTY' then access.me() end,
            came_name = case said when 'DEPUTY' then me end, senior_enough = null, source = 'CODE', marked_by_name = me,
            marked_at = now(), version = version + 1
          where board_id = m.board_id and id = known.id;
        end if;
        update public.meeting set register_begun_at = now(), version = version + 1
        where board_id = m.board_id and id = m.id and register_begun_at is null;
        return said_of || jsonb_build_object('outcome', 'MARKED', 'markId', coalesce(known.id, new_mark));
      end`, 'plpgsql volatile')
  }

  override down(): void | Promise<void> {
    this.addSql('drop function access.check_in(uuid, uuid, uuid)')
    this.addSql('drop function access.check_in_secret(uuid)')
    this.addSql(`alter table "quorum_result" drop constraint "quorum_result_board_id_quorum_id_foreign";`);
    this.addSql(`alter table "check_in_try" drop constraint "check_in_try_board_id_meeting_id_foreign";`);
    this.addSql(`alter table "check_in_secret" drop constraint "check_in_secret_board_id_meeting_id_foreign";`);

    this.addSql(`drop table if exists "quorum" cascade;`);
    this.addSql(`drop table if exists "quorum_result" cascade;`);
    this.addSql(`drop table if exists "guest" cascade;`);
    this.addSql(`drop table if exists "check_in" cascade;`);
    this.addSql(`drop table if exists "check_in_try" cascade;`);
    this.addSql(`drop table if exists "check_in_secret" cascade;`);
    this.addSql(`drop table if exists "mark_correction" cascade;`);
  }

}
