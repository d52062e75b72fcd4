import { choiceOf, mergeIntoPlan } from '@boardwork/shared/plan/import/mergeIntoPlan.ts'
import type { DifferenceChoices, MergedPlan } from '@boardwork/shared/plan/import/mergeIntoPlan.ts'
import { planLimits } from '@boardwork/shared/plan/limits.ts'
import { originOf } from '@boardwork/shared/plan/import/origin.ts'
import type { DifferenceItem } from '@boardwork/shared/plan/import/planDifference.ts'
import { beforeImport } from '@boardwork/shared/plan/import/savedImport.ts'
import type { BeforeImport, ImportCounts } from '@boardwork/shared/plan/import/savedImport.ts'
import { newId } from '../../../db/newId.ts'
import { operation } from '../../../access/operation.ts'
import type { Change } from '../../../access/operation.ts'
import { Conflict, InvalidInput, NotReady } from '../../../access/refusals.ts'
import type { ConflictField } from '../../../access/refusals.ts'
import { rowsOf } from '../../../access/readRows.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import type { ChooseDifferencesInput, MergePlanInput } from './difference.inputs.ts'
import { comparePlan, seenOf } from './difference.reads.ts'
import {
  importAgain,
  insertUpdates,
  leftOf,
  markSaved,
  notInPreview,
  problemsOf,
} from './import.operations.ts'
import { holdPlan, layoutOf, readOrigins, setLayout, writePlan } from './import.write.ts'
import { Plan } from '../plan.entity.ts'
import { planPolicy } from '../plan.policy.ts'
import { PlanImport } from './planImport.entity.ts'
import { readPlanStanding, readStanding } from '../planNow.reads.ts'

const mostChoices = 20_000
const longestKey = 100

/** Keeps what somebody chose of the differences, so that it is there again on another day or another device. */
export function chooseDifferences(
  context: RequestContext,
  input: ChooseDifferencesInput,
): Promise<PlanImport | InvalidInput | Conflict | NotReady> {
  return operation(context, planPolicy.import, input.clientMutationId, importAgain, async (change) => {
    const started = await change.find(PlanImport, { id: input.importId })
    change.authorize(planPolicy.import, started)
    await change.lock(started)
    const late = await notInPreview(change, started)
    if (late) return late
    if (started.version !== input.version) return new Conflict(started.id, started.version, [])
    await change.em.populate(started, ['choices'])
    const choices: DifferenceChoices = {
      ...started.choices,
      ...Object.fromEntries(input.choices.map(({ key, choice }) => [key, choice])),
    }
    if (Object.keys(choices).length > mostChoices || input.choices.some(({ key }) => key.length > longestKey))
      return InvalidInput.of('choices', 'These are more choices than a plan can have.')
    started.choices = choices
    started.changedAt = new Date()
    change.record({
      chainId: started.boardId,
      action: 'plan.chooseDifferences',
      recordType: 'PlanImport',
      recordId: started.id,
      after: { choices: input.choices.length },
    })
    return started
  })
}

/** Brings what was chosen of a later version of a document in to its plan, whole or not at all. */
export function mergePlan(
  context: RequestContext,
  input: MergePlanInput,
): Promise<Plan | InvalidInput | Conflict | NotReady> {
  const again = (change: Change, id: string) => change.find(Plan, { id })
  return operation(context, planPolicy.edit, input.clientMutationId, again, async (change) => {
    const started = await change.find(PlanImport, { id: input.importId })
    change.authorize(planPolicy.import, started)
    await change.lock(started)
    const late = await notInPreview(change, started)
    if (late) return late
    if (!started.intoPlanId)
      return new NotReady('This document becomes a plan of its own. Look through it and save it.')
    const plan = await change.find(Plan, { id: started.intoPlanId })
    change.authorize(planPolicy.edit, plan)
    await holdPlan(change, plan)
    if (started.version !== input.version) return new Conflict(started.id, started.version, [])
    const problems = await problemsOf(change, started)
    if (problems.length > 0) return new InvalidInput(problems)

    await change.em.populate(started, ['choices'])
    const compared = await comparePlan(rowsOf(change), plan, started.draft)
    const { items, known } = compared.difference
    const unseen = unseenOf(items, input)
    if (unseen.length > 0) return new Conflict(started.id, started.version, unseen)
    const merged = mergeIntoPlan(compared.input, compared.difference, started.choices)
    const tooLarge = tooLargeFor(merged)
    if (tooLarge) return tooLarge

    const newIds = new Map(
      merged.areas
        .flatMap((area) => [area, ...area.actions])
        .filter(({ isNew }) => isNew)
        .map(({ key }) => [key, newId()]),
    )
    const target = withIds(merged, newIds)
    const stood = await readStanding(rowsOf(change), plan.id)
    const originsBefore = await readOrigins(change, plan)
    const before: BeforeImport = {
      ...beforeImport(compared.plan, compared.positions, target),
      layout: await layoutOf(change, plan),
      origins: {},
      versions: { [plan.id]: plan.version },
    }
    for (const id of [...Object.keys(before.areas), ...Object.keys(before.actions)]) {
      before.versions[id] = stood.get(id)?.version ?? 1
      const origins = originsBefore.get(id)
      if (origins) before.origins[id] = origins
    }
    const counts = countsOf(items, started.choices, target)
    change.record({
      chainId: plan.boardId,
      action: 'plan.merge',
      recordType: 'Plan',
      recordId: plan.id,
      before: before.title === undefined ? {} : { title: before.title },
      after: {
        ...(before.title === undefined ? {} : { title: target.title }),
        importId: started.id,
        fileName: started.fileName,
        ...counts,
      },
    })
    const given = new Map(
      started.draft.areas
        .flatMap((area) => [area, ...area.actions])
        .map((item) => [newIds.get(item.key) ?? known.get(item.key) ?? item.key, item]),
    )
    const now = new Date()
    await writePlan(change, plan, compared, target, 'plan.merge', {
      versions: {},
      originsOf: (id, fields) => {
        const item = given.get(id)
        return item && [...(originsBefore.get(id) ?? []), originOf(started.id, now, item, fields)]
      },
    })
    // From now on the plan goes out in the columns and headings of this document.
    await setLayout(change, plan, { headers: started.headers, style: started.style })
    await insertUpdates(
      change,
      started,
      target.areas.flatMap((area) =>
        area.actions.map(({ key, updates }) => ({
          place: { boardId: plan.boardId, planId: plan.id, areaId: area.key, actionId: key },
          updates,
        })),
      ),
    )
    const reported = target.areas.flatMap((area) => area.actions.filter(({ updates }) => updates.length > 0))
    const touched = new Set([
      ...before.made,
      ...Object.keys(before.areas),
      ...Object.keys(before.actions),
      ...reported.map(({ key }) => key),
    ])
    const standing = await readStanding(rowsOf(change), plan.id)
    markSaved(change, started, plan, {
      ids: Object.fromEntries([...known, ...newIds].filter(([, id]) => standing.has(id))),
      counts,
      plan: await readPlanStanding(rowsOf(change), plan),
      left: leftOf(new Map([...standing].filter(([id]) => touched.has(id)))),
      before,
    })
    return plan
  })
}

/** What differs otherwise than it was seen: the plan beside the document. */
function unseenOf(items: readonly DifferenceItem[], input: MergePlanInput): ConflictField[] {
  const seen = new Map(input.seen.map(({ key, seen: text }) => [key, text]))
  const changed = items.filter((item) => seen.get(item.key) !== seenOf(item))
  const now = new Set(items.map(({ key }) => key))
  return [
    ...changed.flatMap((item) =>
      item.rows.map((row) => ({ field: row.key, theirs: row.plan, yours: row.document })),
    ),
    // What differed then and does not now.
    ...input.seen
      .filter(({ key }) => !now.has(key))
      .map(({ key }) => ({ field: key, theirs: '', yours: '' })),
  ]
}

function tooLargeFor({ areas }: MergedPlan): InvalidInput | null {
  const actions = areas.reduce((sum, area) => sum + area.actions.length, 0)
  if (areas.length <= planLimits.areas && actions <= planLimits.actions) return null
  return InvalidInput.of(
    'areas',
    `With this the plan would have ${areas.length} areas and ${actions} actions. A plan can have up to ${planLimits.areas} areas and ${planLimits.actions} actions: keep some out.`,
  )
}

function withIds(merged: MergedPlan, newIds: ReadonlyMap<string, string>): MergedPlan {
  const idOf = (key: string): string => newIds.get(key) ?? key
  return {
    ...merged,
    title: merged.title.trim(),
    areas: merged.areas.map((area) => ({
      ...area,
      key: idOf(area.key),
      actions: area.actions.map((action) => ({ ...action, key: idOf(action.key) })),
    })),
  }
}

function countsOf(
  items: readonly DifferenceItem[],
  choices: DifferenceChoices,
  target: MergedPlan,
): ImportCounts {
  const isUpdate = (key: string): boolean => key.includes('/update/')
  const taken = items.filter((item) =>
    item.rows.some((row) => !isUpdate(row.key) && choiceOf(row, choices) === 'TAKE'),
  )
  const count = (kind: DifferenceItem['kind']): number => taken.filter((item) => item.kind === kind).length
  return {
    added: target.areas.flatMap((area) => [area, ...area.actions]).filter(({ isNew }) => isNew).length,
    changed: count('CHANGED'),
    moved: count('MOVED'),
    gone: count('GONE'),
    updates: target.areas.reduce(
      (sum, area) => sum + area.actions.reduce((each, { updates }) => each + updates.length, 0),
      0,
    ),
  }
}
