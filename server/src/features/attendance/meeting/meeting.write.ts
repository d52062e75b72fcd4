import { todayInLondon } from '@boardwork/shared/board/dates.ts'
import { answerState } from '@boardwork/shared/attendance/answer/meetingAnswer.ts'
import { meetingLimits } from '@boardwork/shared/attendance/meeting/meetingRules.ts'
import type { CheckedMeeting } from '@boardwork/shared/attendance/meeting/meetingRules.ts'
import { localTimeOf, readTypedTime } from '@boardwork/shared/attendance/meeting/meetingTime.ts'
import type { Change } from '../../../access/operation.ts'
import { NotReady } from '../../../access/refusals.ts'
import type { Platform } from '../../../access/requestContext.ts'
import { changedFields } from '../../../audit/changedFields.ts'
import { newId } from '../../../db/newId.ts'
import { meetingPolicy } from '../attendance.policy.ts'
import { findFlags } from '../flag/flag.find.ts'
import { tellInvited } from '../answer/invitation.send.ts'
import { Meeting } from './meeting.entity.ts'
import type { ChangeMeetingInput } from './meeting.inputs.ts'
import { strategyPolicy } from '../strategy/strategy.policy.ts'

/** Why a board cannot have so many more meetings; null where it can. */
export async function whyFull(change: Change, boardId: string, more: number): Promise<NotReady | null> {
  if ((await change.em.count(Meeting, { boardId })) + more <= meetingLimits.ofBoard) return null
  return new NotReady(
    `A board can have ${meetingLimits.ofBoard.toLocaleString('en-GB')} meetings, and this would be more.`,
  )
}

/** Of a strategy meeting: which case it is about, and the kind whose list is asked. */
export interface OfCase {
  caseReference: string
  strategyKindId: string | null
}

/** Adds a meeting of the board, alone or in a series, or one about a case. */
export async function writeNew(
  change: Change,
  boardId: string,
  wanted: CheckedMeeting,
  seriesId: string | null,
  ofCase: OfCase | null = null,
): Promise<Meeting> {
  const meeting = {
    boardId,
    id: newId(),
    kind: ofCase ? ('STRATEGY' as const) : ('BOARD' as const),
    ...wanted,
    ...ofCase,
    seriesId,
    sequence: 0,
    madeAt: new Date(),
    version: 1,
  }
  await change.em.insert(Meeting, meeting)
  change.record({
    chainId: boardId,
    action: (ofCase ? strategyPolicy.plan : meetingPolicy.plan).name,
    recordType: 'Meeting',
    recordId: meeting.id,
    after: { ...fieldsOf(meeting), ...(ofCase && { caseReference: ofCase.caseReference }) },
  })
  return meeting
}

/** Makes a meeting what it is to be, and tells those who have been invited where that touches them. */
export async function writeChange(
  platform: Platform,
  change: Change,
  meeting: Meeting,
  wanted: CheckedMeeting,
): Promise<void> {
  const changed = changedFields(fieldsOf(meeting), fieldsOf(wanted))
  if (!changed) return
  const moved = whenAndWhere.some((field) => field in changed.after)
  const earlier = { startsAt: meeting.startsAt, endsAt: meeting.endsAt }
  change.em.assign(meeting, { ...wanted, sequence: meeting.sequence + (moved ? 1 : 0) })
  await change.em.flush()
  const cause = answerState(earlier, meeting) === 'STANDS' ? 'CHANGED' : 'MOVED'
  if (moved) await tellInvited(platform, change.em, meeting, cause)
  record(change, meetingPolicy.change.name, meeting, changed)
}

/** Cancels a meeting, and tells those who have been invited. */
export async function writeCancelling(
  platform: Platform,
  change: Change,
  meeting: Meeting,
  reason: string,
): Promise<void> {
  const cancelledAt = new Date()
  change.em.assign(meeting, { cancelledAt, cancelledReason: reason, sequence: meeting.sequence + 1 })
  await change.em.flush()
  await tellInvited(platform, change.em, meeting, 'CANCELLED')
  const changed = { before: { cancelledAt: null }, after: { cancelledAt, reason } }
  record(change, meetingPolicy.cancel.name, meeting, changed)
  // No rule counts a meeting to come, so that only one that should have been held can change what was found.
  if (meeting.heldOn <= todayInLondon(cancelledAt)) await findFlags(change, meeting.boardId, meeting.heldOn)
}

const whenAndWhere = ['heldOn', 'startTime', 'endTime', 'place', 'link'] as const

/** Why a meeting cannot be changed any more; null where it can. */
export function refuseChange({ cancelledAt, registerClosedAt }: Meeting): NotReady | null {
  if (cancelledAt) return new NotReady('This meeting was cancelled. Plan another one.')
  if (registerClosedAt)
    return new NotReady('The register of this meeting is closed, so the meeting stays as it was held.')
  return null
}

/** A meeting in the words in which people type it, for the log and for a conflict. */
export function fieldsOf(meeting: CheckedMeeting | Meeting) {
  return {
    title: meeting.title,
    heldOn: meeting.heldOn,
    startTime: localTimeOf(meeting.startsAt).time,
    endTime: localTimeOf(meeting.endsAt).time,
    place: meeting.place ?? '',
    link: meeting.link ?? '',
    notes: meeting.notes ?? '',
  }
}

/** The same of what was sent, which may not be right yet. */
export function typedFields({ title, heldOn, startTime, endTime, place, link, notes }: ChangeMeetingInput) {
  return {
    title: title.trim(),
    heldOn,
    startTime: readTypedTime(startTime) ?? startTime,
    endTime: readTypedTime(endTime) ?? endTime,
    place: place.trim(),
    link: link.trim(),
    notes: notes.trim(),
  }
}

function record(
  change: Change,
  action: string,
  { boardId, id, title, heldOn }: Meeting,
  changed: { before: object; after: object },
): void {
  change.record({
    chainId: boardId,
    action,
    recordType: 'Meeting',
    recordId: id,
    before: { title, heldOn, ...changed.before },
    after: { ...changed.after },
  })
}
