import { Migration } from '@mikro-orm/migrations';

export class Migration20261201000060_agenda extends Migration {

  override name = 'Migration20261201000060_agenda';

  override up(): void | Promise<void> {
    this.addSql(`create table "strategy_kind" ("board_id" uuid not null, "id" uuid not null, "name" text not null, "removed_at" timestamptz null, "version" int not null default 1, primary key ("board_id", "id"));`);
    this.addSql(`create index "strategy_kind_id_index" on "strategy_kind" ("id");`);

    this.addSql(`create table "standard_invitee" ("board_id" uuid not null, "id" uuid not null, "kind_id" uuid not null, "organisation_id" uuid not null, "person_id" uuid null, "required" boolean not null, primary key ("board_id", "id"));`);
    this.addSql(`create index "standard_invitee_kind_id_index" on "standard_invitee" ("kind_id");`);
    this.addSql(`create index "standard_invitee_id_index" on "standard_invitee" ("id");`);

    this.addSql(`create table "agenda_item" ("board_id" uuid not null, "id" uuid not null, "meeting_id" uuid not null, "meeting_kind" text not null, "position" int not null, "title" text not null, "presenter" text not null, "minutes" int null, "notes" text not null, "removed_at" timestamptz null, "version" int not null default 1, primary key ("board_id", "id"));`);
    this.addSql(`create index "agenda_item_meeting_id_index" on "agenda_item" ("meeting_id");`);
    this.addSql(`create index "agenda_item_id_index" on "agenda_item" ("id");`);
    this.addSql(`alter table "agenda_item" add constraint "agenda_item_board_id_meeting_id_id_unique" unique ("board_id", "meeting_id", "id");`);

    this.addSql(`create table "meeting_paper" ("board_id" uuid not null, "id" uuid not null, "meeting_id" uuid not null, "meeting_kind" text not null, "item_id" uuid null, "title" text not null, "address" text null, "file_name" text null, "media_type" text null, "bytes" int null, "sha256" text null, "storage_key" text null, "added_by_name" text not null, "added_at" timestamptz not null, "removed_at" timestamptz null, "version" int not null default 1, primary key ("board_id", "id"));`);
    this.addSql(`create index "meeting_paper_meeting_id_index" on "meeting_paper" ("meeting_id");`);
    this.addSql(`create index "meeting_paper_item_id_index" on "meeting_paper" ("item_id");`);
    this.addSql(`create index "meeting_paper_id_index" on "meeting_paper" ("id");`);

    this.addSql(`create table "meeting_action" ("board_id" uuid not null, "id" uuid not null, "meeting_id" uuid not null, "meeting_kind" text not null, "item_id" uuid null, "words" text not null, "organisation_id" uuid null, "organisation_name" text null, "post" text not null, "due_on" date null, "done_on" date null, "plan_id" uuid null, "area_id" uuid null, "action_id" uuid null, "recorded_by_name" text not null, "recorded_at" timestamptz not null, "removed_at" timestamptz null, "version" int not null default 1, primary key ("board_id", "id"));`);
    this.addSql(`create index "meeting_action_meeting_id_index" on "meeting_action" ("meeting_id");`);
    this.addSql(`create index "meeting_action_item_id_index" on "meeting_action" ("item_id");`);
    this.addSql(`create index "meeting_action_plan_id_index" on "meeting_action" ("plan_id");`);
    this.addSql(`create index "meeting_action_action_id_index" on "meeting_action" ("action_id");`);
    this.addSql(`create index "meeting_action_id_index" on "meeting_action" ("id");`);

    this.addSql(`create table "decision" ("board_id" uuid not null, "id" uuid not null, "meeting_id" uuid not null, "meeting_kind" text not null, "item_id" uuid null, "words" text not null, "recorded_by_name" text not null, "recorded_at" timestamptz not null, "removed_at" timestamptz null, "version" int not null default 1, primary key ("board_id", "id"));`);
    this.addSql(`create index "decision_meeting_id_index" on "decision" ("meeting_id");`);
    this.addSql(`create index "decision_item_id_index" on "decision" ("item_id");`);
    this.addSql(`create index "decision_id_index" on "decision" ("id");`);

    this.addSql(`alter table "meeting" add "strategy_kind_id" uuid null;`);
    this.addSql(`alter table "meeting" add constraint "meeting_board_id_strategy_kind_id_foreign" foreign key ("board_id", "strategy_kind_id") references "strategy_kind" ("board_id", "id") on update cascade on delete restrict;`);
    this.addSql(`create index "meeting_strategy_kind_id_index" on "meeting" ("strategy_kind_id");`);

    this.addSql(`alter table "strategy_kind" add constraint "strategy_kind_board_id_foreign" foreign key ("board_id") references "board" ("id");`);
    this.addSql(`alter table "strategy_kind" enable row level security;`);
    this.addSql(`alter table "strategy_kind" force row level security;`);
    this.addSql(`create policy "strategy_kind_maintenance" on "strategy_kind" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "strategy_kind_select" on "strategy_kind" for select using (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "strategy_kind_insert" on "strategy_kind" for insert with check (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "strategy_kind_update" on "strategy_kind" for update using (board_id = any((select access.officer_boards())::uuid[])) with check (board_id = any((select access.officer_boards())::uuid[]));`);

    this.addSql(`alter table "standard_invitee" add constraint "standard_invitee_board_id_kind_id_foreign" foreign key ("board_id", "kind_id") references "strategy_kind" ("board_id", "id") on update cascade on delete cascade;`);
    this.addSql(`alter table "standard_invitee" add constraint "standard_invitee_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id");`);
    this.addSql(`alter table "standard_invitee" add constraint "standard_invitee_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete set null;`);
    this.addSql(`alter table "standard_invitee" enable row level security;`);
    this.addSql(`alter table "standard_invitee" force row level security;`);
    this.addSql(`create policy "standard_invitee_maintenance" on "standard_invitee" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "standard_invitee_select" on "standard_invitee" for select using (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "standard_invitee_insert" on "standard_invitee" for insert with check (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "standard_invitee_delete" on "standard_invitee" for delete using (board_id = any((select access.officer_boards())::uuid[]));`);

    this.addSql(`alter table "agenda_item" add constraint "agenda_item_board_id_meeting_id_meeting_kind_foreign" foreign key ("board_id", "meeting_id", "meeting_kind") references "meeting" ("board_id", "id", "kind") on update cascade on delete cascade;`);
    this.addSql(`alter table "agenda_item" enable row level security;`);
    this.addSql(`alter table "agenda_item" force row level security;`);
    this.addSql(`create policy "agenda_item_maintenance" on "agenda_item" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "agenda_item_select" on "agenda_item" for select using ((board_id = any((select access.officer_boards())::uuid[])) or ((meeting_kind = 'BOARD') and ((board_id = any((select access.member_boards())::uuid[])) or (board_id = any((select access.led_boards())::uuid[])) or (meeting_id = any((select access.led_meetings())::uuid[])))) or (meeting_id = any((select access.invited_meetings())::uuid[])));`);
    this.addSql(`create policy "agenda_item_insert" on "agenda_item" for insert with check (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "agenda_item_update" on "agenda_item" for update using (board_id = any((select access.officer_boards())::uuid[])) with check (board_id = any((select access.officer_boards())::uuid[]));`);

    this.addSql(`alter table "meeting_paper" add constraint "meeting_paper_board_id_meeting_id_meeting_kind_foreign" foreign key ("board_id", "meeting_id", "meeting_kind") references "meeting" ("board_id", "id", "kind") on update cascade on delete cascade;`);
    this.addSql(`alter table "meeting_paper" add constraint "meeting_paper_board_id_meeting_id_item_id_foreign" foreign key ("board_id", "meeting_id", "item_id") references "agenda_item" ("board_id", "meeting_id", "id") on update cascade on delete cascade;`);
    this.addSql(`alter table "meeting_paper" add constraint "meeting_paper_link_or_file" check (num_nonnulls(file_name, media_type, bytes, sha256, storage_key) = case when address is null then 5 else 0 end);`);
    this.addSql(`alter table "meeting_paper" enable row level security;`);
    this.addSql(`alter table "meeting_paper" force row level security;`);
    this.addSql(`create policy "meeting_paper_maintenance" on "meeting_paper" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "meeting_paper_select" on "meeting_paper" for select using ((board_id = any((select access.officer_boards())::uuid[])) or ((meeting_kind = 'BOARD') and ((board_id = any((select access.member_boards())::uuid[])) or (board_id = any((select access.led_boards())::uuid[])) or (meeting_id = any((select access.led_meetings())::uuid[])))) or (meeting_id = any((select access.invited_meetings())::uuid[])));`);
    this.addSql(`create policy "meeting_paper_insert" on "meeting_paper" for insert with check (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "meeting_paper_update" on "meeting_paper" for update using (board_id = any((select access.officer_boards())::uuid[])) with check (board_id = any((select access.officer_boards())::uuid[]));`);

    this.addSql(`alter table "meeting_action" add constraint "meeting_action_board_id_meeting_id_meeting_kind_foreign" foreign key ("board_id", "meeting_id", "meeting_kind") references "meeting" ("board_id", "id", "kind") on update cascade on delete cascade;`);
    this.addSql(`alter table "meeting_action" add constraint "meeting_action_board_id_meeting_id_item_id_foreign" foreign key ("board_id", "meeting_id", "item_id") references "agenda_item" ("board_id", "meeting_id", "id") on update cascade on delete cascade;`);
    this.addSql(`alter table "meeting_action" add constraint "meeting_action_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id") on delete restrict;`);
    this.addSql(`alter table "meeting_action" add constraint "meeting_action_board_id_plan_id_area_id_action_id_foreign" foreign key ("board_id", "plan_id", "area_id", "action_id") references "plan_action" ("board_id", "plan_id", "area_id", "id") on update cascade on delete set null (plan_id, area_id, action_id);`);
    this.addSql(`alter table "meeting_action" add constraint "meeting_action_in_plan" check (num_nonnulls(plan_id, area_id, action_id) in (0, 3) and (action_id is null or meeting_kind = 'BOARD'));`);
    this.addSql(`alter table "meeting_action" enable row level security;`);
    this.addSql(`alter table "meeting_action" force row level security;`);
    this.addSql(`create policy "meeting_action_maintenance" on "meeting_action" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "meeting_action_select" on "meeting_action" for select using ((board_id = any((select access.officer_boards())::uuid[])) or ((meeting_kind = 'BOARD') and ((board_id = any((select access.member_boards())::uuid[])) or (board_id = any((select access.led_boards())::uuid[])) or (meeting_id = any((select access.led_meetings())::uuid[])))) or (meeting_id = any((select access.invited_meetings())::uuid[])));`);
    this.addSql(`create policy "meeting_action_insert" on "meeting_action" for insert with check (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "meeting_action_update" on "meeting_action" for update using (board_id = any((select access.officer_boards())::uuid[])) with check (board_id = any((select access.officer_boards())::uuid[]));`);

    this.addSql(`alter table "decision" add constraint "decision_board_id_meeting_id_meeting_kind_foreign" foreign key ("board_id", "meeting_id", "meeting_kind") references "meeting" ("board_id", "id", "kind") on update cascade on delete cascade;`);
    this.addSql(`alter table "decision" add constraint "decision_board_id_meeting_id_item_id_foreign" foreign key ("board_id", "meeting_id", "item_id") references "agenda_item" ("board_id", "meeting_id", "id") on update cascade on delete cascade;`);
    this.addSql(`alter table "decision" enable row level security;`);
    this.addSql(`alter table "decision" force row level security;`);
    this.addSql(`create policy "decision_maintenance" on "decision" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "decision_select" on "decision" for select using ((board_id = any((select access.officer_boards())::uuid[])) or ((meeting_kind = 'BOARD') and ((board_id = any((select access.member_boards())::uuid[])) or (board_id = any((select access.led_boards())::uuid[])) or (meeting_id = any((select access.led_meetings())::uuid[])))) or (meeting_id = any((select access.invited_meetings())::uuid[])));`);
    this.addSql(`create policy "decision_insert" on "decision" for insert with check (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "decision_update" on "decision" for update using (board_id = any((select access.officer_boards())::uuid[])) with check (board_id = any((select access.officer_boards())::uuid[]));`);

    // Which meeting a row is of never changes, nor what a paper holds.
    this.addSql(`grant select, insert on strategy_kind, standard_invitee, agenda_item, meeting_paper, decision, meeting_action
      to boardwork_server`)
    this.addSql('grant delete on standard_invitee to boardwork_server')
    this.addSql('grant update (name, removed_at, version) on strategy_kind to boardwork_server')
    this.addSql('grant update (position, title, presenter, minutes, notes, removed_at, version) on agenda_item to boardwork_server')
    this.addSql('grant update (removed_at, version) on meeting_paper to boardwork_server')
    this.addSql('grant update (item_id, words, removed_at, version) on decision to boardwork_server')
    this.addSql(`grant update (item_id, words, organisation_id, organisation_name, post, due_on, done_on, plan_id, area_id,
      action_id, removed_at, version) on meeting_action to boardwork_server`)
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "standard_invitee" drop constraint "standard_invitee_board_id_kind_id_foreign";`);
    this.addSql(`alter table "meeting" drop constraint "meeting_board_id_strategy_kind_id_foreign";`);
    this.addSql(`alter table "meeting_paper" drop constraint "meeting_paper_board_id_meeting_id_item_id_foreign";`);
    this.addSql(`alter table "meeting_action" drop constraint "meeting_action_board_id_meeting_id_item_id_foreign";`);
    this.addSql(`alter table "decision" drop constraint "decision_board_id_meeting_id_item_id_foreign";`);

    this.addSql(`drop table if exists "strategy_kind" cascade;`);
    this.addSql(`drop table if exists "standard_invitee" cascade;`);
    this.addSql(`drop table if exists "agenda_item" cascade;`);
    this.addSql(`drop table if exists "meeting_paper" cascade;`);
    this.addSql(`drop table if exists "meeting_action" cascade;`);
    this.addSql(`drop table if exists "decision" cascade;`);

    this.addSql(`drop index "meeting_strategy_kind_id_index";`);
    this.addSql(`alter table "meeting" drop column "strategy_kind_id";`);
  }

}
