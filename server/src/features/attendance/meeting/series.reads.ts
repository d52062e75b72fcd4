import { seriesLimits } from '@boardwork/shared/attendance/meeting/seriesDates.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { meetingColumns } from './meeting.reads.ts'
import type { MeetingRow } from './meeting.reads.ts'

/** The meetings of each series that the viewer sees, the first first. */
export async function meetingsOfSeries(
  context: RequestContext,
  seriesIds: readonly string[],
): Promise<Map<string, MeetingRow[]>> {
  const rows = await context.rows<MeetingRow>(
    `select ${meetingColumns} from meeting m where m.series_id = any($1::uuid[]) order by m.starts_at, m.id
     limit ${seriesLimits.most * 100}`,
    [seriesIds],
    'meetings of series',
  )
  return Map.groupBy(rows, (row) => row.seriesId ?? '')
}
