import { describe, expect, it } from 'vitest'
import { Calendar } from './calendar.ts'

const on = (day: string) => new Calendar(new Date(`${day}T12:00:00Z`))

describe('the calendar of the demonstration', () => {
  it('takes the last four quarters that are over', () => {
    expect(on('2026-11-22').quarters).toEqual([
      { period: 'Q3 2025/26', startsOn: '2025-10-01', endsOn: '2025-12-31', lastMonth: 2 },
      { period: 'Q4 2025/26', startsOn: '2026-01-01', endsOn: '2026-03-31', lastMonth: 5 },
      { period: 'Q1 2026/27', startsOn: '2026-04-01', endsOn: '2026-06-30', lastMonth: 8 },
      { period: 'Q2 2026/27', startsOn: '2026-07-01', endsOn: '2026-09-30', lastMonth: 11 },
    ])
  })

  it('takes a quarter once its last day is over in the United Kingdom', () => {
    const last = (time: string) => new Calendar(new Date(time)).quarters.at(-1)?.period
    expect(last('2026-03-31T22:59:00Z')).toBe('Q3 2025/26')
    expect(last('2026-03-31T23:01:00Z')).toBe('Q4 2025/26')
    expect(last('2027-01-01T00:00:00Z')).toBe('Q3 2026/27')
    expect(last('2099-12-31T00:00:00Z')).toBe('Q2 2099/00')
  })

  it('counts months from the first of them, back and on', () => {
    const calendar = on('2026-11-22')
    expect(calendar.day(0, 5)).toBe('2025-10-05')
    expect(calendar.day(-10, 5)).toBe('2024-12-05')
    expect(calendar.day(8, 0)).toBe('2026-05-31')
    expect(calendar.moment(5, 20, 75).toISOString()).toBe('2026-03-20T10:15:00.000Z')
  })

  it('fills in months, seasons and financial years', () => {
    const calendar = on('2026-11-22')
    expect(calendar.words('End {month 5}; {month -1} & ongoing')).toBe(
      'End March 2026; September 2025 & ongoing',
    )
    expect([2, 4, 5, 8, 11, 12].map((month) => calendar.words(`{season ${month}}`))).toEqual([
      'Winter 2025',
      'Winter 2026',
      'Spring 2026',
      'Summer 2026',
      'Autumn 2026',
      'Autumn 2026',
    ])
    expect(calendar.words('{year 5} and {year 6}')).toBe('2025/26 and 2026/27')
  })
})
