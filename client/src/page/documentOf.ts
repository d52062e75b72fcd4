import { parse } from 'graphql'
import type { DefinitionNode } from 'graphql'

/** A document that is parsed when it is first looked at; the build makes one of each that the generator wrote. */
export function documentOf(text: string, hash?: string) {
  let definitions: readonly DefinitionNode[] | undefined
  return {
    kind: 'Document',
    get definitions() {
      definitions ??= parse(text, { noLocation: true }).definitions
      return definitions
    },
    ...(hash !== undefined && { __meta__: { hash } }),
  }
}
