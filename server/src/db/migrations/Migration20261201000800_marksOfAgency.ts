import { Migration } from '@mikro-orm/migrations';
import { changeList } from '../helper.ts';

export class Migration20261201000800_marksOfAgency extends Migration {

  override name = 'Migration20261201000800_marksOfAgency';

  override up(): void | Promise<void> {
    // The boards are asked for once, and not once for each mark of the agency.
    changeList(this, 'led_meetings', `
      select coalesce(array_agg(distinct k.meeting_id), '{}') into answer from public.register_mark k
      where k.meeting_kind = 'BOARD' and k.organisation_id in (select organisation_id from access.my_led_organisation)
        and k.board_id <> all((select access.led_boards())::uuid[])`)

    this.addSql(`drop index "register_mark_organisation_id_index";`);
    this.addSql(`create index "register_mark_organisation_id_meeting_id_index" on "register_mark" ("organisation_id", "meeting_id");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "register_mark_organisation_id_meeting_id_index";`);
    this.addSql(`create index "register_mark_organisation_id_index" on "register_mark" ("organisation_id");`);

    changeList(this, 'led_meetings', `
      select coalesce(array_agg(distinct k.meeting_id), '{}') into answer from public.register_mark k
      where k.meeting_kind = 'BOARD' and k.organisation_id in (select organisation_id from access.my_led_organisation)
        and k.board_id <> all(access.led_boards())`)
  }

}
