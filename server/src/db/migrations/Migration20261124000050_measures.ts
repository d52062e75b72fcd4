import { Migration } from '@mikro-orm/migrations';

export class Migration20261124000050_measures extends Migration {

  override name = 'Migration20261124000050_measures';

  override up(): void | Promise<void> {
    this.addSql(`create table "measure" ("board_id" uuid not null, "id" uuid not null, "plan_id" uuid not null, "area_id" uuid not null, "action_id" uuid not null, "kind" text not null, "name" text not null, "target" double precision null, "target_on" date null, "within_days" int null, "unit" text null, "population" text null, "counting" text null, "population_size" int null, "set_at" timestamptz not null, "ended_at" timestamptz null, "ended_reason" text null, "version" int not null default 1, primary key ("board_id", "id"));`);
    this.addSql(`create index "measure_plan_id_index" on "measure" ("plan_id");`);
    this.addSql(`create index "measure_action_id_index" on "measure" ("action_id");`);
    this.addSql(`create index "measure_id_index" on "measure" ("id");`);
    this.addSql(`alter table "measure" add constraint "measure_board_id_action_id_id_unique" unique ("board_id", "action_id", "id");`);

    this.addSql(`create table "measure_result" ("board_id" uuid not null, "id" uuid not null, "plan_id" uuid not null, "area_id" uuid not null, "action_id" uuid not null, "measure_id" uuid not null, "measured_on" date not null, "period" text null, "value" double precision null, "numerator" int null, "denominator" int null, "population_size" int null, "note" text null, "recorded_by_id" uuid not null, "recorded_by_name" text not null, "recorded_by_for" text not null, "recorded_at" timestamptz not null, "corrects_id" uuid null, "correction_reason" text null, "retracts" boolean not null default false, primary key ("board_id", "id"));`);
    this.addSql(`create index "measure_result_plan_id_index" on "measure_result" ("plan_id");`);
    this.addSql(`create index "measure_result_action_id_index" on "measure_result" ("action_id");`);
    this.addSql(`create index "measure_result_measure_id_index" on "measure_result" ("measure_id");`);
    this.addSql(`create index "measure_result_id_index" on "measure_result" ("id");`);
    this.addSql(`alter table "measure_result" add constraint "measure_result_board_id_corrects_id_unique" unique ("board_id", "corrects_id");`);
    this.addSql(`alter table "measure_result" add constraint "measure_result_board_id_measure_id_id_unique" unique ("board_id", "measure_id", "id");`);

    this.addSql(`create table "milestone" ("board_id" uuid not null, "id" uuid not null, "plan_id" uuid not null, "area_id" uuid null, "action_id" uuid null, "kind" text not null, "title" text not null, "due_on" date not null, "done_on" date null, "outcome" text null, "decision" text null, "reviewed_by" text null, "recorded_by_name" text null, "recorded_at" timestamptz null, "removed_at" timestamptz null, "version" int not null default 1, primary key ("board_id", "id"));`);
    this.addSql(`create index "milestone_plan_id_index" on "milestone" ("plan_id");`);
    this.addSql(`create index "milestone_action_id_index" on "milestone" ("action_id");`);
    this.addSql(`create index "milestone_id_index" on "milestone" ("id");`);

    this.addSql(`create index "pointer_answer_plan_id_index" on "pointer_answer" ("plan_id");`);

    this.addSql(`alter table "measure" add constraint "measure_board_id_plan_id_area_id_action_id_foreign" foreign key ("board_id", "plan_id", "area_id", "action_id") references "plan_action" ("board_id", "plan_id", "area_id", "id") on update cascade on delete cascade;`);
    this.addSql(`alter table "measure" add constraint "measure_fields_of_kind" check ((kind = 'BY_DATE') = (target is null) and (kind = 'BY_DATE') = (target_on is not null)
    and (kind = 'PERCENT_WITHIN_DAYS') = (within_days is not null)
    and (kind in ('PERCENT_AT_LEAST', 'PERCENT_AT_MOST', 'PERCENT_WITHIN_DAYS')) = (counting is not null));`);
    this.addSql(`alter table "measure" enable row level security;`);
    this.addSql(`alter table "measure" force row level security;`);
    this.addSql(`create policy "measure_maintenance" on "measure" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "measure_select" on "measure" for select using ((plan_id = any((select access.whole_plans())::uuid[])) or (area_id = any((select access.part_areas())::uuid[])) or (board_id = any((select access.officer_boards())::uuid[])));`);
    this.addSql(`create policy "measure_insert" on "measure" for insert with check (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "measure_update" on "measure" for update using (board_id = any((select access.officer_boards())::uuid[])) with check (board_id = any((select access.officer_boards())::uuid[]));`);

    this.addSql(`alter table "measure_result" add constraint "measure_result_board_id_plan_id_area_id_action_id_foreign" foreign key ("board_id", "plan_id", "area_id", "action_id") references "plan_action" ("board_id", "plan_id", "area_id", "id") on update cascade on delete cascade;`);
    this.addSql(`alter table "measure_result" add constraint "measure_result_board_id_action_id_measure_id_foreign" foreign key ("board_id", "action_id", "measure_id") references "measure" ("board_id", "action_id", "id") on update cascade on delete cascade;`);
    this.addSql(`alter table "measure_result" add constraint "measure_result_recorded_by_id_foreign" foreign key ("recorded_by_id") references "person" ("id");`);
    this.addSql(`alter table "measure_result" add constraint "measure_result_board_id_measure_id_corrects_id_foreign" foreign key ("board_id", "measure_id", "corrects_id") references "measure_result" ("board_id", "measure_id", "id") on update cascade on delete cascade;`);
    this.addSql(`alter table "measure_result" add constraint "measure_result_correction" check ((corrects_id is null) = (correction_reason is null) and (not retracts or corrects_id is not null));`);
    this.addSql(`alter table "measure_result" add constraint "measure_result_share" check (num_nonnulls(numerator, denominator) in (0, 2) and numerator >= 0 and numerator <= denominator
    and (population_size is null or denominator <= population_size));`);
    this.addSql(`alter table "measure_result" enable row level security;`);
    this.addSql(`alter table "measure_result" force row level security;`);
    this.addSql(`create policy "measure_result_maintenance" on "measure_result" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "measure_result_select" on "measure_result" for select using ((plan_id = any((select access.whole_plans())::uuid[])) or (area_id = any((select access.part_areas())::uuid[])) or (board_id = any((select access.officer_boards())::uuid[])));`);
    this.addSql(`create policy "measure_result_insert" on "measure_result" for insert with check ((recorded_by_id = (select access.me())) and ((board_id = any((select access.officer_boards())::uuid[])) or (action_id = any((select access.my_actions())::uuid[]))));`);

    this.addSql(`alter table "milestone" add constraint "milestone_board_id_plan_id_foreign" foreign key ("board_id", "plan_id") references "plan" ("board_id", "id") on update cascade on delete cascade;`);
    this.addSql(`alter table "milestone" add constraint "milestone_board_id_plan_id_area_id_action_id_foreign" foreign key ("board_id", "plan_id", "area_id", "action_id") references "plan_action" ("board_id", "plan_id", "area_id", "id") on update cascade on delete cascade;`);
    this.addSql(`alter table "milestone" add constraint "milestone_of_an_action" check (num_nonnulls(area_id, action_id) in (0, 2));`);
    this.addSql(`alter table "milestone" enable row level security;`);
    this.addSql(`alter table "milestone" force row level security;`);
    this.addSql(`create policy "milestone_maintenance" on "milestone" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "milestone_select" on "milestone" for select using ((plan_id = any((select access.whole_plans())::uuid[])) or (area_id = any((select access.part_areas())::uuid[])) or (board_id = any((select access.officer_boards())::uuid[])));`);
    this.addSql(`create policy "milestone_insert" on "milestone" for insert with check (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "milestone_update" on "milestone" for update using ((board_id = any((select access.officer_boards())::uuid[])) or ((kind = 'MILESTONE') and (action_id = any((select access.my_actions())::uuid[])))) with check ((board_id = any((select access.officer_boards())::uuid[])) or ((kind = 'MILESTONE') and (action_id = any((select access.my_actions())::uuid[]))));`);

    // What was found stays as it was recorded, and what was set stays in its action.
    this.addSql('grant select, insert on measure, measure_result, milestone to boardwork_server')
    this.addSql(`grant update (name, kind, target, target_on, within_days, unit, population, counting, population_size,
      ended_at, ended_reason, version) on measure to boardwork_server`)
    this.addSql(`grant update (title, due_on, done_on, outcome, decision, reviewed_by, recorded_by_name, recorded_at,
      removed_at, version) on milestone to boardwork_server`)
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "measure_result" drop constraint "measure_result_board_id_action_id_measure_id_foreign";`);
    this.addSql(`alter table "measure_result" drop constraint "measure_result_board_id_measure_id_corrects_id_foreign";`);

    this.addSql(`drop table if exists "measure" cascade;`);
    this.addSql(`drop table if exists "measure_result" cascade;`);
    this.addSql(`drop table if exists "milestone" cascade;`);

    this.addSql(`drop index "pointer_answer_plan_id_index";`);
  }

}
