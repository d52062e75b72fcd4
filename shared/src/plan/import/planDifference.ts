import { actionStatusName } from '../actionStatus.ts'
import { meaningOf, percentOf, periodOf } from './draftUpdates.ts'
import { matchItems } from './matchItems.ts'
import type { Matchable } from './matchItems.ts'
import { draftActionFields } from './planDraft.ts'
import type { DraftAction, DraftArea, DraftUpdate, PlanDraft } from './planDraft.ts'
import { saysTheSame, takenFrom, textFor, textOfUpdate } from '../planNow.ts'
import type {
  ActionNow,
  ActionText,
  ActionTextField,
  ActionTextValue,
  AreaNow,
  PlanNow,
  UpdateNow,
} from '../planNow.ts'

/** Whose text stands after a later version of the document was brought in. */
export const DifferenceChoice = { TAKE: 'TAKE', KEEP: 'KEEP' } as const
export type DifferenceChoice = (typeof DifferenceChoice)[keyof typeof DifferenceChoice]

export const DifferenceKind = { ADDED: 'ADDED', CHANGED: 'CHANGED', MOVED: 'MOVED', GONE: 'GONE' } as const
export type DifferenceKind = (typeof DifferenceKind)[keyof typeof DifferenceKind]

/** One thing that can be taken from the document or left as it is in the plan. */
export interface DifferenceRow {
  /** What it is about and the field: "019…/title"; it stays the same while the import is looked through. */
  key: string
  /** For people: "What is to be done". */
  label: string
  /** The text of the earlier document; null where there is none to compare with. */
  earlier: string | null
  plan: string
  document: string
  /** Whether it was changed here as well since the earlier document. */
  bothChanged: boolean
  /** What happens unless somebody chooses. */
  usual: DifferenceChoice
  /** Why it cannot be taken; null where it can. */
  cannotBecause: string | null
}

/** The plan itself, an area or an action that differs from the new document. */
export interface DifferenceItem {
  /** The id of what stands in the plan, or the draft's key of what is new. */
  key: string
  kind: DifferenceKind
  what: 'PLAN' | 'AREA' | 'ACTION'
  isInPlan: boolean
  name: string
  /** For an action, the area in which it stands in the plan, or would. */
  areaName: string
  rows: DifferenceRow[]
}

/** What was changed in the plan alone: the two documents agree, so it stays. */
export interface EditedHere {
  name: string
  labels: string[]
}

export interface PlanDifference {
  items: DifferenceItem[]
  editedHere: EditedHere[]
  /** The id of what stands in the plan by the key of what means the same in the new document. */
  known: ReadonlyMap<string, string>
}

/** A document that came before, with the ids in the plan by the keys in its draft. */
export interface EarlierDocument {
  draft: PlanDraft
  ids: ReadonlyMap<string, string>
}

export interface DifferenceInput {
  /** Null where the plan was not brought in. */
  earlier: EarlierDocument | null
  document: PlanDraft
  plan: PlanNow
  /** The first days of the periods that are closed, in which nothing can be reported any more. */
  closed: ReadonlySet<string>
}

export const actionTextFields = [
  'title',
  'reference',
  'expectedEvidence',
  'responsible',
  'outcome',
  'progress',
  'comments',
  'activities',
] as const satisfies ActionTextField[]
const areaFields = { title: 'what is to be improved', reference: 'reference', theme: 'theme' } as const
export type AreaField = keyof typeof areaFields
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a constant of our own has no other keys
export const areaFieldNames = Object.keys(areaFields) as AreaField[]

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const longestName = 200

/** How an area or an action is called: by its number and its title. */
export function nameOfItem({ reference, title }: Pick<Matchable, 'reference' | 'title'>): string {
  const name = `${reference} ${title}`.trim().replaceAll(/\s+/g, ' ')
  return name.length > longestName ? `${name.slice(0, longestName).trimEnd()}…` : name
}

/** What stands where, in the plan and in both documents. */
interface Known {
  ids: Map<string, string>
  /** What the earlier document had for something of the new one. */
  earlier: Map<string, { area: DraftArea; action?: DraftAction }>
}

interface InDraft {
  area: DraftArea
  action?: DraftAction
}

/**
 * The ids in the plan of what stands in a document that was brought in before they were kept.
 */
export function idsByText(draft: PlanDraft, plan: PlanNow): Map<string, string> {
  return knownOf({ earlier: null, document: draft, plan, closed: new Set() }).ids
}

function knownOf({ earlier, document, plan }: DifferenceInput): Known {
  const known: Known = { ids: new Map(), earlier: new Map() }
  const actionsIn = (areas: readonly DraftArea[]): Required<InDraft>[] =>
    areas.flatMap((area) => area.actions.map((action) => ({ area, action })))
  const actionsNow = plan.areas.flatMap((area) => area.actions.map((action) => ({ area, action })))
  pair(
    earlier?.draft.areas.map((area) => ({ area })) ?? [],
    document.areas.map((area) => ({ area })),
    plan.areas.map((area) => ({ ...area, within: '' })),
  )
  pair(
    actionsIn(earlier?.draft.areas ?? []),
    actionsIn(document.areas),
    actionsNow.map(({ area, action }) => ({ ...action, within: area.title })),
  )
  return known

  function pair(before: InDraft[], after: InDraft[], now: (Matchable & { key: string })[]): void {
    const place = ({ area, action }: InDraft): Matchable & { key: string } =>
      action ? { ...action, within: area.title } : area
    const ids = new Set(now.map((item) => item.key))
    const sameInEarlier = matchItems(before.map(place), after.map(place))
    const left: InDraft[] = []
    for (const [index, item] of after.entries()) {
      const partner = before[sameInEarlier.get(index) ?? -1]
      const id = partner && earlier?.ids.get(place(partner).key)
      if (partner) known.earlier.set(place(item).key, partner)
      if (id !== undefined && ids.delete(id)) known.ids.set(place(item).key, id)
      else if (!partner) left.push(item)
    }
    // What has another title here than in the earlier document, or was added here, may be new in this one.
    const rest = now.filter((item) => ids.has(item.key))
    const earlierById = new Map(before.map((item) => [earlier?.ids.get(place(item).key), item]))
    for (const [index, other] of matchItems(rest, left.map(place))) {
      const [item, id] = [left[index], rest[other]?.key]
      if (!item || id === undefined) continue
      known.ids.set(place(item).key, id)
      const was = earlierById.get(id)
      if (was) known.earlier.set(place(item).key, was)
    }
  }
}

/** Whether two lists have their common members in the same order. */
function sameOrder(a: readonly string[], b: readonly string[]): boolean {
  const [inA, inB] = [new Set(a), new Set(b)]
  const rest = b.filter((key) => inA.has(key))
  return a.filter((key) => inB.has(key)).every((key, index) => key === rest[index])
}

/**
 * Where a later version of a document differs from the plan: what is new in it, what it changed, moved or leaves out.
 * A field that was changed in the plan alone, where both documents agree, is no difference.
 */
export function planDifference(input: DifferenceInput): PlanDifference {
  const { earlier, document, plan, closed } = input
  const known = knownOf(input)
  const editedHere: EditedHere[] = []
  const added: DifferenceItem[] = []
  const gone: DifferenceItem[] = []
  const areaNow = new Map(plan.areas.map((area) => [area.key, area]))
  const actionNow = new Map(
    plan.areas.flatMap((area) => area.actions.map((action) => [action.key, { area, action }])),
  )
  const earlierIds = (items: readonly { key: string }[]): string[] =>
    items.flatMap((item) => earlier?.ids.get(item.key) ?? [])

  /** Collects the rows of one item, and what was edited here alone. */
  const compare = (item: Omit<DifferenceItem, 'kind' | 'rows'>) => {
    const rows: DifferenceRow[] = []
    const labels: string[] = []
    return {
      row: (row: Omit<DifferenceRow, 'key'>, field: string) =>
        rows.push({ ...row, key: `${item.key}/${field}` }),
      editedHere: (label: string) => labels.push(label),
      /**
       * Compares one field. `taken` is what would stand once the document's is taken, and `takenBefore` the same of
       * the earlier document; `was` is undefined where there is none.
       */
      field: (
        name: string,
        label: string,
        values: {
          was: ActionTextValue | undefined
          now: ActionTextValue
          document: ActionTextValue
          taken?: ActionTextValue
          takenBefore?: ActionTextValue | undefined
        },
      ) => {
        const { was, now } = values
        const isEdited = was !== undefined && !saysTheSame(values.takenBefore ?? was, now)
        if (saysTheSame(values.taken ?? values.document, now)) return
        if (was !== undefined && saysTheSame(was, values.document)) {
          labels.push(label)
          return
        }
        const texts = { plan: textFor(now), document: textFor(values.document) }
        // What the document leaves empty it may only not have asked for; without an earlier one nobody knows who
        // changed it.
        const isSafe = was === undefined ? texts.plan === '' : !isEdited && texts.document !== ''
        rows.push({
          key: `${item.key}/${name}`,
          label: capital(label),
          earlier: was === undefined ? null : textFor(was),
          ...texts,
          bothChanged: isEdited,
          usual: isSafe ? 'TAKE' : 'KEEP',
          cannotBecause: null,
        })
      },
      end: () => {
        if (labels.length > 0) editedHere.push({ name: item.name, labels })
        if (rows.length === 0) return
        const isMove = rows.every(({ key }) => /\/(?:area|reference|order)$/.test(key))
        added.push({ ...item, kind: isMove ? 'MOVED' : 'CHANGED', rows })
      },
    }
  }

  /** Compares the order of what stands in both. */
  const compareOrder = (
    compared: ReturnType<typeof compare>,
    label: string,
    was: readonly string[],
    now: readonly string[],
    then: readonly string[],
    nameOf: (key: string) => string,
  ) => {
    if (sameOrder(now, then)) return
    const isEdited = earlier !== null && !sameOrder(was, now)
    if (isEdited && sameOrder(was, then)) {
      compared.editedHere(label)
      return
    }
    const text = (keys: readonly string[], others: readonly string[]): string =>
      keys
        .filter((key) => others.includes(key))
        .map(nameOf)
        .join('\n')
    compared.row(
      {
        label: capital(label),
        earlier: earlier && text(was, now),
        plan: text(now, then),
        document: text(then, now),
        bothChanged: isEdited,
        usual: earlier && !isEdited ? 'TAKE' : 'KEEP',
        cannotBecause: null,
      },
      'order',
    )
  }

  const whole = compare({
    key: 'plan',
    what: 'PLAN',
    isInPlan: true,
    name: plan.title,
    areaName: '',
  })
  if (document.title.trim() !== '')
    whole.field('title', 'title of the plan', {
      was: earlier?.draft.title,
      now: plan.title,
      document: document.title,
    })
  compareOrder(
    whole,
    'order of the areas',
    earlierIds(earlier?.draft.areas ?? []),
    plan.areas.map((area) => area.key),
    document.areas.flatMap((area) => known.ids.get(area.key) ?? []),
    (key) => nameOfItem(areaNow.get(key) ?? { reference: '', title: '' }),
  )
  whole.end()

  for (const area of document.areas) {
    const id = known.ids.get(area.key)
    const now = areaNow.get(id ?? '')
    const was = known.earlier.get(area.key)?.area
    if (!now) added.push(newItem(area, 'AREA', '', [area.theme], was !== undefined))
    else compareArea(area, now, was)
    for (const action of area.actions) compareActionIn(area, action)
  }

  function compareArea(area: DraftArea, now: AreaNow, was: DraftArea | undefined): void {
    const compared = compare({
      key: now.key,
      what: 'AREA',
      isInPlan: true,
      name: nameOfItem(now),
      areaName: '',
    })
    for (const field of areaFieldNames)
      compared.field(field, areaFields[field], {
        was: was?.[field],
        now: now[field],
        document: area[field],
      })
    compareOrder(
      compared,
      'order of the actions',
      earlierIds(was?.actions ?? []),
      now.actions.map((action) => action.key),
      area.actions.flatMap((action) => known.ids.get(action.key) ?? []),
      (key) => nameOfItem(actionNow.get(key)?.action ?? { reference: '', title: '' }),
    )
    compared.end()
  }

  function compareActionIn(area: DraftArea, action: DraftAction): void {
    const now = actionNow.get(known.ids.get(action.key) ?? '')
    const was = known.earlier.get(action.key)
    const areaId = known.ids.get(area.key)
    if (!now) {
      const item = newItem(
        action,
        'ACTION',
        nameOfItem(areaNow.get(areaId ?? '') ?? area),
        [
          ...restOfAction(action),
          ...action.updates.map((update) => Object.values(update).filter(Boolean).join(' — ')),
        ],
        was !== undefined,
      )
      for (const { update, period } of updatesIn(document, action))
        if (closed.has(period.startsOn)) item.rows.push(closedRow(item.key, document, update))
      added.push(item)
      return
    }
    const compared = compare({
      key: now.action.key,
      what: 'ACTION',
      isInPlan: true,
      name: nameOfItem(now.action),
      areaName: nameOfItem(now.area),
    })
    for (const field of actionTextFields)
      compared.field(field, draftActionFields[field], {
        was: was?.action?.[field],
        now: now.action[field],
        document: action[field],
        taken: takenFrom(field, action, now.action),
        takenBefore: was?.action && takenFrom(field, was.action, now.action),
      })
    if (areaId !== now.area.key) {
      const wasIn = was && earlier?.ids.get(was.area.key)
      const isEdited = was !== undefined && wasIn !== now.area.key
      const bothAgree = was !== undefined && known.earlier.get(area.key)?.area === was.area
      if (bothAgree) compared.editedHere('area')
      else
        compared.row(
          {
            label: 'Area',
            earlier: was ? nameOfItem(was.area) : null,
            plan: nameOfItem(now.area),
            document: nameOfItem(area),
            bothChanged: isEdited,
            usual: was && !isEdited ? 'TAKE' : 'KEEP',
            cannotBecause: null,
          },
          'area',
        )
    }
    compareUpdates(compared, action, now.action, was?.action)
    compared.end()
  }

  function compareUpdates(
    compared: ReturnType<typeof compare>,
    action: DraftAction,
    now: ActionNow,
    was: DraftAction | undefined,
  ): void {
    const before = was && earlier ? updatesIn(earlier.draft, was) : []
    for (const { update, period } of updatesIn(document, action)) {
      const text = updateText(document, update)
      const inEarlier = before.find((each) => each.period.startsOn === period.startsOn)
      const earlierText = inEarlier && earlier ? updateText(earlier.draft, inEarlier.update) : null
      const standing = now.updates.find((each) => isOf(each, period))
      if (standing && (saysTheSame(standing.text, text) || earlierText === text)) continue
      if (!standing && closed.has(period.startsOn)) {
        if (earlierText !== text) compared.row(closedRow('', document, update), `update/${period.startsOn}`)
        continue
      }
      compared.row(
        {
          label: `Progress update for ${period.name}`,
          earlier: earlier === null ? null : (earlierText ?? ''),
          plan: standing?.text ?? '',
          document: text,
          bothChanged: false,
          usual: standing || earlierText === text ? 'KEEP' : 'TAKE',
          cannotBecause: standing
            ? `The plan has an update for ${period.name} already, and what was reported stays as it is.`
            : null,
        },
        `update/${period.startsOn}`,
      )
    }
  }

  if (earlier) {
    const stillThere = new Set(known.ids.values())
    const wasThere = new Set(earlier.ids.values())
    const isGone = (key: string): boolean => wasThere.has(key) && !stillThere.has(key)
    for (const area of plan.areas) {
      if (isGone(area.key)) gone.push(goneItem(area, 'AREA', '', area.theme))
      for (const action of area.actions)
        if (isGone(action.key))
          gone.push(goneItem(action, 'ACTION', nameOfItem(area), restOfAction(action).join('\n')))
    }
  }
  return { items: [...added, ...gone], editedHere, known: known.ids }
}

/** What an action says besides its number and title. */
function restOfAction(action: ActionText): string[] {
  return actionTextFields
    .filter((field) => field !== 'title' && field !== 'reference')
    .map((field) => textFor(action[field]))
    .filter(Boolean)
}

/** Something that the plan does not have. What the earlier document had too was left out on purpose. */
function newItem(
  item: DraftArea | DraftAction,
  what: 'AREA' | 'ACTION',
  areaName: string,
  texts: readonly string[],
  wasInEarlier: boolean,
): DifferenceItem {
  return {
    key: item.key,
    kind: 'ADDED',
    what,
    isInPlan: false,
    name: nameOfItem(item),
    areaName,
    rows: [
      {
        key: `${item.key}/whole`,
        label: what === 'AREA' ? 'Area' : 'Action',
        earlier: null,
        plan: '',
        document: [`${item.reference} ${item.title}`.trim(), ...texts].filter(Boolean).join('\n'),
        bothChanged: false,
        usual: wasInEarlier ? 'KEEP' : 'TAKE',
        cannotBecause: null,
      },
    ],
  }
}

function goneItem(
  item: AreaNow | ActionNow,
  what: 'AREA' | 'ACTION',
  areaName: string,
  rest: string,
): DifferenceItem {
  const text = [`${item.reference} ${item.title}`.trim(), rest].filter(Boolean).join('\n')
  return {
    key: item.key,
    kind: 'GONE',
    what,
    isInPlan: true,
    name: nameOfItem(item),
    areaName,
    rows: [
      {
        key: `${item.key}/gone`,
        label: what === 'AREA' ? 'Area' : 'Action',
        earlier: null,
        plan: text,
        document: '',
        bothChanged: false,
        usual: 'KEEP',
        cannotBecause: item.staysBecause,
      },
    ],
  }
}

type Period = NonNullable<ReturnType<typeof periodOf>>

/** The updates of an action whose period is known; what has none yet has to be mended first. */
export function updatesIn(draft: PlanDraft, action: DraftAction): { update: DraftUpdate; period: Period }[] {
  return action.updates.flatMap((update) => {
    const period = periodOf(draft, update)
    return period ? [{ update, period }] : []
  })
}

/** An action has one update that ends on a day. */
const isOf = (standing: UpdateNow, period: Period): boolean =>
  standing.startsOn === period.startsOn || standing.endsOn === period.endsOn

function closedRow(itemKey: string, draft: PlanDraft, update: DraftUpdate): DifferenceRow {
  const period = periodOf(draft, update)
  return {
    key: `${itemKey}/update/${period?.startsOn ?? ''}`,
    label: `Progress update for ${period?.name ?? ''}`,
    earlier: null,
    plan: '',
    document: updateText(draft, update),
    bothChanged: false,
    usual: 'KEEP',
    cannotBecause: `${period?.name ?? ''} is closed, and what the board read of it stays as it is.`,
  }
}

function updateText(draft: PlanDraft, update: DraftUpdate): string {
  const status = meaningOf(draft, update.status)
  return textOfUpdate({
    ...update,
    status: status ? actionStatusName[status] : update.status,
    percentComplete: percentOf(update),
  })
}
