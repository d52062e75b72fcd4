import { wordsOf } from './phrases.ts'
import type { RecognisedPlan } from './recognisedPlan.ts'
import type { SourceDocument } from './sourceDocument.ts'

/** Every text of a document, in reading order. */
export function textsOfDocument(document: SourceDocument): string[] {
  return document.blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [block.text]
    return block.kind === 'table' ? block.rows.flatMap((row) => row.cells.map((cell) => cell.text)) : []
  })
}

/** Every text of the document that a recognised plan holds, each once. */
export function textsOfPlan(plan: RecognisedPlan): string[] {
  return [
    plan.title ?? '',
    ...plan.themes.map((theme) => theme.title),
    ...plan.areas.flatMap((area) => [
      (area.numbering ?? '') + (area.title ?? ''),
      ...area.actions.flatMap((action) => [
        (action.numbering ?? '') + action.title,
        action.responsibleAsWritten ?? '',
        action.progress ?? '',
        action.outcome ?? '',
        action.comments ?? '',
        action.status ?? '',
        ...action.expectedEvidence.flatMap((item) => [item.text ?? '', item.deadline ?? '']),
      ]),
    ]),
    ...plan.headers.flatMap((header) => header.columns.map((column) => column.heading)),
    ...plan.repeats.map((rest) => rest.text),
    ...plan.unplaced.map((rest) => rest.text),
  ]
}

/** The words that `before` has more often than `after`, one entry for each time it is missing. */
export function wordsLost(before: readonly string[], after: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const text of after) for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const lost: string[] = []
  for (const text of before) {
    for (const word of wordsOf(text)) {
      const left = counts.get(word) ?? 0
      if (left === 0) lost.push(word)
      else counts.set(word, left - 1)
    }
  }
  return lost
}

/** The words of the document that the plan does not hold. Anything but an empty list is a defect of the importer. */
export function missingWords(document: SourceDocument, plan: RecognisedPlan): string[] {
  return wordsLost(textsOfDocument(document), textsOfPlan(plan))
}
