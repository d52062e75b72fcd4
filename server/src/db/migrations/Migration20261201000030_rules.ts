import { Migration } from '@mikro-orm/migrations';
import { helper, list } from '../helper.ts';

export class Migration20261201000030_rules extends Migration {

  override name = 'Migration20261201000030_rules';

  override up(): void | Promise<void> {
    // What was put to an agency is for whoever leads it and, unless it is about strategy meetings, for its seat.
    list(this, 'agency_flags', `
      select coalesce(array_agg(f.id), '{}') into answer from public.flag f
      where f.put_at is not null and (
        f.organisation_id in (select organisation_id from access.my_led_organisation)
        or (not f.strategy and exists (
          select from public.seat s
          where s.board_id = f.board_id and s.organisation_id = f.organisation_id and s.id = any(access.my_seats()))))`)

    this.addSql(`create table "meeting_sample" ("board_id" uuid not null, "id" uuid not null, "year" int not null, "share_percent" int not null, "seed" text not null, "population" text[] not null, "population_hash" text not null, "drawn" text[] not null, "drawn_at" timestamptz not null, "drawn_by_name" text not null, primary key ("board_id", "id"));`);
    this.addSql(`create index "meeting_sample_id_index" on "meeting_sample" ("id");`);
    this.addSql(`alter table "meeting_sample" add constraint "meeting_sample_board_id_year_population_hash_unique" unique ("board_id", "year", "population_hash");`);

    this.addSql(`create table "rule_set" ("board_id" uuid not null, "id" uuid not null, "year" int not null, "number" int not null, "in_force_from" timestamptz not null, "made_by_name" text not null, primary key ("board_id", "id"));`);
    this.addSql(`create index "rule_set_id_index" on "rule_set" ("id");`);
    this.addSql(`alter table "rule_set" add constraint "rule_set_board_id_year_number_unique" unique ("board_id", "year", "number");`);

    this.addSql(`create table "attendance_rule" ("board_id" uuid not null, "id" uuid not null, "rule_set_id" uuid not null, "rule_id" uuid not null, "kind" text not null, "limit_number" int not null, "sample_percent" int null, "counts_apologies" boolean null, "position" int not null, primary key ("board_id", "id"));`);
    this.addSql(`create index "attendance_rule_id_index" on "attendance_rule" ("id");`);
    this.addSql(`alter table "attendance_rule" add constraint "attendance_rule_board_id_rule_set_id_rule_id_unique" unique ("board_id", "rule_set_id", "rule_id");`);
    this.addSql(`alter table "attendance_rule" add constraint "attendance_rule_board_id_rule_set_id_kind_unique" unique ("board_id", "rule_set_id", "kind");`);

    this.addSql(`create table "flag" ("board_id" uuid not null, "id" uuid not null, "year" int not null, "rule_row_id" uuid not null, "rule_id" uuid not null, "rule_kind" text not null, "rule_words" text not null, "rules_number" int not null, "subject" text not null, "organisation_id" uuid null, "organisation_name" text null, "strategy" boolean not null, "words" text not null, "state" text not null, "raised_at" timestamptz not null, "put_at" timestamptz null, "answer_due_on" date null, "reminded_on" date null, "reminders_sent" int not null default 0, "gone_at" timestamptz null, "version" int not null default 1, primary key ("board_id", "id"));`);
    this.addSql(`create index "flag_organisation_id_index" on "flag" ("organisation_id");`);
    this.addSql(`create index "flag_id_index" on "flag" ("id");`);
    this.addSql(`alter table "flag" add constraint "flag_board_id_year_rule_id_subject_unique" unique ("board_id", "year", "rule_id", "subject");`);

    this.addSql(`create table "flag_step" ("board_id" uuid not null, "id" uuid not null, "flag_id" uuid not null, "position" int not null, "kind" text not null, "words" text not null, "answer_due_on" date null, "meeting_id" uuid null, "meeting_kind" text null, "person_name" text null, "happened_at" timestamptz not null, primary key ("board_id", "id"));`);
    this.addSql(`create index "flag_step_flag_id_index" on "flag_step" ("flag_id");`);
    this.addSql(`create index "flag_step_meeting_id_index" on "flag_step" ("meeting_id");`);
    this.addSql(`create index "flag_step_id_index" on "flag_step" ("id");`);

    this.addSql(`create table "flag_mark" ("board_id" uuid not null, "id" uuid not null, "flag_id" uuid not null, "key" uuid not null, "mark_id" uuid null, "meeting_id" uuid null, "meeting_kind" text null, "seat_id" uuid null, "found_at" timestamptz not null, "gone_at" timestamptz null, primary key ("board_id", "id"));`);
    this.addSql(`create index "flag_mark_flag_id_index" on "flag_mark" ("flag_id");`);
    this.addSql(`create index "flag_mark_mark_id_index" on "flag_mark" ("mark_id");`);
    this.addSql(`create index "flag_mark_meeting_id_index" on "flag_mark" ("meeting_id");`);
    this.addSql(`create index "flag_mark_id_index" on "flag_mark" ("id");`);
    this.addSql(`alter table "flag_mark" add constraint "flag_mark_board_id_flag_id_key_unique" unique ("board_id", "flag_id", "key");`);

    this.addSql(`alter table "meeting_sample" add constraint "meeting_sample_board_id_foreign" foreign key ("board_id") references "board" ("id");`);
    this.addSql(`alter table "meeting_sample" add constraint "meeting_sample_share" check (share_percent > 0 and share_percent < 101);`);
    this.addSql(`alter table "meeting_sample" enable row level security;`);
    this.addSql(`alter table "meeting_sample" force row level security;`);
    this.addSql(`create policy "meeting_sample_maintenance" on "meeting_sample" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "meeting_sample_select" on "meeting_sample" for select using (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "meeting_sample_insert" on "meeting_sample" for insert with check (board_id = any((select access.officer_boards())::uuid[]));`);

    this.addSql(`alter table "rule_set" add constraint "rule_set_board_id_foreign" foreign key ("board_id") references "board" ("id");`);
    this.addSql(`alter table "rule_set" add constraint "rule_set_number" check (number > 0);`);
    this.addSql(`alter table "rule_set" enable row level security;`);
    this.addSql(`alter table "rule_set" force row level security;`);
    this.addSql(`create policy "rule_set_maintenance" on "rule_set" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "rule_set_select" on "rule_set" for select using ((board_id = any((select access.member_boards())::uuid[])) or (board_id = any((select access.led_boards())::uuid[])));`);
    this.addSql(`create policy "rule_set_insert" on "rule_set" for insert with check (board_id = any((select access.officer_boards())::uuid[]));`);

    this.addSql(`alter table "attendance_rule" add constraint "attendance_rule_board_id_rule_set_id_foreign" foreign key ("board_id", "rule_set_id") references "rule_set" ("board_id", "id") on update cascade on delete cascade;`);
    this.addSql(`alter table "attendance_rule" add constraint "attendance_rule_of_kind" check ((kind = 'FULL_ATTENDANCE') = (sample_percent is not null)
    and (kind = 'AGENCY_ABSENT') = (counts_apologies is not null));`);
    this.addSql(`alter table "attendance_rule" enable row level security;`);
    this.addSql(`alter table "attendance_rule" force row level security;`);
    this.addSql(`create policy "attendance_rule_maintenance" on "attendance_rule" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "attendance_rule_select" on "attendance_rule" for select using ((board_id = any((select access.member_boards())::uuid[])) or (board_id = any((select access.led_boards())::uuid[])));`);
    this.addSql(`create policy "attendance_rule_insert" on "attendance_rule" for insert with check (board_id = any((select access.officer_boards())::uuid[]));`);

    this.addSql(`alter table "flag" add constraint "flag_board_id_rule_row_id_foreign" foreign key ("board_id", "rule_row_id") references "attendance_rule" ("board_id", "id") on update cascade on delete restrict;`);
    this.addSql(`alter table "flag" add constraint "flag_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id") on delete restrict;`);
    this.addSql(`alter table "flag" add constraint "flag_put_to_agency" check ((put_at is null) = (answer_due_on is null) and (put_at is null or organisation_id is not null));`);
    this.addSql(`alter table "flag" enable row level security;`);
    this.addSql(`alter table "flag" force row level security;`);
    this.addSql(`create policy "flag_maintenance" on "flag" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "flag_select" on "flag" for select using ((board_id = any((select access.officer_boards())::uuid[])) or (id = any((select access.agency_flags())::uuid[])));`);
    this.addSql(`create policy "flag_insert" on "flag" for insert with check (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "flag_update" on "flag" for update using ((board_id = any((select access.officer_boards())::uuid[])) or ((state in ('PUT', 'ANSWERED')) and (id = any((select access.agency_flags())::uuid[])))) with check ((board_id = any((select access.officer_boards())::uuid[])) or ((state in ('PUT', 'ANSWERED')) and (id = any((select access.agency_flags())::uuid[]))));`);

    this.addSql(`alter table "flag_step" add constraint "flag_step_board_id_flag_id_foreign" foreign key ("board_id", "flag_id") references "flag" ("board_id", "id") on update cascade on delete cascade;`);
    this.addSql(`alter table "flag_step" add constraint "flag_step_board_id_meeting_id_meeting_kind_foreign" foreign key ("board_id", "meeting_id", "meeting_kind") references "meeting" ("board_id", "id", "kind") on update cascade on delete restrict;`);
    this.addSql(`alter table "flag_step" add constraint "flag_step_of_board_meeting" check ((meeting_id is null) = (meeting_kind is null) and meeting_kind is distinct from 'STRATEGY');`);
    this.addSql(`alter table "flag_step" add constraint "flag_step_meeting" check ((kind = 'DISCUSSED') = (meeting_id is not null));`);
    this.addSql(`alter table "flag_step" enable row level security;`);
    this.addSql(`alter table "flag_step" force row level security;`);
    this.addSql(`create policy "flag_step_maintenance" on "flag_step" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "flag_step_select" on "flag_step" for select using ((board_id = any((select access.officer_boards())::uuid[])) or (flag_id = any((select access.agency_flags())::uuid[])));`);
    this.addSql(`create policy "flag_step_insert" on "flag_step" for insert with check ((board_id = any((select access.officer_boards())::uuid[])) or ((kind = 'ANSWERED') and (flag_id = any((select access.agency_flags())::uuid[]))));`);

    this.addSql(`alter table "flag_mark" add constraint "flag_mark_board_id_flag_id_foreign" foreign key ("board_id", "flag_id") references "flag" ("board_id", "id") on update cascade on delete cascade;`);
    this.addSql(`alter table "flag_mark" add constraint "flag_mark_board_id_mark_id_foreign" foreign key ("board_id", "mark_id") references "register_mark" ("board_id", "id") on update cascade on delete cascade;`);
    this.addSql(`alter table "flag_mark" add constraint "flag_mark_board_id_meeting_id_meeting_kind_foreign" foreign key ("board_id", "meeting_id", "meeting_kind") references "meeting" ("board_id", "id", "kind") on update cascade on delete cascade;`);
    this.addSql(`alter table "flag_mark" add constraint "flag_mark_board_id_seat_id_foreign" foreign key ("board_id", "seat_id") references "seat" ("board_id", "id") on update cascade on delete restrict;`);
    this.addSql(`alter table "flag_mark" add constraint "flag_mark_kind_of_meeting" check ((meeting_id is null) = (meeting_kind is null));`);
    this.addSql(`alter table "flag_mark" add constraint "flag_mark_in_meeting" check (mark_id is null or meeting_id is not null);`);
    this.addSql(`alter table "flag_mark" add constraint "flag_mark_of_one" check (num_nonnulls(meeting_id, seat_id) = 1);`);
    this.addSql(`alter table "flag_mark" enable row level security;`);
    this.addSql(`alter table "flag_mark" force row level security;`);
    this.addSql(`create policy "flag_mark_maintenance" on "flag_mark" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "flag_mark_select" on "flag_mark" for select using ((board_id = any((select access.officer_boards())::uuid[])) or ((flag_id = any((select access.agency_flags())::uuid[])) and ((meeting_kind is distinct from 'STRATEGY') or (meeting_id = any((select access.invited_meetings())::uuid[])))));`);
    this.addSql(`create policy "flag_mark_insert" on "flag_mark" for insert with check (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "flag_mark_update" on "flag_mark" for update using (board_id = any((select access.officer_boards())::uuid[])) with check (board_id = any((select access.officer_boards())::uuid[]));`);

    // To whom a flag is put: an officer need not be one who may look these people up.
    helper(this, 'access', 'flag_recipients(given_flag_id uuid)', 'table(email text)', `
      select distinct a.email from public.flag f
      join public.account a on a.disabled_at is null and (
        exists (
          select from public."grant" g
          where g.organisation_id = f.organisation_id and g.role = 'AGENCY_LEAD' and g.person_id = a.person_id
            and g.ended_at is null and access.is_live(g.starts_on, g.ends_on))
        or (not f.strategy and exists (
          select from public.seat s
          where s.board_id = f.board_id and s.organisation_id = f.organisation_id and access.is_live(s.starts_on, s.ends_on)
            and (s.holder_id = a.person_id or exists (
              select from public.deputy d
              where d.board_id = s.board_id and d.seat_id = s.id and d.person_id = a.person_id and d.ended_at is null)))))
      where f.id = given_flag_id and f.organisation_id is not null
      order by a.email limit 50`)
    // The flags whose answer is late. Taking them writes down that they are reminded of, so that it is not done twice.
    helper(this, 'access', 'take_late_flags(every_days integer, most integer)',
      'table(flag_id uuid, board_name text, words text, answer_due_on text)', `
      begin
        return query
          with late as (
            select f.board_id, f.id from public.flag f
            where f.state = 'PUT' and f.answer_due_on < access.today() and f.reminders_sent < most
              and (f.reminded_on is null or f.reminded_on + every_days <= access.today())
            order by f.answer_due_on, f.id limit 20 for update skip locked),
          taken as (
            update public.flag f set reminded_on = access.today(), reminders_sent = f.reminders_sent + 1
            from late where f.board_id = late.board_id and f.id = late.id
            returning f.board_id, f.id, f.words, f.answer_due_on)
          select taken.id, b.name, taken.words, taken.answer_due_on::text
          from taken join public.board b on b.id = taken.board_id;
      end`, 'plpgsql volatile')

    // What was drawn, what was said and the rules of a version stay as they are, and a flag stays what it is about.
    this.addSql('grant select, insert on meeting_sample, rule_set, attendance_rule, flag, flag_mark, flag_step to boardwork_server')
    this.addSql(`grant update (words, state, put_at, answer_due_on, reminded_on, reminders_sent, gone_at, version)
      on flag to boardwork_server`)
    this.addSql('grant update (found_at, gone_at) on flag_mark to boardwork_server')
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "attendance_rule" drop constraint "attendance_rule_board_id_rule_set_id_foreign";`);
    this.addSql(`alter table "flag" drop constraint "flag_board_id_rule_row_id_foreign";`);
    this.addSql(`alter table "flag_step" drop constraint "flag_step_board_id_flag_id_foreign";`);
    this.addSql(`alter table "flag_mark" drop constraint "flag_mark_board_id_flag_id_foreign";`);

    this.addSql(`drop table if exists "meeting_sample" cascade;`);
    this.addSql(`drop table if exists "rule_set" cascade;`);
    this.addSql(`drop table if exists "attendance_rule" cascade;`);
    this.addSql(`drop table if exists "flag" cascade;`);
    this.addSql(`drop table if exists "flag_step" cascade;`);
    this.addSql(`drop table if exists "flag_mark" cascade;`);
  }

}
