import { hashEvent } from '@boardwork/server/src/audit/chain.ts'
import type { HashedEvent } from '@boardwork/server/src/audit/chain.ts'
import { announceDemonstration } from '@boardwork/server/src/demonstration/announce.ts'
import { demonstrationPeople } from '@boardwork/server/src/demonstration/demonstrationPeople.ts'
import { fillDemonstration } from '@boardwork/server/src/demonstration/fillDemonstration.ts'
import { demonstrationPassword } from '@boardwork/server/src/demonstration/people.ts'
import { isPassword } from '@boardwork/server/src/features/identity/passwordHash.ts'
import { Role } from '@boardwork/shared/board/role.ts'
import { passwordProblem } from '@boardwork/shared/identity/password.ts'
import { isLogField } from '@boardwork/shared/log/fieldWords.ts'
import { checkMeasure } from '@boardwork/shared/plan/measureRules.ts'
import type { MeasureText } from '@boardwork/shared/plan/measureRules.ts'
import { checkMilestone } from '@boardwork/shared/plan/milestone.ts'
import { checkAction, checkArea, checkComment, checkPlanTitle } from '@boardwork/shared/plan/planRules.ts'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'
import { makeRegion } from '../support/factories.ts'

const firstStart = new Date('2026-11-22T10:00:00Z')

const tables = [
  'region',
  'organisation',
  'person',
  'account',
  'board',
  'grant',
  'seat',
  'deputy',
  'plan',
  'plan_area',
  'plan_action',
  'expected_evidence',
  'evidence',
  'action_responsible',
  'progress_update',
  'measure',
  'measure_result',
  'milestone',
  'area_comment',
  'area_share',
  'plan_import',
  'audit_event',
  'audit_head',
]

describe('the demonstration', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await makeDatabase()
    await fillDemonstration(database.ownerUrl, firstStart)
  })
  afterAll(() => database.drop())

  const read = async <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    (await database.maintenance.query<Row>(sql, values)).rows
  const count = async (what: string): Promise<number> => {
    const [row] = await read<{ count: number }>(`select count(*)::int as count from ${what}`)
    return row?.count ?? -1
  }

  it('has four boards, two sub-groups, four councils, nine agencies and thirty people', async () => {
    expect(await count('board where parent_id is null')).toBe(4)
    expect(await count('board where parent_id is not null')).toBe(2)
    expect(await count(`organisation where kind = 'COUNCIL'`)).toBe(4)
    expect(await count(`organisation where kind <> 'COUNCIL'`)).toBe(9)
    expect(await count('person')).toBe(30)
    expect(await count('account')).toBe(30)
  })

  it('has words for every field in its logs', async () => {
    const rows = await read<{ field: string }>(
      'select distinct jsonb_object_keys(before || after) as field from audit_event',
    )
    expect(rows.filter(({ field }) => !isLogField(field))).toEqual([])
  })

  it('has every role, and everybody has one', async () => {
    const held = await read<{ role: string; person_id: string }>(
      `select role, person_id from "grant" where ended_at is null
      union select 'MEMBER', holder_id from seat where holder_id is not null and ends_on is null
      union select 'DEPUTY', person_id from deputy where ended_at is null`,
    )
    expect(new Set(held.map(({ role }) => role))).toEqual(new Set(Object.values(Role)))
    expect(new Set(held.map(({ person_id }) => person_id)).size).toBe(30)
  })

  it('has a police force, an NHS trust and a charity that sit at several boards', async () => {
    const rows = await read<{ kind: string }>(
      `select o.kind from seat s join organisation o on o.id = s.organisation_id
      join board b on b.id = s.board_id and b.parent_id is null
      where s.ends_on is null group by o.id having count(*) > 1`,
    )
    expect(rows.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['POLICE', 'NHS_TRUST', 'VOLUNTARY']))
  })

  it('has one adopted plan a board, with a year of history', async () => {
    const rows = await read<{ areas: number; actions: number; periods: string[]; statuses: number }>(
      `select (select count(*)::int from plan_area a where a.plan_id = p.id) as areas,
        (select count(*)::int from plan_action a where a.plan_id = p.id) as actions,
        (select array_agg(distinct period order by period) from progress_update u where u.plan_id = p.id) as periods,
        (select count(distinct status)::int from progress_update u where u.plan_id = p.id) as statuses
      from board b join plan p on p.board_id = b.id and p.state = 'ADOPTED' where b.parent_id is null`,
    )
    expect(rows).toHaveLength(4)
    for (const row of rows) {
      expect(row.areas).toBeGreaterThanOrEqual(4)
      expect(row.actions).toBeGreaterThanOrEqual(12)
      expect(row.periods).toEqual(['Q1 2026/27', 'Q2 2026/27', 'Q3 2025/26', 'Q4 2025/26'])
      expect(row.statuses).toBeGreaterThanOrEqual(4)
    }
    expect(await count(`plan where state = 'ADOPTED'`)).toBe(4)
    expect(await count(`plan where state = 'DRAFT'`)).toBe(1)
    expect(
      await count(
        `progress_update where written_at > '2026-11-22T10:00:00Z' or period_ends_on > '2026-11-22'`,
      ),
    ).toBe(0)
  })

  it('holds to the rules that people are held to', async () => {
    const fine = { problems: [] as unknown[] }
    for (const { title } of await read<{ title: string }>('select title from plan'))
      fine.problems.push(...checkPlanTitle(title))
    for (const area of await read<{ reference: string; theme: string; title: string }>(
      'select * from plan_area',
    ))
      fine.problems.push(...checkArea(area))
    for (const action of await read<{ reference: string; title: string; outcome: string | null }>(
      'select * from plan_action',
    ))
      fine.problems.push(
        ...checkAction({ ...action, outcome: action.outcome ?? '', evidence: [], responsible: [] }),
      )
    for (const { body } of await read<{ body: string }>('select body from area_comment'))
      fine.problems.push(...checkComment(body))
    for (const measure of await read<MeasureText>(
      `select kind, name, target, within_days as "withinDays", unit, population, counting from measure`,
    ))
      fine.problems.push(...checkMeasure(measure))
    for (const milestone of await read<{ title: string; dueOn: string }>(
      'select title, due_on::text as "dueOn" from milestone',
    ))
      fine.problems.push(...checkMilestone(milestone))
    expect(fine.problems).toEqual([])
    const leftOver = `position('{' in concat(title, (select string_agg(deadline, ' ') from expected_evidence))) > 0`
    expect(await count(`plan where ${leftOver}`)).toBe(0)
    // Who is named as responsible has a seat, or an office, at that board.
    expect(
      await count(`action_responsible r where organisation_id is not null and not exists (select from seat s
        where s.board_id = r.board_id and s.organisation_id = r.organisation_id and s.ends_on is null)`),
    ).toBe(0)
    expect(
      await count(`action_responsible r where person_id is not null
        and not exists (select from seat s where s.board_id = r.board_id and s.holder_id = r.person_id)
        and not exists (select from "grant" g where g.board_id = r.board_id and g.person_id = r.person_id)`),
    ).toBe(0)
  })

  it('has shares that are live, one that was ended, and a role that was ended', async () => {
    const live = `area_share where revoked_at is null and ends_on > '2026-11-22'`
    expect(await count(`${live} and to_board_id is not null`)).toBe(2)
    expect(await count(`${live} and to_organisation_id is not null`)).toBe(1)
    expect(await count('area_share where revoked_at is not null')).toBe(1)
    expect(await count('"grant" where ended_at is not null')).toBe(1)
  })

  it('has a log whose chains hold together and reach their heads', async () => {
    const events = await read<
      Omit<HashedEvent, 'happenedAt'> & { happenedAt: Date; previousHash: Buffer; hash: Buffer }
    >(
      `select chain_id as "chainId", sequence, happened_at as "happenedAt", person_id as "personId",
        person_name as "personName", under, action, record_type as "recordType", record_id as "recordId", before, after,
        previous_hash as "previousHash", hash from audit_event order by chain_id, sequence`,
    )
    const heads = await read<{ chain_id: string; sequence: number; hash: Buffer }>('select * from audit_head')
    const chains = Map.groupBy(events, (event) => event.chainId)
    expect(new Set(heads.map((head) => head.chain_id))).toEqual(new Set(chains.keys()))
    for (const { chain_id, sequence, hash } of heads) {
      let previous: Buffer = Buffer.alloc(32)
      let at = 0
      const chain = chains.get(chain_id) ?? []
      for (const { previousHash, hash: kept, happenedAt, ...event } of chain) {
        expect(previousHash).toEqual(previous)
        previous = hashEvent(previous, { ...event, happenedAt: happenedAt.getTime() })
        expect(kept).toEqual(previous)
        expect(happenedAt.getTime()).toBeGreaterThanOrEqual(at)
        at = happenedAt.getTime()
      }
      expect({ sequence, hash }).toEqual({ sequence: chain.length, hash: previous })
      expect(at).toBeLessThan(firstStart.getTime())
    }
    const boards = await read<{ id: string }>('select id from board')
    for (const { id } of boards) expect(chains.get(id)?.length).toBeGreaterThan(4)
  })

  it('shows a police member the plans of their boards and no others', async () => {
    const [marcus] = await read<{ id: string }>(`select id from person where name = 'Marcus Finch'`)
    const server = new Client({ connectionString: database.serverUrl })
    await server.connect()
    try {
      await server.query('begin')
      await server.query(`select set_config('app.person_id', $1, true)`, [marcus?.id])
      const { rows } = await server.query<{ name: string; areas: number; state: string }>(
        `select b.name, p.state, (select count(*)::int from plan_area a where a.plan_id = p.id) as areas
        from plan p left join board b on b.id = p.board_id order by b.name`,
      )
      const state = 'ADOPTED'
      expect(rows).toEqual([
        { name: 'Eldermoor Safeguarding Adults Board', state, areas: 4 },
        { name: 'Fernshire Safeguarding Adults Board', state, areas: 4 },
        { name: 'Marlowe Vale Safeguarding Adults Board', state, areas: 4 },
      ])
      await server.query('rollback')
    } finally {
      await server.end()
    }
  })

  it('lists its people with the addresses and the password that open their accounts', async () => {
    const accounts = await read<{ email: string; name: string; password_hash: string }>(
      'select a.email, p.name, a.password_hash from account a join person p on p.id = a.person_id',
    )
    expect(demonstrationPeople.map(({ email }) => email).toSorted()).toEqual(
      accounts.map(({ email }) => email).toSorted(),
    )
    const text = announceDemonstration()
    for (const { email, name } of accounts) {
      expect(email).toMatch(/\.example$/)
      expect(text).toContain(email)
      expect(text).toContain(name)
      expect(passwordProblem(demonstrationPassword, { email, name })).toBeNull()
    }
    expect(text).toContain(demonstrationPassword)
    expect(new Set(demonstrationPeople.map(({ roles }) => roles[0]?.role))).toEqual(
      new Set(Object.values(Role)),
    )
    expect(await isPassword(demonstrationPassword, accounts[0]?.password_hash ?? null)).toBe(true)
  })

  it('has the ids that it has everywhere, in the form of UUID version 7', async () => {
    expect(await read('select id from region')).toEqual([{ id: '019b76da-a801-7000-8000-000000000001' }])
    const people = await read<{ id: string }>('select id from person')
    for (const { id } of people)
      expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/)
  })

  it('is the same every time, but for its dates and the salt of the password', async () => {
    const other = await makeDatabase()
    const later = await makeDatabase()
    try {
      await fillDemonstration(other.ownerUrl, firstStart)
      await fillDemonstration(later.ownerUrl, new Date('2028-02-29T23:30:00Z'))
      for (const table of tables) {
        const all = await rowsOf(database, table)
        expect(inOrder(await rowsOf(other, table))).toEqual(inOrder(all))
        const undated = (await rowsOf(later, table)).map(withoutDates)
        expect(inOrder(undated)).toEqual(inOrder(all.map(withoutDates)))
      }
    } finally {
      await other.drop()
      await later.drop()
    }
  })

  it('is not filled a second time, and leaves what was changed as it is', async () => {
    await database.maintenance.query(`update plan set title = 'Changed' where state = 'DRAFT'`)
    const before = await count('audit_event')
    expect(await fillDemonstration(database.ownerUrl)).toBe(true)
    expect(await count('audit_event')).toBe(before)
    expect(await count(`plan where title = 'Changed'`)).toBe(1)
  })

  it('is filled once by two servers that start together', async () => {
    const shared = await makeDatabase()
    try {
      expect(
        await Promise.all([fillDemonstration(shared.ownerUrl), fillDemonstration(shared.ownerUrl)]),
      ).toEqual([true, true])
      const { rows } = await shared.maintenance.query('select count(*)::int as people from person')
      expect(rows).toEqual([{ people: 30 }])
    } finally {
      await shared.drop()
    }
  })

  it('stays out of a database that has data of its own', async () => {
    const used = await makeDatabase()
    try {
      await makeRegion(used.maintenance)
      expect(await fillDemonstration(used.ownerUrl)).toBe(false)
      const { rows } = await used.maintenance.query('select from person')
      expect(rows).toEqual([])
    } finally {
      await used.drop()
    }
  })
})

async function rowsOf(database: TestDatabase, table: string): Promise<Record<string, unknown>[]> {
  const hidden = table === 'account' ? `- 'password_hash'` : ''
  const { rows } = await database.maintenance.query<{ row: Record<string, unknown> }>(
    `select to_jsonb(t) ${hidden} as row from "${table}" t`,
  )
  return rows.map(({ row }) => row)
}

function inOrder(rows: readonly Record<string, unknown>[]): string[] {
  return rows.map((row) => JSON.stringify(row)).toSorted()
}

/** What is neither a date, nor a text that names one, nor a hash over dates. */
function withoutDates(row: Record<string, unknown>): Record<string, unknown> {
  const dated = /(_at|_on|_hash|^hash|^period|^deadline|^after|^before)$/
  return Object.fromEntries(
    Object.entries(row)
      .filter(([column]) => !dated.test(column))
      .map(([column, value]) => [
        column,
        column === 'title' ? String(value).replaceAll(/\w+ \d{4}|\d{4}\/\d\d/g, '…') : value,
      ]),
  )
}
