import { splitAgencyAndName } from './labelColumns.ts'
import {
  isDateHeading,
  isDeputyHeading,
  isMarkHeading,
  isMeetingHeading,
  isNumbering,
  isTotal,
  LabelRole,
  labelRoleOf,
} from './listWords.ts'
import { certainMark, mayBeMark } from './markWords.ts'
import type { HeadingInPlace } from './meetingDays.ts'
import { readMeetingHeading, readYears } from './meetingHeading.ts'
import type { GridCell } from './pastGrid.ts'
import { PastMark, pastMarkName } from './pastRegister.ts'
import type { RegisterBuilder } from './registerBuilder.ts'
import type { Section, YearTexts } from './readAcross.ts'

type Use = 'DATE' | 'MEETING' | 'MARK' | 'TICK' | 'DEPUTY' | 'TOTAL' | 'NUMBERING' | LabelRole

/** The columns of a list that has a line for each meeting and person. */
export function lineColumns(header: readonly GridCell[]): Map<number, Use> | undefined {
  const uses = new Map<number, Use>()
  const ticks = header.filter(({ text }) => isTickHeading(text)).length
  header.forEach(({ text }, column) => {
    if (text === '') return
    if (isDateHeading(text)) uses.set(column, 'DATE')
    else if (ticks > 1 && isTickHeading(text)) uses.set(column, 'TICK')
    else if (isMarkHeading(text)) uses.set(column, 'MARK')
    else if (isDeputyHeading(text)) uses.set(column, 'DEPUTY')
    else if (isMeetingHeading(text)) uses.set(column, 'MEETING')
    else if (isNumbering(text)) uses.set(column, 'NUMBERING')
    else if (isTotal(text)) uses.set(column, 'TOTAL')
    else uses.set(column, labelRoleOf(text) ?? LabelRole.NOTE)
  })
  const all = [...uses.values()]
  const whose = all.some((use) => use === 'AGENCY' || use === 'NAME' || use === 'BOTH')
  // A list of one meeting may name its day in a title alone.
  const says = all.includes('MARK') || all.includes('TICK') || all.includes('DATE')
  const isDated = header.filter(({ text }) => readMeetingHeading(text) !== undefined).length > 1
  return whose && says && !isDated ? uses : undefined
}

const isTickHeading = (text: string): boolean => text.length > 2 && certainMark(text) !== undefined

/** Reads a list that has a line for each meeting and person. */
export function readLines(
  builder: RegisterBuilder,
  section: Section,
  uses: ReadonlyMap<number, Use>,
  texts: YearTexts,
): void {
  const { header, body } = section
  for (const row of section.titles)
    for (const cell of row.filter(({ text }) => text !== ''))
      if (!builder.takeLegend(cell, 1)) builder.uses.set(cell, 'TITLE')
  for (const cell of header) if (cell.text !== '') builder.uses.set(cell, 'HEADING')

  const columns = (use: Use): number[] =>
    [...uses].flatMap(([column, each]) => (each === use ? [column] : []))
  const held = (row: readonly GridCell[], use: Use): string =>
    columns(use)
      .map((column) => row[column]?.held ?? '')
      .filter((text) => text !== '')
      .join(', ')
  const titles = [...texts, ...section.titles.flat().map(({ text }) => text)]
  const inTitle = titles.findLast((text) => isWholeDay(text))
  const meetings = new Map<string, HeadingInPlace>()
  const notInTitle = columns('DATE').length === 0 && inTitle === undefined
  let above = ''

  for (const row of body) {
    const own = row.filter((cell) => cell.text !== '' && !builder.uses.has(cell))
    const [only] = own
    if (only === undefined) continue
    if (
      own.some((cell) => builder.takeLegend(cell, 2)) ||
      (own.length === 1 && builder.takeLegend(only, 1))
    ) {
      for (const cell of own) if (!builder.uses.has(cell)) builder.uses.set(cell, 'NOTE')
      continue
    }
    const both = splitAgencyAndName(held(row, 'BOTH'))
    const agency = held(row, 'AGENCY') || both.agency
    const name = held(row, 'NAME') || both.name
    if (isTotal(agency) || isTotal(name) || isTotal(held(row, 'DATE'))) {
      for (const cell of own) builder.uses.set(cell, 'LEFT_OUT', 'It is a total.')
      continue
    }
    const dateCell = columns('DATE')
      .map((column) => row[column])
      .find((cell) => cell?.held !== '')
    const date = dateCell?.held ?? ''
    if (agency === '' && name === '') {
      // A line that names a day alone heads those below it.
      if (date !== '' && own.length === 1 && readMeetingHeading(date) !== undefined) {
        above = date
        builder.uses.set(only, 'MEETING')
        addMeeting(meetings, date, '', only)
      } else for (const cell of own) builder.uses.set(cell, 'UNPLACED', 'No agency or name stands beside it.')
      continue
    }
    const said =
      date || (columns('DATE').length === 0 ? (inTitle ?? section.key) : dateAbove(builder, section, above))
    if (said === undefined || (!notInTitle && readMeetingHeading(said) === undefined)) {
      const why = said === undefined ? 'It waits for an answer to a question.' : 'We cannot read its date.'
      for (const cell of own) builder.uses.set(cell, 'UNPLACED', why)
      continue
    }
    if (date !== '') above = date
    const title = held(row, 'MEETING')
    const meeting = addMeeting(meetings, said, title, dateCell ?? header[0] ?? only)
    place(builder, row, uses)
    const notes = columns('NOTE')
      .map((column) => row[column]?.text ?? '')
      .filter((text) => text !== '')
    const key = builder.row({ agency, name, post: held(row, 'POST'), group: '' }, [])
    readMarkOfLine(builder, meeting, key, row, uses, notes.join('; '), section)
  }
  builder.addMeetings({
    key: section.key,
    years: titles.map(readYears).findLast((years) => years !== undefined),
    headings: [...meetings.values()],
  })
}

/** Whether a text of a title names a whole day, with its year or without. */
const isWholeDay = (text: string): boolean => {
  const when = readMeetingHeading(text)?.when.kind
  return when !== undefined && when !== 'month'
}

function addMeeting(
  meetings: Map<string, HeadingInPlace>,
  date: string,
  title: string,
  cell: GridCell,
): string {
  const heading = readMeetingHeading(date) ?? {
    when: { kind: 'month' as const, month: null, year: null },
    title: '',
  }
  const id = `${JSON.stringify(heading.when)}|${title}`
  const known = meetings.get(id)
  if (known !== undefined) return known.key
  meetings.set(id, {
    key: cell.key,
    text: heading.when.kind === 'month' && heading.when.month === null ? 'without a date' : date,
    place: cell.place,
    heading: { ...heading, title: title || heading.title },
    years: undefined,
  })
  return cell.key
}

function dateAbove(builder: RegisterBuilder, section: Section, above: string): string | undefined {
  if (above === '') return ''
  const answer = builder.ask({
    key: `above:${section.key}`,
    text: 'Some lines have no date. Do they belong to the date above them?',
    hint: `The first of them stands below “${above}”.`,
    choices: [
      { value: 'ABOVE', label: 'Yes, to the date above' },
      { value: 'ALONE', label: 'No: leave them out' },
    ],
    suggestion: 'ABOVE',
  })
  if (answer === undefined) return undefined
  return answer === 'ABOVE' ? above : ''
}

/** Takes the cells of a line that are no marks. */
function place(builder: RegisterBuilder, row: readonly GridCell[], uses: ReadonlyMap<number, Use>): void {
  row.forEach((cell, column) => {
    if (cell.text === '' || builder.uses.has(cell)) return
    const use = uses.get(column)
    if (use === 'DATE' || use === 'MEETING') builder.uses.set(cell, 'MEETING')
    else if (use === 'AGENCY' || use === 'NAME' || use === 'POST' || use === 'BOTH')
      builder.uses.set(cell, 'ROW')
    else if (use === 'NOTE') builder.uses.set(cell, 'NOTE')
    else if (use === 'TOTAL') builder.uses.set(cell, 'LEFT_OUT', 'It is a total.')
    else if (use === 'NUMBERING') builder.uses.set(cell, 'LEFT_OUT', 'It numbers the lines.')
    else if (use === undefined) builder.uses.set(cell, 'UNPLACED', 'Its column has no heading.')
  })
}

function readMarkOfLine(
  builder: RegisterBuilder,
  meeting: string,
  row: string,
  cells: readonly GridCell[],
  uses: ReadonlyMap<number, Use>,
  note: string,
  section: Section,
): void {
  const of = (use: Use): GridCell[] =>
    [...uses].flatMap(([column, each]) => (each === use ? (cells[column] ?? []) : []))
  const sent = of('DEPUTY').filter(({ text }) => text !== '')
  const came = sent
    .filter(({ text }) => !mayBeMark(text))
    .map(({ text }) => text)
    .join(', ')
  const take = (cell: GridCell, text: string): void => {
    builder.mark(meeting, row, cell, text, { came, note })
    for (const each of sent) builder.uses.set(each, came === '' ? 'NOTE' : 'MARK')
  }
  const [marked] = of('MARK')
  const [empty] = of('TICK')
  const ticks = of('TICK').filter(({ text }) => text !== '')
  const [tick, another] = ticks
  if (marked !== undefined) take(marked, marked.held)
  else if (tick !== undefined && another === undefined) {
    const heading = section.header[cells.indexOf(tick)]?.text ?? ''
    // A tick or a cross says that the heading holds; other words are kept beside it.
    take(tick, mayBeMark(tick.text) || tick.text.length === 1 ? heading : `${heading}: ${tick.text}`)
  } else if (tick !== undefined)
    for (const cell of ticks) builder.uses.set(cell, 'UNPLACED', 'More than one mark stands in this line.')
  else if (empty !== undefined) take(empty, '')
  else {
    const answer = builder.ask({
      key: `listed:${section.key}`,
      text: 'The list has no column that says who came. What does it mean that somebody is in it?',
      hint: section.header
        .map(({ text }) => text)
        .filter((text) => text !== '')
        .join(', '),
      choices: [PastMark.PRESENT, PastMark.APOLOGIES, PastMark.ABSENT, PastMark.UNKNOWN].map((value) => ({
        value,
        label: pastMarkName[value],
      })),
      suggestion: PastMark.PRESENT,
    })
    const whose = of('AGENCY')[0] ?? of('NAME')[0] ?? of('BOTH')[0]
    if (whose === undefined) return
    if (answer === undefined) builder.uses.set(whose, 'UNPLACED', 'It waits for an answer to a question.')
    else builder.markListed(meeting, row, whose, answer, { came, note })
    for (const each of sent) builder.uses.set(each, came === '' ? 'NOTE' : 'MARK')
  }
}
