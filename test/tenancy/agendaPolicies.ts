import type { Allowed, Variant } from './allowed.ts'

/** Who may do what about agendas and strategy meetings. */
export const agendaPolicies: Record<string, Allowed | Variant[]> = {
  'agenda.arrange': ['COORDINATOR', 'CHAIR'],
  'agenda.addPaper': ['COORDINATOR', 'CHAIR'],
  'agenda.removePaper': ['COORDINATOR', 'CHAIR'],
  'agenda.decide': ['COORDINATOR', 'CHAIR'],
  'agenda.act': ['COORDINATOR', 'CHAIR'],
  'meetingAction.read': 'SIGNED_IN',
  'meetingAction.report': [
    { name: 'an action of another agency', subject: {}, allowed: ['COORDINATOR', 'CHAIR'] },
    { name: 'an action of an agency of the viewer', subject: { ownAction: true }, allowed: 'SIGNED_IN' },
  ],
  'meetingAction.putBack': ['COORDINATOR', 'CHAIR'],
  'strategy.keepKinds': ['COORDINATOR'],
  'strategy.readKinds': ['COORDINATOR', 'CHAIR'],
  'strategy.plan': ['COORDINATOR'],
  'strategy.invite': ['COORDINATOR'],
  'strategy.changeReference': ['COORDINATOR', 'CHAIR'],
}
