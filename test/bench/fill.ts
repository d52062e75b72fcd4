import { Client } from 'pg'
import { startSession } from '../support/session.ts'

/** What one reader of the benchmark needs. */
export interface Reader {
  personId: string
  planId: string
  /** The value of the session cookie. */
  token: string
}

/**
 * Fills an empty database with boards of one size: a plan of 19 areas, 57 actions and 228 progress updates each,
 * eight agencies with a seat. Returns somebody who holds a seat at one of the boards.
 */
export async function fill(ownerUrl: string, boards: number): Promise<Reader> {
  const db = new Client({ connectionString: ownerUrl })
  await db.connect()
  try {
    await db.query('begin')
    await db.query('set local role boardwork_maintenance')
    await db.query(
      `insert into region (id, name) select uuidv7(), 'Region ' || n from generate_series(1, $1) n`,
      [Math.ceil(boards / 10)],
    )
    await db.query(
      `insert into organisation (id, region_id, name, kind)
       select uuidv7(), r.id, r.name || ' organisation ' || n, case when n <= 10 then 'COUNCIL' else 'NHS_TRUST' end
       from region r, generate_series(1, 18) n`,
    )
    await db.query(
      `insert into board (id, organisation_id, name, kind)
       select uuidv7(), id, name || ' board', 'ADULTS' from organisation where kind = 'COUNCIL' order by id limit $1`,
      [boards],
    )
    await db.query(
      `insert into person (id, name) select uuidv7(), 'Person ' || n from generate_series(1, $1) n`,
      [boards * 9],
    )
    await db.query(`insert into account (person_id, email) select id, id || '@example.org' from person`)
    await db.query(`
      with numbered_person as (select id, row_number() over (order by id) - 1 as n from person),
        numbered_board as (select id, organisation_id, row_number() over (order by id) - 1 as n from board)
      insert into "grant" (scope_id, id, scope, board_id, person_id, role, reason, starts_on)
      select b.id, uuidv7(), 'BOARD', b.id, p.id, 'COORDINATOR', 'For the benchmark', current_date - 30
      from numbered_board b join numbered_person p on p.n = b.n * 9`)
    await db.query(`
      with numbered_person as (select id, row_number() over (order by id) - 1 as n from person),
        numbered_board as (select b.id, o.region_id, row_number() over (order by b.id) - 1 as n
          from board b join organisation o on o.id = b.organisation_id),
        agency as (select id, region_id, row_number() over (partition by region_id order by id) as n
          from organisation where kind = 'NHS_TRUST')
      insert into seat (board_id, id, organisation_id, required, voting, holder_id, starts_on)
      select b.id, uuidv7(), a.id, true, true, p.id, current_date - 30
      from numbered_board b
      join agency a on a.region_id = b.region_id
      join numbered_person p on p.n = b.n * 9 + a.n
      where a.n <= 8`)
    await db.query(`
      insert into plan (board_id, id, title, state, created_at, adopted_at)
      select id, uuidv7(), 'Improvement plan of ' || name, 'ADOPTED', now(), now() from board`)
    await db.query(`
      insert into plan_area (board_id, id, plan_id, position, reference, theme, title)
      select board_id, uuidv7(), id, n, n::text, 'Theme ' || n % 5, 'Improve area ' || n || ' of the plan'
      from plan, generate_series(1, 19) n order by 3, 2`)
    await db.query(`
      insert into plan_action (board_id, id, plan_id, area_id, position, reference, title)
      select board_id, uuidv7(), plan_id, id, n, reference || '.' || n, 'Carry out step ' || n || ' in this area'
      from plan_area, generate_series(1, 3) n order by 3, 2`)
    await db.query(`
      insert into progress_update (board_id, id, plan_id, area_id, action_id, period, period_starts_on, period_ends_on,
        state, status, percent_complete, narrative, written_at)
      select board_id, uuidv7(), plan_id, area_id, id, 'Q' || n || ' 2025/26',
        date '2025-04-01' + (n - 1) * interval '3 months', date '2025-04-01' + n * interval '3 months' - interval '1 day',
        'AUTHORISED', 'ON_TARGET', n * 25,
        'The work went on as planned in this quarter.', now()
      from plan_action, generate_series(1, 4) n order by 3, 2`)
    const { rows } = await db.query<{ person_id: string; plan_id: string }>(`
      select s.holder_id as person_id, p.id as plan_id from seat s join plan p on p.board_id = s.board_id
      order by s.board_id, s.id limit 1`)
    const [reader] = rows
    if (!reader) throw new Error('The benchmark filled no board.')
    const token = await startSession(db, reader.person_id)
    await db.query('commit')
    // What a database in use has had long ago; it needs the owner's rights.
    await db.query('reset role')
    await db.query('vacuum analyze')
    return { personId: reader.person_id, planId: reader.plan_id, token }
  } finally {
    await db.end()
  }
}
