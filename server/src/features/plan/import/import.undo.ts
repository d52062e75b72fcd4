import { onceLaterUndone, planBefore } from '@boardwork/shared/plan/import/savedImport.ts'
import type { BeforeImport } from '@boardwork/shared/plan/import/savedImport.ts'
import { operation } from '../../../access/operation.ts'
import type { Change } from '../../../access/operation.ts'
import { Conflict, NotReady } from '../../../access/refusals.ts'
import { rowsOf } from '../../../access/readRows.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { builtOnImport } from './difference.reads.ts'
import { holdPlan, setLayout, writePlan } from './import.write.ts'
import { importAgain } from './import.operations.ts'
import { Plan } from '../plan.entity.ts'
import type { ImportInput } from '../plan.inputs.ts'
import { planPolicy } from '../plan.policy.ts'
import { PlanImport } from './planImport.entity.ts'
import { readPlanNow, readStanding } from '../planNow.reads.ts'
import { ProgressUpdate } from '../update/progressUpdate.entity.ts'

/** Takes back what an import changed, as long as nobody has built on it. What was mended in it is there again. */
export function undoImport(
  context: RequestContext,
  input: ImportInput,
): Promise<PlanImport | Conflict | NotReady> {
  return operation(context, planPolicy.edit, input.clientMutationId, importAgain, async (change) => {
    const started = await change.find(PlanImport, { id: input.importId })
    change.authorize(planPolicy.import, started)
    await change.lock(started)
    if (started.state !== 'SAVED' || !started.planId)
      return new NotReady('This import is not part of a plan, so there is nothing to undo.')
    const plan = await change.find(Plan, { id: started.planId })
    change.authorize(planPolicy.edit, plan)
    await holdPlan(change, plan)
    if (started.version !== input.version) return new Conflict(started.id, started.version, [])
    const rows = rowsOf(change)
    const built = await builtOnImport(rows, started, plan)
    await change.em.populate(started, ['saved'])
    const { saved } = started
    if (built.length > 0 || !saved)
      return new NotReady(`This import cannot be undone any more. ${built.join(' ')}`)

    change.record({
      chainId: plan.boardId,
      action: 'plan.undoImport',
      recordType: 'Plan',
      recordId: plan.id,
      before: { title: plan.title },
      after: { title: saved.before ? (saved.before.title ?? plan.title) : null, fileName: started.fileName },
    })
    if (saved.before) {
      await change.em.nativeDelete(ProgressUpdate, { boardId: plan.boardId, importId: started.id })
      const placed = await readPlanNow(rows, plan.id, plan.title)
      const target = planBefore(placed.plan, placed.positions, saved.before)
      await writePlan(change, plan, placed, target, 'plan.undoImport', {
        versions: saved.before.versions,
        originsOf: (id) => saved.before?.origins[id],
      })
      await setLayout(change, plan, saved.before.layout)
      await renewVersions(change, plan, started, saved.before)
    } else {
      await change.em.nativeDelete(Plan, { boardId: plan.boardId, id: plan.id })
    }
    started.state = 'PREVIEW'
    started.planId = null
    started.saved = null
    started.savedAt = null
    started.savedByName = null
    started.changedAt = new Date()
    return started
  })
}

/** The import before this one can still be undone, where nobody has built on it. */
async function renewVersions(
  change: Change,
  plan: Plan,
  undone: PlanImport,
  before: BeforeImport,
): Promise<void> {
  const [earlier] = await change.em.find(
    PlanImport,
    { boardId: plan.boardId, planId: plan.id, state: 'SAVED', id: { $ne: undone.id } },
    { orderBy: { savedAt: 'desc', id: 'desc' }, limit: 1, populate: ['saved'] },
  )
  if (!earlier?.saved) return
  const standing = await readStanding(rowsOf(change), plan.id)
  const versions = new Map([...standing].map(([id, { version }]) => [id, version]))
  earlier.saved = onceLaterUndone(earlier.saved, plan.id, before, versions.set(plan.id, plan.version))
}
