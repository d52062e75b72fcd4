import { operation } from '../../access/operation.ts'
import type { Change } from '../../access/operation.ts'
import { Conflict, NotReady } from '../../access/refusals.ts'
import type { RequestContext } from '../../access/requestContext.ts'
import { Plan } from './plan.entity.ts'
import type { AdoptPlanInput } from './plan.inputs.ts'
import { planPolicy } from './plan.policy.ts'

const again = (change: Change, id: string) => change.find(Plan, { id })

/** The chair adopts a draft: from now on the members of the board see the plan. */
export function adoptPlan(context: RequestContext, input: AdoptPlanInput): Promise<Plan | Conflict | NotReady> {
  return operation(context, planPolicy.adopt, input.clientMutationId, again, async (change) => {
    const plan = await change.find(Plan, { id: input.planId })
    change.authorize(planPolicy.adopt, plan)
    await change.lock(plan)
    if (plan.state !== 'DRAFT') return new NotReady('This plan has been adopted already.')
    if (plan.version !== input.version) return new Conflict(plan.id, plan.version, [])
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
