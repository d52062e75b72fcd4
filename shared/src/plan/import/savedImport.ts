import type { DocumentLayout } from '../documentStyle.ts'
import type { MergedAction, MergedArea, MergedPlan } from './mergeIntoPlan.ts'
import { actionTextFields, areaFieldNames } from './planDifference.ts'
import { saysTheSame } from '../planNow.ts'
import type { ActionText, ActionTextField, AreaNow, PlanNow } from '../planNow.ts'
import type { Origin } from './origin.ts'
import type { PlanState } from '../planState.ts'

/** How much of an area or an action stands in a plan at one moment, and whether it was changed. */
export interface Standing {
  version: number
  /** What hangs on it, such as comments: a text that changes with each of them. */
  hangs: string
}

/** What an import changed when it was saved, so that it can be undone. */
export interface SavedImport {
  /** The ids in the plan by the keys of the draft. */
  ids: Record<string, string>
  counts: ImportCounts
  /** The plan as the import left it. */
  plan: Standing & { state: PlanState }
  /** The areas and actions that it made or changed, as it left them. */
  left: Record<string, Standing>
  /** Null where it made the plan. */
  before: BeforeImport | null
}

/** How many areas and actions an import changed, and how many updates it brought along. */
export interface ImportCounts {
  added: number
  changed: number
  moved: number
  gone: number
  updates: number
}

/** What stood before an import was saved. */
export interface BeforeImport {
  /** Absent where it stayed. */
  title?: string
  made: string[]
  /** The areas that it changed or removed. */
  areas: Record<string, Pick<AreaNow, 'reference' | 'theme' | 'title'>>
  /** The actions that it changed, moved or removed. */
  actions: Record<string, ActionText & { areaId: string }>
  /** The places of areas in their plan, and of actions in their areas, where it changed them. */
  positions: Record<string, number>
  /** What the plan went out as; null where it had no document. */
  layout: DocumentLayout | null
  /** Where what it changed or removed came from, by id. */
  origins: Record<string, Origin[]>
  /** The versions of the plan and of what it changed or removed. */
  versions: Record<string, number>
}

/** What stands today of a plan in which an import was saved. */
export interface SinceImport {
  plan: Standing & { state: PlanState }
  /** The areas and actions of the plan, those of the import among them. */
  standing: ReadonlyMap<string, Standing & { name: string }>
}

const mostNamed = 10

/**
 * What was built on an import since it was saved, as sentences: then it cannot be undone any more. Empty where it can.
 */
export function builtOn(saved: SavedImport, since: SinceImport): string[] {
  const sentences: string[] = []
  if (since.plan.state !== saved.plan.state) sentences.push('The plan was adopted.')
  else if (since.plan.version !== saved.plan.version) sentences.push('The title of the plan was changed.')
  // A milestone of the whole plan is built on the import that made the plan, and not on one that changed parts of it.
  if (saved.before === null && since.plan.hangs !== saved.plan.hangs)
    sentences.push('Somebody added a milestone or a review to the plan, or changed one.')

  const built = new Set<string>()
  for (const [id, left] of Object.entries(saved.left)) {
    const now = since.standing.get(id)
    if (!now) built.add('Something that it brought in was removed.')
    else if (now.version !== left.version) built.add(`“${now.name}” was changed.`)
    else if (now.hangs !== left.hangs)
      built.add(`Somebody worked on “${now.name}”: reported or commented on it, shared it, or added to it.`)
  }
  if (saved.before === null)
    for (const [id, { name }] of since.standing)
      if (!Object.hasOwn(saved.left, id)) built.add(`“${name}” was added.`)
  const rest = built.size - mostNamed
  return [
    ...sentences,
    ...[...built].slice(0, mostNamed),
    ...(rest > 0 ? [`The same is true of ${rest} more.`] : []),
  ]
}

/**
 * The plan as it was before an import, with what was edited elsewhere in it since.
 *
 * @param positions the places of today, of areas in their plan and of actions in their areas.
 */
export function planBefore(
  plan: PlanNow,
  positions: ReadonlyMap<string, number>,
  before: Omit<BeforeImport, 'versions' | 'layout' | 'origins'>,
): MergedPlan {
  const made = new Set(before.made)
  const place = (key: string): number => before.positions[key] ?? positions.get(key) ?? 0
  const inOrder = <Item extends { key: string }>(items: Item[]): Item[] =>
    items.toSorted((a, b) => place(a.key) - place(b.key))

  const actions = new Map<string, MergedAction[]>()
  const put = (action: MergedAction, areaId: string): void => {
    actions.set(areaId, [...(actions.get(areaId) ?? []), action])
  }
  const left = new Map(Object.entries(before.actions))
  for (const area of plan.areas)
    for (const action of area.actions) {
      const was = left.get(action.key)
      left.delete(action.key)
      if (made.has(action.key)) continue
      put({ ...(was ?? action), key: action.key, isNew: false, updates: [] }, was?.areaId ?? area.key)
    }
  for (const [key, was] of left) put({ ...was, key, isNew: true, updates: [] }, was.areaId)

  const standing = new Set(plan.areas.map((area) => area.key))
  const areas: Omit<MergedArea, 'actions'>[] = [
    ...plan.areas.map((area) => ({ ...area, ...before.areas[area.key], isNew: false })),
    ...Object.entries(before.areas)
      .filter(([key]) => !standing.has(key))
      .map(([key, was]) => ({ ...was, key, isNew: true })),
  ]
  return {
    title: before.title ?? plan.title,
    areas: inOrder(areas.filter(({ key }) => !made.has(key))).map((area) => ({
      ...area,
      actions: inOrder(actions.get(area.key) ?? []),
    })),
  }
}

/** Of two plans, what the first had that the second changed, moved or removed. */
export function beforeImport(
  plan: PlanNow,
  positions: ReadonlyMap<string, number>,
  after: MergedPlan,
): Omit<BeforeImport, 'versions' | 'layout' | 'origins'> {
  const before: Omit<BeforeImport, 'versions' | 'layout' | 'origins'> = {
    made: [],
    areas: {},
    actions: {},
    positions: {},
  }
  if (after.title !== plan.title) before.title = plan.title
  const areas = new Map(after.areas.map((area) => [area.key, area]))
  const actions = new Map(
    after.areas.flatMap((area) => area.actions.map((action) => [action.key, { action, areaId: area.key }])),
  )
  const places = new Map(
    after.areas.flatMap((area, index) => [
      [area.key, index] as const,
      ...area.actions.map((action, place) => [action.key, place] as const),
    ]),
  )
  const keepPosition = (key: string, isElsewhere: boolean): void => {
    const position = positions.get(key)
    if (position !== undefined && (isElsewhere || places.get(key) !== position))
      before.positions[key] = position
  }
  for (const area of plan.areas) {
    const { key, reference, theme, title } = area
    const then = areas.get(key)
    if (!then || areaFieldNames.some((field) => !saysTheSame(area[field], then[field])))
      before.areas[key] = { reference, theme, title }
    keepPosition(key, !then)
    for (const action of area.actions) {
      const isThen = actions.get(action.key)
      const isElsewhere = isThen?.areaId !== key
      if (isElsewhere || changedFields(action, isThen.action).length > 0)
        before.actions[action.key] = { ...textOf(action), areaId: key }
      keepPosition(action.key, isElsewhere)
    }
  }
  const here = new Set(plan.areas.flatMap((area) => [area.key, ...area.actions.map((action) => action.key)]))
  before.made = [...areas.keys(), ...actions.keys()].filter((key) => !here.has(key))
  return before
}

const textOf = (action: ActionText): ActionText => ({
  reference: action.reference,
  title: action.title,
  expectedEvidence: action.expectedEvidence,
  responsible: action.responsible,
  outcome: action.outcome,
  progress: action.progress,
  comments: action.comments,
  activities: action.activities,
})

/** The fields in which two versions of an action say something else. */
export function changedFields(a: ActionText, b: ActionText): ActionTextField[] {
  return actionTextFields.filter((field) => !saysTheSame(a[field], b[field]))
}

/**
 * An import that was saved earlier, once a later one was undone: what stood then stands again, under new versions.
 *
 * @param versions today's, by id; the plan's under its own id.
 */
export function onceLaterUndone(
  saved: SavedImport,
  planId: string,
  before: BeforeImport,
  versions: ReadonlyMap<string, number>,
): SavedImport {
  const renewed = (id: string, version: number): number =>
    before.versions[id] === version ? (versions.get(id) ?? version) : version
  return {
    ...saved,
    plan: { ...saved.plan, version: renewed(planId, saved.plan.version) },
    left: Object.fromEntries(
      Object.entries(saved.left).map(([id, { version, hangs }]) => [
        id,
        { version: renewed(id, version), hangs },
      ]),
    ),
  }
}
