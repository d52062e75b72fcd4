import { labelColumns, splitAgencyAndName } from './labelColumns.ts'
import type { LabelColumn } from './labelColumns.ts'
import {
  isAboutMeeting,
  isExplanation,
  isFigure,
  isGroupHeading,
  isTotal,
  LabelRole,
  labelRoleOf,
} from './listWords.ts'
import { certainMark, markToken, mayBeMark } from './markWords.ts'
import type { HeadingInPlace } from './meetingDays.ts'
import { readMeetingHeading, readYears } from './meetingHeading.ts'
import type { MeetingHeading } from './meetingHeading.ts'
import type { GridCell } from './pastGrid.ts'
import type { RegisterBuilder } from './registerBuilder.ts'

type Row = GridCell[]

/** Part of a table: titles, one row of headings, and the lines below it. */
export interface Section {
  key: string
  titles: Row[]
  header: Row
  body: Row[]
}

/** The texts beside a table that may name its year: its sheet, the lines above it. */
export type YearTexts = readonly string[]

const filled = (row: readonly GridCell[]): GridCell[] => row.filter(({ text }) => text !== '')
const isDateLike = (text: string): boolean => readMeetingHeading(text) !== undefined

/** Whether dates stand side by side in a row, above something else. */
export function isDateRow(row: readonly GridCell[], below: readonly Row[]): boolean {
  const columns = [...row.keys()].filter((column) => isDateLike(row[column]?.text ?? ''))
  const [first] = columns
  if (first === undefined) return false
  const rest = filled(row.slice(first))
  if (columns.length * 2 < rest.length) return false
  // A line of marks, with a note behind them that names a month: "On leave in January".
  const marksAbove = (column: number): boolean =>
    mayBeMark(row[column]?.text ?? '') && below.some((each) => mayBeMark(each[column]?.text ?? ''))
  if ([...row.keys()].slice(0, first).some(marksAbove)) return false
  const next = below.find((each) => filled(each).length > 1)
  if (next === undefined) return false
  const dates = columns.filter((column) => isDateLike(next[column]?.text ?? '')).length
  if (dates * 2 >= columns.length) return false
  if (columns.length > 1) return true
  // One date alone heads a column of marks, or stands in a title.
  return below.some((each) => mayBeMark(each[first]?.text ?? '')) && filled(row.slice(0, first)).length > 0
}

/** Reads a part of a table that has meetings across and agencies or people down. */
export function readAcross(builder: RegisterBuilder, section: Section, yearTexts: YearTexts): void {
  const { header, body } = section
  const reading = header.map(({ held }) => readMeetingHeading(held))
  const first = reading.findIndex((each) => each !== undefined)
  const start = first < 0 ? firstOfMarks(header, body) : first
  const meetings = meetingColumns(builder, section, reading, start)
  takeTitles(builder, section.titles)
  const labels = labelColumns(builder, [...header.keys()].slice(0, start), header, body)
  const notes = takeOthers(builder, section, start, meetings)

  const ownYears = yearsOver(section.titles, [...meetings.keys()])
  builder.addMeetings({
    key: section.key,
    years: [...yearTexts, ...section.titles.flatMap(filled).map(({ text }) => text)]
      .map(readYears)
      .findLast((years) => years !== undefined),
    headings: [...meetings].map(([column, heading]): HeadingInPlace => {
      const { key, held, place } = header[column] ?? { key: '', held: '', place: '' }
      return { key, text: held, place, heading, years: ownYears?.get(column) }
    }),
  })
  readBody(builder, section, meetings, labels, notes)
}

/** Where no heading names a time: the first column that holds marks. */
function firstOfMarks(header: Row, body: readonly Row[]): number {
  const at = [...header.keys()].slice(1).find((column) => holdsMarks(body, column))
  return at ?? header.length
}

function holdsMarks(body: readonly Row[], column: number): boolean {
  const values = body.map((row) => row[column]?.text ?? '').filter((text) => text !== '')
  return values.length > 1 && values.filter(mayBeMark).length * 10 >= values.length * 6
}

/** Whether part of a table has marks below headings that name no time. */
export const hasMarkColumns = (header: Row, body: readonly Row[]): boolean =>
  firstOfMarks(header, body) < header.length

function meetingColumns(
  builder: RegisterBuilder,
  { header, body }: Section,
  reading: readonly (MeetingHeading | undefined)[],
  start: number,
): Map<number, MeetingHeading> {
  const meetings = new Map<number, MeetingHeading>()
  for (let column = start; column < header.length; column += 1) {
    const cell = header[column]
    if (cell === undefined) continue
    const known = reading[column]
    if (known !== undefined && !(isTotal(cell.held) && totals(body, column))) meetings.set(column, known)
    else if (
      cell.text !== '' &&
      !isTotal(cell.text) &&
      labelRoleOf(cell.text) === undefined &&
      holdsMarks(body, column)
    )
      meetings.set(column, { when: { kind: 'month', month: null, year: null }, title: cell.text })
  }
  for (const column of meetings.keys()) {
    const cell = header[column]
    if (cell !== undefined) builder.uses.set(cell, 'MEETING')
  }
  return meetings
}

const totals = (body: readonly Row[], column: number): boolean =>
  body.every((row) => (row[column]?.text ?? '') === '' || isFigure(row[column]?.text ?? ''))

/** The columns behind the first meeting that are none: totals are left out, and notes are kept beside their row. */
function takeOthers(
  builder: RegisterBuilder,
  { header, body }: Section,
  start: number,
  meetings: ReadonlyMap<number, MeetingHeading>,
): number[] {
  const notes: number[] = []
  for (let column = start; column < header.length; column += 1) {
    const cell = header[column]
    if (cell === undefined || meetings.has(column)) continue
    const isLeftOut = totals(body, column) && (isTotal(cell.held) || cell.held === '')
    for (const row of [header, ...body]) {
      const each = row[column]
      if (each === undefined) continue
      if (isLeftOut) builder.uses.set(each, 'LEFT_OUT', 'It is a total.')
    }
    if (isLeftOut) continue
    if (cell.text !== '' && !builder.takeLegend(cell, 1)) builder.uses.set(cell, 'HEADING')
    notes.push(column)
  }
  return notes
}

function takeTitles(builder: RegisterBuilder, titles: readonly Row[]): void {
  for (const row of titles)
    for (const cell of filled(row)) if (!builder.takeLegend(cell, 1)) builder.uses.set(cell, 'TITLE')
}

/** The years over single columns, where a row above names more than one. */
function yearsOver(
  titles: readonly Row[],
  columns: readonly number[],
): Map<number, { from: number; to: number }> | undefined {
  for (const row of titles.toReversed()) {
    const years = new Map(
      columns.flatMap((column) => {
        const found = readYears(row[column]?.held ?? '')
        return found === undefined ? [] : [[column, found] as const]
      }),
    )
    if (new Set([...years.values()].map(({ from, to }) => `${from}-${to}`)).size > 1) return years
  }
  return undefined
}

function readBody(
  builder: RegisterBuilder,
  section: Section,
  meetings: ReadonlyMap<number, MeetingHeading>,
  labels: readonly LabelColumn[],
  notes: readonly number[],
): void {
  let group = ''
  let agencyAbove = ''
  const meetingOf = (column: number): string => section.header[column]?.key ?? ''
  for (const row of section.body) {
    const own = filled(row).filter((cell) => !builder.uses.has(cell))
    const [only] = own
    if (only === undefined) continue
    const label = labels.map(({ column }) => row[column]?.held ?? '').find((text) => text !== '') ?? ''
    if (isTotal(label)) {
      for (const cell of own) builder.uses.set(cell, 'LEFT_OUT', 'It is a total.')
      continue
    }
    if (takeLegendRow(builder, own, meetings, row)) continue
    if (isAboutMeeting(label) && own.length > 1) {
      for (const cell of own) builder.uses.set(cell, 'NOTE')
      for (const column of meetings.keys()) {
        const cell = row[column]
        if (cell !== undefined && cell.held !== '')
          builder.noteOnMeeting(meetingOf(column), `${label}: ${cell.held}`)
      }
      continue
    }
    const inLabels = labels.some(({ column }) => row[column] === only)
    if (own.length === 1) {
      if (isGroupHeading(only.text)) {
        builder.uses.set(only, 'HEADING')
        group = only.text
        continue
      }
      if (isExplanation(only.text)) {
        builder.uses.set(only, 'NOTE')
        continue
      }
      if (inLabels) {
        const isHeading = headingOrAgency(builder, only)
        if (isHeading !== 'AGENCY') {
          if (isHeading === 'HEADING') {
            builder.uses.set(only, 'HEADING')
            group = only.text
          } else builder.uses.set(only, 'UNPLACED', 'It waits for an answer to a question.')
          continue
        }
      }
    }
    if (label === '') {
      for (const cell of own) builder.uses.set(cell, 'UNPLACED', 'No agency or name stands beside it.')
      continue
    }
    const words = wordsOfRow(builder, row, labels, agencyAbove, section.key)
    if (words === undefined) {
      for (const cell of own) builder.uses.set(cell, 'UNPLACED', 'It waits for an answer to a question.')
      continue
    }
    agencyAbove = words.agency || agencyAbove
    for (const { column } of labels) {
      const cell = row[column]
      if (cell !== undefined && cell.text !== '') builder.uses.set(cell, 'ROW')
    }
    const beside = notes.flatMap((column) => row[column] ?? []).filter(({ text }) => text !== '')
    for (const cell of beside) builder.uses.set(cell, 'NOTE')
    const key = builder.row({ ...words, group }, [...words.notes, ...beside.map(({ text }) => text)])
    for (const column of meetings.keys()) {
      const cell = row[column]
      if (cell !== undefined) builder.mark(meetingOf(column), key, cell)
    }
  }
}

/** A row that explains a letter in two cells, "P" and "Present", or letters in one. */
function takeLegendRow(
  builder: RegisterBuilder,
  own: readonly GridCell[],
  meetings: ReadonlyMap<number, MeetingHeading>,
  row: Row,
): boolean {
  const [first, second] = own
  if (first === undefined) return false
  if (
    own.length === 2 &&
    second !== undefined &&
    isLegendPair(first, second) &&
    row.indexOf(second) - row.indexOf(first) === 1
  ) {
    builder.uses.set(first, 'LEGEND')
    builder.uses.set(second, 'LEGEND')
    return true
  }
  const found = own.filter((cell) => builder.takeLegend(cell, meetings.has(row.indexOf(cell)) ? 2 : 1))
  if (found.length === 0) return false
  for (const cell of own)
    if (!builder.uses.has(cell))
      builder.uses.set(cell, /^(?:key|legend|codes?)\b/i.test(cell.text) ? 'LEGEND' : 'NOTE')
  return true
}

/** Whether two neighbours explain a letter: "P" and "Present". */
export const isLegendPair = (letter: GridCell, words: GridCell): boolean =>
  markToken(letter.text).length <= 2 && words.text.length > 2 && certainMark(words.text) !== undefined

function headingOrAgency(builder: RegisterBuilder, cell: GridCell): string | undefined {
  return builder.ask({
    key: `row:${cell.key}`,
    text: `“${cell.text.slice(0, 80)}” has no marks beside it. Is it an agency or a person, or a heading?`,
    hint: cell.place,
    choices: [
      { value: 'AGENCY', label: 'An agency or a person, with empty cells' },
      { value: 'HEADING', label: 'A heading or a note' },
    ],
    suggestion: 'AGENCY',
  })
}

function wordsOfRow(
  builder: RegisterBuilder,
  row: Row,
  labels: readonly LabelColumn[],
  agencyAbove: string,
  sectionKey: string,
): { agency: string; name: string; post: string; notes: string[] } | undefined {
  if (labels.some(({ role }) => role === undefined)) return undefined
  const texts = (role: LabelRole): string[] =>
    labels
      .flatMap((label) => (label.role === role ? (row[label.column]?.held ?? '') : []))
      .filter((text) => text !== '')
  const both = texts(LabelRole.BOTH).map(splitAgencyAndName)
  const agency = [...texts(LabelRole.AGENCY), ...both.map((each) => each.agency)].join(', ')
  const name = [...both.map((each) => each.name), ...texts(LabelRole.NAME)]
    .filter((text) => text !== '')
    .join(', ')
  const words = { agency, name, post: texts(LabelRole.POST).join(', '), notes: texts(LabelRole.NOTE) }
  const hasAgencies = labels.some(({ role }) => role === LabelRole.AGENCY)
  if (agency !== '' || !hasAgencies || agencyAbove === '') return words
  const answer = builder.ask({
    key: `above:${sectionKey}`,
    text: 'Some lines name a person and no agency. Do they belong to the agency above them?',
    hint: `“${name || words.post}” stands below “${agencyAbove}”.`,
    choices: [
      { value: 'ABOVE', label: 'Yes, to the agency above' },
      { value: 'ALONE', label: 'No, they stand alone' },
    ],
    suggestion: 'ABOVE',
  })
  if (answer === undefined) return undefined
  return answer === 'ABOVE' ? { ...words, agency: agencyAbove } : words
}
