import type { PlanField } from './planField.ts'
import { startsLower } from './phrases.ts'
import type { SourceRow } from '../../document/sourceDocument.ts'
import { headerAt } from './tableHeader.ts'

/** A table that a text keeps by spaces, and how many of its lines it takes. */
export interface LayoutTable {
  rows: SourceRow[]
  lines: number
}

interface Chunk {
  text: string
  start: number
  end: number
}

/** Wider lines and longer tables are read as paragraphs. */
const widest = 500
const longest = 5000

const chunksOf = (line: string): Chunk[] =>
  [...line.matchAll(/\S+(?: \S+)*/g)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))

const isLayoutLine = (line: string): boolean =>
  line.length <= widest && !line.includes('\t') && !line.includes('\f')

function rowOf(texts: readonly string[], line: number): SourceRow {
  const source = { line }
  return { source, cells: texts.map((text) => ({ text, source })) }
}

/** Where each column begins: the emptiest place between two headings. */
function boundaries(header: readonly Chunk[], lines: readonly string[]): number[] {
  const filled = Array.from({ length: widest + 1 }, () => 0)
  for (const line of lines)
    for (const { start, end } of chunksOf(line))
      for (let at = start; at < end; at += 1) filled[at] = (filled[at] ?? 0) + 1
  return header.map(({ start }, index) => {
    const before = header[index - 1]
    if (before === undefined) return 0
    let best = start
    for (let at = start; at > before.start; at -= 1) {
      if ((filled[at - 1] ?? 0) < (filled[best - 1] ?? 0)) best = at
    }
    return best
  })
}

const columnOf = (chunk: Chunk, starts: readonly number[]): number => {
  const at = starts.findLastIndex((start) => start <= chunk.start)
  return Math.max(0, at)
}

const people = new Set<PlanField | undefined>([
  'responsible',
  'lead',
  'authorising',
  'responsibleAndDeadline',
])

/**
 * The table whose columns a text keeps apart by spaces, from a line of headings on; undefined where the line
 * has none. Lines of a cell that a narrow column broke are put together again.
 */
export function layoutTable(lines: readonly string[], first: number): LayoutTable | undefined {
  const headerLine = lines[first] ?? ''
  if (!isLayoutLine(headerLine) || !/\S {2,}\S/.test(headerLine)) return undefined
  const headings = chunksOf(headerLine)
  const header = headerAt(
    [
      rowOf(
        headings.map(({ text }) => text),
        first + 1,
      ),
    ],
    0,
  )
  if (headings.length < 3 || header?.isOfPlan !== true) return undefined

  const body: string[] = []
  for (let index = first + 1; index < lines.length && body.length < longest; index += 1) {
    const line = lines[index] ?? ''
    const isEnd =
      !isLayoutLine(line) ||
      (line.trim() === '' && (lines[index + 1] ?? '').trim() === '' && (lines[index + 2] ?? '').trim() === '')
    if (isEnd) break
    body.push(line)
  }
  const starts = boundaries(headings, [headerLine, ...body])
  const rows: { cells: string[]; line: number }[] = []
  let afterBlank = true
  let used = 0
  for (const [index, line] of body.entries()) {
    const chunks = chunksOf(line)
    if (chunks.length === 0) {
      afterBlank = true
      used = index + 1
      continue
    }
    const [only] = chunks
    const next = starts[1] ?? 0
    // A line of prose runs over the columns.
    const crossed =
      only === undefined ? 0 : starts.filter((start) => start > only.start && start < only.end - 1).length
    if (chunks.length === 1 && only !== undefined && only.start < next && crossed > 1) break
    const cells = headings.map(() => '')
    // As many pieces as headings: each has its own, also where they do not stand beneath each other.
    for (const [at, chunk] of chunks.entries()) {
      const column = chunks.length === headings.length ? at : columnOf(chunk, starts)
      cells[column] = cells[column] === '' ? chunk.text : `${cells[column] ?? ''} ${chunk.text}`
    }
    const before = rows.at(-1)
    if (before !== undefined && goesOn(before.cells, cells, afterBlank, header.fields)) {
      before.cells = before.cells.map((text, column) => {
        const more = cells[column] ?? ''
        if (text === '' || more === '') return text + more
        return people.has(header.fields[column]) ? `${text}\n${more}` : `${text} ${more}`
      })
    } else {
      rows.push({ cells, line: first + index + 2 })
    }
    afterBlank = false
    used = index + 1
  }
  if (rows.length === 0) return undefined
  return {
    rows: [
      rowOf(
        headings.map(({ text }) => text),
        first + 1,
      ),
      ...rows.map(({ cells, line }) => rowOf(cells, line)),
    ],
    lines: used + 1,
  }
}

/** Whether a line is the rest of broken cells, and no row of its own. */
function goesOn(
  before: readonly string[],
  cells: readonly string[],
  afterBlank: boolean,
  fields: readonly (PlanField | undefined)[],
): boolean {
  if (afterBlank) return false
  const [first = ''] = cells
  if (first === '') return true
  if (fields[0] === 'reference') return false
  const isAlone = cells.filter((cell) => cell !== '').length === 1
  const wasWhole = before.filter((cell) => cell !== '').length > 1
  return startsLower(first) || (isAlone && wasWhole && !/^\p{Lu}/u.test(first))
}
