import fc from 'fast-check'
import { addDays, todayInLondon } from '../../board/dates.ts'
import type { Day } from '../../board/dates.ts'
import { yearEndsOn, yearStartsOn } from '../figures/boardYear.ts'
import type { MarkFact, MeetingFact } from './facts.ts'
import { Mark } from '../register/mark.ts'
import type { SeatFact, YearFacts } from './yearFacts.ts'

const day = 86_400_000
const marks = fc.constantFrom(...Object.values(Mark))

/**
 * A year of a board as it may be: seats that end and begin again for another agency (one agency that merges into
 * another), holders that change, meetings that were cancelled before or after their register was begun, registers still
 * open, meetings just before and after the year, late in the evening, and on the days on which the clocks change.
 */
export const generatedYears: fc.Arbitrary<YearFacts> = fc
  .record({
    startsMonth: fc.oneof(fc.constant(4), fc.integer({ min: 1, max: 12 })),
    year: fc.integer({ min: 2020, max: 2032 }),
    seats: fc.array(
      fc.record({
        agency: fc.integer({ min: 0, max: 5 }),
        required: fc.boolean(),
        voting: fc.boolean(),
        // The day of the year on which it ends for one agency and begins for the next; null when it stays.
        merges: fc.option(
          fc.record({ after: fc.integer({ min: 0, max: 364 }), into: fc.integer({ min: 0, max: 5 }) }),
        ),
        holders: fc.array(
          fc.record({ from: fc.integer({ min: -200, max: 364 }), holder: fc.option(fc.nat(7)) }),
          {
            maxLength: 3,
          },
        ),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    meetings: fc.array(
      fc.record({
        // Minutes from the beginning of the year by the clock of the world, some before it and some after.
        minutes: fc.oneof(
          fc.integer({ min: -200 * 1440, max: 380 * 1440 }),
          fc.constantFrom(-30, 0, 30, 1439).map((minutes) => minutes + 0),
        ),
        onClockChange: fc.option(fc.constantFrom('spring', 'autumn'), { freq: 8 }),
        strategy: fc.boolean(),
        cancelled: fc.boolean(),
        closed: fc.boolean(),
        marks: fc.array(marks, { minLength: 12, maxLength: 12 }),
        agencies: fc.array(fc.record({ agency: fc.nat(5), required: fc.boolean() }), { maxLength: 4 }),
      }),
      { maxLength: 14 },
    ),
    today: fc.integer({ min: 0, max: 420 }),
    sampled: fc.option(fc.array(fc.boolean(), { minLength: 14, maxLength: 14 })),
  })
  .map(({ startsMonth, year, seats, meetings, today, sampled }) => {
    const first = yearStartsOn(year, startsMonth)
    const all = seats.flatMap((seat, place) => seatsOf(seat, place, first))
    const facts = meetings.map((meeting, place) => meetingOf(meeting, place, first, all))
    const drawable = facts.filter(
      ({ kind, closed, cancelled, heldOn }) =>
        kind === 'STRATEGY' &&
        closed &&
        !cancelled &&
        heldOn >= first &&
        heldOn <= yearEndsOn(year, startsMonth),
    )
    const drawn = drawable.filter((_, place) => sampled?.[place])
    return {
      year,
      startsMonth,
      today: addDays(first, today),
      meetings: facts,
      seats: all.map(({ holders, ...seat }) => {
        const now = holders.findLast(({ from }) => from <= addDays(first, today))
        return { ...seat, holderId: now?.holder ?? null, holderName: now?.holder ?? null }
      }),
      sample:
        sampled && drawn.length > 0
          ? { population: drawable.length, meetingIds: drawn.map(({ id }) => id) }
          : null,
    }
  })

type Holders = { from: Day; holder: string | null }[]
type GeneratedSeat = Omit<SeatFact, 'holderId' | 'holderName'> & {
  required: boolean
  voting: boolean
  holders: Holders
}

function seatsOf(
  seat: {
    agency: number
    required: boolean
    voting: boolean
    merges: { after: number; into: number } | null
    holders: { from: number; holder: number | null }[]
  },
  place: number,
  first: Day,
): GeneratedSeat[] {
  const holders: Holders = [
    { from: addDays(first, -400), holder: `person ${place}` },
    ...seat.holders
      .toSorted((one, other) => one.from - other.from)
      .map(({ from, holder }) => ({
        from: addDays(first, from),
        holder: holder === null ? null : `person ${holder}`,
      })),
  ]
  const make = (id: string, agency: number, startsOn: Day, endsOn: Day | null): GeneratedSeat => ({
    id,
    organisationId: `agency ${agency}`,
    organisationName: `Agency ${agency}`,
    startsOn,
    endsOn,
    required: seat.required,
    voting: seat.voting,
    holders,
    vacancies: holders.flatMap(({ from, holder }, turn) => {
      const next = holders[turn + 1]
      const startsNow = from > startsOn ? from : startsOn
      const lastDay = next ? addDays(next.from, -1) : endsOn
      const endsNow = endsOn !== null && (lastDay === null || lastDay > endsOn) ? endsOn : lastDay
      return holder === null && (endsNow === null || startsNow <= endsNow)
        ? [{ startsOn: startsNow, endsOn: endsNow }]
        : []
    }),
  })
  if (!seat.merges) return [make(`seat ${place}`, seat.agency, addDays(first, -400), null)]
  const lastDay = addDays(first, seat.merges.after)
  return [
    make(`seat ${place}`, seat.agency, addDays(first, -400), lastDay),
    make(`seat ${place} after`, seat.merges.into, addDays(lastDay, 1), null),
  ]
}

function meetingOf(
  meeting: {
    minutes: number
    onClockChange: 'spring' | 'autumn' | null
    strategy: boolean
    cancelled: boolean
    closed: boolean
    marks: Mark[]
    agencies: { agency: number; required: boolean }[]
  },
  place: number,
  first: Day,
  seats: readonly GeneratedSeat[],
): MeetingFact {
  const starts = Date.parse(`${first}T00:00:00Z`) + meeting.minutes * 60_000
  const at = meeting.onClockChange ? clockChange(starts, meeting.onClockChange) : starts
  const heldOn = todayInLondon(new Date(at))
  const id = `meeting ${place}`
  const markOf = (turn: number): Mark => meeting.marks[turn % meeting.marks.length] ?? 'UNKNOWN'
  const expected: MarkFact[] = meeting.strategy
    ? meeting.agencies.map(({ agency, required }, turn) => ({
        id: `${id} invitee ${turn}`,
        placeId: `${id} invitee ${turn}`,
        seatId: null,
        organisationId: `agency ${agency}`,
        organisationName: `Agency ${agency}`,
        required,
        voting: false,
        holderId: null,
        holderName: null,
        mark: markOf(turn),
      }))
    : seats
        .filter(({ startsOn, endsOn }) => startsOn <= heldOn && (endsOn === null || endsOn >= heldOn))
        .map((seat, turn) => ({
          id: `${id} ${seat.id}`,
          placeId: seat.id,
          seatId: seat.id,
          organisationId: seat.organisationId,
          organisationName: seat.organisationName,
          required: seat.required,
          voting: seat.voting,
          holderId: seat.holders.findLast(({ from }) => from <= heldOn)?.holder ?? null,
          holderName: null,
          mark: markOf(turn),
        }))
  return {
    id,
    kind: meeting.strategy ? 'STRATEGY' : 'BOARD',
    heldOn,
    cancelled: meeting.cancelled,
    closed: meeting.closed,
    marks: expected,
  }
}

/** Half an hour before or after the clocks change in the year of an instant: the last Sunday of March or October, 01:00. */
function clockChange(instant: number, which: 'spring' | 'autumn'): number {
  const year = new Date(instant).getUTCFullYear()
  const last = new Date(Date.UTC(year, which === 'spring' ? 2 : 9, 31, 1))
  const sunday = last.getTime() - last.getUTCDay() * day
  return sunday + ((instant / 60_000) % 2 === 0 ? -30 : 30) * 60_000
}
