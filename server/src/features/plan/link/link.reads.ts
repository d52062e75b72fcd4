import { normal } from '@boardwork/shared/plan/honestStatus.ts'
import { seeAlsoIn } from '@boardwork/shared/plan/seeAlso.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import type { ActionLink } from './link.results.ts'
import { actionsById } from '../plan.reads.ts'
import type { TreeAction, TreeUpdate } from '../planTree.ts'

/** An action with all its texts, as far as it exists for the viewer. */
interface ActionTexts extends ActionLink {
  planId: string
  texts: string
}

/** The actions of plans that have a number of their own there: two with one number are not told apart by it. */
async function numberedActions(
  context: RequestContext,
  planIds: readonly string[],
): Promise<Map<string, Map<string, ActionLink>>> {
  const rows = await context.rows<ActionLink & { planId: string }>(
    `select plan_id as "planId", id, reference, title from plan_action
    where plan_id = any($1::uuid[]) and reference <> '' order by position limit 20000`,
    [planIds],
    'numbered actions',
  )
  const plans = Map.groupBy(rows, (row) => row.planId)
  return new Map(
    [...plans].map(([planId, actions]) => {
      const byNumber = Map.groupBy(actions, ({ reference }) => normal(reference))
      return [
        planId,
        new Map(
          [...byNumber].flatMap(([number, [one, ...more]]) =>
            one && more.length === 0 ? [[number, one]] : [],
          ),
        ),
      ]
    }),
  )
}

/** The actions of the plan to which the texts refer, as far as they exist for the viewer. */
async function linksIn(
  context: RequestContext,
  planId: string,
  texts: readonly (string | null | undefined)[],
): Promise<ActionLink[]> {
  const references = new Set(texts.flatMap((text) => seeAlsoIn(text ?? '')).map(normal))
  if (references.size === 0) return []
  const numbered = await context.loader(numberedActions).load(planId)
  return [...references].flatMap((reference) => numbered?.get(reference) ?? [])
}

/** The actions to which an action refers anywhere in what the plan says of it. */
export function linksOfAction(context: RequestContext, action: TreeAction): Promise<ActionLink[]> {
  const { title, outcome, progress, comments, expectedEvidence, activities, updates } = action
  return linksIn(context, action.planId, [
    title,
    outcome,
    progress,
    comments,
    ...expectedEvidence.flatMap((item) => [item.text, item.deadline]),
    ...activities.flatMap((one) => [one.title, one.comments, one.latestNote?.comments]),
    ...updates.flatMap(textsOfUpdate),
  ])
}

/** The actions to which an update refers. */
export async function linksOfUpdate(context: RequestContext, update: TreeUpdate): Promise<ActionLink[]> {
  const action = await context.loader(actionsById).load(update.actionId)
  return action ? linksIn(context, action.planId, textsOfUpdate(update)) : []
}

const textsOfUpdate = ({ narrative, issues, correctiveActions, activityNotes }: TreeUpdate) => [
  narrative,
  issues,
  correctiveActions,
  ...(activityNotes ?? []).map(({ comments }) => comments),
]

/** By plan and number: the actions that refer to it, as far as they exist for the viewer. */
async function referrersInPlans(
  context: RequestContext,
  planIds: readonly string[],
): Promise<Map<string, Map<string, ActionLink[]>>> {
  const rows = await context.rows<ActionTexts>(
    `select a.plan_id as "planId", a.id, a.reference, a.title,
      concat_ws(E'\\n', a.title, a.outcome, a.progress, a.comments,
        (select string_agg(concat_ws(E'\\n', e.text, e.deadline), E'\\n') from expected_evidence e
          where e.board_id = a.board_id and e.action_id = a.id),
        (select string_agg(concat_ws(E'\\n', s.title, s.comments), E'\\n') from activity s
          where s.board_id = a.board_id and s.action_id = a.id)) as texts
    from plan_action a join plan_area area on area.board_id = a.board_id and area.id = a.area_id
    where a.plan_id = any($1::uuid[]) order by area.position, a.position limit 5000`,
    [planIds],
    'texts of plans',
  )
  const plans = new Map<string, Map<string, ActionLink[]>>()
  for (const { planId, texts, ...action } of rows) {
    const referrers = plans.get(planId) ?? new Map<string, ActionLink[]>()
    plans.set(planId, referrers)
    const references = new Set(texts.split('\n').flatMap(seeAlsoIn).map(normal))
    for (const reference of references)
      referrers.set(reference, [...(referrers.get(reference) ?? []), action])
  }
  return plans
}

/** The other actions of its plan that refer to an action by its number. */
export async function referrersOfAction(context: RequestContext, action: TreeAction): Promise<ActionLink[]> {
  const number = normal(action.reference)
  if (number === '') return []
  const numbered = await context.loader(numberedActions).load(action.planId)
  if (numbered?.get(number)?.id !== action.id) return []
  const referrers = await context.loader(referrersInPlans).load(action.planId)
  return (referrers?.get(number) ?? []).filter(({ id }) => id !== action.id).slice(0, 100)
}
