import { Migration } from '@mikro-orm/migrations';
import { helper } from '../helper.ts'

/** A mail can bring an event for the recipient's calendar, and links with which somebody answers for a meeting. */
export class Migration20261201000040_mailEvent extends Migration {

  override name = 'Migration20261201000040_mailEvent';

  override up(): void | Promise<void> {
    this.addSql(`alter table "mail" add "event" text null;`);

    this.addSql('drop function identity.mail_sent(uuid, text)')
    // What opens an account or answers for somebody does not stay in the outbox once its mail is on the way.
    helper(this, 'identity', 'mail_sent(mail_id uuid, failure text)', 'void', `
      update public.mail m set attempts = m.attempts + 1, last_error = failure,
        sent_at = case when failure is null then now() end,
        due_at = now() + least(interval '6 hours', interval '1 minute' * power(2, m.attempts)),
        body = case when failure is null
          then regexp_replace(m.body, '/(invitation|password|answer)/[A-Za-z0-9_-]{43}', '/\\1/…', 'g') else m.body end
      where m.id = mail_id`, 'sql volatile')
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "mail" drop column "event";`);
  }

}
