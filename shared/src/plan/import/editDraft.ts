import { DraftKeys, draftActionFieldNames, emptyAction, textsOfField } from './planDraft.ts'
import type {
  DraftAction,
  DraftActionField,
  DraftArea,
  DraftEvidence,
  DraftUnplaced,
  PlanDraft,
} from './planDraft.ts'
import type { SourcePlace } from '../../document/sourceDocument.ts'

// Each function returns a new draft and leaves the old one as it was. Where its key is unknown (two tabs, a
// double click) it returns the draft unchanged. Only the functions that take new text (editTitle, editArea,
// editAction) can take words away; all others move them.

const join = (a: string, b: string): string => (a === '' || b === '' ? a + b : `${a} ${b}`)

const changeArea = (
  draft: PlanDraft,
  areaKey: string,
  change: (area: DraftArea) => DraftArea,
): PlanDraft => ({
  ...draft,
  areas: draft.areas.map((area) => (area.key === areaKey ? change(area) : area)),
})

const changeAction = (
  draft: PlanDraft,
  actionKey: string,
  change: (action: DraftAction) => DraftAction,
): PlanDraft => ({
  ...draft,
  areas: draft.areas.map((area) =>
    area.actions.some((action) => action.key === actionKey)
      ? {
          ...area,
          actions: area.actions.map((action) => (action.key === actionKey ? change(action) : action)),
        }
      : area,
  ),
})

const areaOf = (draft: PlanDraft, actionKey: string): DraftArea | undefined =>
  draft.areas.find((area) => area.actions.some((action) => action.key === actionKey))

/** The action with this key. */
export function findAction(draft: PlanDraft, actionKey: string): DraftAction | undefined {
  return areaOf(draft, actionKey)?.actions.find((action) => action.key === actionKey)
}

export function editTitle(draft: PlanDraft, title: string): PlanDraft {
  return { ...draft, title }
}

export function editPeriod(draft: PlanDraft, period: string): PlanDraft {
  return { ...draft, period }
}

export function editArea(
  draft: PlanDraft,
  areaKey: string,
  change: Partial<Pick<DraftArea, 'reference' | 'theme' | 'title'>>,
): PlanDraft {
  return changeArea(draft, areaKey, (area) => ({ ...area, ...change }))
}

export function editAction(
  draft: PlanDraft,
  actionKey: string,
  change: Partial<Pick<DraftAction, DraftActionField>>,
): PlanDraft {
  return changeAction(draft, actionKey, (action) => ({ ...action, ...change }))
}

/** Adds an empty area at the end. Its key is the new draft's newest. */
export function addArea(draft: PlanDraft): PlanDraft {
  const keys = new DraftKeys(draft.lastKey)
  const area: DraftArea = { key: keys.next(), reference: '', theme: '', title: '', actions: [] }
  return { ...draft, areas: [...draft.areas, area], lastKey: keys.last }
}

/** Adds an empty action at the end of an area. Its key is the new draft's newest. */
export function addAction(draft: PlanDraft, areaKey: string): PlanDraft {
  return insertAction(draft, areaKey, '', undefined)
}

function insertAction(
  draft: PlanDraft,
  areaKey: string,
  title: string,
  source: SourcePlace | undefined,
): PlanDraft {
  if (!draft.areas.some((area) => area.key === areaKey)) return draft
  const keys = new DraftKeys(draft.lastKey)
  const action: DraftAction = {
    ...emptyAction(keys.next()),
    title,
    ...(source === undefined ? {} : { source }),
  }
  const added = changeArea(draft, areaKey, (area) => ({ ...area, actions: [...area.actions, action] }))
  return { ...added, lastKey: keys.last }
}

function trayOf(
  texts: readonly string[],
  source: SourcePlace | undefined,
  note: string,
  keys: DraftKeys,
): DraftUnplaced[] {
  return texts
    .filter((text) => text.trim() !== '')
    .map((text) => ({
      key: keys.next(),
      text,
      ...(source === undefined ? {} : { source }),
      kept: 'unplaced' as const,
      note,
    }))
}

function trayOfAction(action: DraftAction, keys: DraftKeys): DraftUnplaced[] {
  const texts = [
    join(action.reference, action.title),
    ...draftActionFieldNames
      .filter((field) => field !== 'reference' && field !== 'title')
      .flatMap((field) => textsOfField(action, field)),
  ]
  return trayOf(texts, action.source, 'From an action that you removed', keys)
}

/** Removes an action; its words go to the tray, title, evidence, deadlines and posts each on their own. */
export function removeAction(draft: PlanDraft, actionKey: string): PlanDraft {
  const action = findAction(draft, actionKey)
  if (action === undefined) return draft
  const keys = new DraftKeys(draft.lastKey)
  return {
    ...draft,
    areas: draft.areas.map((area) => ({
      ...area,
      actions: area.actions.filter(({ key }) => key !== actionKey),
    })),
    unplaced: [...draft.unplaced, ...trayOfAction(action, keys)],
    lastKey: keys.last,
  }
}

/** Removes an area and its actions; their words go to the tray. */
export function removeArea(draft: PlanDraft, areaKey: string): PlanDraft {
  const area = draft.areas.find(({ key }) => key === areaKey)
  if (area === undefined) return draft
  const keys = new DraftKeys(draft.lastKey)
  const areas = draft.areas.filter(({ key }) => key !== areaKey)
  const themeIsLeft = areas.some(({ theme }) => theme === area.theme)
  const texts = [...(themeIsLeft ? [] : [area.theme]), join(area.reference, area.title)]
  const tray = trayOf(texts, area.source, 'From an area that you removed', keys)
  const actions = area.actions.flatMap((action) => trayOfAction(action, keys))
  return { ...draft, areas, unplaced: [...draft.unplaced, ...tray, ...actions], lastKey: keys.last }
}

/** Moves an action to an area (its own too), before the action that stands at `index`; at the end without one. */
export function moveAction(draft: PlanDraft, actionKey: string, areaKey: string, index?: number): PlanDraft {
  const action = findAction(draft, actionKey)
  if (action === undefined || !draft.areas.some(({ key }) => key === areaKey)) return draft
  return {
    ...draft,
    areas: draft.areas.map((area) => {
      const actions = area.actions.filter(({ key }) => key !== actionKey)
      return {
        ...area,
        actions: area.key === areaKey ? actions.toSpliced(index ?? actions.length, 0, action) : actions,
      }
    }),
  }
}

/**
 * Joins an action to the one before it in its area, for a row that went on with the action above. Its number
 * becomes a word of the title again, since it was none. Unchanged for the first action of an area.
 */
export function mergeActionIntoPrevious(draft: PlanDraft, actionKey: string): PlanDraft {
  const area = areaOf(draft, actionKey)
  const index = area?.actions.findIndex(({ key }) => key === actionKey) ?? -1
  const action = area?.actions[index]
  const previous = area?.actions[index - 1]
  if (area === undefined || action === undefined || previous === undefined) return draft
  const merged: DraftAction = {
    ...previous,
    title: join(previous.title, join(action.reference, action.title)),
    responsible: [...previous.responsible, ...action.responsible],
    expectedEvidence: [...previous.expectedEvidence, ...action.expectedEvidence],
    outcome: join(previous.outcome, action.outcome),
    progress: join(previous.progress, action.progress),
    comments: join(previous.comments, action.comments),
    updates: [...previous.updates, ...action.updates],
    activities: [...previous.activities, ...action.activities],
  }
  return changeArea(draft, area.key, (old) => ({
    ...old,
    actions: old.actions.toSpliced(index - 1, 2, merged),
  }))
}

/** The start of the word at or after `at`, so that a split never cuts a word. */
function wordStart(text: string, at: number): number {
  let start = Math.max(0, Math.min(Math.trunc(at), text.length))
  while (
    start > 0 &&
    start < text.length &&
    !/\s/.test(text.charAt(start - 1)) &&
    !/\s/.test(text.charAt(start))
  )
    start += 1
  return start
}

/**
 * Splits one evidence sentence into two at a character; `deadlineAt` splits its deadline the same way, else the
 * deadline stays with the first. A place inside a word moves to the word's end.
 */
export function splitEvidence(
  draft: PlanDraft,
  actionKey: string,
  evidenceIndex: number,
  at: number,
  deadlineAt = Number.MAX_SAFE_INTEGER,
): PlanDraft {
  return changeAction(draft, actionKey, (action) => {
    const item = action.expectedEvidence[evidenceIndex]
    if (item === undefined) return action
    const text = wordStart(item.text, at)
    const deadline = wordStart(item.deadline, deadlineAt)
    const first = { text: item.text.slice(0, text).trim(), deadline: item.deadline.slice(0, deadline).trim() }
    const second = { text: item.text.slice(text).trim(), deadline: item.deadline.slice(deadline).trim() }
    const isEmpty = (part: DraftEvidence): boolean => part.text === '' && part.deadline === ''
    if (isEmpty(first) || isEmpty(second)) return action
    return { ...action, expectedEvidence: action.expectedEvidence.toSpliced(evidenceIndex, 1, first, second) }
  })
}

/** A field of an action that is one text, besides its title. */
export type PlaceText = 'outcome' | 'progress' | 'comments'

export type PlaceTarget = 'areaTitle' | 'actionTitle' | 'evidence' | 'deadline' | 'newAction' | PlaceText

/** Which area or action a text goes to, and which of its evidence items; without an item, a new one. */
export interface PlaceWhere {
  areaKey?: string
  actionKey?: string
  evidenceIndex?: number
}

/** Takes a text out of the tray and puts it at the end of a field, or makes a new action of it. */
export function placeUnplaced(
  draft: PlanDraft,
  key: string,
  target: PlaceTarget,
  where: PlaceWhere,
): PlanDraft {
  const rest = draft.unplaced.find((item) => item.key === key)
  if (rest === undefined) return draft
  const placed = place(draft, rest, target, where)
  return placed === draft
    ? draft
    : { ...placed, unplaced: placed.unplaced.filter((item) => item.key !== key) }
}

function place(
  draft: PlanDraft,
  rest: DraftUnplaced,
  target: PlaceTarget,
  { areaKey, actionKey, evidenceIndex }: PlaceWhere,
): PlanDraft {
  if (target === 'newAction')
    return areaKey === undefined ? draft : insertAction(draft, areaKey, rest.text, rest.source)
  if (target === 'areaTitle') {
    if (!draft.areas.some(({ key }) => key === areaKey)) return draft
    return changeArea(draft, areaKey ?? '', (area) => ({ ...area, title: join(area.title, rest.text) }))
  }
  const action = actionKey === undefined ? undefined : findAction(draft, actionKey)
  if (action === undefined) return draft
  if (target === 'actionTitle') {
    return changeAction(draft, action.key, (old) => ({ ...old, title: join(old.title, rest.text) }))
  }
  if (target === 'outcome' || target === 'progress' || target === 'comments') {
    return changeAction(draft, action.key, (old) => ({ ...old, [target]: join(old[target], rest.text) }))
  }
  const field = target === 'evidence' ? 'text' : 'deadline'
  const item = evidenceIndex === undefined ? undefined : action.expectedEvidence[evidenceIndex]
  if (evidenceIndex !== undefined && item === undefined) return draft
  const changed =
    item === undefined
      ? { text: '', deadline: '', [field]: rest.text }
      : { ...item, [field]: join(item[field], rest.text) }
  const expectedEvidence =
    item === undefined || evidenceIndex === undefined
      ? [...action.expectedEvidence, changed]
      : action.expectedEvidence.with(evidenceIndex, changed)
  return changeAction(draft, action.key, (old) => ({ ...old, expectedEvidence }))
}

/** Sets a text of the tray aside as not wanted in the plan, or brings it back with `aside` false. It stays in the draft. */
export function setAside(draft: PlanDraft, key: string, aside = true): PlanDraft {
  const kept = aside ? 'dropped' : 'unplaced'
  return { ...draft, unplaced: draft.unplaced.map((item) => (item.key === key ? { ...item, kept } : item)) }
}
