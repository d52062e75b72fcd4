import type { RequestContext } from '../../access/requestContext.ts'
import type { Invitation } from '../identity/invitation.entity.ts'
import type { Person } from '../identity/person.entity.ts'
import { deputyColumns, grouped, seatColumns } from './board.reads.ts'
import type { BoardPerson } from './board.results.ts'
import type { Deputy } from './deputy.entity.ts'
import type { Grant } from './grant.entity.ts'
import type { Seat } from './seat.entity.ts'

/** The people with these ids, as far as they exist for the viewer. */
export async function peopleById(
  context: RequestContext,
  ids: readonly string[],
): Promise<Map<string, Person>> {
  const rows = await context.rows<Person>('select id, name, version from person where id = any($1::uuid[])', [
    ids,
  ])
  return new Map(rows.map((row) => [row.id, row]))
}

/** People whom the viewer may appoint because they know them already, by name. At most 500. */
export function readKnownPeople(context: RequestContext, search: string | null): Promise<Person[]> {
  return context.rows<Person>(
    `select p.id, p.name, p.version from person p
     where ($1::text is null or strpos(lower(p.name), lower($1)) > 0)
       and not exists (select from account a where a.person_id = p.id and a.disabled_at is not null)
     order by p.name, p.id limit 500`,
    [search?.trim() || null],
  )
}

const grantColumns = `g.scope_id as "scopeId", g.id, g.scope, g.board_id as "boardId",
  g.organisation_id as "organisationId", g.region_id as "regionId", g.person_id as "personId", g.role, g.reason,
  g.starts_on::text as "startsOn", g.ends_on::text as "endsOn", g.ended_at as "endedAt",
  g.granted_by_id as "grantedById", g.version`

const hasEnded = (table: string) =>
  `${table}.ended_at is not null or coalesce(${table}.ends_on < access.today(), false)`

/** The grants for each board or organisation: those that hold first, the newest of them first. At most 500 each. */
export async function grantsByScope(
  context: RequestContext,
  scopeIds: readonly string[],
): Promise<Map<string, Grant[]>> {
  const rows = await context.rows<Grant>(
    `select ${grantColumns} from unnest($1::uuid[]) as of_scope(id)
     cross join lateral (
       select * from "grant" given where given.scope_id = of_scope.id
       order by (${hasEnded('given')}), given.starts_on desc, given.id desc limit 500) g`,
    [scopeIds],
  )
  return grouped(rows, (row) => row.scopeId)
}

/** The invitations to each board or organisation that were neither accepted nor withdrawn. At most 500 each. */
export async function openInvitationsByScope(
  context: RequestContext,
  scopeIds: readonly string[],
): Promise<Map<string, Invitation[]>> {
  const rows = await context.rows<Invitation>(
    `select i.scope_id as "scopeId", i.id, i.scope, i.role, i.email, i.organisation_id as "organisationId",
       i.seat_id as "seatId", i.invited_by_id as "invitedById", i.invited_at as "invitedAt",
       i.expires_at as "expiresAt", i.accepted_at as "acceptedAt", i.withdrawn_at as "withdrawnAt"
     from unnest($1::uuid[]) as of_scope(id)
     cross join lateral (
       select * from invitation sent
       where sent.scope_id = of_scope.id and sent.accepted_at is null and sent.withdrawn_at is null
       order by sent.invited_at desc, sent.id desc limit 500) i`,
    [scopeIds],
  )
  return grouped(rows, (row) => row.scopeId)
}

/** Everybody who has, or had, a role at the board, by name. At most 500. For those who may read it alone. */
export async function readBoardPeople(context: RequestContext, boardId: string): Promise<BoardPerson[]> {
  const grants = await context.rows<Grant>(
    `select ${grantColumns} from "grant" g where g.board_id = $1
     order by (${hasEnded('g')}), g.starts_on desc, g.id desc limit 2000`,
    [boardId],
  )
  const seats = await context.rows<Seat & { holderId: string }>(
    `select ${seatColumns} from seat s where s.board_id = $1 and s.holder_id is not null
     order by s.starts_on desc, s.id limit 2000`,
    [boardId],
  )
  const deputies = await context.rows<Deputy>(
    `select ${deputyColumns} from deputy d where d.board_id = $1
     order by d.ended_at is not null, d.named_at desc, d.id limit 2000`,
    [boardId],
  )
  const ids = new Set([
    ...grants.map((grant) => grant.personId),
    ...seats.map((seat) => seat.holderId),
    ...deputies.map((deputy) => deputy.personId),
  ])
  const people = await context.rows<Person & { email: string | null; disabled: boolean }>(
    `select p.id, p.name, p.version, a.email, coalesce(a.disabled_at is not null, false) as disabled
     from person p left join account a on a.person_id = p.id
     where p.id = any($1::uuid[]) order by p.name, p.id limit 500`,
    [[...ids]],
  )
  const grantsOf = grouped(grants, (grant) => grant.personId)
  const seatsOf = grouped(seats, (seat) => seat.holderId)
  const deputiesOf = grouped(deputies, (deputy) => deputy.personId)
  return people.map(({ email, disabled, ...person }) => ({
    person,
    email,
    disabled,
    grants: grantsOf.get(person.id) ?? [],
    seats: seatsOf.get(person.id) ?? [],
    deputies: deputiesOf.get(person.id) ?? [],
  }))
}
