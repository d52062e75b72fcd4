import { isDateHeading, labelRoleOf } from './listWords.ts'
import type { HeadingInPlace } from './meetingDays.ts'
import { readMeetingHeading, readYears } from './meetingHeading.ts'
import { turned } from './pastGrid.ts'
import type { Grid, GridCell } from './pastGrid.ts'
import { PastMark } from './pastRegister.ts'
import { isNobody, isPeopleList, listHeading, listParts, peopleOf } from './peopleList.ts'
import { lineColumns } from './readLines.ts'
import { isDateRow } from './readAcross.ts'
import type { YearTexts } from './readAcross.ts'
import type { RegisterBuilder } from './registerBuilder.ts'

type Row = GridCell[]

/** Headings stand at the top of a table, below its titles at the most. */
const mostTitles = 15

const filled = (row: readonly GridCell[]): GridCell[] => row.filter(({ text }) => text !== '')

/**
 * Reads a table that has lists of people for each meeting, as minutes have them: a line or a column for each meeting
 * with its lists in cells, or lines such as "Present: A. Fern (Council), B. Moss (Police)" below the day of a meeting.
 * Gives back whether it is such a table.
 */
export function readLists(builder: RegisterBuilder, grid: Grid, texts: YearTexts): boolean {
  return (
    readListColumns(builder, grid.key, grid.rows, texts) ||
    readListColumns(builder, grid.key, turned(grid.rows), texts) ||
    readListLines(builder, grid, texts)
  )
}

function readListColumns(
  builder: RegisterBuilder,
  key: string,
  rows: readonly Row[],
  texts: YearTexts,
): boolean {
  const at = rows
    .slice(0, mostTitles)
    .findIndex((row, index) => listColumns(row, rows.slice(index + 1)).size > 0)
  const header = rows[at]
  if (header === undefined) return false
  // Dates side by side head columns of marks.
  if (rows.some((row, index) => isDateRow(row, rows.slice(index + 1)))) return false
  const body = rows.slice(at + 1)
  const lists = listColumns(header, body)
  // With agencies or names in a column of their own it is a list with a line for each of them.
  if (header.some(({ text }, column) => !lists.has(column) && isWho(text))) return false
  const dateColumn = header.findIndex(
    ({ text }, column) => !lists.has(column) && holdsDays(body, column, isDateHeading(text)),
  )
  if (dateColumn < 0) return false

  const titles = rows.slice(0, at).flatMap(filled)
  for (const cell of titles) if (!builder.takeLegend(cell, 1)) builder.uses.set(cell, 'TITLE')
  for (const cell of filled(header)) builder.uses.set(cell, 'HEADING')
  const headings: HeadingInPlace[] = []
  for (const row of body) {
    const day = row[dateColumn]
    const heading = day && readMeetingHeading(day.held)
    if (day === undefined || heading === undefined) {
      for (const cell of filled(row)) builder.uses.set(cell, 'UNPLACED', 'We cannot read its date.')
      continue
    }
    headings.push({ key: day.key, text: day.held, place: day.place, heading, years: undefined })
    builder.uses.set(day, 'MEETING')
    for (const [column, mark] of lists) takeList(builder, day.key, row[column], mark)
  }
  addMeetings(builder, key, headings, [...texts, ...titles.map(({ text }) => text)])
  // What stands in other columns is kept beside the meeting.
  for (const row of body)
    row.forEach((cell, column) => {
      if (cell.text === '' || builder.uses.has(cell)) return
      builder.uses.set(cell, 'NOTE')
      const of = header[column]?.text ?? ''
      builder.noteOnMeeting(row[dateColumn]?.key ?? '', of === '' ? cell.text : `${of}: ${cell.text}`)
    })
  return true
}

const isWho = (heading: string): boolean => ['AGENCY', 'NAME', 'BOTH'].includes(labelRoleOf(heading) ?? '')

/** The columns whose headings say what the people in their lists did. */
function listColumns(header: Row, body: readonly Row[]): Map<number, PastMark> {
  const found = new Map<number, PastMark>()
  header.forEach(({ text }, column) => {
    const mark = listHeading(text)
    if (mark === undefined) return
    const below = body.map((row) => row[column]?.text ?? '').filter((each) => !isNobody(each))
    const isList =
      below.filter(isPeopleList).length * 2 > below.length &&
      // "Attendees" may head a column with one name in each line, too.
      (!isWho(text) || below.some((each) => peopleOf(each).length > 1 && /[;\n]|\).*\)/.test(each)))
    if (isList) found.set(column, mark)
  })
  return found
}

function holdsDays(body: readonly Row[], column: number, isHeaded: boolean): boolean {
  const values = body.map((row) => row[column]?.held ?? '').filter((text) => text !== '')
  const days = values.filter((text) => readMeetingHeading(text) !== undefined).length
  return days > 0 && (isHeaded || days * 2 > values.length)
}

/** Reads lines that name a day alone, with lines of people below it that their first words head. */
function readListLines(builder: RegisterBuilder, { key, rows }: Grid, texts: YearTexts): boolean {
  // Dates side by side, or a column that says whose each line is, make a list of another kind.
  if (rows.some((row, index) => lineColumns(row) !== undefined || isDateRow(row, rows.slice(index + 1))))
    return false
  const headings: HeadingInPlace[] = []
  const lists: { meeting: string; cell: GridCell; mark: PastMark; text: string }[] = []
  const labels: GridCell[] = []
  for (const row of rows) {
    const cells = filled(row)
    const [first, second] = cells
    if (first === undefined) continue
    const heading = second === undefined ? readMeetingHeading(first.text) : undefined
    if (heading !== undefined)
      headings.push({ key: first.key, text: first.text, place: first.place, heading, years: undefined })
    const meeting = headings.at(-1)?.key
    if (heading !== undefined || meeting === undefined) continue
    let mark = second === undefined ? undefined : listHeading(first.text)
    if (mark === undefined && listParts(first.text)[0]?.mark === undefined) continue
    if (mark !== undefined) labels.push(first)
    // A list that was saved as CSV without quotation marks goes on in the cells beside it.
    for (const cell of mark === undefined ? cells : cells.slice(1))
      for (const { mark: next, text } of listParts(cell.text)) {
        mark = next ?? mark
        if (mark !== undefined) lists.push({ meeting, cell, mark, text })
      }
  }
  if (!lists.some(({ text }) => isPeopleList(text))) return false
  addMeetings(builder, key, headings, texts)
  for (const { meeting, cell, mark, text } of lists)
    if (isPeopleList(text)) takeList(builder, meeting, cell, mark, text)
    else {
      if (!builder.uses.has(cell)) builder.uses.set(cell, 'NOTE')
      builder.noteOnMeeting(meeting, cell.text)
    }
  const days = new Set(headings.map((heading) => heading.key))
  for (const cell of rows.flatMap(filled)) if (days.has(cell.key)) builder.uses.set(cell, 'MEETING')
  for (const cell of labels) builder.uses.set(cell, 'HEADING')
  return true
}

function takeList(
  builder: RegisterBuilder,
  meeting: string,
  cell: GridCell | undefined,
  mark: PastMark,
  text = cell?.text ?? '',
): void {
  if (cell === undefined || cell.text === '') return
  if (isNobody(text)) {
    if (!builder.uses.has(cell)) builder.uses.set(cell, 'NOTE')
    return
  }
  for (const { words, agency, name, note, insteadOf } of peopleOf(text)) {
    const isDeputy = mark === PastMark.DEPUTY || (mark === PastMark.PRESENT && insteadOf !== null)
    const row = builder.row({ agency, name: isDeputy ? (insteadOf ?? '') : name, post: '', group: '' }, [])
    const came = isDeputy && name !== '' ? [name] : []
    builder.markInList(meeting, row, cell, { mark: isDeputy ? PastMark.DEPUTY : mark, came, note, words })
  }
}

function addMeetings(
  builder: RegisterBuilder,
  key: string,
  headings: HeadingInPlace[],
  texts: YearTexts,
): void {
  const years = texts.map(readYears).findLast((each) => each !== undefined)
  builder.addMeetings({ key, years, headings })
}
