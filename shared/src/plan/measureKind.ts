/** What a measure asks for. */
export const MeasureKind = {
  AT_LEAST: 'AT_LEAST',
  AT_MOST: 'AT_MOST',
  DAYS_AT_MOST: 'DAYS_AT_MOST',
  PERCENT_AT_LEAST: 'PERCENT_AT_LEAST',
  PERCENT_AT_MOST: 'PERCENT_AT_MOST',
  PERCENT_WITHIN_DAYS: 'PERCENT_WITHIN_DAYS',
  BY_DATE: 'BY_DATE',
} as const
export type MeasureKind = (typeof MeasureKind)[keyof typeof MeasureKind]

/** How a kind is offered on a page. */
export const measureKindName: Record<MeasureKind, string> = {
  AT_LEAST: 'A number: at least',
  AT_MOST: 'A number: at most',
  DAYS_AT_MOST: 'A number of days: at most',
  PERCENT_AT_LEAST: 'A percentage of cases: at least',
  PERCENT_AT_MOST: 'A percentage of cases: at most',
  PERCENT_WITHIN_DAYS: 'A percentage of cases done within a number of days',
  BY_DATE: 'Done by a day',
}

/** How the cases of a percentage are counted. */
export const Counting = { ALL: 'ALL', SAMPLE: 'SAMPLE' } as const
export type Counting = (typeof Counting)[keyof typeof Counting]

export const countingName: Record<Counting, string> = {
  ALL: 'All of them are counted',
  SAMPLE: 'A sample of them is looked at',
}

/** What the days of a measure are counted in. */
export const dayUnits = ['days', 'working days'] as const

export function isPercentage(kind: MeasureKind): boolean {
  return kind === 'PERCENT_AT_LEAST' || kind === 'PERCENT_AT_MOST' || kind === 'PERCENT_WITHIN_DAYS'
}

/** Whether a result is right when it is no more than the target. */
export function isAtMost(kind: MeasureKind): boolean {
  return kind === 'AT_MOST' || kind === 'DAYS_AT_MOST' || kind === 'PERCENT_AT_MOST'
}
