import { GraphQLError, Kind } from 'graphql'
import type { ASTVisitor, DocumentNode, SelectionNode, ValidationContext } from 'graphql'

/** What one request may ask for at the most. */
export const limits = {
  /** Bytes of a request's body. */
  body: 1024 * 1024,
  /** Bytes of an uploaded document. */
  upload: 10 * 1024 * 1024,
  depth: 12,
  aliases: 30,
  rootFields: 10,
  tokens: 4000,
  /** Items that a list gives at the most, where its field does not say less. */
  list: 500,
}

/** A document nested deeper, or with more aliases or root fields, than any page of ours needs is refused. */
export function documentLimits(context: ValidationContext): ASTVisitor {
  let aliases = 0
  const refuse = (message: string) =>
    context.reportError(new GraphQLError(message, { extensions: { code: 'TOO_LARGE' } }))
  return {
    OperationDefinition(node) {
      if (node.selectionSet.selections.length > limits.rootFields)
        refuse(`A document may ask for ${limits.rootFields} root fields at the most.`)
      if (deepest(context.getDocument(), node.selectionSet, new Set()) > limits.depth)
        refuse(`A document may be ${limits.depth} levels deep at the most.`)
    },
    Field(node) {
      if (node.alias) aliases += 1
      if (aliases === limits.aliases + 1) refuse(`A document may have ${limits.aliases} aliases at the most.`)
    },
  }
}

type Selections = { selections: readonly SelectionNode[] }

function deepest(document: DocumentNode, set: Selections, within: Set<string>): number {
  let most = 0
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      const below = selection.selectionSet ? deepest(document, selection.selectionSet, within) : 0
      most = Math.max(most, 1 + below)
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      most = Math.max(most, deepest(document, selection.selectionSet, within))
    } else {
      const name = selection.name.value
      const fragment = document.definitions.find(
        (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name,
      )
      // A fragment inside itself is refused by another rule; here it must only not go on for ever.
      if (fragment?.kind === Kind.FRAGMENT_DEFINITION && !within.has(name))
        most = Math.max(most, deepest(document, fragment.selectionSet, new Set([...within, name])))
    }
  }
  return most
}
