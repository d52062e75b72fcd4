import { scopeOfRole } from '@boardwork/shared/board/role.ts'
import type { Role } from '@boardwork/shared/board/role.ts'
import { policy } from '../../access/policy.ts'
import type { RecordScope } from '../../access/viewer.ts'

/** What a grant or an invitation is about, as far as the policy asks. */
export interface Appointment extends RecordScope {
  role: Role
}

/** Who may do what about boards, seats and grants. */
export const boardPolicy = policy('board', {
  read: { roles: 'SIGNED_IN' },
  create: { roles: ['ADMINISTRATOR'] },
  createSubGroup: { roles: ['ADMINISTRATOR', 'COORDINATOR'] },
  rename: { roles: ['ADMINISTRATOR', 'COORDINATOR'] },
  /** A lead of an agency sees the seats of the agency as well, which row-level security decides. */
  readSeats: { roles: ['ADMINISTRATOR', 'COORDINATOR', 'CHAIR', 'MEMBER', 'DEPUTY'] },
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
    const { role } = appointment
    const roles = new Set(viewer.tiesAt(appointment).map((tie) => tie.role))
    const seated = role === 'MEMBER' || role === 'DEPUTY'
    const ofBoard = seated || scopeOfRole[role] === 'BOARD'
    return (
      (roles.has('ADMINISTRATOR') && !seated) ||
      (roles.has('COORDINATOR') && Boolean(appointment.boardId) && ofBoard) ||
      (roles.has('AGENCY_LEAD') && role === 'CONTRIBUTOR')
    )
  }
  const roles = ['ADMINISTRATOR', 'COORDINATOR', 'AGENCY_LEAD'] as const
  return {
    invite: { roles, rule },
    grant: { roles, rule },
    changeGrant: { roles, rule },
    endGrant: { roles, rule },
  }
}
