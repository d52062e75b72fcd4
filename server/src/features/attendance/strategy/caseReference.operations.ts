import { checkCaseReference } from '@boardwork/shared/attendance/strategy/caseReference.ts'
import { todayInLondon } from '@boardwork/shared/board/dates.ts'
import { operation } from '../../../access/operation.ts'
import { Conflict, InvalidInput, isRefusal, NotReady } from '../../../access/refusals.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { tellInvited } from '../answer/invitation.send.ts'
import { mailWritten } from '../../identity/sendMail.ts'
import { Meeting } from '../meeting/meeting.entity.ts'
import { meetingAgain } from '../meeting/meeting.operations.ts'
import { openMeeting } from '../meeting/openMeeting.ts'
import type { ChangeCaseReferenceInput } from './strategy.inputs.ts'
import { strategyPolicy } from './strategy.policy.ts'

/**
 * An officer gives a strategy meeting another reference, also after it was held: the case got a new one, or it was
 * mistyped. Its mails and calendar events are called after it, so that those who have been invited hear of it.
 */
export async function changeCaseReference(
  context: RequestContext,
  input: ChangeCaseReferenceInput,
): Promise<Meeting | InvalidInput | Conflict | NotReady> {
  const line = strategyPolicy.changeReference
  const result = await operation(context, line, input.clientMutationId, meetingAgain, async (change) => {
    const meeting = await openMeeting(change, line, input.meetingId)
    if (isRefusal(meeting)) return meeting
    if (meeting.kind !== 'STRATEGY')
      return new NotReady('A meeting of the board is about no case, so it has no reference.')
    const before = meeting.caseReference ?? ''
    const caseReference = input.caseReference.trim()
    if (meeting.version !== input.version)
      return new Conflict(meeting.id, meeting.version, [
        { field: 'caseReference', theirs: before, yours: caseReference },
      ])
    const problems = checkCaseReference(caseReference, todayInLondon())
    if (problems.length > 0) return new InvalidInput(problems)
    if (caseReference === before) return meeting
    change.em.assign(meeting, { caseReference, sequence: meeting.sequence + 1 })
    await change.em.flush()
    await tellInvited(context.platform, change.em, meeting, 'CHANGED')
    change.record({
      chainId: meeting.boardId,
      action: line.name,
      recordType: 'Meeting',
      recordId: meeting.id,
      before: { caseReference: before },
      after: { caseReference, heldOn: meeting.heldOn },
    })
    return meeting
  })
  if (result instanceof Meeting) mailWritten(context.platform)
  return result
}
