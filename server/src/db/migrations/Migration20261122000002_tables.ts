import { Migration } from '@mikro-orm/migrations';

export class Migration20261122000002_tables extends Migration {

  override name = 'Migration20261122000002_tables';

  override up(): void | Promise<void> {
    this.addSql(`create table "audit_event" ("chain_id" uuid not null, "sequence" int not null, "happened_at" timestamptz not null, "person_id" uuid null, "person_name" text not null, "under" jsonb not null, "action" text not null, "record_type" text not null, "record_id" uuid not null, "before" jsonb not null, "after" jsonb not null, "previous_hash" bytea not null, "hash" bytea not null, primary key ("chain_id", "sequence"));`);

    this.addSql(`create table "audit_head" ("chain_id" uuid not null, "sequence" int not null, "hash" bytea not null, primary key ("chain_id"));`);

    this.addSql(`create table "mail" ("id" uuid not null, "recipient" text not null, "subject" text not null, "body" text not null, "written_at" timestamptz not null default now(), "sent_at" timestamptz null, "due_at" timestamptz not null default now(), "attempts" int not null default 0, "last_error" text null, primary key ("id"));`);
    this.addSql(`create index "mail_due_at_index" on "mail" ("due_at");`);

    this.addSql(`create table "mutation_result" ("person_id" uuid not null, "client_mutation_id" text not null, "action" text not null, "record_id" uuid not null, "happened_at" timestamptz not null default now(), primary key ("person_id", "client_mutation_id"));`);

    this.addSql(`create table "person" ("id" uuid not null, "name" text not null, "version" int not null default 1, primary key ("id"));`);

    this.addSql(`create table "password_reset" ("id" uuid not null, "person_id" uuid not null, "token_hash" bytea not null, "requested_at" timestamptz not null, "expires_at" timestamptz not null, "used_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "password_reset_person_id_index" on "password_reset" ("person_id");`);
    this.addSql(`alter table "password_reset" add constraint "password_reset_token_hash_unique" unique ("token_hash");`);

    this.addSql(`create table "account" ("person_id" uuid not null, "email" text not null, "password_hash" text null, "disabled_at" timestamptz null, primary key ("person_id"));`);
    this.addSql(`alter table "account" add constraint "account_email_unique" unique ("email");`);

    this.addSql(`create table "rate_limit" ("key" text not null, "points" int not null default 0, "expire" bigint null, primary key ("key"));`);

    this.addSql(`create table "region" ("id" uuid not null, "name" text not null, primary key ("id"));`);
    this.addSql(`alter table "region" add constraint "region_name_unique" unique ("name");`);

    this.addSql(`create table "organisation" ("id" uuid not null, "region_id" uuid not null, "name" text not null, "kind" text not null, "version" int not null default 1, primary key ("id"));`);
    this.addSql(`alter table "organisation" add constraint "organisation_region_id_name_unique" unique ("region_id", "name");`);

    this.addSql(`create table "invitation" ("scope_id" uuid not null, "id" uuid not null, "scope" text not null, "role" text not null, "email" text not null, "organisation_id" uuid not null, "seat_id" uuid null, "token_hash" bytea not null, "invited_by_id" uuid not null, "invited_at" timestamptz not null, "expires_at" timestamptz not null, "accepted_at" timestamptz null, "withdrawn_at" timestamptz null, primary key ("scope_id", "id"));`);
    this.addSql(`alter table "invitation" add constraint "invitation_token_hash_unique" unique ("token_hash");`);

    this.addSql(`create table "board" ("id" uuid not null, "organisation_id" uuid not null, "parent_id" uuid null, "name" text not null, "kind" text not null, "version" int not null default 1, primary key ("id"));`);
    this.addSql(`alter table "board" add constraint "board_organisation_id_name_unique" unique ("organisation_id", "name");`);

    this.addSql(`create table "plan_import" ("board_id" uuid not null, "id" uuid not null, "file_name" text not null, "text_hash" text not null, "text" text not null, "draft" jsonb not null, "state" text not null, "plan_id" uuid null, "started_by_id" uuid not null, "started_at" timestamptz not null, "changed_at" timestamptz not null, "version" int not null default 1, primary key ("board_id", "id"));`);
    this.addSql(`create index "plan_import_text_hash_index" on "plan_import" ("text_hash");`);
    this.addSql(`create index "plan_import_id_index" on "plan_import" ("id");`);

    this.addSql(`create table "plan" ("board_id" uuid not null, "id" uuid not null, "title" text not null, "state" text not null, "created_at" timestamptz not null, "adopted_at" timestamptz null, "version" int not null default 1, primary key ("board_id", "id"));`);
    this.addSql(`create index "plan_id_index" on "plan" ("id");`);

    this.addSql(`create table "plan_area" ("board_id" uuid not null, "id" uuid not null, "plan_id" uuid not null, "position" int not null, "reference" text not null, "theme" text null, "title" text not null, "version" int not null default 1, primary key ("board_id", "id"));`);
    this.addSql(`create index "plan_area_plan_id_index" on "plan_area" ("plan_id");`);
    this.addSql(`create index "plan_area_id_index" on "plan_area" ("id");`);
    this.addSql(`alter table "plan_area" add constraint "plan_area_board_id_plan_id_id_unique" unique ("board_id", "plan_id", "id");`);

    this.addSql(`create table "plan_action" ("board_id" uuid not null, "id" uuid not null, "plan_id" uuid not null, "area_id" uuid not null, "position" int not null, "reference" text not null, "title" text not null, "outcome" text null, "progress" text null, "comments" text null, "version" int not null default 1, primary key ("board_id", "id"));`);
    this.addSql(`create index "plan_action_plan_id_index" on "plan_action" ("plan_id");`);
    this.addSql(`create index "plan_action_area_id_index" on "plan_action" ("area_id");`);
    this.addSql(`create index "plan_action_id_index" on "plan_action" ("id");`);
    this.addSql(`alter table "plan_action" add constraint "plan_action_board_id_plan_id_area_id_id_unique" unique ("board_id", "plan_id", "area_id", "id");`);

    this.addSql(`create table "progress_update" ("board_id" uuid not null, "id" uuid not null, "plan_id" uuid not null, "area_id" uuid not null, "action_id" uuid not null, "period" text not null, "period_ends_on" date not null, "status" text not null, "percent_complete" int not null, "narrative" text not null, "issues" text null, "written_at" timestamptz not null, primary key ("board_id", "id"));`);
    this.addSql(`create index "progress_update_plan_id_index" on "progress_update" ("plan_id");`);
    this.addSql(`create index "progress_update_action_id_index" on "progress_update" ("action_id");`);

    this.addSql(`create table "expected_evidence" ("board_id" uuid not null, "id" uuid not null, "plan_id" uuid not null, "area_id" uuid not null, "action_id" uuid not null, "position" int not null, "text" text null, "deadline" text null, primary key ("board_id", "id"));`);
    this.addSql(`create index "expected_evidence_plan_id_index" on "expected_evidence" ("plan_id");`);
    this.addSql(`create index "expected_evidence_action_id_index" on "expected_evidence" ("action_id");`);

    this.addSql(`create table "area_comment" ("board_id" uuid not null, "id" uuid not null, "plan_id" uuid not null, "area_id" uuid not null, "person_id" uuid not null, "author_name" text not null, "author_for" text not null, "body" text not null, "written_at" timestamptz not null, primary key ("board_id", "id"));`);
    this.addSql(`create index "area_comment_area_id_index" on "area_comment" ("area_id");`);

    this.addSql(`create table "area_share" ("board_id" uuid not null, "id" uuid not null, "plan_id" uuid not null, "area_id" uuid not null, "to_board_id" uuid null, "to_organisation_id" uuid null, "level" text not null, "reason" text not null, "ends_on" date not null, "shared_at" timestamptz not null, "shared_by_id" uuid not null, "revoked_at" timestamptz null, "version" int not null default 1, primary key ("board_id", "id"));`);
    this.addSql(`create index "area_share_area_id_index" on "area_share" ("area_id");`);
    this.addSql(`create index "area_share_to_board_id_index" on "area_share" ("to_board_id");`);
    this.addSql(`create index "area_share_to_organisation_id_index" on "area_share" ("to_organisation_id");`);
    this.addSql(`create index "area_share_id_index" on "area_share" ("id");`);

    this.addSql(`create table "action_responsible" ("board_id" uuid not null, "id" uuid not null, "plan_id" uuid not null, "area_id" uuid not null, "action_id" uuid not null, "position" int not null, "post_title" text null, "organisation_id" uuid null, "person_id" uuid null, primary key ("board_id", "id"));`);
    this.addSql(`create index "action_responsible_plan_id_index" on "action_responsible" ("plan_id");`);
    this.addSql(`create index "action_responsible_action_id_index" on "action_responsible" ("action_id");`);
    this.addSql(`create index "action_responsible_organisation_id_index" on "action_responsible" ("organisation_id");`);

    this.addSql(`create table "grant" ("scope_id" uuid not null, "id" uuid not null, "scope" text not null, "board_id" uuid null, "organisation_id" uuid null, "region_id" uuid null, "person_id" uuid not null, "role" text not null, "reason" text not null, "starts_on" date not null, "ends_on" date null, "ended_at" timestamptz null, "granted_by_id" uuid null, "version" int not null default 1, primary key ("scope_id", "id"));`);
    this.addSql(`create index "grant_person_id_index" on "grant" ("person_id");`);

    this.addSql(`create table "seat" ("board_id" uuid not null, "id" uuid not null, "organisation_id" uuid not null, "required" boolean not null, "voting" boolean not null, "holder_id" uuid null, "starts_on" date not null, "ends_on" date null, "version" int not null default 1, primary key ("board_id", "id"));`);
    this.addSql(`create index "seat_organisation_id_index" on "seat" ("organisation_id");`);
    this.addSql(`create index "seat_holder_id_index" on "seat" ("holder_id");`);
    this.addSql(`alter table "seat" add constraint "seat_board_id_organisation_id_starts_on_unique" unique ("board_id", "organisation_id", "starts_on");`);

    this.addSql(`create table "deputy" ("board_id" uuid not null, "id" uuid not null, "seat_id" uuid not null, "person_id" uuid not null, "named_at" timestamptz not null default now(), "ended_at" timestamptz null, primary key ("board_id", "id"));`);
    this.addSql(`create index "deputy_person_id_index" on "deputy" ("person_id");`);

    this.addSql(`create table "session" ("id" uuid not null, "person_id" uuid not null, "token_hash" bytea not null, "started_at" timestamptz not null, "last_used_at" timestamptz not null, "ended_at" timestamptz null, "device" text not null, primary key ("id"));`);
    this.addSql(`create index "session_person_id_index" on "session" ("person_id");`);
    this.addSql(`alter table "session" add constraint "session_token_hash_unique" unique ("token_hash");`);

    this.addSql(`create table "upload" ("board_id" uuid not null, "id" uuid not null, "person_id" uuid not null, "file_name" text not null, "content" bytea not null, "uploaded_at" timestamptz not null, primary key ("board_id", "id"));`);

    this.addSql(`alter table "audit_event" enable row level security;`);
    this.addSql(`alter table "audit_event" force row level security;`);
    this.addSql(`create policy "audit_event_maintenance" on "audit_event" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "audit_event_select" on "audit_event" for select using ((chain_id = any((select access.officer_boards())::uuid[])) or (chain_id = any((select access.led_organisations())::uuid[])) or (chain_id = '00000000-0000-0000-0000-000000000000' and (select access.is_administrator())));`);
    this.addSql(`create policy "audit_event_insert" on "audit_event" for insert with check (not (person_id is distinct from (select access.me())));`);

    this.addSql(`alter table "audit_head" enable row level security;`);
    this.addSql(`alter table "audit_head" force row level security;`);
    this.addSql(`create policy "audit_head_maintenance" on "audit_head" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "audit_head_select" on "audit_head" for select using (false);`);

    this.addSql(`alter table "mail" enable row level security;`);
    this.addSql(`alter table "mail" force row level security;`);
    this.addSql(`create policy "mail_maintenance" on "mail" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "mail_select" on "mail" for select using ((select access.is_administrator()));`);
    this.addSql(`create policy "mail_insert" on "mail" for insert with check (true);`);

    this.addSql(`alter table "mutation_result" enable row level security;`);
    this.addSql(`alter table "mutation_result" force row level security;`);
    this.addSql(`create policy "mutation_result_maintenance" on "mutation_result" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "mutation_result_select" on "mutation_result" for select using (person_id = (select access.me()));`);
    this.addSql(`create policy "mutation_result_insert" on "mutation_result" for insert with check (person_id = (select access.me()));`);

    this.addSql(`alter table "person" enable row level security;`);
    this.addSql(`alter table "person" force row level security;`);
    this.addSql(`create policy "person_maintenance" on "person" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "person_select" on "person" for select using ((id = (select access.me())) or ((select access.is_administrator())) or (id = any((select access.known_people())::uuid[])));`);
    this.addSql(`create policy "person_update" on "person" for update using ((id = (select access.me())) or ((select access.is_administrator()))) with check ((id = (select access.me())) or ((select access.is_administrator())));`);

    this.addSql(`alter table "password_reset" add constraint "password_reset_person_id_foreign" foreign key ("person_id") references "person" ("id");`);
    this.addSql(`alter table "password_reset" enable row level security;`);
    this.addSql(`alter table "password_reset" force row level security;`);
    this.addSql(`create policy "password_reset_maintenance" on "password_reset" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "password_reset_select" on "password_reset" for select using (false);`);

    this.addSql(`alter table "account" add constraint "account_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete cascade;`);
    this.addSql(`alter table "account" enable row level security;`);
    this.addSql(`alter table "account" force row level security;`);
    this.addSql(`create policy "account_maintenance" on "account" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "account_select" on "account" for select using ((person_id = (select access.me())) or ((select access.is_administrator())) or (person_id = any((select access.managed_people())::uuid[])));`);

    this.addSql(`alter table "region" enable row level security;`);
    this.addSql(`alter table "region" force row level security;`);
    this.addSql(`create policy "region_maintenance" on "region" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "region_select" on "region" for select using (((select access.is_administrator())) or (id = any((select access.regions())::uuid[])));`);
    this.addSql(`create policy "region_insert" on "region" for insert with check ((select access.is_administrator()));`);
    this.addSql(`create policy "region_update" on "region" for update using ((select access.is_administrator())) with check ((select access.is_administrator()));`);

    this.addSql(`alter table "organisation" add constraint "organisation_region_id_foreign" foreign key ("region_id") references "region" ("id") on update restrict;`);
    this.addSql(`alter table "organisation" enable row level security;`);
    this.addSql(`alter table "organisation" force row level security;`);
    this.addSql(`create policy "organisation_maintenance" on "organisation" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "organisation_select" on "organisation" for select using (((select access.is_administrator())) or (region_id = any((select access.regions())::uuid[])) or (id = any((select access.led_organisations())::uuid[])));`);
    this.addSql(`create policy "organisation_insert" on "organisation" for insert with check ((select access.is_administrator()));`);
    this.addSql(`create policy "organisation_update" on "organisation" for update using ((select access.is_administrator())) with check ((select access.is_administrator()));`);

    this.addSql(`alter table "invitation" add constraint "invitation_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id");`);
    this.addSql(`alter table "invitation" add constraint "invitation_invited_by_id_foreign" foreign key ("invited_by_id") references "person" ("id");`);
    this.addSql(`alter table "invitation" enable row level security;`);
    this.addSql(`alter table "invitation" force row level security;`);
    this.addSql(`create policy "invitation_maintenance" on "invitation" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "invitation_select" on "invitation" for select using (((select access.is_administrator())) or ((scope = 'BOARD') and (scope_id = any((select access.officer_boards())::uuid[]))) or ((scope = 'ORGANISATION') and (role = 'CONTRIBUTOR') and (scope_id = any((select access.led_organisations())::uuid[]))));`);
    this.addSql(`create policy "invitation_insert" on "invitation" for insert with check (((select access.is_administrator())) or ((scope = 'BOARD') and (scope_id = any((select access.officer_boards())::uuid[]))) or ((scope = 'ORGANISATION') and (role = 'CONTRIBUTOR') and (scope_id = any((select access.led_organisations())::uuid[]))));`);
    this.addSql(`create policy "invitation_update" on "invitation" for update using (((select access.is_administrator())) or ((scope = 'BOARD') and (scope_id = any((select access.officer_boards())::uuid[]))) or ((scope = 'ORGANISATION') and (role = 'CONTRIBUTOR') and (scope_id = any((select access.led_organisations())::uuid[])))) with check (((select access.is_administrator())) or ((scope = 'BOARD') and (scope_id = any((select access.officer_boards())::uuid[]))) or ((scope = 'ORGANISATION') and (role = 'CONTRIBUTOR') and (scope_id = any((select access.led_organisations())::uuid[]))));`);

    this.addSql(`alter table "board" add constraint "board_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id");`);
    this.addSql(`alter table "board" add constraint "board_parent_id_foreign" foreign key ("parent_id") references "board" ("id") on delete restrict;`);
    this.addSql(`alter table "board" enable row level security;`);
    this.addSql(`alter table "board" force row level security;`);
    this.addSql(`create policy "board_maintenance" on "board" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "board_select" on "board" for select using (((select access.is_administrator())) or (id = any((select access.known_boards())::uuid[])));`);
    this.addSql(`create policy "board_insert" on "board" for insert with check (((select access.is_administrator())) or (parent_id = any((select access.officer_boards())::uuid[])));`);
    this.addSql(`create policy "board_update" on "board" for update using (((select access.is_administrator())) or (id = any((select access.officer_boards())::uuid[]))) with check (((select access.is_administrator())) or (id = any((select access.officer_boards())::uuid[])));`);

    this.addSql(`alter table "plan_import" add constraint "plan_import_board_id_foreign" foreign key ("board_id") references "board" ("id");`);
    this.addSql(`alter table "plan_import" add constraint "plan_import_started_by_id_foreign" foreign key ("started_by_id") references "person" ("id");`);
    this.addSql(`alter table "plan_import" enable row level security;`);
    this.addSql(`alter table "plan_import" force row level security;`);
    this.addSql(`create policy "plan_import_maintenance" on "plan_import" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "plan_import_select" on "plan_import" for select using (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "plan_import_insert" on "plan_import" for insert with check (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "plan_import_update" on "plan_import" for update using (board_id = any((select access.officer_boards())::uuid[])) with check (board_id = any((select access.officer_boards())::uuid[]));`);

    this.addSql(`alter table "plan" add constraint "plan_board_id_foreign" foreign key ("board_id") references "board" ("id");`);
    this.addSql(`alter table "plan" enable row level security;`);
    this.addSql(`alter table "plan" force row level security;`);
    this.addSql(`create policy "plan_maintenance" on "plan" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "plan_select" on "plan" for select using ((id = any((select access.whole_plans())::uuid[])) or (id = any((select access.part_plans())::uuid[])) or (board_id = any((select access.officer_boards())::uuid[])));`);
    this.addSql(`create policy "plan_insert" on "plan" for insert with check (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "plan_update" on "plan" for update using (board_id = any((select access.officer_boards())::uuid[])) with check (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "plan_delete" on "plan" for delete using (board_id = any((select access.officer_boards())::uuid[]));`);

    this.addSql(`alter table "plan_area" add constraint "plan_area_board_id_plan_id_foreign" foreign key ("board_id", "plan_id") references "plan" ("board_id", "id") on update cascade on delete cascade;`);
    this.addSql(`alter table "plan_area" enable row level security;`);
    this.addSql(`alter table "plan_area" force row level security;`);
    this.addSql(`create policy "plan_area_maintenance" on "plan_area" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "plan_area_select" on "plan_area" for select using ((plan_id = any((select access.whole_plans())::uuid[])) or (id = any((select access.part_areas())::uuid[])) or (board_id = any((select access.officer_boards())::uuid[])));`);
    this.addSql(`create policy "plan_area_insert" on "plan_area" for insert with check (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "plan_area_update" on "plan_area" for update using (board_id = any((select access.officer_boards())::uuid[])) with check (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "plan_area_delete" on "plan_area" for delete using (board_id = any((select access.officer_boards())::uuid[]));`);

    this.addSql(`alter table "plan_action" add constraint "plan_action_board_id_plan_id_area_id_foreign" foreign key ("board_id", "plan_id", "area_id") references "plan_area" ("board_id", "plan_id", "id") on update cascade on delete cascade;`);
    this.addSql(`alter table "plan_action" enable row level security;`);
    this.addSql(`alter table "plan_action" force row level security;`);
    this.addSql(`create policy "plan_action_maintenance" on "plan_action" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "plan_action_select" on "plan_action" for select using ((plan_id = any((select access.whole_plans())::uuid[])) or (area_id = any((select access.part_areas())::uuid[])) or (board_id = any((select access.officer_boards())::uuid[])));`);
    this.addSql(`create policy "plan_action_insert" on "plan_action" for insert with check (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "plan_action_update" on "plan_action" for update using (board_id = any((select access.officer_boards())::uuid[])) with check (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "plan_action_delete" on "plan_action" for delete using (board_id = any((select access.officer_boards())::uuid[]));`);

    this.addSql(`alter table "progress_update" add constraint "progress_update_board_id_plan_id_area_id_action_id_foreign" foreign key ("board_id", "plan_id", "area_id", "action_id") references "plan_action" ("board_id", "plan_id", "area_id", "id") on update cascade on delete cascade;`);
    this.addSql(`alter table "progress_update" enable row level security;`);
    this.addSql(`alter table "progress_update" force row level security;`);
    this.addSql(`create policy "progress_update_maintenance" on "progress_update" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "progress_update_select" on "progress_update" for select using ((plan_id = any((select access.whole_plans())::uuid[])) or (area_id = any((select access.part_areas())::uuid[])) or (board_id = any((select access.officer_boards())::uuid[])));`);
    this.addSql(`create policy "progress_update_insert" on "progress_update" for insert with check (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "progress_update_update" on "progress_update" for update using (board_id = any((select access.officer_boards())::uuid[])) with check (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "progress_update_delete" on "progress_update" for delete using (board_id = any((select access.officer_boards())::uuid[]));`);

    this.addSql(`alter table "expected_evidence" add constraint "expected_evidence_board_id_plan_id_area_id_action_id_foreign" foreign key ("board_id", "plan_id", "area_id", "action_id") references "plan_action" ("board_id", "plan_id", "area_id", "id") on update cascade on delete cascade;`);
    this.addSql(`alter table "expected_evidence" enable row level security;`);
    this.addSql(`alter table "expected_evidence" force row level security;`);
    this.addSql(`create policy "expected_evidence_maintenance" on "expected_evidence" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "expected_evidence_select" on "expected_evidence" for select using ((plan_id = any((select access.whole_plans())::uuid[])) or (area_id = any((select access.part_areas())::uuid[])) or (board_id = any((select access.officer_boards())::uuid[])));`);
    this.addSql(`create policy "expected_evidence_insert" on "expected_evidence" for insert with check (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "expected_evidence_update" on "expected_evidence" for update using (board_id = any((select access.officer_boards())::uuid[])) with check (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "expected_evidence_delete" on "expected_evidence" for delete using (board_id = any((select access.officer_boards())::uuid[]));`);

    this.addSql(`alter table "area_comment" add constraint "area_comment_board_id_plan_id_area_id_foreign" foreign key ("board_id", "plan_id", "area_id") references "plan_area" ("board_id", "plan_id", "id") on update cascade on delete cascade;`);
    this.addSql(`alter table "area_comment" add constraint "area_comment_person_id_foreign" foreign key ("person_id") references "person" ("id");`);
    this.addSql(`alter table "area_comment" enable row level security;`);
    this.addSql(`alter table "area_comment" force row level security;`);
    this.addSql(`create policy "area_comment_maintenance" on "area_comment" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "area_comment_select" on "area_comment" for select using ((plan_id = any((select access.whole_plans())::uuid[])) or (area_id = any((select access.part_areas())::uuid[])) or (board_id = any((select access.officer_boards())::uuid[])));`);
    this.addSql(`create policy "area_comment_insert" on "area_comment" for insert with check ((person_id = (select access.me())) and (((plan_id = any((select access.whole_plans())::uuid[])) and (board_id = any((select access.member_boards())::uuid[]))) or (area_id = any((select access.contributed_areas())::uuid[]))));`);

    this.addSql(`alter table "area_share" add constraint "area_share_board_id_plan_id_area_id_foreign" foreign key ("board_id", "plan_id", "area_id") references "plan_area" ("board_id", "plan_id", "id") on update cascade on delete cascade;`);
    this.addSql(`alter table "area_share" add constraint "area_share_to_board_id_foreign" foreign key ("to_board_id") references "board" ("id") on delete restrict;`);
    this.addSql(`alter table "area_share" add constraint "area_share_to_organisation_id_foreign" foreign key ("to_organisation_id") references "organisation" ("id") on delete restrict;`);
    this.addSql(`alter table "area_share" add constraint "area_share_shared_by_id_foreign" foreign key ("shared_by_id") references "person" ("id");`);
    this.addSql(`alter table "area_share" add constraint "area_share_one_receiver" check (num_nonnulls(to_board_id, to_organisation_id) = 1 and to_board_id is distinct from board_id);`);
    this.addSql(`alter table "area_share" enable row level security;`);
    this.addSql(`alter table "area_share" force row level security;`);
    this.addSql(`create policy "area_share_maintenance" on "area_share" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "area_share_select" on "area_share" for select using ((board_id = any((select access.member_boards())::uuid[])) or (to_board_id = any((select access.member_boards())::uuid[])) or (to_organisation_id = any((select access.led_organisations())::uuid[])));`);
    this.addSql(`create policy "area_share_insert" on "area_share" for insert with check (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "area_share_update" on "area_share" for update using (board_id = any((select access.officer_boards())::uuid[])) with check (board_id = any((select access.officer_boards())::uuid[]));`);

    this.addSql(`alter table "action_responsible" add constraint "action_responsible_board_id_plan_id_area_id_action_id_foreign" foreign key ("board_id", "plan_id", "area_id", "action_id") references "plan_action" ("board_id", "plan_id", "area_id", "id") on update cascade on delete cascade;`);
    this.addSql(`alter table "action_responsible" add constraint "action_responsible_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id") on delete restrict;`);
    this.addSql(`alter table "action_responsible" add constraint "action_responsible_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete restrict;`);
    this.addSql(`alter table "action_responsible" enable row level security;`);
    this.addSql(`alter table "action_responsible" force row level security;`);
    this.addSql(`create policy "action_responsible_maintenance" on "action_responsible" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "action_responsible_select" on "action_responsible" for select using ((plan_id = any((select access.whole_plans())::uuid[])) or (area_id = any((select access.part_areas())::uuid[])) or (board_id = any((select access.officer_boards())::uuid[])));`);
    this.addSql(`create policy "action_responsible_insert" on "action_responsible" for insert with check (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "action_responsible_update" on "action_responsible" for update using (board_id = any((select access.officer_boards())::uuid[])) with check (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "action_responsible_delete" on "action_responsible" for delete using (board_id = any((select access.officer_boards())::uuid[]));`);

    this.addSql(`alter table "grant" add constraint "grant_board_id_foreign" foreign key ("board_id") references "board" ("id") on delete restrict;`);
    this.addSql(`alter table "grant" add constraint "grant_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id") on delete restrict;`);
    this.addSql(`alter table "grant" add constraint "grant_region_id_foreign" foreign key ("region_id") references "region" ("id") on delete restrict;`);
    this.addSql(`alter table "grant" add constraint "grant_person_id_foreign" foreign key ("person_id") references "person" ("id");`);
    this.addSql(`alter table "grant" add constraint "grant_granted_by_id_foreign" foreign key ("granted_by_id") references "person" ("id") on delete restrict;`);
    this.addSql(`alter table "grant" add constraint "grant_scope_check" check (case scope
    when 'BOARD' then role in ('COORDINATOR', 'CHAIR', 'MODERATOR', 'SCRUTINY') and board_id = scope_id and organisation_id is null and region_id is null
    when 'ORGANISATION' then role in ('AGENCY_LEAD', 'CONTRIBUTOR') and organisation_id = scope_id and board_id is null and region_id is null
    when 'REGION' then role = 'REGIONAL_ANALYST' and region_id = scope_id and board_id is null and organisation_id is null
    when 'PLATFORM' then role = 'ADMINISTRATOR' and scope_id = '00000000-0000-0000-0000-000000000000'
      and board_id is null and organisation_id is null and region_id is null
    else false end);`);
    this.addSql(`alter table "grant" enable row level security;`);
    this.addSql(`alter table "grant" force row level security;`);
    this.addSql(`create policy "grant_maintenance" on "grant" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "grant_select" on "grant" for select using ((person_id = (select access.me())) or ((select access.is_administrator())) or (board_id = any((select access.officer_boards())::uuid[])) or (organisation_id = any((select access.led_organisations())::uuid[])));`);
    this.addSql(`create policy "grant_insert" on "grant" for insert with check ((((select access.is_administrator())) or ((scope = 'BOARD') and (board_id = any((select access.officer_boards())::uuid[]))) or ((scope = 'ORGANISATION') and (role = 'CONTRIBUTOR') and (organisation_id = any((select access.led_organisations())::uuid[])))) or ((scope = 'BOARD') and (role = 'COORDINATOR') and (board_id = any((select access.unstarted_sub_groups())::uuid[]))));`);
    this.addSql(`create policy "grant_update" on "grant" for update using (((select access.is_administrator())) or ((scope = 'BOARD') and (board_id = any((select access.officer_boards())::uuid[]))) or ((scope = 'ORGANISATION') and (role = 'CONTRIBUTOR') and (organisation_id = any((select access.led_organisations())::uuid[])))) with check (((select access.is_administrator())) or ((scope = 'BOARD') and (board_id = any((select access.officer_boards())::uuid[]))) or ((scope = 'ORGANISATION') and (role = 'CONTRIBUTOR') and (organisation_id = any((select access.led_organisations())::uuid[]))));`);

    this.addSql(`alter table "seat" add constraint "seat_board_id_foreign" foreign key ("board_id") references "board" ("id");`);
    this.addSql(`alter table "seat" add constraint "seat_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id");`);
    this.addSql(`alter table "seat" add constraint "seat_holder_id_foreign" foreign key ("holder_id") references "person" ("id") on delete set null;`);
    this.addSql(`alter table "seat" enable row level security;`);
    this.addSql(`alter table "seat" force row level security;`);
    this.addSql(`create policy "seat_maintenance" on "seat" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "seat_select" on "seat" for select using ((board_id = any((select access.member_boards())::uuid[])) or (organisation_id = any((select access.led_organisations())::uuid[])) or ((select access.is_administrator())));`);
    this.addSql(`create policy "seat_insert" on "seat" for insert with check (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "seat_update" on "seat" for update using (board_id = any((select access.officer_boards())::uuid[])) with check (board_id = any((select access.officer_boards())::uuid[]));`);

    this.addSql(`alter table "deputy" add constraint "deputy_board_id_seat_id_foreign" foreign key ("board_id", "seat_id") references "seat" ("board_id", "id") on update cascade;`);
    this.addSql(`alter table "deputy" add constraint "deputy_person_id_foreign" foreign key ("person_id") references "person" ("id");`);
    this.addSql(`alter table "deputy" enable row level security;`);
    this.addSql(`alter table "deputy" force row level security;`);
    this.addSql(`create policy "deputy_maintenance" on "deputy" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "deputy_select" on "deputy" for select using ((board_id = any((select access.member_boards())::uuid[])) or (seat_id = any((select access.led_seats())::uuid[])) or (person_id = (select access.me())) or ((select access.is_administrator())));`);
    this.addSql(`create policy "deputy_insert" on "deputy" for insert with check (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "deputy_update" on "deputy" for update using (board_id = any((select access.officer_boards())::uuid[])) with check (board_id = any((select access.officer_boards())::uuid[]));`);

    this.addSql(`alter table "session" add constraint "session_person_id_foreign" foreign key ("person_id") references "person" ("id");`);
    this.addSql(`alter table "session" enable row level security;`);
    this.addSql(`alter table "session" force row level security;`);
    this.addSql(`create policy "session_maintenance" on "session" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "session_select" on "session" for select using (person_id = (select access.me()));`);
    this.addSql(`create policy "session_update" on "session" for update using (person_id = (select access.me())) with check (person_id = (select access.me()));`);

    this.addSql(`alter table "upload" add constraint "upload_board_id_foreign" foreign key ("board_id") references "board" ("id");`);
    this.addSql(`alter table "upload" add constraint "upload_person_id_foreign" foreign key ("person_id") references "person" ("id");`);
    this.addSql(`alter table "upload" enable row level security;`);
    this.addSql(`alter table "upload" force row level security;`);
    this.addSql(`create policy "upload_maintenance" on "upload" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "upload_select" on "upload" for select using ((person_id = (select access.me())) and (board_id = any((select access.officer_boards())::uuid[])));`);
    this.addSql(`create policy "upload_insert" on "upload" for insert with check ((person_id = (select access.me())) and (board_id = any((select access.officer_boards())::uuid[])));`);
    this.addSql(`create policy "upload_delete" on "upload" for delete using ((person_id = (select access.me())) and (board_id = any((select access.officer_boards())::uuid[])));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "password_reset" drop constraint "password_reset_person_id_foreign";`);
    this.addSql(`alter table "account" drop constraint "account_person_id_foreign";`);
    this.addSql(`alter table "invitation" drop constraint "invitation_invited_by_id_foreign";`);
    this.addSql(`alter table "plan_import" drop constraint "plan_import_started_by_id_foreign";`);
    this.addSql(`alter table "area_comment" drop constraint "area_comment_person_id_foreign";`);
    this.addSql(`alter table "area_share" drop constraint "area_share_shared_by_id_foreign";`);
    this.addSql(`alter table "action_responsible" drop constraint "action_responsible_person_id_foreign";`);
    this.addSql(`alter table "grant" drop constraint "grant_person_id_foreign";`);
    this.addSql(`alter table "grant" drop constraint "grant_granted_by_id_foreign";`);
    this.addSql(`alter table "seat" drop constraint "seat_holder_id_foreign";`);
    this.addSql(`alter table "deputy" drop constraint "deputy_person_id_foreign";`);
    this.addSql(`alter table "session" drop constraint "session_person_id_foreign";`);
    this.addSql(`alter table "upload" drop constraint "upload_person_id_foreign";`);
    this.addSql(`alter table "organisation" drop constraint "organisation_region_id_foreign";`);
    this.addSql(`alter table "grant" drop constraint "grant_region_id_foreign";`);
    this.addSql(`alter table "invitation" drop constraint "invitation_organisation_id_foreign";`);
    this.addSql(`alter table "board" drop constraint "board_organisation_id_foreign";`);
    this.addSql(`alter table "area_share" drop constraint "area_share_to_organisation_id_foreign";`);
    this.addSql(`alter table "action_responsible" drop constraint "action_responsible_organisation_id_foreign";`);
    this.addSql(`alter table "grant" drop constraint "grant_organisation_id_foreign";`);
    this.addSql(`alter table "seat" drop constraint "seat_organisation_id_foreign";`);
    this.addSql(`alter table "board" drop constraint "board_parent_id_foreign";`);
    this.addSql(`alter table "plan_import" drop constraint "plan_import_board_id_foreign";`);
    this.addSql(`alter table "plan" drop constraint "plan_board_id_foreign";`);
    this.addSql(`alter table "area_share" drop constraint "area_share_to_board_id_foreign";`);
    this.addSql(`alter table "grant" drop constraint "grant_board_id_foreign";`);
    this.addSql(`alter table "seat" drop constraint "seat_board_id_foreign";`);
    this.addSql(`alter table "upload" drop constraint "upload_board_id_foreign";`);
    this.addSql(`alter table "plan_area" drop constraint "plan_area_board_id_plan_id_foreign";`);
    this.addSql(`alter table "plan_action" drop constraint "plan_action_board_id_plan_id_area_id_foreign";`);
    this.addSql(`alter table "area_comment" drop constraint "area_comment_board_id_plan_id_area_id_foreign";`);
    this.addSql(`alter table "area_share" drop constraint "area_share_board_id_plan_id_area_id_foreign";`);
    this.addSql(`alter table "progress_update" drop constraint "progress_update_board_id_plan_id_area_id_action_id_foreign";`);
    this.addSql(`alter table "expected_evidence" drop constraint "expected_evidence_board_id_plan_id_area_id_action_id_foreign";`);
    this.addSql(`alter table "action_responsible" drop constraint "action_responsible_board_id_plan_id_area_id_action_id_foreign";`);
    this.addSql(`alter table "deputy" drop constraint "deputy_board_id_seat_id_foreign";`);

    this.addSql(`drop table if exists "audit_event" cascade;`);
    this.addSql(`drop table if exists "audit_head" cascade;`);
    this.addSql(`drop table if exists "mail" cascade;`);
    this.addSql(`drop table if exists "mutation_result" cascade;`);
    this.addSql(`drop table if exists "person" cascade;`);
    this.addSql(`drop table if exists "password_reset" cascade;`);
    this.addSql(`drop table if exists "account" cascade;`);
    this.addSql(`drop table if exists "rate_limit" cascade;`);
    this.addSql(`drop table if exists "region" cascade;`);
    this.addSql(`drop table if exists "organisation" cascade;`);
    this.addSql(`drop table if exists "invitation" cascade;`);
    this.addSql(`drop table if exists "board" cascade;`);
    this.addSql(`drop table if exists "plan_import" cascade;`);
    this.addSql(`drop table if exists "plan" cascade;`);
    this.addSql(`drop table if exists "plan_area" cascade;`);
    this.addSql(`drop table if exists "plan_action" cascade;`);
    this.addSql(`drop table if exists "progress_update" cascade;`);
    this.addSql(`drop table if exists "expected_evidence" cascade;`);
    this.addSql(`drop table if exists "area_comment" cascade;`);
    this.addSql(`drop table if exists "area_share" cascade;`);
    this.addSql(`drop table if exists "action_responsible" cascade;`);
    this.addSql(`drop table if exists "grant" cascade;`);
    this.addSql(`drop table if exists "seat" cascade;`);
    this.addSql(`drop table if exists "deputy" cascade;`);
    this.addSql(`drop table if exists "session" cascade;`);
    this.addSql(`drop table if exists "upload" cascade;`);
  }

}
