import { policy } from '../../access/policy.ts'
import type { RecordScope } from '../../access/viewer.ts'

/** A plan, or something that stands in one, as far as the policy asks. */
export interface PlanSubject extends RecordScope {
  boardId: string
  state?: string
  /** Whether a live share lets the viewer contribute to the area. */
  sharedToContribute?: boolean
}

/** Who may do what about improvement plans. */
export const planPolicy = policy('plan', {
  read: { roles: 'SIGNED_IN' },
  import: { roles: ['COORDINATOR'] },
  edit: { roles: ['COORDINATOR'] },
  adopt: { roles: ['CHAIR'] },
  share: { roles: ['COORDINATOR'] },
})

const commentRoles = ['COORDINATOR', 'CHAIR', 'MEMBER', 'DEPUTY'] as const

/** Who may comment: the board's people, and those with whom the area is shared to contribute. */
export const commentPolicy = policy('comment', {
  write: {
    roles: 'SIGNED_IN',
    rule: (subject: PlanSubject, viewer) =>
      subject.sharedToContribute === true ||
      viewer.tiesAt(subject).some((tie) => commentRoles.some((role) => role === tie.role)),
  },
})
