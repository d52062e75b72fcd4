import { formatDay } from '../../board/dates.ts'
import type { Day } from '../../board/dates.ts'
import type { HeadingDay, MeetingHeading } from './meetingHeading.ts'
import { leaveOut } from './pastRegister.ts'
import type { PastAnswers, PastQuestion } from './pastRegister.ts'

/** A heading that names a time, with the key of its cell. */
export interface HeadingInPlace {
  key: string
  text: string
  place: string
  heading: MeetingHeading
  /** The years that stand above this heading alone. */
  years: Years | undefined
}

interface Years {
  from: number
  to: number
}

/** The headings of one table or of a part of it, in their order, with the years that its titles name. */
export interface HeadingGroup {
  key: string
  years: Years | undefined
  headings: HeadingInPlace[]
}

interface Days {
  /** Null where it waits for an answer. */
  days: Map<string, Day | null>
  questions: PastQuestion[]
}

/** In how many years before this one a list without a year may begin. */
const yearsBack = 12

const orderKey = 'order'

const isDay = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1990 && year <= 2100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
const two = (value: number): string => String(value).padStart(2, '0')
const dayOf = (year: number, month: number, day: number): Day | null =>
  isDay(year, month, day) ? `${year}-${two(month)}-${two(day)}` : null

/**
 * The days of meetings by the keys of their headings. What the document leaves open (whether the day or the month comes
 * first, the year, the day in a month) is asked.
 *
 * @param yearStartsMonth the month, from 1, in which a year such as "2024/25" begins.
 */
export function resolveDays(
  groups: readonly HeadingGroup[],
  answers: PastAnswers,
  { today, yearStartsMonth }: { today: Day; yearStartsMonth: number },
): Days {
  const days = new Map<string, Day | null>()
  const questions: PastQuestion[] = []
  const order = orderOf(groups, answers)
  if (order.question !== undefined) questions.push(order.question)

  for (const group of groups) {
    const known = group.headings.map((each) => inOrder(each.heading.when, order.dayFirst))
    const years = yearsOf(group, known, answers, today, yearStartsMonth)
    if (years.question !== undefined) questions.push(years.question)
    group.headings.forEach((each, index) => {
      const when = known[index]
      const year = years.years[index]
      const read = when?.day === undefined || year === undefined ? null : dayOf(year, when.month, when.day)
      const isToCome = read !== null && read > today
      const answered = answers[`day:${each.key}`]
      if (answered !== undefined && /^\d{4}-\d\d-\d\d$/.test(answered)) days.set(each.key, answered)
      else days.set(each.key, isToCome ? null : read)
      // Other questions come first: they may settle it.
      const waits = when === undefined || (when.day !== undefined && year === undefined)
      if ((read === null && !waits) || isToCome || answered !== undefined)
        questions.push(dayQuestion(each, isToCome ? read : null, answered))
    })
  }
  return { days, questions }
}

/** The question for the day of a meeting that no words tell. */
function dayQuestion(
  at: { key: string; text: string; place: string },
  toCome: Day | null,
  answer: string | undefined,
): PastQuestion {
  const name = at.text.replace(/\s+/g, ' ').trim().slice(0, 80)
  return {
    key: `day:${at.key}`,
    kind: 'DAY',
    text: `On which day was the meeting “${name}”?`,
    hint: toCome === null ? at.place : `${at.place}. We read ${formatDay(toCome)}, which has not come yet.`,
    choices: [{ value: leaveOut, label: 'It is not a meeting: leave it out' }],
    suggestion: null,
    answer: answer ?? null,
  }
}

interface Known {
  month: number
  day: number | undefined
  year: number | null
}

/** Undefined where it waits for which of two figures is the month. */
function inOrder(when: HeadingDay, dayFirst: boolean | undefined): Known | undefined {
  if (when.kind === 'day') return { month: when.month, day: when.day, year: when.year }
  if (when.kind === 'dayMonth') return { month: when.month, day: when.day, year: null }
  if (when.kind === 'month') return { month: when.month ?? 0, day: undefined, year: when.year }
  const { first, second, year } = when
  if (first > 12 || first === second) return { month: second, day: first, year }
  if (second > 12) return { month: first, day: second, year }
  if (dayFirst === undefined) return undefined
  return dayFirst ? { month: second, day: first, year } : { month: first, day: second, year }
}

/** Which of two figures is the day, for the whole document: other dates of it may tell. */
function orderOf(
  groups: readonly HeadingGroup[],
  answers: PastAnswers,
): { dayFirst: boolean | undefined; question?: PastQuestion } {
  const all = groups
    .flatMap(({ headings }) => headings)
    .flatMap(({ heading, text, place }) =>
      heading.when.kind === 'figures' ? [{ ...heading.when, text, place }] : [],
    )
  const dayFirst = all.some(({ first, second }) => first > 12 && second <= 12)
  const monthFirst = all.some(({ first, second }) => second > 12 && first <= 12)
  const open = all.find(({ first, second }) => first <= 12 && second <= 12 && first !== second)
  if (open === undefined) return { dayFirst: undefined }
  if (dayFirst !== monthFirst) return { dayFirst }
  const answer = answers[orderKey]
  const example = (month: number, day: number): string =>
    formatDay(`${open.year ?? 2024}-${two(month)}-${two(day)}`).replace(
      open.year === null ? / 2024$/ : /$^/,
      '',
    )
  return {
    dayFirst: answer === undefined ? undefined : answer === 'DAY_FIRST',
    question: {
      key: orderKey,
      kind: 'CHOICE',
      text: `Which day is “${open.text.trim()}”?`,
      hint: `${open.place}. The same holds for the other dates of the list.`,
      choices: [
        { value: 'DAY_FIRST', label: example(open.second, open.first) },
        { value: 'MONTH_FIRST', label: example(open.first, open.second) },
      ],
      suggestion: 'DAY_FIRST',
      answer: answer ?? null,
    },
  }
}

/** The years of a group's headings: as they say, or by those beside them, whose order they follow. */
function yearsOf(
  group: HeadingGroup,
  known: readonly (Known | undefined)[],
  answers: PastAnswers,
  today: Day,
  yearStartsMonth: number,
): { years: (number | undefined)[]; question?: PastQuestion } {
  const years = known.map((each, index): number | undefined => {
    if (each === undefined) return undefined
    if (each.year !== null) return each.year
    const above = group.headings[index]?.years
    return above === undefined ? undefined : yearIn(above, each.month, yearStartsMonth)
  })
  const without = known.flatMap((each, index) =>
    each !== undefined && each.day !== undefined && years[index] === undefined ? [index] : [],
  )
  const [first] = without
  if (first === undefined) return { years }
  if (years.some((year) => year !== undefined)) return { years: filledIn(known, years) }

  const { years: titled } = group
  const only = titled !== undefined && titled.from === titled.to ? titled.from : undefined
  if (titled !== undefined && only === undefined)
    return { years: known.map((each) => each && yearIn(titled, each.month, yearStartsMonth)) }
  const from = (year: number): (number | undefined)[] =>
    filledIn(
      known,
      years.map((_, index) => (index === first ? year : undefined)),
    )
  // All in one calendar year, in their order: nothing is left open.
  if (only !== undefined && without.every((index) => from(only)[index] === only)) return { years: from(only) }

  const key = `year:${group.key}`
  const answer = answers[key]
  const thisYear = Number(today.slice(0, 4))
  const choices = Array.from({ length: yearsBack + 1 }, (_, back) => String(thisYear - back))
  const allPast = (year: number): boolean =>
    from(year).every((each, index) => {
      const when = known[index]
      const day = each === undefined || when?.day === undefined ? null : dayOf(each, when.month, when.day)
      return day === null || day <= today
    })
  const heading = group.headings[first]
  return {
    years: answer !== undefined && /^\d{4}$/.test(answer) ? from(Number(answer)) : years,
    question: {
      key,
      kind: 'CHOICE',
      text: `In which year was the meeting “${(heading?.text ?? '').trim()}”?`,
      hint: `${heading?.place ?? ''}. The years of the meetings after it follow from this one.`,
      choices: choices.map((value) => ({ value, label: value })),
      suggestion: only === undefined ? (choices.find((year) => allPast(Number(year))) ?? null) : String(only),
      answer: answer ?? null,
    },
  }
}

const yearIn = ({ from, to }: Years, month: number, yearStartsMonth: number): number =>
  from === to || month >= yearStartsMonth ? from : to

/** Gives each heading without a year that of its neighbour, or the next one where the months begin again. */
function filledIn(
  known: readonly (Known | undefined)[],
  years: readonly (number | undefined)[],
): (number | undefined)[] {
  const filled = [...years]
  const rises = (a: Known | undefined, b: Known | undefined): number =>
    a === undefined || b === undefined
      ? 0
      : Math.sign(b.month * 32 + (b.day ?? 0) - (a.month * 32 + (a.day ?? 0)))
  const steps = known.map((each, index) => (index === 0 ? 0 : rises(known[index - 1], each)))
  const falls = steps.filter((step) => step < 0).length
  // One fall may be the turn of a year.
  const downward = falls > 1 && falls > steps.filter((step) => step > 0).length
  const turn = downward ? 1 : -1
  for (let index = 1; index < filled.length; index += 1) {
    const before = filled[index - 1]
    if (filled[index] === undefined && before !== undefined)
      filled[index] = steps[index] === turn ? before - turn : before
  }
  for (let index = filled.length - 2; index >= 0; index -= 1) {
    const after = filled[index + 1]
    if (filled[index] === undefined && after !== undefined)
      filled[index] = steps[index + 1] === turn ? after + turn : after
  }
  return filled
}
