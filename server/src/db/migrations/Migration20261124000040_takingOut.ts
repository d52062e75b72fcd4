import { Migration } from '@mikro-orm/migrations'

/** What the document of a plan looked like, so that the plan goes out like that. */
export class Migration20261124000040_takingOut extends Migration {
  override up(): void {
    this.addSql(`alter table "plan" add "layout" jsonb null;`)
    this.addSql(`alter table "plan_import" add "style" jsonb not null default '{}';`)
    // Of documents that were brought in before, the columns are known and nothing else.
    this.addSql('set local role boardwork_maintenance')
    this.addSql(`update plan p set layout = jsonb_build_object('headers', i.headers, 'style', i.style)
      from plan_import i where i.board_id = p.board_id and i.plan_id = p.id and i.state = 'SAVED'`)
    this.addSql('reset role')
  }
}
