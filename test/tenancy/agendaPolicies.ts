import type { Allowed, Variant } from './allowed.ts'

/** Who may do what about agendas and strategy meetings. */
export const agendaPolicies: Record<string, Allowed | Variant[]> = {
  'agenda.arrange': ['COORDINATOR', 'CHAIR'],
  'agenda.addPaper': ['COORDINATOR', 'CHAIR'],
  'agenda.removePaper': ['COORDINATOR', 'CHAIR'],
  'agenda.decide': ['COORDINATOR', 'CHAIR'],
  'agenda.act': ['COORDINATOR', 'CHAIR'],
  'strategy.keepKinds': ['COORDINATOR'],
  'strategy.readKinds': ['COORDINATOR', 'CHAIR'],
  'strategy.plan': ['COORDINATOR'],
  'strategy.invite': ['COORDINATOR'],
}
