import { valueWords } from '@boardwork/shared/log/fieldWords.ts'
import type { LogFields, LoggedResponsible } from '@boardwork/shared/log/fieldWords.ts'
import { originsAfterEdit } from '@boardwork/shared/plan/import/origin.ts'
import type { Origin } from '@boardwork/shared/plan/import/origin.ts'
import { checkAction, checkArea, checkPlanTitle, isEmptyActivity } from '@boardwork/shared/plan/planRules.ts'
import type { ActivityText } from '@boardwork/shared/plan/planRules.ts'
import { newId } from '../../db/newId.ts'
import { different } from '../../access/different.ts'
import { operation } from '../../access/operation.ts'
import type { Change } from '../../access/operation.ts'
import { Conflict, InvalidInput, NotReady } from '../../access/refusals.ts'
import type { RequestContext } from '../../access/requestContext.ts'
import { ActionResponsible } from './action/actionResponsible.entity.ts'
import { Activity } from './action/activity.entity.ts'
import { ExpectedEvidence } from './action/expectedEvidence.entity.ts'
import { Plan } from './plan.entity.ts'
import type {
  ActivityInput,
  AdoptPlanInput,
  EditActionInput,
  EditAreaInput,
  EditPlanInput,
  EvidenceInput,
  ResponsibleInput,
} from './plan.inputs.ts'
import { planPolicy } from './plan.policy.ts'
import { PlanAction } from './action/planAction.entity.ts'
import { PlanArea } from './area/planArea.entity.ts'

const planAgain = (change: Change, id: string) => change.find(Plan, { id })

/** The chair adopts a draft: from now on the members of the board see the plan. */
export function adoptPlan(
  context: RequestContext,
  input: AdoptPlanInput,
): Promise<Plan | Conflict | NotReady> {
  return operation(context, planPolicy.adopt, input.clientMutationId, planAgain, async (change) => {
    const plan = await change.find(Plan, { id: input.planId })
    change.authorize(planPolicy.adopt, plan)
    await change.lock(plan)
    if (plan.state !== 'DRAFT') return new NotReady('This plan has been adopted already.')
    if (plan.version !== input.version) return new Conflict(plan.id, plan.version, [])
    const areas = await change.em.count(PlanArea, { planId: plan.id })
    const actions = await change.em.count(PlanAction, { planId: plan.id })
    if (areas === 0 || actions === 0)
      return new NotReady(
        'This plan has no actions yet. A plan needs at least one area with an action before it is adopted.',
      )
    plan.state = 'ADOPTED'
    plan.adoptedAt = new Date()
    change.record({
      chainId: plan.boardId,
      action: planPolicy.adopt.name,
      recordType: 'Plan',
      recordId: plan.id,
      before: { state: 'DRAFT' },
      after: { state: 'ADOPTED' },
    })
    return plan
  })
}

/** A coordinator gives a plan another title. */
export function editPlan(
  context: RequestContext,
  input: EditPlanInput,
): Promise<Plan | InvalidInput | Conflict> {
  return operation(context, planPolicy.edit, input.clientMutationId, planAgain, async (change) => {
    const plan = await change.find(Plan, { id: input.planId })
    change.authorize(planPolicy.edit, plan)
    await change.lock(plan)
    if (plan.version !== input.version)
      return new Conflict(plan.id, plan.version, different({ title: plan.title }, { title: input.title }))
    const problems = checkPlanTitle(input.title)
    if (problems.length > 0) return new InvalidInput(problems)
    recordEdit(change, plan.boardId, 'Plan', plan.id, { title: plan.title }, { title: input.title.trim() })
    plan.title = input.title.trim()
    return plan
  })
}

/** A coordinator edits the text of an area. */
export function editArea(
  context: RequestContext,
  input: EditAreaInput,
): Promise<PlanArea | InvalidInput | Conflict> {
  const again = (change: Change, id: string) => change.find(PlanArea, { id })
  return operation(context, planPolicy.edit, input.clientMutationId, again, async (change) => {
    const area = await change.find(PlanArea, { id: input.areaId })
    change.authorize(planPolicy.edit, area)
    await change.lock(area)
    const before = { reference: area.reference, theme: area.theme ?? '', title: area.title }
    const after = { reference: input.reference.trim(), theme: input.theme.trim(), title: input.title.trim() }
    if (area.version !== input.version) return new Conflict(area.id, area.version, different(before, after))
    const problems = checkArea(after)
    if (problems.length > 0) return new InvalidInput(problems)
    const edited = recordEdit(change, area.boardId, 'PlanArea', area.id, before, after)
    await markOrigins(change, 'plan_area', area.id, edited)
    area.reference = after.reference
    area.theme = after.theme || null
    area.title = after.title
    return area
  })
}

/** A coordinator edits an action with its evidence and who is responsible for it. */
export function editAction(
  context: RequestContext,
  input: EditActionInput,
): Promise<PlanAction | InvalidInput | Conflict> {
  const again = (change: Change, id: string) => change.find(PlanAction, { id })
  return operation(context, planPolicy.edit, input.clientMutationId, again, async (change) => {
    const { em } = change
    const action = await change.find(PlanAction, { id: input.actionId })
    change.authorize(planPolicy.edit, action)
    await change.lock(action)
    const row = { boardId: action.boardId, actionId: action.id }
    const order = { orderBy: { position: 'asc' } } as const
    const evidence = input.evidence
      .map((item) => ({ text: item.text.trim(), deadline: item.deadline.trim() }))
      .filter((item) => item.text !== '' || item.deadline !== '')
    const responsible = input.responsible
      .map((one) => ({
        part: one.part,
        postTitle: one.postTitle.trim(),
        organisationId: one.organisationId ?? null,
        personId: one.personId ?? null,
      }))
      .filter((one) => one.postTitle !== '' || one.organisationId || one.personId)
    const known = await em.find(Activity, row, order)
    const activities = input.activities?.map(trimmed).filter((one) => !isEmptyActivity(one)) ?? null
    const named = await withNames(change, await em.find(ActionResponsible, row, order))
    const before = {
      reference: action.reference,
      title: action.title,
      outcome: action.outcome ?? '',
      evidence: evidenceText(await em.find(ExpectedEvidence, row, order)),
      responsible: valueWords('responsible', named),
      activities: activitiesText(known),
    }
    const text = {
      reference: input.reference.trim(),
      title: input.title.trim(),
      outcome: input.outcome.trim(),
    }
    const problems = [
      ...checkAction({ ...text, evidence, responsible, activities }),
      ...(await checkResponsible(change, action.boardId, responsible)),
    ]
    const renamed = await withNames(change, problems.length > 0 ? [] : responsible)
    const after = {
      ...text,
      evidence: evidenceText(evidence),
      responsible: valueWords('responsible', renamed),
      activities: activities ? activitiesText(activities) : before.activities,
    }
    if (action.version !== input.version)
      return new Conflict(action.id, action.version, different(before, after))
    if (problems.length > 0) return new InvalidInput(problems)

    const edited = recordEdit(change, action.boardId, 'PlanAction', action.id, before, after, {
      responsible: [named, renamed],
    })
    // The version rises with each edit, also of the evidence alone.
    await em.execute(
      'update plan_action set reference = ?, title = ?, outcome = ?, version = version + 1 where id = ?',
      [after.reference, after.title, after.outcome || null, action.id],
    )
    await markOrigins(change, 'plan_action', action.id, edited)
    await em.nativeDelete(ExpectedEvidence, row)
    await em.nativeDelete(ActionResponsible, row)
    const place = {
      boardId: action.boardId,
      planId: action.planId,
      areaId: action.areaId,
      actionId: action.id,
    }
    await em.insertMany(ExpectedEvidence, evidenceRows(place, evidence))
    await em.insertMany(ActionResponsible, responsibleRows(place, responsible))
    if (activities) await keepActivities(change, place, known, activities)
    return action
  })
}

/** Where the children of an action stand. */
export interface ActionPlace {
  boardId: string
  planId: string
  areaId: string
  actionId: string
}

export function evidenceRows(place: ActionPlace, evidence: readonly EvidenceInput[]) {
  return evidence.map((item, position) => ({
    ...place,
    id: newId(),
    position,
    text: item.text || null,
    deadline: item.deadline || null,
  }))
}

/** Whoever a document names is responsible; which part they play is said by hand. */
export function responsibleRows(
  place: ActionPlace,
  responsible: readonly (Omit<ResponsibleInput, 'part'> & Partial<Pick<ResponsibleInput, 'part'>>)[],
) {
  return responsible.map((one, position) => ({
    ...place,
    id: newId(),
    position,
    part: one.part ?? 'RESPONSIBLE',
    postTitle: one.postTitle || null,
    organisationId: one.organisationId ?? null,
    personId: one.personId ?? null,
  }))
}

/** An agency needs a seat at the board, and a person a seat, a deputy's place or a role there. */
async function checkResponsible(change: Change, boardId: string, responsible: readonly ResponsibleInput[]) {
  const agencies = await seatedAgencies(
    change,
    boardId,
    responsible.map((one) => one.organisationId),
  )
  const asked = [...new Set(responsible.flatMap((one) => one.personId ?? []))]
  const people = await change.em.execute<{ id: string }[]>(
    `select p.id from person p where p.id = any(?::uuid[]) and (
      exists (select from seat s where s.board_id = ? and s.holder_id = p.id and access.is_live(s.starts_on, s.ends_on))
      or exists (select from deputy d where d.board_id = ? and d.person_id = p.id and d.ended_at is null)
      or exists (select from "grant" g where g.board_id = ? and g.person_id = p.id and g.ended_at is null
        and access.is_live(g.starts_on, g.ends_on))
      or exists (select from action_responsible r where r.board_id = ? and r.person_id = p.id))`,
    [`{${asked.join(',')}}`, boardId, boardId, boardId, boardId],
  )
  const known = new Set(people.map((person) => person.id))
  return responsible.flatMap((one, index) => {
    const problems = []
    if (one.organisationId && !agencies.has(one.organisationId))
      problems.push({
        field: `responsible.${index}.organisationId`,
        message: 'Choose an agency of this board.',
      })
    if (one.personId && !known.has(one.personId))
      problems.push({ field: `responsible.${index}.personId`, message: 'Choose a person of this board.' })
    return problems
  })
}

/** Which of the organisations have, or had, a seat at the board. */
export async function seatedAgencies(
  change: Change,
  boardId: string,
  organisationIds: readonly (string | null | undefined)[],
): Promise<Set<string>> {
  const asked = [...new Set(organisationIds.flatMap((id) => id ?? []))]
  const rows = await change.em.execute<{ organisation_id: string }[]>(
    'select distinct organisation_id from seat where board_id = ? and organisation_id = any(?::uuid[])',
    [boardId, `{${asked.join(',')}}`],
  )
  return new Set(rows.map((row) => row.organisation_id))
}

function evidenceText(evidence: readonly { text?: string | null; deadline?: string | null }[]): string {
  return evidence.map((item) => [item.text, item.deadline].filter(Boolean).join(' — ')).join('\n')
}

/** With the names of today, which the log keeps. */
async function withNames(
  change: Change,
  responsible: readonly (Pick<ActionResponsible, 'part'> &
    Partial<Pick<ActionResponsible, 'postTitle' | 'organisationId' | 'personId'>>)[],
): Promise<LoggedResponsible[]> {
  const ids = responsible.flatMap((one) => [one.organisationId ?? [], one.personId ?? []].flat())
  const rows = await change.em.execute<{ id: string; name: string }[]>(
    `select id, name from organisation where id = any(?::uuid[])
    union all select id, name from person where id = any(?::uuid[])`,
    [`{${ids.join(',')}}`, `{${ids.join(',')}}`],
  )
  const names = new Map(rows.map((row) => [row.id, row.name]))
  return responsible.map(({ part, postTitle, organisationId = null, personId = null }) => ({
    part,
    postTitle: postTitle || null,
    organisationId,
    organisation: names.get(organisationId ?? '') ?? null,
    personId,
    person: names.get(personId ?? '') ?? null,
  }))
}

function trimmed({ id = null, ...texts }: ActivityInput): ActivityInput {
  return {
    id,
    title: texts.title.trim(),
    lead: texts.lead.trim(),
    deadline: texts.deadline.trim(),
    status: texts.status.trim(),
    comments: texts.comments.trim(),
  }
}

function activitiesText(activities: readonly Partial<Record<keyof ActivityText, string | null>>[]): string {
  return activities
    .map(({ title, lead, deadline, status, comments }) =>
      [title, lead, deadline, status, comments].filter(Boolean).join(' — '),
    )
    .join('\n')
}

/** A step that stays keeps its id, by which updates name it. */
async function keepActivities(
  change: Change,
  place: ActionPlace,
  known: readonly Activity[],
  activities: readonly ActivityInput[],
): Promise<void> {
  const { em } = change
  const left = new Map(known.map((one) => [one.id, one]))
  const rows = activities.map((one, position) => {
    const stays = left.delete(one.id ?? '')
    return { stays, row: activityRow(place, stays && one.id ? one.id : newId(), one, position) }
  })
  await em.nativeDelete(Activity, { boardId: place.boardId, id: { $in: [...left.keys()] } })
  for (const { row } of rows.filter(({ stays }) => stays))
    await em.nativeUpdate(Activity, { boardId: row.boardId, id: row.id }, row)
  await em.insertMany(
    Activity,
    rows.filter(({ stays }) => !stays).map(({ row }) => row),
  )
}

export function activityRow(place: ActionPlace, id: string, activity: ActivityText, position: number) {
  return {
    ...place,
    id,
    position,
    title: activity.title.trim(),
    lead: activity.lead.trim() || null,
    deadline: activity.deadline.trim() || null,
    status: activity.status.trim() || null,
    comments: activity.comments.trim() || null,
  }
}

/** The fields of an action in the log, where those of what was brought in are called something else. */
const originNames: Record<string, string> = { evidence: 'expectedEvidence' }

/** What was brought in keeps its place, and it is known that its words were changed. */
async function markOrigins(
  change: Change,
  table: 'plan_action' | 'plan_area',
  id: string,
  edited: readonly string[],
): Promise<void> {
  const [row] = await change.em.execute<{ origins: Origin[] | null }[]>(
    `select origins from ${table} where id = ?`,
    [id],
  )
  if (!row?.origins) return
  const origins = originsAfterEdit(
    row.origins,
    edited.map((field) => originNames[field] ?? field),
  )
  await change.em.execute(`update ${table} set origins = ?::jsonb where id = ?`, [
    JSON.stringify(origins),
    id,
  ])
}

type Texts = Record<string, string>

/**
 * Reports what was edited, and returns the names of the fields.
 *
 * @param structured what the log keeps of a field instead of its words, before and after.
 */
function recordEdit(
  change: Change,
  boardId: string,
  recordType: string,
  recordId: string,
  before: Texts,
  after: Texts,
  structured: Record<string, readonly [unknown, unknown]> = {},
): string[] {
  const changed = Object.keys(after).filter((field) => before[field] !== after[field])
  const pick = (texts: Texts, side: 0 | 1): LogFields =>
    Object.fromEntries(changed.map((field) => [field, structured[field]?.[side] ?? texts[field] ?? '']))
  change.record({
    chainId: boardId,
    action: planPolicy.edit.name,
    recordType,
    recordId,
    before: pick(before, 0),
    after: pick(after, 1),
  })
  return changed
}

/** The day in the United Kingdom, as the database reckons it. */
export async function today(change: Change): Promise<string> {
  const [row] = await change.em.execute<{ today: string }[]>('select access.today()::text as today')
  if (!row) throw new Error('The database does not say what day it is.')
  return row.today
}
