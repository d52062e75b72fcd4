import type { LogFields } from '@boardwork/shared/log/fieldWords.ts'
import { actionStatusName } from '@boardwork/shared/plan/actionStatus.ts'
import { formatDay } from '@boardwork/shared/board/dates.ts'
import { periodOn } from '@boardwork/shared/plan/reportingPeriod.ts'
import {
  afterStep,
  canBeCorrected,
  checkCorrection,
  checkReturn,
  checkUpdate,
  whyNotLate,
  whyNotStep,
} from '@boardwork/shared/plan/updateState.ts'
import type { ActivityNote } from '@boardwork/shared/plan/updateState.ts'
import { newId } from '../../../db/newId.ts'
import { different } from '../../../access/different.ts'
import { operation } from '../../../access/operation.ts'
import type { Change } from '../../../access/operation.ts'
import { Conflict, InvalidInput, NotReady } from '../../../access/refusals.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { Activity } from '../action/activity.entity.ts'
import { calendarsOf, holdPeriods } from '../period/period.operations.ts'
import { PeriodClosing } from '../period/periodClosing.entity.ts'
import { Plan } from '../plan.entity.ts'
import { today } from '../plan.operations.ts'
import { updatePolicy } from '../plan.policy.ts'
import type { UpdateSubject } from '../plan.policy.ts'
import { PlanAction } from '../action/planAction.entity.ts'
import { ProgressUpdate } from './progressUpdate.entity.ts'
import type {
  ActivityNoteInput,
  AuthoriseUpdateInput,
  ReturnUpdateInput,
  WriteUpdateInput,
} from './update.inputs.ts'
import { subjectsSql } from './update.reads.ts'

const again = (change: Change, id: string) => change.find(ProgressUpdate, { id })

/** Somebody who is responsible, or the coordinator, writes the update of an action for a period, or a correction. */
export function writeUpdate(
  context: RequestContext,
  input: WriteUpdateInput,
): Promise<ProgressUpdate | InvalidInput | Conflict | NotReady> {
  const line = updatePolicy.write
  return operation(context, line, input.clientMutationId, again, async (change) => {
    const action = await change.find(PlanAction, { id: input.actionId })
    const { boardId } = action
    change.authorize(line, await subjectOf(change, action))
    const plan = await change.find(Plan, { id: action.planId })
    if (plan.state !== 'ADOPTED')
      return new NotReady(
        'This plan is a draft. Its actions can be reported on once the chair has adopted it.',
      )
    await holdAction(change, action)
    const period = periodOn(await calendarsOf(change, boardId), input.periodStartsOn)
    if (period.startsOn !== input.periodStartsOn)
      return new NotReady('The board’s calendar has changed. Load the page again: your text stays on it.')
    if (period.startsOn > (await today(change)))
      return new NotReady(
        `${period.name} begins on ${formatDay(period.startsOn)}. It can be reported on from that day.`,
      )
    const closed = await isClosed(change, boardId, period.startsOn)
    const corrected = input.correctsId
      ? await change.find(ProgressUpdate, { id: input.correctsId, actionId: action.id })
      : null
    const known = await change.em.findOne(ProgressUpdate, {
      boardId,
      actionId: action.id,
      ...(corrected ? { correctsId: corrected.id } : { correctsId: null, periodEndsOn: period.endsOn }),
    })
    if (corrected && !canBeCorrected(corrected.state, closed, corrected.corrected))
      return new NotReady('This update can be changed itself, or was corrected already.')

    const late = input.late && !corrected
    const notLate = late ? whyNotLate(known?.state ?? null, known?.late ?? false, closed) : null
    if (notLate) return new NotReady(notLate)
    const step = input.submit ? 'SUBMIT' : 'SAVE'
    const held = closed && !corrected && !late
    const refused = whyNotStep(step, known?.state ?? null, held ? period.name : null)
    const state = afterStep(step, known?.state ?? null)
    if (refused ?? !state) return new NotReady(refused ?? 'This cannot be done now.')
    const activityNotes = await notesOf(change, action, input.activityNotes ?? [])
    const text = {
      status: input.status,
      percentComplete: input.percentComplete,
      narrative: input.narrative.trim(),
      issues: input.issues.trim(),
      correctiveActions: input.correctiveActions.trim(),
      correctionReason: corrected ? input.correctionReason.trim() : '',
      activityNotes,
    }
    const before = known ? wordsOf(known) : {}
    const stateBefore = known?.state
    const after = wordsOf(text)
    if ((known?.version ?? 0) !== input.version)
      return new Conflict(known?.id ?? action.id, known?.version ?? 0, different(before, after))
    const problems = [
      ...checkUpdate(text, input.submit),
      ...(corrected ? checkCorrection(text.correctionReason) : []),
    ]
    if (problems.length > 0) return new InvalidInput(problems)

    const now = new Date()
    const written = {
      ...text,
      issues: text.issues || null,
      correctiveActions: text.correctiveActions || null,
      correctionReason: text.correctionReason || null,
      activityNotes: activityNotes.length > 0 ? activityNotes : null,
      state,
      writtenAt: now,
      writtenById: change.viewer.personId,
      writtenByName: change.viewer.name,
      submittedAt: input.submit ? now : (known?.submittedAt ?? null),
    }
    const update: ProgressUpdate = known
      ? change.em.assign(known, written)
      : {
          ...written,
          boardId,
          id: newId(),
          planId: action.planId,
          areaId: action.areaId,
          actionId: action.id,
          period: period.name,
          periodStartsOn: period.startsOn,
          periodEndsOn: period.endsOn,
          correctsId: corrected?.id ?? null,
          corrected: false,
          late,
          version: 1,
        }
    if (known) await change.em.flush()
    else await change.em.insert(ProgressUpdate, update)
    const changed = changedWords(before, after)
    change.record({
      chainId: boardId,
      action: line.name,
      recordType: 'ProgressUpdate',
      recordId: update.id,
      before: stateBefore ? { ...changed.before, state: stateBefore } : {},
      after: {
        ...changed.after,
        state,
        period: period.name,
        actionId: action.id,
        correctsId: corrected?.id ?? null,
        ...(late ? { late } : {}),
      },
    })
    return update
  })
}

/** Whoever authorises an update says that it is the board's word from now on. */
export function authoriseUpdate(
  context: RequestContext,
  input: AuthoriseUpdateInput,
): Promise<ProgressUpdate | Conflict | NotReady> {
  return decide(context, input, 'AUTHORISE', (change, update) => {
    change.em.assign(update, { state: 'AUTHORISED', returnReason: null })
    return Promise.resolve(null)
  })
}

/** Whoever authorises an update returns it to be changed, with a reason. */
export function returnUpdate(
  context: RequestContext,
  input: ReturnUpdateInput,
): Promise<ProgressUpdate | InvalidInput | Conflict | NotReady> {
  return decide<InvalidInput>(context, input, 'RETURN', (change, update) => {
    const problems = checkReturn(input.reason)
    if (problems.length > 0) return Promise.resolve(new InvalidInput(problems))
    change.em.assign(update, { state: 'RETURNED', returnReason: input.reason.trim() })
    return Promise.resolve(null)
  })
}

function decide<Refused extends InvalidInput = never>(
  context: RequestContext,
  input: AuthoriseUpdateInput,
  step: 'AUTHORISE' | 'RETURN',
  apply: (change: Change, update: ProgressUpdate) => Promise<Refused | null>,
): Promise<ProgressUpdate | Refused | Conflict | NotReady> {
  const line = updatePolicy.authorise
  return operation(context, line, input.clientMutationId, again, async (change) => {
    const update = await change.find(ProgressUpdate, { id: input.updateId })
    const action = await change.find(PlanAction, { id: update.actionId })
    const subject = await subjectOf(change, action)
    change.authorize(line, { ...subject, own: update.writtenById === change.viewer.personId })
    await holdAction(change, action)
    await change.lock(update)
    const closed =
      !update.correctsId && !update.late && (await isClosed(change, update.boardId, update.periodStartsOn))
    const refused = whyNotStep(step, update.state, closed ? update.period : null)
    if (refused) return new NotReady(refused)
    if (update.version !== input.version) return new Conflict(update.id, update.version, [])
    const before: LogFields = { state: update.state }
    const stood = step === 'AUTHORISE' ? await standing(change, update) : null
    const invalid = await apply(change, update)
    if (invalid) return invalid
    change.em.assign(update, {
      decidedAt: new Date(),
      decidedById: change.viewer.personId,
      decidedByName: change.viewer.name,
    })
    if (step === 'AUTHORISE' && update.correctsId) {
      const corrected = await change.find(ProgressUpdate, { id: update.correctsId })
      corrected.corrected = true
    }
    await change.em.flush()
    // What the board's word was, and what it is from now on: nobody reads of the drafts in between.
    const words = step === 'AUTHORISE' ? changedWords(stood ? wordsOf(stood) : {}, wordsOf(update)) : null
    change.record({
      chainId: update.boardId,
      action: line.name,
      recordType: 'ProgressUpdate',
      recordId: update.id,
      before: { ...before, ...words?.before },
      after: {
        ...words?.after,
        state: update.state,
        period: update.period,
        actionId: update.actionId,
        ...(update.returnReason ? { reason: update.returnReason } : {}),
        ...(update.late ? { late: true } : {}),
      },
    })
    return update
  })
}

/** What the viewer is to the action, as the policy asks it. */
export async function subjectOf(change: Change, action: PlanAction): Promise<UpdateSubject> {
  const rows = await change.em.execute<UpdateSubject[]>(subjectsSql.replaceAll('$1', '?::uuid[]'), [
    `{${action.id}}`,
    `{${action.id}}`,
    `{${action.id}}`,
  ])
  return rows[0] ?? { boardId: action.boardId }
}

/** Two people who write about one action take turns, and so do they and a closing. */
async function holdAction(change: Change, action: PlanAction): Promise<void> {
  await holdPeriods(change, action.boardId, 'TOGETHER')
  await change.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 6))', [action.id])
}

async function isClosed(change: Change, boardId: string, startsOn: string): Promise<boolean> {
  return (await change.em.count(PeriodClosing, { boardId, startsOn })) > 0
}

/**
 * What the board's word was before this update: what it corrects, else the one of the period before that stands. What
 * a correction takes the place of may never have been authorised; then it stays unread here too.
 */
async function standing(change: Change, update: ProgressUpdate): Promise<ProgressUpdate | null> {
  const { boardId, actionId, correctsId, periodEndsOn } = update
  const corrected = correctsId ? await change.find(ProgressUpdate, { id: correctsId }) : null
  if (corrected?.state === 'AUTHORISED') return corrected
  return change.em.findOne(
    ProgressUpdate,
    { boardId, actionId, state: 'AUTHORISED', corrected: false, periodEndsOn: { $lt: periodEndsOn } },
    { orderBy: { periodEndsOn: 'desc', writtenAt: 'desc' } },
  )
}

/** What is said of activities of the action, each once, under the names that they have today. */
async function notesOf(
  change: Change,
  action: PlanAction,
  given: readonly ActivityNoteInput[],
): Promise<ActivityNote[]> {
  const { boardId, id: actionId } = action
  const activities = await change.em.find(
    Activity,
    { boardId, actionId },
    { orderBy: { position: 'asc' }, limit: 100 },
  )
  const said = new Map(given.map((note) => [note.activityId, note]))
  return activities.flatMap(({ id, title }) => {
    const note = said.get(id)
    const comments = note?.comments.trim() ?? ''
    const status = note?.status ?? null
    return status || comments ? { activityId: id, title, status, comments } : []
  })
}

/** The fields of an update in words, for the log and for two people who changed it at once. */
function wordsOf(
  update: Pick<ProgressUpdate, 'status' | 'percentComplete' | 'narrative'> &
    Partial<Pick<ProgressUpdate, 'issues' | 'correctiveActions' | 'correctionReason' | 'activityNotes'>>,
): Record<string, string> {
  const notes = (update.activityNotes ?? []).map(({ title, status, comments }) =>
    [title, status && actionStatusName[status], comments].filter(Boolean).join(' — '),
  )
  return {
    status: actionStatusName[update.status],
    percentComplete: String(update.percentComplete ?? ''),
    narrative: update.narrative,
    issues: update.issues ?? '',
    correctiveActions: update.correctiveActions ?? '',
    ...(update.correctionReason ? { correctionReason: update.correctionReason } : {}),
    activityNotes: notes.join('\n'),
  }
}

function changedWords(before: Record<string, string>, after: Record<string, string>) {
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (field) => (before[field] ?? '') !== (after[field] ?? ''),
  )
  const pick = (texts: Record<string, string>): LogFields =>
    Object.fromEntries(changed.map((field) => [field, texts[field] ?? '']))
  return { before: pick(before), after: pick(after) }
}
