import { Migration } from '@mikro-orm/migrations'
import { helper } from '../helper.ts'

/** What is asked about people whose account is closed or whose role has ended. */
export class Migration20261124000004_leaving extends Migration {
  override up(): void {
    this.addSql('drop function access.known_officers()')
    helper(this, 'access', 'known_officers()', 'table(board_id uuid, person_id uuid, name text, role text, enabled boolean)', `
      select g.board_id, g.person_id, p.name, g.role, a.disabled_at is null from public."grant" g
      join public.person p on p.id = g.person_id
      join public.account a on a.person_id = g.person_id
      where g.scope = 'BOARD' and g.role in ('COORDINATOR', 'CHAIR') and g.ended_at is null
        and access.is_live(g.starts_on, g.ends_on)
        and (access.is_administrator() or g.board_id in (select board_id from access.my_member_board))`)

    // The roles that an inviter holds at this moment; whoever accepts has no right to look them up.
    helper(this, 'identity', 'inviter_ties(given_token_hash bytea)', 'jsonb', `
      declare accepting text := current_setting('app.person_id', true); held jsonb;
      begin
        perform set_config('app.person_id', coalesce((
          select i.invited_by_id::text from public.invitation i where i.token_hash = given_token_hash), ''), true);
        held := access.ties();
        perform set_config('app.person_id', coalesce(accepting, ''), true);
        return held;
      end`, 'plpgsql volatile')
  }
}
