import { operation } from '../../../access/operation.ts'
import type { Change } from '../../../access/operation.ts'
import { NotReady } from '../../../access/refusals.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { mailWritten } from '../../identity/sendMail.ts'
import type { SendInvitationsInput } from './answer.inputs.ts'
import { meetingAnswerPolicy } from './answer.policy.ts'
import { notTold, recipientsOf, writeLetters } from './invitation.send.ts'
import { Meeting } from '../meeting/meeting.entity.ts'

const again = (change: Change, id: string) => change.find(Meeting, { id })

/** A coordinator invites by mail those expected at a meeting who have not been told about it as it is now. */
export async function sendMeetingInvitations(
  context: RequestContext,
  input: SendInvitationsInput,
): Promise<Meeting | NotReady> {
  const line = meetingAnswerPolicy.invite
  const result = await operation(context, line, input.clientMutationId, again, async (change) => {
    const meeting = await change.find(Meeting, { id: input.meetingId })
    change.authorize(line, { boardId: meeting.boardId })
    // Two who press the button at once take turns, so that one mail goes out.
    await change.lock(meeting)
    if (meeting.cancelledAt) return new NotReady('This meeting is cancelled.')
    if (meeting.registerClosedAt || meeting.endsAt < new Date())
      return new NotReady('This meeting is over. Nobody can be invited to it any more.')
    const recipients = notTold(await recipientsOf(change.em, meeting.id), meeting)
    if (recipients.length === 0)
      return new NotReady('Everybody who is expected has been invited already. No mail was sent.')
    const first = recipients.filter(({ toldSequence }) => toldSequence === null)
    await writeLetters(context.platform, change.em, meeting, first, 'INVITED')
    const others = recipients.filter(({ toldSequence }) => toldSequence !== null)
    await writeLetters(context.platform, change.em, meeting, others, 'MOVED')
    change.record({
      chainId: meeting.boardId,
      action: line.name,
      recordType: 'Meeting',
      recordId: meeting.id,
      after: { title: meeting.title, heldOn: meeting.heldOn, invited: recipients.length },
    })
    return meeting
  })
  if (result instanceof Meeting) mailWritten(context.platform)
  return result
}
