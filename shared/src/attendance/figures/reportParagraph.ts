import { boardYearName } from './boardYear.ts'
import { attendedOf, knownOf, missedOf, rateOf, rateText, tallyOf } from '../rule/attendanceCount.ts'
import { agenciesAtMeetings } from './attendedBoard.ts'
import type { AgencyAtMeeting, AttendedBoard } from './attendedBoard.ts'
import { compareRates, comparedText } from './compareRates.ts'
import { isHeld } from '../rule/facts.ts'
import { isAttended, isMissed } from '../register/mark.ts'

/** The figures of the paragraph, in the order in which they come. */
export const figureName = {
  held: 'Meetings that were held',
  cancelled: 'Meetings that were cancelled',
  attended: 'Agencies that were there, meeting by meeting',
  known: 'Agencies of which it is known whether they were there, meeting by meeting',
  deputies: 'Agencies for which a deputy came, meeting by meeting',
  apologies: 'Agencies that sent apologies, meeting by meeting',
  absent: 'Agencies that were absent, meeting by meeting',
  unknown: 'Agencies of which it is not known whether they were there, meeting by meeting',
  always: 'Agencies that were at every meeting',
  often: 'Agencies that missed more than one meeting',
} as const
export type FigureKey = keyof typeof figureName

/** A figure of the paragraph with what it was counted from. */
export interface ReportFigure {
  key: FigureKey
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
 * behind it. Agencies are named, people never are.
 *
 * @param before the same boards a year earlier; null where that is not compared.
 */
export function reportParagraph(
  boards: readonly AttendedBoard[],
  before: readonly AttendedBoard[] | null,
  { year, startsMonth, who }: { year: number; startsMonth: number; who: string },
): ReportPiece[] {
  const meetings = boards.flatMap((board) => board.meetings)
  const all = agenciesAtMeetings(boards)
  const ofMeetings = (key: FigureKey, chosen: typeof meetings): ReportFigure => ({
    key,
    count: chosen.length,
    meetingIds: chosen.map(({ id }) => id),
    marks: [],
  })
  const ofMarks = (key: FigureKey, chosen: AgencyAtMeeting[]): ReportFigure => ({
    key,
    count: chosen.length,
    meetingIds: [],
    marks: chosen,
  })
  const held = ofMeetings('held', meetings.filter(isHeld))
  const cancelled = ofMeetings(
    'cancelled',
    meetings.filter((meeting) => meeting.cancelled),
  )
  const name = boardYearName(year, startsMonth)
  if (held.count === 0) return [`In the year ${name}, ${who} held no meeting whose register is closed.`]
  const marked = (mark: AgencyAtMeeting['mark']) => all.filter((each) => each.mark === mark)
  const attended = ofMarks(
    'attended',
    all.filter(({ mark }) => isAttended(mark)),
  )
  const known = ofMarks(
    'known',
    all.filter(({ mark }) => mark !== 'UNKNOWN'),
  )
  const [deputies, apologies, absent, unknown] = [
    ofMarks('deputies', marked('DEPUTY')),
    ofMarks('apologies', marked('APOLOGIES')),
    ofMarks('absent', marked('ABSENT')),
    ofMarks('unknown', marked('UNKNOWN')),
  ]
  const agencies = agenciesOf(all)
  const always = agencies.filter(({ its }) => its.every(({ mark }) => isAttended(mark)))
  const often = agencies.filter(({ its }) => its.filter(({ mark }) => isMissed(mark)).length > 1)
  const tally = tallyOf(all.map(({ mark }) => mark))

  const pieces: ReportPiece[] = [`In the year ${name}, ${who} met `, held, times(held.count)]
  if (cancelled.count > 0)
    pieces.push('; ', cancelled, ` ${cancelled.count === 1 ? 'meeting was' : 'meetings were'} cancelled`)
  pieces.push('. ')
  if (known.count > 0)
    pieces.push(
      'Agencies came ',
      attended,
      ' of the ',
      known,
      ` times that they were expected (${percentText(tally)}), `,
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
  if (always.length > 0)
    pieces.push(
      figureOfAgencies('always', always),
      ` ${agencyWord(always.length)} took part in every meeting at which ${always.length === 1 ? 'it was' : 'they were'} expected: ${listOf(always)}. `,
    )
  if (often.length > 0)
    pieces.push(
      figureOfAgencies('often', often),
      ` ${agencyWord(often.length)} missed more than one meeting: ${listOf(
        often.map(({ name: agency, its }) => ({ name: `${agency} (${missedText(its)})` })),
      )}. `,
    )
  if (before) pieces.push(yearBefore(before, all))
  return tidied(pieces)
}

interface AgencyMarks {
  name: string
  its: AgencyAtMeeting[]
}

function agenciesOf(all: readonly AgencyAtMeeting[]): AgencyMarks[] {
  return [...Map.groupBy(all, ({ organisationId }) => organisationId).values()]
    .map((its) => ({ name: its[0]?.organisationName ?? '', its }))
    .toSorted((one, other) => one.name.localeCompare(other.name))
}

/** Counts agencies; behind it stand all of their marks. */
function figureOfAgencies(key: FigureKey, agencies: readonly AgencyMarks[]): ReportFigure {
  return { key, count: agencies.length, meetingIds: [], marks: agencies.flatMap(({ its }) => its) }
}

function missedText(its: readonly AgencyAtMeeting[]): string {
  const tally = tallyOf(its.map(({ mark }) => mark))
  return `${missedOf(tally)} of ${knownOf(tally)}`
}

function yearBefore(before: readonly AttendedBoard[], all: readonly AgencyAtMeeting[]): string {
  const earlier = tallyOf(agenciesAtMeetings(before).map(({ mark }) => mark))
  if (rateOf(earlier) === null) return 'There are no figures of the year before.'
  const compared = compareRates(tallyOf(all.map(({ mark }) => mark)), earlier)
  const words = comparedText(compared)
  return `The year before it was ${rateText(earlier)}${compared.difference === null ? '' : `; this year is ${lower(words)}`}.`
}

function percentText(tally: ReturnType<typeof tallyOf>): string {
  const text = rateText({ ...tally, UNKNOWN: 0 })
  return attendedOf(tally) === 0 ? '0%' : text.slice(0, text.indexOf('%') + 1)
}

const times = (count: number) => (count === 1 ? ' time' : ' times')
const agencyWord = (count: number) => (count === 1 ? 'agency' : 'agencies')
const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

function listOf(named: readonly { name: string }[]): string {
  const names = named.map(({ name }) => name)
  const last = names.pop() ?? ''
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`
}

/** Without a space at its end. */
function tidied(pieces: ReportPiece[]): ReportPiece[] {
  const last = pieces.at(-1)
  return typeof last === 'string' ? [...pieces.slice(0, -1), last.trimEnd()] : pieces
}
