import { todayInLondon } from '@boardwork/shared/board/dates.ts'
import { guestKindName } from '@boardwork/shared/attendance/register/guestKind.ts'
import {
  checkGuest,
  registerLimits,
  whyNotMark,
} from '@boardwork/shared/attendance/register/registerRules.ts'
import { different } from '../../../access/different.ts'
import { operation } from '../../../access/operation.ts'
import type { Change } from '../../../access/operation.ts'
import { Conflict, InvalidInput, NotReady } from '../../../access/refusals.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { newId } from '../../../db/newId.ts'
import { registerPolicy } from './register.policy.ts'
import { Guest } from './guest.entity.ts'
import { Meeting } from '../meeting/meeting.entity.ts'
import type { RemoveGuestInput, SaveGuestInput } from './register.inputs.ts'

const again = (change: Change, id: string) => change.find(Meeting, { id })

/** An officer writes down who was there without having a place, until the register is closed. */
export function saveGuest(
  context: RequestContext,
  input: SaveGuestInput,
): Promise<Meeting | InvalidInput | Conflict | NotReady> {
  const line = registerPolicy.keepGuests
  return operation(context, line, input.clientMutationId, again, async (change) => {
    const meeting = await change.find(Meeting, { id: input.meetingId })
    const { boardId, id: meetingId, kind: meetingKind } = meeting
    change.authorize(line, { boardId })
    await change.lock(meeting)
    const closed = whyNotMark(meeting)
    if (closed !== null) return new NotReady(closed)
    const known = input.guestId ? await change.find(Guest, { boardId, meetingId, id: input.guestId }) : null
    const after = {
      kind: input.kind,
      name: input.name.trim(),
      organisation: input.organisation.trim() || null,
    }
    if ((known?.version ?? 0) !== input.version)
      return new Conflict(
        known?.id ?? meetingId,
        known?.version ?? 0,
        different(known ? textsOf(known) : {}, textsOf(after)),
      )
    const problems = checkGuest(input, todayInLondon())
    if (problems.length > 0) return new InvalidInput(problems)
    if (!known && (await change.em.count(Guest, { boardId, meetingId })) >= registerLimits.guests)
      return new NotReady(`A meeting can have ${registerLimits.guests} guests and observers.`)
    const before = known ? { guestKind: known.kind, name: known.name, organisation: known.organisation } : {}
    const id = known?.id ?? newId()
    if (known) change.em.assign(known, after)
    else await change.em.insert(Guest, { boardId, id, meetingId, meetingKind, ...after, version: 1 })
    await change.em.flush()
    change.record({
      chainId: boardId,
      action: line.name,
      recordType: 'Guest',
      recordId: id,
      before,
      after: { guestKind: after.kind, name: after.name, organisation: after.organisation },
    })
    return meeting
  })
}

/** An officer takes somebody from the guests who was not there after all. */
export function removeGuest(
  context: RequestContext,
  { guestId, version, clientMutationId }: RemoveGuestInput,
): Promise<Meeting | Conflict | NotReady> {
  const line = registerPolicy.keepGuests
  return operation(context, line, clientMutationId, again, async (change) => {
    const guest = await change.find(Guest, { id: guestId })
    const { boardId, meetingId, kind, name, organisation } = guest
    change.authorize(line, { boardId })
    const meeting = await change.find(Meeting, { boardId, id: meetingId })
    await change.lock(meeting)
    await change.lock(guest)
    const closed = whyNotMark(meeting)
    if (closed !== null) return new NotReady(closed)
    if (guest.version !== version) return new Conflict(guestId, guest.version, [])
    change.em.remove(guest)
    await change.em.flush()
    change.record({
      chainId: boardId,
      action: line.name,
      recordType: 'Guest',
      recordId: guestId,
      before: { guestKind: kind, name, organisation },
    })
    return meeting
  })
}

function textsOf({ kind, name, organisation }: Pick<Guest, 'kind' | 'name' | 'organisation'>) {
  return { kind: guestKindName[kind], name, organisation: organisation ?? '' }
}
