import { agendaLimits, checkStrategyKind } from '@boardwork/shared/attendance/agenda/agendaRules.ts'
import { different } from '../../../access/different.ts'
import { operation } from '../../../access/operation.ts'
import type { Change } from '../../../access/operation.ts'
import { Conflict, InvalidInput, NotReady } from '../../../access/refusals.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { newId } from '../../../db/newId.ts'
import { Board } from '../../board/board.entity.ts'
import { findPeople, nameOfInvitee } from '../meeting/inviteePeople.ts'
import type { InvitedPeople } from '../meeting/inviteePeople.ts'
import { StandardInvitee } from './standardInvitee.entity.ts'
import type { RemoveStrategyKindInput, SaveStrategyKindInput } from './strategy.inputs.ts'
import { strategyPolicy } from './strategy.policy.ts'
import { StrategyKind } from './strategyKind.entity.ts'

const again = (change: Change, id: string) => change.find(StrategyKind, { id })
const line = strategyPolicy.keepKinds

/** A coordinator keeps a kind of strategy meeting, and who is asked to every meeting of it. */
export function saveStrategyKind(
  context: RequestContext,
  input: SaveStrategyKindInput,
): Promise<StrategyKind | InvalidInput | Conflict | NotReady> {
  return operation(context, line, input.clientMutationId, again, async (change) => {
    const board = await change.find(Board, { id: input.boardId })
    const boardId = board.id
    change.authorize(line, { boardId })
    await change.lock(board)
    const known = input.kindId ? await change.find(StrategyKind, { boardId, id: input.kindId }) : null
    if (known?.removedAt) return new NotReady('This kind of meeting was taken away. Add it again.')
    const list = input.invitees.map(({ organisationId, personId = null, required }) => ({
      organisationId,
      personId,
      required,
    }))
    const name = input.name.trim()
    const problems = checkStrategyKind({ name, invitees: list })
    if (problems.length > 0) return new InvalidInput(problems)
    const people = await findPeople(change, list)
    if (people instanceof InvalidInput) return people
    const standing = known ? await standingList(change, known) : []
    const before = {
      name: known?.name ?? '',
      invitees: listText(standing, await findPeople(change, standing)),
    }
    const after = { name, invitees: listText(list, people) }
    if ((known?.version ?? 0) !== input.version)
      return new Conflict(known?.id ?? boardId, known?.version ?? 0, different(before, after))
    const others = await change.em.find(StrategyKind, { boardId, removedAt: null })
    if (others.some((other) => other.id !== known?.id && other.name === name))
      return InvalidInput.of('name', 'There is a kind of meeting with this name already. Change that one.')
    if (!known && others.length >= agendaLimits.kinds)
      return new NotReady(`This board has ${agendaLimits.kinds} kinds, which is all that it can have.`)
    const id = known?.id ?? newId()
    // The version rises also where the list alone is another one.
    if (known)
      await change.em.execute(
        'update strategy_kind set name = ?, version = version + 1 where board_id = ? and id = ?',
        [name, boardId, id],
      )
    else await change.em.insert(StrategyKind, { boardId, id, name, version: 1 })
    await change.em.nativeDelete(StandardInvitee, { boardId, kindId: id })
    await change.em.insertMany(
      StandardInvitee,
      list.map((one) => ({ ...one, boardId, id: newId(), kindId: id })),
    )
    record(change, boardId, id, before, after)
    return known ?? (await change.find(StrategyKind, { boardId, id }))
  })
}

/** A coordinator takes a kind away: no new meetings are planned by it, and those that there are stay. */
export function removeStrategyKind(
  context: RequestContext,
  { kindId, version, clientMutationId }: RemoveStrategyKindInput,
): Promise<StrategyKind | Conflict | NotReady> {
  return operation(context, line, clientMutationId, again, async (change) => {
    const kind = await change.find(StrategyKind, { id: kindId })
    change.authorize(line, { boardId: kind.boardId })
    await change.lock(kind)
    if (kind.removedAt) return new NotReady('This kind of meeting was taken away already.')
    if (kind.version !== version) return new Conflict(kind.id, kind.version, [])
    kind.removedAt = new Date()
    record(change, kind.boardId, kind.id, { removedAt: null }, { name: kind.name, removedAt: kind.removedAt })
    return kind
  })
}

/** Whom meetings of the kind ask. */
export function standingList(
  change: Change,
  { boardId, id }: { boardId: string; id: string },
): Promise<StandardInvitee[]> {
  return change.em.find(StandardInvitee, { boardId, kindId: id })
}

type Listed = Pick<StandardInvitee, 'organisationId' | 'personId' | 'required'>

/** The list line by line, by name. */
function listText(list: readonly Listed[], people: InvitedPeople | InvalidInput): string {
  return list
    .map(
      (one) =>
        `${people instanceof InvalidInput ? 'An agency' : nameOfInvitee(one, people)}${one.required ? ', required' : ''}`,
    )
    .toSorted()
    .join('\n')
}

function record(
  change: Change,
  boardId: string,
  recordId: string,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): void {
  change.record({ chainId: boardId, action: line.name, recordType: 'StrategyKind', recordId, before, after })
}
