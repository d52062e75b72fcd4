import { operation } from '../../../access/operation.ts'
import type { Change } from '../../../access/operation.ts'
import { isRefusal, NotReady } from '../../../access/refusals.ts'
import type { Conflict, InvalidInput } from '../../../access/refusals.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { NotFound } from '../../../errors.ts'
import { changeAs } from '../../identity/changeAs.ts'
import { mailWritten } from '../../identity/sendMail.ts'
import { countToken } from '../../identity/tries.ts'
import type { AnswerByLinkInput, AnswerMeetingInput } from './answer.inputs.ts'
import { meetingAnswerPolicy } from './answer.policy.ts'
import { findPlace, saveAnswer } from './answer.save.ts'
import { findAnswerLink } from './answerLink.reads.ts'
import { Meeting } from '../meeting/meeting.entity.ts'
import { MeetingAnswer } from './meetingAnswer.entity.ts'

const again = (change: Change, id: string) => change.find(MeetingAnswer, { id })

/** Somebody of the agency answers for its place, or a coordinator writes the answer down for them. */
export async function answerMeeting(
  context: RequestContext,
  input: AnswerMeetingInput,
): Promise<MeetingAnswer | InvalidInput | Conflict | NotReady> {
  const line = meetingAnswerPolicy.give
  const result = await operation(context, line, input.clientMutationId, again, async (change) => {
    const meeting = await change.find(Meeting, { id: input.meetingId })
    const place = await findPlace(change.em, meeting, input.placeId)
    if (!place) throw new NotFound()
    change.authorize(line, { boardId: meeting.boardId, ownPlace: place.own })
    const { answer, deputyId = null, deputyName, reason } = input
    const given = { answer, deputyId, deputyName, reason }
    return saveAnswer(change.em, meeting, place, given, {
      name: change.viewer.name,
      version: input.version,
      action: line.name,
      platform: context.platform,
      record: (event) => change.record(event),
    })
  })
  if (!isRefusal(result)) mailWritten(context.platform)
  return result
}

/** What is said of a link that opens nothing, whatever the cause: it does not tell whether there was one. */
export const linkOpensNothing =
  'This link is not right, or a later mail brought a new one. Open the link of the newest mail, or sign in to answer.'

/**
 * Answers by the link of a letter, without signing in. It runs as the person to whom the letter was sent, under the
 * same floor and rule as if they had signed in; the last word counts.
 */
export async function answerByLink(
  context: RequestContext,
  input: AnswerByLinkInput,
): Promise<MeetingAnswer | InvalidInput | Conflict | NotReady> {
  await countToken(context)
  const link = await findAnswerLink(context, input.token)
  if (!link) return new NotReady(linkOpensNothing)
  const person = { id: link.personId, name: link.personName }
  const { answer, deputyName, reason } = input
  const result = await changeAs(context, person, async (em, record) => {
    const meeting = await em.findOne(Meeting, { id: link.meetingId })
    if (!meeting) return new NotReady(linkOpensNothing)
    const place = await findPlace(em, meeting, link.placeId)
    if (!place?.own) return new NotReady(linkOpensNothing)
    return saveAnswer(
      em,
      meeting,
      place,
      { answer, deputyId: null, deputyName, reason },
      {
        name: person.name,
        version: null,
        action: meetingAnswerPolicy.giveByLink.name,
        platform: context.platform,
        record,
      },
    )
  })
  if (!isRefusal(result)) mailWritten(context.platform)
  return result
}
