import { Migration } from '@mikro-orm/migrations'
import { helper, list, view } from '../helper.ts'

export class Migration20261124000001_reporting extends Migration {
  override up(): void | Promise<void> {
    this.addSql(`create table "pointer_answer" ("board_id" uuid not null, "id" uuid not null, "plan_id" uuid not null, "area_id" uuid not null, "action_id" uuid not null, "kind" text not null, "facts" text not null, "reason" text not null, "answered_at" timestamptz not null, "answered_by_id" uuid not null, "answered_by_name" text not null, primary key ("board_id", "id"));`);
    this.addSql(`create index "pointer_answer_action_id_index" on "pointer_answer" ("action_id");`);

    this.addSql(`create table "period_closing" ("board_id" uuid not null, "id" uuid not null, "starts_on" date not null, "ends_on" date not null, "name" text not null, "closed_at" timestamptz not null, "closed_by_id" uuid not null, "closed_by_name" text not null, primary key ("board_id", "id"));`);
    this.addSql(`create index "period_closing_id_index" on "period_closing" ("id");`);
    this.addSql(`alter table "period_closing" add constraint "period_closing_board_id_starts_on_unique" unique ("board_id", "starts_on");`);

    this.addSql(`create table "reporting_calendar" ("board_id" uuid not null, "id" uuid not null, "starts_on" date not null, "frequency" text not null, "first_month" int not null, "days_to_report" int not null, "version" int not null, primary key ("board_id", "id"));`);
    this.addSql(`create index "reporting_calendar_id_index" on "reporting_calendar" ("id");`);
    this.addSql(`alter table "reporting_calendar" add constraint "reporting_calendar_board_id_starts_on_unique" unique ("board_id", "starts_on");`);

    this.addSql(`drop policy "progress_update_delete" on "progress_update";`);
    this.addSql(`drop policy "progress_update_insert" on "progress_update";`);
    this.addSql(`drop policy "progress_update_select" on "progress_update";`);
    this.addSql(`drop policy "progress_update_update" on "progress_update";`);

    this.addSql(`alter table "progress_update" add "period_starts_on" date null, add "state" text not null default 'AUTHORISED', add "corrective_actions" text null, add "written_by_id" uuid null, add "written_by_name" text null, add "submitted_at" timestamptz null, add "decided_at" timestamptz null, add "decided_by_id" uuid null, add "decided_by_name" text null, add "return_reason" text null, add "corrects_id" uuid null, add "correction_reason" text null, add "corrected" boolean not null default false, add "version" int not null default 1;`);
    // What was reported before had neither drafts nor periods of another length than a quarter.
    this.addSql('set local role boardwork_maintenance')
    this.addSql(`update progress_update set period_starts_on = period_ends_on + 1 - interval '3 months'`)
    this.addSql('reset role')
    this.addSql(`alter table "progress_update" alter "period_starts_on" set not null, alter "state" drop default;`)
    this.addSql(`alter table "progress_update" add constraint "progress_update_written_by_id_foreign" foreign key ("written_by_id") references "person" ("id") on delete restrict;`);
    this.addSql(`alter table "progress_update" add constraint "progress_update_decided_by_id_foreign" foreign key ("decided_by_id") references "person" ("id") on delete restrict;`);
    this.addSql(`alter table "progress_update" add constraint "progress_update_board_id_corrects_id_foreign" foreign key ("board_id", "corrects_id") references "progress_update" ("board_id", "id") on update cascade on delete cascade;`);
    this.addSql(`create index "progress_update_id_index" on "progress_update" ("id");`);
    this.addSql(`alter table "progress_update" add constraint "progress_update_board_id_corrects_id_unique" unique ("board_id", "corrects_id");`);
    this.addSql(`create unique index "progress_update_one_each_period" on "progress_update" ("board_id", "action_id", "period_ends_on") where corrects_id is null;`);
    this.addSql(`alter table "progress_update" add constraint "progress_update_percent" check (percent_complete >= 0 and percent_complete <= 100);`);
    this.addSql(`alter table "action_responsible" add "part" text not null default 'RESPONSIBLE';`)
    actionHelpers(this)
    this.addSql(`create policy "progress_update_insert" on "progress_update" for insert with check (((board_id = any((select access.officer_boards())::uuid[])) or (action_id = any((select access.my_actions())::uuid[]))) and (written_by_id = (select access.me())));`);
    this.addSql(`create policy "progress_update_select" on "progress_update" for select using (((state = 'AUTHORISED') and (((plan_id = any((select access.whole_plans())::uuid[])) or (area_id = any((select access.part_areas())::uuid[])) or (board_id = any((select access.officer_boards())::uuid[]))))) or (board_id = any((select access.officer_boards())::uuid[])) or (action_id = any((select access.my_actions())::uuid[])));`);
    this.addSql(`create policy "progress_update_update" on "progress_update" for update using ((board_id = any((select access.officer_boards())::uuid[])) or (action_id = any((select access.my_actions())::uuid[]))) with check ((board_id = any((select access.officer_boards())::uuid[])) or (action_id = any((select access.my_actions())::uuid[])));`);

    this.addSql(`create index "action_responsible_person_id_index" on "action_responsible" ("person_id");`);

    this.addSql(`alter table "pointer_answer" add constraint "pointer_answer_board_id_plan_id_area_id_action_id_foreign" foreign key ("board_id", "plan_id", "area_id", "action_id") references "plan_action" ("board_id", "plan_id", "area_id", "id") on update cascade on delete cascade;`);
    this.addSql(`alter table "pointer_answer" add constraint "pointer_answer_answered_by_id_foreign" foreign key ("answered_by_id") references "person" ("id");`);
    this.addSql(`alter table "pointer_answer" enable row level security;`);
    this.addSql(`alter table "pointer_answer" force row level security;`);
    this.addSql(`create policy "pointer_answer_maintenance" on "pointer_answer" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "pointer_answer_select" on "pointer_answer" for select using ((plan_id = any((select access.whole_plans())::uuid[])) or (area_id = any((select access.part_areas())::uuid[])) or (board_id = any((select access.officer_boards())::uuid[])));`);
    this.addSql(`create policy "pointer_answer_insert" on "pointer_answer" for insert with check (((board_id = any((select access.officer_boards())::uuid[])) or (action_id = any((select access.my_actions())::uuid[]))) and (answered_by_id = (select access.me())));`);

    this.addSql(`alter table "period_closing" add constraint "period_closing_board_id_foreign" foreign key ("board_id") references "board" ("id");`);
    this.addSql(`alter table "period_closing" add constraint "period_closing_closed_by_id_foreign" foreign key ("closed_by_id") references "person" ("id");`);
    this.addSql(`alter table "period_closing" enable row level security;`);
    this.addSql(`alter table "period_closing" force row level security;`);
    this.addSql(`create policy "period_closing_maintenance" on "period_closing" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "period_closing_select" on "period_closing" for select using (board_id = any((select access.known_boards())::uuid[]));`);
    this.addSql(`create policy "period_closing_insert" on "period_closing" for insert with check ((board_id = any((select access.officer_boards())::uuid[])) and (closed_by_id = (select access.me())));`);

    this.addSql(`alter table "reporting_calendar" add constraint "reporting_calendar_board_id_foreign" foreign key ("board_id") references "board" ("id");`);
    this.addSql(`alter table "reporting_calendar" enable row level security;`);
    this.addSql(`alter table "reporting_calendar" force row level security;`);
    this.addSql(`create policy "reporting_calendar_maintenance" on "reporting_calendar" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "reporting_calendar_select" on "reporting_calendar" for select using (board_id = any((select access.known_boards())::uuid[]));`);
    this.addSql(`create policy "reporting_calendar_insert" on "reporting_calendar" for insert with check (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "reporting_calendar_delete" on "reporting_calendar" for delete using (board_id = any((select access.officer_boards())::uuid[]));`);

    this.addSql('grant select on pointer_answer, period_closing, reporting_calendar to boardwork_server')
    this.addSql('grant insert on pointer_answer, period_closing, reporting_calendar to boardwork_server')
    this.addSql('grant delete on reporting_calendar to boardwork_server')
    this.addSql('revoke delete on progress_update from boardwork_server')
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "pointer_answer" cascade;`);
    this.addSql(`drop table if exists "period_closing" cascade;`);
    this.addSql(`drop table if exists "reporting_calendar" cascade;`);

    this.addSql(`drop policy "progress_update_select" on "progress_update";`);
    this.addSql(`drop policy "progress_update_insert" on "progress_update";`);
    this.addSql(`drop policy "progress_update_update" on "progress_update";`);
    this.addSql(`alter table "progress_update" drop constraint "progress_update_written_by_id_foreign";`);
    this.addSql(`alter table "progress_update" drop constraint "progress_update_decided_by_id_foreign";`);
    this.addSql(`alter table "progress_update" drop constraint "progress_update_board_id_corrects_id_foreign";`);

    this.addSql(`drop index "action_responsible_person_id_index";`);
    this.addSql(`alter table "action_responsible" drop column "part";`);

    this.addSql(`drop index "progress_update_id_index";`);
    this.addSql(`alter table "progress_update" drop constraint "progress_update_board_id_corrects_id_unique";`);
    this.addSql(`alter table "progress_update" drop constraint "progress_update_one_each_period";`);
    this.addSql(`alter table "progress_update" drop constraint "progress_update_percent";`);
    this.addSql(`alter table "progress_update" drop column "period_starts_on", drop column "state", drop column "corrective_actions", drop column "written_by_id", drop column "written_by_name", drop column "submitted_at", drop column "decided_at", drop column "decided_by_id", drop column "decided_by_name", drop column "return_reason", drop column "corrects_id", drop column "correction_reason", drop column "corrected", drop column "version";`);
    this.addSql(`create policy "progress_update_delete" on "progress_update" for delete using (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "progress_update_select" on "progress_update" for select using ((plan_id = any((select access.whole_plans())::uuid[])) or (area_id = any((select access.part_areas())::uuid[])) or (board_id = any((select access.officer_boards())::uuid[])));`);
    this.addSql(`create policy "progress_update_insert" on "progress_update" for insert with check (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "progress_update_update" on "progress_update" for update using (board_id = any((select access.officer_boards())::uuid[])) with check (board_id = any((select access.officer_boards())::uuid[]));`);
  }

}

/** Everybody who sits at a board today: holders of seats, their deputies, coordinators and chairs. */
const sitting = `
  select s.board_id, s.holder_id as person_id from public.seat s
  join public.account a on a.person_id = s.holder_id and a.disabled_at is null
  where access.is_live(s.starts_on, s.ends_on)
  union
  select d.board_id, d.person_id from public.deputy d
  join public.seat s on s.board_id = d.board_id and s.id = d.seat_id
  join public.account a on a.person_id = d.person_id and a.disabled_at is null
  where d.ended_at is null and access.is_live(s.starts_on, s.ends_on)
  union
  select g.scope_id, g.person_id from public."grant" g
  join public.account a on a.person_id = g.person_id and a.disabled_at is null
  where g.scope = 'BOARD' and g.role in ('COORDINATOR', 'CHAIR') and g.ended_at is null
    and access.is_live(g.starts_on, g.ends_on)`

const agencySits = `exists (select from public.seat s where s.board_id = r.board_id
  and s.organisation_id = r.organisation_id and access.is_live(s.starts_on, s.ends_on))`

function actionHelpers(migration: Migration): void {
  // Three parts, so that each is found by an index.
  view(migration, 'my_action', `
    select r.board_id, r.action_id, r.part
    from public.action_responsible r
    join public.plan p on p.board_id = r.board_id and p.id = r.plan_id
    where p.state = 'ADOPTED' and r.person_id = access.person_id()
      and r.board_id in (select board_id from access.my_member_board)
    union
    select r.board_id, r.action_id, r.part
    from access.my_seat s
    join public.action_responsible r on r.board_id = s.board_id and r.organisation_id = s.organisation_id
    join public.plan p on p.board_id = r.board_id and p.id = r.plan_id
    where p.state = 'ADOPTED'
    union
    select r.board_id, r.action_id, r.part
    from public.action_responsible r
    join public.plan p on p.board_id = r.board_id and p.id = r.plan_id
    where p.state = 'ADOPTED'
      and r.organisation_id in (select organisation_id from access.my_led_organisation) and ${agencySits}`)
  list(migration, 'my_actions', `
    select coalesce(array_agg(distinct action_id), '{}') into answer from access.my_action`)
  helper(migration, 'access', 'my_parts(of_actions uuid[])', 'table(action_id uuid, part text)', `
    select m.action_id, m.part from access.my_action m where m.action_id = any(of_actions)`)

  // Whether somebody who still sits at the board is named to authorise the updates of each action, whether I am, and
  // how many others may: those who are named, or else the coordinators and chairs.
  helper(migration, 'access', 'authority(of_actions uuid[])',
    'table(action_id uuid, named boolean, mine boolean, others integer)', `
    with sitting as (${sitting}),
    named as (
      select r.action_id, coalesce(r.person_id, s.holder_id) as person_id
      from public.action_responsible r
      left join public.seat s on r.person_id is null and s.board_id = r.board_id
        and s.organisation_id = r.organisation_id and access.is_live(s.starts_on, s.ends_on)
      where r.part = 'AUTHORISING' and r.action_id = any(of_actions)
        and exists (select from sitting where sitting.board_id = r.board_id
          and sitting.person_id = coalesce(r.person_id, s.holder_id))
      union
      select r.action_id, d.person_id
      from public.action_responsible r
      join public.seat s on s.board_id = r.board_id and s.organisation_id = r.organisation_id
      join public.deputy d on d.board_id = s.board_id and d.seat_id = s.id
      join sitting on sitting.board_id = r.board_id and sitting.person_id = d.person_id
      where r.part = 'AUTHORISING' and r.person_id is null and r.action_id = any(of_actions)
        and d.ended_at is null and access.is_live(s.starts_on, s.ends_on)
      union
      select r.action_id, g.person_id
      from public.action_responsible r
      join public."grant" g on g.scope = 'ORGANISATION' and g.scope_id = r.organisation_id
        and g.role = 'AGENCY_LEAD' and g.ended_at is null and access.is_live(g.starts_on, g.ends_on)
      join public.account a on a.person_id = g.person_id and a.disabled_at is null
      where r.part = 'AUTHORISING' and r.person_id is null and r.action_id = any(of_actions) and ${agencySits}),
    anybody as (
      select * from named
      union
      select a.id, g.person_id
      from public.plan_action a
      join public."grant" g on g.scope = 'BOARD' and g.scope_id = a.board_id and g.role in ('COORDINATOR', 'CHAIR')
        and g.ended_at is null and access.is_live(g.starts_on, g.ends_on)
      join public.account account on account.person_id = g.person_id and account.disabled_at is null
      where a.id = any(of_actions) and not exists (select from named where named.action_id = a.id))
    select anybody.action_id, exists (select from named where named.action_id = anybody.action_id),
      coalesce(bool_or(anybody.person_id = access.me()), false),
      (count(*) filter (where anybody.person_id is distinct from access.me()))::integer
    from anybody group by anybody.action_id`)

  // Of those who are named for the actions: people who do not sit at the board any more, and agencies without a seat.
  helper(migration, 'access', 'departed(of_actions uuid[])', 'table(action_id uuid, responsible_id uuid)', `
    with sitting as (${sitting})
    select r.action_id, r.id from public.action_responsible r
    where r.action_id = any(of_actions) and case
      when r.person_id is not null then not exists (select from sitting
        where sitting.board_id = r.board_id and sitting.person_id = r.person_id)
      else r.organisation_id is not null and not ${agencySits} end`)
}
