import { minifyIntrospectionQuery } from '@urql/introspection'
import { introspectionFromSchema } from 'graphql'
import type { GraphQLSchema } from 'graphql'

/**
 * Writes what the normalised cache has to know of the schema: which fields may be null and which types a union has.
 * With descriptions, inputs and directives it would be eight times as large, on every phone.
 */
export const plugin = (schema: GraphQLSchema): string =>
  `${JSON.stringify(minifyIntrospectionQuery(introspectionFromSchema(schema)))}\n`
