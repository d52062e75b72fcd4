import { formatDay } from '../board/dates.ts'
import type { Day } from '../board/dates.ts'
import { casesNeeded, intervalText, shareInterval } from '../statistics/shareInterval.ts'
import type { Interval } from '../statistics/shareInterval.ts'
import { isAtMost, isPercentage } from './measureKind.ts'
import type { Counting, MeasureKind } from './measureKind.ts'

/** What can be said about a measure. */
export const Verdict = {
  MET: 'MET',
  NOT_MET: 'NOT_MET',
  UNCERTAIN: 'UNCERTAIN',
  NO_RESULT: 'NO_RESULT',
  NOT_DUE: 'NOT_DUE',
} as const
export type Verdict = (typeof Verdict)[keyof typeof Verdict]

export const verdictName: Record<Verdict, string> = {
  MET: 'Met',
  NOT_MET: 'Not met',
  UNCERTAIN: 'Cannot be said from this sample',
  NO_RESULT: 'No result yet',
  NOT_DUE: 'Not due yet',
}

/** What a measure asks for. Which of these it has depends on its kind. */
export interface MeasureTerms {
  kind: MeasureKind
  /** A number, or a percentage from 0 to 100. */
  target?: number | null
  /** The last day on which it is done in time. */
  targetOn?: Day | null
  withinDays?: number | null
  /** What the number or the days are counted in. */
  unit?: string | null
  counting?: Counting | null
}

/** What was found. Which of these it has depends on the kind of its measure. */
export interface Found {
  value?: number | null
  /** Of a percentage: how many of the cases that were looked at are as they should be counted, and how many these are. */
  numerator?: number | null
  denominator?: number | null
  /** How many cases there were altogether, where that is known. */
  populationSize?: number | null
  /** When it was measured; of something that is to be done by a day, when it was done. */
  measuredOn: Day
}

export interface Judgement {
  verdict: Verdict
  /** Why, in a sentence or two. */
  words: string
}

/**
 * Whether the result meets the measure. Of a sample that is said only when the whole 95 % interval (see
 * shareInterval.ts) lies on one side of the target: a share found in ten cases seldom is what all cases would show.
 *
 * @param found the latest result that stands; null without one.
 */
export function judge(measure: MeasureTerms, found: Found | null, today: Day): Judgement {
  if (measure.kind === 'BY_DATE') return judgeDay(measure.targetOn ?? '', found?.measuredOn ?? null, today)
  if (!found) return { verdict: 'NO_RESULT', words: 'Nothing has been recorded yet.' }
  if (isPercentage(measure.kind)) return judgeShare(measure, found)
  const target = measure.target ?? 0
  const value = found.value ?? 0
  const met = isAtMost(measure.kind) ? value <= target : value >= target
  return {
    verdict: met ? 'MET' : 'NOT_MET',
    words: `${resultText(measure, found)} is ${met ? '' : 'not '}${targetText(measure)}.`,
  }
}

function judgeDay(targetOn: Day, doneOn: Day | null, today: Day): Judgement {
  if (doneOn !== null)
    return doneOn <= targetOn
      ? { verdict: 'MET', words: `Done on ${formatDay(doneOn)}.` }
      : { verdict: 'NOT_MET', words: `Done on ${formatDay(doneOn)}, after ${formatDay(targetOn)}.` }
  return today > targetOn
    ? { verdict: 'NOT_MET', words: `It was to be done by ${formatDay(targetOn)}.` }
    : { verdict: 'NOT_DUE', words: `It is to be done by ${formatDay(targetOn)}.` }
}

function judgeShare(measure: MeasureTerms, found: Found): Judgement {
  const { numerator, denominator, populationSize } = sharedOf(found)
  if (denominator === 0)
    return { verdict: 'NO_RESULT', words: 'There were no cases, so there is nothing to judge.' }
  const target = measure.target ?? 0
  const atMost = isAtMost(measure.kind)
  const interval = intervalOf(measure, found)
  if (!interval) {
    // Whole numbers are compared, so that 19 of 20 is 95 % and not a hair less.
    const met = atMost ? numerator * 100 <= target * denominator : numerator * 100 >= target * denominator
    return {
      verdict: met ? 'MET' : 'NOT_MET',
      words: `Counted in full: ${resultText(measure, found)} is ${met ? '' : 'not '}${limitText(measure)}.`,
    }
  }
  const [low, high] = [inPercent(interval.low), inPercent(interval.high)]
  const side = `The whole 95% interval, ${intervalText(interval)}, lies`
  const [above, below] = [low > target, high < target]
  if (atMost ? high <= target : low >= target)
    return { verdict: 'MET', words: `${side} at or ${atMost ? 'below' : 'above'} ${target}%.` }
  if (atMost ? above : below)
    return { verdict: 'NOT_MET', words: `${side} ${atMost ? 'above' : 'below'} ${target}%.` }
  const uncertain = `The 95% interval, ${intervalText(interval)}, lies on both sides of ${target}%.`
  return {
    verdict: 'UNCERTAIN',
    words: neverFromSample(target, atMost)
      ? `All ${denominator} cases are as they should be. ${hopelessSample(target)}`
      : `${uncertain} ${moreCases(numerator / denominator, target, populationSize)}`,
  }
}

function moreCases(share: number, target: number, population: number | null): string {
  const cases = casesNeeded(share, target / 100, population)
  if (cases === null)
    return 'The share is just the target: only counting all cases would show whether it is met.'
  const stays = `If the share stays at ${percent(share)}`
  return cases === population
    ? `${stays}, only counting all ${count(cases)} cases would show it.`
    : `${stays}, about ${count(cases)} cases would be enough to say.`
}

/** Whether no sample, however large, could show that the target is met. */
export function neverFromSample(target: number, atMost: boolean): boolean {
  return atMost ? target <= 0 : target >= 100
}

/** Why a sample cannot show it, and what can be done. */
export function hopelessSample(target: number): string {
  return `A sample can never show that a target of ${target}% is met: a case that nobody looked at may be different. Count all cases, or set a target ${target <= 0 ? 'above 0' : 'below 100'}%.`
}

/** The 95 % interval of a result; null where all cases were counted or it is no percentage of any case. */
export function intervalOf(measure: MeasureTerms, found: Found): Interval | null {
  if (!isPercentage(measure.kind)) return null
  const { numerator, denominator, populationSize } = sharedOf(found)
  if (denominator === 0 || measure.counting === 'ALL' || populationSize === denominator) return null
  return shareInterval(numerator, denominator, populationSize)
}

function sharedOf(found: Found) {
  return {
    numerator: found.numerator ?? 0,
    denominator: found.denominator ?? 0,
    populationSize: found.populationSize ?? null,
  }
}

/** What the measure asks for: "at least 95% within 5 working days", "at most 3 complaints", "by 31 March 2027". */
export function targetText(measure: MeasureTerms): string {
  if (measure.kind === 'BY_DATE') return `by ${formatDay(measure.targetOn ?? '')}`
  if (measure.kind === 'PERCENT_WITHIN_DAYS')
    return `${limitText(measure)} within ${count(measure.withinDays ?? 0)} ${measure.unit ?? 'days'}`
  return limitText(measure)
}

function limitText(measure: MeasureTerms): string {
  const limit = isAtMost(measure.kind) ? 'at most' : 'at least'
  return isPercentage(measure.kind)
    ? `${limit} ${measure.target ?? 0}%`
    : `${limit} ${withUnit(measure.target ?? 0, measure)}`
}

/** What was found: "9 of 10 (90%)", "12 visits", "Done on 3 March 2027". */
export function resultText(measure: MeasureTerms, found: Found): string {
  if (measure.kind === 'BY_DATE') return `Done on ${formatDay(found.measuredOn)}`
  if (!isPercentage(measure.kind)) return withUnit(found.value ?? 0, measure)
  const { numerator, denominator } = sharedOf(found)
  const of = `${count(numerator)} of ${count(denominator)}`
  return denominator === 0 ? of : `${of} (${percent(numerator / denominator)})`
}

/** 29 of 100 is 29 %, and not a hair less. */
function inPercent(share: number): number {
  return Math.round(share * 1e11) / 1e9
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`
}

function withUnit(value: number, { unit }: MeasureTerms): string {
  return unit ? `${count(value)} ${unit}` : count(value)
}

function count(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 3 })
}
