import type { Migration } from '@mikro-orm/migrations'

/** A function that runs with the rights of `boardwork_maintenance`, and that the server may call. */
export function helper(
  migration: Migration,
  schema: string,
  signature: string,
  returns: string,
  body: string,
  language = 'sql stable parallel safe',
): void {
  const types = signature.replaceAll(/(\w+) (uuid|bytea|text|date|integer)/g, '$2')
  migration.addSql(`create function ${schema}.${signature} returns ${returns} language ${language}
    security definer set search_path = '' as $$${body}$$`)
  // Before it changes hands: afterwards the owner of the database has no right to say who may call it.
  migration.addSql(`revoke all on function ${schema}.${types} from public`)
  migration.addSql(`grant execute on function ${schema}.${types} to boardwork_server`)
  migration.addSql(`alter function ${schema}.${types} owner to boardwork_maintenance`)
  // Row-level security holds for the owner of the database too, when a foreign key is checked.
  migration.addSql('set local role boardwork_maintenance')
  migration.addSql(`grant execute on function ${schema}.${types} to session_user`)
  migration.addSql('reset role')
}

/**
 * A helper function of the schema `access` that gives a list of ids.
 *
 * A page asks for the same list with each of its tables. Where `identity.enter` has opened a reading transaction, whose
 * view of the data does not change, the first answer is kept until the transaction ends.
 */
export function list(migration: Migration, name: string, query: string): void {
  helper(migration, 'access', `${name}()`, 'uuid[]', listBody(name, query), 'plpgsql stable')
}

/** Gives a list of ids that there is another query; the policies that ask it stay as they are. */
export function changeList(migration: Migration, name: string, query: string): void {
  migration.addSql('set local role boardwork_maintenance')
  migration.addSql(`create or replace function access.${name}() returns uuid[] language plpgsql stable
    security definer set search_path = '' as $$${listBody(name, query)}$$`)
  migration.addSql('reset role')
}

function listBody(name: string, query: string): string {
  return `
      declare answer uuid[] := nullif(current_setting('app.${name}', true), '')::uuid[];
      begin
        if answer is not null then return answer; end if;
        ${query};
        if current_setting('app.reading', true) = 'on' then
          perform set_config('app.${name}', answer::text, true);
        end if;
        return answer;
      end`
}

/** A view that belongs to `boardwork_maintenance`, so that the helper functions read it with that role's rights. */
export function view(migration: Migration, name: string, query: string): void {
  migration.addSql(`create view access.${name} as ${query}`)
  migration.addSql(`alter view access.${name} owner to boardwork_maintenance`)
}
