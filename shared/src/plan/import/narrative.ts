import { parseActionNumber } from './headings.ts'
import { plainForm } from './phrases.ts'
import { addText } from './planBuilder.ts'
import type { ActionBuilder, TextPart } from './planBuilder.ts'
import type { LooseText } from './sections.ts'

/** The parts of an action that a monitoring sheet writes as paragraphs below it, by the headings over them. */
const labels: [TextPart | undefined, RegExp][] = [
  [undefined, /^progress summary$|^progress sum mary$|^period action plan status complete$/],
  [
    'progress',
    /^(?:progress|progress update|progress to date|update|narrative|commentary|current position|latest position|achievements?)$/,
  ],
  [
    'issues',
    /^(?:issues|issues and risks|risks|barriers|issues affecting.{0,60}|risks and issues|issues risks)$/,
  ],
  ['corrective', /^(?:corrective|remedial) actions?$/],
  ['comments', /^(?:comments?|notes?)$/],
]

const longestLabel = 90

const labelOf = (text: string): { part: TextPart | undefined } | undefined => {
  if (text.length > longestLabel) return undefined
  const plain = plainForm(text.replace(/<\/?[a-z]{1,6}>/gi, ' '))
  const found = labels.find(([, pattern]) => pattern.test(plain))
  if (found !== undefined) return { part: found[0] }
  // Two labels side by side, of columns that the document lost: the text below is of the first.
  return /^progress issues affecting.{0,60}$/.test(plain) ? { part: 'progress' } : undefined
}

/** Gives an action the paragraphs that stand below it under headings such as "Progress". */
export class NarrativeReader {
  private readonly host: { repeat: (item: LooseText) => void }
  private readonly seen = new Set<string>()

  constructor(host: { repeat: (item: LooseText) => void }) {
    this.host = host
  }

  /** Reads the loose text below an action; whether any of it is headed as part of the action. */
  read(loose: readonly LooseText[], action: ActionBuilder | undefined): boolean {
    if (action === undefined) return false
    let found = false
    let part: TextPart | undefined
    loose.forEach((item, index) => {
      if (item.used || item.kind === 'header' || item.kind === 'sheet' || item.heading?.label !== undefined) {
        part = undefined
        return
      }
      const label = labelOf(item.text)
      if (label !== undefined) {
        found = true
        const next = loose[index + 1]
        part = next === undefined || next.kind === 'header' ? undefined : label.part
        const plain = plainForm(item.text)
        // The first stays with the unplaced text, as the words of a column's heading would.
        if (this.seen.has(plain)) this.host.repeat(item)
        this.seen.add(plain)
        return
      }
      if (item.kind !== 'line') {
        part = undefined
      } else if (isTitleAgain(item.text, action)) {
        item.used = true
        this.takeWholeTitle(item, action)
      } else if (item.level !== undefined) {
        part = undefined
      } else if (part !== undefined) {
        item.used = true
        addText(action, part, { text: item.text, source: item.source })
      }
    })
    return found
  }

  /** The title of a cell that was cut off stands whole in the line below. */
  private takeWholeTitle(item: LooseText, action: ActionBuilder): void {
    const cut = { ...item, text: action.numbering + action.title.join(' '), source: action.source }
    this.host.repeat(cut)
    const numbered = parseActionNumber(item.text)
    action.numbering = numbered?.numbering ?? ''
    action.title = [numbered?.title ?? item.text]
    action.continuedAt.push(item.source)
  }
}

function isTitleAgain(text: string, action: ActionBuilder): boolean {
  const numbered = parseActionNumber(text)
  if (numbered === undefined || numbered.reference !== action.reference) return false
  const before = plainForm(action.title.join(' '))
  return before !== '' && plainForm(numbered.title).startsWith(before)
}
