import { choiceOf, mergeIntoPlan } from '@boardwork/shared/plan/mergeIntoPlan.ts'
import type { DifferenceChoices, MergedAction, MergedPlan } from '@boardwork/shared/plan/mergeIntoPlan.ts'
import type { DocumentLayout } from '@boardwork/shared/plan/documentStyle.ts'
import { planLimits } from '@boardwork/shared/plan/limits.ts'
import { originOf } from '@boardwork/shared/plan/origin.ts'
import type { Origin } from '@boardwork/shared/plan/origin.ts'
import { areaFieldNames } from '@boardwork/shared/plan/planDifference.ts'
import type { DifferenceItem } from '@boardwork/shared/plan/planDifference.ts'
import { saysTheSame, textFor } from '@boardwork/shared/plan/planNow.ts'
import type { ActionNow, ActionText, ActionTextField } from '@boardwork/shared/plan/planNow.ts'
import { beforeImport, changedFields } from '@boardwork/shared/plan/savedImport.ts'
import type { BeforeImport, ImportCounts } from '@boardwork/shared/plan/savedImport.ts'
import { newId } from '../../db/newId.ts'
import { operation } from '../../access/operation.ts'
import type { Change } from '../../access/operation.ts'
import { Conflict, InvalidInput, NotReady } from '../../access/refusals.ts'
import type { ConflictField } from '../../access/refusals.ts'
import type { RequestContext } from '../../access/requestContext.ts'
import { ActionResponsible } from './actionResponsible.entity.ts'
import { Activity } from './activity.entity.ts'
import type { ChooseDifferencesInput, MergePlanInput } from './difference.inputs.ts'
import { comparePlan, seenOf } from './difference.reads.ts'
import { ExpectedEvidence } from './expectedEvidence.entity.ts'
import {
  filledEvidenceRows,
  filledResponsibleRows,
  importAgain,
  insertActions,
  insertAll,
  insertAreas,
  insertUpdates,
  leftOf,
  markSaved,
  notInPreview,
  problemsOf,
} from './import.operations.ts'
import { holdPeriods } from './period.operations.ts'
import { Plan } from './plan.entity.ts'
import { activityRow } from './plan.operations.ts'
import type { ActionPlace } from './plan.operations.ts'
import { planPolicy } from './plan.policy.ts'
import { PlanAction } from './planAction.entity.ts'
import { PlanArea } from './planArea.entity.ts'
import { PlanImport } from './planImport.entity.ts'
import { readPlanStanding, readStanding, rowsOf } from './planNow.reads.ts'
import type { PlacedPlan } from './planNow.reads.ts'

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
    const before = {
      ...beforeImport(compared.plan, compared.positions, target),
      layout: await layoutOf(change, plan),
      origins: {} as BeforeImport['origins'],
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

/** Where the areas and actions of the plan come from, by id. */
async function readOrigins(change: Change, plan: Plan): Promise<Map<string, Origin[]>> {
  const rows = await change.em.execute<{ id: string; origins: Origin[] | null }[]>(
    `select id, origins from plan_area where plan_id = ?
    union all select id, origins from plan_action where plan_id = ?`,
    [plan.id, plan.id],
  )
  return new Map(rows.flatMap(({ id, origins }) => (origins ? [[id, origins] as const] : [])))
}

async function layoutOf(change: Change, plan: Plan): Promise<DocumentLayout | null> {
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
