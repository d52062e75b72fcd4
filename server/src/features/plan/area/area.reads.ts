import type { RequestContext } from '../../../access/requestContext.ts'
import type { Board } from '../../board/board.entity.ts'
import type { AreaComment } from './areaComment.entity.ts'
import type { AreaShare } from './areaShare.entity.ts'
import type { AgencyRow } from '../plan.reads.ts'

export type CommentRow = Pick<
  AreaComment,
  'boardId' | 'id' | 'planId' | 'areaId' | 'personId' | 'authorName' | 'authorFor' | 'body' | 'writtenAt'
>

/** The newest 200 comments on areas, from the oldest of them to the newest. */
export async function commentsOfAreas(
  context: RequestContext,
  areaIds: readonly string[],
): Promise<Map<string, CommentRow[]>> {
  const rows = await context.rows<CommentRow>(
    `select c.* from unnest($1::uuid[]) as asked(id) cross join lateral (
      select board_id as "boardId", id, plan_id as "planId", area_id as "areaId", person_id as "personId",
        author_name as "authorName", author_for as "authorFor", body, written_at as "writtenAt"
      from area_comment where area_id = asked.id order by written_at desc, id desc limit 200) c
    order by c."writtenAt", c.id`,
    [areaIds],
    'comments of areas',
  )
  return Map.groupBy(rows, (row) => row.areaId)
}

/** A share with the names that both sides read. */
export type ShareRow = Pick<
  AreaShare,
  | 'boardId'
  | 'id'
  | 'planId'
  | 'areaId'
  | 'toBoardId'
  | 'toOrganisationId'
  | 'level'
  | 'reason'
  | 'endsOn'
  | 'sharedAt'
  | 'revokedAt'
  | 'version'
> & {
  boardName: string
  receiverName: string
  areaReference: string | null
  areaTitle: string | null
  planTitle: string | null
  live: boolean
}

const shareColumns = `s.board_id as "boardId", s.id, s.plan_id as "planId", s.area_id as "areaId",
  s.to_board_id as "toBoardId", s.to_organisation_id as "toOrganisationId", s.level, s.reason,
  s.ends_on::text as "endsOn", s.shared_at as "sharedAt", s.revoked_at as "revokedAt", s.version,
  coalesce(giver.name, 'Another board') as "boardName",
  coalesce(to_board.name, to_organisation.name, 'Another board or agency') as "receiverName",
  a.reference as "areaReference", a.title as "areaTitle", p.title as "planTitle",
  s.revoked_at is null and s.ends_on >= access.today() as live`

const shareTables = `area_share s
  left join board giver on giver.id = s.board_id
  left join board to_board on to_board.id = s.to_board_id
  left join organisation to_organisation on to_organisation.id = s.to_organisation_id
  left join plan_area a on a.board_id = s.board_id and a.id = s.area_id
  left join plan p on p.board_id = s.board_id and p.id = s.plan_id`

// The receiving side: a board that I belong to, or an agency that I lead.
const receivedByViewer = `(s.to_board_id = any((select access.member_boards())::uuid[])
  or s.to_organisation_id = any((select access.led_organisations())::uuid[]))`

const isLive = `s.revoked_at is null and s.ends_on >= access.today()`

/** The shares of areas that the viewer may see, live ones first, at most 500. */
export async function sharesOfAreas(
  context: RequestContext,
  areaIds: readonly string[],
): Promise<Map<string, ShareRow[]>> {
  const rows = await context.rows<ShareRow>(
    `select ${shareColumns} from ${shareTables} where s.area_id = any($1::uuid[])
    order by live desc, s.shared_at desc, s.id limit 500`,
    [areaIds],
  )
  return Map.groupBy(rows, (row) => row.areaId)
}

export async function sharesById(
  context: RequestContext,
  ids: readonly string[],
): Promise<Map<string, ShareRow>> {
  const rows = await context.rows<ShareRow>(
    `select ${shareColumns} from ${shareTables} where s.id = any($1::uuid[])`,
    [ids],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** The live share through which each area is open to the viewer's own boards or agencies; the wider one first. */
export async function sharesWithViewer(
  context: RequestContext,
  areaIds: readonly string[],
): Promise<Map<string, ShareRow>> {
  const rows = await context.rows<ShareRow>(
    `select distinct on (s.area_id) ${shareColumns} from ${shareTables}
    where s.area_id = any($1::uuid[]) and ${isLive} and ${receivedByViewer}
    order by s.area_id, s.level, s.ends_on desc, s.id`,
    [areaIds],
  )
  return new Map(rows.map((row) => [row.areaId, row]))
}

/** Everything that is shared with the viewer's boards or agencies today, at most 500. */
export async function readSharedAreas(context: RequestContext): Promise<ShareRow[]> {
  return context.rows<ShareRow>(
    `select ${shareColumns} from ${shareTables} where ${isLive} and ${receivedByViewer} and p.state = 'ADOPTED'
    order by "boardName", "planTitle", a.position, s.id limit 500`,
  )
}

/** Which areas are open to the viewer to contribute, through a live share. */
export async function contributedAreas(
  context: RequestContext,
  areaIds: readonly string[],
): Promise<Map<string, boolean>> {
  const rows = await context.rows<{ id: string }>(
    `select id from unnest($1::uuid[]) as asked(id) where id = any((select access.contributed_areas())::uuid[])`,
    [areaIds],
  )
  return new Map(rows.map((row) => [row.id, true]))
}

export type BoardRow = Pick<Board, 'id' | 'organisationId' | 'parentId' | 'name' | 'kind' | 'version'>

/** The boards that an area of a board can be shared with: all that the viewer knows, but its own. At most 500. */
export async function boardsToShareWith(context: RequestContext, boardId: string): Promise<BoardRow[]> {
  return context.rows<BoardRow>(
    `select id, organisation_id as "organisationId", parent_id as "parentId", name, kind, version
    from board where id <> $1 order by name, id limit 500`,
    [boardId],
  )
}

/** The agencies that an area can be shared with: those that the viewer knows. At most 500. */
export async function agenciesToShareWith(context: RequestContext): Promise<AgencyRow[]> {
  return context.rows<AgencyRow>(
    `select id, region_id as "regionId", name, kind, version from organisation order by name, id limit 500`,
  )
}
