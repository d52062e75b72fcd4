import { checkComment, checkShare } from '@boardwork/shared/plan/planRules.ts'
import { ShareLevel } from '@boardwork/shared/plan/shareLevel.ts'
import { newId } from '../../../db/newId.ts'
import { operation } from '../../../access/operation.ts'
import type { Change } from '../../../access/operation.ts'
import { Conflict, InvalidInput, NotReady } from '../../../access/refusals.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { Board } from '../../board/board.entity.ts'
import { Organisation } from '../../organisation/organisation.entity.ts'
import { AreaComment } from './areaComment.entity.ts'
import { AreaShare } from './areaShare.entity.ts'
import { Plan } from '../plan.entity.ts'
import type { CommentOnAreaInput, RevokeShareInput, ShareAreaInput } from '../plan.inputs.ts'
import { today } from '../plan.operations.ts'
import { commentPolicy, planPolicy } from '../plan.policy.ts'
import { PlanArea } from './planArea.entity.ts'

const shareAgain = (change: Change, id: string) => change.find(AreaShare, { id })

/** A coordinator opens an area of an adopted plan to another board or to an agency. */
export function shareArea(
  context: RequestContext,
  input: ShareAreaInput,
): Promise<AreaShare | InvalidInput | NotReady> {
  return operation(context, planPolicy.share, input.clientMutationId, shareAgain, async (change) => {
    const area = await change.find(PlanArea, { id: input.areaId })
    change.authorize(planPolicy.share, area)
    const plan = await change.find(Plan, { id: area.planId })
    // An area that is shared twice at once waits here for the first.
    await change.lock(area)
    if (plan.state !== 'ADOPTED')
      return new NotReady('This plan is a draft. Its areas can be shared once the chair has adopted it.')
    const day = await today(change)
    const problems = checkShare(input, day)
    const receiver =
      problems.length > 0
        ? null
        : await receiverOf(change, area.boardId, input.toBoardId, input.toOrganisationId)
    if (problems.length > 0) return new InvalidInput(problems)
    if (!receiver) return InvalidInput.of('receiver', 'Choose another board, or an agency of your region.')

    const known = await change.em.findOne(AreaShare, {
      boardId: area.boardId,
      areaId: area.id,
      toBoardId: input.toBoardId ?? null,
      toOrganisationId: input.toOrganisationId ?? null,
      revokedAt: null,
      endsOn: { $gte: day },
    })
    if (known)
      return new NotReady(
        `This area is shared with ${receiver.name} already, until ${readable(known.endsOn)}. End that share first to change it.`,
      )
    const share: AreaShare = {
      boardId: area.boardId,
      id: newId(),
      planId: area.planId,
      areaId: area.id,
      toBoardId: input.toBoardId ?? null,
      toOrganisationId: input.toOrganisationId ?? null,
      level: input.level,
      reason: input.reason.trim(),
      endsOn: input.endsOn,
      sharedAt: new Date(),
      sharedById: change.viewer.personId,
      version: 1,
    }
    await change.em.insert(AreaShare, share)
    const after = {
      areaId: area.id,
      toBoardId: share.toBoardId,
      toOrganisationId: share.toOrganisationId,
      level: share.level,
      reason: share.reason,
      endsOn: share.endsOn,
    }
    // Visible to both sides: it stands in the receiver's log, too.
    for (const chainId of [area.boardId, share.toBoardId ?? share.toOrganisationId ?? area.boardId]) {
      change.record({
        chainId,
        action: planPolicy.share.name,
        recordType: 'AreaShare',
        recordId: share.id,
        after,
      })
    }
    return share
  })
}

async function receiverOf(
  change: Change,
  boardId: string,
  toBoardId: string | null | undefined,
  toOrganisationId: string | null | undefined,
): Promise<{ name: string } | null> {
  if (toBoardId === boardId) return null
  if (toBoardId) return change.em.findOne(Board, { id: toBoardId })
  return toOrganisationId ? change.em.findOne(Organisation, { id: toOrganisationId }) : null
}

/** Ends a share before its last day. */
export function revokeShare(
  context: RequestContext,
  input: RevokeShareInput,
): Promise<AreaShare | Conflict | NotReady> {
  return operation(context, planPolicy.share, input.clientMutationId, shareAgain, async (change) => {
    const share = await change.find(AreaShare, { id: input.shareId })
    change.authorize(planPolicy.share, share)
    await change.lock(share)
    if (share.revokedAt) return new NotReady('This share has been ended already.')
    if (share.version !== input.version) return new Conflict(share.id, share.version, [])
    const revokedAt = new Date()
    share.revokedAt = revokedAt
    for (const chainId of [share.boardId, share.toBoardId ?? share.toOrganisationId ?? share.boardId]) {
      change.record({
        chainId,
        action: 'plan.revokeShare',
        recordType: 'AreaShare',
        recordId: share.id,
        before: { revokedAt: null },
        after: { revokedAt },
      })
    }
    return share
  })
}

const commentRoles = new Set<string>(['COORDINATOR', 'CHAIR', 'MEMBER', 'DEPUTY'])

/** Keeps a comment of the board's people, or of those with whom the area is shared to contribute. */
export function commentOnArea(
  context: RequestContext,
  input: CommentOnAreaInput,
): Promise<AreaComment | InvalidInput> {
  const again = (change: Change, id: string) => change.find(AreaComment, { id })
  return operation(context, commentPolicy.write, input.clientMutationId, again, async (change) => {
    const area = await change.find(PlanArea, { id: input.areaId })
    const [contributed] = await change.em.execute<{ yes: boolean }[]>(
      'select ?::uuid = any((select access.contributed_areas())::uuid[]) as yes',
      [area.id],
    )
    change.authorize(commentPolicy.write, {
      boardId: area.boardId,
      sharedToContribute: contributed?.yes === true,
    })
    const problems = checkComment(input.body)
    if (problems.length > 0) return new InvalidInput(problems)
    const comment: AreaComment = {
      boardId: area.boardId,
      id: newId(),
      planId: area.planId,
      areaId: area.id,
      personId: change.viewer.personId,
      authorName: change.viewer.name,
      authorFor: await writesFor(change, area),
      body: input.body.trim(),
      writtenAt: new Date(),
    }
    await change.em.insert(AreaComment, comment)
    // The words stay with the comment, which nobody can change.
    change.record({
      chainId: area.boardId,
      action: commentPolicy.write.name,
      recordType: 'AreaComment',
      recordId: comment.id,
      after: { areaId: area.id },
    })
    return comment
  })
}

/** The agency or the board for which the viewer writes: at the area's own board, else where it is shared to. */
async function writesFor(change: Change, area: PlanArea): Promise<string> {
  const { viewer, em } = change
  const own = viewer.tiesAt(area).find((tie) => commentRoles.has(tie.role))
  if (own) return nameFor(change, own.organisationId, area.boardId)
  const shares = await em.find(AreaShare, {
    boardId: area.boardId,
    areaId: area.id,
    revokedAt: null,
    level: ShareLevel.CONTRIBUTE,
  })
  for (const share of shares) {
    const tie = viewer.ties.find(
      ({ boardId, organisationId, scope, role }) =>
        (boardId !== null && boardId === share.toBoardId && commentRoles.has(role)) ||
        (scope === 'ORGANISATION' && role === 'AGENCY_LEAD' && organisationId === share.toOrganisationId),
    )
    if (tie) return nameFor(change, tie.organisationId, tie.boardId)
  }
  return 'A contributor'
}

/** The name of the agency, else of the board, for which somebody writes. */
export async function nameFor(
  change: Change,
  organisationId: string | null,
  boardId: string | null,
): Promise<string> {
  const agency = organisationId ? await change.em.findOne(Organisation, { id: organisationId }) : null
  const board = !agency && boardId ? await change.em.findOne(Board, { id: boardId }) : null
  return agency?.name ?? board?.name ?? 'A contributor'
}

function readable(day: string): string {
  return new Date(`${day}T12:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
}
