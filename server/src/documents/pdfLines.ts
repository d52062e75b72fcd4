import type { Fragment } from './pdfPage.ts'

/** Fragments on one base line, from left to right. */
export interface Line {
  y: number
  size: number
  fragments: Fragment[]
}

/** Text of a line without a wide gap. */
export interface Segment {
  text: string
  x: number
  end: number
}

/** Puts fragments together that stand on one base line, from the top of the page down. */
export function linesOf(fragments: readonly Fragment[]): Line[] {
  const lines: Line[] = []
  for (const fragment of fragments.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const line = lines.at(-1)
    if (line !== undefined && fragment.y - line.y < Math.max(line.size, fragment.size) * 0.4) {
      line.fragments.push(fragment)
      line.size = Math.max(line.size, fragment.size)
    } else lines.push({ y: fragment.y, size: fragment.size, fragments: [fragment] })
  }
  for (const line of lines) line.fragments = withoutShadows(line.fragments.toSorted((a, b) => a.x - b.x))
  return lines
}

/** Some programs write a text twice, a hair apart, to make it bold. */
const withoutShadows = (fragments: Fragment[]): Fragment[] =>
  fragments.filter((one, index) => {
    const before = fragments[index - 1]
    return before?.text !== one.text || one.x - before.x > 1 || Math.abs(one.y - before.y) > 1
  })

/** A line in pieces, divided where the gap is wider than `gap` times the size of its letters. */
export function segmentsOf({ fragments, size }: Line, gap: number): Segment[] {
  const segments: Segment[] = []
  for (const { text, x, width } of fragments) {
    const last = segments.at(-1)
    const distance = last === undefined ? Number.POSITIVE_INFINITY : x - last.end
    if (last === undefined || distance > size * gap) segments.push({ text, x, end: x + width })
    else {
      last.text += (distance > size * 0.15 ? ' ' : '') + text
      last.end = Math.max(last.end, x + width)
    }
  }
  return segments.map((segment) => ({ ...segment, text: segment.text.replace(/\s+/g, ' ').trim() }))
}

export const textOfLine = (line: Line): string =>
  segmentsOf(line, Number.POSITIVE_INFINITY)
    .map(({ text }) => text)
    .join(' ')

const endOf = ({ fragments }: Line): number => Math.max(...fragments.map(({ x, width }) => x + width))

/** Whether a line was broken only because the next word had no room before `right`. */
export function wraps(line: Line, next: Line, right: number): boolean {
  const [first] = next.fragments
  if (
    first === undefined ||
    /^\s*(?:[•▪◦●■‣✓*–-]\s|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z])[.)]\s)/u.test(textOfLine(next))
  )
    return false
  const word = /^\s*\S+/.exec(first.text)?.[0] ?? ''
  const room = (first.width * word.length) / first.text.length + line.size * 0.5
  return endOf(line) + room > right - line.size * 0.5
}

/** Lines as a text: wrapped lines become one, others stay lines of their own. */
export function joinLines(lines: readonly Line[], right: number): string {
  let text = ''
  lines.forEach((line, index) => {
    const before = lines[index - 1]
    const own = textOfLine(line)
    if (before === undefined) text = own
    else if (!wraps(before, line, right)) text += `\n${own}`
    // "multi-" and "agency" are one word.
    else text += /\p{L}-$/u.test(text) && /^\p{Ll}/u.test(own) ? own : ` ${own}`
  })
  return text
}
