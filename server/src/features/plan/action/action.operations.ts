import { planLimits } from '@boardwork/shared/plan/limits.ts'
import { checkAction } from '@boardwork/shared/plan/planRules.ts'
import type { Change } from '../../../access/operation.ts'
import { InvalidInput, NotReady } from '../../../access/refusals.ts'
import { newId } from '../../../db/newId.ts'
import { ActionResponsible } from './actionResponsible.entity.ts'
import { ExpectedEvidence } from './expectedEvidence.entity.ts'
import { Plan } from '../plan.entity.ts'
import { evidenceRows, responsibleRows, seatedAgencies } from '../plan.operations.ts'
import { planPolicy } from '../plan.policy.ts'
import { PlanAction } from './planAction.entity.ts'
import { PlanArea } from '../area/planArea.entity.ts'

/** A new action, before it stands anywhere. */
export interface NewAction {
  title: string
  organisationId: string | null
  postTitle: string
  /** In the words of the plan; may be empty. */
  deadline: string
}

/** Adds an action at the end of an area of a plan of the board, inside an operation; the number is given later by hand. */
export async function addActionTo(
  change: Change,
  boardId: string,
  areaId: string,
  { title, organisationId, postTitle, deadline }: NewAction,
): Promise<PlanAction | InvalidInput | NotReady> {
  const area = await change.find(PlanArea, { boardId, id: areaId })
  change.authorize(planPolicy.edit, area)
  const { planId } = area
  // Its actions are counted and put in order by one at a time.
  await change.lock(await change.find(Plan, { boardId, id: planId }))
  const evidence = deadline === '' ? [] : [{ text: '', deadline }]
  const seated = await seatedAgencies(change, boardId, [organisationId])
  // An agency without a seat here is named by nobody's id: it has no part in the board's plans.
  const responsible = [
    {
      part: 'RESPONSIBLE' as const,
      postTitle,
      organisationId: organisationId !== null && seated.has(organisationId) ? organisationId : null,
      personId: null,
    },
  ].filter((one) => one.postTitle !== '' || one.organisationId !== null)
  const problems = checkAction({ reference: '', title, outcome: '', evidence, responsible, activities: null })
  if (problems.length > 0) return new InvalidInput(problems)
  if ((await change.em.count(PlanAction, { boardId, planId })) >= planLimits.actions)
    return new NotReady(
      `This plan has ${planLimits.actions.toLocaleString('en-GB')} actions, which is all that it can have.`,
    )
  const [last] = await change.em.find(
    PlanAction,
    { boardId, planId, areaId },
    { orderBy: { position: 'desc' }, limit: 1 },
  )
  const action = {
    boardId,
    id: newId(),
    planId,
    areaId,
    position: (last?.position ?? 0) + 1,
    reference: '',
    title,
    version: 1,
  }
  await change.em.insert(PlanAction, action)
  const place = { boardId, planId, areaId, actionId: action.id }
  await change.em.insertMany(ExpectedEvidence, evidenceRows(place, evidence))
  await change.em.insertMany(ActionResponsible, responsibleRows(place, responsible))
  change.record({
    chainId: boardId,
    action: planPolicy.edit.name,
    recordType: 'PlanAction',
    recordId: action.id,
    after: { added: title, areaId },
  })
  return action
}
