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
  const types = signature.replaceAll(/(\w+) (uuid|bytea|text|date)/g, '$2')
  migration.addSql(`create function ${schema}.${signature} returns ${returns} language ${language}
    security definer set search_path = '' as $$${body}$$`)
  migration.addSql(`alter function ${schema}.${types} owner to boardwork_maintenance`)
  migration.addSql(`revoke all on function ${schema}.${types} from public`)
  migration.addSql(`grant execute on function ${schema}.${types} to boardwork_server`)
}
