/** A stretch of time for which somebody is expected somewhere. */
export interface Expectation {
  id: string
  startsAt: Date
  endsAt: Date
}

/** Whether two have a moment in common. One that ends when the other begins is no clash. */
export function clash(one: Omit<Expectation, 'id'>, other: Omit<Expectation, 'id'>): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt
}

/**
 * Of everything for which one person is expected: what clashes with what, by id, each list in the order of time.
 * Those that clash with nothing are not in it.
 */
export function clashes<Of extends Expectation>(expectations: readonly Of[]): Map<string, Of[]> {
  const inOrder = expectations.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
  const found = new Map<string, Of[]>()
  let open: Of[] = []
  for (const next of inOrder) {
    open = open.filter((one) => one.endsAt > next.startsAt)
    for (const one of open.filter((each) => clash(each, next))) {
      found.set(one.id, [...(found.get(one.id) ?? []), next])
      found.set(next.id, [...(found.get(next.id) ?? []), one])
    }
    open.push(next)
  }
  return found
}
