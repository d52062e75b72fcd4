import { boardYearOf } from '../figures/boardYear.ts'
import type { MeetingFact } from './facts.ts'
import type { Rule } from './attendanceRule.ts'
import type { YearFacts } from './yearFacts.ts'

/*
 * The counting again, as somebody would do it with paper and pencil: from one day to the next, one mark after the other.
 * It shares no step with the rules that it is held against.
 */

/** Which marks each rule finds, under the name of the rule and of what it is about. */
export function slowFindings(rules: readonly Rule[], facts: YearFacts): Record<string, string[]> {
  const found: Record<string, string[]> = {}
  const days = daysOfYear(facts.year, facts.startsMonth)
  const note = (rule: Rule, subject: string, marks: string[]) => {
    found[`${rule.kind} ${subject}`] = marks.toSorted()
  }
  for (const rule of rules) {
    if (['AGENCY_ABSENT', 'AGENCY_DEPUTIES', 'NO_APOLOGIES', 'PARTNER_MISSING'].includes(rule.kind)) {
      for (const agency of agenciesIn(facts)) {
        let times = 0
        const marks: string[] = []
        for (const date of days)
          for (const meeting of facts.meetings) {
            if (meeting.heldOn !== date || date > facts.today) continue
            if (!meeting.closed || meeting.cancelled) continue
            if ((rule.kind === 'PARTNER_MISSING') !== (meeting.kind === 'STRATEGY')) continue
            const its = meeting.marks.filter(
              (mark) => mark.organisationId === agency && (rule.kind !== 'PARTNER_MISSING' || mark.required),
            )
            const has = (name: string) => its.some((mark) => mark.mark === name)
            if (rule.kind === 'AGENCY_DEPUTIES') {
              if (!has('DEPUTY') || has('PRESENT')) continue
              times += 1
              marks.push(...its.filter((mark) => mark.mark === 'DEPUTY').map(({ id }) => id))
              continue
            }
            // One that came, or may have come, speaks for the agency.
            if (has('PRESENT') || has('DEPUTY') || has('UNKNOWN') || its.length === 0) continue
            const apologiesHelp =
              rule.kind === 'NO_APOLOGIES' || (rule.kind === 'AGENCY_ABSENT' && rule.countsApologies !== true)
            if (apologiesHelp && has('APOLOGIES')) continue
            times += 1
            marks.push(...its.map(({ id }) => id))
          }
        if (times > rule.limit) note(rule, `agency:${agency}`, marks)
      }
    }
    if (rule.kind === 'FEWER_MEETINGS') {
      let held = 0
      let open = 0
      for (const date of days)
        for (const meeting of facts.meetings)
          if (
            meeting.heldOn === date &&
            date <= facts.today &&
            meeting.kind === 'BOARD' &&
            !meeting.cancelled
          ) {
            if (meeting.closed) held += 1
            else open += 1
          }
      const ended = !days.includes(facts.today) && facts.today > (days[0] ?? '')
      if (ended && held + open < rule.limit) note(rule, 'board', [])
    }
    if (rule.kind === 'SEAT_VACANT')
      for (const seat of facts.seats)
        for (const vacancy of seat.vacancies) {
          let vacant = 0
          let date = vacancy.startsOn
          while (date <= facts.today && (vacancy.endsOn === null || date <= vacancy.endsOn)) {
            vacant += 1
            if (vacant === rule.limit + 1 && days.includes(date))
              note(rule, `seat:${seat.id}:${vacancy.startsOn}`, [])
            date = nextDay(date)
          }
        }
  }
  return found
}

/** For each agency how often it was expected, came, missed, and is unknown: meetings of the slow counter. */
export function slowAgencies(meetings: readonly MeetingFact[]): Record<string, number[]> {
  const counts: Record<string, number[]> = {}
  for (const agency of agenciesIn({ meetings })) {
    const count = [0, 0, 0, 0]
    for (const meeting of meetings) {
      const its = meeting.marks.filter((mark) => mark.organisationId === agency).map(({ mark }) => mark)
      if (its.length === 0 || !meeting.closed || meeting.cancelled) continue
      count[0] = (count[0] ?? 0) + 1
      if (its.includes('PRESENT') || its.includes('DEPUTY')) count[1] = (count[1] ?? 0) + 1
      else if (its.includes('UNKNOWN')) count[3] = (count[3] ?? 0) + 1
      else count[2] = (count[2] ?? 0) + 1
    }
    if (count[0] !== 0) counts[agency] = count
  }
  return counts
}

const walked = new Map<string, string[]>()

/** Every day of a board year, found by walking through three calendar years. */
export function daysOfYear(year: number, startsMonth: number): string[] {
  const name = `${year} ${startsMonth}`
  const known = walked.get(name)
  if (known) return known
  const days: string[] = []
  walked.set(name, days)
  for (let date = `${year - 1}-01-01`; date < `${year + 2}-12-31`; date = nextDay(date)) {
    const [theYear = 0, month = 0] = date.split('-').map(Number)
    const belongs =
      (theYear === year && month >= startsMonth) || (theYear === year + 1 && month < startsMonth)
    if (belongs) days.push(date)
  }
  return days
}

/** Whether the year of a day is the one that the walk finds. */
export function agreesOnYear(day: string, startsMonth: number): boolean {
  return daysOfYear(boardYearOf(day, startsMonth), startsMonth).includes(day)
}

function agenciesIn({ meetings }: Pick<YearFacts, 'meetings'>): string[] {
  return [...new Set(meetings.flatMap(({ marks }) => marks.map((mark) => mark.organisationId)))]
}

function nextDay(date: string): string {
  const next = new Date(`${date}T12:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}
