/** Days for which an invitation can be used. */
export const invitationDays = 7

/** What has become of an invitation. */
export const InvitationState = {
  OPEN: 'OPEN',
  ACCEPTED: 'ACCEPTED',
  EXPIRED: 'EXPIRED',
  WITHDRAWN: 'WITHDRAWN',
} as const
export type InvitationState = (typeof InvitationState)[keyof typeof InvitationState]

/** The state of an invitation at a moment. */
export function invitationState(
  invitation: { acceptedAt?: Date | null; withdrawnAt?: Date | null; expiresAt: Date },
  now: Date,
): InvitationState {
  if (invitation.acceptedAt) return InvitationState.ACCEPTED
  if (invitation.withdrawnAt) return InvitationState.WITHDRAWN
  return invitation.expiresAt <= now ? InvitationState.EXPIRED : InvitationState.OPEN
}
