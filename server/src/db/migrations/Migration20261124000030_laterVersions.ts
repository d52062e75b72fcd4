import { Migration } from '@mikro-orm/migrations';

/** Later versions of a document are brought in to a plan, and an import can be undone. */
export class Migration20261124000030_laterVersions extends Migration {

  override name = 'Migration20261124000030_laterVersions';

  override up(): void | Promise<void> {
    this.addSql(`alter table "plan_import" add "into_plan_id" uuid null, add "choices" jsonb not null default '{}', add "saved" jsonb null, add "saved_at" timestamptz null, add "saved_by_name" text null;`);
    // What was saved is not changed any more: its last change was the saving.
    this.addSql('set local role boardwork_maintenance')
    this.addSql(`update plan_import set saved_at = changed_at where state = 'SAVED'`)
    this.addSql('reset role')
    this.addSql(`create index "plan_import_plan_id_index" on "plan_import" ("plan_id");`);
    this.addSql(`create index "plan_import_into_plan_id_index" on "plan_import" ("into_plan_id");`);

    this.addSql(`alter table "progress_update" add "import_id" uuid null;`);
    this.addSql(`create index "progress_update_import_id_index" on "progress_update" ("import_id");`);
    this.addSql(`create policy "progress_update_delete" on "progress_update" for delete using ((board_id = any((select access.officer_boards())::uuid[])) and (import_id is not null) and (version = 1) and (not corrected));`);
    this.addSql('grant delete on progress_update to boardwork_server')
  }

  override down(): void | Promise<void> {
    this.addSql('revoke delete on progress_update from boardwork_server')
    this.addSql(`drop policy "progress_update_delete" on "progress_update";`);

    this.addSql(`drop index "plan_import_plan_id_index";`);
    this.addSql(`drop index "plan_import_into_plan_id_index";`);
    this.addSql(`alter table "plan_import" drop column "into_plan_id", drop column "choices", drop column "saved", drop column "saved_at", drop column "saved_by_name";`);

    this.addSql(`drop index "progress_update_import_id_index";`);
    this.addSql(`alter table "progress_update" drop column "import_id";`);
  }

}
