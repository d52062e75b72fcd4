import { isDeadline, readDeadlines } from '../deadline.ts'
import { parseActionNumber } from './headings.ts'
import { startsLower } from './phrases.ts'

/** The items of a cell, and whether numbers or bullets mark them. */
export interface CellItems {
  texts: string[]
  marked: boolean
}

const bullet = /^\s*(?:[•·▪●○◦*\u{f0b7}]|[-–]\s|o\s)/u
const numberMark = /^\s*(?:\(?\d{1,2}[.)]|\(?[a-z]\)|\(?[ivx]{1,4}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}[.):]?)\s/

/** An item without the bullet in front of it. */
export const withoutBullet = (item: string): string => item.replace(/^\s*[•·▪●○◦\u{f0b7}]\s*/u, '').trim()

/** The number in front of an item, and the item without it; undefined where it has none. */
export function numberOfItem(item: string): { mark: string; rest: string } | undefined {
  const mark = numberMark.exec(item)?.[0]
  return mark === undefined ? undefined : { mark: mark.trim(), rest: item.slice(mark.length).trim() }
}

const isMarked = (line: string): boolean =>
  bullet.test(line) || numberMark.test(line) || parseActionNumber(line) !== undefined

/** A cell that numbers its items within one line: "1. Write it 2. Send it". */
function inlineItems(text: string): string[] | undefined {
  const starts: number[] = []
  let expected: number | undefined
  for (const match of text.matchAll(/(?:^|\s)\(?(\d{1,2})[.)]\s/g)) {
    const number = Number(match[1])
    if (expected !== undefined && number !== expected) continue
    if (expected === undefined && match.index > 0) return undefined
    starts.push(match.index)
    expected = number + 1
  }
  if (starts.length < 2) return undefined
  return starts.map((start, index) => text.slice(start, starts[index + 1]).trim())
}

/** The items of a cell by their numbers or bullets, else by its lines. */
export function itemsOf(text: string): CellItems {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length < 2) {
    const inline = inlineItems(text)
    if (inline !== undefined) return { texts: inline, marked: true }
    const bulleted = text
      .split(/(?=[•▪●])/)
      .map((part) => part.trim())
      .filter((part) => part !== '')
    return bulleted.length > 1 && bulleted.every((part) => bullet.test(part))
      ? { texts: bulleted, marked: true }
      : { texts: [text], marked: false }
  }
  if (!isMarked(lines[0] ?? '') || lines.filter(isMarked).length < 2)
    return { texts: lines.map((line) => line.trim()), marked: false }
  const texts: string[] = []
  for (const line of lines) {
    if (isMarked(line) || texts.length === 0) texts.push(line.trim())
    else texts[texts.length - 1] = `${texts.at(-1) ?? ''}\n${line.trim()}`
  }
  return { texts, marked: true }
}

/** The deadlines of a cell as so many items: its lines, its marked items, or the dates of one line. */
export function deadlineItems(text: string, count: number): string[] | undefined {
  const { texts, marked } = itemsOf(text)
  const bare = (item: string): string => item.replace(bullet, '').replace(numberMark, '').trim()
  if (texts.length === count && (marked || texts.every((item) => isDeadline(bare(item))))) return texts
  if (texts.length !== 1) return undefined
  const dates = readDeadlines(text).map((deadline) => deadline.text)
  return dates.length === count ? dates : undefined
}

/** The items of a cell when it has so many. */
export function itemsIfCount(text: string, count: number): string[] | undefined {
  const { texts } = itemsOf(text)
  return texts.length === count ? texts : undefined
}

/** Lines of a title that could each be an action: none goes on with the one before. */
export const areSeparate = ({ texts, marked }: CellItems): boolean =>
  marked || texts.every((line) => !startsLower(line))
