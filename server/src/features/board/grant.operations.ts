import { isLiveOn } from '@boardwork/shared/board/dates.ts'
import { someoneGoesOn, validateGrant, validateGrantChange } from '@boardwork/shared/board/grantRules.ts'
import type { Held } from '@boardwork/shared/board/grantRules.ts'
import { roleName } from '@boardwork/shared/board/role.ts'
import type { Scope } from '@boardwork/shared/board/role.ts'
import { operation } from '../../access/operation.ts'
import type { Change } from '../../access/operation.ts'
import { Conflict, InvalidInput, NotReady } from '../../access/refusals.ts'
import type { RequestContext } from '../../access/requestContext.ts'
import { changedFields } from '../../audit/changedFields.ts'
import { platformChain } from '../../audit/chain.ts'
import { newId } from '../../db/newId.ts'
import { Person } from '../identity/person.entity.ts'
import { Organisation } from '../organisation/organisation.entity.ts'
import { Region } from '../organisation/region.entity.ts'
import { Board } from './board.entity.ts'
import { appointmentPolicy } from './board.policy.ts'
import type { Appointment } from './board.policy.ts'
import { Grant } from './grant.entity.ts'
import type { ChangeGrantInput, EndGrantInput, GrantRoleInput } from './grant.inputs.ts'

const again = (change: Change, id: string) => change.find(Grant, { id })

/** Gives a role to a person whom the appointing person knows already. */
export function grantRole(context: RequestContext, input: GrantRoleInput): Promise<Grant | InvalidInput> {
  const line = appointmentPolicy.grant
  return operation(context, line, input.clientMutationId, again, async (change) => {
    const scopeName = await nameOfScope(change, input.scope, input.scopeId)
    const keys = keysOf(input.scope, input.scopeId)
    change.authorize(line, { ...keys, role: input.role })
    const today = await readToday(change)
    const problems = validateGrant(input, today)
    if (problems.length > 0) return new InvalidInput(problems)
    const person = await findAppointable(change, input.personId)
    if (person instanceof InvalidInput) return person
    const { viewer } = change
    // An administrator sees no board's content, and must not let themselves in.
    const runsBoard = viewer.tiesAt(keys).some((tie) => tie.role === 'COORDINATOR')
    if (person.id === viewer.personId && input.scope !== 'PLATFORM' && !runsBoard) {
      return InvalidInput.of('personId', 'You cannot give this role to yourself. Choose somebody else.')
    }
    await lockScope(change, keys)
    const held = await change.em.find(Grant, {
      scopeId: input.scopeId,
      personId: person.id,
      role: input.role,
      endedAt: null,
    })
    if (held.some((grant) => !grant.endsOn || grant.endsOn >= input.startsOn)) {
      return InvalidInput.of(
        'personId',
        `${person.name} is ${roleName[input.role]} of ${scopeName} already. Change or end that role instead.`,
      )
    }
    const grant = change.em.create(Grant, {
      ...keys,
      id: newId(),
      scope: input.scope,
      scopeId: input.scopeId,
      personId: person.id,
      role: input.role,
      reason: input.reason.trim(),
      startsOn: input.startsOn,
      endsOn: input.endsOn ?? null,
      grantedById: viewer.personId,
      version: 1,
    })
    await change.em.flush()
    recordGrant(change, person.name, grant)
    return grant
  })
}

/** Mends why somebody has a role, or until when. */
export function changeGrant(
  context: RequestContext,
  input: ChangeGrantInput,
): Promise<Grant | InvalidInput | Conflict | NotReady> {
  const line = appointmentPolicy.changeGrant
  return operation(context, line, input.clientMutationId, again, async (change) => {
    const grant = await change.find(Grant, { id: input.grantId })
    change.authorize(line, appointment(grant))
    await lockScope(change, grant)
    await change.lock(grant)
    const today = await readToday(change)
    const endsOn = input.endsOn ?? null
    if (hasEnded(grant, today)) return new NotReady(endedAlready)
    if (grant.version !== input.version) {
      return new Conflict(grant.id, grant.version, [
        { field: 'reason', theirs: grant.reason, yours: input.reason },
        { field: 'endsOn', theirs: grant.endsOn ?? '', yours: endsOn ?? '' },
      ])
    }
    const problems = validateGrantChange({ reason: input.reason, endsOn }, grant.startsOn, today)
    if (problems.length > 0) return new InvalidInput(problems)
    const endsSooner = endsOn !== null && (!grant.endsOn || endsOn < grant.endsOn)
    if (endsSooner && isLastOfItsKind(grant) && !someoneGoesOn(await othersWith(change, grant), endsOn)) {
      return new NotReady(lastOfItsKind(grant))
    }
    const changed = changedFields(
      { reason: grant.reason, endsOn: grant.endsOn ?? null },
      { reason: input.reason.trim(), endsOn },
    )
    if (!changed) return grant
    grant.reason = input.reason.trim()
    grant.endsOn = endsOn
    await change.em.flush()
    const person = await change.em.findOne(Person, { id: grant.personId })
    change.record({
      chainId: chainOf(grant),
      action: line.name,
      recordType: 'Grant',
      recordId: grant.id,
      before: { ...about(grant, person?.name), ...changed.before },
      after: changed.after,
    })
    return grant
  })
}

/** Takes a role away; it is gone with the person's next request. */
export function endGrant(
  context: RequestContext,
  input: EndGrantInput,
): Promise<Grant | Conflict | NotReady> {
  const line = appointmentPolicy.endGrant
  return operation(context, line, input.clientMutationId, again, async (change) => {
    const grant = await change.find(Grant, { id: input.grantId })
    change.authorize(line, appointment(grant))
    await lockScope(change, grant)
    await change.lock(grant)
    const today = await readToday(change)
    if (hasEnded(grant, today)) return new NotReady(endedAlready)
    if (grant.version !== input.version) return new Conflict(grant.id, grant.version, [])
    if (isLastOfItsKind(grant) && isLiveOn(today, grant.startsOn, grant.endsOn)) {
      const others = await othersWith(change, grant)
      if (!others.some((held) => isLiveOn(today, held.startsOn, held.endsOn))) {
        return new NotReady(lastOfItsKind(grant))
      }
    }
    const person = await change.em.findOne(Person, { id: grant.personId })
    grant.endedAt = new Date()
    await change.em.flush()
    change.record({
      chainId: chainOf(grant),
      action: line.name,
      recordType: 'Grant',
      recordId: grant.id,
      before: about(grant, person?.name),
      after: { endedAt: grant.endedAt },
    })
    return grant
  })
}

/** Makes the person a new board's first coordinator, from today on. The viewer is authorized for the board itself. */
export async function appointCoordinator(change: Change, boardId: string, person: Person): Promise<void> {
  const id = newId()
  const reason = 'Coordinates the board from its beginning'
  const startsOn = await readToday(change)
  // By hand: what MikroORM inserts it reads back, and another's role at the new board the viewer may not see.
  await change.em.execute(
    `insert into "grant" (scope_id, id, scope, board_id, person_id, role, reason, starts_on, granted_by_id, version)
     values (?, ?, 'BOARD', ?, ?, 'COORDINATOR', ?, ?, ?, 1)`,
    [boardId, id, boardId, person.id, reason, startsOn, change.viewer.personId],
  )
  recordGrant(change, person.name, {
    id,
    boardId,
    personId: person.id,
    role: 'COORDINATOR',
    scope: 'BOARD',
    reason,
    startsOn,
  })
}

/** Somebody whom the viewer knows and whose account is open; a refusal with the field `personId` otherwise. */
export async function findAppointable(change: Change, personId: string): Promise<Person | InvalidInput> {
  const person = await change.em.findOne(Person, { id: personId })
  if (!person) {
    return InvalidInput.of('personId', 'Choose a person from the list, or invite somebody by e-mail.')
  }
  const closed = await change.em.execute<object[]>(
    'select 1 from account where person_id = ? and disabled_at is not null',
    [personId],
  )
  if (closed.length === 0) return person
  return InvalidInput.of('personId', `The account of ${person.name} is closed. Choose somebody else.`)
}

/** The day it is, as the database says: it decides which roles hold. */
export async function readToday(change: Change): Promise<string> {
  const [row] = await change.em.execute<{ today: string }[]>('select access.today()::text as today')
  if (!row) throw new Error('The database does not say which day it is.')
  return row.today
}

const endedAlready = 'This role has ended already. Give a new one if the person needs it again.'

type GivenRole = Pick<
  Grant,
  'id' | 'boardId' | 'organisationId' | 'personId' | 'role' | 'scope' | 'reason' | 'startsOn' | 'endsOn'
>

function recordGrant(change: Change, personName: string, grant: GivenRole): void {
  change.record({
    chainId: chainOf(grant),
    action: appointmentPolicy.grant.name,
    recordType: 'Grant',
    recordId: grant.id,
    after: {
      ...about(grant, personName),
      reason: grant.reason,
      startsOn: grant.startsOn,
      endsOn: grant.endsOn ?? null,
    },
  })
}

function about(grant: GivenRole, personName: string | undefined) {
  return { personId: grant.personId, person: personName ?? null, role: grant.role, scope: grant.scope }
}

function hasEnded(grant: Grant, today: string): boolean {
  return Boolean(grant.endedAt) || Boolean(grant.endsOn && grant.endsOn < today)
}

/** A board must keep a coordinator, and the platform an administrator. */
function isLastOfItsKind(grant: Grant): boolean {
  return grant.role === 'COORDINATOR' || grant.role === 'ADMINISTRATOR'
}

function lastOfItsKind(grant: Grant): string {
  return grant.role === 'COORDINATOR'
    ? 'This would leave the board without a coordinator. Make somebody else coordinator first.'
    : 'This would leave the platform without an administrator. Make somebody else administrator first.'
}

/** The dates of the other grants of the same role for the same scope, of people whose account is open. */
function othersWith(change: Change, grant: Grant): Promise<Held[]> {
  return change.em.execute<Held[]>(
    `select g.starts_on::text as "startsOn", g.ends_on::text as "endsOn" from "grant" g
     join account a on a.person_id = g.person_id
     where g.scope_id = ? and g.role = ? and g.id <> ? and g.ended_at is null and a.disabled_at is null
       and coalesce(g.ends_on >= access.today(), true)`,
    [grant.scopeId, grant.role, grant.id],
  )
}

/**
 * Two people who end each other's role at the same moment take turns, so that one of them finds the other's change.
 * Taken before the grant itself, by everybody in this order.
 */
async function lockScope(change: Change, keys: { boardId?: string | null | undefined }): Promise<void> {
  if (keys.boardId) await change.em.execute('select 1 from board where id = ? for update', [keys.boardId])
  // The same lock as where an administrator's account is closed.
  else await change.em.execute(`select pg_advisory_xact_lock(hashtextextended('administrators', 2))`)
}

function chainOf(grant: GivenRole): string {
  return grant.boardId ?? grant.organisationId ?? platformChain
}

function appointment(grant: Grant): Appointment {
  return { boardId: grant.boardId ?? null, organisationId: grant.organisationId ?? null, role: grant.role }
}

function keysOf(scope: Scope, scopeId: string) {
  return {
    boardId: scope === 'BOARD' ? scopeId : null,
    organisationId: scope === 'ORGANISATION' ? scopeId : null,
    regionId: scope === 'REGION' ? scopeId : null,
  }
}

/** How the board, organisation or region is called; throws NotFound where it does not exist for the viewer. */
async function nameOfScope(change: Change, scope: Scope, id: string): Promise<string> {
  if (scope === 'BOARD') return (await change.find(Board, { id })).name
  if (scope === 'ORGANISATION') return (await change.find(Organisation, { id })).name
  if (scope === 'REGION') return (await change.find(Region, { id })).name
  return 'the platform'
}
