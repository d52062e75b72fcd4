import type { DocumentLayout } from '@boardwork/shared/plan/documentStyle.ts'
import type { MergedAction, MergedPlan } from '@boardwork/shared/plan/import/mergeIntoPlan.ts'
import type { Origin } from '@boardwork/shared/plan/import/origin.ts'
import { areaFieldNames } from '@boardwork/shared/plan/import/planDifference.ts'
import { saysTheSame, textFor } from '@boardwork/shared/plan/planNow.ts'
import type { ActionNow, ActionText, ActionTextField } from '@boardwork/shared/plan/planNow.ts'
import { changedFields } from '@boardwork/shared/plan/import/savedImport.ts'
import { newId } from '../../../db/newId.ts'
import type { Change } from '../../../access/operation.ts'
import { ActionResponsible } from '../action/actionResponsible.entity.ts'
import { Activity } from '../action/activity.entity.ts'
import { ExpectedEvidence } from '../action/expectedEvidence.entity.ts'
import {
  filledEvidenceRows,
  filledResponsibleRows,
  insertActions,
  insertAll,
  insertAreas,
} from './import.operations.ts'
import { holdPeriods } from '../period/period.operations.ts'
import { Plan } from '../plan.entity.ts'
import { activityRow } from '../plan.operations.ts'
import type { ActionPlace } from '../plan.operations.ts'
import { PlanAction } from '../action/planAction.entity.ts'
import { PlanArea } from '../area/planArea.entity.ts'
import type { PlacedPlan } from '../planNow.reads.ts'

// How a plan is made what a merge, or its undoing, says: held, and written row by row.

/** Where the areas and actions of the plan come from, by id. */
export async function readOrigins(change: Change, plan: Plan): Promise<Map<string, Origin[]>> {
  const rows = await change.em.execute<{ id: string; origins: Origin[] | null }[]>(
    `select id, origins from plan_area where plan_id = ?
    union all select id, origins from plan_action where plan_id = ?`,
    [plan.id, plan.id],
  )
  return new Map(rows.flatMap(({ id, origins }) => (origins ? [[id, origins] as const] : [])))
}

export async function layoutOf(change: Change, plan: Plan): Promise<DocumentLayout | null> {
  await change.em.populate(plan, ['layout'])
  return plan.layout ?? null
}

/** Not through the plan itself, which keeps its version: nothing that anybody wrote was changed. */
export async function setLayout(change: Change, plan: Plan, layout: DocumentLayout | null): Promise<void> {
  await change.em.execute('update plan set layout = ?::jsonb where board_id = ? and id = ?', [
    layout === null ? null : JSON.stringify(layout),
    plan.boardId,
    plan.id,
  ])
}

/** Nobody else changes the plan, or reports on it, until the transaction ends. */
export async function holdPlan(change: Change, plan: Plan): Promise<void> {
  // Before the rows, as those do who write an update.
  await holdPeriods(change, plan.boardId, 'ALONE')
  await change.lock(plan)
  await change.em.execute('select id from plan_area where plan_id = ? order by id for update', [plan.id])
  await change.em.execute('select id from plan_action where plan_id = ? order by id for update', [plan.id])
}

/** What is known of rows besides their words. */
interface RowsBeside {
  /** The versions of rows that were removed once and come back: nobody's page of then may pass for one of now. */
  versions: Readonly<Record<string, number>>
  /** Where a new row, or the given fields of a changed one, come from; undefined leaves what is known. */
  originsOf: (id: string, fields?: readonly string[]) => Origin[] | undefined
}

/** Makes a plan what `target` says, row by row, and writes into the log what became of each of them. */
export async function writePlan(
  change: Change,
  plan: Plan,
  { plan: now, positions }: PlacedPlan,
  target: MergedPlan,
  action: string,
  { versions, originsOf }: RowsBeside,
): Promise<void> {
  const versionOf = (id: string): number => (versions[id] ?? 0) + 1
  const { em } = change
  const { boardId, id: planId } = plan
  const record = (recordType: string, recordId: string, before: object, after: object) =>
    change.record({
      chainId: boardId,
      action,
      recordType,
      recordId,
      before: { ...before },
      after: { ...after },
    })
  plan.title = target.title
  await em.flush()

  const areasNow = new Map(now.areas.map((area) => [area.key, area]))
  const actionsNow = new Map(
    now.areas.flatMap((area) => area.actions.map((one) => [one.key, { one, areaId: area.key }])),
  )
  const nameOfArea = new Map([...now.areas, ...target.areas].map(({ key, title }) => [key, title]))

  const newAreas = []
  const areaRows = []
  for (const [position, area] of target.areas.entries()) {
    const was = areasNow.get(area.key)
    if (!was) {
      newAreas.push({
        area,
        row: { boardId, planId, id: area.key, position, version: versionOf(area.key) },
        origins: originsOf(area.key) ?? [],
      })
      record('PlanArea', area.key, {}, { reference: area.reference, title: area.title })
      continue
    }
    const changed = areaFieldNames.filter((field) => !saysTheSame(was[field], area[field]))
    if (changed.length > 0) record('PlanArea', area.key, pick(was, changed), pick(area, changed))
    if (changed.length > 0 || positions.get(area.key) !== position)
      areaRows.push({
        id: area.key,
        position,
        reference: area.reference.trim(),
        theme: area.theme.trim() || null,
        title: area.title.trim(),
        origins: changed.length > 0 ? originsOf(area.key, changed) : undefined,
        changes: changed.length > 0 ? 1 : 0,
      })
  }
  await insertAreas(change, newAreas)
  await em.execute(
    `update plan_area a set position = r.position, reference = r.reference, theme = r.theme, title = r.title,
      origins = coalesce(r.origins, a.origins), version = version + r.changes
    from jsonb_to_recordset(?::jsonb)
      as r(id uuid, position int, reference text, theme text, title text, origins jsonb, changes int)
    where a.board_id = ? and a.id = r.id`,
    [JSON.stringify(areaRows), boardId],
  )

  const newActions = []
  const actionRows = []
  const rewritten: { areaId: string; one: MergedAction; fields: ActionTextField[] }[] = []
  const kept = new Set<string>()
  for (const area of target.areas)
    for (const [position, one] of area.actions.entries()) {
      kept.add(one.key)
      const was = actionsNow.get(one.key)
      if (!was) {
        newActions.push({
          action: one,
          row: { boardId, planId, areaId: area.key, id: one.key, position, version: versionOf(one.key) },
          origins: originsOf(one.key) ?? [],
        })
        record('PlanAction', one.key, {}, { reference: one.reference, title: one.title })
        continue
      }
      const fields = changedFields(was.one, one)
      const isMoved = was.areaId !== area.key
      const isChanged = fields.length > 0 || isMoved
      if (isChanged) {
        const areas = (areaId: string) => (isMoved ? { area: nameOfArea.get(areaId) ?? '' } : {})
        record(
          'PlanAction',
          one.key,
          { ...logged(was.one, fields), ...areas(was.areaId) },
          { ...logged(one, fields), ...areas(area.key) },
        )
        rewritten.push({ areaId: area.key, one, fields })
      }
      if (isChanged || positions.get(one.key) !== position)
        actionRows.push({
          id: one.key,
          area_id: area.key,
          position,
          reference: one.reference.trim(),
          title: one.title.trim(),
          outcome: one.outcome.trim() || null,
          progress: one.progress.trim() || null,
          comments: one.comments.trim() || null,
          origins: fields.length > 0 ? originsOf(one.key, fields) : undefined,
          changes: isChanged ? 1 : 0,
        })
    }
  await insertActions(change, newActions)
  await em.execute(
    `update plan_action a set area_id = r.area_id, position = r.position, reference = r.reference, title = r.title,
      outcome = r.outcome, progress = r.progress, comments = r.comments, origins = coalesce(r.origins, a.origins),
      version = version + r.changes
    from jsonb_to_recordset(?::jsonb) as r(id uuid, area_id uuid, position int, reference text, title text,
      outcome text, progress text, comments text, origins jsonb, changes int)
    where a.board_id = ? and a.id = r.id`,
    [JSON.stringify(actionRows), boardId],
  )
  await rewriteLists(change, plan, rewritten)

  const goneActions = [...actionsNow].filter(([key]) => !kept.has(key))
  const stays = new Set(target.areas.map(({ key }) => key))
  const goneAreas = now.areas.filter(({ key }) => !stays.has(key))
  for (const [key, { one }] of goneActions) record('PlanAction', key, logged(one, ['reference', 'title']), {})
  for (const area of goneAreas) record('PlanArea', area.key, pick(area, ['reference', 'title']), {})
  await em.nativeDelete(PlanAction, { boardId, id: { $in: goneActions.map(([key]) => key) } })
  await em.nativeDelete(PlanArea, { boardId, id: { $in: goneAreas.map(({ key }) => key) } })
}

async function rewriteLists(
  change: Change,
  { boardId, id: planId }: Plan,
  rewritten: readonly { areaId: string; one: MergedAction; fields: ActionTextField[] }[],
): Promise<void> {
  const { em } = change
  const having = (field: ActionTextField) => rewritten.filter(({ fields }) => fields.includes(field))
  const where = (field: ActionTextField) => ({
    boardId,
    actionId: { $in: having(field).map(({ one }) => one.key) },
  })
  const rowsFor = <Row>(field: ActionTextField, rows: (place: ActionPlace, one: MergedAction) => Row[]) =>
    having(field).flatMap(({ areaId, one }) => rows({ boardId, planId, areaId, actionId: one.key }, one))

  await em.nativeDelete(ExpectedEvidence, where('expectedEvidence'))
  await em.nativeDelete(ActionResponsible, where('responsible'))
  await em.nativeDelete(Activity, where('activities'))
  await insertAll(change, ExpectedEvidence, rowsFor('expectedEvidence', filledEvidenceRows))
  await insertAll(change, ActionResponsible, rowsFor('responsible', filledResponsibleRows))
  await insertAll(
    change,
    Activity,
    rowsFor('activities', (place, one) =>
      one.activities.map((step, index) => activityRow(place, step.id ?? newId(), step, index)),
    ),
  )
}

function pick<Item extends object, Field extends keyof Item>(
  item: Item,
  fields: readonly Field[],
): Partial<Pick<Item, Field>> {
  const picked: Partial<Pick<Item, Field>> = {}
  for (const field of fields) picked[field] = item[field]
  return picked
}

/** How the log calls a field of an action, where it is not its name in a draft. */
const loggedAs: Partial<Record<ActionTextField, string>> = { expectedEvidence: 'evidence' }

function logged(action: ActionNow | ActionText, fields: readonly ActionTextField[]): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [loggedAs[field] ?? field, textFor(action[field])]))
}
