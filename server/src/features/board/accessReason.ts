import { formatDay } from '@boardwork/shared/board/dates.ts'
import { roleName } from '@boardwork/shared/board/role.ts'
import type { RequestContext } from '../../access/requestContext.ts'
import type { Tie, Viewer } from '../../access/viewer.ts'
import { organisationsById, regionsById } from '../organisation/organisation.reads.ts'
import type { AccessReason } from './access.results.ts'
import { boardsById } from './board.reads.ts'

/** A tie as a reason; `because` says what the tie has to do with the record, where it is not plain. */
export async function tieReason(context: RequestContext, tie: Tie, because = ''): Promise<AccessReason> {
  const since = ` since ${formatDay(tie.since)}`
  const until = tie.until ? `, until ${formatDay(tie.until)}` : ''
  return {
    kind: kindOf(tie),
    role: tie.role,
    text: `${await roleText(context, tie)}${since}${until}.${because && ` ${because}`}`,
    since: tie.since,
    until: tie.until,
    boardId: tie.boardId,
    organisationId: tie.organisationId,
    grantId: tie.kind === 'GRANT' ? tie.id : null,
    seatId: tie.kind === 'SEAT' ? tie.id : null,
    deputyId: tie.kind === 'DEPUTY' ? tie.id : null,
  }
}

function kindOf(tie: Tie): AccessReason['kind'] {
  if (tie.role === 'ADMINISTRATOR') return 'ADMINISTRATOR'
  return tie.role === 'AGENCY_LEAD' ? 'AGENCY' : tie.kind
}

async function roleText(context: RequestContext, tie: Tie): Promise<string> {
  const board = await boardName(context, tie.boardId)
  const organisation = await organisationName(context, tie.organisationId)
  if (tie.kind === 'SEAT') return `You hold the seat of ${organisation} at ${board}`
  if (tie.kind === 'DEPUTY') return `You are a deputy for the seat of ${organisation} at ${board}`
  const role = `You are ${roleName[tie.role]}`
  if (tie.scope === 'BOARD') return `${role} of ${board}`
  if (tie.scope === 'ORGANISATION') return `${role} of ${organisation}`
  if (tie.scope === 'PLATFORM') return `${role} of the platform`
  const region = await context.loader(regionsById).load(tie.scopeId)
  return `${role} of ${region?.name ?? 'a region'}`
}

export async function boardName(context: RequestContext, id: string | null): Promise<string> {
  const board = id ? await context.loader(boardsById).load(id) : undefined
  return board?.name ?? 'a board'
}

export async function organisationName(context: RequestContext, id: string | null): Promise<string> {
  const organisation = id ? await context.loader(organisationsById).load(id) : undefined
  return organisation?.name ?? 'an agency'
}

/** A share that is open to the viewer, or that a board of the viewer has made. */
export interface ShareRow {
  id: string
  boardId: string
  toBoardId: string | null
  toOrganisationId: string | null
  sharedOn: string
  endsOn: string
}

/** An area that a board shares with a board or an agency of the viewer. */
export async function shareReasons(
  context: RequestContext,
  viewer: Viewer,
  share: ShareRow,
): Promise<AccessReason[]> {
  const from = await boardName(context, share.boardId)
  const to = share.toBoardId
    ? await boardName(context, share.toBoardId)
    : await organisationName(context, share.toOrganisationId)
  return receiversOf(viewer, share).map((tie) => ({
    kind: 'SHARE',
    role: tie.role,
    text: `${from} shares an area of its plan with ${to} until ${formatDay(share.endsOn)}, and you are ${roleName[tie.role]} there.`,
    since: share.sharedOn,
    until: share.endsOn,
    boardId: share.boardId,
    organisationId: share.toOrganisationId,
    shareId: share.id,
  }))
}

function receiversOf(viewer: Viewer, share: ShareRow): Tie[] {
  return share.toBoardId
    ? memberTies(viewer, share.toBoardId)
    : viewer.ties.filter((tie) => tie.role === 'AGENCY_LEAD' && tie.scopeId === share.toOrganisationId)
}

/** The viewer's ties as a coordinator or chair of the board. */
export function officerTies(viewer: Viewer, boardId: string): Tie[] {
  return viewer.ties.filter((tie) => tie.boardId === boardId && ['COORDINATOR', 'CHAIR'].includes(tie.role))
}

/** Those, and the seats that the viewer holds or may stand in for. */
export function memberTies(viewer: Viewer, boardId: string): Tie[] {
  return viewer.ties.filter(
    (tie) => tie.boardId === boardId && (tie.kind !== 'GRANT' || ['COORDINATOR', 'CHAIR'].includes(tie.role)),
  )
}

/** Those, and scrutiny: whoever sees the adopted plans of the board. */
export function planTies(viewer: Viewer, boardId: string): Tie[] {
  return viewer.ties.filter(
    (tie) =>
      tie.boardId === boardId && (memberTies(viewer, boardId).includes(tie) || tie.role === 'SCRUTINY'),
  )
}

export function leadTies(viewer: Viewer, organisationId: string | null): Tie[] {
  return viewer.ties.filter((tie) => tie.role === 'AGENCY_LEAD' && tie.scopeId === organisationId)
}

export function administratorTies(viewer: Viewer): Tie[] {
  return viewer.ties.filter((tie) => tie.role === 'ADMINISTRATOR')
}
