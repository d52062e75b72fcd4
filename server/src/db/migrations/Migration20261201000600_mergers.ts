import { Migration } from '@mikro-orm/migrations';

export class Migration20261201000600_mergers extends Migration {

  override name = 'Migration20261201000600_mergers';

  override up(): void | Promise<void> {
    this.addSql(`alter table "organisation" add "part_of_id" uuid null, add "part_of_since" date null;`);
    this.addSql(`alter table "organisation" add constraint "organisation_part_of_id_foreign" foreign key ("part_of_id") references "organisation" ("id") on update restrict on delete restrict;`);
    this.addSql(`create index "organisation_part_of_id_index" on "organisation" ("part_of_id");`);
    this.addSql(`alter table "organisation" add constraint "organisation_part_of" check (num_nonnulls(part_of_id, part_of_since) <> 1 and part_of_id <> id);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "organisation" drop constraint "organisation_part_of_id_foreign";`);

    this.addSql(`drop index "organisation_part_of_id_index";`);
    this.addSql(`alter table "organisation" drop constraint "organisation_part_of";`);
    this.addSql(`alter table "organisation" drop column "part_of_id", drop column "part_of_since";`);
  }

}
