import type { Allowed, Variant } from './allowed.ts'

/** Who may do what about rules, flags and samples. */
export const flagPolicies: Record<string, Allowed | Variant[]> = {
  'rule.change': ['COORDINATOR'],
  'rule.preview': ['COORDINATOR', 'CHAIR'],
  'flag.read': 'SIGNED_IN',
  'flag.look': ['COORDINATOR', 'CHAIR'],
  'flag.put': ['COORDINATOR', 'CHAIR'],
  'flag.answer': [
    { name: 'a flag about another agency', subject: {}, allowed: [] },
    {
      name: 'a flag that is put to an agency of the viewer',
      subject: { ownAgency: true },
      allowed: 'SIGNED_IN',
    },
  ],
  'flag.discuss': ['COORDINATOR', 'CHAIR'],
  'flag.address': ['COORDINATOR', 'CHAIR'],
  'flag.accept': ['CHAIR'],
  'flag.close': ['COORDINATOR', 'CHAIR'],
  'sample.read': ['COORDINATOR', 'CHAIR'],
  'sample.draw': ['COORDINATOR', 'CHAIR'],
}
