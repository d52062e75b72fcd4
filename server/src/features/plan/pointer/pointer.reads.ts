import { todayInLondon } from '@boardwork/shared/board/dates.ts'
import { normal, pointersOf } from '@boardwork/shared/plan/honestStatus.ts'
import type { Pointer } from '@boardwork/shared/plan/honestStatus.ts'
import { periodState, reportedPeriods } from '@boardwork/shared/plan/reportingPeriod.ts'
import { statusOfActivity } from '@boardwork/shared/plan/updateState.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { judgedOfActions } from '../measure/measure.reads.ts'
import { milestonesOfActions } from '../milestone/milestone.reads.ts'
import { reportingOf } from '../period/period.reads.ts'
import type { Reporting } from '../period/period.reads.ts'
import { actionsById, wholeVisiblePlans } from '../plan.reads.ts'
import type { TreeAction, TreeResponsible } from '../planTree.ts'
import type { PointerAnswer } from './pointerAnswer.entity.ts'
import { placesOfActions } from '../update/update.reads.ts'
import type { Place } from '../update/update.reads.ts'

export type AnsweredPointer = Pointer & { answer: PointerAnswer | null }

/** What does not seem to fit about the actions, with what was answered. */
export async function pointersOfActions(
  context: RequestContext,
  actionIds: readonly string[],
): Promise<Map<string, AnsweredPointer[]>> {
  const actions = await context.loader(actionsById).loadMany(actionIds)
  const places = await context.loader(placesOfActions).loadMany(actionIds)
  const placeOf = new Map(places.flatMap((place) => (isRow(place) ? [[place.actionId, place]] : [])))
  const departed = new Set(
    (
      await context.rows<{ id: string }>(
        'select responsible_id as id from access.departed($1)',
        [actionIds],
        'departed',
      )
    ).map((row) => row.id),
  )
  const answers = await answersOf(context, actionIds)
  const pieces = await piecesOfEvidence(context, actionIds)
  const measures = await judgedOfActions(context, actionIds)
  const milestones = await milestonesOfActions(context, actionIds)
  const today = todayInLondon()
  const found = await Promise.all(
    actions.map(async (action) => {
      if (!isRow(action)) return []
      const place = placeOf.get(action.id)
      if (!place || place.adoptedOn === null) return []
      const pointers = pointersOf(
        {
          adoptedOn: place.adoptedOn,
          reference: action.reference,
          texts: textsOf(action),
          deadlines: action.expectedEvidence.flatMap((item) => item.deadline ?? []),
          evidence: pieces.get(action.id) ?? 0,
          activities: action.activities.map((one) => ({ ...one, status: statusOfActivity(one) })),
          measures: measures.get(action.id) ?? [],
          milestones: milestones.get(action.id) ?? [],
          updates: action.updates,
          missing: missingPeriods(action, place, await reportingOf(context, place.boardId), today),
          departed: action.responsible.filter((one) => departed.has(one.id)).map(ownerOf),
          references: await referencesOf(context, action.planId),
        },
        today,
      )
      const own = answers.get(action.id) ?? []
      const answered = pointers.map((pointer) => ({
        ...pointer,
        answer: own.find(({ kind, facts }) => kind === pointer.kind && facts === pointer.facts) ?? null,
      }))
      return [[action.id, answered] as const]
    }),
  )
  return new Map(found.flat())
}

/** The answers to pointers, the newest first. */
async function answersOf(
  context: RequestContext,
  actionIds: readonly string[],
): Promise<Map<string, PointerAnswer[]>> {
  const rows = await context.rows<PointerAnswer>(
    `select id, action_id as "actionId", kind, facts, reason, answered_at as "answeredAt",
      answered_by_name as "answeredByName"
    from pointer_answer where action_id = any($1::uuid[]) order by answered_at desc, id desc limit 20000`,
    [actionIds],
    'answers of actions',
  )
  return Map.groupBy(rows, (row) => row.actionId)
}

/** The references of the plan's areas and actions; null where the viewer does not see all of them. */
async function referencesOf(context: RequestContext, planId: string): Promise<Set<string> | null> {
  if (!(await context.loader(wholeVisiblePlans).load(planId))) return null
  return (await context.loader(referencesOfPlans).load(planId)) ?? null
}

async function referencesOfPlans(
  context: RequestContext,
  planIds: readonly string[],
): Promise<Map<string, Set<string>>> {
  const rows = await context.rows<{ planId: string; references: string[] }>(
    `select plan_id as "planId", array_agg(distinct reference) as references from (
      select plan_id, reference from plan_area where plan_id = any($1::uuid[])
      union select plan_id, reference from plan_action where plan_id = any($1::uuid[])) as named
    group by plan_id`,
    [planIds],
    'references of plans',
  )
  return new Map(rows.map((row) => [row.planId, new Set(row.references.map(normal))]))
}

function textsOf(action: TreeAction): string[] {
  const { title, outcome, progress, comments, expectedEvidence } = action
  const evidence = expectedEvidence.flatMap((item) => [item.text, item.deadline])
  return [title, outcome, progress, comments, ...evidence].flatMap((text) => text ?? [])
}

/** The closed and the overdue periods since the plan was adopted for which nothing was authorised. */
function missingPeriods(action: TreeAction, place: Place, reporting: Reporting, today: string): string[] {
  const reported = new Set(action.updates.map((update) => update.periodStartsOn))
  return reportedPeriods(reporting.calendars, place.adoptedOn ?? today, today)
    .filter((period) => {
      const state = periodState(period, reporting.closings.has(period.startsOn), today)
      return (state === 'CLOSED' || state === 'OVERDUE') && !reported.has(period.startsOn)
    })
    .map((period) => period.name)
}

function ownerOf(one: TreeResponsible): { key: string; name: string } {
  return {
    key: one.personId ?? one.organisationId ?? one.id,
    name: one.personName ?? one.organisationName ?? one.postTitle ?? 'Somebody',
  }
}

function isRow<Row>(row: Row | Error | undefined): row is Row {
  return row !== undefined && !(row instanceof Error)
}

/** How many pieces of evidence stand for each action. */
async function piecesOfEvidence(
  context: RequestContext,
  actionIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await context.rows<{ actionId: string; pieces: number }>(
    `select action_id as "actionId", count(*)::int as pieces from evidence
    where action_id = any($1::uuid[]) and withdrawn_at is null group by 1`,
    [actionIds],
    'pieces of evidence',
  )
  return new Map(rows.map((row) => [row.actionId, row.pieces]))
}
