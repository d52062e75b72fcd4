import type { Day } from '../../board/dates.ts'
import type { Mark } from '../register/mark.ts'
import { markOfAgency, tallyOf } from '../rule/attendanceCount.ts'
import type { Tally } from '../rule/attendanceCount.ts'
import { boardYearOf } from './boardYear.ts'

/** A mark of an agency at a meeting that was held, and in which month the year of that board begins. */
export interface MarkOfYears {
  organisationId: string
  meetingId: string
  heldOn: Day
  startsMonth: number
  mark: Mark
}

/** What a year comes to for an agency at all of its boards together. */
export interface YearOfAgency {
  organisationId: string
  /** The calendar year in which the years of the boards begin. */
  year: number
  /** In which month the year of one of the boards begins, the earliest in the calendar. */
  startsMonth: number
  tally: Tally
}

/** Counts agencies year by year, each once for each meeting; the latest year first. */
export function countByYear(marks: readonly MarkOfYears[]): YearOfAgency[] {
  const ofYear = Map.groupBy(
    marks,
    ({ organisationId, heldOn, startsMonth }) => `${organisationId} ${boardYearOf(heldOn, startsMonth)}`,
  )
  return [...ofYear.values()]
    .flatMap((its) => {
      const [first] = its
      if (!first) return []
      const meetings = Map.groupBy(its, ({ meetingId }) => meetingId)
      return [
        {
          organisationId: first.organisationId,
          year: boardYearOf(first.heldOn, first.startsMonth),
          startsMonth: Math.min(...its.map(({ startsMonth }) => startsMonth)),
          tally: tallyOf([...meetings.values()].map(markOfAgency)),
        },
      ]
    })
    .toSorted((one, other) => other.year - one.year)
}
