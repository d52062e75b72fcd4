import type { RequestContext } from '../../../access/requestContext.ts'
import type { Invitee } from '../meeting/invitee.entity.ts'
import type { StandardInvitee } from './standardInvitee.entity.ts'
import type { StrategyKind } from './strategyKind.entity.ts'

export type StrategyKindRow = Omit<StrategyKind, 'removedAt'>
export type StandardInviteeRow = Omit<StandardInvitee, 'kind'> & { personName: string | null }
export type InviteeRow = Omit<Invitee, 'meeting'>

const kindColumns = 'board_id as "boardId", id, name, version'
const inviteeColumns = `i.board_id as "boardId", i.id, i.meeting_id as "meetingId", i.meeting_kind as "meetingKind",
  i.organisation_id as "organisationId", i.person_id as "personId", i.person_name as "personName", i.required,
  i.removed_at as "removedAt", i.version`

/** The kinds of strategy meetings of boards that are planned still, by name. */
export async function kindsOfBoards(
  context: RequestContext,
  boardIds: readonly string[],
): Promise<Map<string, StrategyKindRow[]>> {
  const rows = await context.rows<StrategyKindRow>(
    `select ${kindColumns} from strategy_kind where board_id = any($1::uuid[]) and removed_at is null
     order by name, id limit 5000`,
    [boardIds],
    'kinds of strategy meetings',
  )
  return Map.groupBy(rows, (row) => row.boardId)
}

export async function kindsById(
  context: RequestContext,
  ids: readonly string[],
): Promise<Map<string, StrategyKindRow>> {
  const rows = await context.rows<StrategyKindRow>(
    `select ${kindColumns} from strategy_kind where id = any($1::uuid[])`,
    [ids],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** Who is asked to every meeting of each kind, by the name of the agency. */
export async function listsOfKinds(
  context: RequestContext,
  kindIds: readonly string[],
): Promise<Map<string, StandardInviteeRow[]>> {
  const rows = await context.rows<StandardInviteeRow>(
    `select s.board_id as "boardId", s.id, s.kind_id as "kindId", s.organisation_id as "organisationId",
       s.person_id as "personId", p.name as "personName", s.required
     from standard_invitee s left join organisation o on o.id = s.organisation_id left join person p on p.id = s.person_id
     where s.kind_id = any($1::uuid[]) order by o.name, p.name nulls first, s.id limit 20000`,
    [kindIds],
    'lists of kinds',
  )
  return Map.groupBy(rows, (row) => row.kindId)
}

/** Who is asked to each strategy meeting, by the name of the agency. */
export async function inviteesOfMeetings(
  context: RequestContext,
  meetingIds: readonly string[],
): Promise<Map<string, InviteeRow[]>> {
  const rows = await context.rows<InviteeRow>(
    `select ${inviteeColumns} from invitee i left join organisation o on o.id = i.organisation_id
     where i.meeting_id = any($1::uuid[]) and i.removed_at is null
     order by o.name, i.person_name nulls first, i.id limit 20000`,
    [meetingIds],
    'invitees of meetings',
  )
  return Map.groupBy(rows, (row) => row.meetingId)
}

export async function inviteesById(
  context: RequestContext,
  ids: readonly string[],
): Promise<Map<string, InviteeRow>> {
  const rows = await context.rows<InviteeRow>(
    `select ${inviteeColumns} from invitee i where i.id = any($1::uuid[])`,
    [ids],
  )
  return new Map(rows.map((row) => [row.id, row]))
}
