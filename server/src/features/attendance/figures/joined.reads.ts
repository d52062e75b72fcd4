import { countByYear } from '@boardwork/shared/attendance/figures/countByYear.ts'
import type { MarkOfYears } from '@boardwork/shared/attendance/figures/countByYear.ts'
import { usualYearStart } from '@boardwork/shared/attendance/figures/boardYear.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { readJoined } from '../../organisation/merger.reads.ts'
import type { JoinedAgency } from './joined.results.ts'
import { countsOf } from './publication.results.ts'

/** The organisations that are part of this one, also through others, with their figures year by year. */
export async function readJoinedAgencies(
  context: RequestContext,
  organisationId: string,
): Promise<JoinedAgency[]> {
  const joined = await readJoined(context, [organisationId])
  if (joined.length === 0) return []
  const marks = await context.rows<MarkOfYears>(
    `select k.organisation_id as "organisationId", k.meeting_id as "meetingId", m.held_on::text as "heldOn",
       coalesce(a.year_starts_month, $2::int) as "startsMonth", k.mark
     from register_mark k
     join meeting m on m.board_id = k.board_id and m.id = k.meeting_id
     left join attendance_setting a on a.board_id = k.board_id
     where k.organisation_id = any($1::uuid[]) and k.meeting_kind = 'BOARD'
       and m.register_closed_at is not null and m.cancelled_at is null
     order by m.held_on desc limit 100000`,
    [joined.map((one) => one.organisationId), usualYearStart],
    'marks of joined organisations',
  )
  const years = Map.groupBy(countByYear(marks), (year) => year.organisationId)
  return joined.map((one) => ({
    ...one,
    years: (years.get(one.organisationId) ?? [])
      .slice(0, 300)
      .map(({ year, startsMonth, tally }) => ({ year, startsMonth, counts: countsOf(tally) })),
  }))
}
