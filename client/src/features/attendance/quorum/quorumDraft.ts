import type { DeputiesCount, QuorumRule, SeatsNeeded } from '@boardwork/shared/attendance/quorum/quorum.ts'
import type { OrganisationKind } from '@boardwork/shared/organisation/organisationKind.ts'

/** The kinds of rules, in the words of the form. */
export const ruleKindName = {
  SEATS: 'So many seats',
  AGENCIES: 'Agencies that have to be there',
  KINDS: 'So many agencies of a kind',
  ALL_OF: 'A group: all of these',
  ANY_OF: 'A group: one of these is enough',
} as const satisfies Record<QuorumRule['kind'], string>

/** A rule as it is typed: it keeps what was typed for one kind while another is looked at. */
export interface RuleDraft {
  kind: QuorumRule['kind']
  votingOnly: boolean
  /** Whether a number of seats is needed, a share of them, or more than a share. */
  measure: 'NUMBER' | 'SHARE' | 'MORE_THAN'
  seats: string
  part: string
  of: string
  deputies: DeputiesCount
  organisationIds: readonly string[]
  organisationKinds: readonly OrganisationKind[]
  agencies: string
  rules: readonly RuleDraft[]
}

export const newRule: RuleDraft = {
  kind: 'SEATS',
  votingOnly: true,
  measure: 'NUMBER',
  seats: '',
  part: '1',
  of: '3',
  deputies: 'ALL',
  organisationIds: [],
  organisationKinds: [],
  agencies: '1',
  rules: [],
}

/** The whole of a quorum as it is typed: a group, also where there is one rule. */
export function draftOfQuorum(rule: QuorumRule | null): RuleDraft {
  const draft = rule ? draftOf(rule) : newRule
  return isGroup(draft) ? draft : { ...newRule, kind: 'ALL_OF', rules: [draft] }
}

function draftOf(rule: QuorumRule): RuleDraft {
  if ('rules' in rule) return { ...newRule, kind: rule.kind, rules: rule.rules.map(draftOf) }
  const common = { ...newRule, kind: rule.kind, deputies: rule.deputies }
  if (rule.kind === 'AGENCIES') return { ...common, organisationIds: rule.organisationIds }
  if (rule.kind === 'KINDS')
    return { ...common, organisationKinds: rule.organisationKinds, agencies: String(rule.agencies) }
  return { ...common, votingOnly: rule.votingOnly, ...draftOfNeeds(rule.needs) }
}

function draftOfNeeds(needs: SeatsNeeded['needs']): Partial<RuleDraft> {
  if ('seats' in needs) return { measure: 'NUMBER', seats: String(needs.seats) }
  const measure = needs.moreThan ? 'MORE_THAN' : 'SHARE'
  return { measure, part: String(needs.part), of: String(needs.of) }
}

export function isGroup({ kind }: RuleDraft): boolean {
  return kind === 'ALL_OF' || kind === 'ANY_OF'
}

/** The rule that was typed. What is no number becomes 0, which the rules refuse in their words. */
export function ruleOf(draft: RuleDraft): QuorumRule {
  const { kind, deputies, votingOnly, measure } = draft
  if (kind === 'ALL_OF' || kind === 'ANY_OF') return { kind, rules: draft.rules.map(ruleOf) }
  if (kind === 'AGENCIES') return { kind, deputies, organisationIds: draft.organisationIds }
  if (kind === 'KINDS')
    return { kind, deputies, organisationKinds: draft.organisationKinds, agencies: numberOf(draft.agencies) }
  const share = { part: numberOf(draft.part), of: numberOf(draft.of), moreThan: measure === 'MORE_THAN' }
  return {
    kind,
    deputies,
    votingOnly,
    needs: measure === 'NUMBER' ? { seats: numberOf(draft.seats) } : share,
  }
}

function numberOf(typed: string): number {
  return /^\s*\d{1,4}\s*$/.test(typed) ? Number(typed) : 0
}
