import type { Role, Scope } from '@boardwork/shared/board/role.ts'
import type { InvitationState } from '@boardwork/shared/identity/invitation.ts'
import { hashToken } from '../../access/requestContext.ts'
import type { RequestContext } from '../../access/requestContext.ts'
import { platformChain } from '../../audit/chain.ts'
import { rowsForAnybody } from './identity.reads.ts'
import type { Invitation } from './invitation.entity.ts'
import type { OpenedInvitation } from './invitation.results.ts'

/** What the database says to whoever holds the link. */
export interface FoundInvitation {
  id: string
  scope: Scope
  scopeId: string
  scopeName: string
  role: Role
  email: string
  organisationName: string
  invitedByName: string
  expiresAt: string
  state: InvitationState
  /** Whose account the address has; null while it has none. */
  personId: string | null
  personName: string | null
}

export async function findInvitation(
  context: RequestContext,
  token: string,
): Promise<FoundInvitation | null> {
  const [row] = await rowsForAnybody<{ found: FoundInvitation | null }>(
    context,
    'select identity.invitation($1) as found',
    [hashToken(token)],
  )
  return row?.found ?? null
}

export async function readOpenedInvitation(
  context: RequestContext,
  token: string,
): Promise<OpenedInvitation | null> {
  const found = await findInvitation(context, token)
  if (!found) return null
  const viewer = await context.viewer()
  return {
    ...found,
    expiresAt: new Date(found.expiresAt),
    needsAccount: found.personId === null,
    isForViewer: viewer !== null && viewer.personId === found.personId,
  }
}

/** The invitations to run the platform that were neither accepted nor withdrawn, the newest first. */
export function readPlatformInvitations(context: RequestContext): Promise<Invitation[]> {
  return context.rows<Invitation>(
    `select scope_id as "scopeId", id, scope, role, email, organisation_id as "organisationId", seat_id as "seatId",
       invited_by_id as "invitedById", invited_at as "invitedAt", expires_at as "expiresAt",
       accepted_at as "acceptedAt", withdrawn_at as "withdrawnAt"
     from invitation where scope_id = $1 and accepted_at is null and withdrawn_at is null
     order by invited_at desc, id desc limit 100`,
    [platformChain],
  )
}
