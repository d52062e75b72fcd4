import { parseActionNumber, parseLabelledHeading, parseNumberedHeading } from './headings.ts'
import { isRubbish, isTitleLike, lacksEnd, startsLower } from './phrases.ts'
import { addEvidence, finishArea, newAction } from './planBuilder.ts'
import type { ActionBuilder, AreaBuilder } from './planBuilder.ts'
import { fieldOfHeading } from './planColumns.ts'
import type { RecognisedPlan, Remainder } from './recognisedPlan.ts'
import type { SourceDocument, SourcePlace } from './sourceDocument.ts'

interface Line {
  text: string
  source: SourcePlace
}

const linesOf = (document: SourceDocument): Line[] =>
  document.blocks.flatMap((block): Line[] => {
    if (block.kind === 'paragraph') return [{ text: block.text, source: block.source }]
    if (block.kind === 'pageBreak') return []
    return block.rows.map((row) => ({
      text: row.cells
        .map((cell) => cell.text)
        .join(' ')
        .trim(),
      source: row.source,
    }))
  })

/** "Deadline: End March 2010" as a line below an action. */
function fieldLine(
  text: string,
): { field: 'deadline' | 'responsible' | 'evidence'; label: string; value: string } | undefined {
  const match = /^([\p{L} ]{2,40}):\s+(?=\S)/u.exec(text.slice(0, 60))
  if (match === null) return undefined
  const field = fieldOfHeading(match[1] ?? '')
  if (field !== 'deadline' && field !== 'responsible' && field !== 'evidence') return undefined
  return { field, label: match[0].trim(), value: text.slice(match[0].length) }
}

/**
 * Recognises a plan without tables: numbered actions under area headings, with lines such as "Deadline: …"
 * below them. Undefined when the text does not show that it is a plan; a numbered letter or minutes is none.
 */
export function recogniseList(document: SourceDocument): RecognisedPlan | undefined {
  const lines = linesOf(document)
  const labelled = lines.some((line) => parseLabelledHeading(line.text) !== undefined)
  const levelled = lines.some((line) => parseActionNumber(line.text)?.reference.includes('.') === true)
  const saysPlan = lines.slice(0, 10).some((line) => isTitleLike(line.text) && /\bplan\b/i.test(line.text))
  if (!labelled && !saysPlan) return undefined

  const areas: AreaBuilder[] = []
  const unplaced: Remainder[] = []
  let title: Line | undefined
  let action: ActionBuilder | undefined
  let mayGoOn = false

  const openArea = (source: SourcePlace): AreaBuilder => {
    const area: AreaBuilder = {
      reference: undefined,
      numbering: '',
      theme: undefined,
      title: [],
      actions: [],
      source,
      continuedAt: [],
      order: areas.length,
    }
    areas.push(area)
    action = undefined
    return area
  }

  lines.forEach((line, index) => {
    const { text, source } = line
    const heading =
      parseLabelledHeading(text) ?? (levelled && !labelled ? parseNumberedHeading(text) : undefined)
    if (heading !== undefined) {
      const area = openArea(source)
      area.reference = heading.reference
      area.numbering = heading.numbering
      if (heading.title !== '') area.title.push(heading.title)
      mayGoOn = false
      return
    }
    const numbered = parseActionNumber(text)
    if (numbered !== undefined && (areas.length > 0 || saysPlan)) {
      const area = areas.at(-1) ?? openArea(source)
      action = newAction(source, numbered.reference, numbered.numbering, numbered.title)
      area.actions.push(action)
      mayGoOn = true
      return
    }
    const field = action === undefined ? undefined : fieldLine(text)
    if (action !== undefined && field !== undefined) {
      unplaced.push({ source, text: field.label })
      if (field.field === 'responsible') action.responsible.push(field.value)
      else if (field.field === 'deadline') addEvidence(action, '', field.value, source, false)
      else addEvidence(action, field.value, '', source, false)
      mayGoOn = false
      return
    }
    if (action !== undefined && mayGoOn && startsLower(text) && lacksEnd(action.title.at(-1) ?? '')) {
      action.title.push(text)
      action.continuedAt.push(source)
      return
    }
    mayGoOn = false
    const follows = lines[index + 1]
    if (
      title === undefined &&
      areas.length === 0 &&
      isTitleLike(text) &&
      (/\bplan\b/i.test(text) || !saysPlan)
    ) {
      title = line
    } else if (
      !labelled &&
      isTitleLike(text) &&
      !isRubbish(text) &&
      follows !== undefined &&
      parseActionNumber(follows.text) !== undefined
    ) {
      openArea(source).title.push(text)
    } else {
      unplaced.push({ source, text })
    }
  })

  if (!areas.some((area) => area.actions.length > 0)) return undefined
  return {
    ...(title === undefined ? {} : { title: title.text, titleSource: title.source }),
    themes: [],
    areas: areas.map(finishArea),
    headers: [],
    repeats: [],
    unplaced,
  }
}
