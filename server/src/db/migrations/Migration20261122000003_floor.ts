import { Migration } from '@mikro-orm/migrations'
import { helper, view } from '../helper.ts'

/** What needs the tables: views for the helper functions, the rights of the server's role, the log's triggers. */
export class Migration20261122000003_floor extends Migration {
  override up(): void {
    view(this, 'my_grant', `
      select g.id, g.scope, g.scope_id, g.role, g.starts_on, g.ends_on, g.reason from public."grant" g
      where g.person_id = access.person_id() and g.ended_at is null and access.is_live(g.starts_on, g.ends_on)
        and exists (select from public.account a where a.person_id = g.person_id and a.disabled_at is null)`)
    view(this, 'my_seat', `
      select s.id, s.board_id, s.organisation_id, 'MEMBER' as role, s.starts_on as since, s.ends_on as until
      from public.seat s
      where s.holder_id = access.person_id() and access.is_live(s.starts_on, s.ends_on)
        and exists (select from public.account a where a.person_id = s.holder_id and a.disabled_at is null)
      union all
      select d.id, d.board_id, s.organisation_id, 'DEPUTY', (d.named_at at time zone 'Europe/London')::date, s.ends_on
      from public.deputy d
      join public.seat s on s.board_id = d.board_id and s.id = d.seat_id
      where d.person_id = access.person_id() and d.ended_at is null and access.is_live(s.starts_on, s.ends_on)
        and exists (select from public.account a where a.person_id = d.person_id and a.disabled_at is null)`)
    view(this, 'my_officer_board', `
      select distinct scope_id as board_id from access.my_grant
      where scope = 'BOARD' and role in ('COORDINATOR', 'CHAIR')`)
    view(this, 'my_member_board', `
      select board_id from access.my_officer_board union select board_id from access.my_seat`)
    view(this, 'my_plan_board', `
      select board_id from access.my_member_board
      union select scope_id from access.my_grant where scope = 'BOARD' and role = 'SCRUTINY'`)
    view(this, 'my_led_organisation', `
      select distinct scope_id as organisation_id from access.my_grant
      where scope = 'ORGANISATION' and role = 'AGENCY_LEAD'`)
    view(this, 'my_share', `
      select share.id, share.board_id, share.plan_id, share.area_id, share.level
      from public.area_share share
      join public.plan p on p.board_id = share.board_id and p.id = share.plan_id
      where p.state = 'ADOPTED' and share.revoked_at is null and share.ends_on >= access.today()
        and (share.to_board_id in (select board_id from access.my_member_board)
          or share.to_organisation_id in (select organisation_id from access.my_led_organisation))`)
    view(this, 'my_part', `
      select board_id, plan_id, area_id from access.my_share
      union
      select r.board_id, r.plan_id, r.area_id
      from public.action_responsible r
      join public.plan p on p.board_id = r.board_id and p.id = r.plan_id
      where p.state = 'ADOPTED' and r.organisation_id in (select organisation_id from access.my_led_organisation)
        and exists (select from public.seat s where s.board_id = r.board_id
          and s.organisation_id = r.organisation_id and access.is_live(s.starts_on, s.ends_on))`)

    helper(this, 'identity', 'next_mail()', 'setof public.mail', `
      select * from public.mail m where m.sent_at is null and m.attempts < 12 and m.due_at <= now()
      order by m.due_at limit 1 for update skip locked`, 'sql volatile')

    this.addSql('grant select on all tables in schema public to boardwork_server')
    this.addSql('revoke select on account, audit_head, migration, password_reset from boardwork_server')
    this.addSql('grant select (person_id, email, disabled_at) on account to boardwork_server')
    this.addSql('grant select, insert, update, delete on rate_limit to boardwork_server')
    this.addSql('grant insert on audit_event, mutation_result, mail, area_comment, upload to boardwork_server')
    this.addSql('grant delete on upload to boardwork_server')
    this.addSql('grant update on person, session to boardwork_server')
    this.addSql(`grant insert, update on region, organisation, board, seat, deputy, "grant", invitation, area_share,
      plan_import to boardwork_server`)
    this.addSql(`grant insert, update, delete on plan, plan_area, plan_action, expected_evidence, action_responsible,
      progress_update to boardwork_server`)

    this.addSql(`create trigger extend_chain before insert on audit_event
      for each row execute function audit.extend_chain()`)
    this.addSql(`create trigger inserts_only before update or delete or truncate on audit_event
      for each statement execute function audit.refuse()`)
  }
}
