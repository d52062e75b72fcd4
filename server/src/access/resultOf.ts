import { createUnionType } from 'type-graphql'
import type { ClassType } from 'type-graphql'

/** A union of a record and refusals. Records may be plain rows; refusals are made with their class. */
export function resultOf<Kinds extends readonly ClassType[]>(
  name: string,
  description: string,
  kinds: Kinds,
) {
  const [record, ...refusals] = kinds
  return createUnionType({
    name,
    description,
    types: () => kinds,
    resolveType: (value) => refusals.find((refusal) => value instanceof refusal) ?? record,
  })
}
