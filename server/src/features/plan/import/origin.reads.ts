import { originsByField } from '@boardwork/shared/plan/import/origin.ts'
import type { Origin } from '@boardwork/shared/plan/import/origin.ts'
import { textsOfField } from '@boardwork/shared/plan/import/planDraft.ts'
import type { DraftAction, DraftActionField, DraftArea } from '@boardwork/shared/plan/import/planDraft.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import type { FieldOrigin } from './origin.results.ts'

/** Where each field of the actions comes from that was brought in. */
export function originsOfActions(
  context: RequestContext,
  ids: readonly string[],
): Promise<Map<string, FieldOrigin[]>> {
  return originsIn(context, 'plan_action', '$.areas[*].actions[*]', ids)
}

/** The same of areas. */
export function originsOfAreas(
  context: RequestContext,
  ids: readonly string[],
): Promise<Map<string, FieldOrigin[]>> {
  return originsIn(context, 'plan_area', '$.areas[*]', ids)
}

/** An origin, with what the import says as far as it exists for the viewer: its officers alone see it. */
interface OriginRow {
  id: string
  origin: Origin
  fileName: string | null
  brought: DraftAction | DraftArea | null
}

async function originsIn(
  context: RequestContext,
  table: 'plan_action' | 'plan_area',
  itemsOfDraft: string,
  ids: readonly string[],
): Promise<Map<string, FieldOrigin[]>> {
  const rows = await context.rows<OriginRow>(
    `select row.id, o.origin, i.file_name as "fileName",
      jsonb_path_query_first(i.draft, '${itemsOfDraft} ? (@.key == $key)',
        jsonb_build_object('key', o.origin -> 'key')) - 'actions' as brought
    from ${table} row cross join lateral jsonb_array_elements(row.origins) with ordinality as o(origin, place)
    left join plan_import i on i.board_id = row.board_id and i.id = (o.origin ->> 'importId')::uuid
    where row.id = any($1::uuid[]) and row.origins is not null order by row.id, o.place limit 20000`,
    [ids],
    `origins in ${table}`,
  )
  return new Map([...Map.groupBy(rows, (row) => row.id)].map(([id, own]) => [id, fieldsOf(own)]))
}

function fieldsOf(rows: readonly OriginRow[]): FieldOrigin[] {
  const rowOf = new Map(rows.map((row) => [row.origin, row]))
  return originsByField(rows.map((row) => row.origin)).map(({ field, origin }) => {
    const row = rowOf.get(origin)
    const places = origin.places[field] ?? []
    const changed = origin.changed.includes(field)
    return {
      field,
      fileName: row?.fileName ?? null,
      broughtInAt: origin.broughtInAt,
      places: places.length > 0 ? places : origin.source ? [origin.source] : [],
      changed,
      words: row?.brought && changed ? wordsOf(row.brought, field) : null,
    }
  })
}

function wordsOf(item: DraftAction | DraftArea, field: string): string {
  if ('updates' in item)
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an action's origin names its fields alone
    return textsOfField(item, field as DraftActionField).join('\n')
  return field === 'theme' ? item.theme : field === 'title' ? item.title : item.reference
}
