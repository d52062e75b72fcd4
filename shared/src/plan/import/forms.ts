import { fieldOfHeading } from './columnHeadings.ts'
import { parseLabelledHeading } from './headings.ts'
import { wordsOf } from './phrases.ts'
import type { SourceBlock, SourceCell, SourceRow } from '../../document/sourceDocument.ts'
import { headerAt } from './tableHeader.ts'

type Table = Extract<SourceBlock, { kind: 'table' }>

interface Pair {
  label: SourceCell
  value: SourceCell
}

const labelField = (text: string) =>
  wordsOf(text).length <= 7 ? fieldOfHeading(text.replace(/[:?.\s]+$/, '')) : undefined

/** The labels and values of a row of a form: "Action: | Train staff", once or twice beside each other. */
function pairsOf(row: SourceRow): Pair[] | undefined {
  const cells = row.cells.filter((cell) => cell.text !== '')
  if (cells.length < 1 || cells.length > 4) return undefined
  // A label may have nothing beside it.
  if (cells.length === 1) {
    const [label] = cells
    const blank = row.cells.find((cell) => cell.text === '' && cell !== label)
    const isFirst = row.cells[0] === label
    if (label === undefined || blank === undefined || !isFirst || label.span !== undefined) return undefined
    return labelField(label.text) === undefined ? undefined : [{ label, value: blank }]
  }
  if (cells.length % 2 === 1) return undefined
  const pairs: Pair[] = []
  for (let index = 0; index < cells.length; index += 2) {
    const [label, value] = cells.slice(index, index + 2)
    if (label === undefined || value === undefined || label.text.length > 60) return undefined
    pairs.push({ label, value })
  }
  return pairs
}

const isKnown = ({ label }: Pair): boolean => labelField(label.text) !== undefined

/** A record of a form as a table of a header row and a row of data. */
function tableOf(pairs: readonly Pair[], table: Table): Table {
  const source = pairs[0]?.label.source ?? { line: 1 }
  const row = (cells: SourceCell[]): SourceRow => ({
    cells: cells.map(({ text, source: at }) => ({ text, source: at })),
    source,
  })
  const value = pairs[0]?.value.source ?? source
  return {
    ...table,
    rows: [row(pairs.map(({ label }) => label)), { ...row(pairs.map((pair) => pair.value)), source: value }],
  }
}

/** "Objective 1 | People are safe" over what is said of the objective, with no action in it, heads the actions below. */
function areaForm(rows: readonly { row: SourceRow; pairs: Pair[] | undefined }[]): SourceBlock[] | undefined {
  const [first] = rows
  const [pair, another] = first?.pairs ?? []
  if (pair === undefined || another !== undefined || pair.value.text === '') return undefined
  if (parseLabelledHeading(pair.label.text)?.title !== '') return undefined
  const isOfOne = rows.every(({ pairs }) => pairs?.length === 1)
  const others = rows.slice(1).flatMap(({ pairs = [] }) => pairs)
  const saysAction = others.some(
    ({ label }) =>
      ['action', 'activity', 'reference', 'deadline'].includes(labelField(label.text) ?? '') ||
      parseLabelledHeading(label.text) !== undefined,
  )
  if (!isOfOne || saysAction) return undefined
  const paragraph = ({ label, value }: Pair): SourceBlock => ({
    kind: 'paragraph',
    text: `${label.text} ${value.text}`.trim(),
    source: label.source,
  })
  return [
    paragraph({ ...pair, label: { ...pair.label, text: `${pair.label.text.replace(/:$/, '')}:` } }),
    ...others.map(paragraph),
  ]
}

/**
 * A table in which each action is a small form of labels and values ("Action: … / Lead: … / By: …") as tables
 * with headings above; any other table as it is.
 */
export function formsAsTables(table: Table): SourceBlock[] {
  const { rows } = table
  const filled = rows.filter((row) => row.cells.some((cell) => cell.text !== ''))
  if (filled.length < 2 || filled.some((row) => row.cells.length > 8)) return [table]
  const all = filled.map((row) => ({ row, pairs: pairsOf(row) }))
  const paired = all.filter(({ pairs }) => pairs !== undefined)
  const known = paired.filter(({ pairs }) => pairs?.every(isKnown) === true)
  const fields = new Set(
    known.flatMap(({ pairs }) => (pairs ?? []).map(({ label }) => labelField(label.text))),
  )
  const isForm =
    known.length >= 2 &&
    known.length * 10 >= filled.length * 7 &&
    fields.size >= 2 &&
    (fields.has('action') || fields.has('area') || fields.has('reference') || fields.has('activity'))
  const heading = areaForm(all)
  if (heading !== undefined) return heading
  if (!isForm) return [table]
  // A header over two columns looks like a pair of a label and a value, but its values are headings too.
  const first = filled[0]
  if (first !== undefined && headerAt([first], 0) !== undefined) return [table]

  const blocks: SourceBlock[] = []
  let record: Pair[] = []
  let opening: string | undefined
  const close = (): void => {
    if (record.length > 0) blocks.push(tableOf(record, table))
    record = []
  }
  for (const { row, pairs } of all) {
    if (pairs === undefined || !pairs.some(isKnown)) {
      close()
      opening = undefined
      blocks.push({ ...table, rows: [row] })
      continue
    }
    // "Action 1" and "Action 2" begin a record each.
    const key = pairs[0]?.label.text.toLowerCase().replace(/[\d:.\s]+$/, '')
    if (key === opening) close()
    opening ??= key
    if (record.length === 0) opening = key
    record.push(...pairs)
  }
  close()
  return blocks
}
