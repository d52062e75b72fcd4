import { isDeadline } from '../deadline.ts'
import { parseActionNumber, parseReferenceCell } from './headings.ts'
import { wordsOf } from './phrases.ts'
import { isPeople } from '../people.ts'
import { readPeriod } from '../period.ts'
import type { SourceRow } from '../../document/sourceDocument.ts'
import { isStatus, readPercent } from './statusWords.ts'

/** How many of a column's filled cells are of a kind, from 0 to 1. */
export interface ColumnContent {
  filled: number
  distinct: number
  references: number
  codes: number
  times: number
  percents: number
  statuses: number
  people: number
  periods: number
  levels: number
  /** Those that begin with an action's number. */
  numbered: number
  /** The mean number of words. */
  words: number
}

const isLevel = (text: string): boolean =>
  /^(?:high|medium|med|low|h|m|l|essential|desirable|urgent|[1-5])$/i.test(text)
/** A code with letters and figures: "SS1.2", "CH/3", "PI 12", "COR-AP-29". */
const isCode = (text: string): boolean =>
  text.length <= 24 && /\d/.test(text) && parseReferenceCell(text) !== undefined

export function contentOf(rows: readonly SourceRow[], column: number): ColumnContent {
  const texts = rows.map((row) => row.cells[column]?.text ?? '').filter((text) => text !== '')
  const share = (test: (text: string) => boolean): number =>
    texts.length === 0 ? 0 : texts.filter(test).length / texts.length
  return {
    filled: texts.length,
    distinct: new Set(texts).size,
    references: share((text) => parseReferenceCell(text) !== undefined),
    codes: share(isCode),
    times: share((text) => text.split('\n').every((line) => line.trim() === '' || isDeadline(line))),
    percents: share((text) => readPercent(text) !== undefined),
    statuses: share(isStatus),
    people: share(isPeople),
    periods: share((text) => readPeriod(text) !== undefined),
    levels: share(isLevel),
    numbered: share((text) => parseActionNumber(text) !== undefined),
    words:
      texts.length === 0
        ? 0
        : texts.reduce((sum, text) => sum + wordsOf(text.slice(0, 2000)).length, 0) / texts.length,
  }
}

/** How many of a column's cells begin with an action's number. */
export function numberedShare(rows: readonly SourceRow[], column: number): number {
  const texts = rows.map((row) => row.cells[column]?.text ?? '').filter((text) => text !== '')
  return texts.length === 0
    ? 0
    : texts.filter((text) => parseActionNumber(text) !== undefined).length / texts.length
}
