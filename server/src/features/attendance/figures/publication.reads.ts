import type { RequestContext } from '../../../access/requestContext.ts'
import type { AttendancePublication } from './attendancePublication.entity.ts'

export type PublicationRow = Omit<AttendancePublication, 'publishedById'>

const columns = `p.board_id as "boardId", p.id, p.year, p.figures, p.published_at as "publishedAt",
  p.published_by_name as "publishedByName", p.withdrawn_at as "withdrawnAt", p.withdrawn_by_name as "withdrawnByName",
  p.version`

/** What each board published: the latest year first, and of a year what was published last. At most 100 a board. */
export async function publicationsByBoard(
  context: RequestContext,
  boardIds: readonly string[],
): Promise<Map<string, PublicationRow[]>> {
  const rows = await context.rows<PublicationRow>(
    `select ${columns} from unnest($1::uuid[]) as of_board(id)
     cross join lateral (
       select * from attendance_publication where board_id = of_board.id
       order by year desc, published_at desc, id limit 100) p
     order by p.year desc, p.published_at desc, p.id`,
    [boardIds],
    'attendance publications',
  )
  return Map.groupBy(rows, (row) => row.boardId)
}

export async function publicationsById(
  context: RequestContext,
  ids: readonly string[],
): Promise<Map<string, PublicationRow>> {
  const rows = await context.rows<PublicationRow>(
    `select ${columns} from attendance_publication p where p.id = any($1::uuid[])`,
    [ids],
    'attendance publications by id',
  )
  return new Map(rows.map((row) => [row.id, row]))
}
