import { Extensions, UseMiddleware } from 'type-graphql'
import type { MiddlewareFn } from 'type-graphql'
import { NotAllowed, NotSignedIn } from '../errors.ts'
import type { RequestContext } from './requestContext.ts'
import { mightEver } from './policy.ts'
import type { PolicyLine } from './policy.ts'

/**
 * Puts a root field under a policy line: nobody passes who holds none of its roles anywhere.
 * The operation then authorizes on the record itself. The line stands in the field's extensions,
 * where the schema walk finds it.
 */
export function Allow(line: PolicyLine<never>): MethodDecorator {
  const guard: MiddlewareFn<RequestContext> = async ({ context }, next) => {
    const viewer = await context.viewer()
    if (!mightEver(viewer, line)) throw viewer ? new NotAllowed() : new NotSignedIn()
    // What the resolver gives is of no type here; it is passed on as it is.
    const answer: unknown = await next()
    return answer
  }
  return (target, key, descriptor) => {
    Extensions({ policy: line.name })(target, key, descriptor)
    UseMiddleware(guard)(target, key, descriptor)
  }
}
