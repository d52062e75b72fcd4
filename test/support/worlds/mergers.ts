import fc from 'fast-check'

const index = fc.nat(997)

/** Mergers, and who is made the lead of the organisation that another one became part of. */
export const mergersRecipe = fc.array(
  fc.record({ organisation: index, into: index, lead: fc.option(index, { freq: 3 }) }),
  { maxLength: 3 },
)
type Recipe = typeof mergersRecipe extends fc.Arbitrary<infer Drawn> ? Drawn : never

/** An organisation became part of another one; whoever is named leads the other one. */
export interface Merger {
  organisationId: string
  intoId: string
  leadId: string | null
}

/** Mergers in a region, without a circle: an organisation becomes part of one that stands later in the list. */
export function makeMergers(
  drawn: Recipe,
  organisations: readonly { id: string; regionId: string }[],
  people: readonly { id: string }[],
): Merger[] {
  const mergers = new Map<string, Merger>()
  for (const { organisation, into, lead } of drawn) {
    const place = organisation % organisations.length
    const one = organisations[place]
    const later = organisations.slice(place + 1).filter(({ regionId }) => regionId === one?.regionId)
    const other = later[into % later.length]
    if (!one || !other || mergers.has(one.id)) continue
    const person = lead === null ? undefined : people[lead % people.length]
    mergers.set(one.id, { organisationId: one.id, intoId: other.id, leadId: person?.id ?? null })
  }
  return [...mergers.values()]
}

interface MergerWorld {
  organisations: readonly { id: string; partOfId: string | null }[]
}

/** The organisations of which this one is part: the next first, then the one of which that is part. */
export function successorsOf({ organisations }: MergerWorld, organisationId: string): string[] {
  const next = organisations.find(({ id }) => id === organisationId)?.partOfId ?? null
  return next === null ? [] : [next, ...successorsOf({ organisations }, next)]
}
