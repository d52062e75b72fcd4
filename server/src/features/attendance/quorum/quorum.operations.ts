import { checkQuorum, readQuorum } from '@boardwork/shared/attendance/quorum/quorum.ts'
import type { QuorumRule } from '@boardwork/shared/attendance/quorum/quorum.ts'
import { operation } from '../../../access/operation.ts'
import type { Change } from '../../../access/operation.ts'
import { Conflict, InvalidInput } from '../../../access/refusals.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { newId } from '../../../db/newId.ts'
import { Board } from '../../board/board.entity.ts'
import { registerPolicy } from '../register/register.policy.ts'
import type { Meeting } from '../meeting/meeting.entity.ts'
import { Quorum } from './quorum.entity.ts'
import type { SetQuorumInput } from './quorum.inputs.ts'

/** A coordinator sets what the board needs for a quorum. Registers that are closed keep what was found. */
export function setQuorum(
  context: RequestContext,
  input: SetQuorumInput,
): Promise<Quorum | InvalidInput | Conflict> {
  const line = registerPolicy.setQuorum
  const again = (change: Change, id: string) => change.find(Quorum, { id })
  return operation(context, line, input.clientMutationId, again, async (change) => {
    const board = await change.find(Board, { id: input.boardId })
    change.authorize(line, { boardId: board.id })
    await change.lock(board)
    const [last] = await change.em.find(
      Quorum,
      { boardId: board.id },
      { orderBy: { number: 'desc' }, limit: 1 },
    )
    const number = last?.number ?? 0
    if (number !== input.version) return new Conflict(last?.id ?? board.id, number, [])
    const rule = readRule(input.rule)
    if (rule instanceof InvalidInput) return rule
    const quorum = change.em.create(Quorum, {
      boardId: board.id,
      id: newId(),
      number: number + 1,
      rule,
      startsOn: input.startsOn,
      setByName: change.viewer.name,
      setAt: new Date(),
    })
    await change.em.flush()
    change.record({
      chainId: board.id,
      action: line.name,
      recordType: 'Quorum',
      recordId: quorum.id,
      before: { quorum: last?.rule ?? null },
      after: { quorum: rule, startsOn: input.startsOn },
    })
    return quorum
  })
}

function readRule(sent: unknown): QuorumRule | null | InvalidInput {
  if (sent === null || sent === undefined) return null
  const rule = readQuorum(sent)
  if (!rule) return InvalidInput.of('quorum', 'This is no rule that we know. Load the page again.')
  const problems = checkQuorum(rule)
  return problems.length > 0 ? new InvalidInput(problems) : rule
}

/** The rules of a quorum that hold for a meeting of the board; null without any, and for a strategy meeting. */
export async function quorumOfMeeting(change: Change, meeting: Meeting): Promise<Quorum | null> {
  if (meeting.kind !== 'BOARD') return null
  const [quorum] = await change.em.find(
    Quorum,
    { boardId: meeting.boardId, startsOn: { $lte: meeting.heldOn } },
    { orderBy: [{ startsOn: 'desc' }, { number: 'desc' }], limit: 1 },
  )
  return quorum ?? null
}
