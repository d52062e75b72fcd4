import type { Client } from 'pg'

/** A policy of the catalogue. */
export interface CataloguePolicy {
  table: string
  name: string
  command: 'select' | 'insert' | 'update' | 'delete'
  using: string | null
  check: string | null
}

/** One way to break a policy. */
export interface Mutation {
  policy: CataloguePolicy
  what: string
  sql: string
}

/** Every policy for the server; those of the maintenance role are no protection. */
export async function readPolicies(client: Client): Promise<CataloguePolicy[]> {
  const { rows } = await client.query<CataloguePolicy>(`
    select tablename as table, policyname as name, lower(cmd) as command, qual as using, with_check as check
    from pg_policies where schemaname = 'public' and policyname not like '%\\_maintenance' order by 1, 2`)
  return rows
}

/** The policy taken away, and each of its conditions opened for everybody. */
export function mutationsOf(policy: CataloguePolicy): Mutation[] {
  const name = `"${policy.name}" on "${policy.table}"`
  const made: Mutation[] = [{ policy, what: 'dropped', sql: `drop policy ${name}` }]
  if (policy.using !== null && policy.using !== 'true')
    made.push({ policy, what: 'using (true)', sql: `alter policy ${name} using (true)` })
  if (policy.check !== null && policy.check !== 'true')
    made.push({ policy, what: 'with check (true)', sql: `alter policy ${name} with check (true)` })
  return made
}

/** A helper function or view of the schema `access`, as a statement that makes it again. */
export interface Helper {
  name: string
  definition: string
}

/** The helpers that decide which rows exist; those that only tell what there is are tried through the API. */
export async function readHelpers(client: Client): Promise<Helper[]> {
  const { rows } = await client.query<Helper>(`
    select p.proname as name, pg_get_functiondef(p.oid) as definition
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'access' and p.prosecdef and not p.proretset and p.prorettype in ('uuid[]'::regtype, 'uuid'::regtype, 'bool'::regtype)
    union all
    select viewname, format('create or replace view access.%I as %s', viewname, definition)
    from pg_views where schemaname = 'access' order by 1`)
  return rows
}

/** Conditions on when and in which state something counts. The scope is none of them: it follows from the role. */
const conditions = [
  /\b\w+\.(ended_at|revoked_at|disabled_at) is null\b/gi,
  /\baccess\.is_live\([^)]*\)/gi,
  /\b\w+\.ends_on >= access\.today\(\)/gi,
  /\b(\w+\.)?(state|role|level) = '\w+'(::text)?/gi,
  /\b(\w+\.)?role in \([^)]*\)/gi,
  /\b(\w+\.)?role = any \(array\[[^\]]*\]\)/gi,
  /\b\w+\.(person_id|holder_id) = access\.person_id\(\)/gi,
]

/** The helper with each of its conditions taken as given, one at a time. */
export function helperMutations({ name, definition }: Helper): { what: string; sql: string }[] {
  return conditions.flatMap((condition) =>
    [...definition.matchAll(condition)].map((found, index) => ({
      what: `${name}: ${found[0]}${index > 0 ? ` (${index + 1})` : ''}`,
      sql: `${definition.slice(0, found.index)}true${definition.slice(found.index + found[0].length)}`,
    })),
  )
}
