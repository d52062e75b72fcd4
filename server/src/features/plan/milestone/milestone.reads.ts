import type { RequestContext } from '../../../access/requestContext.ts'
import type { Milestone } from './milestone.entity.ts'

export type MilestoneRow = Omit<Milestone, 'plan' | 'action' | 'areaId'>

const milestoneColumns = `m.board_id as "boardId", m.id, m.plan_id as "planId", m.action_id as "actionId", m.kind, m.title,
  m.due_on::text as "dueOn", m.done_on::text as "doneOn", m.outcome, m.decision, m.reviewed_by as "reviewedBy",
  m.recorded_by_name as "recordedByName", m.recorded_at as "recordedAt", m.removed_at as "removedAt", m.version`

/** What is to come before what is done; what is due next, and what was done last, comes first. */
const inOrder = `m.done_on is not null, case when m.done_on is null then m.due_on end, m.done_on desc, m.due_on, m.id`

/** The milestones and reviews of plans and of their actions, as far as they are visible. */
export async function milestonesOfPlans(
  context: RequestContext,
  planIds: readonly string[],
): Promise<Map<string, MilestoneRow[]>> {
  const rows = await context.rows<MilestoneRow>(
    `select ${milestoneColumns} from milestone m where m.plan_id = any($1::uuid[]) and m.removed_at is null
    order by ${inOrder} limit 20000`,
    [planIds],
    'milestones of plans',
  )
  return Map.groupBy(rows, (row) => row.planId)
}

export async function milestonesOfActions(
  context: RequestContext,
  actionIds: readonly string[],
): Promise<Map<string, MilestoneRow[]>> {
  const rows = await context.rows<MilestoneRow>(
    `select ${milestoneColumns} from milestone m where m.action_id = any($1::uuid[]) and m.removed_at is null
    order by ${inOrder} limit 20000`,
    [actionIds],
    'milestones of actions',
  )
  return Map.groupBy(rows, (row) => row.actionId ?? '')
}

export async function milestonesById(
  context: RequestContext,
  ids: readonly string[],
): Promise<Map<string, MilestoneRow>> {
  const rows = await context.rows<MilestoneRow>(
    `select ${milestoneColumns} from milestone m where m.id = any($1::uuid[])`,
    [ids],
    'milestones by id',
  )
  return new Map(rows.map((row) => [row.id, row]))
}
