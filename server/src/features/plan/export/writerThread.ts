import { parentPort, workerData } from 'node:worker_threads'
import type { DocumentLayout } from '@boardwork/shared/plan/documentStyle.ts'
import type { LayoutPlan } from '@boardwork/shared/plan/export/layoutPlan.ts'
import { planLayout } from '@boardwork/shared/plan/export/planLayout.ts'
import type { LayoutKind } from '@boardwork/shared/plan/export/planLayout.ts'
import { writeBytes } from './writeBytes.ts'

/** What the thread is given. */
export interface PlanToWrite {
  kind: LayoutKind
  plan: LayoutPlan
  layout: DocumentLayout
}

// Node runs this file as it is, without a loader, so that it starts at once.

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- writePlan.ts alone starts this thread
const { kind, plan, layout } = workerData as PlanToWrite
const written = await writeBytes({ kind, title: plan.title, blocks: planLayout(plan, layout, kind) })
// A copy of its own, since a buffer may be a piece of a larger one.
const bytes = new Uint8Array(written)
parentPort?.postMessage(bytes, [bytes.buffer])
