import { policy } from '../../../access/policy.ts'
import type { RecordScope } from '../../../access/viewer.ts'

/** Who writes the rules of a board's year, and who tries them on its past. */
export const rulePolicy = policy('rule', {
  change: { roles: ['COORDINATOR'] },
  preview: { roles: ['COORDINATOR', 'CHAIR'] },
})

/** A flag, as far as the policy asks. */
export interface FlagSubject extends RecordScope {
  boardId: string
  /** Whether it is put to an agency for which the viewer sits at the board, stands in, or leads. */
  ownAgency?: boolean
}

/** Who does what about a flag: the officers bring it before the agency and the board, the agency answers. */
export const flagPolicy = policy('flag', {
  read: { roles: 'SIGNED_IN' },
  look: { roles: ['COORDINATOR', 'CHAIR'] },
  put: { roles: ['COORDINATOR', 'CHAIR'] },
  answer: { roles: 'SIGNED_IN', rule: (subject: FlagSubject) => subject.ownAgency === true },
  discuss: { roles: ['COORDINATOR', 'CHAIR'] },
  address: { roles: ['COORDINATOR', 'CHAIR'] },
  accept: { roles: ['CHAIR'] },
  close: { roles: ['COORDINATOR', 'CHAIR'] },
})

/** Who draws the sample of strategy meetings, and sees it. */
export const samplePolicy = policy('sample', {
  read: { roles: ['COORDINATOR', 'CHAIR'] },
  draw: { roles: ['COORDINATOR', 'CHAIR'] },
})
