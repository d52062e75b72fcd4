import type { Allowed, Variant } from './allowed.ts'

/** Who may do what about agendas and strategy meetings. */
export const agendaPolicies: Record<string, Allowed | Variant[]> = {
  'agenda.arrange': ['COORDINATOR'],
  'agenda.addPaper': ['COORDINATOR'],
  'agenda.removePaper': ['COORDINATOR'],
  'agenda.decide': ['COORDINATOR'],
  'agenda.act': ['COORDINATOR'],
  'strategy.keepKinds': ['COORDINATOR'],
  'strategy.readKinds': ['COORDINATOR', 'CHAIR'],
  'strategy.plan': ['COORDINATOR'],
  'strategy.invite': ['COORDINATOR'],
}
