import { Migration } from '@mikro-orm/migrations'
import { helper, list } from '../helper.ts'

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

    // Somebody whose account is closed is nobody.
    helper(this, 'access', 'me()', 'uuid', `
      select a.person_id from public.account a where a.person_id = access.person_id() and a.disabled_at is null`)
    helper(this, 'access', 'is_administrator()', 'boolean', `
      select exists (select from access.my_grant where scope = 'PLATFORM' and role = 'ADMINISTRATOR')`)
    list(this, 'officer_boards', `
      select coalesce(array_agg(board_id), '{}') into answer from access.my_officer_board`)
    list(this, 'member_boards', `
      select coalesce(array_agg(board_id), '{}') into answer from access.my_member_board`)
    list(this, 'plan_boards', `
      select coalesce(array_agg(board_id), '{}') into answer from access.my_plan_board`)
    list(this, 'led_organisations', `
      select coalesce(array_agg(organisation_id), '{}') into answer from access.my_led_organisation`)
    list(this, 'led_seats', `
      select coalesce(array_agg(s.id), '{}') into answer from public.seat s
      where s.organisation_id in (select organisation_id from access.my_led_organisation)`)
    list(this, 'unstarted_sub_groups', `
      select coalesce(array_agg(b.id), '{}') into answer from public.board b
      where b.parent_id in (select board_id from access.my_officer_board)
        and not exists (select from public."grant" g where g.board_id = b.id)`)
    list(this, 'known_boards', `
      select coalesce(array_agg(board_id), '{}') into answer from (
        select board_id from access.my_plan_board
        union select scope_id from access.my_grant where scope = 'BOARD'
        union select s.board_id from public.seat s
          where s.organisation_id in (select organisation_id from access.my_led_organisation) and access.is_live(s.starts_on, s.ends_on)
        union select board_id from access.my_share
        union select sub_group.parent_id from public.board sub_group
          where sub_group.parent_id is not null and sub_group.id in (
            select board_id from access.my_plan_board
            union select scope_id from access.my_grant where scope = 'BOARD')
        union select neighbour.id
          from public.board mine
          join public.organisation council on council.id = mine.organisation_id
          join public.organisation other on other.region_id = council.region_id
          join public.board neighbour on neighbour.organisation_id = other.id
          where mine.id in (select board_id from access.my_officer_board)
        union select share.to_board_id from public.area_share share
          where share.board_id in (select board_id from access.my_member_board) and share.to_board_id is not null) as boards`)
    list(this, 'regions', `
      select coalesce(array_agg(region_id), '{}') into answer from (
        select council.region_id from public.board b
          join public.organisation council on council.id = b.organisation_id
          where b.id = any(access.known_boards())
        union select o.region_id from public.organisation o
          join access.my_grant g on g.scope = 'ORGANISATION' and g.scope_id = o.id
        union select scope_id from access.my_grant where scope = 'REGION') as regions`)
    list(this, 'managed_people', `
      select coalesce(array_agg(person_id), '{}') into answer from (
        select g.person_id from public."grant" g
          where g.board_id in (select board_id from access.my_officer_board) or g.organisation_id in (select organisation_id from access.my_led_organisation)
        union select s.holder_id from public.seat s
          where s.board_id in (select board_id from access.my_officer_board) and s.holder_id is not null
        union select d.person_id from public.deputy d where d.board_id in (select board_id from access.my_officer_board)) as people`)
    list(this, 'known_people', `
      select coalesce(array_agg(person_id), '{}') into answer from (
        select access.me() as person_id
        union select unnest(access.managed_people())
        union select g.person_id from public."grant" g
          where g.board_id in (select board_id from access.my_member_board) and g.role in ('COORDINATOR', 'CHAIR')
            and g.ended_at is null and access.is_live(g.starts_on, g.ends_on)
        union select s.holder_id from public.seat s
          where s.holder_id is not null and access.is_live(s.starts_on, s.ends_on)
            and (s.board_id in (select board_id from access.my_member_board) or s.organisation_id in (select organisation_id from access.my_led_organisation))
        union select d.person_id from public.deputy d
          join public.seat s on s.board_id = d.board_id and s.id = d.seat_id
          where d.ended_at is null and access.is_live(s.starts_on, s.ends_on)
            and (d.board_id in (select board_id from access.my_member_board) or s.organisation_id in (select organisation_id from access.my_led_organisation))
      ) as people`)
    helper(this, 'access', 'known_officers()', 'table(board_id uuid, person_id uuid, name text, role text)', `
      select g.board_id, g.person_id, p.name, g.role from public."grant" g
      join public.person p on p.id = g.person_id
      join public.account a on a.person_id = g.person_id
      where g.scope = 'BOARD' and g.role in ('COORDINATOR', 'CHAIR') and g.ended_at is null
        and access.is_live(g.starts_on, g.ends_on) and a.disabled_at is null
        and (access.is_administrator() or g.board_id in (select board_id from access.my_member_board))`)
    list(this, 'whole_plans', `
      select coalesce(array_agg(p.id), '{}') into answer from public.plan p
      where (p.state = 'ADOPTED' and p.board_id in (select board_id from access.my_plan_board))
        or p.board_id in (select board_id from access.my_officer_board)`)
    list(this, 'part_areas', `
      select coalesce(array_agg(distinct area_id), '{}') into answer from access.my_part`)
    list(this, 'part_plans', `
      select coalesce(array_agg(distinct plan_id), '{}') into answer from access.my_part`)
    list(this, 'contributed_areas', `
      select coalesce(array_agg(distinct area_id), '{}') into answer from access.my_share where level = 'CONTRIBUTE'`)

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
      declare entering record;
      begin
        select s.id, s.person_id, s.started_at, s.last_used_at, p.name into entering
        from public.session s
        join public.person p on p.id = s.person_id
        join public.account a on a.person_id = s.person_id
        where s.token_hash = given_token_hash and s.ended_at is null and a.disabled_at is null
          and s.last_used_at > now() - interval '30 minutes' and s.started_at > now() - interval '12 hours';
        if not found then
          perform set_config('app.person_id', '', true);
          return null;
        end if;
        perform set_config('app.person_id', entering.person_id::text, true), set_config('app.reading', 'on', true);
        return jsonb_build_object('sessionId', entering.id, 'personId', entering.person_id, 'personName', entering.name,
          'startedAt', entering.started_at, 'lastUsedAt', entering.last_used_at, 'ties', access.ties());
      end`, 'plpgsql volatile')
    helper(this, 'identity', 'touch(given_session_id uuid)', 'void', `
      update public.session s set last_used_at = now()
      from public.account a
      where s.id = given_session_id and a.person_id = s.person_id and a.disabled_at is null and s.ended_at is null
        and s.last_used_at > now() - interval '30 minutes' and s.started_at > now() - interval '12 hours'
        and s.last_used_at < now() - interval '60 seconds'`, 'sql volatile')
    helper(this, 'identity', 'credentials(given_email text)',
      'table(person_id uuid, name text, password_hash text, disabled boolean)', `
      select a.person_id, p.name, a.password_hash, a.disabled_at is not null
      from public.account a join public.person p on p.id = a.person_id
      where a.email = lower(given_email)`)
    helper(this, 'identity', 'my_password_hash()', 'text', `
      select a.password_hash from public.account a where a.person_id = access.person_id()`)
    helper(this, 'identity',
      'start_session(session_id uuid, given_person_id uuid, given_token_hash bytea, previous_token_hash bytea, device text)',
      'boolean', `
      begin
        update public.session s set ended_at = now() where s.token_hash = previous_token_hash and s.ended_at is null;
        insert into public.session (id, person_id, token_hash, started_at, last_used_at, device)
          select session_id, a.person_id, given_token_hash, now(), now(), left(device, 300)
          from public.account a where a.person_id = given_person_id and a.disabled_at is null;
        return found;
      end`, 'plpgsql volatile')
    helper(this, 'identity', 'set_my_password(given_password_hash text, kept_session_id uuid)', 'void', `
      begin
        update public.account a set password_hash = given_password_hash where a.person_id = access.person_id();
        update public.session s set ended_at = now()
          where s.person_id = access.person_id() and s.ended_at is null and s.id <> kept_session_id;
        update public.password_reset r set used_at = now()
          where r.person_id = access.person_id() and r.used_at is null;
      end`, 'plpgsql volatile')

    helper(this, 'identity', 'request_password_reset(reset_id uuid, given_email text, given_token_hash bytea)',
      'table(person_id uuid, name text)', `
      with asked as (
        insert into public.password_reset (id, person_id, token_hash, requested_at, expires_at)
        select reset_id, a.person_id, given_token_hash, now(), now() + interval '1 hour'
        from public.account a where a.email = lower(given_email) and a.disabled_at is null
        returning person_id)
      select p.id, p.name from asked join public.person p on p.id = asked.person_id`, 'sql volatile')
    helper(this, 'identity', 'password_reset(given_token_hash bytea)',
      'table(person_id uuid, name text, email text)', `
      select p.id, p.name, a.email
      from public.password_reset r
      join public.account a on a.person_id = r.person_id and a.disabled_at is null
      join public.person p on p.id = r.person_id
      where r.token_hash = given_token_hash and r.used_at is null and r.expires_at > now()`)
    helper(this, 'identity', 'reset_password(given_token_hash bytea, given_password_hash text)', 'uuid', `
      declare resetting uuid;
      begin
        select r.person_id into resetting
          from public.password_reset r
          join public.account a on a.person_id = r.person_id and a.disabled_at is null
          where r.token_hash = given_token_hash and r.used_at is null and r.expires_at > now() for update of r;
        if not found then return null; end if;
        update public.password_reset r set used_at = now() where r.person_id = resetting and r.used_at is null;
        update public.account a set password_hash = given_password_hash where a.person_id = resetting;
        update public.session s set ended_at = now() where s.person_id = resetting and s.ended_at is null;
        return resetting;
      end`, 'plpgsql volatile')

    helper(this, 'identity', 'disable_person(given_person_id uuid)', 'text', `
      begin
        if not access.is_administrator() then return 'NOT_ALLOWED'; end if;
        perform pg_advisory_xact_lock(hashtextextended('administrators', 2));
        if not exists (
          select from public."grant" g join public.account a on a.person_id = g.person_id
          where g.role = 'ADMINISTRATOR' and g.scope = 'PLATFORM' and g.ended_at is null
            and access.is_live(g.starts_on, g.ends_on) and a.disabled_at is null and g.person_id <> given_person_id)
          then return 'LAST_ADMINISTRATOR'; end if;
        update public.account a set disabled_at = now() where a.person_id = given_person_id and a.disabled_at is null;
        if not found then return 'DISABLED_ALREADY'; end if;
        update public.session s set ended_at = now() where s.person_id = given_person_id and s.ended_at is null;
        update public.password_reset r set used_at = now() where r.person_id = given_person_id and r.used_at is null;
        return 'DONE';
      end`, 'plpgsql volatile')
    helper(this, 'identity', 'enable_person(given_person_id uuid)', 'text', `
      begin
        if not access.is_administrator() then return 'NOT_ALLOWED'; end if;
        update public.account a set disabled_at = null where a.person_id = given_person_id and a.disabled_at is not null;
        return case when found then 'DONE' else 'ENABLED_ALREADY' end;
      end`, 'plpgsql volatile')
    // Addresses that end in .example belong to nobody (RFC 2606): a real person is never among them.
    helper(this, 'identity', 'demonstration_people()', 'jsonb', `
      select coalesce(jsonb_agg(jsonb_build_object('personId', p.id, 'name', p.name, 'roles', held.roles)
        order by p.name), '[]')
      from public.account a
      join public.person p on p.id = a.person_id
      cross join lateral (
        select coalesce(jsonb_agg(jsonb_build_object('role', role, 'scopeName', scope_name,
          'organisationName', organisation_name) order by scope_name, role), '[]') as roles
        from (
          select g.role, coalesce(b.name, o.name, r.name) as scope_name, null as organisation_name
          from public."grant" g
          left join public.board b on b.id = g.board_id
          left join public.organisation o on o.id = g.organisation_id
          left join public.region r on r.id = g.region_id
          where g.person_id = a.person_id and g.ended_at is null and access.is_live(g.starts_on, g.ends_on)
          union all
          select 'MEMBER', b.name, o.name from public.seat s
          join public.board b on b.id = s.board_id join public.organisation o on o.id = s.organisation_id
          where s.holder_id = a.person_id and access.is_live(s.starts_on, s.ends_on)
          union all
          select 'DEPUTY', b.name, o.name from public.deputy d
          join public.seat s on s.board_id = d.board_id and s.id = d.seat_id
          join public.board b on b.id = s.board_id join public.organisation o on o.id = s.organisation_id
          where d.person_id = a.person_id and d.ended_at is null and access.is_live(s.starts_on, s.ends_on)
        ) as role_held) as held
      where a.email like '%.example' and a.disabled_at is null`)

    helper(this, 'identity', 'invitation(given_token_hash bytea)', 'jsonb', `
      select jsonb_build_object('id', i.id, 'scopeId', i.scope_id, 'scope', i.scope, 'role', i.role, 'email', i.email,
        'organisationName', o.name, 'scopeName', coalesce(b.name, r.name, case when i.scope = 'PLATFORM' then 'Boardwork' else o.name end),
        'invitedByName', p.name, 'expiresAt', i.expires_at,
        'state', case when i.accepted_at is not null then 'ACCEPTED' when i.withdrawn_at is not null then 'WITHDRAWN'
          when i.expires_at <= now() then 'EXPIRED' else 'OPEN' end,
        'personId', a.person_id, 'personName', mine.name)
      from public.invitation i
      join public.organisation o on o.id = i.organisation_id
      join public.person p on p.id = i.invited_by_id
      left join public.board b on i.scope = 'BOARD' and b.id = i.scope_id
      left join public.region r on i.scope = 'REGION' and r.id = i.scope_id
      left join public.account a on a.email = i.email
      left join public.person mine on mine.id = a.person_id
      where i.token_hash = given_token_hash`)
    // A new name: an account is made for the address. Without one the accepting person has to be the one whose it is.
    helper(this, 'identity',
      'accept_invitation(given_token_hash bytea, accepting_id uuid, new_tie_id uuid, new_name text, new_password_hash text)',
      'jsonb', `
      declare invited public.invitation; known public.account; place public.seat; held boolean := false;
      begin
        select * into invited from public.invitation i
          where i.token_hash = given_token_hash and i.accepted_at is null and i.withdrawn_at is null
            and i.expires_at > now() for update;
        if not found then return jsonb_build_object('refused', 'USED'); end if;
        perform pg_advisory_xact_lock(hashtextextended(invited.email, 3));
        select * into known from public.account a where a.email = invited.email;
        if (known.person_id is null) <> (new_name is not null) then
          return jsonb_build_object('refused', 'ACCOUNT');
        end if;
        if known.person_id <> accepting_id or known.disabled_at is not null then
          return jsonb_build_object('refused', 'ACCOUNT');
        end if;
        if invited.role in ('MEMBER', 'DEPUTY') then
          select * into place from public.seat s
            where s.board_id = invited.scope_id and s.id = invited.seat_id for update;
          if place.id is null or place.ends_on < access.today() then
            return jsonb_build_object('refused', 'SEAT_ENDED');
          end if;
        end if;
        if known.person_id is null then
          insert into public.person (id, name, version) values (accepting_id, new_name, 1);
          insert into public.account (person_id, email, password_hash)
            values (accepting_id, invited.email, new_password_hash);
        end if;
        if invited.role = 'MEMBER' then
          held := place.holder_id is not distinct from accepting_id;
          if not held then
            update public.seat s set holder_id = accepting_id, version = version + 1
              where s.board_id = place.board_id and s.id = place.id;
          end if;
        elsif invited.role = 'DEPUTY' then
          held := exists (select from public.deputy d where d.board_id = place.board_id and d.seat_id = place.id
            and d.person_id = accepting_id and d.ended_at is null);
          if not held then
            insert into public.deputy (board_id, id, seat_id, person_id)
              values (place.board_id, new_tie_id, place.id, accepting_id);
          end if;
        else
          held := exists (select from public."grant" g where g.scope_id = invited.scope_id
            and g.role = invited.role and g.person_id = accepting_id and g.ended_at is null
            and access.is_live(g.starts_on, g.ends_on));
          if not held then
            insert into public."grant" (scope_id, id, scope, board_id, organisation_id, region_id, person_id, role,
              reason, starts_on, granted_by_id, version)
            values (invited.scope_id, new_tie_id, invited.scope,
              case when invited.scope = 'BOARD' then invited.scope_id end,
              case when invited.scope = 'ORGANISATION' then invited.scope_id end,
              case when invited.scope = 'REGION' then invited.scope_id end,
              accepting_id, invited.role, 'Accepted an invitation', access.today(), invited.invited_by_id, 1);
          end if;
        end if;
        update public.invitation i set accepted_at = now() where i.scope_id = invited.scope_id and i.id = invited.id;
        return jsonb_build_object('id', invited.id, 'scope', invited.scope, 'scopeId', invited.scope_id,
          'role', invited.role, 'seatId', invited.seat_id, 'previousHolderId', place.holder_id,
          'heldAlready', held, 'newAccount', known.person_id is null);
      end`, 'plpgsql volatile')

    // What opens an account does not stay in the outbox once its mail is on the way.
    helper(this, 'identity', 'mail_sent(mail_id uuid, failure text)', 'void', `
      update public.mail m set attempts = m.attempts + 1, last_error = failure,
        sent_at = case when failure is null then now() end,
        due_at = now() + least(interval '6 hours', interval '1 minute' * power(2, m.attempts)),
        body = case when failure is null
          then regexp_replace(m.body, '/(invitation|password)/[A-Za-z0-9_-]{43}', '/\\1/…', 'g') else m.body end
      where m.id = mail_id`, 'sql volatile')

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
