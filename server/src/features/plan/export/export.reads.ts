import { noLayout } from '@boardwork/shared/plan/documentStyle.ts'
import type { DocumentLayout } from '@boardwork/shared/plan/documentStyle.ts'
import type { LayoutPlan } from '@boardwork/shared/plan/export/layoutPlan.ts'
import { publishedPlan } from '@boardwork/shared/plan/export/publication.ts'
import type { PublishedPlan } from '@boardwork/shared/plan/export/publication.ts'
import { may } from '../../../access/policy.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { planPolicy } from '../plan.policy.ts'
import { boardNames, everything, readPlanTree, wholeVisiblePlans } from '../plan.reads.ts'
import type { TreeArea } from '../planTree.ts'

/** A plan that is taken out, or one agency's part of it, as far as it is visible to the viewer. */
export interface PlanToTakeOut {
  plan: LayoutPlan
  layout: DocumentLayout
}

/** Null where there is no such plan for the viewer, or no action in it for which the agency is responsible. */
export async function readPlanToTakeOut(
  context: RequestContext,
  id: string,
  agencyId: string | null,
): Promise<PlanToTakeOut | null> {
  const plan = isId(id) ? await readPlanTree(context, id, everything) : null
  if (!plan) return null
  const part = agencyId === null ? null : partOfAgency(plan.areas, agencyId)
  if (part?.areas.length === 0) return null
  const [row] = await context.rows<{ layout: DocumentLayout | null }>(
    'select layout from plan where id = $1',
    [id],
  )
  return {
    plan: {
      title: part ? `${plan.title} – ${part.name}` : plan.title,
      areas: part?.areas ?? plan.areas,
    },
    layout: row?.layout ?? noLayout,
  }
}

/** The actions for which an agency is responsible, with their areas. */
function partOfAgency(areas: TreeArea[], agencyId: string): { name: string; areas: TreeArea[] } {
  let name = 'one agency'
  const own = areas.map((area) => ({
    ...area,
    actions: area.actions.filter(({ responsible }) => {
      const found = responsible.find((one) => one.organisationId === agencyId)
      name = found?.organisationName ?? name
      return found !== undefined
    }),
  }))
  return { name, areas: own.filter(({ actions }) => actions.length > 0) }
}

/** The page of an adopted plan for the public; null where there is none that the viewer may take out. */
export async function readPublication(
  context: RequestContext,
  id: string,
): Promise<{ published: PublishedPlan; mayPublish: boolean } | null> {
  const plan = isId(id) ? await readPlanTree(context, id, everything) : null
  if (plan?.state !== 'ADOPTED' || !(await context.loader(wholeVisiblePlans).load(id))) return null
  const boardName = (await context.loader(boardNames).load(plan.boardId)) ?? ''
  return {
    published: publishedPlan({ ...plan, boardName }),
    mayPublish: may(await context.viewer(), planPolicy.publish, plan),
  }
}

/** Anything else would be an error of the database, and is the address of nothing. */
const isId = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
