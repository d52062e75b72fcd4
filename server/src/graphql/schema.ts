import 'reflect-metadata'
import { GraphQLDateTime } from 'graphql-scalars'
import { buildSchema } from 'type-graphql'
import type { GraphQLSchema } from 'graphql'
import { IdentityResolver } from '../features/identity/identity.resolver.ts'
import { PlanResolver } from '../features/plan/plan.resolver.ts'

/** The schema of the platform, from the features' resolvers. */
export async function makeSchema(): Promise<GraphQLSchema> {
  return buildSchema({
    resolvers: [IdentityResolver, PlanResolver],
    // Input is checked by the shared rules, which the client runs too.
    validate: false,
    scalarsMap: [{ type: Date, scalar: GraphQLDateTime }],
  })
}
