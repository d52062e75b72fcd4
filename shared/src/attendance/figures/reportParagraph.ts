import { boardYearName } from './boardYear.ts'
import { attendedOf, rateOf, rateText, tallyOf } from '../rule/attendanceCount.ts'
import { agenciesAtMeetings } from './attendedBoard.ts'
import type { AgencyAtMeeting, AttendedBoard, AttendedMeeting } from './attendedBoard.ts'
import { compareRates, comparedText } from './compareRates.ts'
import { isAttended, isMissed } from '../register/mark.ts'

/** A figure of the paragraph with what it was counted from. */
export interface ReportFigure {
  /** No two figures of a paragraph have the same: it stands in the address of what is behind one. */
  key: string
  /** What was counted. */
  name: string
  count: number
  /** The meetings that were counted; empty where agencies were. */
  meetingIds: string[]
  /** The agencies at meetings that were counted; empty where meetings were. */
  marks: AgencyAtMeeting[]
}

/** A piece of the paragraph: words, or the number of a figure. */
export type ReportPiece = string | ReportFigure

/** Gives the words of the paragraph without their figures behind them. */
export function reportText(pieces: readonly ReportPiece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : String(piece.count))).join('')
}

/**
 * Drafts what an annual report says about attendance. Each number in it is a figure that knows the meetings or marks
 * behind it, also those of the year before; shares in percent stand beside the two figures that they are made of.
 * Agencies are named, people never are.
 *
 * @param before the same boards a year earlier; null where that is not compared.
 */
export function reportParagraph(
  boards: readonly AttendedBoard[],
  before: readonly AttendedBoard[] | null,
  { year, startsMonth, who }: { year: number; startsMonth: number; who: string },
): ReportPiece[] {
  const meetings = boards.flatMap((board) => board.meetings)
  const held = meetings.filter(({ state }) => state === 'CLOSED')
  const name = boardYearName(year, startsMonth)
  if (held.length === 0) return [`In the year ${name}, ${who} held no meeting whose register is closed.`]
  const all = agenciesAtMeetings(boards)
  return tidied([
    `In the year ${name}, ${who} met `,
    ofMeetings('held', 'Meetings that were held', held),
    times(held.length),
    ...cancelledMeetings(meetings.filter(({ state }) => state === 'CANCELLED')),
    '. ',
    ...quorumOf(held),
    ...attendanceOf(all),
    ...agenciesNamed(all),
    ...(before ? yearBefore(before, all, who) : []),
  ])
}

const ofMeetings = (key: string, name: string, chosen: readonly AttendedMeeting[]): ReportFigure => ({
  key,
  name,
  count: chosen.length,
  meetingIds: chosen.map(({ id }) => id),
  marks: [],
})

const ofMarks = (key: string, name: string, chosen: AgencyAtMeeting[]): ReportFigure => ({
  key,
  name,
  count: chosen.length,
  meetingIds: [],
  marks: chosen,
})

function cancelledMeetings(cancelled: readonly AttendedMeeting[]): ReportPiece[] {
  if (cancelled.length === 0) return []
  return [
    '; ',
    ofMeetings('cancelled', 'Meetings that were cancelled', cancelled),
    ` ${cancelled.length === 1 ? 'meeting was' : 'meetings were'} cancelled`,
  ]
}

/** How often the quorum was there, of the meetings for which one was set. */
function quorumOf(held: readonly AttendedMeeting[]): ReportPiece[] {
  const set = held.filter(({ quorumMet }) => typeof quorumMet === 'boolean')
  if (set.length === 0) return []
  const met = set.filter(({ quorumMet }) => quorumMet)
  return [
    'The quorum was there at ',
    ofMeetings('quorum', 'Meetings at which the quorum was there', met),
    ' of the ',
    ofMeetings('quorumSet', 'Meetings for which a quorum was set', set),
    ` ${set.length === 1 ? 'meeting' : 'meetings'} for which one was set. `,
  ]
}

/** How often agencies came, and how not. */
function attendanceOf(all: readonly AgencyAtMeeting[]): ReportPiece[] {
  const marked = (key: string, name: string, mark: AgencyAtMeeting['mark']) =>
    ofMarks(
      key,
      `${name}, meeting by meeting`,
      all.filter((each) => each.mark === mark),
    )
  const { attended, known } = attendedOfKnown(all)
  const deputies = marked('deputies', 'Agencies for which a deputy came', 'DEPUTY')
  const apologies = marked('apologies', 'Agencies that sent apologies', 'APOLOGIES')
  const absent = marked('absent', 'Agencies that were absent', 'ABSENT')
  const unknown = marked('unknown', 'Agencies of which it is not known whether they were there', 'UNKNOWN')
  const pieces: ReportPiece[] = []
  if (known.count > 0)
    pieces.push(
      'Agencies came ',
      attended,
      ' of the ',
      known,
      ` times that they were expected (${percentText(all)}), `,
      deputies,
      `${times(deputies.count)} through a deputy. They sent apologies `,
      apologies,
      `${times(apologies.count)} and were absent without apologies `,
      absent,
      `${times(absent.count)}. `,
    )
  if (unknown.count > 0)
    pieces.push(
      unknown,
      ` more ${unknown.count === 1 ? 'mark is unknown and is' : 'marks are unknown and are'} left out. `,
    )
  return pieces
}

/** The two figures of which a rate is made. */
function attendedOfKnown(all: readonly AgencyAtMeeting[], ofYear = '', when = '') {
  return {
    attended: ofMarks(
      `attended${ofYear}`,
      `${when}Agencies that were there, meeting by meeting`,
      all.filter(({ mark }) => isAttended(mark)),
    ),
    known: ofMarks(
      `known${ofYear}`,
      `${when}Agencies of which it is known whether they were there, meeting by meeting`,
      all.filter(({ mark }) => mark !== 'UNKNOWN'),
    ),
  }
}

interface AgencyMarks {
  id: string
  name: string
  its: AgencyAtMeeting[]
}

/** Which agencies were always there, and which missed more than one meeting. */
function agenciesNamed(all: readonly AgencyAtMeeting[]): ReportPiece[] {
  const agencies = [...Map.groupBy(all, ({ organisationId }) => organisationId)]
    .map(([id, its]): AgencyMarks => ({ id, name: its[0]?.organisationName ?? '', its }))
    .toSorted((one, other) => one.name.localeCompare(other.name))
  const always = agencies.filter(({ its }) => its.every(({ mark }) => isAttended(mark)))
  const often = agencies.filter(({ its }) => its.filter(({ mark }) => isMissed(mark)).length > 1)
  const pieces: ReportPiece[] = []
  if (always.length > 0)
    pieces.push(
      figureOfAgencies('always', 'Agencies that were at every meeting', always),
      ` ${agencyWord(always.length)} took part in every meeting at which ${always.length === 1 ? 'it was' : 'they were'} expected: `,
      ...listOf(always.map(({ name }) => [name])),
      '. ',
    )
  if (often.length > 0)
    pieces.push(
      figureOfAgencies('often', 'Agencies that missed more than one meeting', often),
      ` ${agencyWord(often.length)} missed more than one meeting: `,
      ...listOf(often.map(missedByAgency)),
      '. ',
    )
  return pieces
}

/** Counts agencies; behind it stand all of their marks. */
function figureOfAgencies(key: string, name: string, agencies: readonly AgencyMarks[]): ReportFigure {
  return { key, name, count: agencies.length, meetingIds: [], marks: agencies.flatMap(({ its }) => its) }
}

/** "The fire service (2 of 5)": how many meetings it missed, of those of which that is known. */
function missedByAgency({ id, name, its }: AgencyMarks): ReportPiece[] {
  return [
    `${name} (`,
    ofMarks(
      `missed-${id}`,
      `Meetings that ${name} missed`,
      its.filter(({ mark }) => isMissed(mark)),
    ),
    ' of ',
    ofMarks(
      `known-${id}`,
      `Meetings of which it is known whether ${name} was there`,
      its.filter(({ mark }) => mark !== 'UNKNOWN'),
    ),
    ')',
  ]
}

function yearBefore(
  before: readonly AttendedBoard[],
  all: readonly AgencyAtMeeting[],
  who: string,
): ReportPiece[] {
  const earlier = agenciesAtMeetings(before)
  const tally = tallyOf(earlier.map(({ mark }) => mark))
  if (rateOf(tally) === null) return ['There are no figures of the year before.']
  const when = 'The year before: '
  const meetings = before.flatMap((board) => board.meetings).filter(({ state }) => state === 'CLOSED')
  const { attended, known } = attendedOfKnown(earlier, '-before', when)
  const unknown = ofMarks(
    'unknown-before',
    `${when}Agencies of which it is not known whether they were there, meeting by meeting`,
    earlier.filter(({ mark }) => mark === 'UNKNOWN'),
  )
  const compared = compareRates(tallyOf(all.map(({ mark }) => mark)), tally)
  return [
    `The year before, ${who} met `,
    ofMeetings('held-before', `${when}Meetings that were held`, meetings),
    `${times(meetings.length)}, and agencies came `,
    attended,
    ' of the ',
    known,
    ` times (${percentText(earlier)})`,
    ...(unknown.count > 0 ? [', with ', unknown, ' unknown left out'] : []),
    compared.difference === null ? '.' : `; this year is ${lower(comparedText(compared))}.`,
  ]
}

function percentText(all: readonly AgencyAtMeeting[]): string {
  const tally = tallyOf(all.map(({ mark }) => mark))
  const text = rateText({ ...tally, UNKNOWN: 0 })
  return attendedOf(tally) === 0 ? '0%' : text.slice(0, text.indexOf('%') + 1)
}

const times = (count: number) => (count === 1 ? ' time' : ' times')
const agencyWord = (count: number) => (count === 1 ? 'agency' : 'agencies')
const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

/** "One, another and a third". */
function listOf(items: readonly ReportPiece[][]): ReportPiece[] {
  return items.flatMap((item, at) => [
    ...(at === 0 ? [] : [at === items.length - 1 ? ' and ' : ', ']),
    ...item,
  ])
}

/** Without a space at its end. */
function tidied(pieces: ReportPiece[]): ReportPiece[] {
  const last = pieces.at(-1)
  return typeof last === 'string' ? [...pieces.slice(0, -1), last.trimEnd()] : pieces
}
