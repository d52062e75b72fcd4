import { EvidenceKind } from '@boardwork/shared/plan/evidenceKind.ts'
import { checkEvidence, checkWithdrawal, evidenceLimits } from '@boardwork/shared/plan/evidenceRules.ts'
import { operation } from '../../../access/operation.ts'
import type { Change } from '../../../access/operation.ts'
import { Conflict, InvalidInput, isRefusal, NotReady } from '../../../access/refusals.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { newId } from '../../../db/newId.ts'
import type { ReceivedFile } from '../../../files/receiveFile.ts'
import { ActionResponsible } from '../action/actionResponsible.entity.ts'
import { Evidence } from './evidence.entity.ts'
import type { AddEvidenceInput, WithdrawEvidenceInput } from './evidence.inputs.ts'
import { evidencePolicy } from '../plan.policy.ts'
import { PlanAction } from '../action/planAction.entity.ts'
import { nameFor } from '../area/share.operations.ts'

const evidenceAgain = (change: Change, id: string) => change.find(Evidence, { id })

/** Keeps a link or a note as evidence for an action. */
export function addEvidence(
  context: RequestContext,
  { actionId, words, address = null, clientMutationId }: AddEvidenceInput,
): Promise<Evidence | InvalidInput | NotReady> {
  const kind = address === null ? EvidenceKind.NOTE : EvidenceKind.LINK
  return keep(context, actionId, clientMutationId, { kind, words, address: address?.trim() ?? null })
}

/** A file that arrived whole, and what it is. */
export interface EvidenceFile extends Pick<ReceivedFile, 'path' | 'bytes' | 'sha256'> {
  fileName: string
  mediaType: string
}

/**
 * Keeps a file as evidence for an action. It is safe in the store before its row is committed. A file without a row,
 * such as after a crash in between, harms nobody: it cannot be had.
 */
export async function addFileEvidence(
  context: RequestContext,
  actionId: string,
  words: string,
  { path, bytes, sha256, fileName, mediaType }: EvidenceFile,
  clientMutationId: string,
): Promise<Evidence | InvalidInput | NotReady> {
  const { files } = context.platform
  const storageKey = newId()
  await files.put(storageKey, path, sha256)
  const file = { fileName, mediaType, bytes, sha256, storageKey }
  const kept = await keep(context, actionId, clientMutationId, { kind: EvidenceKind.FILE, words, ...file })
  // Refused, or a repeat of what is kept already.
  if (isRefusal(kept) || kept.storageKey !== storageKey) await files.delete(storageKey)
  return kept
}

type Content = Pick<Evidence, 'kind' | 'words'> &
  Partial<Pick<Evidence, 'address' | 'fileName' | 'mediaType' | 'bytes' | 'sha256' | 'storageKey'>>

function keep(
  context: RequestContext,
  actionId: string,
  clientMutationId: string,
  content: Content,
): Promise<Evidence | InvalidInput | NotReady> {
  return operation(context, evidencePolicy.add, clientMutationId, evidenceAgain, async (change) => {
    const action = await change.find(PlanAction, { id: actionId })
    const { boardId, planId, areaId } = action
    change.authorize(evidencePolicy.add, { boardId, responsible: await isResponsible(change, actionId) })
    const problems = checkEvidence(content)
    if (problems.length > 0) return new InvalidInput(problems)
    // Not everybody who brings evidence may lock the action itself: those who add at once wait here.
    await change.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 4))', [actionId])
    if ((await change.em.count(Evidence, { boardId, actionId, withdrawnAt: null })) >= evidenceLimits.pieces)
      return new NotReady(fullOfEvidence)
    const evidence: Evidence = {
      boardId,
      id: newId(),
      planId,
      areaId,
      actionId,
      ...content,
      words: content.words.trim(),
      addedById: change.viewer.personId,
      addedByName: change.viewer.name,
      addedByFor: await addsFor(change, action),
      addedAt: new Date(),
      version: 1,
    }
    await change.em.insert(Evidence, evidence)
    const { kind, address, fileName, mediaType, bytes, sha256 } = evidence
    // The words stay with the piece, which nobody can change.
    change.record({
      chainId: boardId,
      action: evidencePolicy.add.name,
      recordType: 'Evidence',
      recordId: evidence.id,
      after: { actionId, kind, address, fileName, mediaType, bytes, sha256 },
    })
    return evidence
  })
}

const fullOfEvidence = `This action has ${evidenceLimits.pieces} pieces of evidence, which is all that it can have. Withdraw one that is no longer needed to add another.`

/** Whether the viewer, or an agency of theirs, is responsible for the action. */
export async function isResponsible(change: Change, actionId: string): Promise<boolean> {
  const [row] = await change.em.execute<{ yes: boolean }[]>(
    'select ?::uuid = any((select access.my_actions())::uuid[]) as yes',
    [actionId],
  )
  return row?.yes === true
}

/** The responsible agency for which the viewer acts; else the agency of their seat, or the board. */
export async function addsFor(change: Change, { boardId, id: actionId }: PlanAction): Promise<string> {
  const responsible = await change.em.find(ActionResponsible, { boardId, actionId })
  const agencies = new Set(responsible.flatMap(({ organisationId }) => organisationId ?? []))
  const { viewer } = change
  const tie =
    viewer.ties.find(
      ({ boardId: at, role, organisationId }) =>
        (at === boardId || role === 'AGENCY_LEAD') && organisationId !== null && agencies.has(organisationId),
    ) ?? viewer.tiesAt({ boardId }).find(({ kind }) => kind !== 'GRANT')
  return nameFor(change, tie?.organisationId ?? null, boardId)
}

/** Takes a piece of evidence back. It stays, with its file, for the board's officers and for who added it. */
export function withdrawEvidence(
  context: RequestContext,
  { evidenceId, version, reason, clientMutationId }: WithdrawEvidenceInput,
): Promise<Evidence | InvalidInput | Conflict | NotReady> {
  return operation(context, evidencePolicy.withdraw, clientMutationId, evidenceAgain, async (change) => {
    const evidence = await change.find(Evidence, { id: evidenceId })
    const { boardId, actionId, addedById } = evidence
    const { viewer } = change
    change.authorize(evidencePolicy.withdraw, {
      boardId,
      responsible: await isResponsible(change, actionId),
      own: addedById === viewer.personId,
    })
    await change.lock(evidence)
    if (evidence.withdrawnAt) return new NotReady('This piece of evidence has been withdrawn already.')
    if (evidence.version !== version) return new Conflict(evidence.id, evidence.version, [])
    const problems = checkWithdrawal(reason)
    if (problems.length > 0) return new InvalidInput(problems)
    evidence.withdrawnAt = new Date()
    evidence.withdrawnById = viewer.personId
    evidence.withdrawnByName = viewer.name
    evidence.withdrawnReason = reason.trim()
    change.record({
      chainId: boardId,
      action: evidencePolicy.withdraw.name,
      recordType: 'Evidence',
      recordId: evidence.id,
      before: { withdrawnAt: null },
      after: { actionId, withdrawnAt: evidence.withdrawnAt, reason: evidence.withdrawnReason },
    })
    return evidence
  })
}
