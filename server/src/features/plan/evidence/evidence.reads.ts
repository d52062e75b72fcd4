import type { RequestContext } from '../../../access/requestContext.ts'
import type { Evidence } from './evidence.entity.ts'

export type EvidenceRow = Pick<
  Evidence,
  | 'boardId'
  | 'id'
  | 'planId'
  | 'areaId'
  | 'actionId'
  | 'kind'
  | 'words'
  | 'address'
  | 'fileName'
  | 'mediaType'
  | 'bytes'
  | 'addedById'
  | 'addedByName'
  | 'addedByFor'
  | 'addedAt'
  | 'withdrawnAt'
  | 'withdrawnByName'
  | 'withdrawnReason'
  | 'version'
>

const evidenceColumns = `board_id as "boardId", id, plan_id as "planId", area_id as "areaId", action_id as "actionId",
  kind, words, address, file_name as "fileName", media_type as "mediaType", bytes, added_by_id as "addedById",
  added_by_name as "addedByName", added_by_for as "addedByFor", added_at as "addedAt", withdrawn_at as "withdrawnAt",
  withdrawn_by_name as "withdrawnByName", withdrawn_reason as "withdrawnReason", version`

/** The evidence for actions: what stands, then what was withdrawn, each the newest first; at most 100 of an action. */
export async function evidenceOfActions(
  context: RequestContext,
  actionIds: readonly string[],
): Promise<Map<string, EvidenceRow[]>> {
  const rows = await context.rows<EvidenceRow>(
    `select e.* from unnest($1::uuid[]) as asked(id) cross join lateral (
      select ${evidenceColumns} from evidence where action_id = asked.id
      order by withdrawn_at desc nulls first, added_at desc, id desc limit 100) e
    order by e."withdrawnAt" desc nulls first, e."addedAt" desc, e.id desc`,
    [actionIds],
    'evidence of actions',
  )
  return Map.groupBy(rows, (row) => row.actionId)
}

export async function evidenceById(
  context: RequestContext,
  ids: readonly string[],
): Promise<Map<string, EvidenceRow>> {
  const rows = await context.rows<EvidenceRow>(
    `select ${evidenceColumns} from evidence where id = any($1::uuid[])`,
    [ids],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** Which of the actions the viewer, or an agency of theirs, is responsible for. */
export async function actionsOfViewer(
  context: RequestContext,
  actionIds: readonly string[],
): Promise<Map<string, boolean>> {
  const rows = await context.rows<{ id: string }>(
    `select id from unnest($1::uuid[]) as asked(id) where id = any((select access.my_actions())::uuid[])`,
    [actionIds],
  )
  return new Map(rows.map((row) => [row.id, true]))
}

/** Where a file is and how it is sent, as far as it exists for the viewer. */
export type EvidenceFileRow = { storageKey: string; fileName: string; mediaType: string; bytes: number }

export async function readEvidenceFile(context: RequestContext, id: string): Promise<EvidenceFileRow | null> {
  const [row] = await context.rows<EvidenceFileRow>(
    `select storage_key as "storageKey", file_name as "fileName", media_type as "mediaType", bytes
    from evidence where id::text = $1 and kind = 'FILE'`,
    [id],
  )
  return row ?? null
}
