import type { Day } from '../board/dates.ts'
import { checkReason } from '../organisation/checkText.ts'
import { dayUnits, isPercentage } from './measureKind.ts'
import type { MeasureTerms, Found } from './measureJudgement.ts'
import type { FieldProblem } from './planRules.ts'

/** How much there may be of measures, in characters unless it says otherwise. */
export const measureLimits = {
  /** Of an action, without those that ended. */
  measures: 20,
  /** Of a measure, with what was corrected. */
  results: 200,
  name: 500,
  unit: 50,
  population: 500,
  note: 1000,
  /** The largest number. */
  number: 1_000_000_000,
} as const

/** A measure as it is typed: `NaN` where what was typed is no number. */
export interface MeasureText extends MeasureTerms {
  name: string
  population?: string | null
  populationSize?: number | null
}

/** Checks a measure before it is saved. */
export function checkMeasure(measure: MeasureText): FieldProblem[] {
  const problems: FieldProblem[] = []
  const say = (field: string, message: string) => problems.push({ field, message })
  const { kind } = measure
  if (measure.name.trim() === '') say('name', 'Say what is measured.')
  longest(problems, 'name', measure.name, measureLimits.name)
  if (kind === 'BY_DATE') {
    if (!measure.targetOn) say('targetOn', 'Enter the day by which it is to be done, such as 31 3 2027.')
    return problems
  }
  if (isPercentage(kind)) {
    if (!inRange(measure.target, 100)) say('target', 'Enter a percentage from 0 to 100, such as 95.')
    if (kind === 'PERCENT_WITHIN_DAYS' && !isCount(measure.withinDays))
      say('withinDays', 'Enter a whole number of days, such as 5.')
    if (!measure.counting)
      say('counting', 'Say whether all cases are counted or a sample of them is looked at.')
    if ((measure.population ?? '').trim() === '')
      say('population', 'Say which cases are meant, such as “strategy meetings of the quarter”.')
    longest(problems, 'population', measure.population ?? '', measureLimits.population)
    if (given(measure.populationSize) && !isCount(measure.populationSize))
      say('populationSize', 'Enter how many cases there are as a whole number, or leave it empty.')
  } else if (!inRange(measure.target, measureLimits.number))
    say(
      'target',
      kind === 'DAYS_AT_MOST' ? 'Enter a number of days, such as 10.' : 'Enter a number of 0 or more.',
    )
  if (kind === 'DAYS_AT_MOST' || kind === 'PERCENT_WITHIN_DAYS') {
    if (!dayUnits.some((unit) => unit === measure.unit))
      say('unit', 'Say whether days or working days are counted.')
  } else longest(problems, 'unit', measure.unit ?? '', measureLimits.unit)
  return problems
}

/** Checks why a measure is no longer used. */
export function checkEnding(reason: string): FieldProblem[] {
  return checkReason('reason', reason, 'why it is no longer measured')
}

/** A result as it is typed: `NaN` where what was typed is no number. */
export interface ResultText extends Omit<Found, 'measuredOn'> {
  measuredOn: Day | null
  note: string
  /** Whether it only takes the result that it corrects away. */
  retracts?: boolean
}

/** Checks a result before it is recorded; `period` says that it is about a reporting period, and not about a day. */
export function checkResult(
  measure: Pick<MeasureTerms, 'kind' | 'counting'>,
  result: ResultText,
  today: Day,
  period = false,
): FieldProblem[] {
  const problems: FieldProblem[] = []
  const say = (field: string, message: string) => problems.push({ field, message })
  longest(problems, 'note', result.note, measureLimits.note)
  if (result.retracts) return problems
  const isDay = measure.kind === 'BY_DATE'
  if (!period) {
    const what = isDay ? 'it was done' : 'it was measured'
    if (!result.measuredOn) say('measuredOn', `Enter the day on which ${what}, such as 31 3 2027.`)
    else if (result.measuredOn > today) say('measuredOn', `The day on which ${what} must be today or before.`)
  }
  if (isDay) return problems
  if (!isPercentage(measure.kind)) {
    if (!inRange(result.value, measureLimits.number)) say('value', 'Enter a number of 0 or more.')
    return problems
  }
  const { numerator, denominator, populationSize } = result
  if (!isCount(numerator)) say('numerator', 'Enter a whole number of cases.')
  if (!isCount(denominator)) say('denominator', 'Enter a whole number of cases.')
  if (isCount(numerator) && isCount(denominator) && numerator > denominator)
    say('numerator', `This cannot be more than the ${denominator} cases that were looked at.`)
  if (given(populationSize) && measure.counting === 'SAMPLE') {
    if (!isCount(populationSize))
      say('populationSize', 'Enter how many cases there were as a whole number, or leave it empty.')
    else if (isCount(denominator) && denominator > populationSize)
      say(
        'populationSize',
        `There cannot be fewer cases altogether than the ${denominator} that were looked at.`,
      )
  }
  return problems
}

/** Checks why a result is corrected. */
export function checkResultCorrection(reason: string): FieldProblem[] {
  return checkReason('correctionReason', reason, 'what was wrong')
}

/** Reads a number that somebody typed: null where nothing was, `NaN` where it is no number of 0 or more. */
export function readTypedNumber(text: string): number | null {
  const typed = text.trim().replace(/%$/, '').trim()
  if (typed === '') return null
  return /^(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/.test(typed) ? Number(typed.replaceAll(',', '')) : Number.NaN
}

function given(value: number | null | undefined): value is number {
  return value !== null && value !== undefined
}

function isCount(value: number | null | undefined): value is number {
  return given(value) && Number.isInteger(value) && value >= 0 && value <= measureLimits.number
}

function inRange(value: number | null | undefined, most: number): boolean {
  return given(value) && value >= 0 && value <= most
}

function longest(problems: FieldProblem[], field: string, text: string, most: number): void {
  if (text.trim().length > most)
    problems.push({ field, message: `This must be ${most.toLocaleString('en-GB')} characters or fewer.` })
}
