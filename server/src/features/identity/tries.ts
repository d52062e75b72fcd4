import { createHash } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Pool } from 'pg'
import { normaliseEmail } from '@boardwork/shared/identity/person.ts'
import type { RequestContext } from '../../access/requestContext.ts'
import { TooMany } from '../../errors.ts'
import { networkOf } from './network.ts'

/** How many tries there are in how many minutes. They are counted in the database, for all replicas together. */
const tryLimits = {
  /** With one e-mail address, whether it has an account or not. */
  signInAccount: { tries: 10, minutes: 15 },
  /** From one network: a whole council may sit behind one address. */
  signInNetwork: { tries: 100, minutes: 15 },
  passwordChange: { tries: 10, minutes: 15 },
  resetAccount: { tries: 5, minutes: 60 },
  resetNetwork: { tries: 30, minutes: 60 },
  /** Opening and using links from mails. */
  tokenNetwork: { tries: 200, minutes: 15 },
  /** With one address of a calendar: Google and Outlook ask for those of many people from one network. */
  calendar: { tries: 60, minutes: 15 },
  /** With codes to check in, of one person at one meeting: of a million codes two are right. */
  checkInPerson: { tries: 10, minutes: 15 },
  /** Of all people at one meeting. */
  checkInMeeting: { tries: 200, minutes: 15 },
} as const
type TryLimit = keyof typeof tryLimits

const limiters = new WeakMap<Pool, Map<TryLimit, RateLimiterPostgres>>()

function limiter(pool: Pool, limit: TryLimit): RateLimiterPostgres {
  const known = limiters.get(pool) ?? new Map<TryLimit, RateLimiterPostgres>()
  limiters.set(pool, known)
  const made = known.get(limit)
  if (made) return made
  const { tries, minutes } = tryLimits[limit]
  const fresh = new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    tableName: 'rate_limit',
    // The migrations make it; the server's role could not.
    tableCreated: true,
    keyPrefix: limit,
    points: tries,
    duration: minutes * 60,
  })
  known.set(limit, fresh)
  return fresh
}

/** Keys are hashes: the table does not tell who tried to sign in. */
function key(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}

/** Counts one try, before anything is checked; throws TooMany when there are none left. */
async function count(context: RequestContext, limit: TryLimit, of: string): Promise<void> {
  // A request holds one connection at a time, or requests could wait for each other's for ever.
  await context.refresh()
  try {
    await limiter(context.platform.pool, limit).consume(key(of))
  } catch (error) {
    if (error instanceof RateLimiterRes) throw new TooMany(error.msBeforeNext / 1000)
    throw error
  }
}

/**
 * Counts a try to sign in. The network comes first: a network that is out of tries cannot use up those of other
 * people's accounts.
 */
export async function countSignIn(context: RequestContext, email: string): Promise<void> {
  await count(context, 'signInNetwork', networkOf(context.exchange.address))
  await count(context, 'signInAccount', normaliseEmail(email))
}

/** A try with the right password gives its own try back, and no other: failures before it still count. */
export async function signInSucceeded(context: RequestContext, email: string): Promise<void> {
  await limiter(context.platform.pool, 'signInAccount').reward(key(normaliseEmail(email)))
}

export function countPasswordChange(context: RequestContext, personId: string): Promise<void> {
  return count(context, 'passwordChange', personId)
}

export async function countPasswordReset(context: RequestContext, email: string): Promise<void> {
  await count(context, 'resetNetwork', networkOf(context.exchange.address))
  await count(context, 'resetAccount', normaliseEmail(email))
}

export function countToken(context: RequestContext): Promise<void> {
  return count(context, 'tokenNetwork', networkOf(context.exchange.address))
}

export function countCalendar(context: RequestContext, token: string): Promise<void> {
  return count(context, 'calendar', token)
}

/** Counts a code that somebody enters. The person comes first: whoever guesses cannot use up the meeting's tries. */
export async function countCheckIn(
  context: RequestContext,
  personId: string,
  meetingId: string,
): Promise<void> {
  await count(context, 'checkInPerson', `${personId} ${meetingId}`)
  await count(context, 'checkInMeeting', meetingId)
}

/** The right code gives its own try back, and no other. */
export async function checkInSucceeded(
  context: RequestContext,
  personId: string,
  meetingId: string,
): Promise<void> {
  const { pool } = context.platform
  await limiter(pool, 'checkInPerson').reward(key(`${personId} ${meetingId}`))
  await limiter(pool, 'checkInMeeting').reward(key(meetingId))
}
