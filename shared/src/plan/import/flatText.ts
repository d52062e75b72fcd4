import { fieldOfHeading } from './columnHeadings.ts'
import type { PlanField } from './planField.ts'
import { isDeadline } from '../deadline.ts'
import { parseActionNumber } from './headings.ts'
import { plainForm, startsLower, wordsOf } from './phrases.ts'
import { readPeriod } from '../period.ts'
import type { SourceBlock, SourceCell, SourcePlace, SourceRow } from '../../document/sourceDocument.ts'
import { isStatusPhrase, readPercent } from './statusWords.ts'

/** Headings as they stand beside each other in a line that lost its columns. Longer ones are tried first. */
const phrases = [
  'issues affecting current future progress corrective actions',
  'issues affecting current future progress',
  'action plan status',
  'authorising officer',
  'responsible officer',
  'responsible manager',
  'responsible person',
  'accountable officer',
  'expected outcome',
  'success criteria',
  'success measures',
  'completion date',
  'progress to date',
  'latest position',
  'percent complete',
  '% complete',
  'lead officer',
  'lead person',
  'lead agency',
  'target date',
  'action owner',
  'key actions',
  'key action',
  'end date',
  'due date',
  'rag status',
  'rag rating',
  'action no',
  'ref no',
  'by whom',
  'by when',
  'activities',
  'activity',
  'actions',
  'action',
  'task',
  'recommendation',
  'comments',
  'comment',
  'outcomes',
  'outcome',
  'evidence',
  'deadline',
  'timescales',
  'timescale',
  'progress',
  'status',
  'period',
  'owner',
  'lead',
  'who',
  'when',
  'rag',
  'ref',
  'no',
].map((phrase) => phrase.split(' '))

const fewestColumns = 3
const longestHeader = 140

interface FlatHeader {
  headings: string[]
  fields: (PlanField | undefined)[]
  /** What stands behind the headings in the same line. */
  rest: string
}

/** A line of which a conversion took the spaces: "PeriodAction Plan Status% CompleteQuarter 2On Target50". */
const unglued = (text: string): string =>
  text.replace(/(\p{Ll})(?=\p{Lu}|%|\d)/gu, '$1 ').replace(/(\d)(?=\p{Lu})/gu, '$1 ')

const isGlued = (text: string): boolean => /\p{Ll}\p{Lu}\p{Ll}[^.]*\p{Ll}(?:\p{Lu}\p{Ll}|%|\d)/u.test(text)

/** The headings of a line such as "Action Lead Officer Deadline Status"; undefined for any other line. */
export function flatHeader(text: string): FlatHeader | undefined {
  const words = wordsOf(text.slice(0, 2000))
  const plain = words.map((word) => plainForm(word.replace(/<\/?\w{1,6}>/g, '')))
  const headings: string[] = []
  let at = 0
  while (at < words.length) {
    if (plain[at] === '' && headings.length > 0) {
      headings[headings.length - 1] = `${headings.at(-1) ?? ''} ${words[at] ?? ''}`
      at += 1
      continue
    }
    const found = phraseAt(plain, at)
    if (found === undefined) break
    headings.push(words.slice(at, found).join(' '))
    at = found
  }
  const rest = words.slice(at).join(' ')
  const plainHeadings = new Set(headings.map(plainForm))
  if (headings.length < fewestColumns || plainHeadings.size < headings.length) return undefined
  if (rest === '' && text.length > longestHeader) return undefined
  const fields = headings.map((heading) => fieldOfHeading(heading))
  const isPlan = fields.some(
    (field) => field === 'action' || field === 'activity' || field === 'period' || field === 'area',
  )
  if (!isPlan || (rest !== '' && headings.length < 4 && !fields.includes('period'))) return undefined
  return { headings, fields, rest }
}

/** Where the longest known heading from a word on ends; marks between its words count as none. */
function phraseAt(plain: readonly string[], at: number): number | undefined {
  for (const phrase of phrases) {
    let end = at
    let index = 0
    while (index < phrase.length && end < plain.length && end < at + 12) {
      const word = plain[end] ?? ''
      if (word === '' && index > 0) {
        end += 1
        continue
      }
      const parts = word.split(' ')
      if (!parts.every((part, offset) => part === phrase[index + offset])) break
      index += parts.length
      end += 1
    }
    if (index === phrase.length) return end
  }
  return undefined
}

const headerOf = (text: string): FlatHeader | undefined =>
  flatHeader(text) ?? (isGlued(text) ? flatHeader(unglued(text)) : undefined)

interface Line {
  text: string
  source: SourcePlace
}

const longestName = 4

/** Takes the longest piece of at most so many words off the end of a text that passes a test. */
function takeOff(words: string[], most: number, test: (text: string) => boolean): string {
  for (let count = Math.min(most, words.length); count > 0; count -= 1) {
    const piece = words.slice(-count).join(' ')
    if (test(piece)) {
      words.splice(-count)
      return piece
    }
  }
  return ''
}

const isPersonal = (text: string): boolean => /^(?:\p{Lu}[\p{L}'’-]+ ){1,2}\p{Lu}[\p{L}'’-]+$/u.test(text)
/** Just two words: three in a row with capitals may be a word of the title and a name. */
const isName = (text: string): boolean => isPersonal(text) && wordsOf(text).length === 2
const isDate = (text: string): boolean =>
  /\d/.test(text) && isDeadline(text) && /^\S*\d|^(?:\d|end|by|mid)/i.test(text)

const officers = new Set<PlanField | undefined>(['lead', 'authorising', 'responsible'])

/** Takes a line apart into cells, from its end: status, date and names can be told, the rest is the title. */
function cellsOf(line: string, fields: readonly (PlanField | undefined)[]): string[] | undefined {
  const cells = fields.map(() => '')
  const words = wordsOf(line)
  let found = 0
  const take = (index: number, most: number, test: (text: string) => boolean): void => {
    cells[index] = takeOff(words, most, test)
    if (cells[index] !== '') found += 1
  }
  for (let index = fields.length - 1; index >= 0; index -= 1) {
    const field = fields[index]
    if (field === 'percent') take(index, 2, (text) => readPercent(text, true) !== undefined)
    else if (field === 'status') take(index, 3, isStatusPhrase)
    else if (field === 'deadline') take(index, 4, isDate)
    else if (officers.has(field)) take(index, longestName, isName)
  }
  const first = fields.findIndex(
    (field) => field === 'period' || field === 'action' || field === 'activity' || field === 'area',
  )
  const rest = words.join(' ')
  if (first >= 0) cells[first] = rest
  if (fields[first] === 'period' && (readPeriod(rest) === undefined || found === 0)) return undefined
  return found === 0 && rest === '' ? undefined : cells
}

const row = (texts: readonly string[], source: SourcePlace): SourceRow => ({
  cells: texts.map((text): SourceCell => ({ text, source })),
  source,
})

const endsBlock = /^(?:progress\b|issues\b|activities\b|comments\b|corrective\b|appendix\b|page \d)/i

/** How many lines below a flat header are looked at. */
const mostLines = 400

/** Periods, statuses and percentages in one line: "Quarter 2 On Target 50 Quarter 1 On Target 25". */
function periodLines(text: string): string[] {
  return text.split(/\s(?=(?:Quarter|Qtr|Q)\s?[1-4]\b)/).filter((part) => part !== '')
}

/**
 * Makes tables of paragraphs that were tables before a conversion took their columns: a line of nothing but
 * headings, and lines below it that end in names, dates and statuses. All other blocks stay as they are.
 */
export function flatTextAsTables(blocks: readonly SourceBlock[]): SourceBlock[] {
  const result: SourceBlock[] = []
  let index = 0
  while (index < blocks.length) {
    const block = blocks[index]
    if (block === undefined) break
    const header = block.kind === 'paragraph' && block.text.length < 3000 ? headerOf(block.text) : undefined
    if (block.kind !== 'paragraph' || header === undefined) {
      result.push(block)
      index += 1
      continue
    }
    const lines: Line[] = header.rest === '' ? [] : [{ text: header.rest, source: block.source }]
    let end = index + 1
    while (end < blocks.length && end < index + mostLines) {
      const next = blocks[end]
      if (next?.kind === 'pageBreak') {
        end += 1
        continue
      }
      if (next?.kind !== 'paragraph' || next.level !== undefined) break
      if (endsBlock.test(next.text) || headerOf(next.text) !== undefined) break
      lines.push({ text: next.text, source: next.source })
      end += 1
    }
    // Rubbish of a scan may stand between the headings and the first number.
    const numbered = lines.slice(0, 3).findIndex(({ text }) => parseActionNumber(text) !== undefined)
    const rubbish =
      header.fields.includes('action') && header.rest === '' && numbered > 0 ? lines.splice(0, numbered) : []
    const read = header.fields.includes('period') ? readUpdates(header, lines) : readRows(header, lines)
    if (read.rows.length === 0) {
      result.push(block)
      index += 1
      continue
    }
    for (const { text, source } of rubbish) result.push({ kind: 'paragraph', text, source })
    result.push({ kind: 'table', rows: [row(header.headings, block.source), ...read.rows] })
    // What belongs to no row follows as it was.
    const used = (header.rest === '' ? read.used : read.used - 1) + rubbish.length
    let skipped = 0
    let next = index + 1
    while (skipped < used && next < end) {
      if (blocks[next]?.kind === 'paragraph') skipped += 1
      else result.push(blocks[next] ?? block)
      next += 1
    }
    index = next
  }
  return result
}

function readUpdates({ fields }: FlatHeader, lines: readonly Line[]): { rows: SourceRow[]; used: number } {
  const rows: SourceRow[] = []
  let used = 0
  for (const { text, source } of lines) {
    const read = periodLines(text).map((part) => cellsOf(part, fields))
    if (!read.every((cells) => cells !== undefined)) break
    rows.push(...read.map((cells) => row(cells, source)))
    used += 1
  }
  return { rows, used }
}

/** Puts a name that stands alone in a line into the first column of officers that is still empty. */
function moveOfficer(
  cells: string[],
  taken: readonly string[],
  fields: readonly (PlanField | undefined)[],
): void {
  cells.forEach((cell, index) => {
    if (cell === '' || !officers.has(fields[index])) return
    const free = fields.findIndex(
      (field, at) => officers.has(field) && taken[at] === '' && (cells[at] === '' || at === index),
    )
    if (free < 0 || (taken[index] === '' && free >= index)) return
    cells[index] = ''
    cells[free] = cell
  })
}

/** Rows of actions or steps; a row ends where its status or date has been read and a new title begins. */
function readRows({ fields }: FlatHeader, lines: readonly Line[]): { rows: SourceRow[]; used: number } {
  const rows: SourceRow[] = []
  const title = fields.findIndex((field) => field === 'action' || field === 'activity' || field === 'area')
  let open: { cells: string[]; source: SourcePlace } | undefined
  let used = 0
  const close = (): void => {
    if (open !== undefined) rows.push(row(open.cells, open.source))
    open = undefined
  }
  const isComplete = (cells: readonly string[]): boolean =>
    cells.every((cell, index) => cell !== '' || !(fields[index] === 'status' || fields[index] === 'deadline'))
  for (const { text, source } of lines) {
    const cells = cellsOf(text, fields)
    if (cells === undefined) break
    const own = cells[title] ?? ''
    const others = cells.filter((cell, index) => cell !== '' && index !== title).length
    if (open === undefined) {
      if (
        own === '' ||
        (parseActionNumber(own) === undefined && others === 0 && fields[title] !== 'activity')
      )
        break
      open = { cells, source }
    } else if (
      own === '' ||
      (others > 0 && !isComplete(open.cells) && parseActionNumber(own) === undefined)
    ) {
      const taken = open.cells
      moveOfficer(cells, taken, fields)
      const fits = cells.every((cell, index) => cell === '' || taken[index] === '' || index === title)
      if (!fits) break
      open.cells = open.cells.map((cell, index) =>
        [cell, cells[index] ?? ''].filter((part) => part !== '').join(' '),
      )
    } else if (others === 0) {
      const again = parseActionNumber(own)
      const isTail = startsLower(own) || (!isComplete(open.cells) && again === undefined)
      const before = open.cells[title] ?? ''
      // The title stands again, whole, below the row in which it was cut off: a line of its own to the reader.
      if (!isTail) break
      if (wordsOf(own).length > 60) break
      open.cells[title] = `${before} ${own}`
    } else {
      close()
      open = { cells, source }
    }
    used += 1
  }
  close()
  return { rows, used }
}
