import { addDays } from '../../board/dates.ts'
import type { Day } from '../../board/dates.ts'
import type { MeetingFact } from './facts.ts'

/** Days on which nobody held a seat. */
export interface Vacancy {
  startsOn: Day
  /** The last of them; null while the seat is vacant. */
  endsOn: Day | null
}

/** A seat of the board, with what is known of its vacancies. */
export interface SeatFact {
  id: string
  organisationId: string
  organisationName: string
  startsOn: Day
  endsOn: Day | null
  /** Who holds it on the day that is looked at; null while it is vacant. */
  holderId: string | null
  holderName: string | null
  vacancies: readonly Vacancy[]
}

/** A sample of strategy meetings that was drawn for the year. */
export interface SampleFact {
  /** How many meetings could be drawn. */
  population: number
  meetingIds: readonly string[]
}

/** All that the rules of a board's year look at. */
export interface YearFacts {
  year: number
  startsMonth: number
  /** The day on which it is looked: today, or an earlier one. */
  today: Day
  /** The meetings of the year, and those before it as far back as a seat may lapse for. */
  meetings: readonly MeetingFact[]
  seats: readonly SeatFact[]
  /** The latest sample that was drawn for the year; null before one is. */
  sample: SampleFact | null
}

/** A change of who holds a seat, and the day in London on which it was made. */
export interface HolderChange {
  changedOn: Day
  holderId: string | null
}

/**
 * The vacancies of a seat, the earliest first. A day on which the seat is given to somebody is not vacant; a day on
 * which somebody leaves it is.
 *
 * @param changes the holders one after the other, the earliest first: the first of them since the seat began.
 */
export function vacanciesOf(startsOn: Day, endsOn: Day | null, changes: readonly HolderChange[]): Vacancy[] {
  const vacancies: Vacancy[] = []
  const end = (since: Day, lastDay: Day | null) => {
    const last = lastDay === null || (endsOn !== null && endsOn < lastDay) ? endsOn : lastDay
    if (last === null || last >= since) vacancies.push({ startsOn: since, endsOn: last })
  }
  let since: Day | null = null
  for (const { changedOn, holderId } of changes) {
    if (holderId === null) since ??= changedOn > startsOn ? changedOn : startsOn
    else if (since !== null) {
      end(since, addDays(changedOn, -1))
      since = null
    }
  }
  if (since !== null) end(since, null)
  return vacancies
}
