import type { RequestContext } from '../../access/requestContext.ts'
import type { AgencyAction } from './organisation.results.ts'

/** The actions of adopted plans for which the organisation is responsible, board by board. At most 500. */
export function readAgencyActions(context: RequestContext, organisationId: string): Promise<AgencyAction[]> {
  return context.rows<AgencyAction>(
    `select a.id, a.reference, a.title, a.board_id as "boardId", b.name as "boardName",
       a.plan_id as "planId", p.title as "planTitle", a.area_id as "areaId", area.title as "areaTitle",
       latest.status, latest.written_at as "statusWrittenAt"
     from plan_action a
     join board b on b.id = a.board_id
     join plan p on p.board_id = a.board_id and p.id = a.plan_id
     join plan_area area on area.board_id = a.board_id and area.id = a.area_id
     left join lateral (
       select u.status, u.written_at from progress_update u
       where u.board_id = a.board_id and u.action_id = a.id and u.state = 'AUTHORISED' and not u.corrected
       order by u.period_ends_on desc, u.written_at desc, u.id desc limit 1) latest on true
     where p.state = 'ADOPTED' and exists (
       select from action_responsible r
       where r.board_id = a.board_id and r.action_id = a.id and r.organisation_id = $1)
     order by b.name, b.id, p.title, p.id, area.position, a.position, a.id limit 500`,
    [organisationId],
  )
}
