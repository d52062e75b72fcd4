import type { RequestContext } from '../../access/requestContext.ts'
import type { Merged } from './organisation.entity.ts'

type MergedRow = Merged & { id: string }

/** Of which organisation each of these is part; none where it stands for itself. */
export async function partOfByOrganisation(
  context: RequestContext,
  ids: readonly string[],
): Promise<Map<string, Merged>> {
  const rows = await context.rows<MergedRow>(
    `select o.id, o.part_of_id as "organisationId", coalesce(i.name, 'another organisation') as "organisationName",
       o.part_of_since::text as since
     from organisation o left join organisation i on i.id = o.part_of_id
     where o.id = any($1::uuid[]) and o.part_of_id is not null`,
    [ids],
    'what organisations are part of',
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** The organisations that became part of each of these, without those that came along with them. At most 1,000. */
export async function joinedByOrganisation(
  context: RequestContext,
  ids: readonly string[],
): Promise<Map<string, Merged[]>> {
  const rows = await context.rows<MergedRow>(
    `select part_of_id as id, o.id as "organisationId", o.name as "organisationName", o.part_of_since::text as since
     from organisation o where o.part_of_id = any($1::uuid[]) order by o.part_of_since, o.name, o.id limit 1000`,
    [ids],
    'parts of organisations',
  )
  return Map.groupBy(rows, (row) => row.id)
}

/** The organisations of which this one is part, also through others. */
export async function readSuccessorIds(context: RequestContext, organisationId: string): Promise<string[]> {
  const rows = await context.rows<{ id: string }>(
    `with recursive successor as (
       select part_of_id as id from organisation where id = $1 and part_of_id is not null
       union select o.part_of_id from organisation o join successor s on s.id = o.id where o.part_of_id is not null)
     select id from successor`,
    [organisationId],
    'successors of an organisation',
  )
  return rows.map(({ id }) => id)
}

/** An organisation that is part of another one, also through others. */
export interface JoinedRow {
  /** The one that was asked about. */
  successorId: string
  organisationId: string
  organisationName: string
  /** Of which it became part itself, and when. */
  intoId: string
  intoName: string
  since: string
}

/** All organisations that are part of these, also through others; the latest merger first. At most 1,000. */
export function readJoined(context: RequestContext, successorIds: readonly string[]): Promise<JoinedRow[]> {
  return context.rows<JoinedRow>(
    `with recursive joined as (
       select o.*, o.part_of_id as successor_id from organisation o where o.part_of_id = any($1::uuid[])
       union all select o.*, joined.successor_id from organisation o join joined on joined.id = o.part_of_id)
     select j.successor_id as "successorId", j.id as "organisationId", j.name as "organisationName",
       j.part_of_id as "intoId", i.name as "intoName", j.part_of_since::text as since
     from joined j join organisation i on i.id = j.part_of_id
     order by j.part_of_since desc, j.name, j.id, j.successor_id limit 1000`,
    [successorIds],
    'all that is part of organisations',
  )
}
