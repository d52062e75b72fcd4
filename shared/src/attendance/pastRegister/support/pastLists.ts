import type { SourceBlock, SourceDocument } from '../../../document/sourceDocument.ts'
import { recogniseRegister } from '../recogniseRegister.ts'
import type { PastAnswers, PastRegister } from '../pastRegister.ts'

/** A sheet of a workbook, each line with its cells between bars. */
export function sheetOf(name: string, ...lines: string[]): SourceBlock {
  return tableOf(
    name,
    lines.map((line) => line.split('|').map((text) => text.trim())),
  )
}

/** A sheet of a workbook. */
export function tableOf(name: string, rows: readonly string[][]): SourceBlock {
  return {
    kind: 'table',
    name,
    rows: rows.map((cells, row) => ({
      source: { sheet: name, cell: `A${row + 1}` },
      cells: cells.map((text, column) => ({
        text,
        source: { sheet: name, cell: `${String.fromCharCode(65 + (column % 26))}${row + 1}` },
      })),
    })),
  }
}

export const line = (text: string, at = 1): SourceBlock => ({ kind: 'paragraph', text, source: { line: at } })

export const options = { today: '2026-06-01', yearStartsMonth: 4 }

export function read(blocks: SourceBlock[], answers: PastAnswers = {}): PastRegister {
  const document: SourceDocument = { blocks }
  return recogniseRegister(document, answers, options)
}

/** What was read, a line for each row: "Police: 12 Apr P, 10 Jul A". */
export function outline({ meetings, rows, marks }: PastRegister): string[] {
  const days = new Map(meetings.map(({ key, day, heading }) => [key, day ?? `(${heading})`]))
  return rows.map(({ key, agency, name, post }) => {
    const of = marks
      .filter((mark) => mark.row === key)
      .map(
        ({ meeting, mark, came, note }) =>
          `${days.get(meeting)} ${mark}${came.length > 0 ? ` [${came.join(', ')}]` : ''}${note === '' ? '' : ` {${note}}`}`,
      )
    return `${[agency, name, post].filter((text) => text !== '').join('/')}: ${of.join('; ')}`
  })
}

/** The words that found no place, or were left out. */
export const wordsAs = ({ cells }: PastRegister, as: PastRegister['cells'][number]['as']): string[] =>
  cells.filter((cell) => cell.as === as).map(({ text }) => text)

/** The keys of the questions that have no answer yet. */
export const open = ({ questions }: PastRegister): string[] =>
  questions.filter(({ answer }) => answer === null).map(({ key }) => key)
