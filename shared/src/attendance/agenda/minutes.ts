import { formatDay } from '../../board/dates.ts'
import type { Day } from '../../board/dates.ts'
import type { DocumentBlock } from '../../document/documentBlock.ts'
import type { Mark } from '../register/mark.ts'
import { meetingActionStateText, stateOfMeetingAction } from './meetingActionReport.ts'
import { formatDayWithWeekday, formatMeetingTime, formatTime, localTimeOf } from '../meeting/meetingTime.ts'

/** Somebody who was expected. */
export interface MinutesExpected {
  agency: string
  /** Who holds the seat or was asked; null where nobody does. */
  holderName: string | null
  /** Null while nobody has marked them. */
  mark: Mark | null
  /** Who came in the place of the holder. */
  cameName: string | null
}

export interface MinutesGuest {
  name: string
  agency: string
  as: 'GUEST' | 'OBSERVER'
}

export interface MinutesItem {
  id: string
  title: string
  presenter: string
  minutes: number | null
  notes: string
}

/** A decision; `itemId` is null where it stands under no item. */
export interface MinutesDecision {
  itemId: string | null
  words: string
}

export interface MinutesAction {
  itemId: string | null
  words: string
  /** Empty where none is named. */
  agency: string
  /** Empty where none is named. */
  post: string
  dueOn: Day | null
  doneOn: Day | null
  /** The action of the improvement plan that it stands in: its number or title. */
  planAction: string | null
}

/** An action of an earlier meeting that was not done on the day of this one. */
export interface MinutesOpenAction extends MinutesAction {
  /** The day of the meeting that gave it. */
  givenOn: Day
  /** What was said of it last; empty where nothing was. */
  said: string
}

/** What minutes are made of, as plain rows in their order. */
export interface MinutesRows {
  boardName: string
  title: string
  /** Of a strategy meeting. */
  caseReference: string | null
  startsAt: Date
  endsAt: Date
  place: string
  cancelled: boolean
  /** Whether the register is final. */
  registerClosed: boolean
  expected: readonly MinutesExpected[]
  guests: readonly MinutesGuest[]
  items: readonly MinutesItem[]
  decisions: readonly MinutesDecision[]
  actions: readonly MinutesAction[]
  /** What earlier meetings gave and what was still open. */
  openBefore: readonly MinutesOpenAction[]
  /** The day on which the minutes are read. */
  today: Day
  next: { startsAt: Date; place: string } | null
}

export interface MinutesPart {
  /** Null for what stands under no item. */
  number: number | null
  title: string
  presenter: string
  notes: string
  decisions: string[]
  actions: MinutesActionLine[]
}

export interface MinutesActionLine {
  words: string
  who: string
  due: string
  planAction: string
}

/** The minutes of a meeting as they are read, on the page and in Word. */
export interface Minutes {
  title: string
  /** What a file of them is called, with the day: one board has many meetings of one name. */
  fileTitle: string
  /** What the meeting was: "Date", "Place" and so on. */
  facts: { label: string; text: string }[]
  /** Why this is not the last word; empty where nothing is missing. */
  warnings: string[]
  /** Who was there and who was not, group by group; only groups with somebody in them. */
  attendance: { heading: string; people: string[] }[]
  parts: MinutesPart[]
  openBefore: MinutesOpenLine[]
  next: string
}

export interface MinutesOpenLine {
  words: string
  who: string
  /** By when it was to be done. */
  due: string
  /** How it stands on the day on which the minutes are read. */
  state: string
  /** The day of the meeting that gave it. */
  given: string
}

/** The minutes from the rows of a meeting. Reasons of apologies are not among them, and so stand in no minutes. */
export function minutesOf(rows: MinutesRows): Minutes {
  const { boardName, title, caseReference, place } = rows
  return {
    title: `Draft minutes: ${title}`,
    fileTitle: `Draft minutes – ${title} – ${formatDay(localTimeOf(rows.startsAt).day)}`,
    facts: [
      { label: 'Board', text: boardName },
      ...(caseReference === null ? [] : [{ label: 'Case reference', text: caseReference }]),
      { label: 'Date', text: formatMeetingTime(rows.startsAt, rows.endsAt) },
      ...(place.trim() === '' ? [] : [{ label: 'Place', text: place }]),
    ],
    warnings: [
      ...(rows.cancelled ? ['This meeting was cancelled.'] : []),
      ...(rows.registerClosed ? [] : ['The register is not closed yet, so who was there may still change.']),
    ],
    attendance: attendanceOf(rows),
    parts: partsOf(rows),
    openBefore: rows.openBefore.map((action) => openLine(action, rows.today)),
    next: rows.next ? nextText(rows.next) : 'No date was set.',
  }
}

const headings: readonly [Mark | null, string][] = [
  ['PRESENT', 'Present'],
  ['DEPUTY', 'Deputies'],
  ['APOLOGIES', 'Apologies'],
  ['ABSENT', 'Absent'],
  ['UNKNOWN', 'Not known whether they came'],
  [null, 'Not marked yet'],
]

function attendanceOf({ expected, guests }: MinutesRows): Minutes['attendance'] {
  const groups = headings.map(([mark, heading]) => ({
    heading,
    people: expected.filter((one) => one.mark === mark).map(personText),
  }))
  const others = (
    [
      ['GUEST', 'Guests'],
      ['OBSERVER', 'Observers'],
    ] as const
  ).map(([as, heading]) => ({
    heading,
    people: guests.filter((guest) => guest.as === as).map(({ name, agency }) => named(name, agency)),
  }))
  return [...groups, ...others].filter(({ people }) => people.length > 0)
}

function personText({ agency, holderName, mark, cameName }: MinutesExpected): string {
  if (mark !== 'DEPUTY') return holderName ? named(holderName, agency) : agency
  const came = named(cameName ?? 'A deputy', agency)
  return holderName ? `${came}, for ${holderName}` : came
}

const named = (name: string, agency: string) => (agency === '' ? name : `${name} (${agency})`)

function partsOf({ items, decisions, actions }: MinutesRows): MinutesPart[] {
  const known = new Set(items.map(({ id }) => id))
  const isOf = (id: string | null) => (of: { itemId: string | null }) =>
    id === null ? of.itemId === null || !known.has(of.itemId) : of.itemId === id
  const part = (id: string | null) => ({
    decisions: decisions.filter(isOf(id)).map(({ words }) => words),
    actions: actions.filter(isOf(id)).map(actionLine),
  })
  const numbered = items.map(({ id, title, presenter, notes }, at) => ({
    number: at + 1,
    title,
    presenter,
    notes,
    ...part(id),
  }))
  const rest = part(null)
  if (rest.decisions.length + rest.actions.length === 0) return numbered
  return [...numbered, { number: null, title: 'Not under an item', presenter: '', notes: '', ...rest }]
}

function openLine(action: MinutesOpenAction, today: Day): MinutesOpenLine {
  const { words, dueOn, doneOn, planAction, givenOn, said } = action
  const state = stateOfMeetingAction({ inPlan: planAction !== null, doneOn, dueOn }, today)
  return {
    words,
    who: whoText(action),
    due: dueOn ? formatDay(dueOn) : 'No date set',
    state: meetingActionStateText(state, { planAction, doneOn, said }),
    given: formatDay(givenOn),
  }
}

const whoText = ({ post, agency }: MinutesAction) => [post, agency].filter((text) => text !== '').join(', ')

function actionLine(action: MinutesAction): MinutesActionLine {
  const { words, dueOn, doneOn, planAction } = action
  return {
    words,
    who: whoText(action),
    due: doneOn ? `Done on ${formatDay(doneOn)}` : dueOn ? formatDay(dueOn) : 'No date set',
    planAction: planAction ?? '',
  }
}

function nextText({ startsAt, place }: { startsAt: Date; place: string }): string {
  const { day, time } = localTimeOf(startsAt)
  const when = `${formatDayWithWeekday(day)}, ${formatTime(time)}`
  return place.trim() === '' ? when : `${when}, ${place}`
}

/** The minutes as pieces of a document, below its title. */
export function minutesBlocks(minutes: Minutes): DocumentBlock[] {
  const heading = (text: string, level = 1): DocumentBlock => ({ kind: 'heading', level, text })
  const line = (text: string, label?: string): DocumentBlock => ({
    kind: 'line',
    text,
    ...(label === undefined ? {} : { label }),
  })
  return [
    ...minutes.facts.map(({ label, text }) => line(text, label)),
    ...minutes.warnings.map((text) => line(text)),
    heading('Who was there'),
    ...(minutes.attendance.length === 0 ? [line('Nobody was expected.')] : []),
    ...minutes.attendance.map(({ heading: label, people }) => line(people.join('; '), label)),
    ...(minutes.openBefore.length === 0
      ? []
      : [heading('Actions of earlier meetings that were still open'), openTable(minutes.openBefore)]),
    ...minutes.parts.flatMap((part) => [
      heading(part.number === null ? part.title : `${part.number}. ${part.title}`),
      ...(part.presenter === '' ? [] : [line(part.presenter, 'Presented by')]),
      ...paragraphs(part.notes).map((text) => line(text)),
      ...part.decisions.map((words) => line(words, 'Decision')),
      ...(part.actions.length === 0 ? [] : [actionTable(part.actions)]),
    ]),
    heading('Next meeting'),
    line(minutes.next),
  ]
}

const paragraphs = (text: string) => text.split(/\n{2,}/).filter((each) => each.trim() !== '')

function openTable(actions: readonly MinutesOpenLine[]): DocumentBlock {
  return {
    kind: 'table',
    columns: [
      { heading: 'Action', width: 40 },
      { heading: 'By whom', width: 22 },
      { heading: 'By when', width: 18 },
      { heading: 'How it stands', width: 30 },
      { heading: 'Given on', width: 18 },
    ],
    rows: actions.map(({ words, who, due, state, given }) => [words, who, due, state, given]),
  }
}

function actionTable(actions: readonly MinutesActionLine[]): DocumentBlock {
  const isInPlan = actions.some(({ planAction }) => planAction !== '')
  return {
    kind: 'table',
    columns: [
      { heading: 'Action', width: 45 },
      { heading: 'By whom', width: 24 },
      { heading: 'By when', width: 20 },
      ...(isInPlan ? [{ heading: 'In the improvement plan', width: 24 }] : []),
    ],
    rows: actions.map(({ words, who, due, planAction }) => [
      words,
      who,
      due,
      ...(isInPlan ? [planAction] : []),
    ]),
  }
}
