import { Migration } from '@mikro-orm/migrations';
import { changeList, list } from '../helper.ts';

export class Migration20261201000010_attendance extends Migration {

  override name = 'Migration20261201000010_attendance';

  override up(): void | Promise<void> {
    list(this, 'my_seats', `
      select coalesce(array_agg(seat_id), '{}') into answer from (
        select s.id as seat_id from public.seat s
          where s.holder_id = access.me() and access.is_live(s.starts_on, s.ends_on)
        union select d.seat_id from public.deputy d
          join public.seat s on s.board_id = d.board_id and s.id = d.seat_id
          where d.person_id = access.me() and d.ended_at is null and access.is_live(s.starts_on, s.ends_on)) as seats`)
    list(this, 'led_boards', `
      select coalesce(array_agg(distinct s.board_id), '{}') into answer from public.seat s
      where s.organisation_id in (select organisation_id from access.my_led_organisation)
        and access.is_live(s.starts_on, s.ends_on)`)
    // What an agency did at a board that it has left since.
    list(this, 'led_meetings', `
      select coalesce(array_agg(distinct k.meeting_id), '{}') into answer from public.register_mark k
      where k.meeting_kind = 'BOARD' and k.organisation_id in (select organisation_id from access.my_led_organisation)
        and k.board_id <> all(access.led_boards())`)
    // A person who is asked; where none is named, whoever leads the agency.
    list(this, 'my_invitations', `
      select coalesce(array_agg(i.id), '{}') into answer from public.invitee i
      where i.removed_at is null and (i.person_id = access.me()
        or (i.person_id is null and i.organisation_id in (select organisation_id from access.my_led_organisation)))`)
    list(this, 'invited_meetings', `
      select coalesce(array_agg(distinct i.meeting_id), '{}') into answer from public.invitee i
      where i.id = any(access.my_invitations())`)

    // Whoever is asked to a strategy meeting knows whose it is.
    changeList(this, 'known_boards', `
      select coalesce(array_agg(board_id), '{}') into answer from (
        select board_id from access.my_plan_board
        union select scope_id from access.my_grant where scope = 'BOARD'
        union select s.board_id from public.seat s
          where s.organisation_id in (select organisation_id from access.my_led_organisation) and access.is_live(s.starts_on, s.ends_on)
        union select board_id from access.my_share
        union select sub_group.parent_id from public.board sub_group
          where sub_group.parent_id is not null and sub_group.id in (
            select board_id from access.my_plan_board
            union select scope_id from access.my_grant where scope = 'BOARD')
        union select neighbour.id
          from public.board mine
          join public.organisation council on council.id = mine.organisation_id
          join public.organisation other on other.region_id = council.region_id
          join public.board neighbour on neighbour.organisation_id = other.id
          where mine.id in (select board_id from access.my_officer_board)
        union select share.to_board_id from public.area_share share
          where share.board_id in (select board_id from access.my_member_board) and share.to_board_id is not null
        union select i.board_id from public.invitee i where i.id = any(access.my_invitations())) as boards`)

    this.addSql(`create table "meeting" ("board_id" uuid not null, "id" uuid not null, "kind" text not null, "title" text not null, "starts_at" timestamptz not null, "ends_at" timestamptz not null, "held_on" date not null, "place" text null, "link" text null, "notes" text null, "case_reference" text null, "series_id" uuid null, "sequence" int not null default 0, "cancelled_at" timestamptz null, "cancelled_reason" text null, "register_begun_at" timestamptz null, "register_closed_at" timestamptz null, "register_closed_by_name" text null, "made_at" timestamptz not null default now(), "version" int not null default 1, primary key ("board_id", "id"));`);
    this.addSql(`create index "meeting_series_id_index" on "meeting" ("series_id");`);
    this.addSql(`create index "meeting_board_id_held_on_index" on "meeting" ("board_id", "held_on");`);
    this.addSql(`create index "meeting_id_index" on "meeting" ("id");`);
    this.addSql(`alter table "meeting" add constraint "meeting_board_id_id_kind_unique" unique ("board_id", "id", "kind");`);

    this.addSql(`create table "invitee" ("board_id" uuid not null, "id" uuid not null, "meeting_id" uuid not null, "meeting_kind" text not null, "organisation_id" uuid not null, "person_id" uuid null, "person_name" text null, "required" boolean not null, "removed_at" timestamptz null, "version" int not null default 1, primary key ("board_id", "id"));`);
    this.addSql(`create index "invitee_meeting_id_index" on "invitee" ("meeting_id");`);
    this.addSql(`create index "invitee_organisation_id_index" on "invitee" ("organisation_id");`);
    this.addSql(`create index "invitee_person_id_index" on "invitee" ("person_id");`);
    this.addSql(`create index "invitee_id_index" on "invitee" ("id");`);
    this.addSql(`alter table "invitee" add constraint "invitee_board_id_meeting_id_id_unique" unique ("board_id", "meeting_id", "id");`);

    this.addSql(`create table "attendance_setting" ("board_id" uuid not null, "year_starts_month" int not null, "deputy_rule" text not null, "version" int not null default 1, primary key ("board_id"));`);

    this.addSql(`create table "register_mark" ("board_id" uuid not null, "id" uuid not null, "meeting_id" uuid not null, "meeting_kind" text not null, "seat_id" uuid null, "invitee_id" uuid null, "organisation_id" uuid not null, "required" boolean not null, "voting" boolean not null, "holder_id" uuid null, "holder_name" text null, "mark" text not null, "came_id" uuid null, "came_name" text null, "senior_enough" boolean null, "source" text not null, "marked_by_name" text not null, "marked_at" timestamptz not null, "version" int not null default 1, primary key ("board_id", "id"));`);
    this.addSql(`create index "register_mark_meeting_id_index" on "register_mark" ("meeting_id");`);
    this.addSql(`create index "register_mark_seat_id_index" on "register_mark" ("seat_id");`);
    this.addSql(`create index "register_mark_invitee_id_index" on "register_mark" ("invitee_id");`);
    this.addSql(`create index "register_mark_organisation_id_index" on "register_mark" ("organisation_id");`);
    this.addSql(`create index "register_mark_holder_id_index" on "register_mark" ("holder_id");`);
    this.addSql(`create index "register_mark_id_index" on "register_mark" ("id");`);
    this.addSql(`alter table "register_mark" add constraint "register_mark_board_id_meeting_id_invitee_id_unique" unique ("board_id", "meeting_id", "invitee_id");`);
    this.addSql(`alter table "register_mark" add constraint "register_mark_board_id_meeting_id_seat_id_unique" unique ("board_id", "meeting_id", "seat_id");`);

    this.addSql(`create table "mark_reason" ("board_id" uuid not null, "mark_id" uuid not null, "meeting_kind" text not null, "seat_id" uuid null, "invitee_id" uuid null, "organisation_id" uuid not null, "reason" text not null, primary key ("board_id", "mark_id"));`);

    this.addSql(`alter table "meeting" add constraint "meeting_board_id_foreign" foreign key ("board_id") references "board" ("id");`);
    this.addSql(`alter table "meeting" add constraint "meeting_reference_of_case" check ((kind = 'STRATEGY') = (case_reference is not null));`);
    this.addSql(`alter table "meeting" add constraint "meeting_ends_after_start" check (ends_at > starts_at);`);
    this.addSql(`alter table "meeting" enable row level security;`);
    this.addSql(`alter table "meeting" force row level security;`);
    this.addSql(`create policy "meeting_maintenance" on "meeting" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "meeting_select" on "meeting" for select using ((board_id = any((select access.officer_boards())::uuid[])) or ((kind = 'BOARD') and ((board_id = any((select access.member_boards())::uuid[])) or (board_id = any((select access.led_boards())::uuid[])) or (id = any((select access.led_meetings())::uuid[])))) or (id = any((select access.invited_meetings())::uuid[])));`);
    this.addSql(`create policy "meeting_insert" on "meeting" for insert with check (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "meeting_update" on "meeting" for update using (board_id = any((select access.officer_boards())::uuid[])) with check (board_id = any((select access.officer_boards())::uuid[]));`);

    this.addSql(`alter table "invitee" add constraint "invitee_board_id_meeting_id_meeting_kind_foreign" foreign key ("board_id", "meeting_id", "meeting_kind") references "meeting" ("board_id", "id", "kind") on update cascade on delete cascade;`);
    this.addSql(`alter table "invitee" add constraint "invitee_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id");`);
    this.addSql(`alter table "invitee" add constraint "invitee_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete set null;`);
    this.addSql(`alter table "invitee" add constraint "invitee_of_strategy_meeting" check ('STRATEGY' = meeting_kind);`);
    this.addSql(`alter table "invitee" enable row level security;`);
    this.addSql(`alter table "invitee" force row level security;`);
    this.addSql(`create policy "invitee_maintenance" on "invitee" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "invitee_select" on "invitee" for select using ((board_id = any((select access.officer_boards())::uuid[])) or (meeting_id = any((select access.invited_meetings())::uuid[])));`);
    this.addSql(`create policy "invitee_insert" on "invitee" for insert with check (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "invitee_update" on "invitee" for update using (board_id = any((select access.officer_boards())::uuid[])) with check (board_id = any((select access.officer_boards())::uuid[]));`);

    this.addSql(`alter table "attendance_setting" add constraint "attendance_setting_board_id_foreign" foreign key ("board_id") references "board" ("id") on update cascade on delete cascade;`);
    this.addSql(`alter table "attendance_setting" add constraint "attendance_setting_month" check (year_starts_month > 0 and year_starts_month < 13);`);
    this.addSql(`alter table "attendance_setting" enable row level security;`);
    this.addSql(`alter table "attendance_setting" force row level security;`);
    this.addSql(`create policy "attendance_setting_maintenance" on "attendance_setting" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "attendance_setting_select" on "attendance_setting" for select using ((board_id = any((select access.member_boards())::uuid[])) or (board_id = any((select access.led_boards())::uuid[])));`);
    this.addSql(`create policy "attendance_setting_insert" on "attendance_setting" for insert with check (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "attendance_setting_update" on "attendance_setting" for update using (board_id = any((select access.officer_boards())::uuid[])) with check (board_id = any((select access.officer_boards())::uuid[]));`);

    this.addSql(`alter table "register_mark" add constraint "register_mark_board_id_meeting_id_meeting_kind_foreign" foreign key ("board_id", "meeting_id", "meeting_kind") references "meeting" ("board_id", "id", "kind") on update cascade on delete cascade;`);
    this.addSql(`alter table "register_mark" add constraint "register_mark_board_id_seat_id_foreign" foreign key ("board_id", "seat_id") references "seat" ("board_id", "id") on update cascade on delete restrict;`);
    this.addSql(`alter table "register_mark" add constraint "register_mark_board_id_meeting_id_invitee_id_foreign" foreign key ("board_id", "meeting_id", "invitee_id") references "invitee" ("board_id", "meeting_id", "id") on update cascade on delete restrict;`);
    this.addSql(`alter table "register_mark" add constraint "register_mark_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id");`);
    this.addSql(`alter table "register_mark" add constraint "register_mark_holder_id_foreign" foreign key ("holder_id") references "person" ("id") on delete set null;`);
    this.addSql(`alter table "register_mark" add constraint "register_mark_came_id_foreign" foreign key ("came_id") references "person" ("id") on delete restrict;`);
    this.addSql(`alter table "register_mark" add constraint "register_mark_of_deputy" check (mark = 'DEPUTY' or num_nonnulls(came_id, came_name, senior_enough) = 0);`);
    this.addSql(`alter table "register_mark" add constraint "register_mark_of_place" check (num_nonnulls(seat_id, invitee_id) = 1 and (meeting_kind = 'BOARD') = (seat_id is not null));`);
    this.addSql(`alter table "register_mark" enable row level security;`);
    this.addSql(`alter table "register_mark" force row level security;`);
    this.addSql(`create policy "register_mark_maintenance" on "register_mark" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "register_mark_select" on "register_mark" for select using ((board_id = any((select access.officer_boards())::uuid[])) or ((meeting_kind = 'BOARD') and ((board_id = any((select access.member_boards())::uuid[])) or (organisation_id = any((select access.led_organisations())::uuid[])))) or (meeting_id = any((select access.invited_meetings())::uuid[])));`);
    this.addSql(`create policy "register_mark_insert" on "register_mark" for insert with check (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "register_mark_update" on "register_mark" for update using (board_id = any((select access.officer_boards())::uuid[])) with check (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "register_mark_delete" on "register_mark" for delete using (board_id = any((select access.officer_boards())::uuid[]));`);

    this.addSql(`alter table "mark_reason" add constraint "mark_reason_board_id_mark_id_foreign" foreign key ("board_id", "mark_id") references "register_mark" ("board_id", "id") on update cascade on delete cascade;`);
    this.addSql(`alter table "mark_reason" enable row level security;`);
    this.addSql(`alter table "mark_reason" force row level security;`);
    this.addSql(`create policy "mark_reason_maintenance" on "mark_reason" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "mark_reason_select" on "mark_reason" for select using ((board_id = any((select access.officer_boards())::uuid[])) or (seat_id = any((select access.my_seats())::uuid[])) or ((meeting_kind = 'BOARD') and (organisation_id = any((select access.led_organisations())::uuid[]))) or (invitee_id = any((select access.my_invitations())::uuid[])));`);
    this.addSql(`create policy "mark_reason_insert" on "mark_reason" for insert with check (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "mark_reason_update" on "mark_reason" for update using (board_id = any((select access.officer_boards())::uuid[])) with check (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "mark_reason_delete" on "mark_reason" for delete using (board_id = any((select access.officer_boards())::uuid[]));`);

    // Which meeting, place and agency a row is about never changes.
    this.addSql('grant select, insert on meeting, invitee, attendance_setting, register_mark, mark_reason to boardwork_server')
    this.addSql('grant delete on register_mark, mark_reason to boardwork_server')
    this.addSql(`grant update (title, starts_at, ends_at, held_on, place, link, notes, case_reference, series_id, sequence,
      cancelled_at, cancelled_reason, register_begun_at, register_closed_at, register_closed_by_name, version)
      on meeting to boardwork_server`)
    this.addSql('grant update (person_id, person_name, required, removed_at, version) on invitee to boardwork_server')
    this.addSql('grant update (year_starts_month, deputy_rule, version) on attendance_setting to boardwork_server')
    this.addSql(`grant update (required, voting, holder_id, holder_name, mark, came_id, came_name,
      senior_enough, source, marked_by_name, marked_at, version) on register_mark to boardwork_server`)
    this.addSql('grant update (reason) on mark_reason to boardwork_server')
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "invitee" drop constraint "invitee_board_id_meeting_id_meeting_kind_foreign";`);
    this.addSql(`alter table "register_mark" drop constraint "register_mark_board_id_meeting_id_meeting_kind_foreign";`);
    this.addSql(`alter table "register_mark" drop constraint "register_mark_board_id_meeting_id_invitee_id_foreign";`);
    this.addSql(`alter table "mark_reason" drop constraint "mark_reason_board_id_mark_id_foreign";`);

    this.addSql(`drop table if exists "meeting" cascade;`);
    this.addSql(`drop table if exists "invitee" cascade;`);
    this.addSql(`drop table if exists "attendance_setting" cascade;`);
    this.addSql(`drop table if exists "register_mark" cascade;`);
    this.addSql(`drop table if exists "mark_reason" cascade;`);
  }

}
