import { describe, expect, it } from 'vitest'
import {
  checkEnding,
  checkMeasure,
  checkResult,
  checkResultCorrection,
  readTypedNumber,
} from './measureRules.ts'
import type { MeasureText, ResultText } from './measureRules.ts'

const fields = (problems: { field: string }[]) => problems.map(({ field }) => field)
const today = '2026-11-24'

const percentage: MeasureText = {
  kind: 'PERCENT_AT_LEAST',
  name: 'Meetings in time',
  target: 95,
  population: 'Strategy meetings of the quarter',
  counting: 'SAMPLE',
}
const result: ResultText = { measuredOn: '2026-09-30', numerator: 9, denominator: 10, note: '' }

describe('a measure', () => {
  it.each<[string, Partial<MeasureText>, string[]]>([
    ['a percentage of a sample', {}, []],
    ['with how many there are', { populationSize: 263 }, []],
    ['without a name', { name: ' ' }, ['name']],
    ['a name that is too long', { name: 'x'.repeat(501) }, ['name']],
    ['above everything', { target: 100.1 }, ['target']],
    ['no number', { target: Number.NaN }, ['target']],
    ['no target', { target: null }, ['target']],
    ['of nothing that was named', { population: '' }, ['population']],
    ['not said how it is counted', { counting: null }, ['counting']],
    ['half a case', { populationSize: 2.5 }, ['populationSize']],
    ['within days', { kind: 'PERCENT_WITHIN_DAYS', withinDays: 5, unit: 'working days' }, []],
    ['within no days', { kind: 'PERCENT_WITHIN_DAYS' }, ['withinDays', 'unit']],
    ['a number', { kind: 'AT_MOST', target: 0, unit: 'complaints' }, []],
    ['below nothing', { kind: 'AT_LEAST', target: -1 }, ['target']],
    ['days of neither kind', { kind: 'DAYS_AT_MOST', target: 10, unit: 'weeks' }, ['unit']],
    ['by a day', { kind: 'BY_DATE', targetOn: '2027-03-31', target: null }, []],
    ['by no day', { kind: 'BY_DATE' }, ['targetOn']],
  ])('%s', (_, more, expected) => {
    expect(fields(checkMeasure({ ...percentage, ...more }))).toEqual(expected)
  })

  it('ends for a reason', () => {
    expect(fields(checkEnding(' '))).toEqual(['reason'])
    expect(checkEnding('The board measures something else now.')).toEqual([])
  })
})

describe('a result', () => {
  it.each<[string, Partial<ResultText>, string[]]>([
    ['of a sample', {}, []],
    ['of a sample of so many', { populationSize: 10 }, []],
    ['of no cases at all', { numerator: 0, denominator: 0 }, []],
    ['more than were looked at', { numerator: 11 }, ['numerator']],
    ['more looked at than there are', { populationSize: 9 }, ['populationSize']],
    ['half a case', { numerator: 1.5 }, ['numerator']],
    ['nothing typed', { numerator: null, denominator: Number.NaN }, ['numerator', 'denominator']],
    ['of no day', { measuredOn: null }, ['measuredOn']],
    ['of a day to come', { measuredOn: '2026-11-25' }, ['measuredOn']],
    ['of today', { measuredOn: today }, []],
    ['a note that is too long', { note: 'x'.repeat(1001) }, ['note']],
    ['that takes another away', { retracts: true, measuredOn: null, numerator: null }, []],
  ])('%s', (_, more, expected) => {
    expect(fields(checkResult(percentage, { ...result, ...more }, today))).toEqual(expected)
  })

  it('that is no percentage has a number, and one that is a day nothing else', () => {
    const number = { kind: 'AT_LEAST', target: 3 } as const
    expect(fields(checkResult(number, { measuredOn: today, note: '' }, today))).toEqual(['value'])
    expect(checkResult(number, { measuredOn: today, value: 3, note: '' }, today)).toEqual([])
    expect(checkResult({ kind: 'BY_DATE' }, { measuredOn: today, note: '' }, today)).toEqual([])
  })

  it('of a reporting period needs no day, and all cases no number of all cases', () => {
    expect(checkResult(percentage, { ...result, measuredOn: null }, today, true)).toEqual([])
    expect(checkResult({ ...percentage, counting: 'ALL' }, { ...result, populationSize: 1 }, today)).toEqual(
      [],
    )
  })

  it('is corrected for a reason', () => {
    expect(fields(checkResultCorrection(''))).toEqual(['correctionReason'])
  })
})

describe('a typed number', () => {
  it.each([
    ['', null],
    [' 95 ', 95],
    ['95%', 95],
    ['97.5', 97.5],
    ['1,200', 1200],
    ['12,00', Number.NaN],
    ['-1', Number.NaN],
    ['1e3', Number.NaN],
    ['many', Number.NaN],
  ])('%s', (text, expected) => {
    expect(readTypedNumber(text)).toBe(expected)
  })
})
