import {
  areSeparate,
  deadlineItems,
  itemsIfCount,
  itemsOf,
  numberOfItem,
  withoutBullet,
} from './cellItems.ts'
import type { PlanField } from './planField.ts'
import { parseReferenceCell } from './headings.ts'
import type { DataRow } from './sections.ts'
import type { SourceCell } from '../../document/sourceDocument.ts'

/** More items than this in one cell are no list of actions. */
const mostItems = 40
const longestCell = 20_000

/** Fields whose only value holds for each of the actions beside it. */
const sharable = new Set<PlanField>(['deadline', 'responsible', 'lead', 'authorising'])

/**
 * Divides a row with several actions in one cell against as many deadlines (or numbers, or people) in others
 * into a row for each. Where the counts do not agree the row stays whole.
 */
export function divideRow(row: DataRow): DataRow[] {
  const { columns } = row
  const { cells } = row.row
  const at = (field: PlanField): number => columns.findIndex((column) => column.field === field)
  const titleAt = at('action')
  const title = cells[titleAt]?.text ?? ''
  if (title === '' || title.length > longestCell || row.isActivity) return [row]
  const titles = itemsOf(title)
  const count = titles.texts.length
  if (count < 2 || count > mostItems || !areSeparate(titles)) return [row]

  const divided = new Map<number, string[]>([[titleAt, titles.texts]])
  /** Numbers in front of what stands beside an action: "2. March 2030" is no day in March. */
  const marks = new Map<number, string[]>()
  let agree = false
  for (const [index, cell] of cells.entries()) {
    const field = columns[index]?.field
    if (index === titleAt || field === undefined || cell.text === '' || cell.text.length > longestCell)
      continue
    const items = field === 'deadline' ? deadlineItems(cell.text, count) : itemsIfCount(cell.text, count)
    if (items !== undefined) {
      const numbered = items.map(numberOfItem)
      const areMarked = field !== 'reference' && numbered.every((one) => one !== undefined)
      divided.set(index, areMarked ? numbered.map((one) => one?.rest ?? '') : items)
      if (areMarked)
        marks.set(
          index,
          numbered.map((one) => one?.mark ?? ''),
        )
      const areNumbers =
        field === 'reference' && items.every((item) => parseReferenceCell(item) !== undefined)
      if (
        field === 'deadline' ||
        areNumbers ||
        (titles.marked && field !== 'comments' && field !== 'progress')
      )
        agree = true
    } else if (field === 'deadline' && itemsOf(cell.text).texts.length > 1) {
      return [row]
    }
  }
  if (!agree) return [row]
  return titles.texts.map((_, item) => {
    const merged = new Map<number, SourceCell>()
    const own = cells.map((cell, index): SourceCell => {
      const items = divided.get(index)
      if (items !== undefined) return { text: withoutBullet(items[item] ?? ''), source: cell.source }
      if (item === 0) return { text: cell.text, source: cell.source }
      const field = columns[index]?.field
      if (field !== undefined && sharable.has(field) && cell.text !== '') merged.set(index, cell)
      return { text: '', source: cell.source }
    })
    const again = [...marks].map(([index, texts]) => ({
      text: texts[item] ?? '',
      source: cells[index]?.source ?? row.row.source,
    }))
    return { ...row, row: { ...row.row, cells: own }, merged: item === 0 ? row.merged : merged, again }
  })
}

/** The sentences and deadlines of two cells, one by one where they are as many, else as they are. */
export function pairEvidence(evidence: string, deadline: string): { text: string; deadline: string }[] {
  const whole = [{ text: evidence, deadline }]
  if (evidence === '' || deadline === '' || evidence.length > longestCell) return whole
  const items = itemsOf(evidence)
  if (items.texts.length < 2 || items.texts.length > mostItems || !areSeparate(items)) return whole
  const deadlines = deadlineItems(deadline, items.texts.length)
  if (deadlines === undefined) return whole
  return items.texts.map((text, index) => ({ text, deadline: deadlines[index] ?? '' }))
}
