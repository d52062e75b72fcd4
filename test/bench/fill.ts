import { Client } from 'pg'
import { startSession } from '../support/session.ts'

/** What one reader of the benchmark needs. */
export interface Reader {
  personId: string
  /** What the screens ask for: a plan, and the agency whose seat the reader holds. */
  ids: { id: string; organisationId: string }
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
    const { rows } = await db.query<{ person_id: string; plan_id: string; organisation_id: string }>(`
      select s.holder_id as person_id, p.id as plan_id, s.organisation_id from seat s join plan p on p.board_id = s.board_id
      order by s.board_id, s.id limit 1`)
    const [reader] = rows
    if (!reader) throw new Error('The benchmark filled no board.')
    const token = await startSession(db, reader.person_id)
    await db.query('commit')
    // What a database in use has had long ago; it needs the owner's rights.
    await db.query('reset role')
    await db.query('vacuum analyze')
    return {
      personId: reader.person_id,
      ids: { id: reader.plan_id, organisationId: reader.organisation_id },
      token,
    }
  } finally {
    await db.end()
  }
}

/** What the readers of the large screens need. */
export interface LargeReaders {
  /** Coordinates a board with a plan of 5,000 actions. */
  plan: Reader
  /** Holds the seat of an agency on 30 boards that is responsible for 3,000 actions. */
  agency: Reader
}

/**
 * Adds a region with one plan of 5,000 actions (100 areas, 20,000 updates with their words), and an agency that sits
 * at 30 boards and is responsible for 100 actions at each.
 */
export async function fillLarge(ownerUrl: string): Promise<LargeReaders> {
  const db = new Client({ connectionString: ownerUrl })
  await db.connect()
  try {
    await db.query('begin')
    await db.query('set local role boardwork_maintenance')
    await db.query(`insert into region (id, name) values (uuidv7(), 'Large region')`)
    await db.query(`
      insert into organisation (id, region_id, name, kind)
      select uuidv7(), id, 'Large organisation ' || lpad(n::text, 2, '0'), case when n <= 31 then 'COUNCIL' else 'NHS_TRUST' end
      from region, generate_series(1, 51) n where name = 'Large region'`)
    await db.query(`
      insert into board (id, organisation_id, name, kind)
      select uuidv7(), id, name || ' board', 'ADULTS' from organisation
      where kind = 'COUNCIL' and name like 'Large %' order by name`)
    for (const name of ['Large coordinator', 'Large holder'])
      await db.query(
        `with made as (insert into person (id, name) values (uuidv7(), $1) returning id)
        insert into account (person_id, email) select id, id || '@example.org' from made`,
        [name],
      )
    await db.query(`
      insert into "grant" (scope_id, id, scope, board_id, person_id, role, reason, starts_on)
      select b.id, uuidv7(), 'BOARD', b.id, p.id, 'COORDINATOR', 'For the benchmark', current_date - 500
      from board b, person p where b.name = 'Large organisation 01 board' and p.name = 'Large coordinator'`)
    await db.query(`
      insert into seat (board_id, id, organisation_id, required, voting, holder_id, starts_on)
      select b.id, uuidv7(), o.id, true, true, p.id, current_date - 500
      from board b, organisation o, person p
      where b.name like 'Large %' and b.name <> 'Large organisation 01 board'
        and o.name = 'Large organisation 32' and p.name = 'Large holder'`)
    await db.query(`
      insert into plan (board_id, id, title, state, created_at, adopted_at)
      select id, uuidv7(), 'Plan of ' || name, 'ADOPTED', now() - interval '400 days', now() - interval '400 days'
      from board where name like 'Large %'`)
    // 100 areas of 50 actions in the one plan, 4 areas of 25 in the others.
    await db.query(`
      insert into plan_area (board_id, id, plan_id, position, reference, theme, title)
      select p.board_id, uuidv7(), p.id, n, n::text, 'Theme ' || n % 5, 'Improve area ' || n || ' of the plan'
      from plan p join board b on b.id = p.board_id,
        generate_series(1, case when b.name = 'Large organisation 01 board' then 100 else 4 end) s(n)
      where b.name like 'Large %' order by p.id, s.n`)
    await db.query(`
      insert into plan_action (board_id, id, plan_id, area_id, position, reference, title, outcome, progress)
      select a.board_id, uuidv7(), a.plan_id, a.id, n, a.reference || '.' || n,
        'Carry out step ' || n || ' in this area together with everybody whose work it touches, and write down what came of it',
        'People notice that step ' || n || ' was taken, and say so when they are asked', repeat('It goes on as was agreed. ', 8)
      from plan_area a join plan p on p.id = a.plan_id join board b on b.id = a.board_id,
        generate_series(1, case when b.name = 'Large organisation 01 board' then 50 else 25 end) n
      where b.name like 'Large %' order by p.id, a.position, n`)
    await db.query(`
      insert into expected_evidence (board_id, id, plan_id, area_id, action_id, position, text, deadline)
      select a.board_id, uuidv7(), a.plan_id, a.area_id, a.id, n, repeat('A report to the board with figures. ', 4),
        (array['End March 2027', 'June 2026', 'September 2026', 'By 31 December 2026', 'Ongoing', 'Quarterly'])
          [1 + (a.position + n) % 6]
      from plan_action a join board b on b.id = a.board_id, generate_series(1, 2) n
      where b.name like 'Large %' order by a.plan_id, a.id, n`)
    // In the large plan a post and one of 19 agencies; elsewhere the agency of 30 boards.
    await db.query(`
      insert into action_responsible (board_id, id, plan_id, area_id, action_id, position, part, post_title, organisation_id)
      select a.board_id, uuidv7(), a.plan_id, a.area_id, a.id, n, 'RESPONSIBLE',
        case when n = 1 then 'Head of service ' || a.position % 40 end,
        case when n = 2 then o.id end
      from plan_action a join board b on b.id = a.board_id, generate_series(1, 2) n, organisation o
      where b.name like 'Large %' and o.name = 'Large organisation '
        || case when b.name = 'Large organisation 01 board' then 33 + a.position % 19 else 32 end
      order by a.plan_id, a.id, n`)
    await db.query(`
      insert into progress_update (board_id, id, plan_id, area_id, action_id, period, period_starts_on, period_ends_on,
        state, status, percent_complete, narrative, written_at)
      select a.board_id, uuidv7(), a.plan_id, a.area_id, a.id, 'Q' || n || ' 2025/26',
        date '2025-04-01' + (n - 1) * interval '3 months', date '2025-04-01' + n * interval '3 months' - interval '1 day',
        'AUTHORISED', (array['NOT_STARTED', 'ON_TARGET', 'AT_RISK', 'OFF_TARGET', 'COMPLETE'])[1 + (a.position + n) % 5],
        n * 25, repeat('The work of this quarter went on as planned. ', 6) || n, now()
      from plan_action a join board b on b.id = a.board_id, generate_series(1, 4) n
      where b.name like 'Large %' order by a.plan_id, a.id, n`)
    const readerOf = async (name: string): Promise<Reader> => {
      const { rows } = await db.query<{ person_id: string; plan_id: string; organisation_id: string }>(
        `select person.id as person_id, (select id from organisation where name = 'Large organisation 32') as organisation_id,
          (select p.id from plan p join board b on b.id = p.board_id
          where b.name = 'Large organisation 01 board') as plan_id from person where name = $1`,
        [name],
      )
      const [row] = rows
      if (!row) throw new Error(`The benchmark has no ${name}.`)
      return {
        personId: row.person_id,
        ids: { id: row.plan_id, organisationId: row.organisation_id },
        token: await startSession(db, row.person_id),
      }
    }
    const readers = { plan: await readerOf('Large coordinator'), agency: await readerOf('Large holder') }
    await db.query('commit')
    await db.query('reset role')
    await db.query('vacuum analyze')
    return readers
  } finally {
    await db.end()
  }
}
