import type { SourceDocument } from '../../document/sourceDocument.ts'
import { readLegend } from './legend.ts'
import { certainMark, markToken } from './markWords.ts'
import { gridsOf, turned } from './pastGrid.ts'
import type { Grid, GridCell } from './pastGrid.ts'
import type { PastAnswers, PastMark, PastRegister } from './pastRegister.ts'
import { hasMarkColumns, isDateRow, isLegendPair, readAcross } from './readAcross.ts'
import type { Section } from './readAcross.ts'
import { lineColumns, readLines } from './readLines.ts'
import { readLists } from './readLists.ts'
import { RegisterBuilder } from './registerBuilder.ts'
import type { ReadOptions } from './registerBuilder.ts'

type Row = GridCell[]

const filled = (row: readonly GridCell[]): GridCell[] => row.filter(({ text }) => text !== '')

/**
 * Recognises the attendance list in a document: agencies or people down the side and meetings across, the other way
 * round, a line for each meeting and person, or lists of people for each meeting. Every word of the document stands in one of the cells of the result.
 * What the document leaves open is a question, and what is not understood is unplaced: nothing is guessed.
 *
 * @param answers a person's answers to the questions so far.
 */
export function recogniseRegister(
  document: SourceDocument,
  answers: PastAnswers,
  options: ReadOptions,
): PastRegister {
  const parts = gridsOf(document)
  const builder = new RegisterBuilder(answers, legendOf(parts))
  for (const grid of parts.grids) readGrid(builder, grid)
  for (const cell of parts.after) builder.takeLegend(cell, 1)
  return builder.finish(parts, options)
}

/** The letters that the document explains, wherever it does. */
function legendOf({
  grids,
  after,
}: {
  grids: readonly Grid[]
  after: readonly GridCell[]
}): Map<string, PastMark> {
  const letters = new Map<string, PastMark>()
  const open = new Set<string>()
  const add = (token: string, mark: PastMark): void => {
    // Where two explanations differ, a person is asked.
    if (letters.has(token) && letters.get(token) !== mark) open.add(token)
    letters.set(token, mark)
  }
  const rows = grids.flatMap((grid) => grid.rows)
  for (const { text } of [...grids.flatMap(({ before }) => before), ...rows.flat(), ...after])
    for (const [token, mark] of readLegend(text) ?? []) add(token, mark)
  for (const row of rows) {
    const [first, second, ...others] = filled(row)
    if (first === undefined || second === undefined || others.length > 0) continue
    const mark = certainMark(second.text)
    if (mark !== undefined && isLegendPair(first, second)) add(markToken(first.text), mark)
  }
  for (const token of open) letters.delete(token)
  return letters
}

function readGrid(builder: RegisterBuilder, grid: Grid): void {
  const texts = [grid.name, ...grid.before.map(({ text }) => text)]
  const isRead =
    readLists(builder, grid, texts) || readLinesOf(builder, grid, texts) || readTable(builder, grid, texts)
  for (const cell of grid.before)
    if (!builder.takeLegend(cell, 1) && isRead && cell.text.length <= 120) builder.uses.set(cell, 'TITLE')
  if (!isRead)
    for (const cell of grid.rows.flat())
      if (!builder.uses.has(cell))
        builder.uses.set(cell, 'UNPLACED', 'We found no list of attendance in this table.')
}

function readLinesOf(builder: RegisterBuilder, grid: Grid, texts: readonly string[]): boolean {
  const at = grid.rows.findIndex((row) => lineColumns(row) !== undefined)
  const header = grid.rows[at]
  const uses = header === undefined ? undefined : lineColumns(header)
  if (header === undefined || uses === undefined) return false
  // Dates above it head columns: then it has a column for each meeting.
  if (grid.rows.some((row, index) => isDateRow(row, grid.rows.slice(index + 1)))) return false
  readLines(
    builder,
    { key: grid.key, titles: grid.rows.slice(0, at), header, body: grid.rows.slice(at + 1) },
    uses,
    texts,
  )
  return true
}

function readTable(builder: RegisterBuilder, grid: Grid, texts: readonly string[]): boolean {
  // Lines of one cell above a table are its titles, whichever way round it is.
  const start = Math.max(
    0,
    grid.rows.findIndex((row) => filled(row).length > 1),
  )
  const titles = grid.rows.slice(0, start)
  const rows = grid.rows.slice(start)
  const down = turned(rows)
  const across = dateRows(rows)
  const aside = dateRows(down)
  const dates = (of: readonly Row[], found: readonly number[]): number =>
    Math.max(0, ...found.map((index) => filled(of[index] ?? []).length))
  if (across.length === 0 && aside.length === 0) {
    const header = rows.findIndex(
      (row, index) => filled(row).length > 1 && hasMarkColumns(row, rows.slice(index + 1)),
    )
    if (header < 0) return false
    across.push(header)
  }
  const isTurned = across.length === 0 || (aside.length > 0 && dates(down, aside) > dates(rows, across))
  const used = isTurned ? down : rows
  const found = isTurned ? aside.slice(0, 1) : across
  let above = titles
  let from = 0
  found.forEach((at, index) => {
    const header = used[at]
    if (header === undefined) return
    const end = found[index + 1] ?? used.length
    let last = end
    // Single cells right above the next headings are titles of those.
    while (index + 1 < found.length && last - 1 > at && filled(used[last - 1] ?? []).length <= 1) last -= 1
    const section: Section = {
      key: `${grid.key}h${at}`,
      titles: [...above, ...used.slice(from, at)],
      header,
      body: used.slice(at + 1, last),
    }
    readAcross(builder, section, texts)
    above = []
    from = last
  })
  return true
}

/** The rows that head columns with dates. */
function dateRows(rows: readonly Row[]): number[] {
  return [...rows.keys()].filter((index) => isDateRow(rows[index] ?? [], rows.slice(index + 1)))
}
