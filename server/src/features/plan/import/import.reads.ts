import type { RequestContext } from '../../../access/requestContext.ts'
import { columnKey } from '@boardwork/shared/plan/import/planColumns.ts'
import type { ColumnOverrides, RecognisedHeader } from '@boardwork/shared/plan/import/planColumns.ts'
import type { ImportCounts } from '@boardwork/shared/plan/import/savedImport.ts'
import type { ColumnChoice } from './columnChoice.entity.ts'
import type { ImportColumn } from '../plan.results.ts'
import type { PlanImport } from './planImport.entity.ts'

/** An import as plain row, without the document and without the draft, which are long. */
export type ImportRow = Pick<
  PlanImport,
  | 'boardId'
  | 'id'
  | 'fileName'
  | 'textHash'
  | 'headers'
  | 'mended'
  | 'state'
  | 'planId'
  | 'intoPlanId'
  | 'savedAt'
  | 'savedByName'
  | 'startedAt'
  | 'changedAt'
  | 'version'
>

const rowColumns = `i.board_id as "boardId", i.id, i.file_name as "fileName", i.text_hash as "textHash",
  i.headers, i.mended, i.state, i.plan_id as "planId", i.into_plan_id as "intoPlanId",
  i.saved_at as "savedAt", i.saved_by_name as "savedByName", i.started_at as "startedAt", i.changed_at as "changedAt", i.version`

export async function readImport(context: RequestContext, id: string): Promise<ImportRow | null> {
  const [row] = await context.rows<ImportRow>(`select ${rowColumns} from plan_import i where i.id = $1`, [id])
  return row ?? null
}

export async function draftsOfImports(
  context: RequestContext,
  ids: readonly string[],
): Promise<Map<string, PlanImport['draft']>> {
  const rows = await context.rows<Pick<PlanImport, 'id' | 'draft'>>(
    `select id, draft from plan_import where id = any($1::uuid[])`,
    [ids],
  )
  return new Map(rows.map((row) => [row.id, row.draft]))
}

/** The imports of boards that are neither saved nor put away, the newest first, at most 50 of each. */
export async function openImportsOfBoards(
  context: RequestContext,
  boardIds: readonly string[],
): Promise<Map<string, ImportRow[]>> {
  const rows = await context.rows<ImportRow>(
    `select i.* from unnest($1::uuid[]) as asked(id) cross join lateral (
      select ${rowColumns} from plan_import i where i.board_id = asked.id and i.state = 'PREVIEW'
      order by i.started_at desc, i.id limit 50) i`,
    [boardIds],
  )
  return Map.groupBy(rows, (row) => row.boardId)
}

/** The imports that made plans, changed them, or are being looked through for them, the newest first, at most 50 of each. */
export async function importsOfPlans(
  context: RequestContext,
  planIds: readonly string[],
): Promise<Map<string, ImportRow[]>> {
  const rows = await context.rows<ImportRow & { ofPlan: string }>(
    `select asked.id as "ofPlan", i.* from unnest($1::uuid[]) as asked(id) cross join lateral (
      select ${rowColumns} from plan_import i
      where (i.state = 'SAVED' and i.plan_id = asked.id) or (i.state = 'PREVIEW' and i.into_plan_id = asked.id)
      order by coalesce(i.saved_at, i.started_at) desc, i.id desc limit 50) i`,
    [planIds],
  )
  return Map.groupBy(rows, (row) => row.ofPlan)
}

/** What imports changed when they were saved. */
export async function changesOfImports(
  context: RequestContext,
  ids: readonly string[],
): Promise<Map<string, ImportCounts>> {
  const rows = await context.rows<{ id: string; counts: ImportCounts }>(
    `select id, saved -> 'counts' as counts from plan_import where id = any($1::uuid[]) and saved is not null`,
    [ids],
  )
  return new Map(rows.map((row) => [row.id, row.counts]))
}

/** An import of the same document to the same board that came before. */
export interface EarlierImportRow {
  importId: string
  fileName: string
  startedAt: Date
  state: PlanImport['state']
  planId: string | null
  planTitle: string | null
}

/** Earlier imports of the same text by the id of the later one; what was put away does not count. At most 50. */
export async function earlierImports(
  context: RequestContext,
  ids: readonly string[],
): Promise<Map<string, EarlierImportRow[]>> {
  const rows = await context.rows<EarlierImportRow & { laterId: string }>(
    `select later.id as "laterId", i.id as "importId", i.file_name as "fileName", i.started_at as "startedAt", i.state,
      p.id as "planId", p.title as "planTitle"
    from plan_import later
    join plan_import i on i.board_id = later.board_id and i.text_hash = later.text_hash and i.id <> later.id
      and i.started_at <= later.started_at and i.state <> 'DISCARDED'
    left join plan p on p.board_id = i.board_id and p.id = i.plan_id
    where later.id = any($1::uuid[]) order by i.started_at desc, i.id limit 50`,
    [ids],
  )
  return Map.groupBy(rows, (row) => row.laterId)
}

/** What the board said before that the columns of its documents hold. */
export async function columnChoices(context: RequestContext, boardId: string): Promise<ColumnOverrides> {
  const rows = await context.rows<Pick<ColumnChoice, 'columnKey' | 'field'>>(
    'select column_key as "columnKey", field from column_choice where board_id = $1 limit 1000',
    [boardId],
  )
  return Object.fromEntries(rows.map((choice) => [choice.columnKey, choice.field]))
}

/** How much of an upload has been read, in percent; null where there is none for the viewer, or it is read. */
export async function readUploadPercent(context: RequestContext, id: string): Promise<number | null> {
  const [row] = await context.rows<{ percentRead: number }>(
    'select percent_read as "percentRead" from upload where id = $1',
    [id],
  )
  return row?.percentRead ?? null
}

const mostColumns = 500

/** The columns of a document's tables, those of one key once. */
export function importColumns(headers: readonly RecognisedHeader[]): ImportColumn[] {
  const columns = new Map<string, ImportColumn>()
  for (const header of headers) {
    for (const [index, { heading, field, why }] of header.columns.entries()) {
      const key = columnKey(heading, index)
      if (!columns.has(key) && columns.size < mostColumns)
        columns.set(key, { key, heading, field, chosen: why === 'person' })
    }
  }
  return [...columns.values()]
}
