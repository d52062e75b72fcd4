import { checkReason } from '../organisation/checkText.ts'
import type { FieldMessage } from '../organisation/checkText.ts'
import type { Day } from './dates.ts'
import { Role, scopeOfRole } from './role.ts'
import type { Scope } from './role.ts'

/** The roles that can be given for a scope, in the order in which a page offers them. */
export function rolesFor(scope: Scope): Role[] {
  return Object.values(Role).filter((role) => scopeOfRole[role] === scope)
}

/** Checks a role before it is given. `today` is the day it is. Empty when all is well. */
export function validateGrant(
  grant: {
    personId: string
    role: Role | ''
    scope: Scope
    reason: string
    startsOn: Day
    endsOn?: Day | null | undefined
  },
  today: Day,
): FieldMessage[] {
  const problems: FieldMessage[] = []
  if (grant.personId === '') problems.push({ field: 'personId', message: 'Choose a person.' })
  if (grant.role === '') problems.push({ field: 'role', message: 'Choose a role.' })
  else if (scopeOfRole[grant.role] === null) {
    problems.push({
      field: 'role',
      message: 'This role comes with a seat. Make the person its holder or its deputy.',
    })
  } else if (scopeOfRole[grant.role] !== grant.scope) {
    problems.push({ field: 'role', message: 'This role cannot be given here. Choose another one.' })
  }
  problems.push(...checkReason('reason', grant.reason, 'why the person is given this role'))
  if (grant.startsOn === '') problems.push({ field: 'startsOn', message: 'Enter the first day of the role.' })
  else problems.push(...validateEnd(grant.startsOn, grant.endsOn, today))
  return problems
}

/** Checks a change to a role that began on `startsOn`. Empty when all is well. */
export function validateGrantChange(
  change: { reason: string; endsOn?: Day | null | undefined },
  startsOn: Day,
  today: Day,
): FieldMessage[] {
  return [
    ...checkReason('reason', change.reason, 'why the person has this role'),
    ...validateEnd(startsOn, change.endsOn, today),
  ]
}

function validateEnd(startsOn: Day, endsOn: Day | null | undefined, today: Day): FieldMessage[] {
  if (!endsOn) return []
  if (endsOn < startsOn) {
    return [{ field: 'endsOn', message: 'The last day of the role has to be on or after its first day.' }]
  }
  if (endsOn < today)
    return [{ field: 'endsOn', message: 'The last day of the role has to be today or later.' }]
  return []
}

/** The dates of one role that somebody holds. */
export interface Held {
  startsOn: Day
  endsOn?: Day | null | undefined
}

/**
 * Whether one of the `others` still holds the role after `lastDay`, without a gap: so a board is not left without a
 * coordinator. `lastDay` is the last day of the role that ends.
 */
export function someoneGoesOn(others: readonly Held[], lastDay: Day): boolean {
  return others.some((held) => held.startsOn <= lastDay && (!held.endsOn || held.endsOn > lastDay))
}
