import { Migration } from '@mikro-orm/migrations'
import { helper } from '../helper.ts'

/**
 * The helper functions that the tables' policies ask, and those through which somebody signs in.
 *
 * They belong to `boardwork_maintenance`, run with its rights and so see past the policies; each therefore
 * answers for the person in `app.person_id` alone. They are made before the tables that they read, since the
 * tables' policies name them; hence `check_function_bodies = off`.
 */
export class Migration20261122000001_access extends Migration {
  override up(): void {
    this.addSql('set local check_function_bodies = off')
    this.addSql('create schema access')
    this.addSql('create schema identity')
    this.addSql('create schema audit')
    this.addSql('grant usage, create on schema access, identity, audit to boardwork_maintenance')
    this.addSql('grant usage on schema access, identity, audit to boardwork_server')
    this.addSql('grant usage on schema public to boardwork_server, boardwork_maintenance')
    this.addSql(
      'alter default privileges in schema public grant select, insert, update, delete on tables to boardwork_maintenance',
    )
    this.addSql(`
      create function access.person_id() returns uuid language sql stable parallel safe
      return nullif(current_setting('app.person_id', true), '')::uuid`)
    this.addSql(`
      create function access.today() returns date language sql stable parallel safe
      return (now() at time zone 'Europe/London')::date`)

    helper(this, 'access', 'is_administrator()', 'boolean', `
      select exists (select from access.my_grant where role = 'ADMINISTRATOR')`)
    helper(this, 'access', 'officer_boards()', 'uuid[]', `
      select coalesce(array_agg(distinct scope_id), '{}') from access.my_grant
      where scope = 'BOARD' and role in ('COORDINATOR', 'CHAIR')`)
    helper(this, 'access', 'member_boards()', 'uuid[]', `
      select coalesce(array_agg(board_id), '{}') from (
        select unnest(access.officer_boards()) as board_id
        union select board_id from access.my_seat) as boards`)
    helper(this, 'access', 'plan_boards()', 'uuid[]', `
      select coalesce(array_agg(board_id), '{}') from (
        select unnest(access.member_boards()) as board_id
        union select scope_id from access.my_grant where scope = 'BOARD' and role = 'SCRUTINY') as boards`)
    helper(this, 'access', 'led_organisations()', 'uuid[]', `
      select coalesce(array_agg(distinct scope_id), '{}') from access.my_grant
      where scope = 'ORGANISATION' and role = 'AGENCY_LEAD'`)
    helper(this, 'access', 'known_boards()', 'uuid[]', `
      select coalesce(array_agg(board_id), '{}') from (
        select unnest(access.plan_boards()) as board_id
        union select scope_id from access.my_grant where scope = 'BOARD'
        union select s.board_id from public.seat s
          where s.organisation_id = any(access.led_organisations()) and access.is_live(s.starts_on, s.ends_on)
        union select board_id from access.my_share
        union select sub_group.parent_id from public.board sub_group
          where sub_group.id in (select unnest(access.plan_boards())) and sub_group.parent_id is not null
        union select neighbour.id
          from public.board mine
          join public.organisation council on council.id = mine.organisation_id
          join public.organisation other on other.region_id = council.region_id
          join public.board neighbour on neighbour.organisation_id = other.id
          where mine.id = any(access.officer_boards())
        union select share.to_board_id from public.area_share share
          where share.board_id = any(access.member_boards()) and share.to_board_id is not null) as boards`)
    helper(this, 'access', 'regions()', 'uuid[]', `
      select coalesce(array_agg(region_id), '{}') from (
        select council.region_id from public.board b
          join public.organisation council on council.id = b.organisation_id
          where b.id = any(access.known_boards())
        union select o.region_id from public.organisation o
          join access.my_grant g on g.scope = 'ORGANISATION' and g.scope_id = o.id
        union select scope_id from access.my_grant where scope = 'REGION') as regions`)
    helper(this, 'access', 'managed_people()', 'uuid[]', `
      select coalesce(array_agg(person_id), '{}') from (
        select g.person_id from public."grant" g
          where g.board_id = any(access.officer_boards()) or g.organisation_id = any(access.led_organisations())
        union select s.holder_id from public.seat s
          where s.board_id = any(access.officer_boards()) and s.holder_id is not null
        union select d.person_id from public.deputy d where d.board_id = any(access.officer_boards())) as people`)
    helper(this, 'access', 'known_people()', 'uuid[]', `
      select coalesce(array_agg(person_id), '{}') from (
        select access.person_id() as person_id
        union select unnest(access.managed_people())
        union select g.person_id from public."grant" g
          where g.board_id = any(access.member_boards()) and g.role in ('COORDINATOR', 'CHAIR')
            and g.ended_at is null and access.is_live(g.starts_on, g.ends_on)
        union select s.holder_id from public.seat s
          where s.holder_id is not null and access.is_live(s.starts_on, s.ends_on)
            and (s.board_id = any(access.member_boards()) or s.organisation_id = any(access.led_organisations()))
        union select d.person_id from public.deputy d
          join public.seat s on s.board_id = d.board_id and s.id = d.seat_id
          where d.ended_at is null and access.is_live(s.starts_on, s.ends_on)
            and (d.board_id = any(access.member_boards()) or s.organisation_id = any(access.led_organisations()))
      ) as people`)
    helper(this, 'access', 'whole_plans()', 'uuid[]', `
      select coalesce(array_agg(p.id), '{}') from public.plan p
      where (p.board_id = any(access.plan_boards()) and p.state = 'ADOPTED')
        or p.board_id = any(access.officer_boards())`)
    helper(this, 'access', 'part_areas()', 'uuid[]', `
      select coalesce(array_agg(distinct area_id), '{}') from access.my_part`)
    helper(this, 'access', 'part_plans()', 'uuid[]', `
      select coalesce(array_agg(distinct plan_id), '{}') from access.my_part`)
    helper(this, 'access', 'contributed_areas()', 'uuid[]', `
      select coalesce(array_agg(distinct area_id), '{}') from access.my_share where level = 'CONTRIBUTE'`)

    helper(this, 'access', 'ties()', 'jsonb', `
      select coalesce(jsonb_agg(to_jsonb(tie)), '[]') from (
        select 'GRANT' as kind, id, role, scope, scope_id as "scopeId",
          case when scope = 'BOARD' then scope_id end as "boardId",
          case when scope = 'ORGANISATION' then scope_id end as "organisationId",
          starts_on as "since", ends_on as "until", reason
        from access.my_grant
        union all
        select case role when 'MEMBER' then 'SEAT' else 'DEPUTY' end, id, role, 'BOARD', board_id,
          board_id, organisation_id, since, until, null
        from access.my_seat) as tie`)

    this.addSql(`
      create function access.is_live(starts_on date, ends_on date) returns boolean language sql stable parallel safe
      return starts_on <= access.today() and (ends_on is null or ends_on >= access.today())`)

    helper(this, 'identity', 'enter(given_token_hash bytea)', 'jsonb', `
      declare found record;
      begin
        select s.id, s.person_id, s.started_at, s.last_used_at, p.name into found
        from public.session s
        join public.person p on p.id = s.person_id
        join public.account a on a.person_id = s.person_id
        where s.token_hash = given_token_hash and s.ended_at is null and a.disabled_at is null
          and s.last_used_at > now() - interval '30 minutes' and s.started_at > now() - interval '12 hours';
        if not found then
          perform set_config('app.person_id', '', true);
          return null;
        end if;
        perform set_config('app.person_id', found.person_id::text, true);
        return jsonb_build_object('sessionId', found.id, 'personId', found.person_id, 'personName', found.name,
          'startedAt', found.started_at, 'lastUsedAt', found.last_used_at, 'ties', access.ties());
      end`, 'plpgsql volatile')
    helper(this, 'identity', 'credentials(given_email text)',
      'table(person_id uuid, password_hash text, disabled boolean)', `
      select a.person_id, a.password_hash, a.disabled_at is not null from public.account a
      where a.email = lower(given_email)`)
    helper(this, 'identity', 'start_session(session_id uuid, given_person_id uuid, given_token_hash bytea, device text)',
      'void', `
      insert into public.session (id, person_id, token_hash, started_at, last_used_at, device)
      values (session_id, given_person_id, given_token_hash, now(), now(), left(device, 300))`, 'sql volatile')
    helper(this, 'identity', 'invitation(given_token_hash bytea)', 'jsonb', `
      select jsonb_build_object('id', i.id, 'scopeId', i.scope_id, 'scope', i.scope, 'role', i.role, 'email', i.email,
        'organisationName', o.name, 'scopeName', coalesce(b.name, o.name),
        'invitedByName', p.name, 'expiresAt', i.expires_at,
        'usable', i.accepted_at is null and i.withdrawn_at is null and i.expires_at > now(),
        'accepted', i.accepted_at is not null,
        'personId', a.person_id)
      from public.invitation i
      join public.organisation o on o.id = i.organisation_id
      join public.person p on p.id = i.invited_by_id
      left join public.board b on b.id = i.scope_id
      left join public.account a on a.email = i.email
      where i.token_hash = given_token_hash`)
    helper(this, 'identity',
      'accept_invitation(given_token_hash bytea, new_person_id uuid, new_tie_id uuid, name text, password_hash text)',
      'uuid', `
      declare invited public.invitation; accepting uuid;
      begin
        select * into invited from public.invitation i
          where i.token_hash = given_token_hash and i.accepted_at is null and i.withdrawn_at is null
            and i.expires_at > now() for update;
        if not found then return null; end if;
        select a.person_id into accepting from public.account a where a.email = invited.email;
        if accepting is null then
          accepting := new_person_id;
          insert into public.person (id, name, version) values (accepting, name, 1);
          insert into public.account (person_id, email, password_hash) values (accepting, invited.email, password_hash);
        end if;
        if invited.role = 'MEMBER' then
          update public.seat set holder_id = accepting, version = version + 1
            where board_id = invited.scope_id and id = invited.seat_id;
        elsif invited.role = 'DEPUTY' then
          insert into public.deputy (board_id, id, seat_id, person_id)
            values (invited.scope_id, new_tie_id, invited.seat_id, accepting);
        else
          insert into public."grant" (scope_id, id, scope, board_id, organisation_id, person_id, role, reason,
            starts_on, granted_by_id, version)
          values (invited.scope_id, new_tie_id, invited.scope,
            case when invited.scope = 'BOARD' then invited.scope_id end,
            case when invited.scope = 'ORGANISATION' then invited.scope_id end,
            accepting, invited.role, 'Accepted an invitation', access.today(), invited.invited_by_id, 1);
        end if;
        update public.invitation set accepted_at = now() where scope_id = invited.scope_id and id = invited.id;
        return accepting;
      end`, 'plpgsql volatile')
    helper(this, 'identity', 'mail_sent(mail_id uuid, failure text)', 'void', `
      update public.mail set attempts = attempts + 1, last_error = failure,
        sent_at = case when failure is null then now() end where id = mail_id`, 'sql volatile')

    helper(this, 'audit', 'lock_head(chain uuid)', 'table(sequence integer, hash bytea)', `
      begin
        perform pg_advisory_xact_lock(hashtextextended(chain::text, 0));
        return query select h.sequence, h.hash from public.audit_head h where h.chain_id = chain;
      end`, 'plpgsql volatile')
    helper(this, 'audit', 'extend_chain()', 'trigger', `
      declare head public.audit_head;
      begin
        select * into head from public.audit_head where chain_id = new.chain_id for update;
        if new.sequence <> coalesce(head.sequence, 0) + 1
          or new.previous_hash <> coalesce(head.hash, decode(repeat('00', 32), 'hex')) then
          raise exception 'The event does not follow the head of its chain.';
        end if;
        insert into public.audit_head (chain_id, sequence, hash) values (new.chain_id, new.sequence, new.hash)
          on conflict (chain_id) do update set sequence = excluded.sequence, hash = excluded.hash;
        return new;
      end`, 'plpgsql volatile')
    this.addSql(`
      create function audit.refuse() returns trigger language plpgsql as $$
      begin raise exception 'The log takes inserts only.'; end $$`)
  }
}
