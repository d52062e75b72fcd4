import { Kind } from 'graphql'
import type { GraphQLResolveInfo, SelectionSetNode } from 'graphql'

/** The names of all fields that are asked for below the field that is being resolved, at any depth. */
export function fieldsAsked(info: GraphQLResolveInfo): Set<string> {
  const names = new Set<string>()
  const fragments = new Set<string>()
  const collect = (set: SelectionSetNode | undefined): void => {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const name = selection.name.value
        if (fragments.has(name)) continue
        fragments.add(name)
        collect(info.fragments[name]?.selectionSet)
      } else {
        if (selection.kind === Kind.FIELD) names.add(selection.name.value)
        collect(selection.selectionSet)
      }
    }
  }
  for (const node of info.fieldNodes) collect(node.selectionSet)
  return names
}
