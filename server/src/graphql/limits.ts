import { uploadLimits } from '@boardwork/shared/document/uploadLimits.ts'
import { GraphQLError, Kind } from 'graphql'
import type { ASTVisitor, DocumentNode, SelectionNode, ValidationContext } from 'graphql'

/** What one request may ask for at the most. */
export const limits = {
  /** Bytes of a request's body: a large plan that is being mended goes back and forth whole. */
  body: 6 * 1024 * 1024,
  /** Bytes of the body of somebody who is signed out. */
  bodySignedOut: 64 * 1024,
  /** Bytes of an uploaded document. */
  upload: uploadLimits.bytes,
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
      if (deepest(context.getDocument(), node.selectionSet, new Map()) > limits.depth)
        refuse(`A document may be ${limits.depth} levels deep at the most.`)
    },
    Field(node) {
      if (node.alias) aliases += 1
      if (aliases === limits.aliases + 1) refuse(`A document may have ${limits.aliases} aliases at the most.`)
    },
  }
}

type Selections = { selections: readonly SelectionNode[] }

/** `known` holds the depth of each fragment, so that fragments that name others many times cost no more. */
function deepest(document: DocumentNode, set: Selections, known: Map<string, number>): number {
  let most = 0
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      const below = selection.selectionSet ? deepest(document, selection.selectionSet, known) : 0
      most = Math.max(most, 1 + below)
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      most = Math.max(most, deepest(document, selection.selectionSet, known))
    } else {
      most = Math.max(most, depthOfFragment(document, selection.name.value, known))
    }
  }
  return most
}

function depthOfFragment(document: DocumentNode, name: string, known: Map<string, number>): number {
  const before = known.get(name)
  if (before !== undefined) return before
  // A fragment inside itself is refused by another rule; here it must only not go on for ever.
  known.set(name, 0)
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name)
      known.set(name, deepest(document, definition.selectionSet, known))
  return known.get(name) ?? 0
}
