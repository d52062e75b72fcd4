import type { DraftAction, DraftActionField, DraftArea } from './planDraft.ts'
import type { SourcePlace } from '../../document/sourceDocument.ts'

/**
 * Where what was brought in comes from, as it is kept with a saved action or area. Each import that gave it words
 * adds one; for each field the last one that names it counts.
 */
export interface Origin {
  importId: string
  /** The key of the action or area in the draft of the import, in which its words stand as they were saved. */
  key: string
  /** An ISO moment. */
  broughtInAt: string
  /** Where the action or area begins; absent where somebody added it by hand in the preview. */
  source?: SourcePlace
  /** The fields that the import gave, each with the places of its words; no place is known for an empty list. */
  places: Partial<Record<OriginField, SourcePlace[]>>
  /** The fields that somebody has edited since. */
  changed: OriginField[]
}

export type OriginField = DraftActionField | 'theme'

const areaFields = ['reference', 'theme', 'title'] as const

/**
 * The origin of an action or area that is saved from the draft of an import.
 *
 * @param only the fields that the import gave, where the others stay as they were.
 */
export function originOf(
  importId: string,
  broughtInAt: Date,
  item: DraftAction | DraftArea,
  only?: readonly string[],
): Origin {
  const origin = wholeOrigin(importId, broughtInAt, item)
  if (!only) return origin
  const kept = Object.entries(origin.places).filter(([field]) => only.includes(field))
  return { ...origin, places: Object.fromEntries(kept) }
}

function wholeOrigin(importId: string, broughtInAt: Date, item: DraftAction | DraftArea): Origin {
  const { key, source } = item
  const at = { importId, key, broughtInAt: broughtInAt.toISOString(), changed: [], ...(source && { source }) }
  if ('theme' in item) return { ...at, places: known(areaFields.filter((field) => item[field] !== '')) }
  const fields = actionFields.filter((field) => item[field].length > 0)
  return { ...at, places: { ...known(fields), ...item.places } }
}

const actionFields = [
  'reference',
  'title',
  'expectedEvidence',
  'responsible',
  'outcome',
  'progress',
  'comments',
  'updates',
  'activities',
] as const satisfies DraftActionField[]

const known = (fields: readonly OriginField[]): Origin['places'] =>
  Object.fromEntries(fields.map((field) => [field, []]))

/** After an edit each field keeps its place, and it is known that its words are others now. */
export function originsAfterEdit(origins: readonly Origin[], edited: readonly string[]): Origin[] {
  return origins.map((origin) => ({
    ...origin,
    changed: [
      ...origin.changed,
      ...fieldsOf(origin).filter((field) => edited.includes(field) && !origin.changed.includes(field)),
    ],
  }))
}

/** Each field that was brought in, with the origin that counts for it. */
export function originsByField(origins: readonly Origin[]): { field: OriginField; origin: Origin }[] {
  const last = new Map<OriginField, Origin>()
  for (const origin of origins) for (const field of fieldsOf(origin)) last.set(field, origin)
  return [...last].map(([field, origin]) => ({ field, origin }))
}

function fieldsOf(origin: Origin): OriginField[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys forgets the keys
  return Object.keys(origin.places) as OriginField[]
}
