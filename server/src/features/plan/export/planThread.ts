import { planLayout } from '@boardwork/shared/plan/export/planLayout.ts'
import { writeGiven } from '../../../documents/writerThread.ts'
import { writeBytes } from './writeBytes.ts'
import type { PlanToWrite } from './writePlan.ts'

await writeGiven(({ kind, plan, layout }: PlanToWrite) =>
  writeBytes({ kind, title: plan.title, blocks: planLayout(plan, layout, kind) }),
)
