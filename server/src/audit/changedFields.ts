/** The fields that differ, as they were and as they are; null where none does. */
export function changedFields<Fields extends Record<string, unknown>>(
  before: Fields,
  after: Fields,
): { before: Partial<Fields>; after: Partial<Fields> } | null {
  const changed = Object.keys(before).filter((key) => before[key] !== after[key])
  if (changed.length === 0) return null
  const only = (fields: Fields): Partial<Fields> => {
    const picked: Partial<Fields> = {}
    for (const key of changed as (keyof Fields)[]) picked[key] = fields[key]
    return picked
  }
  return { before: only(before), after: only(after) }
}
