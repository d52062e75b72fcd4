import type { LayoutBlock, LayoutKind } from '@boardwork/shared/plan/export/planLayout.ts'
import type { LayoutField } from '@boardwork/shared/plan/export/layoutColumns.ts'

/** What a writer is given: a title, and the blocks below it. */
export interface DocumentToWrite {
  kind: LayoutKind
  title: string
  blocks: LayoutBlock[]
}

/** How wide a column is beside others, about as many characters as a line of it has. */
const widths: Partial<Record<LayoutField, number>> = {
  reference: 10,
  areaReference: 10,
  percent: 11,
  status: 14,
  period: 14,
  deadline: 20,
  lead: 22,
  authorising: 22,
  responsible: 24,
  agencies: 24,
  action: 45,
  evidence: 45,
  progress: 45,
  earlier: 45,
}

export const widthOf = (field: LayoutField): number => widths[field] ?? 32
