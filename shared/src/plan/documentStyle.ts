import { formsAsTables } from './import/forms.ts'
import { parseActionNumber } from './import/headings.ts'
import { labelledValues } from './import/listFields.ts'
import type { RecognisedHeader } from './import/planColumns.ts'
import type { PlanField } from './import/planField.ts'
import type { RecognisedPlan } from './import/recognisedPlan.ts'
import { sheetTitle } from './import/sections.ts'
import type { SourceDocument } from '../document/sourceDocument.ts'

/** How a document writes what its plan says, beside the columns of its tables. What is usual is left out. */
export interface DocumentStyle {
  /** The plan is no table: its fields stand beneath each other, each with its label. */
  fields?: true
  /** What stands in front of an area's title, with "#" for its reference: "Improvement Area # – ". */
  areaNumbering?: string
  /** What stands in front of an action's title or in the column of numbers: "#. ". */
  actionNumbering?: string
  /** Percentages stand without their sign. */
  plainPercent?: true
  /** What the sheets of a workbook are. */
  sheets?: 'theme' | 'area'
  /** The steps of an action are rows of the same columns below it, with numbers of their own. */
  stepRows?: true
  /** The labels of the fields of a document without tables. */
  labels?: Partial<Record<PlanField, string>>
}

/** What the board's own document looks like, as far as it is known of a plan. */
export interface DocumentLayout {
  headers: RecognisedHeader[]
  style: DocumentStyle
}

/** The layout of a plan that was not brought in with a document of ours to know. */
export const noLayout: DocumentLayout = { headers: [], style: {} }

/** Where a reference stands in what is written in front of a title. */
export const referenceMark = '#'

/** The most usual way in which numbers are written; undefined where nothing is numbered. */
function usualNumbering(numbered: readonly { reference?: string; numbering?: string }[]): string | undefined {
  const counts = new Map<string, number>()
  for (const { reference = '', numbering = '' } of numbered) {
    const at = reference === '' ? -1 : numbering.indexOf(reference)
    if (at < 0) continue
    const form = numbering.slice(0, at) + referenceMark + numbering.slice(at + reference.length)
    counts.set(form, (counts.get(form) ?? 0) + 1)
  }
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0]
}

function sheetsOf(document: SourceDocument, plan: RecognisedPlan): DocumentStyle['sheets'] {
  const names = new Set(
    document.blocks.flatMap((block) => (block.kind === 'table' ? (sheetTitle(block.name) ?? []) : [])),
  )
  if (names.size < 2 || plan.areas.length === 0) return undefined
  if (plan.areas.every(({ theme = '' }) => names.has(theme))) return 'theme'
  return plan.areas.every(({ title = '' }) => names.has(title)) ? 'area' : undefined
}

/** The first label of each field in the lines of a document. */
function labelsOf(document: SourceDocument): Partial<Record<PlanField, string>> {
  const labels: Partial<Record<PlanField, string>> = {}
  for (const block of document.blocks)
    for (const line of block.kind === 'paragraph' ? block.text.split('\n') : [])
      for (const { field, label } of labelledValues(line) ?? [])
        if (field !== 'area') labels[field] ??= label.replace(/\s*:\s*$/, '')
  return labels
}

/** The style of a document in which a plan was recognised. */
export function documentStyle(document: SourceDocument, plan: RecognisedPlan): DocumentStyle {
  const actions = plan.areas.flatMap((area) => area.actions)
  const activities = actions.flatMap((action) => action.activities ?? [])
  const percents = actions.flatMap((action) => (action.updates ?? []).map(({ percent }) => percent ?? ''))
  const areaNumbering = usualNumbering(plan.areas)
  const actionNumbering = usualNumbering(actions)
  const sheets = sheetsOf(document, plan)
  const areForms = document.blocks.some(
    (block) => block.kind === 'table' && formsAsTables(block)[0] !== block,
  )
  const isList = plan.headers.length === 0
  const hasSteps = plan.headers.some(({ columns }) => columns.some(({ field }) => field === 'activity'))
  return {
    ...(isList || areForms ? { fields: true } : {}),
    ...(areaNumbering === undefined ? {} : { areaNumbering }),
    ...(actionNumbering === undefined ? {} : { actionNumbering }),
    ...(percents.some((text) => text !== '') && !percents.some((text) => text.includes('%'))
      ? { plainPercent: true }
      : {}),
    ...(sheets === undefined ? {} : { sheets }),
    ...(!hasSteps &&
    activities.length > 0 &&
    activities.every(({ numbering = '', title }) => parseActionNumber(numbering + title) !== undefined)
      ? { stepRows: true }
      : {}),
    ...(isList ? { labels: labelsOf(document) } : {}),
  }
}
