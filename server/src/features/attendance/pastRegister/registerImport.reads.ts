import { usualYearStart } from '@boardwork/shared/attendance/figures/boardYear.ts'
import { formatDay, todayInLondon } from '@boardwork/shared/board/dates.ts'
import type { PastCell } from '@boardwork/shared/attendance/pastRegister/pastRegister.ts'
import { builtOnRegister } from '@boardwork/shared/attendance/pastRegister/registerImportState.ts'
import type { SavedRegister } from '@boardwork/shared/attendance/pastRegister/registerImportState.ts'
import type { PastWriting } from '@boardwork/shared/attendance/pastRegister/pastWriting.ts'
import { rowsIn } from '../../../access/readRows.ts'
import type { ReadRows } from '../../../access/readRows.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { NotFound } from '../../../errors.ts'
import { onList } from './onList.ts'
import type { GivenList } from './pastListThread.ts'
import type { RegisterImport } from './registerImport.entity.ts'
import type { PastPreview, SameRegister } from './registerImport.results.ts'
import type {
  KnownBoard,
  KnownMeeting,
  KnownPerson,
  KnownSeat,
  PastChoices,
} from '@boardwork/shared/attendance/pastRegister/pastChoices.ts'

/** A seat with what a mark keeps of it. */
export interface SeatWithTerms extends KnownSeat {
  required: boolean
  voting: boolean
}

/** What a board has, with what a mark keeps of its seats. */
interface BoardWithTerms extends KnownBoard {
  seats: readonly SeatWithTerms[]
}

interface SeatRow extends Omit<SeatWithTerms, 'holder' | 'deputies'> {
  holderId: string | null
  holderName: string | null
}

/** What the board has of seats and meetings, beside which a past register is laid. */
export async function readKnownBoard(rows: ReadRows, boardId: string): Promise<BoardWithTerms> {
  const seats = await rows<SeatRow>(
    `select s.id, s.organisation_id as "organisationId", o.name as organisation, s.starts_on::text as "startsOn",
      s.ends_on::text as "endsOn", s.required, s.voting, s.holder_id as "holderId", p.name as "holderName"
     from seat s join organisation o on o.id = s.organisation_id left join person p on p.id = s.holder_id
     where s.board_id = $1 order by o.name, s.starts_on limit 2000`,
    [boardId],
  )
  const deputies = await rows<KnownPerson & { seatId: string }>(
    `select d.seat_id as "seatId", d.person_id as id, p.name from deputy d join person p on p.id = d.person_id
     where d.board_id = $1 order by p.name limit 5000`,
    [boardId],
  )
  const meetings = await rows<Omit<KnownMeeting, 'marked'>>(
    `select m.id, m.held_on::text as day, m.title, m.cancelled_at is not null as cancelled,
      m.register_closed_at is not null as closed
     from meeting m where m.board_id = $1 and m.kind = 'BOARD' order by m.starts_at, m.id limit 5000`,
    [boardId],
  )
  const marks = await rows<{ meetingId: string; seatId: string; mark: string }>(
    `select k.meeting_id as "meetingId", k.seat_id as "seatId", k.mark from register_mark k
     where k.board_id = $1 and k.meeting_kind = 'BOARD' limit 200000`,
    [boardId],
  )
  const deputiesOf = Map.groupBy(deputies, ({ seatId }) => seatId)
  const marksOf = Map.groupBy(marks, ({ meetingId }) => meetingId)
  return {
    seats: seats.map(({ holderId, holderName, ...seat }) => ({
      ...seat,
      holder: holderId === null || holderName === null ? null : { id: holderId, name: holderName },
      deputies: (deputiesOf.get(seat.id) ?? []).map(({ id, name }) => ({ id, name })),
    })),
    meetings: meetings.map((meeting) => ({
      ...meeting,
      marked: (marksOf.get(meeting.id) ?? []).map(({ seatId, mark }) => ({ seatId, mark })),
    })),
  }
}

/** An import as plain row, without its words and what was chosen, which are long. */
export type RegisterImportRow = Omit<RegisterImport, 'document' | 'choices' | 'saved' | 'startedById'>

const rowColumns = `i.board_id as "boardId", i.id, i.file_name as "fileName", i.text_hash as "textHash", i.state,
  i.saved_at as "savedAt", i.saved_by_name as "savedByName", i.started_at as "startedAt", i.changed_at as "changedAt", i.version`

export async function registerImportsById(
  context: RequestContext,
  ids: readonly string[],
): Promise<Map<string, RegisterImportRow>> {
  const rows = await context.rows<RegisterImportRow>(
    `select ${rowColumns} from register_import i where i.id = any($1::uuid[])`,
    [ids],
    'register imports by id',
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** The imports of boards that were not put away, the newest first, at most 50 of each. */
export async function registerImportsOfBoards(
  context: RequestContext,
  boardIds: readonly string[],
): Promise<Map<string, RegisterImportRow[]>> {
  const rows = await context.rows<RegisterImportRow>(
    `select i.* from unnest($1::uuid[]) as asked(id) cross join lateral (
      select ${rowColumns} from register_import i where i.board_id = asked.id and i.state <> 'DISCARDED'
      order by i.started_at desc, i.id limit 50) i`,
    [boardIds],
    'register imports of boards',
  )
  return Map.groupBy(rows, (row) => row.boardId)
}

/** Imports of the same list to the same board that came before, by the later one's id. At most 50 of all. */
export async function sameRegisters(
  context: RequestContext,
  ids: readonly string[],
): Promise<Map<string, SameRegister[]>> {
  const rows = await context.rows<SameRegister & { laterId: string }>(
    `select later.id as "laterId", i.id as "importId", i.started_at as "startedAt", i.state = 'SAVED' as saved
     from register_import later
     join register_import i on i.board_id = later.board_id and i.text_hash = later.text_hash and i.id <> later.id
       and i.started_at <= later.started_at and i.state <> 'DISCARDED'
     where later.id = any($1::uuid[]) order by i.started_at desc, i.id limit 50`,
    [ids],
    'same registers',
  )
  return Map.groupBy(rows, (row) => row.laterId)
}

/** How much imports wrote when they were saved. */
export async function countsOfRegisters(
  context: RequestContext,
  ids: readonly string[],
): Promise<Map<string, SavedRegister['counts']>> {
  const rows = await context.rows<{ id: string; counts: SavedRegister['counts'] }>(
    `select id, saved -> 'counts' as counts from register_import where id = any($1::uuid[]) and saved is not null`,
    [ids],
    'counts of register imports',
  )
  return new Map(rows.map((row) => [row.id, row.counts]))
}

interface ListRow {
  boardId: string
  id: string
  document: string
  choices: PastChoices
  yearStartsMonth: number
}

const listColumns = `i.board_id as "boardId", i.id, i.document::text as document, i.choices,
  coalesce(a.year_starts_month, ${usualYearStart}) as "yearStartsMonth"
  from register_import i left join attendance_setting a on a.board_id = i.board_id`

const givenList = ({ document, choices, yearStartsMonth }: ListRow): GivenList => ({
  document,
  choices,
  options: { today: todayInLondon(), yearStartsMonth },
})

/** What pages show of imports that wait to be saved. */
export async function previewsOfImports(
  context: RequestContext,
  ids: readonly string[],
): Promise<Map<string, PastPreview>> {
  const lists = await context.rows<ListRow>(
    `select ${listColumns} where i.id = any($1::uuid[]) and i.state = 'PREVIEW'`,
    [ids],
    'documents of register imports',
  )
  const found = new Map<string, PastPreview>()
  // One after the other: a page shows one import.
  for (const list of lists) {
    const board = await readKnownBoard(rowsIn(context), list.boardId)
    found.set(list.id, await onList('preview', { ...givenList(list), board }))
  }
  return found
}

/** What would come of an import with what was chosen so far, beside what its board has today. */
export async function readWriting(
  rows: ReadRows,
  { boardId, id }: { boardId: string; id: string },
): Promise<{ board: BoardWithTerms; writing: PastWriting }> {
  const board = await readKnownBoard(rows, boardId)
  const [list] = await rows<ListRow>(`select ${listColumns} where i.board_id = $1 and i.id = $2`, [
    boardId,
    id,
  ])
  if (!list) throw new NotFound()
  return { board, writing: await onList('writing', { ...givenList(list), board }) }
}

/** The words of a list from a place on, at most 500, and what they were taken for with what was chosen. */
export async function wordsOfRegister(
  context: RequestContext,
  id: string,
  from: number,
): Promise<PastCell[]> {
  const [list] = await context.rows<ListRow>(
    `select ${listColumns} where i.id = $1`,
    [id],
    'words of a register import',
  )
  return list ? onList('words', { ...givenList(list), from }) : []
}

/** What was built on an import since it was saved, as sentences; empty where it can be undone. */
export async function builtOnSaved(rows: ReadRows, boardId: string, saved: SavedRegister): Promise<string[]> {
  // As PostgreSQL writes a list: inside an operation and on a page it is one parameter.
  const meetingIds = `{${saved.meetings.map(({ id }) => id).join(',')}}`
  const meetings = await rows<{
    id: string
    version: number
    title: string
    day: string
    cancelled: boolean
  }>(
    `select m.id, m.version, m.title, m.held_on::text as day, m.cancelled_at is not null as cancelled
     from meeting m where m.board_id = $1 and m.id = any($2::uuid[])`,
    [boardId, meetingIds],
  )
  const marks = await rows<{ id: string; version: number; meetingId: string }>(
    `select k.id, k.version, k.meeting_id as "meetingId" from register_mark k
     where k.board_id = $1 and k.meeting_id = any($2::uuid[])`,
    [boardId, meetingIds],
  )
  const built = await builtOnMeetings(rows, boardId, saved)
  const others = marks.filter(({ id }) => !Object.hasOwn(saved.marks, id))
  return builtOnRegister(saved, {
    meetings: new Map(
      meetings.map(({ id, version, title, day, cancelled }) => [
        id,
        { version, name: `“${title}” of ${formatDay(day)}`, cancelled, built: built.get(id) ?? [] },
      ]),
    ),
    marks: new Map(marks.map((mark) => [mark.id, mark])),
    otherMarks: new Map(
      [...Map.groupBy(others, ({ meetingId }) => meetingId)].map(([id, of]) => [id, of.length]),
    ),
  })
}

/** Tables whose rows an import writes itself, or that follow from what it wrote. */
const ownTables = ['register_mark', 'guest', 'flag_mark']

/** What others made since of the meetings of an import, as the starts of sentences that end in the meeting's name. */
async function builtOnMeetings(
  rows: ReadRows,
  boardId: string,
  saved: SavedRegister,
): Promise<Map<string, string[]>> {
  const listOf = (ids: readonly string[]): string => `{${ids.join(',')}}`
  const all = listOf(saved.meetings.map(({ id }) => id))
  // Only those go when it is undone, with all that hangs on them.
  const made = listOf(saved.meetings.filter(({ before }) => before === null).map(({ id }) => id))
  const flags = await rows<{ meetingId: string }>(
    `select distinct f.meeting_id as "meetingId" from flag_mark f
     where f.board_id = $1 and f.meeting_id = any($2::uuid[]) and f.gone_at is null and exists (
       select from flag_step s where s.board_id = f.board_id and s.flag_id = f.flag_id and s.person_name is not null)`,
    [boardId, all],
  )
  const guests = await rows<{ meetingId: string }>(
    `select distinct g.meeting_id as "meetingId" from guest g
     where g.board_id = $1 and g.meeting_id = any($2::uuid[]) and g.id <> all($3::uuid[])`,
    [boardId, made, listOf(saved.guests)],
  )
  const tables = await rows<{ name: string }>(
    `select distinct conrelid::regclass::text as name from pg_constraint
     where contype = 'f' and confrelid = 'meeting'::regclass and conrelid::regclass::text <> all($1::text[])`,
    [listOf(ownTables)],
  )
  const added = await rows<{ meetingId: string }>(
    tables
      .map(
        ({ name }) =>
          `select meeting_id as "meetingId" from ${name} where board_id = $1 and meeting_id = any($2::uuid[])`,
      )
      .join(' union '),
    [boardId, made],
  )
  const built = new Map<string, string[]>()
  const add = (found: readonly { meetingId: string }[], what: string): void => {
    for (const { meetingId } of found) built.set(meetingId, [...(built.get(meetingId) ?? []), what])
  }
  add(flags, 'Somebody worked on a flag that stands on the register of')
  add(guests, 'Somebody added a guest to')
  add(added, 'Something was added to')
  return built
}

/** The same of imports on a page. */
export async function builtOnImports(
  context: RequestContext,
  ids: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await context.rows<{ id: string; boardId: string; saved: SavedRegister }>(
    `select id, board_id as "boardId", saved from register_import
     where id = any($1::uuid[]) and state = 'SAVED' and saved is not null`,
    [ids],
    'saved register imports',
  )
  const built = new Map<string, string[]>()
  for (const { id, boardId, saved } of rows)
    built.set(id, await builtOnSaved(rowsIn(context), boardId, saved))
  return built
}
