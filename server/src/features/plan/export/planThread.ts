import { planLayout } from '@boardwork/shared/plan/export/planLayout.ts'
import { writeBytes } from './writeBytes.ts'
import type { PlanToWrite } from './writePlan.ts'

export default function write({ kind, plan, layout }: PlanToWrite): Promise<Uint8Array> {
  return writeBytes({ kind, title: plan.title, blocks: planLayout(plan, layout, kind) })
}
