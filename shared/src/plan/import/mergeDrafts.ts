import { actionStatusName } from '../actionStatus.ts'
import { draftActionFieldNames, draftActionFields, textsOfItem } from './planDraft.ts'
import type { DraftAction, DraftActionField, DraftArea, DraftUnplaced, PlanDraft } from './planDraft.ts'

/** One field that stands differently in two versions of a draft; empty text where the item is not there. */
export interface DraftDifference {
  /** The key of the area, action or unplaced text and the field: "k5/title"; "title" for the plan's own. */
  path: string
  /** For people: "Action 1.1: what is to be done". */
  label: string
  mine: string
  theirs: string
}

export interface MergedDraft {
  draft: PlanDraft
  /** What both sides changed, each in its own way, in the order of the document. */
  conflicts: DraftDifference[]
}

type Side = 'mine' | 'theirs'

/** A field as text for people: a list has a line for each of its items. */
function fieldText(action: DraftAction, field: DraftActionField): string {
  const value = action[field]
  if (typeof value === 'string') return value
  return value.map((item) => textsOfItem(item).filter(Boolean).join(' — ')).join('\n')
}

const areaName = (area: DraftArea): string =>
  area.reference ? `Area ${area.reference}` : 'Area without a number'

const actionName = (action: DraftAction): string =>
  action.reference ? `Action ${action.reference}` : 'Action without a number'

/** Every field of a draft by its path, as text for people. */
function fieldsOf(draft: PlanDraft): Map<string, { label: string; text: string }> {
  const fields = new Map([
    ['title', { label: 'Title of the plan', text: draft.title }],
    ['period', { label: 'Period of the statuses', text: draft.period }],
    [
      'statuses',
      {
        label: 'What the statuses mean',
        text: draft.statuses.map(({ words, status }) => `${words}: ${actionStatusName[status]}`).join('\n'),
      },
    ],
  ])
  const add = (path: string, label: string, text: string) => fields.set(path, { label, text })
  for (const area of draft.areas) {
    add(`${area.key}/reference`, `${areaName(area)}: reference`, area.reference)
    add(`${area.key}/theme`, `${areaName(area)}: theme`, area.theme)
    add(`${area.key}/title`, `${areaName(area)}: title`, area.title)
    for (const action of area.actions) {
      add(`${action.key}/area`, `${actionName(action)}: its area`, areaName(area))
      for (const field of draftActionFieldNames)
        add(
          `${action.key}/${field}`,
          `${actionName(action)}: ${draftActionFields[field]}`,
          fieldText(action, field),
        )
    }
  }
  for (const rest of draft.unplaced)
    add(`${rest.key}/kept`, 'Unplaced text', rest.kept === 'dropped' ? `Set aside: ${rest.text}` : rest.text)
  return fields
}

/** Where two versions of a draft differ, field by field. */
export function draftDifferences(mine: PlanDraft, theirs: PlanDraft): DraftDifference[] {
  const [left, right] = [fieldsOf(mine), fieldsOf(theirs)]
  const paths = new Set([...left.keys(), ...right.keys()])
  return [...paths].flatMap((path) => {
    const [a, b] = [left.get(path), right.get(path)]
    if (a?.text === b?.text) return []
    return [{ path, label: a?.label ?? b?.label ?? path, mine: a?.text ?? '', theirs: b?.text ?? '' }]
  })
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

interface PlacedAction {
  action: DraftAction
  areaKey: string
}

function actionsOf(draft: PlanDraft): Map<string, PlacedAction> {
  return new Map(
    draft.areas.flatMap((area) => area.actions.map((action) => [action.key, { action, areaKey: area.key }])),
  )
}

/** Gives what was added to `mine` keys that the other side does not use. */
function withOwnKeys(base: PlanDraft, mine: PlanDraft, theirs: PlanDraft): PlanDraft {
  let last = Math.max(mine.lastKey, theirs.lastKey)
  const renew = (key: string): string => {
    if (Number(key.slice(1)) <= base.lastKey) return key
    last += 1
    return `k${last}`
  }
  const areas = mine.areas.map((area) => ({
    ...area,
    key: renew(area.key),
    actions: area.actions.map((action) => ({ ...action, key: renew(action.key) })),
  }))
  const unplaced = mine.unplaced.map((rest) => ({ ...rest, key: renew(rest.key) }))
  return { ...mine, areas, unplaced, lastKey: last }
}

/**
 * Brings together what two people made of the same draft. What only one of them changed is taken as it is; where
 * both changed a field, `choices` says whose stands, mine where it says nothing. What one removed and the other
 * changed stays. Of a new order inside an area, theirs counts.
 *
 * @param base the version from which both started.
 */
export function mergeDrafts(
  base: PlanDraft,
  mineGiven: PlanDraft,
  theirs: PlanDraft,
  choices: ReadonlyMap<string, Side> = new Map(),
): MergedDraft {
  const mine = withOwnKeys(base, mineGiven, theirs)
  const [mineFields, theirFields] = [fieldsOf(mine), fieldsOf(theirs)]
  const conflicts: DraftDifference[] = []

  const pick = <Value>(path: string, from: Value | undefined, a: Value, b: Value): Value => {
    if (same(a, b) || same(b, from)) return a
    if (same(a, from)) return b
    const [left, right] = [mineFields.get(path), theirFields.get(path)]
    conflicts.push({
      path,
      label: left?.label ?? right?.label ?? path,
      mine: left?.text ?? '',
      theirs: right?.text ?? '',
    })
    return choices.get(path) === 'theirs' ? b : a
  }
  const mergeFields = (
    key: string,
    from: DraftAction | undefined,
    a: DraftAction,
    b: DraftAction,
  ): Partial<DraftAction> =>
    Object.fromEntries(
      draftActionFieldNames.map((field) => [
        field,
        pick<unknown>(`${key}/${field}`, from?.[field], a[field], b[field]),
      ]),
    )
  /** What becomes of an item: gone where one side removed it and the other left it as it was. */
  const survivor = <Item>(
    from: Item | undefined,
    a: Item | undefined,
    b: Item | undefined,
    merge: (a: Item, b: Item) => Item,
  ): Item | undefined => {
    if (a !== undefined && b !== undefined) return merge(a, b)
    const left = a ?? b
    return from !== undefined && same(left, from) ? undefined : left
  }

  const title = pick('title', base.title, mine.title, theirs.title)
  const period = pick('period', base.period, mine.period, theirs.period)
  const statuses = pick('statuses', base.statuses, mine.statuses, theirs.statuses)

  const withoutActions = (area: DraftArea | undefined) => (area ? { ...area, actions: [] } : undefined)
  const areaIn = (draft: PlanDraft, key: string) =>
    withoutActions(draft.areas.find((area) => area.key === key))
  const areaKeys = [...new Set([...theirs.areas, ...mine.areas].map((area) => area.key))]
  const areas = new Map<string, DraftArea>()
  for (const key of areaKeys) {
    const from = areaIn(base, key)
    const area = survivor(from, areaIn(mine, key), areaIn(theirs, key), (a, b) => ({
      ...b,
      reference: pick(`${key}/reference`, from?.reference, a.reference, b.reference),
      theme: pick(`${key}/theme`, from?.theme, a.theme, b.theme),
      title: pick(`${key}/title`, from?.title, a.title, b.title),
    }))
    if (area) areas.set(key, area)
  }

  const [fromActions, mineActions, theirActions] = [actionsOf(base), actionsOf(mine), actionsOf(theirs)]
  for (const key of new Set([...theirActions.keys(), ...mineActions.keys()])) {
    const from = fromActions.get(key)
    const placed = survivor(from, mineActions.get(key), theirActions.get(key), (a, b) => ({
      areaKey: pick(`${key}/area`, from?.areaKey, a.areaKey, b.areaKey),
      action: {
        ...b.action,
        ...mergeFields(key, from?.action, a.action, b.action),
      },
    }))
    if (!placed) continue
    // An area that one side removed comes back when the other put an action into it.
    const area = areas.get(placed.areaKey) ?? areaIn(theirs, placed.areaKey) ?? areaIn(mine, placed.areaKey)
    if (area) areas.set(area.key, { ...area, actions: [...area.actions, placed.action] })
  }

  const restIn = (draft: PlanDraft) => new Map(draft.unplaced.map((rest) => [rest.key, rest]))
  const [fromRest, mineRest, theirRest] = [restIn(base), restIn(mine), restIn(theirs)]
  const unplaced: DraftUnplaced[] = []
  for (const key of new Set([...theirRest.keys(), ...mineRest.keys()])) {
    const [from, a, b] = [fromRest.get(key), mineRest.get(key), theirRest.get(key)]
    // Text that one side placed is placed, also when the other only set it aside.
    if (from && (!a || !b)) continue
    const rest = a && b ? (same(a, from) ? b : a) : (a ?? b)
    if (rest) unplaced.push(rest)
  }

  const order = new Map(areaKeys.map((key, index) => [key, index]))
  const inOrder = [...areas.values()].toSorted((a, b) => (order.get(a.key) ?? 0) - (order.get(b.key) ?? 0))
  return { draft: { title, period, statuses, areas: inOrder, unplaced, lastKey: mine.lastKey }, conflicts }
}
