import { describe, expect, it } from 'vitest'
import { attendedOf, expectedOf, rateText } from '../rule/attendanceCount.ts'
import { countByYear } from './countByYear.ts'
import type { MarkOfYears } from './countByYear.ts'

const mark = (organisationId: string, heldOn: string, its: MarkOfYears['mark'], more = {}): MarkOfYears => ({
  organisationId,
  meetingId: heldOn,
  heldOn,
  startsMonth: 4,
  mark: its,
  ...more,
})

describe('the years of agencies', () => {
  it('are counted apart, the latest first, each meeting once', () => {
    const years = countByYear([
      mark('old', '2025-03-31', 'ABSENT'),
      mark('old', '2025-04-01', 'APOLOGIES'),
      mark('old', '2025-04-01', 'PRESENT'),
      mark('old', '2026-03-31', 'UNKNOWN'),
      mark('older', '2025-04-01', 'ABSENT'),
    ])
    expect(years.map(({ organisationId, year, tally }) => [organisationId, year, rateText(tally)])).toEqual([
      ['old', 2025, '100% (1 of 1), 1 unknown left out'],
      ['older', 2025, '0% (0 of 1)'],
      ['old', 2024, '0% (0 of 1)'],
    ])
  })

  it('are those of each board, also where two boards begin their years in other months', () => {
    const [year, ...others] = countByYear([
      mark('old', '2026-03-31', 'PRESENT'),
      mark('old', '2025-02-01', 'ABSENT', { startsMonth: 1, meetingId: 'another board’s' }),
    ])
    expect(others).toEqual([])
    expect(year && [year.year, year.startsMonth, attendedOf(year.tally), expectedOf(year.tally)]).toEqual([
      2025, 1, 1, 2,
    ])
  })
})
