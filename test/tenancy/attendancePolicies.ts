import type { Allowed, Variant } from './allowed.ts'

/** Who may do what about meetings and attendance. */
export const attendancePolicies: Record<string, Allowed | Variant[]> = {
  'calendar.read': 'SIGNED_IN',
  'calendar.renewAddress': 'SIGNED_IN',
  'meetingAnswer.give': [
    { name: 'a place of another agency', subject: {}, allowed: ['COORDINATOR'] },
    { name: "a place of the viewer's agency", subject: { ownPlace: true }, allowed: 'SIGNED_IN' },
  ],
  'meetingAnswer.giveByLink': 'ANYBODY',
  'meetingAnswer.readLink': 'ANYBODY',
  'meetingAnswer.invite': ['COORDINATOR'],
  'meetingAnswer.readDoubleBooked': ['COORDINATOR', 'CHAIR'],
  'meeting.read': 'SIGNED_IN',
  'meeting.plan': ['COORDINATOR'],
  'meeting.change': ['COORDINATOR'],
  'meeting.cancel': ['COORDINATOR'],
  'attendance.publish': ['COORDINATOR', 'CHAIR'],
  'attendance.withdraw': ['COORDINATOR', 'CHAIR'],
  'meeting.settle': ['COORDINATOR'],
  'registerImport.read': 'SIGNED_IN',
  'registerImport.bringIn': ['COORDINATOR'],
}
