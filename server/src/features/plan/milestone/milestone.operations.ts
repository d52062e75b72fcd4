import { todayInLondon } from '@boardwork/shared/board/dates.ts'
import {
  checkMilestone,
  checkOutcome,
  milestoneLimits,
  reviewsAfter,
} from '@boardwork/shared/plan/milestone.ts'
import type { MilestoneKind } from '@boardwork/shared/plan/milestone.ts'
import { different } from '../../../access/different.ts'
import { operation } from '../../../access/operation.ts'
import type { Change } from '../../../access/operation.ts'
import { Conflict, InvalidInput, NotReady } from '../../../access/refusals.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { newId } from '../../../db/newId.ts'
import { isResponsible } from '../evidence/evidence.operations.ts'
import { Milestone } from './milestone.entity.ts'
import type {
  AddReviewsInput,
  CompleteMilestoneInput,
  RemoveMilestoneInput,
  SaveMilestoneInput,
} from './milestone.inputs.ts'
import { Plan } from '../plan.entity.ts'
import { today } from '../plan.operations.ts'
import { milestonePolicy } from '../plan.policy.ts'
import { PlanAction } from '../action/planAction.entity.ts'

const again = (change: Change, id: string) => change.find(Milestone, { id })

/** A coordinator sets a milestone, or changes the words and the day of a milestone or review. */
export function saveMilestone(
  context: RequestContext,
  input: SaveMilestoneInput,
): Promise<Milestone | InvalidInput | Conflict | NotReady> {
  const line = milestonePolicy.set
  return operation(context, line, input.clientMutationId, again, async (change) => {
    const plan = await change.find(Plan, { id: input.planId })
    change.authorize(line, plan)
    const known = input.milestoneId ? await findOf(change, input.milestoneId, plan) : null
    if (known) await change.lock(known)
    else await change.lock(plan)
    if (known?.removedAt)
      return new NotReady('This was taken out of the plan. Add it again to go on with it.')
    const before = known ? wordsOf(known) : {}
    const after = { title: input.title.trim(), dueOn: input.dueOn }
    if ((known?.version ?? 0) !== input.version)
      return new Conflict(known?.id ?? plan.id, known?.version ?? 0, different(before, after))
    const problems = checkMilestone(after)
    if (problems.length > 0) return new InvalidInput(problems)
    if (!known && (await isFull(change, plan, 1))) return new NotReady(full)
    const milestone = known
      ? change.em.assign(known, after)
      : { ...(await newRow(change, plan, input.actionId, 'MILESTONE')), ...after }
    if (known) await change.em.flush()
    else await change.em.insert(Milestone, milestone)
    record(change, line.name, milestone, before, after)
    return milestone
  })
}

/** A coordinator sets the reviews of a plan or of an action with one press. */
export function addReviews(
  context: RequestContext,
  input: AddReviewsInput,
): Promise<Milestone | InvalidInput | NotReady> {
  const line = milestonePolicy.set
  return operation(context, line, input.clientMutationId, again, async (change) => {
    const plan = await change.find(Plan, { id: input.planId })
    change.authorize(line, plan)
    await change.lock(plan)
    const startsOn = input.startsOn ?? (plan.adoptedAt ? todayInLondon(plan.adoptedAt) : null)
    if (startsOn === null)
      return InvalidInput.of('startsOn', 'This plan has not been adopted. Enter the day from which to count.')
    const known = await change.em.find(Milestone, {
      boardId: plan.boardId,
      planId: plan.id,
      actionId: input.actionId ?? null,
      kind: 'REVIEW',
      removedAt: null,
    })
    const wanted = reviewsAfter(startsOn)
    if (wanted.some(({ title, dueOn }) => known.some((one) => one.title === title && one.dueOn === dueOn)))
      return new NotReady('These reviews are there already. Change their days, or count from another day.')
    if (await isFull(change, plan, wanted.length)) return new NotReady(full)
    const row = await newRow(change, plan, input.actionId, 'REVIEW')
    const reviews = wanted.map((review) => ({ ...row, id: newId(), ...review }))
    await change.em.insertMany(Milestone, reviews)
    for (const review of reviews) record(change, line.name, review, {}, wordsOf(review))
    const [first] = reviews
    if (!first) throw new Error('There are no reviews to set.')
    return first
  })
}

/** A coordinator takes a milestone or review out of the plan that nobody has said is done. */
export function removeMilestone(
  context: RequestContext,
  { milestoneId, version, clientMutationId }: RemoveMilestoneInput,
): Promise<Milestone | Conflict | NotReady> {
  const line = milestonePolicy.set
  return operation(context, line, clientMutationId, again, async (change) => {
    const milestone = await change.find(Milestone, { id: milestoneId })
    change.authorize(line, { boardId: milestone.boardId })
    await change.lock(milestone)
    if (milestone.removedAt) return new NotReady('This was taken out of the plan already.')
    if (milestone.version !== version) return new Conflict(milestone.id, milestone.version, [])
    if (milestone.doneOn)
      return new NotReady('This is done, and stays in the plan. Say first that it is not done after all.')
    milestone.removedAt = new Date()
    record(change, line.name, milestone, { removedAt: null }, { removedAt: milestone.removedAt })
    return milestone
  })
}

/** Whoever is responsible says that a milestone is there; the board's officers say what a review found. */
export function completeMilestone(
  context: RequestContext,
  input: CompleteMilestoneInput,
): Promise<Milestone | InvalidInput | Conflict | NotReady> {
  const line = milestonePolicy.complete
  return operation(context, line, input.clientMutationId, again, async (change) => {
    const milestone = await change.find(Milestone, { id: input.milestoneId })
    const { boardId, actionId, kind } = milestone
    change.authorize(line, {
      boardId,
      kind,
      responsible: actionId ? await isResponsible(change, actionId) : false,
    })
    await change.lock(milestone)
    if (milestone.removedAt) return new NotReady('This was taken out of the plan.')
    const doneOn = input.doneOn ?? null
    const review = kind === 'REVIEW' && doneOn !== null
    const said = {
      doneOn,
      outcome: doneOn === null ? '' : input.outcome.trim(),
      decision: review ? input.decision.trim() : '',
      reviewedBy: review ? input.reviewedBy.trim() : '',
    }
    const texts = { ...said, doneOn: doneOn ?? '' }
    const before = outcomeOf(milestone)
    if (milestone.version !== input.version)
      return new Conflict(milestone.id, milestone.version, different(before, texts))
    const problems = doneOn === null ? [] : checkOutcome(kind, said, await today(change))
    if (problems.length > 0) return new InvalidInput(problems)
    change.em.assign(milestone, {
      doneOn,
      outcome: said.outcome || null,
      decision: said.decision || null,
      reviewedBy: said.reviewedBy || null,
      recordedByName: doneOn === null ? null : change.viewer.name,
      recordedAt: doneOn === null ? null : new Date(),
    })
    await change.em.flush()
    record(change, line.name, milestone, before, texts)
    return milestone
  })
}

async function findOf(change: Change, id: string, { boardId, id: planId }: Plan): Promise<Milestone> {
  return change.find(Milestone, { id, boardId, planId })
}

/** A new one, of the plan or of one of its actions. */
async function newRow(
  change: Change,
  plan: Plan,
  actionId: string | null | undefined,
  kind: MilestoneKind,
): Promise<Omit<Milestone, 'title' | 'dueOn'>> {
  const { boardId, id: planId } = plan
  const action = actionId ? await change.find(PlanAction, { id: actionId, boardId, planId }) : null
  return {
    boardId,
    id: newId(),
    planId,
    areaId: action?.areaId ?? null,
    actionId: action?.id ?? null,
    kind,
    version: 1,
  }
}

const full = `This plan has ${milestoneLimits.ofPlan.toLocaleString('en-GB')} milestones and reviews, which is all that it can have.`

async function isFull(change: Change, { boardId, id: planId }: Plan, more: number): Promise<boolean> {
  return (
    (await change.em.count(Milestone, { boardId, planId, removedAt: null })) + more > milestoneLimits.ofPlan
  )
}

function wordsOf({ title, dueOn }: Pick<Milestone, 'title' | 'dueOn'>) {
  return { title, dueOn }
}

function outcomeOf(milestone: Milestone) {
  const { doneOn, outcome, decision, reviewedBy } = milestone
  return {
    doneOn: doneOn ?? '',
    outcome: outcome ?? '',
    decision: decision ?? '',
    reviewedBy: reviewedBy ?? '',
  }
}

/** For the log: what it is, and which of its fields changed. */
function record(
  change: Change,
  action: string,
  milestone: Pick<Milestone, 'boardId' | 'id' | 'planId' | 'actionId' | 'kind' | 'title'>,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): void {
  const { boardId, id, planId, actionId, kind, title } = milestone
  const changed = Object.keys(after).filter((field) => before[field] !== after[field])
  const pick = (of: Record<string, unknown>) =>
    Object.fromEntries(changed.filter((field) => field in of).map((field) => [field, of[field]]))
  change.record({
    chainId: boardId,
    action,
    recordType: 'Milestone',
    recordId: id,
    before: pick(before),
    after: { kind, title, planId, ...(actionId && { actionId }), ...pick(after) },
  })
}
