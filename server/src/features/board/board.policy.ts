import { policy } from '../../access/policy.ts'
import type { RecordScope } from '../../access/viewer.ts'

/** What a grant or an invitation is about, as far as the policy asks. */
export interface Appointment extends RecordScope {
  role: string
}

/** Who may do what about boards, seats and grants. */
export const boardPolicy = policy('board', {
  read: { roles: 'SIGNED_IN' },
  create: { roles: ['ADMINISTRATOR'] },
  createSubGroup: { roles: ['ADMINISTRATOR', 'COORDINATOR'] },
  rename: { roles: ['ADMINISTRATOR', 'COORDINATOR'] },
  addSeat: { roles: ['COORDINATOR'] },
  changeSeat: { roles: ['COORDINATOR'] },
  nameDeputy: { roles: ['COORDINATOR'] },
  endDeputy: { roles: ['COORDINATOR'] },
  readPeople: { roles: ['ADMINISTRATOR', 'COORDINATOR', 'CHAIR'] },
  readLog: { roles: ['COORDINATOR', 'CHAIR'] },
  explainAccess: { roles: 'SIGNED_IN' },
})

/** Who may appoint whom: an administrator a board's officers, a coordinator the board's people, a lead contributors. */
export const appointmentPolicy = policy<Appointment, ReturnType<typeof appointmentLines>>(
  'appointment',
  appointmentLines(),
)

function appointmentLines() {
  const rule = (appointment: Appointment, viewer: { tiesAt(scope: RecordScope): { role: string }[] }) => {
    const roles = new Set(viewer.tiesAt(appointment).map((tie) => tie.role))
    if (roles.has('ADMINISTRATOR')) return !['MEMBER', 'DEPUTY'].includes(appointment.role)
    if (roles.has('COORDINATOR')) return Boolean(appointment.boardId)
    return roles.has('AGENCY_LEAD') && appointment.role === 'CONTRIBUTOR'
  }
  const roles = ['ADMINISTRATOR', 'COORDINATOR', 'AGENCY_LEAD'] as const
  return {
    invite: { roles, rule },
    grant: { roles, rule },
    changeGrant: { roles, rule },
    endGrant: { roles, rule },
  }
}
