import { newId } from '@boardwork/server/src/db/newId.ts'
import type { Client } from 'pg'
import { actionReportChanges } from './actionReports.ts'
import { deputyNoticeChanges } from './deputyNotices.ts'
import { agendaChanges } from './agendaRows.ts'
import { attendanceChanges } from './attendanceRows.ts'
import { calendarChanges } from './calendarRows.ts'
import { publicationChanges } from './publications.ts'
import { registerChanges } from './registerRows.ts'
import { flagChanges } from './flagRows.ts'
import { commentRow, evidenceRow, insertStatement, keyOf, tables, twin } from './rows.ts'
import type { Row, Table } from './rows.ts'
import type { Person } from './oracle.ts'
import type { World } from './world.ts'

/** What a person was shown, and what the oracle says. */
export interface Difference {
  person: string
  table: string
  what: string
}

const keysSql = (table: Table) =>
  `select '${table}' as "table", coalesce(array_agg((${keyOf[table] ?? 'id'})::text), '{}') as keys from "${table}"`
const visibleSql = tables.map(keysSql).join(' union all ')

/**
 * What of each table exists for the person of the moment: asked as the server's role, and as every request reads, with
 * the helpers' lists kept for so long. What is written afterwards asks the helpers anew, as the server's changes do.
 */
export async function visible(client: Client): Promise<Map<string, string[]>> {
  await client.query(`savepoint reading; select set_config('app.reading', 'on', true)`)
  const { rows } = await client.query<{ table: string; keys: string[] }>({
    name: 'visible',
    text: visibleSql,
  })
  await client.query('rollback to savepoint reading; release savepoint reading')
  return new Map(rows.map((row) => [row.table, row.keys]))
}

/** The same of one table. */
export async function visibleIn(client: Client, table: Table): Promise<string[]> {
  const { rows } = await client.query<{ keys: string[] }>(keysSql(table))
  return rows[0]?.keys ?? []
}

/** Runs `work` as the person, and gives everything back afterwards. */
export async function asPerson<Result>(
  client: Client,
  personId: string,
  work: () => Promise<Result>,
): Promise<Result> {
  // Ids are of our own making.
  await client.query(`begin; select set_config('app.person_id', '${personId}', true)`)
  try {
    return await work()
  } finally {
    await client.query('rollback')
  }
}

/** What of the table should exist for the person, over the worlds that a person can be in touch with. */
export function expectedKeys(
  person: Person,
  table: Table,
  home: World | null,
  worlds: readonly World[],
): string[] {
  // Only an administrator's role reaches beyond the world in which the person lives.
  const reached = person.administrator ? worlds : home ? [home] : []
  return reached.flatMap((world) => person.sees[table](world))
}

/** How the two lists differ; null when they are the same. */
export function compareKeys(actual: readonly string[], expected: readonly string[]): string | null {
  const shown = new Set(actual)
  const right = new Set(expected)
  const tooMuch = [...shown].filter((key) => !right.has(key))
  const missing = [...right].filter((key) => !shown.has(key))
  if (tooMuch.length === 0 && missing.length === 0) return null
  return `${tooMuch.length} shown that should be hidden (${tooMuch.slice(0, 3).join(', ')}), ${missing.length} hidden that should be shown (${missing.slice(0, 3).join(', ')})`
}

/** Lets a statement run and takes back what it did: 'refused', or the number of rows that it changed. */
export const attemptFunction = `
  create or replace function pg_temp.attempt(command text) returns text language plpgsql as $$
  declare changed bigint;
  begin
    begin
      execute command;
      get diagnostics changed = row_count;
      raise exception using errcode = 'BW000';
    exception
      when sqlstate 'BW000' then return changed::text;
      when insufficient_privilege then return 'refused';
      -- Row-level security is asked before the keys: what fails on them has passed it.
      when unique_violation then return case when command like 'insert %' then '1' else sqlerrm end;
      when others then return 'failed with ' || sqlstate || ': ' || sqlerrm;
    end;
  end $$`

/** Each statement for itself, as the role and person of the moment. */
export async function attempt(client: Client, statements: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ outcome: string }>(
    `select pg_temp.attempt(command) as outcome
     from unnest($1::text[]) with ordinality as given(command, place) order by place`,
    [statements],
  )
  return rows.map((row) => row.outcome)
}

/**
 * A change of every row that one may change. No column is read, so that the policy for changes stands alone:
 * where a column is read, PostgreSQL asks the policy for reading too.
 */
const changeStatement: Record<Table, string> = {
  region: `update region set name = gen_random_uuid()::text`,
  organisation: `update organisation set kind = 'POLICE'`,
  board: `update board set version = 7`,
  person: `update person set version = 7`,
  account: `update account set email = gen_random_uuid()::text`,
  grant: `update "grant" set version = 7`,
  seat: `update seat set version = 7`,
  deputy: `update deputy set ended_at = now()`,
  plan: `update plan set version = 7`,
  plan_area: `update plan_area set version = 7`,
  plan_action: `update plan_action set version = 7`,
  evidence: `update evidence set version = 7`,
  expected_evidence: `update expected_evidence set position = 7`,
  activity: `update activity set position = 7`,
  action_responsible: `update action_responsible set position = 7`,
  progress_update: `update progress_update set percent_complete = 7`,
  pointer_answer: `update pointer_answer set reason = 'Changed'`,
  measure: `update measure set version = 7`,
  measure_result: `update measure_result set note = 'Changed'`,
  milestone: `update milestone set version = 7`,
  reporting_calendar: `update reporting_calendar set version = 7`,
  period_closing: `update period_closing set name = 'Changed'`,
  area_comment: `update area_comment set body = 'Changed'`,
  area_share: `update area_share set version = 7`,
  plan_import: `update plan_import set version = 7`,
  column_choice: `update column_choice set field = 'theme'`,
  upload: `update upload set file_name = 'other.txt'`,
  invitation: `update invitation set withdrawn_at = now()`,
  mail: `update mail set subject = 'Changed'`,
  session: `update session set device = 'Changed'`,
  mutation_result: `update mutation_result set action = 'changed'`,
  audit_event: `update audit_event set action = 'changed'`,
  ...attendanceChanges,
  ...calendarChanges,
  ...registerChanges,
  ...flagChanges,
  ...agendaChanges,
  ...actionReportChanges,
  ...deputyNoticeChanges,
  ...publicationChanges,
}

/** A change after which a row would stand in another tenant, or be another person's. */
const moveAssignment: Partial<Record<Table, (elsewhere: Elsewhere) => string>> = {
  board: ({ newBoardId }) => `id = '${newBoardId}'`,
  person: ({ newBoardId }) => `id = '${newBoardId}'`,
  grant: ({ boardId }) =>
    `scope = 'BOARD', scope_id = '${boardId}', board_id = '${boardId}', organisation_id = null, region_id = null, role = 'CHAIR'`,
  seat: ({ boardId }) => `board_id = '${boardId}'`,
  deputy: ({ boardId }) => `board_id = '${boardId}'`,
  plan: ({ boardId }) => `board_id = '${boardId}'`,
  plan_area: ({ boardId }) => `board_id = '${boardId}'`,
  plan_action: ({ boardId }) => `board_id = '${boardId}'`,
  expected_evidence: ({ boardId }) => `board_id = '${boardId}'`,
  activity: ({ boardId }) => `board_id = '${boardId}'`,
  action_responsible: ({ boardId }) => `board_id = '${boardId}'`,
  // Who has a part in an action may change its updates wherever they stand: the action itself has to be another.
  progress_update: ({ boardId, newBoardId }) => `board_id = '${boardId}', action_id = '${newBoardId}'`,
  area_share: ({ boardId }) => `board_id = '${boardId}'`,
  plan_import: ({ boardId }) => `board_id = '${boardId}'`,
  column_choice: ({ boardId }) => `board_id = '${boardId}'`,
  upload: ({ boardId }) => `board_id = '${boardId}'`,
  invitation: ({ boardId }) => `scope = 'BOARD', scope_id = '${boardId}', role = 'CHAIR'`,
  session: ({ personId }) => `person_id = '${personId}'`,
}

/** A tenant with which the person has nothing to do. */
export interface Elsewhere {
  boardId: string
  personId: string
  /** An id that no board has. */
  newBoardId: string
}

/** One statement, and what should come of it. */
export interface Attempt {
  table: Table
  command: 'insert' | 'update' | 'delete'
  statement: string
  expected: string
}

/** Attempts of the person at the table's rows: a change and a removal of all, moves, and twins of rows. */
export function attemptsAt(
  person: Person,
  table: Table,
  home: World | null,
  worlds: readonly World[],
  filled: readonly Record<Table, Row[]>[],
  elsewhere: Elsewhere,
  command: Attempt['command'],
  /** The worlds whose rows get a twin. */
  twinsOf: readonly World[] = worlds,
): Attempt[] {
  const made: Attempt[] = []
  const reached = person.administrator ? worlds : home ? [home] : []
  const total = (count: (world: World) => number) => reached.reduce((sum, world) => sum + count(world), 0)
  if (command === 'update') {
    const changes = person.changes[table]
    made.push({
      table,
      command: 'update',
      statement: changeStatement[table],
      expected: changes ? String(total(changes)) : 'refused',
    })
    const move = moveAssignment[table]
    if (move && changes && !person.administrator) {
      made.push({
        table,
        command: 'update',
        statement: `update "${table}" set ${move(elsewhere)}`,
        expected: total(changes) > 0 ? 'refused' : '0',
      })
    }
  }
  if (command === 'delete') {
    const removes = person.removes[table]
    made.push({
      table,
      command: 'delete',
      statement: `delete from "${table}"`,
      expected: removes ? String(total(removes)) : 'refused',
    })
  }
  if (command === 'insert') {
    const adds = person.adds[table]
    for (const [index, world] of worlds.entries()) {
      if (!twinsOf.includes(world)) continue
      for (const [place, row] of (filled[index]?.[table] ?? []).entries()) {
        made.push({
          table,
          command: 'insert',
          statement: insertStatement(table, twin(table, row, worlds)),
          // Administrators reach into every world, and what anybody may add does not ask where one lives.
          expected: adds?.(world, place) ? '1' : 'refused',
        })
      }
      if (table === 'area_comment' && home) {
        for (const { boardId, planId, id: areaId } of world.areas) {
          made.push({
            table,
            command: 'insert',
            statement: insertStatement(
              table,
              commentRow({ id: newId(), boardId, planId, areaId, personId: person.id }),
            ),
            expected: person.comments(world, { boardId, planId, areaId }) ? '1' : 'refused',
          })
        }
      }
      if (table === 'evidence' && home) {
        for (const { id: actionId, ...place } of world.actions) {
          const piece = { ...place, actionId, addedById: person.id, withdrawn: false }
          made.push({
            table,
            command: 'insert',
            statement: insertStatement(table, evidenceRow({ ...piece, id: newId() })),
            expected: person.brings(world, piece) ? '1' : 'refused',
          })
        }
      }
      const [somebody] = world.people
      if (table === 'grant' && somebody) {
        for (const board of world.boards) {
          made.push({
            table,
            command: 'insert',
            statement: insertStatement(table, {
              scope_id: board.id,
              id: newId(),
              scope: 'BOARD',
              board_id: board.id,
              person_id: somebody.id,
              role: 'COORDINATOR',
              reason: 'For a test',
              starts_on: '2001-01-01',
              version: 1,
            }),
            expected: person.appoints(world, board.id) ? '1' : 'refused',
          })
        }
      }
    }
  }
  return made
}

/** Where what came of the attempts is not what should have come of them. */
export async function tryAll(
  client: Client,
  person: Person,
  attempts: readonly Attempt[],
): Promise<Difference[]> {
  const outcomes = await attempt(
    client,
    attempts.map((each) => each.statement),
  )
  return attempts.flatMap((each, index) => {
    const outcome = outcomes[index] ?? 'no outcome'
    if (outcome === each.expected) return []
    const what = `${each.statement.slice(0, 200)} gives ${outcome} and should give ${each.expected}`
    return [{ person: person.id, table: each.table, what }]
  })
}
