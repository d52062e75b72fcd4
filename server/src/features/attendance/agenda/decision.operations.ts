import { todayInLondon } from '@boardwork/shared/board/dates.ts'
import { agendaLimits, checkDecision, checkTextsOf } from '@boardwork/shared/attendance/agenda/agendaRules.ts'
import { different } from '../../../access/different.ts'
import { operation } from '../../../access/operation.ts'
import type { Change } from '../../../access/operation.ts'
import { Conflict, InvalidInput, isRefusal, NotReady } from '../../../access/refusals.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { newId } from '../../../db/newId.ts'
import type { RemoveDecisionInput, SaveDecisionInput } from './agenda.inputs.ts'
import { agendaPolicy } from './agenda.policy.ts'
import { Decision } from './decision.entity.ts'
import { checkItem, openMeeting, recordOf, rowOf } from '../meeting/openMeeting.ts'

const again = (change: Change, id: string) => change.find(Decision, { id })
const line = agendaPolicy.decide

/** An officer writes down what the meeting decided. */
export function saveDecision(
  context: RequestContext,
  input: SaveDecisionInput,
): Promise<Decision | InvalidInput | Conflict | NotReady> {
  return operation(context, line, input.clientMutationId, again, async (change) => {
    const meeting = await openMeeting(change, line, input.meetingId)
    if (isRefusal(meeting)) return meeting
    const { boardId, id: meetingId } = meeting
    const known = input.decisionId
      ? await change.find(Decision, { boardId, meetingId, id: input.decisionId })
      : null
    if (known?.removedAt) return new NotReady('This decision was taken away. Write it down again to keep it.')
    const before = known ? { words: known.words, itemId: known.itemId ?? null } : {}
    const after = { words: input.words.trim(), itemId: input.itemId ?? null }
    if ((known?.version ?? 0) !== input.version)
      return new Conflict(
        known?.id ?? meetingId,
        known?.version ?? 0,
        different({ words: known?.words ?? '' }, { words: after.words }),
      )
    const problems = [
      ...checkDecision(after.words),
      ...checkTextsOf(meeting.kind, { words: after.words }, todayInLondon()),
    ]
    if (problems.length > 0) return new InvalidInput(problems)
    const elsewhere = await checkItem(change, meeting, after.itemId)
    if (elsewhere) return elsewhere
    const count = await change.em.count(Decision, { boardId, meetingId, removedAt: null })
    if (!known && count >= agendaLimits.decisions)
      return new NotReady(
        `This meeting has ${agendaLimits.decisions} decisions, which is all that it can have.`,
      )
    const decision = known
      ? change.em.assign(known, after)
      : {
          ...rowOf(meeting),
          id: newId(),
          ...after,
          recordedByName: change.viewer.name,
          recordedAt: new Date(),
          version: 1,
        }
    if (known) await change.em.flush()
    else await change.em.insert(Decision, decision)
    recordOf(change, line.name, 'Decision', decision, before, after)
    return decision
  })
}

/** An officer takes away a decision that was not made after all. */
export function removeDecision(
  context: RequestContext,
  { decisionId, version, clientMutationId }: RemoveDecisionInput,
): Promise<Decision | Conflict | NotReady> {
  return operation(context, line, clientMutationId, again, async (change) => {
    const decision = await change.find(Decision, { id: decisionId })
    const meeting = await openMeeting(change, line, decision.meetingId)
    if (isRefusal(meeting)) return meeting
    await change.lock(decision)
    if (decision.removedAt) return new NotReady('This decision was taken away already.')
    if (decision.version !== version) return new Conflict(decision.id, decision.version, [])
    decision.removedAt = new Date()
    recordOf(
      change,
      line.name,
      'Decision',
      decision,
      { removedAt: null },
      {
        words: decision.words,
        removedAt: decision.removedAt,
      },
    )
    return decision
  })
}
