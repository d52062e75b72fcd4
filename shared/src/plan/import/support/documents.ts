import { missingWords, textsToKeep, textsOfPlan, wordsLost } from '../missingWords.ts'
import { planLayout } from '../../export/planLayout.ts'
import { planReadJson } from '../planReadJson.ts'
import type { PlanReadJson } from '../planReadJson.ts'
import { readText } from '../readText.ts'
import { recognisePlan } from '../recognisePlan.ts'
import type { RecogniseOptions } from '../recognisePlan.ts'
import type { RecognisedPlan } from '../recognisedPlan.ts'
import type { SourceBlock, SourceCell, SourceDocument } from '../../../document/sourceDocument.ts'
import { importedPlan, textsOfBlocks, textsOfLayoutPlan } from '../../export/support/takeOut.ts'

/** A cell as a text, or with how far it reaches. */
export type CellSpec = string | { text: string; rows?: number; columns?: number }

let paragraphs = 0
let tables = 0

export function paragraph(text: string, level?: number): SourceBlock {
  paragraphs += 1
  return {
    kind: 'paragraph',
    text,
    source: { paragraph: paragraphs },
    ...(level === undefined ? {} : { level }),
  }
}

/** A table of a Word document; a cell that others cover is written as an empty text. */
export function table(...rows: CellSpec[][]): SourceBlock {
  tables += 1
  const at = tables
  return {
    kind: 'table',
    rows: rows.map((cells, row) => ({
      source: { table: at, row: row + 1 },
      cells: cells.map((spec, column): SourceCell => {
        const source = { table: at, row: row + 1, column: column + 1 }
        if (typeof spec === 'string') return { text: spec, source }
        return { text: spec.text, source, span: { rows: spec.rows ?? 1, columns: spec.columns ?? 1 } }
      }),
    })),
  }
}

/** A sheet of a workbook. */
export function sheet(name: string, ...rows: string[][]): SourceBlock {
  return {
    kind: 'table',
    name,
    rows: rows.map((cells, row) => ({
      source: { sheet: name, cell: `A${row + 1}` },
      cells: cells.map((text, column) => ({
        text,
        source: { sheet: name, cell: `${String.fromCharCode(65 + column)}${row + 1}` },
      })),
    })),
  }
}

/** The headings of ticked columns, as often as ticks may stand below them: their words stand with each tick. */
export function headingsOfTicks({ headers, areas }: RecognisedPlan): string[] {
  const ticked = headers.flatMap(({ columns }) =>
    columns.filter((column) => column.ticked === true).map(({ heading }) => heading),
  )
  return areas.flatMap(({ actions }) =>
    actions.flatMap(({ activities = [] }) => [...ticked, ...activities.flatMap(() => ticked)]),
  )
}

/** The JSON of a document, after seeing that no word is lost in it or added to it, nor when its plan is taken out. */
export function readDocument(source: SourceBlock[] | string, options?: RecogniseOptions): PlanReadJson {
  const document: SourceDocument = typeof source === 'string' ? readText(source) : { blocks: source }
  const plan = recognisePlan(document, options)
  const lost = missingWords(document, plan)
  const added = wordsLost(textsOfPlan(plan), [...textsToKeep(document), ...headingsOfTicks(plan)])
  if (lost.length + added.length > 0)
    throw new Error(`Words lost: ${lost.join(' ')}; words added: ${added.join(' ')}`)
  const saved = importedPlan(document, plan)
  for (const kind of ['document', 'workbook'] as const) {
    const out = textsOfBlocks(planLayout(saved.plan, saved.layout, kind))
    const left = wordsLost(textsOfLayoutPlan(saved.plan), out)
    if (left.length > 0) throw new Error(`Words lost in what is taken out as a ${kind}: ${left.join(' ')}`)
  }
  return planReadJson(plan)
}

/** A plan in lines: "# 1 Theme > Title", "1.1 Title | people; people | deadline, deadline | STATUS". */
export function outline(json: PlanReadJson): string[] {
  return json.areas.flatMap((area) => [
    `# ${[area.reference, area.theme === undefined ? undefined : `${area.theme} >`, area.title ?? '-'].filter((part) => part !== undefined).join(' ')}`,
    ...area.actions.map((action) =>
      [
        `${action.reference === undefined ? '' : `${action.reference} `}${action.title}`,
        action.responsible?.join('; ') ?? '',
        action.deadlines?.map(({ text }) => text).join(', ') ?? '',
        action.status ?? '',
      ]
        .join(' | ')
        .replace(/(?: \|\s*)+$/, ''),
    ),
  ])
}
