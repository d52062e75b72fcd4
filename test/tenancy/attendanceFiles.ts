import { openBefore } from '../support/worlds/actionReports.ts'
import { calendarToken } from '../support/worlds/calendarRows.ts'
import { startOf } from '../support/worlds/attendance.ts'
import { successorsOf } from '../support/worlds/mergers.ts'
import { isInvited } from '../support/worlds/attendanceOracle.ts'
import type { Table } from '../support/worlds/rows.ts'
import type { Asking } from './asking.ts'
import type { AskedFile, ReadFile } from './askedFile.ts'

/** Every file of attendance that a person can ask for in the own world, and some of another. */
export function attendanceFiles(asking: Asking): AskedFile[] {
  return [
    ...filesOfBoards(asking),
    ...filesOfAgencies(asking),
    ...minutes(asking),
    ...papers(asking),
    ...calendars(asking),
  ]
}

/** Excel and Word in turn: each is written by a writer of its own, from the same tables. */
const forms = ['excel', 'word'] as const
const formOf = (place: number) => forms[place % 2] ?? 'excel'

function filesOfBoards({ person, home, other, sees }: Asking): AskedFile[] {
  const hasSubGroups = (id: string) => home.boards.some(({ parentId }) => parentId === id)
  return [...home.boards, ...other.boards.slice(0, 1)].flatMap(({ id }, place) =>
    (hasSubGroups(id) ? [false, true] : [false]).map((together) => {
      const boards = new Set(
        home.boards
          .filter((board) => board.id === id || (together && board.parentId === id))
          .map((board) => board.id)
          .filter((boardId) => person.readsMeetings(boardId)),
      )
      const counted = home.marks.filter(
        (mark) =>
          boards.has(mark.boardId) &&
          sees('register_mark').has(mark.id) &&
          home.meetings.some(({ id: of, strategy, closed }) => of === mark.meetingId && !strategy && closed),
      )
      const rates = [...Map.groupBy(counted, ({ organisationId }) => organisationId)].map(
        ([organisationId, its]) => {
          const name = sees('organisation').has(organisationId)
            ? `Organisation ${organisationId}`
            : 'Another agency'
          return `${name}: ${new Set(its.map(({ meetingId }) => meetingId)).size}`
        },
      )
      return {
        address: `/boards/${id}/attendance/file?as=${formOf(place + Number(together))}${together ? '&groups=1' : ''}`,
        // Without a sub-group the board's own name stands in the title alone.
        names: boards.has(id) ? { board: [...boards], mark_reason: [] } : null,
        check: (file: ReadFile) => difference(ratesIn(file), rates),
      }
    }),
  )
}

/**
 * An agency's file names the holder beside each mark, at meetings of which the register was begun, as the first mark of
 * this holder has the name; and its flags.
 */
function filesOfAgencies({ person, home, other, sees }: Asking): AskedFile[] {
  const begun = new Set(home.meetings.filter(({ closed }) => closed).map(({ id }) => id))
  return [...home.organisations, ...other.organisations.slice(0, 1)].map(({ id }, place) => {
    const marks = home.marks.filter(
      (mark) => mark.organisationId === id && !mark.strategy && sees('register_mark').has(mark.id),
    )
    const named = [...Map.groupBy(marks, ({ seatId }) => seatId).values()].flatMap((ofSeat) => {
      const inTurn = ofSeat.toSorted(inOrderOfMeetings)
      return inTurn.flatMap((mark, index) => {
        if (!mark.holderId || !begun.has(mark.meetingId)) return []
        const before = inTurn.findLastIndex((one, at) => at < index && one.holderId !== mark.holderId)
        return inTurn[before + 1] ?? []
      })
    })
    const isOwn = person.holds('AGENCY_LEAD', id)
    const flags = home.flags.filter(
      (flag) => isOwn && flag.organisationId === id && sees('flag').has(flag.id),
    )
    const mayHave = isOwn || successorsOf(home, id).some((each) => person.holds('AGENCY_LEAD', each))
    return {
      address: `/organisations/${id}/attendance/file?as=${formOf(place)}`,
      names: mayHave ? { register_mark: [...new Set(ids(named))], flag: ids(flags), mark_reason: [] } : null,
    }
  })
}

type Mark = Asking['home']['marks'][number]

const inOrderOfMeetings = (one: Mark, other: Mark): number => orderOf(one).localeCompare(orderOf(other))
const orderOf = ({ meetingId }: Mark): string => `${startOf(meetingId, '')} ${meetingId}`

/** How many meetings are counted for each agency in the table of rates. */
function ratesIn({ rows }: ReadFile): string[] {
  return (
    rows
      .filter(([, ...counts]) => counts.length >= 7 && counts.slice(0, 6).every((text) => /^\d+$/.test(text)))
      // What it became part of stands in brackets behind its name.
      .map(([name = '', expected = '']) => `${name.replace(/ \(.*/, '')}: ${expected}`)
  )
}

function difference(found: string[], wanted: string[]): string | null {
  const [is, should] = [found.toSorted().join(', '), wanted.toSorted().join(', ')]
  return is === should ? null : `counted ${is} and not ${should}`
}

function minutes({ home, other, sees }: Asking): AskedFile[] {
  return [...home.meetings, ...other.meetings.slice(0, 1)].map((meeting) => {
    const { id } = meeting
    // A meeting can exist for somebody without what hangs on it: its marks alone follow a merger.
    const its = <Row extends { id: string; meetingId: string }>(table: Table, rows: readonly Row[]) =>
      rows.filter((row) => row.meetingId === id && sees(table).has(row.id))
    const marks = its('register_mark', home.marks).filter(({ holderId }) => holderId)
    const earlier = openBefore(home, meeting).filter((one) => sees('meeting_action').has(one))
    return {
      address: `/meetings/${id}/minutes/file`,
      names: sees('meeting').has(id)
        ? {
            meeting: [id],
            agenda_item: ids(its('agenda_item', home.agendaItems)),
            decision: ids(its('decision', home.decisions)),
            meeting_action: [...ids(its('meeting_action', home.meetingActions)), ...earlier],
            guest: ids(its('guest', home.guests)),
            register_mark: ids(marks),
            // Nobody's minutes say why somebody sent apologies, not those of the officers either.
            mark_reason: [],
            answer_reason: [],
          }
        : null,
    }
  })
}

const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)

/** A paper that is a link has no file. */
function papers({ home, other, sees }: Asking): AskedFile[] {
  return [...home.papers, ...other.papers.slice(0, 1)].map(({ id, file }) => ({
    address: `/papers/${id}/file`,
    names: file && sees('meeting_paper').has(id) ? { meeting_paper: [id] } : null,
  }))
}

/** The feed has no session: whoever has the address gets it, and it shows what its owner sees. */
function calendars({ person, home, sees }: Asking): AskedFile[] {
  if (!home.calendarAddresses.some(({ personId }) => personId === person.id)) return []
  const meetings = home.meetings.filter(({ id }) => sees('meeting').has(id))
  const comes = new Map(meetings.map((meeting) => [meeting.id, comesTo({ person, home, sees }, meeting)]))
  const strategy = new Set(ids(meetings.filter((meeting) => meeting.strategy)))
  return [
    {
      address: `/calendar/${calendarToken(person.id)}.ics`,
      names: person.enabled ? {} : null,
      signedOut: true,
      check: ({ texts: [text = ''] }) => {
        const shown = new Set([...text.matchAll(/^UID:(\S+)$/gm)].map(([, id = '']) => id))
        const wrong = [...shown].filter((id) => !comes.get(id)?.includes(true))
        const missing = [...comes].filter(([id, may]) => !may.includes(false) && !shown.has(id))
        const named = [...text.matchAll(/Meeting ([0-9a-f-]{36})/g)].filter(([, id = '']) => strategy.has(id))
        if (wrong.length + missing.length + named.length === 0) return null
        return `shown ${wrong.join()}, missing ${missing.join()}, strategy meetings with their titles ${named.join()}`
      },
    },
  ]
}

/**
 * Whether a meeting stands in the person's calendar: true, false, or both where the person has places that answered
 * differently, and which of them counts is not said.
 */
function comesTo(
  { person, home, sees }: Pick<Asking, 'person' | 'home' | 'sees'>,
  meeting: Asking['home']['meetings'][number],
): boolean[] {
  const answers = home.meetingAnswers.filter(
    ({ id, meetingId }) => meetingId === meeting.id && sees('meeting_answer').has(id),
  )
  if (answers.some(({ deputyId }) => deputyId === person.id)) return [true]
  const asker = {
    me: person.id,
    leads: (id: string | null) => id !== null && person.holds('AGENCY_LEAD', id),
  }
  const places = meeting.strategy
    ? home.invitees.filter((invitee) => invitee.meetingId === meeting.id && isInvited(asker, invitee))
    : home.seats.filter(
        (seat) =>
          seat.boardId === meeting.boardId &&
          seat.startsOn <= 0 &&
          (seat.endsOn === null || seat.endsOn >= 0) &&
          (seat.holderId === person.id ||
            (seat.holderId === null &&
              home.deputies.some(
                ({ seatId, personId, ended }) => seatId === seat.id && personId === person.id && !ended,
              ))),
      )
  if (places.length === 0) return [false]
  return places.map(({ id }) => {
    const answer = answers.find(({ placeId }) => placeId === id)
    return !answer || (!answer.hasReason && answer.deputyId === null)
  })
}
