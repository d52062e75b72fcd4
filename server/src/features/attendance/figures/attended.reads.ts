import { todayInLondon } from '@boardwork/shared/board/dates.ts'
import { holdersInTurn } from '@boardwork/shared/attendance/figures/attendanceGrid.ts'
import {
  boardYearOf,
  usualYearStart,
  yearEndsOn,
  yearStartsOn,
} from '@boardwork/shared/attendance/figures/boardYear.ts'
import type { Mark } from '@boardwork/shared/attendance/register/mark.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import type { AttendedMeeting, AttendedSeat, BoardAttendance, SentDeputy } from './attended.results.ts'
import { settingsByBoard } from '../meeting/meeting.reads.ts'

/** Which attendance is wanted: of the running year where no year is named, or of so many years before. */
export interface WantedYear {
  year: number | null
  yearsBefore: number
}

/** A board's attendance of a year before anything is counted. */
export interface ReadAttendance {
  year: number
  startsMonth: number
  years: number[]
  boards: BoardAttendance[]
}

/** The attendance at a board, and at its sub-groups; null where the viewer does not see its meetings. */
export async function readBoardAttendance(
  context: RequestContext,
  boardId: string,
  wanted: WantedYear & { withSubGroups: boolean; withDeputies: boolean },
): Promise<ReadAttendance | null> {
  const setting = await context.loader(settingsByBoard).load(boardId)
  const startsMonth = setting?.yearStartsMonth ?? usualYearStart
  const running = boardYearOf(todayInLondon(), startsMonth)
  const year = yearWanted(wanted, running)
  const [found] = await context.rows<Found>(
    boardSql,
    [
      boardId,
      yearStartsOn(year, startsMonth),
      yearEndsOn(year, startsMonth),
      wanted.withSubGroups,
      wanted.withDeputies,
    ],
    'attendance of a board',
  )
  if (!found?.boards.some((board) => board.boardId === boardId)) return null
  return {
    year,
    startsMonth,
    years: yearsOf(found, running, startsMonth),
    boards: boardsOf(found, () => startsMonth),
  }
}

/** The attendance of an agency at all boards, or at one, as far as its marks exist for the viewer. */
export async function readAgencyAttendance(
  context: RequestContext,
  organisationId: string,
  wanted: WantedYear & { boardId: string | null },
): Promise<Omit<ReadAttendance, 'startsMonth'>> {
  const running = boardYearOf(todayInLondon(), usualYearStart)
  const year = yearWanted(wanted, running)
  const [found] = await context.rows<Found<BoardFound & { startsMonth: number }>>(
    agencySql,
    [organisationId, year, wanted.boardId, usualYearStart, true],
    'attendance of an agency',
  )
  if (!found) return { year, years: [running], boards: [] }
  return {
    year,
    years: yearsOf(found, running, usualYearStart),
    boards: boardsOf(found, (board) => board.startsMonth),
  }
}

interface BoardFound {
  boardId: string
  boardName: string
  /** Absent where only boards are read that exist for the viewer. */
  boardKnown?: boolean
}

/** The marks of a seat while one person held it, and the place of each among the meetings of the board. */
interface HeldFound {
  holderId: string | null
  holderName: string | null
  places: number[]
  marks: Mark[]
  deputies: (SentDeputy & { place: number })[] | null
}

interface SeatFound extends Omit<AttendedSeat, 'marks' | 'holders' | 'deputies'> {
  held: HeldFound[] | null
}

interface Found<Board extends BoardFound = BoardFound> {
  boards: Board[]
  meetings: AttendedMeeting[]
  seats: SeatFound[]
  earliest: string | null
  latest: string | null
}

function yearWanted({ year, yearsBefore }: WantedYear, running: number): number {
  const wanted = (year ?? running) - yearsBefore
  // A day beyond these is none that anybody can type.
  return wanted >= 1900 && wanted < 2200 ? wanted : running
}

function yearsOf({ earliest, latest }: Found, running: number, startsMonth: number): number[] {
  const first = earliest === null ? running : Math.min(running, boardYearOf(earliest, startsMonth))
  const last = latest === null ? running : Math.max(running, boardYearOf(latest, startsMonth))
  return Array.from({ length: last - first + 1 }, (_, index) => last - index)
}

function boardsOf<Board extends BoardFound>(
  found: Found<Board>,
  startsMonth: (board: Board) => number,
): BoardAttendance[] {
  const meetings = Map.groupBy(found.meetings, ({ boardId }) => boardId)
  const seats = Map.groupBy(found.seats, ({ boardId }) => boardId)
  return found.boards.map((board) => {
    const its = meetings.get(board.boardId) ?? []
    return {
      boardId: board.boardId,
      boardName: board.boardName,
      boardKnown: board.boardKnown ?? true,
      startsMonth: startsMonth(board),
      meetings: its,
      seats: (seats.get(board.boardId) ?? []).map((seat) => seatOf(seat, its)),
    }
  })
}

function seatOf({ held, ...seat }: SeatFound, meetings: readonly AttendedMeeting[]): AttendedSeat {
  const marks = Array.from<Mark | null>({ length: meetings.length }).fill(null)
  const holders = Array.from<HeldFound | null>({ length: meetings.length }).fill(null)
  for (const each of held ?? [])
    each.places.forEach((place, index) => {
      marks[place] = each.marks[index] ?? null
      holders[place] = each
    })
  return {
    ...seat,
    marks,
    holders: holdersInTurn(
      meetings.flatMap(({ id, heldOn }, place) => {
        const holder = holders[place]
        return holder ? [{ ...holder, meetingId: id, heldOn }] : []
      }),
    ),
    deputies: (held ?? [])
      .flatMap(({ deputies }) => deputies ?? [])
      .toSorted((one, other) => one.place - other.place),
  }
}

const ofYear = `
  select board_id, m.id, title, held_on, cancelled_at, register_begun_at, register_closed_at,
    row_number() over (partition by board_id order by starts_at, m.id) - 1 as nth`

const markColumns = `m.nth, m.held_on, k.meeting_id, k.seat_id, k.mark, k.holder_id, k.holder_name, k.came_name,
  k.senior_enough`

// Marks are many. One list of them for each seat and holder costs a fifth of one record for each mark, here and in
// PostgreSQL. $5 says whether deputies are asked for.
const byHolder = `
  select seat_id, holder_id as "holderId", holder_name as "holderName", json_agg(nth) as places, json_agg(mark) as marks,
    json_agg(json_build_object('place', nth, 'meetingId', meeting_id, 'name', came_name, 'seniorEnough', senior_enough))
      filter (where mark = 'DEPUTY' and $5::boolean) as deputies
  from marked group by seat_id, holder_id, holder_name`

const meetingsJson = `(select coalesce(json_agg(m), '[]') from (
    select y.board_id as "boardId", y.id, y.title, y.held_on as "heldOn", q.met as "quorumMet",
      case when y.cancelled_at is not null then 'CANCELLED' when y.register_closed_at is not null then 'CLOSED'
        when y.register_begun_at is not null then 'BEGUN' else 'TO_COME' end as state
    from of_year y left join quorum_result q on q.board_id = y.board_id and q.meeting_id = y.id
    order by y.board_id, y.nth) m)`
/** The other side of a merger. `id`, `name` and `since` are columns. */
const mergedJson = (id: string, name: string, since: string) =>
  `json_build_object('organisationId', ${id}, 'organisationName', coalesce(${name}, 'another organisation'), 'since', ${since},
    'seated', exists (select from seat other where other.board_id = s.board_id and other.organisation_id = ${id}
      and other.starts_on <= s.last_day and (other.ends_on is null or other.ends_on >= s.first_day)))`
const seatsJson = `(select coalesce(json_agg(s), '[]') from (
    select s.board_id as "boardId", s.id as "seatId", s.organisation_id as "organisationId",
      coalesce(o.name, 'Another agency') as "organisationName",
      case when o.part_of_id is not null then ${mergedJson('o.part_of_id', 'i.name', 'o.part_of_since')} end as "partOf",
      coalesce(parts.joined, '[]') as joined, s.required, s.voting, s.starts_on as "startsOn", s.ends_on as "endsOn",
      (select json_agg(h) from by_holder h where h.seat_id = s.id) as held
    from shown s
    left join organisation o on o.id = s.organisation_id left join organisation i on i.id = o.part_of_id
    left join lateral (
      select json_agg(${mergedJson('p.id', 'p.name', 'p.part_of_since')} order by p.part_of_since, p.name, p.id) as joined
      from (select * from organisation where part_of_id = s.organisation_id
        and part_of_since between s.first_day - interval '1 year' and s.last_day limit 100) p) parts on true
    order by o.name, s.starts_on, s.id) s)`
const endsOfMeetings = `(
    select min(m.held_on)::text as earliest, max(m.held_on)::text as latest
    from here join meeting m on m.board_id = here.id and m.kind = 'BOARD') ends`

const boardSql = `
  with here as (
    select b.id, b.name, b.id <> $1 as is_sub_group from board b
    where (b.id = $1 or ($4 and b.parent_id = $1)) and (b.id = any((select access.member_boards())::uuid[])
      or b.id = any((select access.led_boards())::uuid[]))
    order by 3, b.name, b.id limit 201),
  of_year as materialized (
    ${ofYear} from here cross join lateral (
      select * from meeting where board_id = here.id and kind = 'BOARD' and held_on between $2::date and $3::date
      order by starts_at limit 500) m),
  marked as materialized (
    select ${markColumns} from of_year m
    join register_mark k on k.board_id = m.board_id and k.meeting_id = m.id limit 100000),
  by_holder as materialized (${byHolder}),
  shown as (
    select s.*, $2::date as first_day, $3::date as last_day from here cross join lateral (
      select * from seat where board_id = here.id and (
        (starts_on <= $3::date and (ends_on is null or ends_on >= $2::date)) or id in (select seat_id from marked))
      limit 1000) s)
  select (select coalesce(json_agg(json_build_object('boardId', id, 'boardName', name) order by is_sub_group, name, id), '[]')
      from here) as boards,
    ${meetingsJson} as meetings, ${seatsJson} as seats, ends.*
  from ${endsOfMeetings}`

const agencySql = `
  with its_seat as materialized (
    select * from seat where organisation_id = $1 and ($3::uuid is null or board_id = $3) limit 1000),
  here as (
    select *, make_date($2::int, month, 1) as first_day, make_date($2::int + 1, month, 1) - 1 as last_day from (
      select of_seat.board_id as id, b.id is not null as known, coalesce(b.name, 'A board that you do not see now') as name,
        coalesce(a.year_starts_month, $4::int) as month
      from (select distinct board_id from its_seat) of_seat
      left join board b on b.id = of_seat.board_id left join attendance_setting a on a.board_id = of_seat.board_id
      order by name, id limit 200) of_board),
  of_year as materialized (
    ${ofYear} from here cross join lateral (
      select * from meeting where board_id = here.id and kind = 'BOARD'
        and held_on between here.first_day and here.last_day
      order by starts_at limit 500) m),
  marked as materialized (
    select ${markColumns} from of_year m
    join register_mark k on k.board_id = m.board_id and k.meeting_id = m.id and k.organisation_id = $1 limit 100000),
  by_holder as materialized (${byHolder}),
  shown as (
    select s.*, here.first_day, here.last_day from here join its_seat s on s.board_id = here.id
    where (s.starts_on <= here.last_day and (s.ends_on is null or s.ends_on >= here.first_day))
      or s.id in (select seat_id from marked))
  select (select coalesce(json_agg(json_build_object('boardId', id, 'boardName', name, 'boardKnown', known, 'startsMonth', month)
      order by name, id), '[]') from here where exists (select from shown s where s.board_id = here.id)) as boards,
    ${meetingsJson} as meetings, ${seatsJson} as seats, ends.*
  from ${endsOfMeetings}`
