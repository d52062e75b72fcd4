import type { RequestContext } from '../../access/requestContext.ts'
import type { AuditEvent } from '../../audit/auditEvent.entity.ts'
import type { LogFilter, LogPage, LogPerson } from './log.results.ts'

const matches = `chain_id = $1
  and ($2::text is null or action = $2)
  and ($3::uuid is null or person_id = $3)
  and ($4::text is null or record_type = $4)
  and ($5::date is null or happened_at >= ($5::date)::timestamp at time zone 'Europe/London')
  and ($6::date is null or happened_at < ($6::date + 1)::timestamp at time zone 'Europe/London')`

/** A page of the board's log; `after` is the sequence of the last event of the page before. */
export async function readLog(
  context: RequestContext,
  boardId: string,
  filter: LogFilter,
  first: number,
  after: number | null,
): Promise<LogPage> {
  const values = [
    boardId,
    filter.action || null,
    filter.personId || null,
    filter.recordType || null,
    filter.from ?? null,
    filter.to ?? null,
  ]
  const size = Math.min(Math.max(first, 1), 100)
  const found = await context.rows<AuditEvent>(
    `select chain_id as "chainId", sequence, happened_at as "happenedAt", person_id as "personId",
       person_name as "personName", under, action, record_type as "recordType", record_id as "recordId",
       before, after
     from audit_event where ${matches} and ($7::int is null or sequence < $7)
     order by sequence desc limit $8`,
    [...values, after, size + 1],
  )
  const [count] = await context.rows<{ total: number }>(
    `select count(*)::int as total from (select 1 from audit_event where ${matches} limit 10000) as counted`,
    values,
  )
  const events = found.slice(0, size)
  return {
    events,
    total: count?.total ?? 0,
    next: found.length > size ? (events.at(-1)?.sequence ?? null) : null,
    actions: await names(context, 'action', boardId, 200),
    recordTypes: await names(context, 'record_type', boardId, 100),
    people: await context.rows<LogPerson>(
      `select * from (
         select distinct on (person_id) person_id as "personId", person_name as name from audit_event
         where chain_id = $1 and person_id is not null order by person_id, sequence desc) as people
       order by name, "personId" limit 500`,
      [boardId],
    ),
  }
}

async function names(
  context: RequestContext,
  column: 'action' | 'record_type',
  boardId: string,
  most: number,
): Promise<string[]> {
  const rows = await context.rows<{ name: string }>(
    `select distinct ${column} as name from audit_event where chain_id = $1 order by name limit ${most}`,
    [boardId],
  )
  return rows.map((row) => row.name)
}
