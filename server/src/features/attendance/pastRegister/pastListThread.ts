import type { KnownBoard, PastChoices } from '@boardwork/shared/attendance/pastRegister/pastChoices.ts'
import type { PastCell, PastRegister } from '@boardwork/shared/attendance/pastRegister/pastRegister.ts'
import { planWriting } from '@boardwork/shared/attendance/pastRegister/pastWriting.ts'
import type { PastWriting } from '@boardwork/shared/attendance/pastRegister/pastWriting.ts'
import { recogniseRegister } from '@boardwork/shared/attendance/pastRegister/recogniseRegister.ts'
import type { ReadOptions } from '@boardwork/shared/attendance/pastRegister/registerBuilder.ts'
import type { SourceDocument } from '@boardwork/shared/document/sourceDocument.ts'
import { previewOf } from './registerImport.preview.ts'
import type { PastPreview } from './registerImport.results.ts'

// What `onList` runs in a thread of its own.

/** A list with what was chosen so far. */
export interface GivenList {
  /** Its document as JSON, which is dear to read too. */
  document: string
  choices: PastChoices
  options: ReadOptions
}

/** A list beside what its board has. */
export interface GivenBesideBoard extends GivenList {
  board: KnownBoard
}

/** How much there is in a list. */
export function measure(given: GivenList): { meetings: number; rows: number; marks: number } {
  const { meetings, rows, marks } = recognise(given)
  return { meetings: meetings.length, rows: rows.length, marks: marks.length }
}

/** The words of a list from a place on, at most 500, and what they were taken for. */
export function words({ from, ...given }: GivenList & { from: number }): PastCell[] {
  return recognise(given).cells.slice(from, from + 500)
}

/** What a page shows of a list. */
export function preview({ board, ...given }: GivenBesideBoard): PastPreview {
  const { choices } = given
  const register = recognise(given)
  return previewOf({ board, register, writing: planWriting(register, board, choices), choices })
}

/** What would come of a list. */
export function writing({ board, ...given }: GivenBesideBoard): PastWriting {
  return planWriting(recognise(given), board, given.choices)
}

function recognise({ document, choices, options }: GivenList): PastRegister {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by ourselves when the list was brought in
  return recogniseRegister(JSON.parse(document) as SourceDocument, choices.answers, options)
}
