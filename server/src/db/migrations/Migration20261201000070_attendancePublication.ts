import { Migration } from '@mikro-orm/migrations';
import { list } from '../helper.ts';

export class Migration20261201000070_attendancePublication extends Migration {

  override name = 'Migration20261201000070_attendancePublication';

  override up(): void | Promise<void> {
    list(this, 'scrutiny_boards', `
      select coalesce(array_agg(distinct scope_id), '{}') into answer from access.my_grant
      where scope = 'BOARD' and role = 'SCRUTINY'`)

    this.addSql(`create table "attendance_publication" ("board_id" uuid not null, "id" uuid not null, "year" int not null, "figures" jsonb not null, "published_at" timestamptz not null, "published_by_id" uuid not null, "published_by_name" text not null, "withdrawn_at" timestamptz null, "withdrawn_by_name" text null, "version" int not null default 1, primary key ("board_id", "id"));`);
    this.addSql(`create index "attendance_publication_id_index" on "attendance_publication" ("id");`);

    this.addSql(`alter table "attendance_publication" add constraint "attendance_publication_board_id_foreign" foreign key ("board_id") references "board" ("id");`);
    this.addSql(`alter table "attendance_publication" add constraint "attendance_publication_published_by_id_foreign" foreign key ("published_by_id") references "person" ("id");`);
    this.addSql(`alter table "attendance_publication" add constraint "attendance_publication_withdrawn" check (num_nonnulls(withdrawn_at, withdrawn_by_name) <> 1);`);
    this.addSql(`alter table "attendance_publication" enable row level security;`);
    this.addSql(`alter table "attendance_publication" force row level security;`);
    this.addSql(`create policy "attendance_publication_maintenance" on "attendance_publication" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "attendance_publication_select" on "attendance_publication" for select using ((board_id = any((select access.officer_boards())::uuid[])) or ((withdrawn_at is null) and ((board_id = any((select access.member_boards())::uuid[])) or (board_id = any((select access.led_boards())::uuid[])) or (board_id = any((select access.scrutiny_boards())::uuid[])))));`);
    this.addSql(`create policy "attendance_publication_insert" on "attendance_publication" for insert with check ((board_id = any((select access.officer_boards())::uuid[])) and (published_by_id = (select access.me())));`);
    this.addSql(`create policy "attendance_publication_update" on "attendance_publication" for update using (board_id = any((select access.officer_boards())::uuid[])) with check (board_id = any((select access.officer_boards())::uuid[]));`);

    // What was published stays as it was.
    this.addSql('grant select, insert on attendance_publication to boardwork_server')
    this.addSql('grant update (withdrawn_at, withdrawn_by_name, version) on attendance_publication to boardwork_server')
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "attendance_publication" cascade;`);
  }

}
