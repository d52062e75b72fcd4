import type { RequestContext } from '../../../access/requestContext.ts'
import type { Flag } from './flag.entity.ts'
import type { FlagMark } from './flagMark.entity.ts'
import type { FlagStep } from './flagStep.entity.ts'

export type FlagRow = Omit<Flag, 'rule' | 'ruleId' | 'ruleRowId' | 'remindedOn' | 'subject'>
export type FlagMarkRow = Omit<FlagMark, 'flag' | 'mark' | 'meeting' | 'seat' | 'key'>
export type FlagStepRow = Omit<FlagStep, 'flag' | 'meeting' | 'position'>

const flagColumns = `f.board_id as "boardId", f.id, f.year, f.rule_kind as "ruleKind", f.rule_words as "ruleWords",
  f.rules_number as "rulesNumber", f.organisation_id as "organisationId", f.organisation_name as "organisationName",
  f.strategy, f.words, f.state, f.raised_at as "raisedAt", f.put_at as "putAt", f.answer_due_on::text as "answerDueOn",
  f.reminders_sent as "remindersSent", f.gone_at as "goneAt", f.version`

/** What is to be done comes first, then by agency. */
const inOrder = `case when f.state in ('ADDRESSED', 'ACCEPTED') then 1 when f.state = 'CLOSED' then 2 else 0 end,
  f.organisation_name, f.raised_at, f.id`

export async function flagsById(
  context: RequestContext,
  ids: readonly string[],
): Promise<Map<string, FlagRow>> {
  const rows = await context.rows<FlagRow>(
    `select ${flagColumns} from flag f where f.id = any($1::uuid[])`,
    [ids],
    'flags by id',
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** The flags of a board's year that exist for the viewer. At most 500. */
export function readFlags(context: RequestContext, boardId: string, year: number): Promise<FlagRow[]> {
  return context.rows<FlagRow>(
    `select ${flagColumns} from flag f where f.board_id = $1 and f.year = $2 order by ${inOrder} limit 500`,
    [boardId, year],
    'flags of a year',
  )
}

/** The flags of boards about which something is still to be done, whatever year they are of. At most 500 a board. */
export async function openFlagsOfBoards(
  context: RequestContext,
  boardIds: readonly string[],
): Promise<Map<string, FlagRow[]>> {
  const rows = await context.rows<FlagRow>(
    `select ${flagColumns} from flag f
     where f.board_id = any($1::uuid[]) and f.state not in ('ADDRESSED', 'ACCEPTED', 'CLOSED')
     order by ${inOrder} limit 20000`,
    [boardIds],
    'open flags of boards',
  )
  return Map.groupBy(rows, (row) => row.boardId)
}

/** The flags about agencies that exist for the viewer, the latest first. */
export async function flagsOfAgencies(
  context: RequestContext,
  organisationIds: readonly string[],
): Promise<Map<string, FlagRow[]>> {
  const rows = await context.rows<FlagRow>(
    `select ${flagColumns} from flag f where f.organisation_id = any($1::uuid[])
     order by case when f.state in ('ADDRESSED', 'ACCEPTED', 'CLOSED') then 1 else 0 end, f.raised_at desc, f.id
     limit 2000`,
    [organisationIds],
    'flags of agencies',
  )
  return Map.groupBy(rows, (row) => row.organisationId ?? '')
}

export async function marksOfFlags(
  context: RequestContext,
  flagIds: readonly string[],
): Promise<Map<string, FlagMarkRow[]>> {
  const rows = await context.rows<FlagMarkRow>(
    `select b.board_id as "boardId", b.id, b.flag_id as "flagId", b.mark_id as "markId", b.meeting_id as "meetingId",
       b.meeting_kind as "meetingKind", b.seat_id as "seatId", b.found_at as "foundAt", b.gone_at as "goneAt"
     from flag_mark b left join meeting m on m.id = b.meeting_id
     where b.flag_id = any($1::uuid[]) order by m.held_on, b.id limit 20000`,
    [flagIds],
    'marks of flags',
  )
  return Map.groupBy(rows, (row) => row.flagId)
}

export async function stepsOfFlags(
  context: RequestContext,
  flagIds: readonly string[],
): Promise<Map<string, FlagStepRow[]>> {
  const rows = await context.rows<FlagStepRow>(
    `select s.board_id as "boardId", s.id, s.flag_id as "flagId", s.kind, s.words,
       s.answer_due_on::text as "answerDueOn", s.meeting_id as "meetingId", s.meeting_kind as "meetingKind",
       s.person_name as "personName", s.happened_at as "happenedAt"
     from flag_step s where s.flag_id = any($1::uuid[]) order by s.position, s.id limit 20000`,
    [flagIds],
    'steps of flags',
  )
  return Map.groupBy(rows, (row) => row.flagId)
}

/** The flags that are put to an agency of the viewer, among these. */
export async function ownFlags(
  context: RequestContext,
  flagIds: readonly string[],
): Promise<Map<string, boolean>> {
  const rows = await context.rows<{ id: string }>(
    `select id from unnest($1::uuid[]) as asked(id) where id = any((select access.agency_flags())::uuid[])`,
    [flagIds],
    'own flags',
  )
  return new Map(rows.map(({ id }) => [id, true]))
}

export interface SeatName {
  id: string
  organisationName: string
  startsOn: string
  endsOn: string | null
}

export async function seatNames(
  context: RequestContext,
  ids: readonly string[],
): Promise<Map<string, SeatName>> {
  const rows = await context.rows<SeatName>(
    `select s.id, o.name as "organisationName", s.starts_on::text as "startsOn", s.ends_on::text as "endsOn"
     from seat s join organisation o on o.id = s.organisation_id where s.id = any($1::uuid[])`,
    [ids],
    'names of seats',
  )
  return new Map(rows.map((row) => [row.id, row]))
}
