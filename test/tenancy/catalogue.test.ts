import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Client } from 'pg'
import { makeDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'
import { tables } from '../support/worlds/rows.ts'

/** Tables without row-level security, and why that is right. */
const withoutFloor: Record<string, string> = {
  rate_limit:
    'counts tries before anybody is known; its keys are hashes or addresses and belong to no tenant',
  migration: 'belongs to the owner: the server has no right to it at all',
}

/** Tables of which nothing exists for anybody, and why. */
const forNobody: Record<string, string> = {
  audit_head: 'only the trigger of the log reads and writes it',
  password_reset: 'only the functions of signing in read and write it',
}

/** Tables whose rows belong to no board, organisation or region, and why their keys hold no tenant. */
const ofNoTenant: Record<string, string> = {
  region: 'is a tenant itself',
  organisation: 'is a tenant itself',
  board: 'is a tenant itself',
  person: 'a person may belong to several tenants',
  account: 'belongs to a person',
  session: 'belongs to a person',
  password_reset: 'belongs to a person',
  mutation_result: 'belongs to a person',
  mail: 'is a letter to an address',
  calendar_address: 'belongs to a person',
}

/** Unique keys of tenants' tables without the tenant's id, and why. */
const keysWithoutTenant: Record<string, string> = {
  answer_link_token_hash_unique:
    'the holder of the letter knows nothing but the secret; 256 random bits never collide',
  invitation_token_hash_unique:
    'the holder of the letter knows nothing but the secret; 256 random bits never collide',
}

/** In which column each tenant's table says whose the row is. */
const tenantColumns = ['scope_id', 'chain_id', 'board_id']
/** What a foreign key may name without the tenant's id, since it names the tenant or a person. */
const roots = new Set(['board', 'organisation', 'region', 'person'])

interface Key {
  table: string
  name: string
  kind: 'p' | 'u' | 'f'
  columns: string[]
  target: string | null
}

describe('the catalogue of the database', () => {
  let database: TestDatabase
  let owner: Client
  beforeAll(async () => {
    database = await makeDatabase()
    owner = new Client({ connectionString: database.ownerUrl })
    await owner.connect()
  })
  afterAll(async () => {
    await owner.end()
    await database.drop()
  })

  const ask = async <Row extends object>(sql: string) => (await owner.query<Row>(sql)).rows
  const one = async (sql: string) => Object.values((await ask<Record<string, unknown>>(sql))[0] ?? {})[0]

  it('every table has row-level security that holds for its owner too, and a policy for reading', async () => {
    const rows = await ask<{
      table: string
      enabled: boolean
      forced: boolean
      reads: number
      others: string[]
    }>(`
      select c.relname as table, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
        count(p.oid) filter (where p.polcmd = 'r' and p.polroles = '{0}')::int as reads,
        coalesce(array_agg(p.polname::text) filter (where p.polcmd = '*'), '{}') as others
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      left join pg_policy p on p.polrelid = c.oid
      where n.nspname = 'public' and c.relkind in ('r', 'p') group by c.oid order by c.relname`)
    const held = rows.filter(({ table }) => !(table in withoutFloor))
    expect(held.length).toBeGreaterThan(20)
    for (const row of held)
      expect(row).toEqual({
        table: row.table,
        enabled: true,
        forced: true,
        reads: 1,
        others: [`${row.table}_maintenance`],
      })
    expect(Object.keys(withoutFloor).filter((table) => !rows.some((row) => row.table === table))).toEqual([])
  })

  it('the generated worlds fill and compare every table', async () => {
    const rows = await ask<{ table: string }>(
      `select tablename as table from pg_tables where schemaname = 'public'`,
    )
    const compared = [...tables, ...Object.keys(withoutFloor), ...Object.keys(forNobody)]
    expect(rows.map(({ table }) => table).toSorted()).toEqual(compared.toSorted())
  })

  it('no view opens a table past its policies', async () => {
    expect(await ask(`select viewname from pg_views where schemaname = 'public'`)).toEqual([])
    const readable = await ask(`
      select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('access', 'identity', 'audit') and c.relkind in ('v', 'm', 'r')
        and has_table_privilege('boardwork_server', c.oid, 'select, insert, update, delete')`)
    expect(readable).toEqual([])
  })

  it('primary, unique and foreign keys of tenants’ rows hold the tenant’s id', async () => {
    const keys = await ask<Key>(`
      select c.conrelid::regclass::text as table, c.conname as name, c.contype as kind,
        array(select a.attname::text from unnest(c.conkey) k join pg_attribute a
          on a.attrelid = c.conrelid and a.attnum = k) as columns,
        (select t.relname from pg_class t where t.oid = c.confrelid) as target
      from pg_constraint c join pg_namespace n on n.oid = c.connamespace
      where n.nspname = 'public' and c.contype in ('p', 'u', 'f')
      union all
      select i.indrelid::regclass::text, x.relname, 'u',
        array(select a.attname::text from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any(i.indkey)),
        null
      from pg_index i join pg_class x on x.oid = i.indexrelid join pg_namespace n on n.oid = x.relnamespace
      where n.nspname = 'public' and i.indisunique
        and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`)
    const columns = await ask<{ table: string; column: string }>(`
      select table_name as table, column_name as column from information_schema.columns where table_schema = 'public'`)
    const tenantOf = (table: string) =>
      tenantColumns.find((column) => columns.some((each) => each.table === table && each.column === column))
    const bare = (table: string) => table.replaceAll('"', '')
    const wrong = keys
      .filter(
        ({ table, name }) =>
          !(bare(table) in ofNoTenant || bare(table) in withoutFloor || name in keysWithoutTenant),
      )
      .filter(({ table, kind, columns: held, target }) => {
        const tenant = tenantOf(bare(table))
        if (!tenant) return true
        if (kind === 'f' && target && roots.has(target)) return false
        return !held.includes(tenant)
      })
    expect(wrong).toEqual([])
    expect(keys.filter(({ name }) => name in keysWithoutTenant)).toHaveLength(
      Object.keys(keysWithoutTenant).length,
    )
  })

  it('the server’s role owns nothing and can become nobody else', async () => {
    expect(
      await ask(`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication, rolinherit
        from pg_roles where rolname = 'boardwork_server'`),
    ).toEqual([
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolreplication: false,
        rolinherit: false,
      },
    ])
    // The databases of other tests are none of this one's.
    expect(
      await one(
        `select count(*)::int from pg_shdepend where refobjid = 'boardwork_server'::regrole and deptype = 'o'
           and dbid in (0, (select oid from pg_database where datname = current_database()))`,
      ),
    ).toBe(0)
    expect(
      await one(`select count(*)::int from pg_auth_members where member = 'boardwork_server'::regrole`),
    ).toBe(0)
    expect(await one(`select pg_has_role('boardwork_server', 'boardwork_maintenance', 'member')`)).toBe(false)
    for (const schema of ['public', 'access', 'identity', 'audit'])
      expect(
        await one(`select has_schema_privilege('boardwork_server', '${schema}', 'create')`),
        schema,
      ).toBe(false)
  })

  it('the maintenance role sees every row, but nobody can sign in as it', async () => {
    expect(
      await ask(`select rolsuper, rolbypassrls, rolcanlogin, rolcreaterole from pg_roles
        where rolname = 'boardwork_maintenance'`),
    ).toEqual([{ rolsuper: false, rolbypassrls: false, rolcanlogin: false, rolcreaterole: false }])
  })

  it('the server’s role can neither change the log nor read what is secret', async () => {
    const may = (table: string, right: string) =>
      one(`select has_table_privilege('boardwork_server', '${table}', '${right}')`)
    const mayColumn = (table: string, column: string, right: string) =>
      one(`select has_column_privilege('boardwork_server', '${table}', '${column}', '${right}')`)
    for (const right of ['update', 'delete', 'truncate', 'references', 'trigger'])
      expect(await may('audit_event', right), right).toBe(false)
    for (const table of ['audit_head', 'password_reset', 'migration'])
      expect(await may(table, 'select, insert, update, delete, truncate'), table).toBe(false)
    for (const right of ['select', 'insert', 'update'])
      expect(await mayColumn('account', 'password_hash', right), right).toBe(false)
    expect(await mayColumn('account', 'email', 'select')).toBe(true)
    const dangerous = await ask(`
      select table_name, privilege_type from information_schema.role_table_grants
      where grantee in ('boardwork_server', 'PUBLIC') and table_schema = 'public'
        and privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER')`)
    expect(dangerous).toEqual([])
  })

  it('functions that see past the policies are pinned down, belong to the maintenance role, and are not for everybody', async () => {
    const functions = await ask<{
      name: string
      owner: string
      settings: string[] | null
      everybody: boolean
    }>(`
      select p.oid::regprocedure::text as name, p.proowner::regrole::text as owner, p.proconfig as settings,
        exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
          where a.grantee = 0 and a.privilege_type = 'EXECUTE') as everybody
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema') order by 1`)
    expect(functions.length).toBeGreaterThan(20)
    for (const each of functions)
      expect(each).toEqual({
        name: each.name,
        owner: 'boardwork_maintenance',
        settings: ['search_path=""'],
        everybody: false,
      })
  })
})
