import { actionStatusName } from '../../actionStatus.ts'
import { documentStyle } from '../../documentStyle.ts'
import type { DocumentLayout } from '../../documentStyle.ts'
import { meaningOf, percentOf, periodOf } from '../../import/draftUpdates.ts'
import type { LayoutPlan } from '../layoutPlan.ts'
import { draftFromRecognised } from '../../import/planDraft.ts'
import type { PlanDraft } from '../../import/planDraft.ts'
import type { LayoutBlock } from '../planLayout.ts'
import type { RecognisedPlan } from '../../import/recognisedPlan.ts'
import type { SourceBlock, SourceDocument } from '../../../document/sourceDocument.ts'

/** The period of updates that name none. */
const ownPeriod = 'Q2 2031/32'

/** A draft as it is saved, without the rules that a draft has to keep first. */
export function savedPlan(draft: PlanDraft): LayoutPlan {
  const given = { ...draft, period: draft.period === '' ? ownPeriod : draft.period }
  return {
    title: draft.title.trim(),
    areas: draft.areas.map((area) => ({
      reference: area.reference.trim(),
      theme: area.theme.trim() || null,
      title: area.title.trim(),
      actions: area.actions.map((action) => ({
        ...action,
        responsible: action.responsible.map(({ postTitle, part }) => ({ postTitle, part })),
        updates: action.updates
          .map((update) => {
            const period = periodOf(given, update)
            const status = meaningOf(given, update.status) ?? 'ON_TARGET'
            const words = update.status.trim()
            return {
              ...update,
              period: period?.name ?? update.period,
              endsOn: period?.endsOn ?? '',
              status,
              statusWords: words === '' || words === actionStatusName[status] ? null : words,
              percentComplete: percentOf(update) ?? null,
            }
          })
          .toSorted((one, other) => one.endsOn.localeCompare(other.endsOn)),
      })),
    })),
  }
}

/** The plan of a document as it is saved, and the layout that is kept with it. */
export function importedPlan(
  document: SourceDocument,
  plan: RecognisedPlan,
): { plan: LayoutPlan; layout: DocumentLayout } {
  return {
    plan: savedPlan(draftFromRecognised(plan)),
    layout: { headers: plan.headers, style: documentStyle(document, plan) },
  }
}

/** What is taken out as a document to be read again, as Word or Excel would give it. */
export function documentOfBlocks(title: string, blocks: readonly LayoutBlock[]): SourceDocument {
  let count = 0
  let sheet: string | undefined
  const place = () => {
    count += 1
    return { line: count }
  }
  const paragraph = (text: string, level?: number): SourceBlock => ({
    kind: 'paragraph',
    text,
    source: place(),
    ...(level === undefined ? {} : { level }),
  })
  return {
    blocks: [
      ...(title === '' ? [] : [paragraph(title)]),
      ...blocks.flatMap((block): SourceBlock[] => {
        if (block.kind === 'sheet') {
          sheet = block.name
          return []
        }
        if (block.kind === 'heading') return [paragraph(block.text, block.level)]
        if (block.kind === 'line')
          return [paragraph(block.label === undefined ? block.text : `${block.label}: ${block.text}`)]
        const { columns } = block
        const grouped = columns.some(({ group }) => group !== undefined)
        const isFirst = (at: number) => columns[at]?.group !== columns[at - 1]?.group
        const head = grouped
          ? [
              columns.map(({ heading, group }, at) =>
                group === undefined ? heading : isFirst(at) ? group : '',
              ),
              columns.map(({ heading, group }) => (group === undefined ? '' : heading)),
            ]
          : [columns.map(({ heading }) => heading)]
        return [
          {
            kind: 'table',
            ...(sheet === undefined ? {} : { name: sheet }),
            rows: [...head, ...block.rows].map((cells) => ({
              source: place(),
              cells: cells.map((text) => ({ text, source: place() })),
            })),
          },
        ]
      }),
    ],
  }
}

/** Every text of what is taken out. */
export function textsOfBlocks(blocks: readonly LayoutBlock[]): string[] {
  return blocks.flatMap((block) => {
    // Below a heading that is ticked, each tick says the heading.
    if (block.kind === 'table')
      return block.rows.flatMap((row) =>
        row.map((text, at) =>
          text !== '' && block.columns[at]?.ticked ? `${block.columns[at].heading} ${text}` : text,
        ),
      )
    return block.kind === 'sheet' ? [block.name] : [block.text]
  })
}

/** Every text that a plan has and that has to be in what is taken out of it. */
export function textsOfLayoutPlan(plan: LayoutPlan): string[] {
  return plan.areas.flatMap((area) => [
    area.reference,
    area.title,
    ...area.actions.flatMap((action) => [
      action.reference,
      action.title,
      action.outcome ?? '',
      action.progress ?? '',
      action.comments ?? '',
      ...action.expectedEvidence.flatMap(({ text, deadline }) => [text ?? '', deadline ?? '']),
      ...action.responsible.map(({ postTitle }) => postTitle ?? ''),
      ...action.updates.flatMap((update) => [
        update.statusWords ?? actionStatusName[update.status],
        update.percentComplete?.toString() ?? '',
        update.narrative,
        update.issues ?? '',
        update.correctiveActions ?? '',
      ]),
      ...action.activities.flatMap((each) => [
        each.title,
        each.lead ?? '',
        each.deadline ?? '',
        each.status ?? '',
        each.comments ?? '',
      ]),
    ]),
  ])
}
