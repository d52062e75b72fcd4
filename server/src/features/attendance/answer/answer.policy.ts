import { policy } from '../../../access/policy.ts'
import type { RecordScope } from '../../../access/viewer.ts'

/** An answer for a place at a meeting, as far as the policy asks. */
export interface AnswerSubject extends RecordScope {
  boardId: string
  /** Whether the viewer holds the place, stands in for its holder, or leads the agency. */
  ownPlace?: boolean
}

/** Who answers for a place: the agency's own people, and a coordinator who writes it down for them. */
export const meetingAnswerPolicy = policy('meetingAnswer', {
  give: {
    roles: 'SIGNED_IN',
    rule: (subject: AnswerSubject, viewer) =>
      subject.ownPlace === true || viewer.tiesAt(subject).some(({ role }) => role === 'COORDINATOR'),
  },
  /** Whoever holds the secret of a letter. */
  readLink: { roles: 'ANYBODY' },
  giveByLink: { roles: 'ANYBODY' },
  invite: { roles: ['COORDINATOR'] },
  /** That somebody is expected at two meetings at once. */
  readDoubleBooked: { roles: ['COORDINATOR', 'CHAIR'] },
})

/** One's own meetings and calendar. */
export const calendarPolicy = policy('calendar', {
  read: { roles: 'SIGNED_IN' },
  renewAddress: { roles: 'SIGNED_IN' },
})
