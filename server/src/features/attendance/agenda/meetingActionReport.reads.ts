import { reportLimits } from '@boardwork/shared/attendance/agenda/meetingActionReport.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { meetingActionColumns } from './agenda.reads.ts'
import type { MeetingActionRow } from './agenda.reads.ts'
import type { MeetingActionReport } from './meetingActionReport.entity.ts'

export type ReportRow = Omit<MeetingActionReport, 'meeting' | 'meetingAction'>

/** What was said of each action, the first first. */
export async function reportsOfActions(
  context: RequestContext,
  meetingActionIds: readonly string[],
): Promise<Map<string, ReportRow[]>> {
  const rows = await context.rows<ReportRow>(
    `select board_id as "boardId", id, meeting_id as "meetingId", meeting_kind as "meetingKind",
       meeting_action_id as "meetingActionId", position, kind, words, done_on::text as "doneOn",
       said_by_name as "saidByName", organisation_name as "organisationName", said_at as "saidAt"
     from meeting_action_report where meeting_action_id = any($1::uuid[])
     order by meeting_action_id, position limit 20000`,
    [meetingActionIds],
    'reports of actions of meetings',
  )
  return Map.groupBy(rows, (row) => row.meetingActionId)
}

/** Of which of these actions the viewer answers for the agency that does it. */
export async function ownActionsOf(
  context: RequestContext,
  meetingActionIds: readonly string[],
): Promise<Map<string, boolean>> {
  const rows = await context.rows<{ id: string }>(
    `select id from unnest($1::uuid[]) as action(id) where id = any((select access.my_meeting_actions())::uuid[])`,
    [meetingActionIds],
    'own actions of meetings',
  )
  return new Map(rows.map(({ id }) => [id, true]))
}

/** What the board said last of an action of a plan: that it is complete. */
const completeInPlan = `exists (
  select from (
    select u.status from progress_update u
    where u.board_id = one."boardId" and u.action_id = one."actionId" and u.state = 'AUTHORISED' and not u.corrected
    order by u.period_ends_on desc, u.written_at desc limit 1) as said
  where said.status = 'COMPLETE')`

/**
 * What earlier meetings of the same board, or about the same case, gave and what was not done on the day of each
 * meeting; what is due first comes first. Actions that stand in a plan are among them until the plan says that they are
 * complete.
 */
export async function openActionsOfMeetings(
  context: RequestContext,
  meetingIds: readonly string[],
): Promise<Map<string, MeetingActionRow[]>> {
  const rows = await context.rows<MeetingActionRow & { ofMeeting: string }>(
    `select m.id as "ofMeeting", open.* from meeting m cross join lateral (
       select one.* from (
         select ${meetingActionColumns} from meeting_action
         where board_id = m.board_id and removed_at is null and meeting_id in (
           select e.id from meeting e
           where e.board_id = m.board_id and e.kind = m.kind and e.case_reference is not distinct from m.case_reference
             and e.starts_at < m.starts_at and e.cancelled_at is null)) as one
       where case when one."actionId" is null then one."doneOn" is null or one."doneOn" >= m.held_on::text
         else not ${completeInPlan} end
       order by one."dueOn" nulls last, one."recordedAt", one.id limit ${reportLimits.open}) as open
     where m.id = any($1::uuid[])`,
    [meetingIds],
    'open actions of earlier meetings',
  )
  return Map.groupBy(rows, (row) => row.ofMeeting)
}

/** What meetings gave agencies for which the viewer answers and what is not done; what is due first comes first. */
export function readMyMeetingActions(context: RequestContext): Promise<MeetingActionRow[]> {
  return context.rows<MeetingActionRow>(
    `select * from (
       select ${meetingActionColumns} from meeting_action
       where id = any((select access.my_meeting_actions())::uuid[]) and action_id is null
         and meeting_id in (select m.id from meeting m where m.cancelled_at is null)) as one
     where one."doneOn" is null
     order by one."dueOn" nulls last, one."recordedAt", one.id limit ${reportLimits.open}`,
    [],
    'my actions of meetings',
  )
}
