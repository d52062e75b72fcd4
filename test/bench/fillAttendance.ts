import { Client } from 'pg'
import { boardYearOf, usualYearStart, yearStartsOn } from '@boardwork/shared/attendance/figures/boardYear.ts'
import { todayInLondon } from '@boardwork/shared/board/dates.ts'
import type { Reader } from './fill.ts'
import { startSession } from '../support/session.ts'

/** What the readers of attendance need. */
export interface AttendanceReaders {
  /** Coordinates a board with 40 seats that met 24 times in the running year. */
  grid: Reader
  /** Leads an agency with a seat at 30 boards that met 12 times each. */
  agency: Reader
}

/** Adds a region with these boards, their meetings of the running year, and a closed register for each of them. */
export async function fillAttendance(ownerUrl: string): Promise<AttendanceReaders> {
  const db = new Client({ connectionString: ownerUrl })
  await db.connect()
  try {
    await db.query('begin')
    await db.query('set local role boardwork_maintenance')
    await db.query(`insert into region (id, name) values (uuidv7(), 'Attended region')`)
    await db.query(`
      insert into organisation (id, region_id, name, kind)
      select uuidv7(), id, 'Attended organisation ' || lpad(n::text, 2, '0'), case when n <= 31 then 'COUNCIL' else 'NHS_TRUST' end
      from region, generate_series(1, 72) n where name = 'Attended region'`)
    await db.query(`
      insert into board (id, organisation_id, name, kind)
      select uuidv7(), id, name || ' board', 'ADULTS' from organisation
      where kind = 'COUNCIL' and name like 'Attended %' order by name`)
    await db.query(`
      with made as (
        insert into person (id, name) select uuidv7(), 'Attended person ' || lpad(n::text, 2, '0')
        from generate_series(1, 42) n returning id)
      insert into account (person_id, email) select id, id || '@example.org' from made`)
    await db.query(`
      insert into "grant" (scope_id, id, scope, board_id, person_id, role, reason, starts_on)
      select b.id, uuidv7(), 'BOARD', b.id, p.id, 'COORDINATOR', 'For the benchmark', current_date - 800
      from board b, person p where b.name = 'Attended organisation 01 board' and p.name = 'Attended person 41'`)
    await db.query(`
      insert into "grant" (scope_id, id, scope, organisation_id, person_id, role, reason, starts_on)
      select o.id, uuidv7(), 'ORGANISATION', o.id, p.id, 'AGENCY_LEAD', 'For the benchmark', current_date - 800
      from organisation o, person p where o.name = 'Attended organisation 72' and p.name = 'Attended person 42'`)
    // Organisations 32 to 71 at the first board, organisation 72 at the 30 others.
    await db.query(`
      insert into seat (board_id, id, organisation_id, required, voting, holder_id, starts_on)
      select b.id, uuidv7(), o.id, true, true, p.id, current_date - 800
      from board b, organisation o, person p
      where b.name like 'Attended %' and o.name like 'Attended %' and o.kind = 'NHS_TRUST'
        and (b.name = 'Attended organisation 01 board') = (o.name <> 'Attended organisation 72')
        and p.name = 'Attended person ' || lpad(((right(o.name, 2)::int - 32) % 40 + 1)::text, 2, '0')
      order by b.id, o.name`)
    await db.query(
      `insert into meeting (board_id, id, kind, title, starts_at, ends_at, held_on, place, register_begun_at,
         register_closed_at, register_closed_by_name)
       select b.id, uuidv7(), 'BOARD', 'Meeting ' || n, day + time '10:00', day + time '12:00', day, 'Town hall', now(), now(),
         'Attended person 41'
       from board b, generate_series(1, 24) n, lateral (select $1::date + n * 14) d(day)
       where b.name like 'Attended %' and (n <= 12 or b.name = 'Attended organisation 01 board') order by b.id, n`,
      [yearStartsOn(boardYearOf(todayInLondon(), usualYearStart), usualYearStart)],
    )
    await db.query(`
      insert into register_mark (board_id, id, meeting_id, meeting_kind, seat_id, organisation_id, required, voting,
        holder_id, holder_name, mark, came_name, senior_enough, source, marked_by_name, marked_at)
      select m.board_id, uuidv7(), m.id, 'BOARD', s.id, s.organisation_id, true, true, p.id, p.name, mark,
        case when mark = 'DEPUTY' then 'Deputy of ' || p.name end, case when mark = 'DEPUTY' then true end,
        'OFFICER', 'Attended person 41', now()
      from meeting m join board b on b.id = m.board_id join seat s on s.board_id = m.board_id join person p on p.id = s.holder_id
      cross join lateral (select (array['PRESENT', 'PRESENT', 'DEPUTY', 'APOLOGIES', 'ABSENT', 'UNKNOWN'])
        [1 + (right(p.name, 2)::int + right(m.title, 1)::int) % 6]) its(mark)
      where b.name like 'Attended %' order by m.board_id, m.held_on, s.id`)
    const readerOf = async (name: string): Promise<Reader> => {
      const { rows } = await db.query<{ person_id: string; board_id: string; organisation_id: string }>(
        `select p.id as person_id, (select id from board where name = 'Attended organisation 01 board') as board_id,
           (select id from organisation where name = 'Attended organisation 72') as organisation_id
         from person p where p.name = $1`,
        [name],
      )
      const [row] = rows
      if (!row) throw new Error(`The benchmark has no ${name}.`)
      return {
        personId: row.person_id,
        ids: { id: row.board_id, organisationId: row.organisation_id },
        token: await startSession(db, row.person_id),
      }
    }
    const readers = {
      grid: await readerOf('Attended person 41'),
      agency: await readerOf('Attended person 42'),
    }
    await db.query('commit')
    await db.query('reset role')
    await db.query('vacuum analyze')
    return readers
  } finally {
    await db.end()
  }
}
