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
