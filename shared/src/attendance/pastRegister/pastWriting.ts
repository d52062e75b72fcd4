import { isLiveOn } from '../../board/dates.ts'
import type { Day } from '../../board/dates.ts'
import { Mark } from '../register/mark.ts'
import { asGuest, newMeeting, PastRole } from './pastChoices.ts'
import type { KnownBoard, KnownMeeting, KnownSeat, PastChoices } from './pastChoices.ts'
import { agencyKeyOf, matchSubjects, personKeyOf } from './pastSubjects.ts'
import type { PastPerson, PastSubjects } from './pastSubjects.ts'
import { leaveOut, PastMark } from './pastRegister.ts'
import type { PastRegister, ReadMark } from './pastRegister.ts'

/** A mark that will be written, with the marks of the list that it comes from. */
export interface WrittenMark {
  seatId: string
  organisation: string
  mark: Mark
  /** Who held the seat then, where the list says so. */
  holderName: string | null
  holderId: string | null
  /** Who came, where it was a deputy and the list names one. */
  cameName: string | null
  cameId: string | null
  /** Why they sent apologies. */
  reason: string
  /** The cells of the list that it comes from. */
  cells: string[]
}

/** Somebody who was there and belongs to no seat. */
export interface WrittenGuest {
  name: string
  organisation: string
  organisationId: string | null
  cell: string
}

/** A meeting that will be written. */
export interface WrittenMeeting {
  key: string
  day: Day
  title: string
  notes: string[]
  /** The meeting that the board has already; null where it is new. */
  knownId: string | null
  marks: WrittenMark[]
  guests: WrittenGuest[]
  /** Seats of that day of which the list says nothing: their marks are unknown. */
  unmentioned: { seatId: string; organisation: string }[]
}

/** A mark of the list that will not be written, and why. */
export interface LeftOutMark {
  cell: string
  words: string
  /** The agency or person, and the meeting. */
  of: string
  why: string
}

/** Meetings of the list on days on which the board has a meeting already. */
export interface MeetingChoice {
  key: string
  day: Day
  heading: string
  known: KnownMeeting[]
  choice: string | null
}

/** An agency that had no seat on some days of the list. */
export interface MissingSeat {
  organisationId: string
  organisation: string
  days: Day[]
  marks: number
  choice: string | null
}

/** What comes of a past register when it is saved. */
export interface PastWriting {
  subjects: PastSubjects
  meetingChoices: MeetingChoice[]
  missingSeats: MissingSeat[]
  meetings: WrittenMeeting[]
  /** Meetings of the list for which nothing would be written; they are left out. */
  empty: { day: Day; heading: string }[]
  leftOut: LeftOutMark[]
  /** What has to be answered or chosen before it can be saved. */
  waiting: { questions: number; agencies: number; people: number; meetings: number; seats: number }
}

/** How much a mark of the list tells of a seat: of two for one seat and meeting, the first that says it was there counts. */
const order: readonly PastMark[] = ['PRESENT', 'DEPUTY', 'APOLOGIES', 'ABSENT', 'UNKNOWN', 'NOT_EXPECTED']

/** One mark of the list, once it is known for which seat it stands and who came. */
interface Said {
  read: ReadMark
  of: string
  mark: PastMark
  holder: PastPerson | null
  /** The name of who came as a deputy. */
  deputy: { name: string; id: string | null } | null
  guests: string[]
}

/**
 * What will be written of a past register. Each mark of the list stands in a mark, in a guest, or among those that are
 * left out with the reason: none is lost.
 */
export function planWriting(register: PastRegister, board: KnownBoard, choices: PastChoices): PastWriting {
  const subjects = matchSubjects(register, board.seats, choices)
  const agencies = new Map(subjects.agencies.map((agency) => [agency.key, agency]))
  const people = new Map(subjects.people.map((person) => [person.key, person]))
  const rows = new Map(register.rows.map((row) => [row.key, row]))
  const leftOut: LeftOutMark[] = []
  const missing = new Map<string, MissingSeat>()
  const meetingChoices: MeetingChoice[] = []
  const empty: PastWriting['empty'] = []
  const marksOf = Map.groupBy(register.marks, ({ meeting }) => meeting)

  const meetings = register.meetings.flatMap((meeting): WrittenMeeting[] => {
    const { day } = meeting
    const reads = marksOf.get(meeting.key) ?? []
    const drop = (read: ReadMark, why: string): void => {
      const row = rows.get(read.row)
      const of = [row?.agency, row?.name].filter((text) => text).join(', ')
      leftOut.push({ cell: read.cell, words: read.words, of: `${of}: ${meeting.heading}`, why })
    }
    if (day === null) {
      for (const read of reads) drop(read, 'The day of the meeting is not answered yet.')
      return []
    }
    const known = meetingOf(meeting.key, meeting.heading, day, board.meetings, choices, meetingChoices)
    const saids = new Map<string, Said[]>()
    const guests: WrittenGuest[] = []
    for (const read of reads) {
      const row = rows.get(read.row)
      const agency = row && agencies.get(agencyKeyOf(row))
      if (row === undefined || agency === undefined) continue
      if (agency.choice === null) drop(read, 'It is not chosen yet which agency this is.')
      else if (agency.choice === leaveOut) drop(read, 'You left this agency out.')
      else if (agency.choice === asGuest)
        takeGuest(read, row.name || row.agency, row.name === '' ? '' : row.agency, null)
      else {
        const seat = board.seats.find(
          (each) => each.organisationId === agency.choice && isLiveOn(day, each.startsOn, each.endsOn),
        )
        const said = saidOf(read, row.name, agency.key, people)
        if (typeof said === 'string') drop(read, said)
        else if (seat === undefined) withoutSeat(read, said, agency.choice, row.name)
        else saids.set(seat.id, [...(saids.get(seat.id) ?? []), { ...said, of: seat.organisation }])
      }
    }

    function takeGuest(
      read: ReadMark,
      name: string,
      organisation: string,
      organisationId: string | null,
    ): void {
      if (read.mark === 'PRESENT' || read.mark === 'NAMED' || read.mark === 'DEPUTY') {
        const names = read.came.length > 0 ? read.came : [name]
        for (const each of names)
          guests.push({
            name: each,
            organisation: organisation || (each === name ? '' : name),
            organisationId,
            cell: read.cell,
          })
      } else drop(read, 'A guest who was not there is not written down.')
    }

    function withoutSeat(
      read: ReadMark,
      said: Omit<Said, 'of'>,
      organisationId: string,
      rowName: string,
    ): void {
      if (said.mark === 'NOT_EXPECTED') {
        drop(read, 'It had no seat on that day, as the list says.')
        return
      }
      const organisation =
        board.seats.find((each) => each.organisationId === organisationId)?.organisation ?? ''
      const gap = missing.get(organisationId) ?? {
        organisationId,
        organisation,
        days: [],
        marks: 0,
        choice: choices.seats[organisationId] ?? null,
      }
      if (day !== null && !gap.days.includes(day)) gap.days.push(day)
      gap.marks += 1
      missing.set(organisationId, gap)
      if (gap.choice === asGuest) takeGuest(read, rowName || organisation, organisation, organisationId)
      else if (gap.choice === leaveOut) drop(read, 'It had no seat on that day, and you left this out.')
      else drop(read, 'It had no seat on that day.')
    }

    const marks: WrittenMark[] = []
    for (const [seatId, said] of saids) {
      const before = known?.marked.find((mark) => mark.seatId === seatId)
      const written = combine(seatId, said)
      for (const { guests: names, read, of } of said)
        for (const name of names)
          guests.push({
            name,
            organisation: of,
            organisationId: seatOf(board, seatId)?.organisationId ?? null,
            cell: read.cell,
          })
      if (known?.closed === true && before === undefined) {
        for (const { read, guests: names } of said)
          if (names.length === 0)
            drop(read, 'The register of this meeting is closed already, and stays as it is.')
      } else if (before !== undefined) {
        for (const { read, guests: names } of said)
          if (names.length === 0)
            drop(
              read,
              before.mark === written?.mark
                ? 'Its register says the same already.'
                : 'Its register says something else already, which stays.',
            )
      } else if (written !== undefined) marks.push(written)
      else
        for (const { read, guests: names } of said)
          if (names.length === 0)
            drop(read, 'The list says that it was not expected then, so no mark is written.')
    }
    const mentioned = new Set(saids.keys())
    const unmentioned = board.seats
      .filter(({ id, startsOn, endsOn }) => isLiveOn(day, startsOn, endsOn) && !mentioned.has(id))
      .filter(
        ({ id }) => known?.closed !== true && (known?.marked.every(({ seatId }) => seatId !== id) ?? true),
      )
      .map(({ id, organisation }) => ({ seatId: id, organisation }))
    if (marks.length === 0 && guests.length === 0) {
      empty.push({ day, heading: meeting.heading })
      return []
    }
    return [
      {
        key: meeting.key,
        day,
        title: meeting.title,
        notes: meeting.notes,
        knownId: known?.id ?? null,
        marks,
        guests,
        unmentioned,
      },
    ]
  })

  const missingSeats = [...missing.values()]
  const used = new Set(subjects.agencies.filter(({ choice }) => isOrganisation(choice)).map(({ key }) => key))
  return {
    subjects,
    meetingChoices,
    missingSeats,
    meetings,
    empty,
    leftOut,
    waiting: {
      questions: register.questions.filter(({ answer }) => answer === null).length,
      agencies: subjects.agencies.filter(({ choice }) => choice === null).length,
      people: subjects.people.filter(({ role, agency }) => role === null && used.has(agency)).length,
      meetings: meetingChoices.filter(({ choice }) => choice === null).length,
      seats: missingSeats.filter(({ choice }) => choice === null).length,
    },
  }
}

/** Whether what was chosen for an agency is an organisation. */
export const isOrganisation = (choice: string | null): choice is string =>
  choice !== null && choice !== asGuest && choice !== leaveOut

const seatOf = (board: KnownBoard, id: string): KnownSeat | undefined =>
  board.seats.find((seat) => seat.id === id)

function meetingOf(
  key: string,
  heading: string,
  day: Day,
  meetings: readonly KnownMeeting[],
  choices: PastChoices,
  asked: MeetingChoice[],
): KnownMeeting | null {
  const known = meetings.filter((each) => each.day === day && !each.cancelled)
  if (known.length === 0) return null
  const chosen = choices.meetings[key]
  const choice = chosen === newMeeting || known.some(({ id }) => id === chosen) ? (chosen ?? null) : null
  asked.push({ key, day, heading, known, choice })
  return known.find(({ id }) => id === choice) ?? null
}

/** What a mark says of its seat; a sentence where it says nothing of it. */
function saidOf(
  read: ReadMark,
  rowName: string,
  agencyKey: string,
  people: ReadonlyMap<string, PastPerson>,
): Omit<Said, 'of'> | string {
  const whose = rowName === '' ? null : (people.get(personKeyOf(agencyKey, rowName)) ?? null)
  if (whose?.role === null) return 'It is not chosen yet how this person took part.'
  if (whose?.role === PastRole.LEAVE_OUT) return 'You left this person out.'
  const was = read.mark === 'PRESENT' || read.mark === 'NAMED' || read.mark === 'DEPUTY'
  const isHolder = whose === null || whose.role === PastRole.HOLDER
  if (!isHolder && !was) return 'Whether a deputy or a guest was away says nothing of the seat.'
  if (whose?.role === PastRole.GUEST)
    return { read, mark: PastMark.NOT_EXPECTED, holder: null, deputy: null, guests: [whose.name] }
  if (whose?.role === PastRole.DEPUTY)
    return {
      read,
      mark: PastMark.DEPUTY,
      holder: null,
      deputy: { name: whose.name, id: whose.personId },
      guests: [],
    }
  if (read.mark === 'DEPUTY') {
    const [name, ...others] = read.came
    return {
      read,
      mark: PastMark.DEPUTY,
      holder: whose,
      deputy: name === undefined ? null : { name, id: null },
      guests: others,
    }
  }
  if (!was || read.came.length === 0)
    return {
      read,
      mark: read.mark === 'NAMED' ? PastMark.PRESENT : read.mark,
      holder: whose,
      deputy: null,
      guests: [],
    }
  const came = read.came.map((name) => people.get(personKeyOf(agencyKey, name)))
  if (came.some((person) => person?.role === null || person === undefined))
    return 'It is not chosen yet how this person took part.'
  const as = (role: PastRole): PastPerson[] =>
    came.filter((person) => person !== undefined).filter((person) => person.role === role)
  const [holder] = as(PastRole.HOLDER)
  const [deputy, ...deputies] = as(PastRole.DEPUTY)
  const guests = [...(holder === undefined ? deputies : as(PastRole.DEPUTY)), ...as(PastRole.GUEST)].map(
    ({ name }) => name,
  )
  if (holder !== undefined) return { read, mark: PastMark.PRESENT, holder, deputy: null, guests }
  if (deputy !== undefined)
    return {
      read,
      mark: PastMark.DEPUTY,
      holder: whose,
      deputy: { name: deputy.name, id: deputy.personId },
      guests,
    }
  return guests.length > 0
    ? { read, mark: PastMark.NOT_EXPECTED, holder: whose, deputy: null, guests }
    : 'You left this person out.'
}

/** The mark of a seat from all that the list says of it; undefined where it was not expected. */
function combine(seatId: string, said: readonly Said[]): WrittenMark | undefined {
  const [best] = said.toSorted((a, b) => order.indexOf(a.mark) - order.indexOf(b.mark))
  const mark = Object.values(Mark).find((each) => each === best?.mark)
  if (best === undefined || mark === undefined) return undefined
  const holder =
    best.holder ?? (mark === 'PRESENT' ? null : (said.find((each) => each.holder !== null)?.holder ?? null))
  return {
    seatId,
    organisation: best.of,
    mark,
    holderName: holder?.name ?? null,
    holderId: holder?.personId ?? null,
    cameName: best.deputy?.name ?? null,
    cameId: best.deputy?.id ?? null,
    reason: mark === 'APOLOGIES' ? best.read.note : '',
    cells: said.map(({ read }) => read.cell),
  }
}
