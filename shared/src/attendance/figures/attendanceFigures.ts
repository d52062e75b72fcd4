import { countOfBoard, tallyOf } from '../rule/attendanceCount.ts'
import type { Tally } from '../rule/attendanceCount.ts'
import { agenciesAtMeetings, meetingsToCount } from './attendedBoard.ts'
import type { AttendedBoard } from './attendedBoard.ts'

/** What of a board's year is put before those who see no register: counts by agency, and nobody's name. */
export interface AttendanceFigures {
  year: number
  /** The month in which the year begins, from 1 to 12. */
  startsMonth: number
  /** Meetings that were held, and that were cancelled. */
  held: number
  cancelled: number
  agencies: AgencyFigures[]
}

/** One agency over the meetings that were held. */
export interface AgencyFigures {
  organisationId: string
  /** As it was called on the day. */
  organisationName: string
  tally: Tally
}

/** Counts the figures of a board's year. */
export function attendanceFigures(
  board: AttendedBoard,
  year: number,
  startsMonth: number,
): AttendanceFigures {
  const { held, cancelled } = countOfBoard(meetingsToCount(board))
  const agencies = [...Map.groupBy(agenciesAtMeetings([board]), ({ organisationId }) => organisationId)]
    .map(([organisationId, its]) => ({
      organisationId,
      organisationName: its[0]?.organisationName ?? '',
      tally: tallyOf(its.map(({ mark }) => mark)),
    }))
    .toSorted(
      (one, other) =>
        one.organisationName.localeCompare(other.organisationName, 'en-GB') ||
        (one.organisationId < other.organisationId ? -1 : 1),
    )
  return { year, startsMonth, held, cancelled, agencies }
}

/** All agencies together. */
export function tallyOfAll({ agencies }: Pick<AttendanceFigures, 'agencies'>): Tally {
  const all = tallyOf([])
  for (const { tally } of agencies) {
    all.PRESENT += tally.PRESENT
    all.DEPUTY += tally.DEPUTY
    all.APOLOGIES += tally.APOLOGIES
    all.ABSENT += tally.ABSENT
    all.UNKNOWN += tally.UNKNOWN
  }
  return all
}

/**
 * The figures as one text in which the same figures are always the same: to tell whether what somebody saw before they
 * published is what is published, and whether marks have changed since. The name of an agency is no part of it.
 */
export function figuresText({ year, startsMonth, held, cancelled, agencies }: AttendanceFigures): string {
  const counts = agencies
    .map(({ organisationId, tally: { PRESENT, DEPUTY, APOLOGIES, ABSENT, UNKNOWN } }) =>
      [organisationId, PRESENT, DEPUTY, APOLOGIES, ABSENT, UNKNOWN].join(' '),
    )
    .toSorted()
  return [`${year} ${startsMonth} ${held} ${cancelled}`, ...counts].join('\n')
}
