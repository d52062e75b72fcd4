import type { RequestContext } from '../../access/requestContext.ts'
import type { Board } from './board.entity.ts'
import type { Deputy } from './deputy.entity.ts'
import type { Seat } from './seat.entity.ts'

const columns = `b.id, b.organisation_id as "organisationId", b.parent_id as "parentId", b.name, b.kind, b.version`

/** The boards with these ids, as far as they exist for the viewer. */
export async function boardsById(
  context: RequestContext,
  ids: readonly string[],
): Promise<Map<string, Board>> {
  const rows = await context.rows<Board>(
    `select ${columns} from board b where b.id = any($1::uuid[])`,
    [ids],
    'boards by id',
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** Boards by council and name, a board before its sub-groups. `ids` null: all that exist for the viewer. */
export function readBoards(
  context: RequestContext,
  filter: { ids: readonly string[] | null; search: string | null; first: number },
): Promise<Board[]> {
  return context.rows<Board>(
    `select ${columns} from board b
     left join organisation o on o.id = b.organisation_id
     left join board parent on parent.id = b.parent_id
     where ($1::uuid[] is null or b.id = any($1))
       and ($2::text is null or strpos(lower(b.name), lower($2)) > 0 or strpos(lower(o.name), lower($2)) > 0)
     order by o.name, coalesce(parent.name, b.name), b.parent_id is not null, b.name, b.id limit $3`,
    [filter.ids, filter.search?.trim() || null, Math.min(Math.max(filter.first, 0), 500)],
  )
}

export async function subGroupsByBoard(
  context: RequestContext,
  boardIds: readonly string[],
): Promise<Map<string, Board[]>> {
  const rows = await context.rows<Board & { parentId: string }>(
    `select ${columns} from unnest($1::uuid[]) as of_board(id)
     cross join lateral (
       select * from board where board.parent_id = of_board.id order by board.name, board.id limit 200) b
     order by b.name, b.id`,
    [boardIds],
  )
  return grouped(rows, (row) => row.parentId)
}

/** The names of those who coordinate each board, as far as the viewer may know them. */
export async function officersByBoard(
  context: RequestContext,
  boardIds: readonly string[],
): Promise<Map<string, Officer[]>> {
  const rows = await context.rows<Officer>(
    `select distinct board_id as "boardId", person_id as "personId", name, role from access.known_officers()
     where enabled and board_id = any($1::uuid[]) order by name, role limit 5000`,
    [boardIds],
  )
  return grouped(rows, (row) => row.boardId)
}

export interface Officer {
  boardId: string
  personId: string
  name: string
  role: 'COORDINATOR' | 'CHAIR'
}

export const seatColumns = `s.board_id as "boardId", s.id, s.organisation_id as "organisationId", s.required, s.voting,
  s.holder_id as "holderId", s.starts_on::text as "startsOn", s.ends_on::text as "endsOn", s.version`

/** The seats of each board: those that are open first, then by the agency's name. At most 500 a board. */
export async function seatsByBoard(
  context: RequestContext,
  boardIds: readonly string[],
): Promise<Map<string, Seat[]>> {
  const rows = await context.rows<Seat>(
    `select ${seatColumns} from unnest($1::uuid[]) as of_board(id)
     cross join lateral (
       select seat.* from seat left join organisation o on o.id = seat.organisation_id
       where seat.board_id = of_board.id
       order by coalesce(seat.ends_on < access.today(), false), o.name, seat.starts_on, seat.id limit 500) s`,
    [boardIds],
  )
  return grouped(rows, (row) => row.boardId)
}

/** The seats of each organisation at all of its boards: those that are open first. At most 500 an organisation. */
export async function seatsByOrganisation(
  context: RequestContext,
  organisationIds: readonly string[],
): Promise<Map<string, Seat[]>> {
  const rows = await context.rows<Seat>(
    `select ${seatColumns} from unnest($1::uuid[]) as of_organisation(id)
     cross join lateral (
       select seat.* from seat left join board b on b.id = seat.board_id
       where seat.organisation_id = of_organisation.id
       order by coalesce(seat.ends_on < access.today(), false), b.name, seat.starts_on, seat.id limit 500) s`,
    [organisationIds],
  )
  return grouped(rows, (row) => row.organisationId)
}

export async function seatsById(context: RequestContext, ids: readonly string[]): Promise<Map<string, Seat>> {
  const rows = await context.rows<Seat>(`select ${seatColumns} from seat s where s.id = any($1::uuid[])`, [
    ids,
  ])
  return new Map(rows.map((row) => [row.id, row]))
}

export const deputyColumns = `d.board_id as "boardId", d.id, d.seat_id as "seatId", d.person_id as "personId",
  d.named_at as "namedAt", d.ended_at as "endedAt"`

/** Who is, or was, named as a deputy for each seat; those who stand in now come first. At most 100 a seat. */
export async function deputiesBySeat(
  context: RequestContext,
  seatIds: readonly string[],
): Promise<Map<string, Deputy[]>> {
  const rows = await context.rows<Deputy>(
    `select ${deputyColumns} from unnest($1::uuid[]) as of_seat(id)
     cross join lateral (
       select * from deputy where deputy.seat_id = of_seat.id
       order by deputy.ended_at is not null, deputy.named_at, deputy.id limit 100) d`,
    [seatIds],
  )
  return grouped(rows, (row) => row.seatId)
}

export function grouped<Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(row)
    else groups.set(key(row), [row])
  }
  return groups
}

/** The boards of which the viewer sees an adopted plan, whole or in part. */
export async function boardsWithPlans(
  context: RequestContext,
  boardIds: readonly string[],
): Promise<Map<string, boolean>> {
  const rows = await context.rows<{ id: string }>(
    `select distinct board_id as id from plan where board_id = any($1::uuid[]) and state = 'ADOPTED'`,
    [boardIds],
    'boards with plans',
  )
  return new Map(rows.map((row) => [row.id, true]))
}
