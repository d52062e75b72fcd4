import type { DocumentLayout } from '@boardwork/shared/plan/documentStyle.ts'
import type { LayoutPlan } from '@boardwork/shared/plan/export/layoutPlan.ts'
import type { LayoutKind } from '@boardwork/shared/plan/export/planLayout.ts'
import { writtenInThread } from '../../../documents/writtenInThread.ts'

export interface PlanToWrite {
  kind: LayoutKind
  plan: LayoutPlan
  layout: DocumentLayout
}

/** Writes a plan in a thread of its own. */
export function writePlan(plan: PlanToWrite): Promise<Uint8Array> {
  return writtenInThread(new URL('./planThread.ts', import.meta.url), plan)
}
