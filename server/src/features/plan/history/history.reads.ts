import { describeEvent } from '@boardwork/shared/log/describeEvent.ts'
import {
  fieldWords,
  isForReaders,
  isLoggedResponsible,
  valueWords,
} from '@boardwork/shared/log/fieldWords.ts'
import { may } from '../../../access/policy.ts'
import type { LoggedResponsible } from '@boardwork/shared/log/fieldWords.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import type { AuditEvent } from '../../../audit/auditEvent.entity.ts'
import { boardPolicy } from '../../board/board.policy.ts'
import type { History, HistoryEntry, HistoryField, HistoryOf } from './history.results.ts'

/** The records whose changes make a history; each select is under the floor of its table. */
const records: Record<HistoryOf, string> = {
  ACTION: `select 'PlanAction' as type, id, id as action_id, null as text from plan_action where id = $2
    union all select 'ProgressUpdate', id, action_id, null from progress_update where action_id = $2
    union all select 'Evidence', id, action_id, words from evidence where action_id = $2
    union all select 'Measure', id, action_id, name from measure where action_id = $2
    union all select 'MeasureResult', id, action_id, null from measure_result where action_id = $2
    union all select 'Milestone', id, action_id, null from milestone where action_id = $2`,
  AREA: inTree('area_id', 'id'),
  PLAN: `${inTree('plan_id', 'plan_id')} union all select 'Plan', id, null, null from plan where id = $2`,
}

function inTree(column: string, ofArea: string): string {
  return `select 'PlanArea' as type, id, null::uuid as action_id, null as text from plan_area where ${ofArea} = $2
    union all select 'PlanAction', id, id, null from plan_action where ${column} = $2
    union all select 'ProgressUpdate', id, action_id, null from progress_update where ${column} = $2
    union all select 'Evidence', id, action_id, words from evidence where ${column} = $2
    union all select 'Measure', id, action_id, name from measure where ${column} = $2
    union all select 'MeasureResult', id, action_id, null from measure_result where ${column} = $2
    union all select 'Milestone', id, action_id, null from milestone where ${column} = $2
    union all select 'AreaComment', id, null, body from area_comment where ${column} = $2
    union all select 'AreaShare', id, null, null from area_share where ${column} = $2`
}

const titles: Record<HistoryOf, string> = {
  ACTION: `select board_id as "boardId", concat_ws(' ', nullif(reference, ''), title) as title from plan_action where id = $1`,
  AREA: `select board_id as "boardId", concat_ws(' ', nullif(reference, ''), title) as title from plan_area where id = $1`,
  PLAN: `select board_id as "boardId", title from plan where id = $1`,
}

type EventRow = Pick<
  AuditEvent,
  'sequence' | 'happenedAt' | 'personName' | 'action' | 'recordType' | 'before' | 'after'
> & { text: string | null; actionId: string | null; reference: string; title: string }

/**
 * What was done to a plan, an area or an action, from the log of the board: row-level security says which events
 * exist for the viewer. Null where the record itself does not.
 */
export async function readHistory(
  context: RequestContext,
  of: HistoryOf,
  id: string,
  first: number,
  after: number | null,
): Promise<History | null> {
  const [found] = await context.rows<{ boardId: string; title: string }>(titles[of], [id])
  if (!found) return null
  const size = Math.min(Math.max(first, 1), 100)
  const rows = await context.rows<EventRow>(
    `with record as (${records[of]})
    select e.sequence, e.happened_at as "happenedAt", e.person_name as "personName", e.action,
      e.record_type as "recordType", e.before, e.after, record.text, a.id as "actionId", a.reference, a.title
    from record
    join audit_event e on e.chain_id = $1 and e.record_type = record.type and e.record_id = record.id
    left join plan_action a on a.board_id = $1 and a.id = record.action_id
    where $3::int is null or e.sequence < $3 order by e.sequence desc limit $4`,
    [found.boardId, id, after, size + 1],
  )
  const shown = rows.slice(0, size)
  const mayKnow = await knownNames(context, found.boardId, shown)
  return {
    title: found.title,
    entries: shown.map((row) => entryOf(row, mayKnow)),
    next: rows.length > size ? (shown.at(-1)?.sequence ?? null) : null,
  }
}

/** Which of the people and agencies who were named for actions the viewer may look up; null for the log's readers. */
async function knownNames(
  context: RequestContext,
  boardId: string,
  rows: readonly EventRow[],
): Promise<ReadonlySet<string> | null> {
  if (may(await context.viewer(), boardPolicy.readLog, { boardId })) return null
  const ids = rows
    .flatMap(({ before, after }) => [before['responsible'], after['responsible']])
    .flatMap((value) => (isLoggedResponsible(value) ? value : []))
    .flatMap(({ organisationId, personId }) => [organisationId ?? [], personId ?? []].flat())
  const known = await context.rows<{ id: string }>(
    'select id from person where id = any($1::uuid[]) union select id from organisation where id = any($1::uuid[])',
    [ids],
  )
  return new Set(known.map((row) => row.id))
}

/** What the sentence of an update says already. */
const inSentence = new Set(['period'])

function entryOf(row: EventRow, mayKnow: ReadonlySet<string> | null): HistoryEntry {
  const { sequence, happenedAt, recordType, text, actionId, reference, title } = row
  const before = asSeen(row, row.before, mayKnow)
  const after = asSeen(row, row.after, mayKnow)
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return {
    sequence,
    happenedAt,
    sentence: describeEvent({ ...row, before, after }),
    action: actionId ? { id: actionId, reference, title } : null,
    text,
    fields: names
      .filter((field) => isForReaders(field) && !inSentence.has(field))
      .map((field): HistoryField => ({
        field,
        words: fieldWords(recordType, field),
        before: valueWords(field, before[field]),
        after: valueWords(field, after[field]),
      })),
  }
}

/** An import of a board and how much it changed is known to the officers; of a plan itself others see these fields. */
const ofPlan = new Set(['title', 'state'])

/** The fields of one side of an event, without what the reader of a history sees nowhere else. */
function asSeen(
  { recordType, before, after }: EventRow,
  side: Record<string, unknown>,
  mayKnow: ReadonlySet<string> | null,
): Record<string, unknown> {
  if (mayKnow === null) return side
  const seen = { ...side }
  for (const field of Object.keys(side)) if (recordType === 'Plan' && !ofPlan.has(field)) delete seen[field]
  const { responsible } = side
  if (responsible === undefined) return seen
  // What was recorded as a text may have any name in it.
  if ([before['responsible'], after['responsible']].every(isEmptyOrLogged))
    seen['responsible'] = isLoggedResponsible(responsible) ? withoutHidden(responsible, mayKnow) : responsible
  else delete seen['responsible']
  return seen
}

const isEmptyOrLogged = (value: unknown) => value === undefined || value === '' || isLoggedResponsible(value)

/** Who is responsible, without the names that the viewer may not look up. */
function withoutHidden(
  responsible: readonly LoggedResponsible[],
  mayKnow: ReadonlySet<string>,
): LoggedResponsible[] {
  return responsible.map((one) => ({
    ...one,
    organisation: mayKnow.has(one.organisationId ?? '') ? one.organisation : null,
    person: mayKnow.has(one.personId ?? '') ? one.person : null,
  }))
}
