import { createHash } from 'node:crypto'
import { actionStatusName } from '@boardwork/shared/plan/actionStatus.ts'
import { meaningOf, percentOf, periodOf } from '@boardwork/shared/plan/import/draftUpdates.ts'
import type { MergedArea } from '@boardwork/shared/plan/import/mergeIntoPlan.ts'
import { originOf } from '@boardwork/shared/plan/import/origin.ts'
import type { Origin } from '@boardwork/shared/plan/import/origin.ts'
import type { DraftUpdate, PlanDraft } from '@boardwork/shared/plan/import/planDraft.ts'
import type { ActionText } from '@boardwork/shared/plan/planNow.ts'
import type { FieldProblem } from '@boardwork/shared/plan/planRules.ts'
import type { SavedImport, Standing } from '@boardwork/shared/plan/import/savedImport.ts'
import { validateDraft } from '@boardwork/shared/plan/import/validateDraft.ts'
import { draftDifferences } from '@boardwork/shared/plan/import/mergeDrafts.ts'
import { newId } from '../../../db/newId.ts'
import { operation } from '../../../access/operation.ts'
import type { Change } from '../../../access/operation.ts'
import { Conflict, InvalidInput, NotReady } from '../../../access/refusals.ts'
import { rowsOf } from '../../../access/readRows.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { Board } from '../../board/board.entity.ts'
import { Activity } from '../action/activity.entity.ts'
import { ActionResponsible } from '../action/actionResponsible.entity.ts'
import { ExpectedEvidence } from '../action/expectedEvidence.entity.ts'
import { NotADraft, parsePlanDraft } from './parsePlanDraft.ts'
import { Plan } from '../plan.entity.ts'
import type { ImportInput, SaveImportDraftInput } from '../plan.inputs.ts'
import { activityRow, evidenceRows, responsibleRows, seatedAgencies } from '../plan.operations.ts'
import type { ActionPlace } from '../plan.operations.ts'
import { planPolicy } from '../plan.policy.ts'
import { PlanAction } from '../action/planAction.entity.ts'
import { PlanArea } from '../area/planArea.entity.ts'
import { PlanImport } from './planImport.entity.ts'
import { readPlanStanding, readStanding } from '../planNow.reads.ts'
import { ProgressUpdate } from '../update/progressUpdate.entity.ts'
import { Upload } from './upload.entity.ts'

export const importAgain = (change: Change, id: string) => change.find(PlanImport, { id })

/** Keeps a file that was sent, until it is read. Gives back its id. */
export function keepUpload(
  context: RequestContext,
  boardId: string,
  fileName: string,
  content: Uint8Array,
): Promise<Upload> {
  const again = (change: Change, id: string) => change.find(Upload, { id })
  return operation(context, planPolicy.import, newId(), again, async (change) => {
    const board = await change.find(Board, { id: boardId })
    change.authorize(planPolicy.import, { boardId: board.id })
    // What this person sent here before and never read makes room.
    await change.em.nativeDelete(Upload, {
      boardId: board.id,
      personId: change.viewer.personId,
      uploadedAt: { $lt: new Date(Date.now() - 24 * 60 * 60 * 1000) },
    })
    const upload = change.em.create(Upload, {
      boardId: board.id,
      id: newId(),
      personId: change.viewer.personId,
      fileName,
      content,
      percentRead: 0,
      uploadedAt: new Date(),
    })
    change.record({
      chainId: board.id,
      action: 'plan.upload',
      recordType: 'Upload',
      recordId: upload.id,
      after: { fileName, bytes: content.length },
    })
    return upload
  })
}

/** What can still be said of an import that is not in preview any more. */
export async function notInPreview(change: Change, started: PlanImport): Promise<NotReady | null> {
  if (started.state === 'PREVIEW') return null
  if (started.state === 'DISCARDED')
    return new NotReady('This import has been put away. Bring the document in again to go on.')
  const plan = started.planId
    ? await change.em.findOne(Plan, { boardId: started.boardId, id: started.planId })
    : null
  return new NotReady(
    `This import has been saved already, as the plan “${plan?.title ?? started.draft.title}”. Open that plan to go on.`,
  )
}

/** Keeps what was mended in the preview. */
export function saveImportDraft(
  context: RequestContext,
  input: SaveImportDraftInput,
): Promise<PlanImport | InvalidInput | Conflict | NotReady> {
  return operation(context, planPolicy.import, input.clientMutationId, importAgain, async (change) => {
    const started = await change.find(PlanImport, { id: input.importId })
    change.authorize(planPolicy.import, started)
    await change.lock(started)
    const late = await notInPreview(change, started)
    if (late) return late
    const draft = parse(input.draft)
    if (draft instanceof InvalidInput) return draft
    if (started.version !== input.version) {
      const fields = draftDifferences(draft, started.draft).map(({ path, mine, theirs }) => ({
        field: path,
        theirs,
        yours: mine,
      }))
      return new Conflict(started.id, started.version, fields)
    }
    // A draft may be unfinished, but not larger than we keep.
    const tooLarge = validateDraft(draft).filter(
      (problem) => problem.level === 'error' && problem.path === 'unplaced',
    )
    if (tooLarge.length > 0)
      return new InvalidInput(tooLarge.map(({ path, message }) => ({ field: path, message })))
    started.draft = draft
    started.mended = true
    started.changedAt = new Date()
    change.record({
      chainId: started.boardId,
      action: 'plan.mendImport',
      recordType: 'PlanImport',
      recordId: started.id,
      after: { draftHash: createHash('sha256').update(JSON.stringify(draft)).digest('hex') },
    })
    return started
  })
}

function parse(draft: unknown): PlanDraft | InvalidInput {
  try {
    return parsePlanDraft(draft)
  } catch (error) {
    if (error instanceof NotADraft)
      return InvalidInput.of('draft', `We could not read this draft: ${error.message}`)
    throw error
  }
}

/** Makes a draft plan of an import, whole or not at all. */
export function savePlan(
  context: RequestContext,
  input: ImportInput,
): Promise<Plan | InvalidInput | Conflict | NotReady> {
  const again = (change: Change, id: string) => change.find(Plan, { id })
  return operation(context, planPolicy.import, input.clientMutationId, again, async (change) => {
    const started = await change.find(PlanImport, { id: input.importId })
    change.authorize(planPolicy.import, started)
    await change.lock(started)
    const late = await notInPreview(change, started)
    if (late) return late
    if (started.intoPlanId)
      return new NotReady(
        'This document is a later version of a plan. Look at what is different in it first.',
      )
    if (started.version !== input.version) return new Conflict(started.id, started.version, [])
    const problems = await problemsOf(change, started)
    if (problems.length > 0) return new InvalidInput(problems)

    const plan = change.em.create(Plan, {
      boardId: started.boardId,
      id: newId(),
      title: started.draft.title.trim(),
      state: 'DRAFT',
      layout: { headers: started.headers, style: started.style },
      createdAt: new Date(),
      version: 1,
    })
    await change.em.flush()
    const { ids, updates, ...counts } = await insertTree(change, plan, started)
    markSaved(change, started, plan, {
      ids,
      counts: { added: counts.areas + counts.actions, changed: 0, moved: 0, gone: 0, updates },
      plan: await readPlanStanding(rowsOf(change), plan),
      left: leftOf(await readStanding(rowsOf(change), plan.id)),
      before: null,
    })
    change.record({
      chainId: plan.boardId,
      action: 'plan.save',
      recordType: 'Plan',
      recordId: plan.id,
      after: { title: plan.title, state: plan.state, importId: started.id, ...counts },
    })
    return plan
  })
}

/** What of a draft has to be mended before anything can be made of it. */
export async function problemsOf(change: Change, started: PlanImport): Promise<FieldProblem[]> {
  return [
    ...validateDraft(started.draft)
      .filter((problem) => problem.level === 'error')
      .map(({ path, message }) => ({ field: path, message })),
    ...(await agenciesWithoutSeat(change, started)),
  ]
}

/** What an import keeps of the areas and actions that it touched. */
export function leftOf(standing: ReadonlyMap<string, Standing>): SavedImport['left'] {
  return Object.fromEntries([...standing].map(([id, { version, hangs }]) => [id, { version, hangs }]))
}

/** An import is part of a plan from now on, and keeps what it changed there. */
export function markSaved(change: Change, started: PlanImport, plan: Plan, saved: SavedImport): void {
  started.state = 'SAVED'
  started.planId = plan.id
  started.saved = saved
  started.savedAt = new Date()
  started.savedByName = change.viewer.name
  started.changedAt = started.savedAt
}

async function agenciesWithoutSeat(change: Change, started: PlanImport) {
  const named = started.draft.areas.flatMap((area, areaIndex) =>
    area.actions.flatMap((action, actionIndex) =>
      action.responsible.map((one, index) => ({
        field: `areas.${areaIndex}.actions.${actionIndex}.responsible.${index}.organisationId`,
        organisationId: one.organisationId,
      })),
    ),
  )
  const seated = await seatedAgencies(
    change,
    started.boardId,
    named.map((one) => one.organisationId),
  )
  return named
    .filter(({ organisationId }) => organisationId && !seated.has(organisationId))
    .map(({ field }) => ({ field, message: 'Choose an agency of this board.' }))
}

async function insertTree(change: Change, plan: Plan, started: PlanImport) {
  const { draft } = started
  const { boardId, id: planId, createdAt } = plan
  const areas = draft.areas.map((area, position) => ({
    area,
    row: { boardId, planId, id: newId(), position, version: 1 },
    origins: [originOf(started.id, createdAt, area)],
  }))
  const actions = areas.flatMap(({ area, row }) =>
    area.actions.map((action, position) => ({
      action,
      row: { boardId, planId, areaId: row.id, id: newId(), position, version: 1 },
      origins: [originOf(started.id, createdAt, action)],
    })),
  )
  await insertAreas(change, areas)
  await insertActions(change, actions)
  await insertUpdates(
    change,
    started,
    actions.map(({ action, row }) => ({ place: placeOf(row), updates: action.updates })),
  )
  return {
    ids: Object.fromEntries([
      ...areas.map(({ area, row }) => [area.key, row.id] as const),
      ...actions.map(({ action, row }) => [action.key, row.id] as const),
    ]),
    areas: areas.length,
    actions: actions.length,
    updates: actions.reduce((sum, { action }) => sum + action.updates.length, 0),
  }
}

interface NewArea {
  area: Pick<MergedArea, 'reference' | 'theme' | 'title'>
  row: Pick<PlanArea, 'boardId' | 'planId' | 'id' | 'position' | 'version'>
  origins: Origin[]
}

interface NewAction {
  action: ActionText
  row: Pick<PlanAction, 'boardId' | 'planId' | 'areaId' | 'id' | 'position' | 'version'>
  origins: Origin[]
}

const placeOf = ({ boardId, planId, areaId, id }: NewAction['row']): ActionPlace => ({
  boardId,
  planId,
  areaId,
  actionId: id,
})

export function insertAreas(change: Change, areas: readonly NewArea[]): Promise<void> {
  return insertAll(
    change,
    PlanArea,
    areas.map(({ area, row, origins }) => ({
      ...row,
      reference: area.reference.trim(),
      theme: area.theme.trim() || null,
      title: area.title.trim(),
      origins,
    })),
  )
}

export async function insertActions(change: Change, actions: readonly NewAction[]): Promise<void> {
  await insertAll(
    change,
    PlanAction,
    actions.map(({ action, row, origins }) => ({
      ...row,
      reference: action.reference.trim(),
      title: action.title.trim(),
      outcome: action.outcome.trim() || null,
      progress: action.progress.trim() || null,
      comments: action.comments.trim() || null,
      origins,
    })),
  )
  const children = actions.map(({ action, row }) => ({ action, place: placeOf(row) }))
  await insertAll(
    change,
    ExpectedEvidence,
    children.flatMap(({ action, place }) => filledEvidenceRows(place, action)),
  )
  await insertAll(
    change,
    ActionResponsible,
    children.flatMap(({ action, place }) => filledResponsibleRows(place, action)),
  )
  await insertAll(
    change,
    Activity,
    children.flatMap(({ action, place }) =>
      action.activities.map((one, position) => activityRow(place, newId(), one, position)),
    ),
  )
}

/** What of a document's lists says something: a row of it may be empty. */
export const filledEvidenceRows = (place: ActionPlace, { expectedEvidence }: ActionText) =>
  evidenceRows(
    place,
    expectedEvidence.filter((item) => item.text.trim() + item.deadline.trim() !== ''),
  )

export const filledResponsibleRows = (place: ActionPlace, { responsible }: ActionText) =>
  responsibleRows(
    place,
    responsible.filter((one) => one.postTitle.trim() !== '' || one.organisationId || one.personId),
  )

/** What a document says of how its actions went. */
export function insertUpdates(
  change: Change,
  started: PlanImport,
  actions: readonly { place: ActionPlace; updates: readonly DraftUpdate[] }[],
): Promise<void> {
  return insertAll(
    change,
    ProgressUpdate,
    actions.flatMap(({ place, updates }) =>
      updates.map((update) => updateRow(change, started, place, update)),
    ),
  )
}

/** What the document says of a period was settled before it came here: it counts as authorised. */
function updateRow(change: Change, started: PlanImport, place: ActionPlace, update: DraftUpdate) {
  const { draft } = started
  const period = periodOf(draft, update)
  const status = meaningOf(draft, update.status)
  if (!period || !status) throw new Error('A draft without problems gives each update its period and status.')
  const words = update.status.trim()
  return {
    ...place,
    id: newId(),
    importId: started.id,
    period: period.name,
    periodStartsOn: period.startsOn,
    periodEndsOn: period.endsOn,
    state: 'AUTHORISED' as const,
    status,
    statusWords: words === '' || words === actionStatusName[status] ? null : words,
    percentComplete: percentOf(update) ?? null,
    narrative: update.narrative.trim(),
    issues: update.issues.trim() || null,
    correctiveActions: update.correctiveActions.trim() || null,
    writtenAt: new Date(),
    writtenById: change.viewer.personId,
    writtenByName: change.viewer.name,
    corrected: false,
    late: false,
    version: 1,
  }
}

// PostgreSQL takes 65,535 parameters in one statement.
const rowsInStatement = 1000

export async function insertAll<Entity extends object>(
  change: Change,
  entity: new () => Entity,
  rows: Parameters<typeof change.em.insertMany<Entity>>[1] & object[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsInStatement)
    await change.em.insertMany(entity, rows.slice(from, from + rowsInStatement))
}

/** Puts an import away without a plan. The document's draft stays, for the log's sake. */
export function discardImport(
  context: RequestContext,
  input: ImportInput,
): Promise<PlanImport | Conflict | NotReady> {
  return operation(context, planPolicy.import, input.clientMutationId, importAgain, async (change) => {
    const started = await change.find(PlanImport, { id: input.importId })
    change.authorize(planPolicy.import, started)
    await change.lock(started)
    const late = await notInPreview(change, started)
    if (late) return late
    if (started.version !== input.version) return new Conflict(started.id, started.version, [])
    started.state = 'DISCARDED'
    started.changedAt = new Date()
    change.record({
      chainId: started.boardId,
      action: 'plan.discardImport',
      recordType: 'PlanImport',
      recordId: started.id,
      before: { state: 'PREVIEW' },
      after: { state: 'DISCARDED' },
    })
    return started
  })
}
