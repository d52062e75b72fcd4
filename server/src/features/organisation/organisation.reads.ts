import type { OrganisationKind } from '@boardwork/shared/organisation/organisationKind.ts'
import type { RequestContext } from '../../access/requestContext.ts'
import { Organisation } from './organisation.entity.ts'
import type { Region } from './region.entity.ts'

const columns = `o.id, o.region_id as "regionId", o.name, o.kind, o.version`

/** The organisations with these ids, as far as they exist for the viewer. */
export async function organisationsById(
  context: RequestContext,
  ids: readonly string[],
): Promise<Map<string, Organisation>> {
  const rows = await context.rows<Organisation>(
    `select ${columns} from organisation o where o.id = any($1::uuid[])`,
    [ids],
    'organisations by id',
  )
  return new Map(rows.map((row) => [row.id, row]))
}

export async function regionsById(
  context: RequestContext,
  ids: readonly string[],
): Promise<Map<string, Region>> {
  const rows = await context.rows<Region>('select id, name from region where id = any($1::uuid[])', [ids])
  return new Map(rows.map((row) => [row.id, row]))
}

export function readRegions(context: RequestContext): Promise<Region[]> {
  return context.rows<Region>('select id, name from region order by name, id limit 500')
}

/** Organisations by name. `search` is part of the name; null gives all. */
export function readOrganisations(
  context: RequestContext,
  filter: {
    regionId: string | null
    search: string | null
    kind: OrganisationKind | null
    ids: readonly string[] | null
    first: number
  },
): Promise<Organisation[]> {
  return context.rows<Organisation>(
    `select ${columns} from organisation o
     where ($1::uuid is null or o.region_id = $1)
       and ($2::text is null or strpos(lower(o.name), lower($2)) > 0)
       and ($3::uuid[] is null or o.id = any($3))
       and ($5::text is null or o.kind = $5)
     order by o.name, o.id limit $4`,
    [
      filter.regionId,
      filter.search?.trim() || null,
      filter.ids,
      Math.min(Math.max(filter.first, 0), 200),
      filter.kind,
    ],
  )
}
