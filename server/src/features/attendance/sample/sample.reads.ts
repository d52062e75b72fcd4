import { resultOfSample } from '@boardwork/shared/attendance/rule/findings.ts'
import type { SampleResult } from '@boardwork/shared/attendance/rule/findings.ts'
import type { Mark } from '@boardwork/shared/attendance/register/mark.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import type { MeetingSample } from './meetingSample.entity.ts'

const sampleColumns = `s.board_id as "boardId", s.id, s.year, s.share_percent as "sharePercent", s.seed, s.population,
  s.population_hash as "populationHash", s.drawn, s.drawn_at as "drawnAt", s.drawn_by_name as "drawnByName"`

export async function samplesById(
  context: RequestContext,
  ids: readonly string[],
): Promise<Map<string, MeetingSample>> {
  const rows = await context.rows<MeetingSample>(
    `select ${sampleColumns} from meeting_sample s where s.id = any($1::uuid[])`,
    [ids],
    'samples by id',
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** The samples of a board's year, the latest first. At most 100. */
export function readSamples(
  context: RequestContext,
  boardId: string,
  year: number,
): Promise<MeetingSample[]> {
  return context.rows<MeetingSample>(
    `select ${sampleColumns} from meeting_sample s where s.board_id = $1 and s.year = $2
     order by s.drawn_at desc, s.id desc limit 100`,
    [boardId, year],
    'samples of a year',
  )
}

/** What the registers of the drawn meetings say today; a meeting that was cancelled since is left out. */
export async function resultOf(context: RequestContext, sample: MeetingSample): Promise<SampleResult> {
  const rows = await context.rows<{ meetingId: string; required: boolean | null; mark: Mark | null }>(
    `select m.id as "meetingId", k.required, k.mark
     from meeting m left join register_mark k on k.board_id = m.board_id and k.meeting_id = m.id
     where m.board_id = $1 and m.id = any($2::uuid[]) and m.register_closed_at is not null and m.cancelled_at is null
     limit 100000`,
    [sample.boardId, sample.drawn],
    'marks of a sample',
  )
  const meetings = [...Map.groupBy(rows, ({ meetingId }) => meetingId).values()].map((of) => ({
    marks: of.flatMap(({ required, mark }) => (mark === null ? [] : [{ required: required ?? false, mark }])),
  }))
  return resultOfSample(meetings, sample.population.length)
}
