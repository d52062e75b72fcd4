import { policy } from '../../../access/policy.ts'
import type { RecordScope } from '../../../access/viewer.ts'

/** An action of a meeting, as far as the policy asks. */
export interface MeetingActionSubject extends RecordScope {
  boardId: string
  /** Whether the viewer answers for the agency that does it. */
  ownAction?: boolean
}

/** Who says how an action of a meeting stands: the agency that does it, and the officers. */
export const meetingActionPolicy = policy('meetingAction', {
  read: { roles: 'SIGNED_IN' },
  report: {
    roles: 'SIGNED_IN',
    rule: (subject: MeetingActionSubject, viewer) =>
      subject.ownAction === true ||
      viewer.tiesAt(subject).some(({ role }) => role === 'COORDINATOR' || role === 'CHAIR'),
  },
  putBack: { roles: ['COORDINATOR', 'CHAIR'] },
})
