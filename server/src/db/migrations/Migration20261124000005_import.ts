import { Migration } from '@mikro-orm/migrations'

/** What an import keeps of documents of any kind, what a board says of their columns, and the activities of actions. */
export class Migration20261124000005_import extends Migration {
  override up(): void {
    this.addSql(`create table "activity" ("board_id" uuid not null, "id" uuid not null, "plan_id" uuid not null, "area_id" uuid not null, "action_id" uuid not null, "position" int not null, "title" text not null, "lead" text null, "deadline" text null, "status" text null, "comments" text null, primary key ("board_id", "id"));`)
    this.addSql(`create index "activity_plan_id_index" on "activity" ("plan_id");`)
    this.addSql(`create index "activity_action_id_index" on "activity" ("action_id");`)

    this.addSql(`create table "column_choice" ("board_id" uuid not null, "column_key" text not null, "field" text not null, "chosen_at" timestamptz not null, primary key ("board_id", "column_key"));`)

    this.addSql(`alter table "plan_import" drop column "text";`)
    this.addSql(`alter table "plan_import" add "document" jsonb not null default '{"blocks": []}', add "headers" jsonb not null default '[]', add "mended" boolean not null default false;`)
    this.addSql(`alter table "plan_import" alter "document" drop default, alter "headers" drop default;`)
    // Their drafts have not the form of today's, and their documents are at hand with those who brought them in.
    this.addSql('set local role boardwork_maintenance')
    this.addSql(`update plan_import set state = 'DISCARDED' where state = 'PREVIEW'`)
    this.addSql('reset role')

    this.addSql(`alter table "progress_update" add "status_words" text null;`)
    this.addSql(`alter table "progress_update" alter column "percent_complete" drop not null;`)

    this.addSql(`alter table "upload" add "percent_read" int not null default 0;`)
    this.addSql(`create policy "upload_update" on "upload" for update using ((person_id = (select access.me())) and (board_id = any((select access.officer_boards())::uuid[]))) with check ((person_id = (select access.me())) and (board_id = any((select access.officer_boards())::uuid[])));`)

    this.addSql(`alter table "activity" add constraint "activity_board_id_plan_id_area_id_action_id_foreign" foreign key ("board_id", "plan_id", "area_id", "action_id") references "plan_action" ("board_id", "plan_id", "area_id", "id") on update cascade on delete cascade;`)
    this.addSql(`alter table "activity" enable row level security;`)
    this.addSql(`alter table "activity" force row level security;`)
    this.addSql(`create policy "activity_maintenance" on "activity" to "boardwork_maintenance" using (true) with check (true);`)
    this.addSql(`create policy "activity_select" on "activity" for select using ((plan_id = any((select access.whole_plans())::uuid[])) or (area_id = any((select access.part_areas())::uuid[])) or (board_id = any((select access.officer_boards())::uuid[])));`)
    this.addSql(`create policy "activity_insert" on "activity" for insert with check (board_id = any((select access.officer_boards())::uuid[]));`)
    this.addSql(`create policy "activity_update" on "activity" for update using (board_id = any((select access.officer_boards())::uuid[])) with check (board_id = any((select access.officer_boards())::uuid[]));`)
    this.addSql(`create policy "activity_delete" on "activity" for delete using (board_id = any((select access.officer_boards())::uuid[]));`)

    this.addSql(`alter table "column_choice" add constraint "column_choice_board_id_foreign" foreign key ("board_id") references "board" ("id");`)
    this.addSql(`alter table "column_choice" enable row level security;`)
    this.addSql(`alter table "column_choice" force row level security;`)
    this.addSql(`create policy "column_choice_maintenance" on "column_choice" to "boardwork_maintenance" using (true) with check (true);`)
    this.addSql(`create policy "column_choice_select" on "column_choice" for select using (board_id = any((select access.officer_boards())::uuid[]));`)
    this.addSql(`create policy "column_choice_insert" on "column_choice" for insert with check (board_id = any((select access.officer_boards())::uuid[]));`)
    this.addSql(`create policy "column_choice_update" on "column_choice" for update using (board_id = any((select access.officer_boards())::uuid[])) with check (board_id = any((select access.officer_boards())::uuid[]));`)

    this.addSql('grant select on activity, column_choice to boardwork_server')
    this.addSql('grant insert, update, delete on activity to boardwork_server')
    this.addSql('grant insert, update on column_choice, upload to boardwork_server')
  }
}
