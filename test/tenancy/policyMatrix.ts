import type { Allowed, Variant } from './allowed.ts'
import { agendaPolicies } from './agendaPolicies.ts'
import { attendancePolicies } from './attendancePolicies.ts'
import { registerPolicies } from './registerPolicies.ts'
import { flagPolicies } from './flagPolicies.ts'

/** A role that a board gives, whoever appoints. */
const boardRoles = ['COORDINATOR', 'CHAIR', 'MODERATOR', 'SCRUTINY'] as const
const seatRoles = ['MEMBER', 'DEPUTY'] as const

/** The scope of the record whose role is to be given: `board` or `organisation`, or neither. */
const appointments: Variant[] = [
  ...boardRoles.map((role) => ({
    name: `${role} at a board`,
    subject: { role, organisationId: null },
    allowed: ['ADMINISTRATOR', 'COORDINATOR'] as const,
  })),
  ...seatRoles.map((role) => ({
    name: `${role} at a board`,
    subject: { role, organisationId: null },
    allowed: ['COORDINATOR'] as const,
  })),
  // A board's coordinator gives the roles of boards, and no other under a board's name.
  ...(['ADMINISTRATOR', 'AGENCY_LEAD', 'CONTRIBUTOR', 'REGIONAL_ANALYST'] as const).map((role) => ({
    name: `${role} under the name of a board`,
    subject: { role, organisationId: null },
    allowed: ['ADMINISTRATOR'] as const,
  })),
  {
    name: 'CONTRIBUTOR of an organisation',
    subject: { role: 'CONTRIBUTOR', boardId: null },
    allowed: ['ADMINISTRATOR', 'AGENCY_LEAD'],
  },
  {
    name: 'AGENCY_LEAD of an organisation',
    subject: { role: 'AGENCY_LEAD', boardId: null },
    allowed: ['ADMINISTRATOR'],
  },
  {
    name: 'REGIONAL_ANALYST of a region',
    subject: { role: 'REGIONAL_ANALYST', boardId: null, organisationId: null },
    allowed: ['ADMINISTRATOR'],
  },
  {
    name: 'ADMINISTRATOR of the platform',
    subject: { role: 'ADMINISTRATOR', boardId: null, organisationId: null },
    allowed: ['ADMINISTRATOR'],
  },
]

/** Each action of the platform: who may do it, or who may in which case. */
export const policyMatrix: Record<string, Allowed | Variant[]> = {
  ...attendancePolicies,
  ...registerPolicies,
  ...flagPolicies,
  ...agendaPolicies,
  'appointment.invite': appointments,
  'appointment.grant': appointments,
  'appointment.changeGrant': appointments,
  'appointment.endGrant': appointments,
  'board.read': 'SIGNED_IN',
  'board.create': ['ADMINISTRATOR'],
  'board.createSubGroup': ['ADMINISTRATOR', 'COORDINATOR'],
  'board.rename': ['ADMINISTRATOR', 'COORDINATOR'],
  'board.readSeats': ['ADMINISTRATOR', 'COORDINATOR', 'CHAIR', 'MEMBER', 'DEPUTY'],
  'board.addSeat': ['COORDINATOR'],
  'board.changeSeat': ['COORDINATOR'],
  'board.nameDeputy': ['COORDINATOR'],
  'board.endDeputy': ['COORDINATOR'],
  'board.readPeople': ['ADMINISTRATOR', 'COORDINATOR', 'CHAIR'],
  'board.readLog': ['COORDINATOR', 'CHAIR'],
  'board.explainAccess': 'SIGNED_IN',
  'identity.readViewer': 'ANYBODY',
  'identity.readSignIn': 'ANYBODY',
  'identity.signIn': 'ANYBODY',
  'identity.signOut': 'ANYBODY',
  'identity.readInvitation': 'ANYBODY',
  'identity.acceptInvitation': 'ANYBODY',
  'identity.requestPasswordReset': 'ANYBODY',
  'identity.resetPassword': 'ANYBODY',
  'identity.readSessions': 'SIGNED_IN',
  'identity.endSession': 'SIGNED_IN',
  'identity.changePassword': 'SIGNED_IN',
  'identity.changeName': 'SIGNED_IN',
  'identity.readPeople': ['ADMINISTRATOR'],
  'identity.disablePerson': ['ADMINISTRATOR'],
  'identity.enablePerson': ['ADMINISTRATOR'],
  'identity.readOutbox': ['ADMINISTRATOR'],
  'identity.readPlatformInvitations': ['ADMINISTRATOR'],
  'organisation.read': 'SIGNED_IN',
  'organisation.create': ['ADMINISTRATOR'],
  'organisation.change': ['ADMINISTRATOR'],
  'organisation.createRegion': ['ADMINISTRATOR'],
  'organisation.recordMerger': ['ADMINISTRATOR'],
  'organisation.takeBackMerger': ['ADMINISTRATOR'],
  'organisation.readAgency': ['AGENCY_LEAD'],
  'plan.read': 'SIGNED_IN',
  'plan.import': ['COORDINATOR'],
  'plan.edit': ['COORDINATOR'],
  'plan.adopt': ['CHAIR'],
  'plan.share': ['COORDINATOR'],
  'plan.publish': ['COORDINATOR', 'CHAIR'],
  'period.read': [
    { name: 'of whose plans nothing is seen', subject: {}, allowed: ['COORDINATOR', 'CHAIR'] },
    { name: 'of which an adopted plan is seen', subject: { seesPlan: true }, allowed: 'SIGNED_IN' },
  ],
  'period.readUnauthorised': ['COORDINATOR', 'CHAIR'],
  'period.setCalendar': ['COORDINATOR'],
  'period.close': ['COORDINATOR'],
  'update.read': 'SIGNED_IN',
  'update.write': [
    { name: 'an action of others', subject: {}, allowed: ['COORDINATOR'] },
    {
      name: 'an action for which the viewer is responsible',
      subject: { writer: true },
      allowed: 'SIGNED_IN',
    },
  ],
  'pointer.answer': [
    { name: 'an action of others', subject: {}, allowed: ['COORDINATOR'] },
    {
      name: 'an action for which the viewer is responsible',
      subject: { writer: true },
      allowed: 'SIGNED_IN',
    },
  ],
  'update.authorise': [
    { name: 'nobody is named', subject: {}, allowed: ['COORDINATOR', 'CHAIR'] },
    { name: 'the viewer is named', subject: { named: true, authoriser: true }, allowed: 'SIGNED_IN' },
    { name: 'somebody else is named', subject: { named: true }, allowed: [] },
    { name: 'their own, and somebody else could', subject: { own: true, others: 1 }, allowed: [] },
    {
      name: 'their own, and nobody else could',
      subject: { own: true, others: 0 },
      allowed: ['COORDINATOR', 'CHAIR'],
    },
    {
      name: 'their own, named, and somebody else could',
      subject: { named: true, authoriser: true, own: true, others: 1 },
      allowed: [],
    },
  ],
  'evidence.add': [
    { name: 'an action of the board', subject: {}, allowed: ['COORDINATOR', 'CHAIR'] },
    {
      name: 'an action for which the viewer is responsible',
      subject: { responsible: true },
      allowed: 'SIGNED_IN',
    },
  ],
  'evidence.withdraw': [
    { name: 'a piece of the board', subject: {}, allowed: ['COORDINATOR', 'CHAIR'] },
    {
      name: 'a piece of somebody else, for an action for which the viewer is responsible',
      subject: { responsible: true },
      allowed: ['COORDINATOR', 'CHAIR'],
    },
    {
      name: 'their own, for an action for which they are no longer responsible',
      subject: { own: true },
      allowed: ['COORDINATOR', 'CHAIR'],
    },
    {
      name: 'their own, for an action for which they are responsible',
      subject: { own: true, responsible: true },
      allowed: 'SIGNED_IN',
    },
  ],
  'measure.set': ['COORDINATOR'],
  'measure.record': [
    { name: 'an action of the board', subject: {}, allowed: ['COORDINATOR', 'CHAIR'] },
    {
      name: 'an action for which the viewer is responsible',
      subject: { responsible: true },
      allowed: 'SIGNED_IN',
    },
  ],
  'milestone.set': ['COORDINATOR'],
  'milestone.complete': [
    { name: 'a milestone of others', subject: { kind: 'MILESTONE' }, allowed: ['COORDINATOR', 'CHAIR'] },
    {
      name: 'a milestone of an action for which the viewer is responsible',
      subject: { kind: 'MILESTONE', responsible: true },
      allowed: 'SIGNED_IN',
    },
    { name: 'a review', subject: { kind: 'REVIEW' }, allowed: ['COORDINATOR', 'CHAIR'] },
    {
      name: 'a review of an action for which the viewer is responsible',
      subject: { kind: 'REVIEW', responsible: true },
      allowed: ['COORDINATOR', 'CHAIR'],
    },
  ],
  'comment.write': [
    {
      name: 'an area of the board',
      subject: {},
      allowed: ['COORDINATOR', 'CHAIR', 'MEMBER', 'DEPUTY'],
    },
    {
      name: 'an area that is shared to contribute',
      subject: { sharedToContribute: true },
      allowed: 'SIGNED_IN',
    },
  ],
}
