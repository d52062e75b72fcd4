import { addDays, addMonths, formatDay, isLiveOn } from '../../board/dates.ts'
import type { Day } from '../../board/dates.ts'
import { intervalText, shareInterval } from '../../statistics/shareInterval.ts'
import type { Interval } from '../../statistics/shareInterval.ts'
import { heldInOrder, inOrderOfDays, markOfAgency } from './attendanceCount.ts'
import type { Rule, RuleKind, RuleTerms } from './attendanceRule.ts'
import { boardYearOf, yearEndsOn } from '../figures/boardYear.ts'
import type { MarkFact, MeetingFact } from './facts.ts'
import { isMissed } from '../register/mark.ts'
import type { Mark } from '../register/mark.ts'
import type { SeatFact, YearFacts } from './yearFacts.ts'

/** What a rule found, and the very records behind it. */
export interface Finding {
  ruleId: string
  /** What it is about; a rule finds it once for each of these: `agency:ID`, `seat:ID:DAY`, `board`. */
  subject: string
  /** The agency that it is about; null where it is about the board. */
  organisationId: string | null
  organisationName: string | null
  /** Why, in a sentence or two that name nobody. */
  words: string
  markIds: string[]
  meetingIds: string[]
  seatIds: string[]
}

/** What one rule comes to. */
export interface RuleOutcome {
  ruleId: string
  findings: Finding[]
  /** What was looked at, or why there was nothing to look at. */
  words: string
}

/**
 * What the rules of a year find in its facts. Only meetings that were held count: those whose register is closed and
 * that were not cancelled. An unknown mark is never an absence. A rule without any meeting or seat to apply to finds
 * nothing and says so.
 */
export function findInYear(rules: readonly Rule[], facts: YearFacts): RuleOutcome[] {
  return rules.map((rule) => look[rule.kind](rule, facts))
}

const look: Record<RuleKind, (rule: Rule, facts: YearFacts) => RuleOutcome> = {
  AGENCY_ABSENT: (rule, facts) =>
    countMarks(rule, facts, 'BOARD', {
      counts: (mark) => mark === 'ABSENT' || (rule.countsApologies === true && mark === 'APOLOGIES'),
      verb: rule.countsApologies ? 'missed' : 'missed without apologies',
    }),
  AGENCY_DEPUTIES: (rule, facts) =>
    countMarks(rule, facts, 'BOARD', { counts: (mark) => mark === 'DEPUTY', verb: 'sent a deputy to' }),
  NO_APOLOGIES: (rule, facts) =>
    countMarks(rule, facts, 'BOARD', { counts: (mark) => mark === 'ABSENT', verb: 'gave no apologies for' }),
  PARTNER_MISSING: (rule, facts) =>
    countMarks(rule, facts, 'STRATEGY', { counts: isMissed, verb: 'missed', requiredOnly: true }),
  FULL_ATTENDANCE: fullAttendance,
  FEWER_MEETINGS: fewerMeetings,
  SEAT_VACANT: seatVacant,
  SEAT_LAPSES: seatLapses,
}

interface Counting {
  counts: (mark: Mark) => boolean
  /** What an agency did with the meetings: "missed". */
  verb: string
  requiredOnly?: boolean
}

function countMarks(
  rule: Rule,
  facts: YearFacts,
  kind: MeetingFact['kind'],
  { counts, verb, requiredOnly = false }: Counting,
): RuleOutcome {
  const held = heldInYear(facts, kind)
  const one = kind === 'BOARD' ? 'meeting' : 'strategy meeting'
  if (held.length === 0)
    return nothing(rule, `No ${one} of this year has a closed register yet, so there is nothing to count.`)
  const places = held.flatMap((meeting) =>
    [
      ...Map.groupBy(
        meeting.marks.filter((mark) => mark.required || !requiredOnly),
        (mark) => mark.organisationId,
      ),
    ].map(([organisationId, marks]) => ({ meeting, organisationId, marks, mark: markOfAgency(marks) })),
  )
  if (places.length === 0)
    return nothing(
      rule,
      `Nobody that this rule is about was expected at the ${counted(held.length, one)} of this year.`,
    )
  const findings: Finding[] = []
  for (const [organisationId, expected] of Map.groupBy(places, (place) => place.organisationId)) {
    const behind = expected.filter(({ mark }) => counts(mark))
    if (behind.length <= rule.limit) continue
    const marks = behind.flatMap((place) => place.marks.filter(({ mark }) => counts(mark)))
    const organisationName = marks.at(-1)?.organisationName ?? ''
    const unknown = expected.filter(({ mark }) => mark === 'UNKNOWN').length
    findings.push({
      ruleId: rule.id,
      subject: `agency:${organisationId}`,
      organisationId,
      organisationName,
      words: `${organisationName} ${verb} ${behind.length} of ${counted(expected.length, one)}. ${limitWords(rule)}${unknownWords(unknown)}`,
      markIds: marks.map(({ id }) => id),
      meetingIds: behind.map(({ meeting }) => meeting.id),
      seatIds: [],
    })
  }
  return { ruleId: rule.id, findings: inOrder(findings), words: `Looked at ${counted(held.length, one)}.` }
}

function limitWords({ limit }: RuleTerms): string {
  return limit === 0 ? 'The rule allows none.' : `The rule allows ${limit}.`
}

function unknownWords(unknown: number): string {
  if (unknown === 0) return ''
  return ` ${unknown === 1 ? '1 of them is' : `${unknown} of them are`} unknown and not counted against it.`
}

/** A meeting as far as its full attendance hangs on it. */
export interface Attended {
  marks: readonly Pick<MarkFact, 'required' | 'mark'>[]
}

/** Whether everybody came who was required at a meeting; null where that is not known. */
export function hadFullAttendance(meeting: Attended): boolean | null {
  const required = meeting.marks.filter((mark) => mark.required)
  if (required.some(({ mark }) => isMissed(mark))) return false
  return required.some(({ mark }) => mark === 'UNKNOWN') ? null : true
}

/** What a sample of strategy meetings shows. */
export interface SampleResult {
  /** Meetings with full attendance. */
  numerator: number
  /** Meetings of which it is known. */
  denominator: number
  /** Sampled meetings left out because a required partner's mark is unknown. */
  unknown: number
  /** The 95 % interval of the share; null where nothing is known. */
  interval: Interval | null
}

/** What the sampled meetings show of a population: the share with full attendance, with its interval. */
export function resultOfSample(sampled: readonly Attended[], population: number): SampleResult {
  const full = sampled.map(hadFullAttendance)
  const numerator = full.filter((each) => each === true).length
  const unknown = full.filter((each) => each === null).length
  const denominator = full.length - unknown
  return {
    numerator,
    denominator,
    unknown,
    interval: denominator === 0 ? null : shareInterval(numerator, denominator, population),
  }
}

/** Whether the result is below the target for sure: its whole interval is. */
export function isBelowTarget({ interval }: SampleResult, targetPercent: number): boolean {
  // Rounded, so that 17 of 20 is 85 % and not a hair less.
  return interval !== null && Math.round(interval.high * 1e11) / 1e9 < targetPercent
}

/** A result as a page shows it: "12 of 15 (80%), 95% interval 60% to 92%, 1 unknown left out". */
export function sampleResultText({ numerator, denominator, unknown, interval }: SampleResult): string {
  const left = unknown === 0 ? '' : `, ${unknown} unknown left out`
  if (interval === null) return `0 of 0${left}`
  const percent = Math.round((numerator / denominator) * 1000) / 10
  return `${numerator} of ${denominator} (${percent}%), 95% interval ${intervalText(interval)}${left}`
}

function fullAttendance(rule: Rule, facts: YearFacts): RuleOutcome {
  const { sample } = facts
  if (sample === null)
    return nothing(rule, 'No sample of this year’s strategy meetings has been drawn yet. Draw it first.')
  const sampled = heldInYear(facts, 'STRATEGY').filter(({ id }) => sample.meetingIds.includes(id))
  const result = resultOfSample(sampled, sample.population)
  if (result.denominator === 0)
    return nothing(rule, 'No meeting of the sample has marks that are known, so nothing can be said.')
  const text = `Full attendance: ${sampleResultText(result)}. The target is ${rule.limit}%.`
  if (!isBelowTarget(result, rule.limit)) {
    const above = result.numerator * 100 >= rule.limit * result.denominator
    return nothing(
      rule,
      above ? text : `${text} The sample does not show for sure that the target is missed.`,
    )
  }
  const notFull = sampled.filter((meeting) => hadFullAttendance(meeting) === false)
  const finding: Finding = {
    ruleId: rule.id,
    subject: 'board',
    organisationId: null,
    organisationName: null,
    words: text,
    markIds: notFull.flatMap(({ marks }) =>
      marks.filter((mark) => mark.required && isMissed(mark.mark)).map(({ id }) => id),
    ),
    meetingIds: sampled.map(({ id }) => id),
    seatIds: [],
  }
  return { ruleId: rule.id, findings: [finding], words: `Looked at a sample of ${sample.meetingIds.length}.` }
}

function fewerMeetings(rule: Rule, facts: YearFacts): RuleOutcome {
  const meetings = meetingsInYear(facts, 'BOARD')
  const held = heldInOrder(meetings)
  const endsOn = yearEndsOn(facts.year, facts.startsMonth)
  const soFar = `${counted(held.length, 'meeting')} of ${rule.limit} held`
  if (held.length >= rule.limit) return nothing(rule, `${soFar}.`)
  if (facts.today <= endsOn)
    return nothing(
      rule,
      `${soFar} so far. It is counted when the year has ended, after ${formatDay(endsOn)}.`,
    )
  const open = meetings.filter((meeting) => !meeting.cancelled && !meeting.closed)
  if (held.length + open.length >= rule.limit)
    return nothing(
      rule,
      `${soFar}, and ${counted(open.length, 'register')} still open. Close ${open.length === 1 ? 'it' : 'them'} first, so that they count.`,
    )
  const cancelled = meetings.filter((meeting) => meeting.cancelled)
  const also = [
    ...(cancelled.length > 0 ? [`${cancelled.length} cancelled`] : []),
    ...(open.length > 0 ? [`${open.length} with an open register`] : []),
  ]
  const finding: Finding = {
    ruleId: rule.id,
    subject: 'board',
    organisationId: null,
    organisationName: null,
    words: `${counted(held.length, 'meeting')} ${held.length === 1 ? 'was' : 'were'} held in the year. ${rule.limit} ${rule.limit === 1 ? 'was' : 'were'} promised.${also.length > 0 ? ` Not counted: ${also.join(', ')}.` : ''}`,
    markIds: [],
    meetingIds: inOrderOfDays([...held, ...cancelled, ...open]).map(({ id }) => id),
    seatIds: [],
  }
  return { ruleId: rule.id, findings: [finding], words: `Looked at ${counted(meetings.length, 'meeting')}.` }
}

function seatVacant(rule: Rule, facts: YearFacts): RuleOutcome {
  if (facts.seats.length === 0)
    return nothing(rule, 'The board has no seats, so there is nothing to look at.')
  const findings = facts.seats.flatMap((seat) =>
    seat.vacancies.flatMap(({ startsOn, endsOn }): Finding[] => {
      // The first day that is one too many.
      const tooLongOn = addDays(startsOn, rule.limit)
      if (endsOn !== null && endsOn < tooLongOn) return []
      if (!fallsInto(facts, tooLongOn)) return []
      return [
        {
          ruleId: rule.id,
          subject: `seat:${seat.id}:${startsOn}`,
          organisationId: seat.organisationId,
          organisationName: seat.organisationName,
          words: `The seat of ${seat.organisationName} has been vacant since ${formatDay(startsOn)}, for more than ${counted(rule.limit, 'day')}.`,
          markIds: [],
          meetingIds: [],
          seatIds: [seat.id],
        },
      ]
    }),
  )
  return {
    ruleId: rule.id,
    findings: inOrder(findings),
    words: `Looked at ${counted(facts.seats.length, 'seat')}.`,
  }
}

function seatLapses(rule: Rule, facts: YearFacts): RuleOutcome {
  const seats = facts.seats.filter(
    (seat) => seat.holderId !== null && isLiveOn(facts.today, seat.startsOn, seat.endsOn),
  )
  if (seats.length === 0) return nothing(rule, 'Nobody holds a seat, so there is nothing to look at.')
  const held = heldInOrder(
    facts.meetings.filter((meeting) => meeting.kind === 'BOARD' && meeting.heldOn <= facts.today),
  )
  if (held.length === 0)
    return nothing(rule, 'No meeting has a closed register yet, so nobody can be said to stay away.')
  const findings = seats.flatMap((seat): Finding[] => {
    const away = awayOf(seat, held)
    if (away === null || !fallsInto(facts, addMonths(away.since, rule.limit))) return []
    return [
      {
        ruleId: rule.id,
        subject: `seat:${seat.id}:${away.since}`,
        organisationId: seat.organisationId,
        organisationName: seat.organisationName,
        words: `Whoever holds the seat of ${seat.organisationName} has not come since ${formatDay(away.since)}, for ${counted(rule.limit, 'month')} or more, and missed ${counted(away.missed.length, 'meeting')}.`,
        markIds: away.missed.map(({ mark }) => mark.id),
        meetingIds: away.missed.map(({ meeting }) => meeting.id),
        seatIds: [seat.id],
      },
    ]
  })
  return {
    ruleId: rule.id,
    findings: inOrder(findings),
    words: `Looked at ${counted(seats.length, 'seat')}.`,
  }
}

/**
 * Since when the holder of a seat has been away: since the last meeting that they came to, or may have come to (an
 * unknown mark), else since the first that they missed. Null while they have missed none since.
 */
function awayOf(seat: SeatFact, held: readonly MeetingFact[]) {
  let since: Day | null = null
  let missed: { meeting: MeetingFact; mark: MarkFact }[] = []
  for (const meeting of held) {
    const mark = meeting.marks.find((each) => each.seatId === seat.id)
    if (!mark) continue
    if (mark.holderId !== seat.holderId) {
      since = null
      missed = []
    } else if (mark.mark === 'PRESENT' || mark.mark === 'UNKNOWN') {
      since = meeting.heldOn
      missed = []
    } else {
      since ??= meeting.heldOn
      missed.push({ meeting, mark })
    }
  }
  return since !== null && missed.length > 0 ? { since, missed } : null
}

/** Whether the day has come, and lies in the year. */
function fallsInto({ year, startsMonth, today }: YearFacts, day: Day): boolean {
  return day <= today && boardYearOf(day, startsMonth) === year
}

function meetingsInYear({ meetings, year, startsMonth, today }: YearFacts, kind: MeetingFact['kind']) {
  return meetings.filter(
    (meeting) =>
      meeting.kind === kind && meeting.heldOn <= today && boardYearOf(meeting.heldOn, startsMonth) === year,
  )
}

function heldInYear(facts: YearFacts, kind: MeetingFact['kind']): MeetingFact[] {
  return heldInOrder(meetingsInYear(facts, kind))
}

function nothing(rule: Rule, words: string): RuleOutcome {
  return { ruleId: rule.id, findings: [], words }
}

function inOrder(findings: Finding[]): Finding[] {
  return findings.toSorted(
    (one, other) =>
      (one.organisationName ?? '').localeCompare(other.organisationName ?? '', 'en-GB') ||
      one.subject.localeCompare(other.subject, 'en-GB'),
  )
}

function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}
