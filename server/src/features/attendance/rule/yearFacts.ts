import { todayInLondon } from '@boardwork/shared/board/dates.ts'
import { yearEndsOn, yearStartsOn } from '@boardwork/shared/attendance/figures/boardYear.ts'
import type { MarkFact, MeetingFact } from '@boardwork/shared/attendance/rule/facts.ts'
import { vacanciesOf } from '@boardwork/shared/attendance/rule/yearFacts.ts'
import type {
  HolderChange,
  SampleFact,
  SeatFact,
  YearFacts,
} from '@boardwork/shared/attendance/rule/yearFacts.ts'
import type { ReadRows } from '../../../access/readRows.ts'

/** How far before a year its facts reach: long enough for whoever was away for 24 months when it began. */
const yearsBefore = 3

/**
 * All that the rules of a board's year look at, read under the floor of whoever asks: one of the board's officers.
 *
 * @param today the day on which it is looked.
 */
export async function readYearFacts(
  rows: ReadRows,
  boardId: string,
  { year, startsMonth, today }: Pick<YearFacts, 'year' | 'startsMonth' | 'today'>,
): Promise<YearFacts> {
  const endsOn = yearEndsOn(year, startsMonth)
  return {
    year,
    startsMonth,
    today,
    meetings: await readMeetingFacts(rows, boardId, yearStartsOn(year - yearsBefore, startsMonth), endsOn),
    seats: await readSeatFacts(rows, boardId, yearStartsOn(year, startsMonth), endsOn),
    sample: await readSampleFact(rows, boardId, year),
  }
}

/** In which month the year of a board begins. */
export async function readYearStart(rows: ReadRows, boardId: string): Promise<number> {
  const [setting] = await rows<{ month: number }>(
    'select year_starts_month as month from attendance_setting where board_id = $1',
    [boardId],
  )
  return setting?.month ?? 4
}

/** The meetings of some days with their marks: those whose register is begun, and the others without any. */
export async function readMeetingFacts(
  rows: ReadRows,
  boardId: string,
  from: string,
  to: string,
): Promise<MeetingFact[]> {
  const meetings = await rows<Omit<MeetingFact, 'marks'>>(
    `select m.id, m.kind, m.held_on::text as "heldOn", m.cancelled_at is not null as cancelled,
       m.register_closed_at is not null as closed
     from meeting m where m.board_id = $1 and m.held_on >= $2 and m.held_on <= $3
     order by m.held_on, m.id limit 10000`,
    [boardId, from, to],
  )
  const marks = await rows<MarkFact & { meetingId: string }>(
    `select k.meeting_id as "meetingId", k.id, coalesce(k.seat_id, k.invitee_id) as "placeId", k.seat_id as "seatId",
       k.organisation_id as "organisationId", coalesce(o.name, '') as "organisationName", k.required, k.voting,
       k.holder_id as "holderId", k.holder_name as "holderName", k.mark
     from meeting m
     join register_mark k on k.board_id = m.board_id and k.meeting_id = m.id
     left join organisation o on o.id = k.organisation_id
     where m.board_id = $1 and m.held_on >= $2 and m.held_on <= $3 order by k.id limit 200000`,
    [boardId, from, to],
  )
  const byMeeting = Map.groupBy(marks, ({ meetingId }) => meetingId)
  return meetings.map((meeting) => ({ ...meeting, marks: byMeeting.get(meeting.id) ?? [] }))
}

/** The seats of some days, with their vacancies as the log tells them. */
async function readSeatFacts(rows: ReadRows, boardId: string, from: string, to: string): Promise<SeatFact[]> {
  const seats = await rows<Omit<SeatFact, 'vacancies'>>(
    `select s.id, s.organisation_id as "organisationId", coalesce(o.name, '') as "organisationName",
       s.starts_on::text as "startsOn", s.ends_on::text as "endsOn", s.holder_id as "holderId", p.name as "holderName"
     from seat s left join organisation o on o.id = s.organisation_id left join person p on p.id = s.holder_id
     where s.board_id = $1 and s.starts_on <= $2 and (s.ends_on is null or s.ends_on >= $3)
     order by s.id limit 2000`,
    [boardId, to, from],
  )
  // Both ways in which a seat gets another holder: an officer says so, or somebody accepts an invitation.
  const changes = await rows<{
    seatId: string
    happenedAt: Date
    beforeId: string | null
    holderId: string | null
    made: boolean
  }>(
    `select coalesce(e.after ->> 'seatId', e.record_id::text) as "seatId", e.happened_at as "happenedAt",
       e.before ->> 'holderId' as "beforeId", e.action = 'board.addSeat' as made,
       coalesce(e.after ->> 'personId', e.after ->> 'holderId') as "holderId"
     from audit_event e
     where e.chain_id = $1 and (
       (e.record_type = 'Seat' and e.after -> 'holderId' is not null)
       or (e.action = 'identity.acceptInvitation' and e.after ->> 'role' = 'MEMBER'))
     order by e.sequence limit 20000`,
    [boardId],
  )
  const bySeat = Map.groupBy(changes, ({ seatId }) => seatId)
  return seats.map((seat) => {
    const logged = bySeat.get(seat.id) ?? []
    const [first] = logged
    // Before the first change that the log tells of, it was held by whoever held it before that change.
    const began: HolderChange = {
      changedOn: seat.startsOn,
      holderId: first ? (first.made ? first.holderId : first.beforeId) : seat.holderId,
    }
    const later = logged.map(({ happenedAt, holderId }) => ({
      changedOn: todayInLondon(new Date(happenedAt)),
      holderId,
    }))
    return { ...seat, vacancies: vacanciesOf(seat.startsOn, seat.endsOn, [began, ...later]) }
  })
}

/** The sample of a year that was drawn last; null before one is. */
async function readSampleFact(rows: ReadRows, boardId: string, year: number): Promise<SampleFact | null> {
  const [sample] = await rows<SampleFact>(
    `select cardinality(s.population) as population, s.drawn as "meetingIds"
     from meeting_sample s where s.board_id = $1 and s.year = $2 order by s.drawn_at desc, s.id desc limit 1`,
    [boardId, year],
  )
  return sample ?? null
}
