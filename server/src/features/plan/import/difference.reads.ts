import { createHash } from 'node:crypto'
import { choiceOf } from '@boardwork/shared/plan/import/mergeIntoPlan.ts'
import type { DifferenceChoices } from '@boardwork/shared/plan/import/mergeIntoPlan.ts'
import type { PlanDraft } from '@boardwork/shared/plan/import/planDraft.ts'
import { idsByText, planDifference } from '@boardwork/shared/plan/import/planDifference.ts'
import type {
  DifferenceInput,
  DifferenceItem as Item,
  EarlierDocument,
  PlanDifference as Difference,
} from '@boardwork/shared/plan/import/planDifference.ts'
import type { PlanNow } from '@boardwork/shared/plan/planNow.ts'
import { builtOn } from '@boardwork/shared/plan/import/savedImport.ts'
import type { SavedImport } from '@boardwork/shared/plan/import/savedImport.ts'
import { validateDraft } from '@boardwork/shared/plan/import/validateDraft.ts'
import { rowsIn } from '../../../access/readRows.ts'
import type { ReadRows } from '../../../access/readRows.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import type { PlanDifference } from './difference.results.ts'
import type { ImportRow } from './import.reads.ts'
import type { Plan } from '../plan.entity.ts'
import { readPlan } from '../plan.reads.ts'
import { readPlanNow, readPlanStanding, readStanding } from '../planNow.reads.ts'
import type { PlacedPlan } from '../planNow.reads.ts'

/** A plan beside a later version of its document. */
export interface Compared extends PlacedPlan {
  input: DifferenceInput
  difference: Difference
}

/** Compares a plan with a later version of its document; the last one that was saved into it is the earlier one. */
export async function comparePlan(
  rows: ReadRows,
  plan: Pick<Plan, 'boardId' | 'id' | 'title' | 'state'>,
  document: PlanDraft,
): Promise<Compared> {
  const placed = await readPlanNow(rows, plan.id, plan.title)
  const closings =
    plan.state === 'ADOPTED'
      ? await rows<{ startsOn: string }>(
          'select starts_on::text as "startsOn" from period_closing where board_id = $1',
          [plan.boardId],
        )
      : []
  const input = {
    earlier: await earlierDocument(rows, plan.id, placed.plan),
    document,
    plan: placed.plan,
    closed: new Set(closings.map(({ startsOn }) => startsOn)),
  }
  return { ...placed, input, difference: planDifference(input) }
}

async function earlierDocument(
  rows: ReadRows,
  planId: string,
  plan: PlanNow,
): Promise<EarlierDocument | null> {
  const [found] = await rows<{ draft: PlanDraft; ids: Record<string, string> | null }>(
    `select draft, saved -> 'ids' as ids from plan_import where plan_id = $1 and state = 'SAVED'
    order by saved_at desc, id desc limit 1`,
    [planId],
  )
  if (!found) return null
  const { draft, ids } = found
  return { draft, ids: ids ? new Map(Object.entries(ids)) : idsByText(draft, plan) }
}

/** What somebody saw of an item: another text once anything of it has changed. */
export function seenOf(item: Item): string {
  return createHash('sha256').update(JSON.stringify(item)).digest('base64url').slice(0, 16)
}

const mostItems = 12_000
const mostEditedHere = 200

/** What is different in an import that is a later version of a plan; null where it is none, or not in preview. */
export async function readDifference(
  context: RequestContext,
  started: ImportRow,
): Promise<PlanDifference | null> {
  if (started.state !== 'PREVIEW' || !started.intoPlanId) return null
  const plan = await readPlan(context, started.intoPlanId)
  const rows = rowsIn(context)
  const [kept] = await rows<{ draft: PlanDraft; choices: DifferenceChoices }>(
    'select draft, choices from plan_import where id = $1',
    [started.id],
  )
  if (!plan || !kept) return null
  const { input, difference } = await comparePlan(rows, plan, kept.draft)
  return {
    id: started.id,
    compared: input.earlier !== null,
    toMend: validateDraft(kept.draft).filter(({ level }) => level === 'error').length,
    items: difference.items.slice(0, mostItems).map((item) => ({
      ...item,
      seen: seenOf(item),
      rows: item.rows.map((row) => ({
        ...row,
        choice: choiceOf(row, kept.choices),
        chosen: row.cannotBecause === null && Object.hasOwn(kept.choices, row.key),
      })),
    })),
    editedHere: difference.editedHere.slice(0, mostEditedHere),
  }
}

const beforeUndo =
  'This import was saved before Boardwork kept what an import changes. So it cannot be undone.'

/** What was built on an import that was saved, as sentences; empty where it can be undone. */
export async function builtOnImport(
  rows: ReadRows,
  started: Pick<ImportRow, 'id'>,
  plan: Pick<Plan, 'id' | 'state' | 'version'>,
): Promise<string[]> {
  const [kept] = await rows<{ saved: SavedImport | null }>('select saved from plan_import where id = $1', [
    started.id,
  ])
  if (!kept?.saved) return [beforeUndo]
  const [later] = await rows<{ fileName: string }>(
    `select later.file_name as "fileName" from plan_import later, plan_import i
    where i.id = $1 and later.id <> i.id and (
      (later.state = 'SAVED' and later.plan_id = $2 and (later.saved_at, later.id) > (i.saved_at, i.id))
      or (later.state = 'PREVIEW' and later.into_plan_id = $2))
    order by later.state desc limit 1`,
    [started.id, plan.id],
  )
  if (later) return [`A later version was brought in: ${later.fileName}. Undo that first, or put it away.`]
  return builtOn(kept.saved, {
    plan: await readPlanStanding(rows, plan),
    standing: await readStanding(rows, plan.id),
  })
}
