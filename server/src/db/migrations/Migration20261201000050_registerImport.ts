import { Migration } from '@mikro-orm/migrations';

export class Migration20261201000050_registerImport extends Migration {

  override name = 'Migration20261201000050_registerImport';

  override up(): void | Promise<void> {

    this.addSql(`create table "register_import" ("board_id" uuid not null, "id" uuid not null, "file_name" text not null, "text_hash" text not null, "document" jsonb not null, "choices" jsonb not null, "state" text not null, "saved" jsonb null, "saved_at" timestamptz null, "saved_by_name" text null, "started_by_id" uuid not null, "started_at" timestamptz not null, "changed_at" timestamptz not null, "version" int not null default 1, primary key ("board_id", "id"));`);
    this.addSql(`create index "register_import_text_hash_index" on "register_import" ("text_hash");`);
    this.addSql(`create index "register_import_id_index" on "register_import" ("id");`);

    this.addSql(`create policy "meeting_delete" on "meeting" for delete using ((kind = 'BOARD') and (board_id = any((select access.officer_boards())::uuid[])));`);

    this.addSql(`alter table "register_import" add constraint "register_import_board_id_foreign" foreign key ("board_id") references "board" ("id");`);
    this.addSql(`alter table "register_import" add constraint "register_import_started_by_id_foreign" foreign key ("started_by_id") references "person" ("id");`);
    this.addSql(`alter table "register_import" enable row level security;`);
    this.addSql(`alter table "register_import" force row level security;`);
    this.addSql(`create policy "register_import_maintenance" on "register_import" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "register_import_select" on "register_import" for select using (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "register_import_insert" on "register_import" for insert with check (board_id = any((select access.officer_boards())::uuid[]));`);
    this.addSql(`create policy "register_import_update" on "register_import" for update using (board_id = any((select access.officer_boards())::uuid[])) with check (board_id = any((select access.officer_boards())::uuid[]));`);

    // The words of a list never change.
    this.addSql('grant select, insert on register_import to boardwork_server')
    this.addSql('grant update (choices, state, saved, saved_at, saved_by_name, changed_at, version) on register_import to boardwork_server')
    // A meeting that was brought in by mistake goes when that is undone.
    this.addSql('grant delete on meeting to boardwork_server')
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "register_import" cascade;`);

    this.addSql(`drop policy "meeting_delete" on "meeting";`);
  }

}
