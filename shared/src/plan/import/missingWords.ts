import { withoutMarks } from './prepareDocument.ts'
import type { RecognisedAction, RecognisedPlan } from './recognisedPlan.ts'
import { sheetTitle } from './sections.ts'
import type { SourceDocument } from '../../document/sourceDocument.ts'

/**
 * The words that are counted: letters or figures that stand together, and signs such as "£" and "✓". What stands
 * between them (white space, hyphens, brackets, bullets) may be lost where a cell is divided. Words that a
 * conversion glued together ("StatusDeadline") count one by one.
 */
const countedWord =
  /\p{N}+|\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|[\p{L}\p{M}]+|[^\p{L}\p{N}\p{M}\p{P}\p{Z}\p{C}|`]/gu

function countedWords(text: string): string[] {
  return withoutMarks(text).match(countedWord) ?? []
}

/** Every text of a document, in reading order. */
export function textsOfDocument(document: SourceDocument): string[] {
  return document.blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [block.text]
    return block.kind === 'table' ? block.rows.flatMap((row) => row.cells.map((cell) => cell.text)) : []
  })
}

/** Every text that a plan must keep: those of the document, and the names of its sheets that say something. */
export function textsToKeep(document: SourceDocument): string[] {
  let sheet: string | undefined
  const names = document.blocks.flatMap((block) => {
    const title = block.kind === 'table' && block.rows.length > 0 ? sheetTitle(block.name) : undefined
    if (title === undefined || title === sheet) return []
    sheet = title
    return [title]
  })
  return [...names, ...textsOfDocument(document)]
}

/** Every text of one action, each once. */
export function textsOfAction(action: RecognisedAction): string[] {
  return [
    (action.numbering ?? '') + action.title,
    action.responsibleOwn ?? action.responsibleAsWritten ?? '',
    action.progress ?? '',
    action.issues ?? '',
    action.correctiveActions ?? '',
    action.outcome ?? '',
    action.comments ?? '',
    action.status ?? '',
    ...action.expectedEvidence.flatMap((item) => [
      item.text ?? '',
      item.shared === true ? '' : (item.deadline ?? ''),
    ]),
    ...(action.updates ?? []).flatMap((update) => [
      update.periodAsWritten ?? '',
      update.status ?? '',
      update.percent ?? '',
      update.narrative ?? '',
      update.issues ?? '',
      update.correctiveActions ?? '',
    ]),
    ...(action.activities ?? []).flatMap((activity) => [
      (activity.numbering ?? '') + activity.title,
      activity.lead ?? '',
      activity.deadline ?? '',
      activity.status ?? '',
      activity.comments ?? '',
    ]),
  ]
}

/** Every text of the document that a recognised plan holds, each once. */
export function textsOfPlan(plan: RecognisedPlan): string[] {
  return [
    plan.title ?? '',
    ...plan.themes.map((theme) => theme.title),
    ...plan.areas.flatMap((area) => [
      (area.numbering ?? '') + (area.title ?? ''),
      ...area.actions.flatMap(textsOfAction),
    ]),
    ...plan.headers.flatMap((header) => [
      ...(header.groups ?? []),
      ...header.columns.map((column) => column.heading),
    ]),
    ...plan.repeats.map((rest) => rest.text),
    ...plan.unplaced.map((rest) => rest.text),
  ]
}

/** The words that `before` has more often than `after`, one entry for each time it is missing. */
export function wordsLost(before: readonly string[], after: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const text of after)
    for (const word of countedWords(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const lost: string[] = []
  for (const text of before) {
    for (const word of countedWords(text)) {
      const left = counts.get(word) ?? 0
      if (left === 0) lost.push(word)
      else counts.set(word, left - 1)
    }
  }
  return lost
}

/** The words of the document that the plan does not hold. Anything but an empty list is a defect of the importer. */
export function missingWords(document: SourceDocument, plan: RecognisedPlan): string[] {
  return wordsLost(textsToKeep(document), textsOfPlan(plan))
}
