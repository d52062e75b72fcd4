import { ruleNumber } from '@boardwork/shared/attendance/rule/attendanceRule.ts'
import type { RuleKind, RuleTerms } from '@boardwork/shared/attendance/rule/attendanceRule.ts'

/** A rule as it stands in the form: its numbers as they are typed. */
export interface RuleDraft {
  kind: RuleKind
  limit: string
  samplePercent: string
  countsApologies: boolean
}

/** A rule as it is known, put into the form. */
export function draftOf({
  kind,
  limit,
  samplePercent,
  countsApologies,
}: {
  kind: RuleKind
  limit: number
  samplePercent?: number | null | undefined
  countsApologies?: boolean | null | undefined
}): RuleDraft {
  return {
    kind,
    limit: String(limit),
    samplePercent: String(samplePercent ?? 50),
    countsApologies: countsApologies ?? true,
  }
}

/** A new rule of the kind, with its least number. */
export function newRule(kind: RuleKind): RuleDraft {
  const usual: Partial<Record<RuleKind, number>> = {
    AGENCY_ABSENT: 1,
    AGENCY_DEPUTIES: 1,
    FULL_ATTENDANCE: 85,
    FEWER_MEETINGS: 8,
    SEAT_VACANT: 60,
    SEAT_LAPSES: 6,
  }
  return draftOf({ kind, limit: usual[kind] ?? ruleNumber[kind].least })
}

/** What was typed, as the rules take it; `NaN` where it is no whole number. */
export function termsOf({ kind, limit, samplePercent, countsApologies }: RuleDraft): RuleTerms {
  return {
    kind,
    limit: numberOf(limit),
    samplePercent: kind === 'FULL_ATTENDANCE' ? numberOf(samplePercent) : null,
    countsApologies: kind === 'AGENCY_ABSENT' ? countsApologies : null,
  }
}

function numberOf(text: string): number {
  return /^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN
}
