import { GraphQLError } from 'graphql'

/** Nobody is signed in, and the field needs somebody. */
export class NotSignedIn extends GraphQLError {
  constructor() {
    super('You are signed out. Sign in to go on.', { extensions: { code: 'NOT_SIGNED_IN' } })
  }
}

/** The person can see the record and may not do this to it. */
export class NotAllowed extends GraphQLError {
  constructor() {
    super('You do not have permission to do this.', { extensions: { code: 'NOT_ALLOWED' } })
  }
}

/** There is no such record, or none that exists for this person: the two read the same. */
export class NotFound extends GraphQLError {
  constructor() {
    super('We could not find this. It may have been moved, or your access to it may have ended.', {
      extensions: { code: 'NOT_FOUND' },
    })
  }
}

/** The sender has to wait before trying again. */
export class TooMany extends GraphQLError {
  constructor(waitSeconds: number) {
    const minutes = Math.max(1, Math.ceil(waitSeconds / 60))
    super(`Too many tries. Wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} and try again.`, {
      extensions: { code: 'TOO_MANY', waitSeconds },
    })
  }
}

/** The platform cannot start; the message is one sentence for the person who started it. */
export class CannotStart extends Error {}

/** The platform cannot go on; the message is one sentence for the person who started it. */
export class CannotGoOn extends Error {}
