import { Migration } from '@mikro-orm/migrations';

export class Migration20261124000020_evidence extends Migration {

  override name = 'Migration20261124000020_evidence';

  override up(): void | Promise<void> {
    this.addSql(`create table "evidence" ("board_id" uuid not null, "id" uuid not null, "plan_id" uuid not null, "area_id" uuid not null, "action_id" uuid not null, "kind" text not null, "words" text not null, "address" text null, "file_name" text null, "media_type" text null, "bytes" int null, "sha256" text null, "storage_key" text null, "added_by_id" uuid not null, "added_by_name" text not null, "added_by_for" text not null, "added_at" timestamptz not null, "withdrawn_at" timestamptz null, "withdrawn_by_id" uuid null, "withdrawn_by_name" text null, "withdrawn_reason" text null, "version" int not null default 1, primary key ("board_id", "id"));`);
    this.addSql(`create index "evidence_plan_id_index" on "evidence" ("plan_id");`);
    this.addSql(`create index "evidence_action_id_index" on "evidence" ("action_id");`);

    this.addSql(`alter table "evidence" add constraint "evidence_board_id_plan_id_area_id_action_id_foreign" foreign key ("board_id", "plan_id", "area_id", "action_id") references "plan_action" ("board_id", "plan_id", "area_id", "id") on update cascade on delete cascade;`);
    this.addSql(`alter table "evidence" add constraint "evidence_added_by_id_foreign" foreign key ("added_by_id") references "person" ("id");`);
    this.addSql(`alter table "evidence" add constraint "evidence_withdrawn_by_id_foreign" foreign key ("withdrawn_by_id") references "person" ("id") on delete restrict;`);
    this.addSql(`alter table "evidence" add constraint "evidence_withdrawn_whole" check (num_nonnulls(withdrawn_at, withdrawn_by_id, withdrawn_by_name, withdrawn_reason) in (0, 4));`);
    this.addSql(`alter table "evidence" add constraint "evidence_fields_of_kind" check ((kind = 'LINK') = (address is not null)
    and num_nonnulls(file_name, media_type, bytes, sha256, storage_key) = case kind when 'FILE' then 5 else 0 end);`);
    this.addSql(`alter table "evidence" enable row level security;`);
    this.addSql(`alter table "evidence" force row level security;`);
    this.addSql(`create policy "evidence_maintenance" on "evidence" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "evidence_select" on "evidence" for select using (((plan_id = any((select access.whole_plans())::uuid[])) or (area_id = any((select access.part_areas())::uuid[])) or (board_id = any((select access.officer_boards())::uuid[]))) and ((withdrawn_at is null) or (board_id = any((select access.officer_boards())::uuid[])) or (added_by_id = (select access.me()))));`);
    this.addSql(`create policy "evidence_insert" on "evidence" for insert with check ((added_by_id = (select access.me())) and ((board_id = any((select access.officer_boards())::uuid[])) or (action_id = any((select access.my_actions())::uuid[]))));`);
    this.addSql(`create policy "evidence_update" on "evidence" for update using ((board_id = any((select access.officer_boards())::uuid[])) or ((added_by_id = (select access.me())) and (action_id = any((select access.my_actions())::uuid[])))) with check ((board_id = any((select access.officer_boards())::uuid[])) or ((added_by_id = (select access.me())) and (action_id = any((select access.my_actions())::uuid[]))));`);

    // What was added stays as it is: only a withdrawal is ever written into it.
    this.addSql('grant select, insert on evidence to boardwork_server')
    this.addSql(`grant update (withdrawn_at, withdrawn_by_id, withdrawn_by_name, withdrawn_reason, version)
      on evidence to boardwork_server`)
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "evidence" cascade;`);
  }

}
