import { actionStatusName } from '@boardwork/shared/plan/actionStatus.ts'
import type { ActionStatus } from '@boardwork/shared/plan/actionStatus.ts'
import { nameOfItem } from '@boardwork/shared/plan/import/planDifference.ts'
import { textOfUpdate } from '@boardwork/shared/plan/planNow.ts'
import type { ActionNow, ActivityNow, PlanNow, ResponsibleNow } from '@boardwork/shared/plan/planNow.ts'
import type { SinceImport, Standing } from '@boardwork/shared/plan/import/savedImport.ts'
import type { ReadRows } from '../../access/readRows.ts'
import type { Plan } from './plan.entity.ts'

/**
 * What people hang on actions and areas: it goes with them, so they stay as long as they have any. With the words for
 * one and for several, and whether a row can change. test/api/plan.later.test.ts asks the database for what is missing.
 */
export const hangsOnActions = {
  progress_update: ['progress update', 'progress updates', true],
  evidence: ['piece of evidence', 'pieces of evidence', true],
  measure: ['measure', 'measures', true],
  measure_result: ['result of a measure', 'results of measures', false],
  milestone: ['milestone or review', 'milestones and reviews', true],
  meeting_action: ['action of a meeting', 'actions of meetings', true],
  pointer_answer: ['answer to something worth a second look', 'answers to things worth a second look', false],
} as const
export const hangsOnAreas = {
  area_comment: ['comment', 'comments', false],
  area_share: ['share', 'shares', true],
} as const

type Hanging = Readonly<Record<string, readonly [one: string, several: string, changes: boolean]>>

const hangingSql = (tables: Hanging, column: string): string =>
  Object.entries(tables)
    .map(
      ([table, [, , changes]]) =>
        `select ${column} as id, '${table}' as kind, count(*)::int as count,
          ${changes ? 'sum(version)::int' : '0'} as changes
        from ${table} where plan_id = $1 and ${column} is not null group by ${column}`,
    )
    .join(' union all ')

interface HangingRow {
  id: string
  kind: string
  count: number
  changes: number
}

function staysBecause(rows: readonly HangingRow[] | undefined): string | null {
  if (!rows) return null
  const words: Hanging = { ...hangsOnActions, ...hangsOnAreas }
  const parts = rows.map(({ kind, count }) => {
    const [one, several] = words[kind] ?? [kind, kind]
    return `${count} ${count === 1 ? one : several}`
  })
  const list = [parts.slice(0, -1).join(', '), parts.at(-1)].filter(Boolean).join(' and ')
  return `It has ${list}, which would go with it. So it stays in the plan.`
}

const hangsText = (rows: readonly HangingRow[] | undefined): string =>
  (rows ?? [])
    .map(({ kind, count, changes }) => `${kind} ${count} ${changes}`)
    .toSorted()
    .join(', ')

async function readHanging(rows: ReadRows, planId: string): Promise<Map<string, HangingRow[]>> {
  const found = await rows<HangingRow>(
    `${hangingSql(hangsOnActions, 'action_id')} union all ${hangingSql(hangsOnAreas, 'area_id')}`,
    [planId],
  )
  return Map.groupBy(found, (row) => row.id)
}

/** A plan as it stands, with the places in which its areas and actions are kept. */
export interface PlacedPlan {
  plan: PlanNow
  positions: Map<string, number>
}

/** A whole plan for comparing it with a document; row-level security shows all of it to the board's officers. */
export async function readPlanNow(rows: ReadRows, planId: string, title: string): Promise<PlacedPlan> {
  const areas = await rows<Omit<PlanNow['areas'][number], 'actions' | 'staysBecause'> & { position: number }>(
    `select id as key, reference, coalesce(theme, '') as theme, title, position from plan_area where plan_id = $1
    order by position, id`,
    [planId],
  )
  const actions = await rows<
    Pick<ActionNow, 'key' | 'reference' | 'title' | 'outcome' | 'progress' | 'comments'> & {
      areaId: string
      position: number
    }
  >(
    `select id as key, area_id as "areaId", reference, title, coalesce(outcome, '') as outcome,
      coalesce(progress, '') as progress, coalesce(comments, '') as comments, position
    from plan_action where plan_id = $1 order by position, id`,
    [planId],
  )
  const evidence = await rows<{ actionId: string; text: string; deadline: string }>(
    `select action_id as "actionId", coalesce(text, '') as text, coalesce(deadline, '') as deadline
    from expected_evidence where plan_id = $1 order by position`,
    [planId],
  )
  const responsible = await rows<{
    actionId: string
    part: ResponsibleNow['part']
    postTitle: string
    organisationId: string | null
    personId: string | null
    names: string
  }>(
    `select r.action_id as "actionId", r.part, coalesce(r.post_title, '') as "postTitle",
      r.organisation_id as "organisationId", r.person_id as "personId", concat_ws(', ', o.name, p.name) as names
    from action_responsible r
    left join organisation o on o.id = r.organisation_id left join person p on p.id = r.person_id
    where r.plan_id = $1 order by r.position`,
    [planId],
  )
  const activities = await rows<{ actionId: string; activity: ActivityNow }>(
    `select action_id as "actionId", json_build_object('id', id, 'title', title, 'lead', coalesce(lead, ''),
      'deadline', coalesce(deadline, ''), 'status', coalesce(status, ''), 'comments', coalesce(comments, '')) as activity
    from activity where plan_id = $1 order by position`,
    [planId],
  )
  const updates = await rows<{
    actionId: string
    startsOn: string
    endsOn: string
    status: ActionStatus
    percentComplete: number | null
    narrative: string
    issues: string
    correctiveActions: string
  }>(
    `select action_id as "actionId", period_starts_on::text as "startsOn", period_ends_on::text as "endsOn", status,
      percent_complete as "percentComplete", narrative, coalesce(issues, '') as issues,
      coalesce(corrective_actions, '') as "correctiveActions"
    from progress_update where plan_id = $1 and corrects_id is null`,
    [planId],
  )
  const hanging = await readHanging(rows, planId)
  const of = {
    evidence: Map.groupBy(evidence, (row) => row.actionId),
    responsible: Map.groupBy(responsible, (row) => row.actionId),
    activities: Map.groupBy(activities, (row) => row.actionId),
    updates: Map.groupBy(updates, (row) => row.actionId),
    area: Map.groupBy(actions, (row) => row.areaId),
  }
  const actionOf = ({ key, reference, title: what, ...rest }: (typeof actions)[number]): ActionNow => ({
    key,
    reference,
    title: what,
    outcome: rest.outcome,
    progress: rest.progress,
    comments: rest.comments,
    expectedEvidence: (of.evidence.get(key) ?? []).map(({ text, deadline }) => ({ text, deadline })),
    responsible: (of.responsible.get(key) ?? []).map(
      ({ postTitle, part, organisationId, personId, names }) => ({
        postTitle,
        part,
        ...(organisationId === null ? {} : { organisationId }),
        ...(personId === null ? {} : { personId }),
        ...(names === '' ? {} : { names }),
      }),
    ),
    activities: (of.activities.get(key) ?? []).map(({ activity }) => activity),
    updates: (of.updates.get(key) ?? []).map(({ startsOn, endsOn, status, ...update }) => ({
      startsOn,
      endsOn,
      text: textOfUpdate({ ...update, status: actionStatusName[status] }),
    })),
    staysBecause: staysBecause(hanging.get(key)),
  })
  return {
    plan: {
      title,
      areas: areas.map(({ key, reference, theme, title: what }) => ({
        key,
        reference,
        theme,
        title: what,
        actions: (of.area.get(key) ?? []).map(actionOf),
        staysBecause: staysBecause(hanging.get(key)),
      })),
    },
    positions: new Map([...areas, ...actions].map(({ key, position }) => [key, position])),
  }
}

/** What hangs on the plan itself, and not on an action. test/api/plan.later.test.ts asks for what is missing here too. */
export const hangsOnPlan = ['milestone'] as const

/** How a plan stands itself, and what hangs on it. */
export async function readPlanStanding(
  rows: ReadRows,
  plan: Pick<Plan, 'id' | 'state' | 'version'>,
): Promise<SinceImport['plan']> {
  const found = await rows<{ hangs: string }>(
    hangsOnPlan
      .map(
        (table) =>
          `select '${table} ' || count(*) || ' ' || coalesce(sum(version), 0) as hangs
          from ${table} where plan_id = $1 and action_id is null`,
      )
      .join(' union all '),
    [plan.id],
  )
  return { state: plan.state, version: plan.version, hangs: found.map(({ hangs }) => hangs).join(', ') }
}

/** The versions of a plan's areas and actions, and what hangs on each. */
export async function readStanding(
  rows: ReadRows,
  planId: string,
): Promise<Map<string, Standing & { name: string }>> {
  const found = await rows<{ id: string; reference: string; title: string; version: number }>(
    `select id, reference, title, version from plan_area where plan_id = $1
    union all select id, reference, title, version from plan_action where plan_id = $1`,
    [planId],
  )
  const hanging = await readHanging(rows, planId)
  return new Map(
    found.map(({ id, version, ...item }) => [
      id,
      { version, name: nameOfItem(item), hangs: hangsText(hanging.get(id)) },
    ]),
  )
}
