import type { DraftUpdate } from './planDraft.ts'
import { areaFieldNames, updatesIn } from './planDifference.ts'
import type { DifferenceChoice, DifferenceInput, DifferenceRow, PlanDifference } from './planDifference.ts'
import { takenFrom } from '../planNow.ts'
import type { ActionNow, ActionText, AreaNow } from '../planNow.ts'

/** The choices that were made, by the keys of their rows. */
export type DifferenceChoices = Readonly<Record<string, DifferenceChoice>>

/** What happens to a row: what was chosen, else what is usual. */
export function choiceOf(row: DifferenceRow, choices: DifferenceChoices): DifferenceChoice {
  if (row.cannotBecause !== null) return 'KEEP'
  return choices[row.key] ?? row.usual
}

/** An action as it will stand; its key is its id, or the document's where it is new. */
export interface MergedAction extends ActionText {
  key: string
  isNew: boolean
  /** The updates that come with the document. */
  updates: DraftUpdate[]
}

export interface MergedArea extends Pick<AreaNow, 'key' | 'reference' | 'theme' | 'title'> {
  isNew: boolean
  actions: MergedAction[]
}

/** A plan after a later version of its document was brought in. What is not in it any more was removed. */
export interface MergedPlan {
  title: string
  areas: MergedArea[]
}

/**
 * Puts what the other list has and the first has not behind what precedes it in the other; the first keeps its order.
 */
function fillIn(first: readonly string[], other: readonly string[]): string[] {
  const there = new Set(first)
  const behind = new Map<string | undefined, string[]>()
  let last: string | undefined
  for (const key of other) {
    if (there.has(key)) last = key
    else behind.set(last, [...(behind.get(last) ?? []), key])
  }
  return [...(behind.get(undefined) ?? []), ...first.flatMap((key) => [key, ...(behind.get(key) ?? [])])]
}

/**
 * The plan with what was chosen of a later version of its document. An area of the document that an action needs
 * comes with it; one that the document leaves out goes only when nothing stays in it.
 */
export function mergeIntoPlan(
  { document, plan }: DifferenceInput,
  difference: PlanDifference,
  choices: DifferenceChoices,
): MergedPlan {
  const taken = new Set<string>()
  const fixed = new Set<string>()
  for (const row of difference.items.flatMap((item) => item.rows)) {
    if (choiceOf(row, choices) === 'TAKE') taken.add(row.key)
    if (row.cannotBecause !== null) fixed.add(row.key)
  }
  const keyOf = (item: { key: string }): string => difference.known.get(item.key) ?? item.key
  const inDocument = new Map(
    document.areas.flatMap((area) =>
      area.actions.map((action) => [keyOf(action), { action, areaKey: keyOf(area) }]),
    ),
  )

  const mergeAction = (now: ActionNow): MergedAction => {
    const theirs = inDocument.get(now.key)?.action
    const pick = <Field extends keyof ActionText>(field: Field): ActionText[Field] =>
      theirs && taken.has(`${now.key}/${field}`)
        ? // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the value of a field is of its type
          (takenFrom(field, theirs, now) as ActionText[Field])
        : now[field]
    return {
      key: now.key,
      isNew: false,
      reference: pick('reference'),
      title: pick('title'),
      expectedEvidence: pick('expectedEvidence'),
      responsible: pick('responsible'),
      outcome: pick('outcome'),
      progress: pick('progress'),
      comments: pick('comments'),
      activities: pick('activities'),
      updates: theirs
        ? updatesIn(document, theirs)
            .filter(({ period }) => taken.has(`${now.key}/update/${period.startsOn}`))
            .map(({ update }) => update)
        : [],
    }
  }

  const actions = new Map<string, MergedAction>()
  const placeOf = new Map<string, string>()
  for (const area of plan.areas)
    for (const now of area.actions) {
      if (taken.has(`${now.key}/gone`)) continue
      const target = inDocument.get(now.key)?.areaKey
      actions.set(now.key, mergeAction(now))
      placeOf.set(now.key, taken.has(`${now.key}/area`) && target !== undefined ? target : area.key)
    }
  for (const [key, { action, areaKey }] of inDocument) {
    if (!taken.has(`${key}/whole`)) continue
    const updates = updatesIn(document, action)
      .filter(({ period }) => !fixed.has(`${key}/update/${period.startsOn}`))
      .map(({ update }) => update)
    actions.set(key, { ...action, key, isNew: true, updates })
    placeOf.set(key, areaKey)
  }

  const filled = new Set(placeOf.values())
  const areaNow = new Map(plan.areas.map((area) => [area.key, area]))
  const areaInDocument = new Map(document.areas.map((area) => [keyOf(area), area]))
  const stays = (key: string): boolean =>
    filled.has(key) || (areaNow.has(key) ? !taken.has(`${key}/gone`) : taken.has(`${key}/whole`))
  const sequence = (isNewOrder: boolean, here: readonly string[], there: readonly string[]): string[] =>
    isNewOrder ? fillIn(there, here) : fillIn(here, there)

  const areaKeys = sequence(
    taken.has('plan/order'),
    plan.areas.map((area) => area.key).filter(stays),
    document.areas.map(keyOf).filter(stays),
  )
  const areas = areaKeys.flatMap((key): MergedArea[] => {
    const [now, theirs] = [areaNow.get(key), areaInDocument.get(key)]
    const text = now ?? theirs
    if (!text) return []
    const isHere = (actionKey: string): boolean => placeOf.get(actionKey) === key
    const order = sequence(
      now === undefined || taken.has(`${key}/order`),
      now?.actions.map((action) => action.key).filter(isHere) ?? [],
      theirs?.actions.map(keyOf).filter(isHere) ?? [],
    )
    const values = { reference: text.reference, theme: text.theme, title: text.title }
    for (const field of areaFieldNames)
      if (now && theirs && taken.has(`${key}/${field}`)) values[field] = theirs[field]
    return [
      {
        key,
        isNew: now === undefined,
        ...values,
        actions: order.flatMap((actionKey) => actions.get(actionKey) ?? []),
      },
    ]
  })
  return {
    title: taken.has('plan/title') ? document.title : plan.title,
    areas,
  }
}
