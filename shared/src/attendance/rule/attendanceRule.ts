import type { FieldMessage } from '../../organisation/checkText.ts'
import { checkSharePercent } from '../sample/sample.ts'

/** What a rule of a board's year looks for. */
export const RuleKind = {
  AGENCY_ABSENT: 'AGENCY_ABSENT',
  AGENCY_DEPUTIES: 'AGENCY_DEPUTIES',
  NO_APOLOGIES: 'NO_APOLOGIES',
  PARTNER_MISSING: 'PARTNER_MISSING',
  FULL_ATTENDANCE: 'FULL_ATTENDANCE',
  FEWER_MEETINGS: 'FEWER_MEETINGS',
  SEAT_VACANT: 'SEAT_VACANT',
  SEAT_LAPSES: 'SEAT_LAPSES',
} as const
export type RuleKind = (typeof RuleKind)[keyof typeof RuleKind]

/** How a kind of rule is offered on a page. */
export const ruleKindName: Record<RuleKind, string> = {
  AGENCY_ABSENT: 'An agency misses too many meetings',
  AGENCY_DEPUTIES: 'An agency sends deputies too often',
  NO_APOLOGIES: 'An agency stays away without apologies',
  PARTNER_MISSING: 'A required partner misses strategy meetings',
  FULL_ATTENDANCE: 'Too few strategy meetings have full attendance',
  FEWER_MEETINGS: 'Fewer meetings are held than promised',
  SEAT_VACANT: 'A seat stays vacant too long',
  SEAT_LAPSES: 'A person stays away so long that the seat lapses',
}

/** What a rule asks for. */
export interface RuleTerms {
  kind: RuleKind
  /**
   * The number of the rule, counted in what its kind says: meetings, days of a vacancy, months away, or the target as
   * a percentage from 1 to 100.
   */
  limit: number
  /** Of FULL_ATTENDANCE, how much of the year's strategy meetings is sampled, as a percentage; else null. */
  samplePercent: number | null
  /** Of AGENCY_ABSENT, whether a meeting with apologies counts as missed, too; else null. */
  countsApologies: boolean | null
}

/** A rule of a board: while its terms stay the same it keeps its id from one version of the rules to the next. */
export interface Rule extends RuleTerms {
  id: string
}

/** Where a rule's number lies, what it is called in a form, and how the form explains it. */
export interface RuleNumber {
  least: number
  most: number
  label: string
  hint: string
}

export const ruleNumber: Record<RuleKind, RuleNumber> = {
  AGENCY_ABSENT: meetingsMissed('How many meetings of a year an agency may miss'),
  AGENCY_DEPUTIES: meetingsMissed('How many times in a year an agency may send a deputy'),
  NO_APOLOGIES: meetingsMissed('How many meetings of a year an agency may miss without apologies'),
  PARTNER_MISSING: meetingsMissed('How many strategy meetings of a year a required partner may miss'),
  FULL_ATTENDANCE: {
    least: 1,
    most: 100,
    label: 'Target: the percentage of strategy meetings with full attendance',
    hint: 'Full attendance means that every required partner came or sent a deputy.',
  },
  FEWER_MEETINGS: {
    least: 1,
    most: 60,
    label: 'How many meetings a year are promised',
    hint: 'A meeting is held when its register is closed. Cancelled meetings do not count.',
  },
  SEAT_VACANT: {
    least: 1,
    most: 1000,
    label: 'How many days a seat may be vacant',
    hint: 'Counted from the first day on which nobody holds it.',
  },
  SEAT_LAPSES: {
    least: 1,
    most: 24,
    label: 'How many months a person may stay away',
    hint: 'Counted from the last meeting that the person came to. A deputy does not count as the person.',
  },
}

/** How many rules a board can have for a year: one of each kind. */
export const mostRules = Object.keys(RuleKind).length

/** The name of the rules that a board can take over at once. */
export const usualPromisesName = 'Usual promises'

/**
 * The default rules, named “usual promises”: more than one absence, more than one deputy, 85 % full attendance over a
 * sample of 50 % of the strategy meetings; of a sub-group, eight meetings a year.
 */
export function usualPromises(subGroup: boolean): RuleTerms[] {
  const absences: RuleTerms[] = [
    { kind: 'AGENCY_ABSENT', limit: 1, samplePercent: null, countsApologies: true },
    { kind: 'AGENCY_DEPUTIES', limit: 1, samplePercent: null, countsApologies: null },
    { kind: 'FULL_ATTENDANCE', limit: 85, samplePercent: 50, countsApologies: null },
  ]
  return subGroup
    ? [...absences, { kind: 'FEWER_MEETINGS', limit: 8, samplePercent: null, countsApologies: null }]
    : absences
}

/** A rule in one sentence. */
export function ruleWords(rule: RuleTerms): string {
  return wordsOf[rule.kind](rule)
}

const wordsOf: Record<RuleKind, (rule: RuleTerms) => string> = {
  AGENCY_ABSENT: ({ limit, countsApologies }) =>
    countsApologies
      ? `An agency misses more than ${meetings(limit)} in a year, with or without apologies.`
      : `An agency misses more than ${meetings(limit)} in a year without apologies; a meeting with apologies does not count.`,
  AGENCY_DEPUTIES: ({ limit }) => `An agency sends a deputy to more than ${meetings(limit)} in a year.`,
  NO_APOLOGIES: ({ limit }) =>
    limit === 0
      ? 'An agency misses a meeting without apologies.'
      : `An agency gives no apologies for more than ${meetings(limit)} that it misses in a year.`,
  PARTNER_MISSING: ({ limit }) =>
    limit === 0
      ? 'A required partner misses a strategy meeting.'
      : `A required partner misses more than ${counted(limit, 'strategy meeting')} in a year.`,
  FULL_ATTENDANCE: ({ limit, samplePercent }) =>
    `Of a sample of ${samplePercent ?? 0}% of the year’s strategy meetings, fewer than ${limit}% have full attendance, and the 95% interval is sure of it.`,
  FEWER_MEETINGS: ({ limit }) =>
    `Fewer than ${meetings(limit)} ${limit === 1 ? 'is' : 'are'} held in the year.`,
  SEAT_VACANT: ({ limit }) => `A seat is vacant for more than ${counted(limit, 'day')}.`,
  SEAT_LAPSES: ({ limit }) => `A person who holds a seat stays away for ${counted(limit, 'month')}.`,
}

/** Checks one rule that was typed: `NaN` where what was typed is no number. Empty when all is well. */
export function checkRule(rule: RuleTerms): FieldMessage[] {
  const problems: FieldMessage[] = []
  const { least, most } = ruleNumber[rule.kind]
  if (!isFrom(rule.limit, least, most))
    problems.push({ field: 'limit', message: `Enter a whole number from ${least} to ${most}.` })
  if (rule.kind === 'FULL_ATTENDANCE') {
    problems.push(
      ...checkSharePercent(rule.samplePercent ?? Number.NaN).map(({ message }) => ({
        field: 'samplePercent',
        message,
      })),
    )
  } else if (rule.samplePercent !== null)
    problems.push({ field: 'samplePercent', message: 'Only full attendance is looked at in a sample.' })
  if ((rule.kind === 'AGENCY_ABSENT') !== (rule.countsApologies !== null))
    problems.push({
      field: 'countsApologies',
      message:
        rule.kind === 'AGENCY_ABSENT'
          ? 'Say whether a meeting with apologies counts as missed.'
          : 'Only missed meetings can be counted with or without apologies.',
    })
  return problems
}

/** Checks the rules of a year together. The field of a rule's problem begins with its place: `rules.0.limit`. */
export function checkRules(rules: readonly RuleTerms[]): FieldMessage[] {
  return rules.flatMap((rule, place) => {
    const problems = checkRule(rule)
    if (rules.findIndex(({ kind }) => kind === rule.kind) < place)
      problems.push({ field: 'kind', message: 'There is a rule of this kind already. Change that one.' })
    return problems.map(({ field, message }) => ({ field: `rules.${place}.${field}`, message }))
  })
}

/** Whether two rules ask for the same. */
export function isSameRule(one: RuleTerms, other: RuleTerms): boolean {
  return (
    one.kind === other.kind &&
    one.limit === other.limit &&
    one.samplePercent === other.samplePercent &&
    one.countsApologies === other.countsApologies
  )
}

function meetingsMissed(label: string): RuleNumber {
  return { least: 0, most: 50, label, hint: 'A flag is raised with the next one. 0 means none at all.' }
}

function meetings(number: number): string {
  return counted(number, 'meeting')
}

function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}

function isFrom(number: number, least: number, most: number): boolean {
  return Number.isInteger(number) && number >= least && number <= most
}
