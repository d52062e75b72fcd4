import { createHash } from 'node:crypto'
import type { RequestContext } from '../../access/requestContext.ts'
import type { Organisation } from '../organisation/organisation.entity.ts'
import type { Person } from '../identity/person.entity.ts'
import type { Plan } from './plan.entity.ts'
import type { TreeAction, TreeActivity, TreeArea, TreeResponsible, TreeUpdate } from './planTree.ts'

/** A plan, with its areas where they were read in the same statement. */
export type PlanRow = Pick<
  Plan,
  'boardId' | 'id' | 'title' | 'state' | 'createdAt' | 'adoptedAt' | 'version'
> & {
  areas?: TreeArea[]
}

/** Which fields of the tree are asked for: what is not, is not read. */
export interface Asked {
  has(field: string): boolean
}

export const everything: Asked = { has: () => true }

export const planColumns = `p.id, p.board_id as "boardId", p.title, p.state, p.created_at as "createdAt",
  p.adopted_at as "adoptedAt", p.version`

/** What the board says: authorised, and no correction took its place. */
export const stands = `state = 'AUTHORISED' and not corrected`

export const updateColumns = {
  period: 'period',
  periodStartsOn: 'period_starts_on::text',
  periodEndsOn: 'period_ends_on::text',
  state: 'state',
  status: 'status',
  statusWords: 'status_words',
  percentComplete: 'percent_complete',
  narrative: 'narrative',
  issues: 'issues',
  correctiveActions: 'corrective_actions',
  writtenAt: 'written_at',
  writtenByName: 'written_by_name',
  submittedAt: 'submitted_at',
  decidedAt: 'decided_at',
  decidedByName: 'decided_by_name',
  returnReason: 'return_reason',
  correctsId: 'corrects_id',
  correctionReason: 'correction_reason',
  corrected: 'corrected',
  activityNotes: 'activity_notes',
  late: 'late',
  version: 'version',
}

interface TreeRows {
  areaRows: Omit<TreeArea, 'actions'>[]
  actionRows: Omit<
    TreeAction,
    'expectedEvidence' | 'responsible' | 'updates' | 'latestUpdate' | 'activities'
  >[]
  evidenceRows: TreeAction['expectedEvidence'] | null
  responsibleRows: TreeResponsible[] | null
  updateRows: TreeUpdate[] | null
  activityRows: Omit<TreeActivity, 'latestNote'>[] | null
}

const rowsAsJson = (query: string, asked = true) =>
  asked ? `(select coalesce(json_agg(r), '[]') from (${query}) r)` : 'null'

/** Of the columns that a page may do without, those that this one asks for. */
function also(asked: Asked, columns: Record<string, string>): string {
  return Object.entries(columns)
    .filter(([field]) => asked.has(field))
    .map(([field, column]) => `, ${column} as "${field}"`)
    .join('')
}

/**
 * The columns of one statement that reads a tree as six lists; `areaIs` and `isIn` say of which areas, and `actionIs`
 * of which actions where that is another condition.
 */
function treeColumns(areaIs: string, isIn: string, asked: Asked, actionIs = isIn): string {
  // How an activity stands is told by the updates.
  const forUpdates: Asked = {
    has: (field) =>
      asked.has(field) || (asked.has('latestNote') && ['activityNotes', 'period'].includes(field)),
  }
  return `
    ${rowsAsJson(
      `select id${also(asked, {
        boardId: 'board_id',
        planId: 'plan_id',
        reference: 'reference',
        theme: 'theme',
        title: 'title',
        version: 'version',
      })} from plan_area where ${areaIs} order by position limit 500`,
    )} as "areaRows",
    ${rowsAsJson(
      `select id, area_id as "areaId"${also(asked, {
        boardId: 'board_id',
        planId: 'plan_id',
        reference: 'reference',
        title: 'title',
        outcome: 'outcome',
        progress: 'progress',
        comments: 'comments',
        version: 'version',
      })} from plan_action where ${actionIs} order by position limit 5000`,
    )} as "actionRows",
    ${rowsAsJson(
      `select id, action_id as "actionId", text, deadline from expected_evidence where ${isIn} order by position limit 20000`,
      asked.has('expectedEvidence'),
    )} as "evidenceRows",
    ${rowsAsJson(
      `select ar.id, ar.action_id as "actionId", ar.part, ar.post_title as "postTitle", ar.organisation_id as "organisationId",
        ar.person_id as "personId", o.name as "organisationName", person.name as "personName"
      from action_responsible ar
      left join organisation o on o.id = ar.organisation_id
      left join person on person.id = ar.person_id
      where ar.${isIn} order by ar.position limit 20000`,
      asked.has('responsible'),
    )} as "responsibleRows",
    ${rowsAsJson(
      `select id, action_id as "actionId"${also(forUpdates, updateColumns)} from progress_update
      where ${isIn} and ${stands} order by period_ends_on, written_at limit 20000`,
      asked.has('updates') || asked.has('latestUpdate') || asked.has('latestNote'),
    )} as "updateRows",
    ${rowsAsJson(
      `select id, action_id as "actionId", title, lead, deadline, status, comments from activity
      where ${isIn} order by position limit 20000`,
      asked.has('activities'),
    )} as "activityRows"`
}

/** PostgreSQL keeps the plan of a statement under a name; each set of fields is a statement of its own. */
function nameOf(statement: string): string {
  return `tree ${createHash('sha1').update(statement).digest('base64url')}`
}

/** Hangs the six lists into one another. */
function growTree(rows: TreeRows): TreeArea[] {
  const areas = new Map<string, TreeArea>()
  for (const row of rows.areaRows) areas.set(row.id, Object.assign(row, { actions: [] }))
  const actions = new Map<string, TreeAction>()
  for (const row of rows.actionRows) {
    const action: TreeAction = Object.assign(row, {
      expectedEvidence: [],
      responsible: [],
      updates: [],
      latestUpdate: null,
      activities: [],
    })
    actions.set(row.id, action)
    areas.get(row.areaId)?.actions.push(action)
  }
  for (const item of rows.evidenceRows ?? []) actions.get(item.actionId)?.expectedEvidence.push(item)
  for (const one of rows.responsibleRows ?? []) actions.get(one.actionId)?.responsible.push(one)
  const activities = new Map<string, TreeActivity>()
  for (const row of rows.activityRows ?? []) {
    const activity: TreeActivity = Object.assign(row, { latestNote: null })
    activities.set(row.id, activity)
    actions.get(row.actionId)?.activities.push(activity)
  }
  for (const update of rows.updateRows ?? []) {
    const action = actions.get(update.actionId)
    if (!action) continue
    action.updates.push(update)
    action.latestUpdate = update
    for (const note of update.activityNotes ?? []) {
      const activity = activities.get(note.activityId)
      if (activity) activity.latestNote = { ...note, period: update.period }
    }
  }
  return [...areas.values()]
}

/** One plan as it stands alone, without its areas. */
export async function readPlan(context: RequestContext, id: string): Promise<PlanRow | null> {
  return (await context.loader(plansById).load(id)) ?? null
}

export async function plansById(
  context: RequestContext,
  ids: readonly string[],
): Promise<Map<string, PlanRow>> {
  const rows = await context.rows<PlanRow>(`select ${planColumns} from plan p where p.id = any($1::uuid[])`, [
    ids,
  ])
  return new Map(rows.map((row) => [row.id, row]))
}

/** A plan with everything in it, as far as it is visible and asked for: one statement. */
export async function readPlanTree(
  context: RequestContext,
  id: string,
  asked: Asked,
): Promise<(PlanRow & { areas: TreeArea[] }) | null> {
  const statement = `select ${planColumns}, ${treeColumns('plan_id = $1', 'plan_id = $1', asked)}
    from plan p where p.id = $1`
  const [row] = await context.rows<PlanRow & TreeRows>(statement, [id], nameOf(statement))
  return row ? Object.assign(row, { areas: growTree(row) }) : null
}

/** The areas of plans that were read without them. */
export async function areasOfPlans(
  context: RequestContext,
  planIds: readonly string[],
): Promise<Map<string, TreeArea[]>> {
  const rows = await context.rows<TreeRows & { id: string }>(
    `select p.id, ${treeColumns('plan_id = p.id', 'plan_id = p.id', everything)}
    from plan p where p.id = any($1::uuid[])`,
    [planIds],
    'areas of plans',
  )
  return new Map(rows.map((row) => [row.id, growTree(row)]))
}

/** Single areas with everything in them. */
export async function areasById(
  context: RequestContext,
  ids: readonly string[],
): Promise<Map<string, TreeArea>> {
  const rows = await context.rows<TreeRows>(
    `select ${treeColumns('id = a.id', 'area_id = a.id', everything)} from plan_area a where a.id = any($1::uuid[])`,
    [ids],
    'area tree',
  )
  return new Map(rows.flatMap((row) => growTree(row)).map((area) => [area.id, area]))
}

/** Single actions, without the others of their areas. */
export async function actionsById(
  context: RequestContext,
  ids: readonly string[],
): Promise<Map<string, TreeAction>> {
  const columns = treeColumns(
    'id in (select area_id from plan_action where id = any($1))',
    'action_id = any($1)',
    everything,
    'id = any($1)',
  )
  const rows = await context.rows<TreeRows>(
    `select ${columns} from (select $1::uuid[]) as asked`,
    [ids],
    'actions',
  )
  const actions = rows.flatMap((row) => growTree(row)).flatMap((area) => area.actions)
  return new Map(actions.map((action) => [action.id, action]))
}

/** One action, as a leaf of its area. */
export async function readAction(context: RequestContext, id: string): Promise<TreeAction | null> {
  return (await context.loader(actionsById).load(id)) ?? null
}

/** The plans of boards, the newest first, at most 100 of each. */
export async function plansOfBoards(
  context: RequestContext,
  boardIds: readonly string[],
): Promise<Map<string, PlanRow[]>> {
  const rows = await context.rows<PlanRow>(
    `select p.* from unnest($1::uuid[]) as asked(id) cross join lateral (
      select ${planColumns} from plan p where p.board_id = asked.id order by p.created_at desc, p.id limit 100) p`,
    [boardIds],
    'plans of boards',
  )
  const boards = new Map<string, PlanRow[]>(boardIds.map((id) => [id, []]))
  for (const row of rows) boards.get(row.boardId)?.push(row)
  return boards
}

/** How much is in a plan, and how its actions stand by their newest update. */
export interface PlanCountRow {
  areas: number
  actions: number
  NOT_STARTED: number
  ON_TARGET: number
  AT_RISK: number
  OFF_TARGET: number
  COMPLETE: number
}

export async function countsOfPlans(
  context: RequestContext,
  planIds: readonly string[],
): Promise<Map<string, PlanCountRow>> {
  const rows = await context.rows<PlanCountRow & { id: string }>(
    `with latest as (
      select distinct on (action_id) plan_id, status from progress_update
      where plan_id = any($1::uuid[]) and ${stands}
      order by action_id, period_ends_on desc, written_at desc)
    select asked.id,
      (select count(*)::int from plan_area a where a.plan_id = asked.id) as areas,
      (select count(*)::int from plan_action a where a.plan_id = asked.id) as actions,
      count(latest.status) filter (where status = 'NOT_STARTED')::int as "NOT_STARTED",
      count(latest.status) filter (where status = 'ON_TARGET')::int as "ON_TARGET",
      count(latest.status) filter (where status = 'AT_RISK')::int as "AT_RISK",
      count(latest.status) filter (where status = 'OFF_TARGET')::int as "OFF_TARGET",
      count(latest.status) filter (where status = 'COMPLETE')::int as "COMPLETE"
    from unnest($1::uuid[]) as asked(id) left join latest on latest.plan_id = asked.id group by asked.id`,
    [planIds],
    'counts of plans',
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** Which of the plans the viewer sees whole, and not only the areas that were shared with them. */
export async function wholeVisiblePlans(
  context: RequestContext,
  planIds: readonly string[],
): Promise<Map<string, boolean>> {
  const rows = await context.rows<{ id: string }>(
    `select id from unnest($1::uuid[]) as asked(id) where id = any((select access.whole_plans())::uuid[])`,
    [planIds],
    'whole plans',
  )
  return new Map(rows.map((row) => [row.id, true]))
}

/** The names of boards, as far as the viewer may look them up. */
export async function boardNames(
  context: RequestContext,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await context.rows<{ id: string; name: string }>(
    'select id, name from board where id = any($1::uuid[])',
    [ids],
    'names of boards',
  )
  return new Map(rows.map((row) => [row.id, row.name]))
}

export type AgencyRow = Pick<Organisation, 'id' | 'regionId' | 'name' | 'kind' | 'version'>
export type PersonRow = Pick<Person, 'id' | 'name' | 'version'>

/** The agencies that have a seat at the boards today. */
export async function agenciesOfBoards(
  context: RequestContext,
  boardIds: readonly string[],
): Promise<Map<string, AgencyRow[]>> {
  const rows = await context.rows<AgencyRow & { boardId: string }>(
    `select distinct s.board_id as "boardId", o.id, o.region_id as "regionId", o.name, o.kind, o.version
    from seat s join organisation o on o.id = s.organisation_id
    where s.board_id = any($1::uuid[]) and access.is_live(s.starts_on, s.ends_on) order by o.name limit 500`,
    [boardIds],
  )
  return Map.groupBy(rows, (row) => row.boardId)
}

/** The people who sit at the boards, and their officers, as far as the viewer may look them up. */
export async function peopleOfBoards(
  context: RequestContext,
  boardIds: readonly string[],
): Promise<Map<string, PersonRow[]>> {
  const rows = await context.rows<PersonRow & { boardId: string }>(
    `select distinct tied."boardId", person.id, person.name, person.version from (
      select board_id as "boardId", holder_id as person_id from seat where access.is_live(starts_on, ends_on)
      union select board_id, person_id from deputy where ended_at is null
      union select board_id, person_id from "grant"
        where role in ('COORDINATOR', 'CHAIR') and ended_at is null and access.is_live(starts_on, ends_on)) as tied
    join person on person.id = tied.person_id
    where tied."boardId" = any($1::uuid[]) order by person.name limit 500`,
    [boardIds],
  )
  return Map.groupBy(rows, (row) => row.boardId)
}
