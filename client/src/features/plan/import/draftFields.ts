import type { PlanDraft } from '@boardwork/shared/plan/import/planDraft.ts'

/** Makes a change to the draft under the name by which it can be undone. */
export type ChangeDraft = (label: string, make: (from: PlanDraft) => PlanDraft) => void

/** An agency of the board, to choose from. */
export interface Agency {
  id: string
  name: string
}

/** The key under which the form of an area itself opens. */
export const fieldsKey = (areaKey: string): string => `${areaKey}/fields`

/** Where on the page a field of a draft stands. */
export interface DraftField {
  controlId: string
  areaKey: string | null
  actionKey: string | null
}

/** The control for a path such as "areas.0.actions.2.title"; null where the draft has no such place any more. */
export function fieldOf(draft: PlanDraft, path: string): DraftField | null {
  const parts = path.split('.')
  if (parts[0] === 'title') return { controlId: 'plan-title', areaKey: null, actionKey: null }
  if (parts[0] === 'period' || parts[0] === 'statuses')
    return { controlId: parts[0], areaKey: null, actionKey: null }
  if (parts[0] === 'unplaced') return { controlId: 'tray', areaKey: null, actionKey: null }
  const area = draft.areas[Number(parts[1])]
  if (parts[0] !== 'areas' || parts.length < 2 || !area)
    return { controlId: 'areas', areaKey: null, actionKey: null }
  if (parts[2] !== 'actions')
    return { controlId: `${area.key}-${parts[2] ?? 'title'}`, areaKey: area.key, actionKey: null }
  const action = area.actions[Number(parts[3])]
  if (!action) return { controlId: `${area.key}-title`, areaKey: area.key, actionKey: null }
  return {
    controlId: [action.key, ...(parts.length > 4 ? parts.slice(4) : ['title'])].join('-'),
    areaKey: area.key,
    actionKey: action.key,
  }
}

/** The draft in what the API gives as plain JSON: the server keeps none that has not this form. */
export function draftOf(json: unknown): PlanDraft {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return json as PlanDraft
}
